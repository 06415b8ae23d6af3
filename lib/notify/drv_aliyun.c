/* drv_aliyun: SendSms of Aliyun's 短信服务 (domain.md 6.1). SendSms is not idempotent: an answer that did not come is
 * UNCERTAIN, and QuerySendDetails is asked before it is repeated. */
#include <jansson.h>
#include <string.h>

#include "aliyun_sign.h"
#include "conf.h"
#include "drivers.h"
#include "gateway.h"
#include "outcome.h"
#include "scan.h"
#include "secret.h"

static const char *host; /* of sms.aliyun_url, for the signature */
static char *key_secret;

static bool open_aliyun(struct mem *m, struct fail *f)
{
    static const char *const NEEDED[] = { "sms.sign", "sms.aliyun_key_id" };
    if (!gateway_needs(NEEDED, sizeof NEEDED / sizeof *NEEDED, f) || !gateway_templates(m, f) ||
        !gateway_url(m, "sms.aliyun_url", conf_text("sms.aliyun_url"), &host, f))
        return false;
    key_secret = gateway_secret(m, "sms.aliyun_key_file", f);
    return key_secret != NULL && gateway_open(f);
}

/* What the gateway said: `top` is NULL when that was nothing to read. */
struct answer { struct gateway_answer http; json_t *top; const char *code; };

/* One signed request; the caller gives answer.top back. */
static struct answer call(struct mem *m, const char *action, const struct aliyun_param *params, size_t count)
{
    char date[CLOCK_TEXT];
    unsigned char nonce[16];
    struct aliyun_signed s;
    struct answer out;
    json_error_t error;
    clock_to_sql(clock_now(), date); /* "2026-11-24 08:05:03.000001" */
    secret_random(nonce, sizeof nonce);
    struct aliyun_request r = { host, action, "2017-05-25", mem_printf(m, "%.10sT%.8sZ", date, date + 11),
                                secret_to_hex(m, nonce, sizeof nonce), params, count, conf_text("sms.aliyun_key_id"), key_secret };
    aliyun_sign(m, &r, &s);
    const char *const heads[] = {
        mem_printf(m, "x-acs-action: %s", r.action),
        mem_printf(m, "x-acs-version: %s", r.version),
        mem_printf(m, "x-acs-date: %s", r.date),
        mem_printf(m, "x-acs-signature-nonce: %s", r.nonce),
        "x-acs-content-sha256: " ALIYUN_EMPTY_SHA256,
        mem_printf(m, "Authorization: %s", s.authorization),
        "Content-Type:",
        NULL,
    };
    gateway_post(m, mem_printf(m, "%s?%s", conf_text("sms.aliyun_url"), s.query), heads, "", 0, &out.http);
    out.top = json_loadb(out.http.text, out.http.len, JSON_REJECT_DUPLICATES, &error);
    out.code = json_string_value(json_object_get(out.top, "Code"));
    return out;
}

static void send_aliyun(struct mem *m, const struct notify_message *msg, struct notify_result *out)
{
    char mobile[12];
    if (!scan_mobile(msg->to, mobile)) {
        notify_say(out, NOTIFY_NEVER, "not a mobile number");
        return;
    }
    const struct aliyun_param params[] = {
        { "PhoneNumbers", mobile },
        { "SignName", conf_text("sms.sign") },
        { "TemplateCode", gateway_template(m, msg->event) },
        { "TemplateParam", msg->params },
        { "OutId", msg->message_id },
    };
    struct answer a = call(m, "SendSms", params, sizeof params / sizeof *params);
    const char *request = json_string_value(json_object_get(a.top, "RequestId"));
    if (a.code != NULL)
        notify_say(out, outcome_aliyun(a.code), "http %ld, %s, %s", a.http.status, a.code, request != NULL ? request : "-");
    else
        gateway_say(out, &a.http);
    json_decref(a.top);
}

static bool has(json_t *list, const char *out_id)
{
    size_t i;
    json_t *one;
    json_array_foreach(list, i, one) {
        const char *id = json_string_value(json_object_get(one, "OutId"));
        if (id != NULL && strcmp(id, out_id) == 0)
            return true;
    }
    return false;
}

/* The day is Beijing's; the attempt that is asked about lies some minutes back. */
static void ask_aliyun(struct mem *m, const struct notify_message *msg, struct notify_result *out)
{
    char mobile[12];
    struct civil on = clock_beijing(msg->now - outcome_uncertain_after(false));
    if (!scan_mobile(msg->to, mobile)) {
        notify_say(out, NOTIFY_UNCERTAIN, "not a mobile number");
        return;
    }
    const struct aliyun_param params[] = {
        { "PhoneNumber", mobile },
        { "SendDate", mem_printf(m, "%04d%02d%02d", on.year, on.month, on.mday) },
        { "PageSize", "50" },
        { "CurrentPage", "1" },
    };
    struct answer a = call(m, "QuerySendDetails", params, sizeof params / sizeof *params);
    json_t *list = json_object_get(json_object_get(a.top, "SmsSendDetailDTOs"), "SmsSendDetailDTO");
    if (a.code == NULL || strcmp(a.code, "OK") != 0)
        notify_say(out, NOTIFY_UNCERTAIN, "asked: http %ld, curl %d", a.http.status, a.http.curl);
    else if (has(list, msg->message_id))
        notify_say(out, NOTIFY_SENT, "asked: the gateway has it");
    else
        notify_say(out, NOTIFY_LATER, "asked: the gateway does not know it");
    json_decref(a.top);
}

const struct notify_driver drv_aliyun = { "aliyun", open_aliyun, send_aliyun, ask_aliyun };
