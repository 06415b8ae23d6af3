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
    return key_secret != NULL;
}

static void sign(struct mem *m, const char *action, const struct aliyun_param *params, size_t count, struct gateway_request *out)
{
    char date[CLOCK_TEXT];
    unsigned char nonce[16];
    struct aliyun_signed s;
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
    *out = (struct gateway_request){ mem_printf(m, "%s?%s", conf_text("sms.aliyun_url"), s.query), mem_bytes(m, heads, sizeof heads), "", 0 };
}

/* The gateway's own word; `top` is given back by the caller. */
static const char *code_of(const struct gateway_answer *a, json_t **top)
{
    json_error_t error;
    *top = json_loadb(a->text, a->len, JSON_REJECT_DUPLICATES, &error);
    return json_string_value(json_object_get(*top, "Code"));
}

static bool write_aliyun(struct mem *m, const struct notify_message *msg, struct gateway_request *out, struct notify_result *result)
{
    char mobile[12];
    if (!scan_mobile(msg->to, mobile)) {
        notify_say(result, NOTIFY_NEVER, "not a mobile number");
        return false;
    }
    struct gateway_template t = gateway_template(m, msg, "aliyun");
    const struct aliyun_param params[] = {
        { "PhoneNumbers", mobile },
        { "SignName", conf_text("sms.sign") },
        { "TemplateCode", t.id },
        { "TemplateParam", t.params },
        { "OutId", msg->message_id },
    };
    sign(m, "SendSms", params, sizeof params / sizeof *params, out);
    return true;
}

static void read_aliyun(struct mem *m, const struct notify_message *msg, const struct gateway_answer *a, struct notify_result *out)
{
    json_t *top;
    const char *code = code_of(a, &top), *request = json_string_value(json_object_get(top, "RequestId"));
    (void)m;
    (void)msg;
    if (code != NULL)
        notify_say(out, outcome_aliyun(code), "http %ld, %s, %s", a->status, code, request != NULL ? request : "-");
    else
        gateway_say(out, a);
    notify_name(out, json_string_value(json_object_get(top, "BizId")));
    json_decref(top);
}

/* The day, which is Beijing's, of the attempt that is asked about. */
static bool write_question(struct mem *m, const struct notify_message *msg, struct gateway_request *out, struct notify_result *result)
{
    char mobile[12];
    struct civil on = clock_beijing(msg->before != 0 ? msg->before : msg->now);
    if (!scan_mobile(msg->to, mobile)) {
        notify_say(result, NOTIFY_NEVER, "not a mobile number");
        return false;
    }
    const struct aliyun_param params[] = {
        { "PhoneNumber", mobile },
        { "SendDate", mem_printf(m, "%04d%02d%02d", on.year, on.month, on.mday) },
        { "PageSize", "50" },
        { "CurrentPage", "1" },
    };
    sign(m, "QuerySendDetails", params, sizeof params / sizeof *params, out);
    return true;
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

static void read_question(struct mem *m, const struct notify_message *msg, const struct gateway_answer *a, struct notify_result *out)
{
    json_t *top;
    const char *code = code_of(a, &top);
    json_t *list = json_object_get(json_object_get(top, "SmsSendDetailDTOs"), "SmsSendDetailDTO");
    (void)m;
    if (code == NULL || strcmp(code, "OK") != 0)
        notify_say(out, NOTIFY_UNCERTAIN, "asked: http %ld, curl %d", a->status, a->curl);
    else if (has(list, msg->message_id))
        notify_say(out, NOTIFY_SENT, "asked: the gateway has it");
    else
        notify_say(out, NOTIFY_LATER, "asked: the gateway does not know it");
    json_decref(top);
}

const struct notify_driver drv_aliyun = { .name = "aliyun", .open = open_aliyun, .write = write_aliyun, .read = read_aliyun,
                                          .write_question = write_question, .read_question = read_question };
