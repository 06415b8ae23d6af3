/* drv_http_json: any SMS gateway that takes a POST and answers in JSON, as the file of sms.http_plan describes it. Nothing is known of its
 * manners: an answer that did not come is UNCERTAIN, and its one repetition is marked. */
#include "conf.h"
#include "drivers.h"
#include "file.h"
#include "gateway.h"
#include "gateway_plan.h"
#include "scan.h"

enum { PLAN_MAX = 64 * 1024 };

static const struct gateway_plan *plan;
static const char *key_secret;

static bool open_plan(struct mem *m, struct fail *f)
{
    static const char *const NEEDED[] = { "sms.sign" };
    const char *host;
    size_t n = 0;
    char *text = file_read(m, conf_text("sms.http_plan"), PLAN_MAX, &n, f);
    if (text == NULL || !gateway_needs(NEEDED, 1, f) || (plan = gateway_plan_read(m, text, n, f)) == NULL ||
        !gateway_url(m, "the url of sms.http_plan", gateway_plan_url(plan), &host, f))
        return false;
    key_secret = gateway_secret(m, "sms.http_key_file", f);
    return key_secret != NULL;
}

static bool write_plan(struct mem *m, const struct notify_message *msg, struct gateway_request *out, struct notify_result *result)
{
    char mobile[12];
    struct fail f = { 0 };
    struct gateway_call call;
    if (!scan_mobile(msg->to, mobile)) {
        notify_say(result, NOTIFY_NEVER, "not a mobile number");
        return false;
    }
    struct gateway_template t = gateway_template(m, msg, "http-json");
    const struct gateway_values values = { mobile, msg->text, msg->message_id, conf_text("sms.sign"), t.id,
                                           key_secret, t.params, clock_now() / CLOCK_SECOND };
    if (!gateway_plan_fill(m, plan, &values, &call, &f)) {
        notify_say(result, NOTIFY_LATER, "%s", f.detail);
        return false;
    }
    *out = (struct gateway_request){ gateway_plan_url(plan), call.heads, call.body, call.len };
    return true;
}

static void read_plan(struct mem *m, const struct notify_message *msg, const struct gateway_answer *a, struct notify_result *out)
{
    struct gateway_reading r;
    (void)msg;
    gateway_plan_outcome(m, plan, a->text, a->len, &r);
    if (r.word != NULL)
        notify_say(out, r.outcome, "http %ld, %.60s", a->status, r.word);
    else
        gateway_say(out, a);
    notify_name(out, r.id);
}

const struct notify_driver drv_http_json = { .name = "http-json", .open = open_plan, .write = write_plan, .read = read_plan };
