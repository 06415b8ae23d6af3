/* drv_tencent: SendSms of Tencent Cloud's SMS (domain.md 6.2). It is not idempotent and its reports are not asked for here: an answer that
 * did not come is UNCERTAIN, and one repetition under the same SessionContext is marked. */
#include <jansson.h>
#include <string.h>

#include "conf.h"
#include "drivers.h"
#include "gateway.h"
#include "outcome.h"
#include "scan.h"
#include "tencent_sign.h"

static const char *host;
static char *key_secret;

static bool open_tencent(struct mem *m, struct fail *f)
{
    static const char *const NEEDED[] = { "sms.sign", "sms.tencent_app_id", "sms.tencent_key_id", "sms.tencent_region" };
    if (!gateway_needs(NEEDED, sizeof NEEDED / sizeof *NEEDED, f) || !gateway_templates(m, f) ||
        !gateway_url(m, "sms.tencent_url", conf_text("sms.tencent_url"), &host, f))
        return false;
    key_secret = gateway_secret(m, "sms.tencent_key_file", f);
    return key_secret != NULL;
}

/* The gateway numbers a template's variables: they go in the order of the map. */
static json_t *variables(const char *params)
{
    json_error_t error;
    json_t *set = json_array(), *all = json_loads(params, JSON_REJECT_DUPLICATES, &error), *value;
    const char *name;
    json_object_foreach(all, name, value)
        json_array_append(set, value);
    json_decref(all);
    return set;
}

static char *body(struct mem *m, const char *mobile, const struct notify_message *msg)
{
    struct gateway_template t = gateway_template(m, msg, "tencent");
    json_t *top = json_pack("{s:[s], s:s, s:s, s:s, s:o, s:s}", "PhoneNumberSet", mem_printf(m, "+86%s", mobile), "SmsSdkAppId",
                            conf_text("sms.tencent_app_id"), "SignName", conf_text("sms.sign"), "TemplateId",
                            t.id, "TemplateParamSet", variables(t.params), "SessionContext", msg->message_id);
    size_t n = json_dumpb(top, NULL, 0, JSON_COMPACT);
    char *text = mem_alloc(m, n + 1);
    json_dumpb(top, text, n, JSON_COMPACT);
    json_decref(top);
    return text;
}

/* Of the one number if the call went through, else of the call. */
static const char *code_of(const json_t *response, const json_t *number)
{
    const char *code = json_string_value(json_object_get(number, "Code"));
    return code != NULL ? code : json_string_value(json_object_get(json_object_get(response, "Error"), "Code"));
}

static bool write_tencent(struct mem *m, const struct notify_message *msg, struct gateway_request *out, struct notify_result *result)
{
    char mobile[12];
    struct tencent_signed s;
    if (!scan_mobile(msg->to, mobile)) {
        notify_say(result, NOTIFY_NEVER, "not a mobile number");
        return false;
    }
    struct tencent_request r = { host, "sms", "SendSms", clock_now() / CLOCK_SECOND, body(m, mobile, msg), conf_text("sms.tencent_key_id"),
                                 key_secret };
    tencent_sign(m, &r, &s);
    const char *const heads[] = {
        "Content-Type: " TENCENT_CONTENT_TYPE,
        "X-TC-Action: SendSms",
        "X-TC-Version: 2021-01-11",
        mem_printf(m, "X-TC-Timestamp: %lld", (long long)r.seconds),
        mem_printf(m, "X-TC-Region: %s", conf_text("sms.tencent_region")),
        mem_printf(m, "Authorization: %s", s.authorization),
        NULL,
    };
    *out = (struct gateway_request){ conf_text("sms.tencent_url"), mem_bytes(m, heads, sizeof heads), r.body, strlen(r.body) };
    return true;
}

static void read_tencent(struct mem *m, const struct notify_message *msg, const struct gateway_answer *a, struct notify_result *out)
{
    json_error_t error;
    json_t *top = json_loadb(a->text, a->len, JSON_REJECT_DUPLICATES, &error);
    const json_t *response = json_object_get(top, "Response"), *number = json_array_get(json_object_get(response, "SendStatusSet"), 0);
    const char *code = code_of(response, number), *id = json_string_value(json_object_get(response, "RequestId"));
    (void)m;
    (void)msg;
    if (code != NULL)
        notify_say(out, outcome_tencent(code), "http %ld, %s, %s", a->status, code, id != NULL ? id : "-");
    else
        gateway_say(out, a);
    notify_name(out, json_string_value(json_object_get(number, "SerialNo")));
    json_decref(top);
}

const struct notify_driver drv_tencent = { .name = "tencent", .open = open_tencent, .write = write_tencent, .read = read_tencent };
