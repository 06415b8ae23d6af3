/* drv_aliyun: SendSms of Aliyun's 短信服务 over HTTPS with libcurl, one kept connection. Certificates are verified; redirects are not
 * followed. SendSms is not idempotent: an answer that did not come is UNCERTAIN. */
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

enum { ANSWER_MAX = 64 * 1024, CONNECT_SECONDS = 5, WHOLE_SECONDS = 15 };

static CURL *session;
static const char *host; /* of sms.aliyun_url, for the signature */
static char *key_secret;

static bool open_aliyun(struct mem *m, struct fail *f)
{
    static const char *const NEEDED[] = { "sms.aliyun_url", "sms.aliyun_key_id", "sms.aliyun_key_file", "sms.sign" };
    size_t n = 0;
    for (size_t i = 0; i < sizeof NEEDED / sizeof *NEEDED; i++)
        if (conf_text(NEEDED[i]) == NULL)
            return fail_set(f, FAIL_INTERNAL, "setting_missing", "%s", NEEDED[i]);
    const char *url = conf_text("sms.aliyun_url");
    if (strncmp(url, "https://", 8) != 0)
        return fail_set(f, FAIL_INTERNAL, "setting_wrong", "sms.aliyun_url must begin with https://");
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

static void read_answer(const struct buf *answer, long status, struct notify_result *out)
{
    json_error_t error;
    json_t *top = json_loadb(answer->data, answer->len, JSON_REJECT_DUPLICATES, &error);
    const char *code = json_string_value(json_object_get(top, "Code"));
    const char *request = json_string_value(json_object_get(top, "RequestId"));
    if (code == NULL)
        notify_say(out, outcome_http(status, true), "http %ld, no code", status);
    else
        notify_say(out, outcome_aliyun(code), "http %ld, %s, %s", status, code, request != NULL ? request : "-");
    json_decref(top);
}

static struct curl_slist *heads(struct mem *m, const struct aliyun_request *r, const struct aliyun_signed *s)
{
    const char *const lines[] = {
        mem_printf(m, "x-acs-action: %s", r->action),
        mem_printf(m, "x-acs-version: %s", r->version),
        mem_printf(m, "x-acs-date: %s", r->date),
        mem_printf(m, "x-acs-signature-nonce: %s", r->nonce),
        "x-acs-content-sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        mem_printf(m, "Authorization: %s", s->authorization),
        "Content-Type:",
        "Expect:",
    };
    struct curl_slist *list = NULL;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        list = curl_slist_append(list, lines[i]);
    return list;
}

static void perform(struct mem *m, const char *url, struct curl_slist *head, struct notify_result *out)
{
    struct buf answer;
    long status = 0;
    double sent = 0;
    buf_init(&answer, m, ANSWER_MAX);
    curl_easy_reset(session);
    curl_easy_setopt(session, CURLOPT_URL, url);
    curl_easy_setopt(session, CURLOPT_PROTOCOLS_STR, "https");
    curl_easy_setopt(session, CURLOPT_PROXY, "");
    curl_easy_setopt(session, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(session, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_SECONDS);
    curl_easy_setopt(session, CURLOPT_TIMEOUT, (long)WHOLE_SECONDS);
    curl_easy_setopt(session, CURLOPT_POST, 1L);
    curl_easy_setopt(session, CURLOPT_POSTFIELDS, "");
    curl_easy_setopt(session, CURLOPT_HTTPHEADER, head);
    curl_easy_setopt(session, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(session, CURLOPT_WRITEDATA, &answer);
    if (conf_text("sms.ca_file") != NULL)
        curl_easy_setopt(session, CURLOPT_CAINFO, conf_text("sms.ca_file"));
    CURLcode rc = curl_easy_perform(session);
    curl_easy_getinfo(session, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(session, CURLINFO_PRETRANSFER_TIME, &sent);
    if (rc == CURLE_OK)
        read_answer(&answer, status, out);
    else
        notify_say(out, outcome_http(0, sent > 0), "curl %d", (int)rc);
}

static void send_aliyun(struct mem *m, const struct notify_message *msg, struct notify_result *out)
{
    char mobile[12], date[CLOCK_TEXT];
    unsigned char nonce[16];
    const char *template_code = conf_text(mem_printf(m, "sms.template_%s", msg->event));
    if (!scan_mobile(msg->to, mobile)) {
        notify_say(out, NOTIFY_NEVER, "not a mobile number");
        return;
    }
    if (template_code == NULL) {
        notify_say(out, NOTIFY_LATER, "no setting sms.template_%s", msg->event);
        return;
    }
    const struct aliyun_param params[] = {
        { "PhoneNumbers", mobile },
        { "SignName", conf_text("sms.sign") },
        { "TemplateCode", template_code },
        { "TemplateParam", msg->params },
        { "OutId", msg->message_id },
    };
    clock_to_sql(clock_now(), date); /* "2026-11-24 08:05:03.000001" */
    secret_random(nonce, sizeof nonce);
    struct aliyun_request r = { host, "SendSms", "2017-05-25", mem_printf(m, "%.10sT%.8sZ", date, date + 11),
                                secret_to_hex(m, nonce, sizeof nonce), params, sizeof params / sizeof *params,
                                conf_text("sms.aliyun_key_id"), key_secret };
    struct aliyun_signed s;
    aliyun_sign(m, &r, &s);
    struct curl_slist *head = heads(m, &r, &s);
    perform(m, mem_printf(m, "%s?%s", conf_text("sms.aliyun_url"), s.query), head, out);
    curl_slist_free_all(head);
}

const struct notify_driver drv_aliyun = { "aliyun", open_aliyun, send_aliyun };
