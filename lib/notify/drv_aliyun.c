/* drv_aliyun: SendSms of Aliyun's 短信服务 over HTTPS with libcurl, one kept connection. Certificates are verified; redirects are not
 * followed. SendSms is not idempotent: an answer that did not come is UNCERTAIN, and QuerySendDetails is asked before it is repeated. */
#include <curl/curl.h>
#include <jansson.h>
#include <string.h>

#include "aliyun_sign.h"
#include "buf.h"
#include "conf.h"
#include "drivers.h"
#include "file.h"
#include "outcome.h"
#include "scan.h"
#include "secret.h"

enum { ANSWER_MAX = 64 * 1024, CONNECT_SECONDS = 5 };

static CURL *session;
static const char *host; /* of sms.aliyun_url, for the signature */
static char *key_secret;

static bool open_aliyun(struct mem *m, struct fail *f)
{
    static const char *const NEEDED[] = { "sms.sign", "sms.template_notice_published", "sms.template_assist_requested",
                                          "sms.template_union_code", "sms.template_objection_news", "sms.aliyun_key_id" };
    size_t n = 0;
    for (size_t i = 0; i < sizeof NEEDED / sizeof *NEEDED; i++)
        if (conf_text(NEEDED[i])[0] == '\0')
            return fail_set(f, FAIL_INTERNAL, "setting_missing", "%s", NEEDED[i]);
    const char *url = conf_text("sms.aliyun_url");
    if (strncmp(url, "https://", 8) != 0 || strcspn(url, "?#@") != strlen(url))
        return fail_set(f, FAIL_INTERNAL, "setting_wrong", "sms.aliyun_url must begin with https:// and hold no question");
    char *name = mem_text(m, url + 8);
    name[strcspn(name, "/")] = '\0';
    host = name;
    key_secret = file_read(m, conf_text("sms.aliyun_key_file"), 1024, &n, f);
    if (key_secret == NULL)
        return false;
    key_secret[strcspn(key_secret, "\r\n")] = '\0';
    curl_global_init(CURL_GLOBAL_DEFAULT);
    session = curl_easy_init();
    return session != NULL || fail_set(f, FAIL_INTERNAL, "curl", "no session");
}

static size_t take(char *from, size_t size, size_t count, void *ctx)
{
    return buf_add(ctx, from, size * count) ? size * count : 0;
}

static struct curl_slist *heads(struct mem *m, const struct aliyun_request *r, const struct aliyun_signed *s)
{
    const char *const lines[] = {
        mem_printf(m, "x-acs-action: %s", r->action),
        mem_printf(m, "x-acs-version: %s", r->version),
        mem_printf(m, "x-acs-date: %s", r->date),
        mem_printf(m, "x-acs-signature-nonce: %s", r->nonce),
        "x-acs-content-sha256: " ALIYUN_EMPTY_SHA256,
        mem_printf(m, "Authorization: %s", s->authorization),
        "Content-Type:",
        "Expect:",
    };
    struct curl_slist *list = NULL;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        list = curl_slist_append(list, lines[i]);
    return list;
}

/* What the gateway said: `top` is NULL when that was nothing to read. */
struct answer { json_t *top; const char *code; long status; bool sent; int curl; };

static void perform(struct mem *m, const char *url, struct curl_slist *head, struct answer *out)
{
    struct buf text;
    json_error_t error;
    double sent = 0;
    buf_init(&text, m, ANSWER_MAX);
    curl_easy_reset(session);
    curl_easy_setopt(session, CURLOPT_URL, url);
    curl_easy_setopt(session, CURLOPT_PROTOCOLS_STR, "https");
    curl_easy_setopt(session, CURLOPT_PROXY, "");
    curl_easy_setopt(session, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(session, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_SECONDS);
    curl_easy_setopt(session, CURLOPT_TIMEOUT, (long)conf_number("sms.reply_seconds"));
    curl_easy_setopt(session, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    curl_easy_setopt(session, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(session, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(session, CURLOPT_POST, 1L);
    curl_easy_setopt(session, CURLOPT_POSTFIELDS, "");
    curl_easy_setopt(session, CURLOPT_HTTPHEADER, head);
    curl_easy_setopt(session, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(session, CURLOPT_WRITEDATA, &text);
    if (conf_text("sms.ca_file")[0] != '\0')
        curl_easy_setopt(session, CURLOPT_CAINFO, conf_text("sms.ca_file"));
    *out = (struct answer){ .curl = (int)curl_easy_perform(session) };
    curl_easy_getinfo(session, CURLINFO_PRETRANSFER_TIME, &sent);
    out->sent = sent > 0;
    if (out->curl != CURLE_OK)
        return;
    curl_easy_getinfo(session, CURLINFO_RESPONSE_CODE, &out->status);
    out->top = json_loadb(text.data, text.len, JSON_REJECT_DUPLICATES, &error);
    out->code = json_string_value(json_object_get(out->top, "Code"));
}

/* One signed request; the caller gives answer.top back. */
static struct answer call(struct mem *m, const char *action, const struct aliyun_param *params, size_t count)
{
    char date[CLOCK_TEXT];
    unsigned char nonce[16];
    struct aliyun_signed s;
    struct answer out;
    clock_to_sql(clock_now(), date); /* "2026-11-24 08:05:03.000001" */
    secret_random(nonce, sizeof nonce);
    struct aliyun_request r = { host, action, "2017-05-25", mem_printf(m, "%.10sT%.8sZ", date, date + 11),
                                secret_to_hex(m, nonce, sizeof nonce), params, count, conf_text("sms.aliyun_key_id"), key_secret };
    aliyun_sign(m, &r, &s);
    struct curl_slist *head = heads(m, &r, &s);
    perform(m, mem_printf(m, "%s?%s", conf_text("sms.aliyun_url"), s.query), head, &out);
    curl_slist_free_all(head);
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
        { "TemplateCode", conf_text(mem_printf(m, "sms.template_%s", msg->event)) },
        { "TemplateParam", msg->params },
        { "OutId", msg->message_id },
    };
    struct answer a = call(m, "SendSms", params, sizeof params / sizeof *params);
    const char *request = json_string_value(json_object_get(a.top, "RequestId"));
    if (a.code != NULL)
        notify_say(out, outcome_aliyun(a.code), "http %ld, %s, %s", a.status, a.code, request != NULL ? request : "-");
    else
        notify_say(out, outcome_http(a.status, a.sent), "http %ld, curl %d, no code", a.status, a.curl);
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
        notify_say(out, NOTIFY_UNCERTAIN, "asked: http %ld, curl %d", a.status, a.curl);
    else if (has(list, msg->message_id))
        notify_say(out, NOTIFY_SENT, "asked: the gateway has it");
    else
        notify_say(out, NOTIFY_LATER, "asked: the gateway does not know it");
    json_decref(a.top);
}

const struct notify_driver drv_aliyun = { "aliyun", open_aliyun, send_aliyun, ask_aliyun };
