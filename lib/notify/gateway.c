/* gateway: see gateway.h. */
#include "gateway.h"

#include <curl/curl.h>
#include <string.h>

#include "buf.h"
#include "conf.h"
#include "file.h"
#include "outcome.h"

enum { ANSWER_MAX = 64 * 1024, CONNECT_SECONDS = 5 };

static CURL *session;

bool gateway_url(struct mem *m, const char *key, const char *url, const char **host, struct fail *f)
{
    if (strncmp(url, "https://", 8) != 0 || strcspn(url, "?#@ ") != strlen(url))
        return fail_set(f, FAIL_INTERNAL, "setting_wrong", "%s must begin with https:// and hold no question", key);
    *host = mem_text_n(m, url + 8, strcspn(url + 8, "/"));
    return true;
}

char *gateway_secret(struct mem *m, const char *key, struct fail *f)
{
    size_t n = 0;
    char *secret = file_read(m, conf_text(key), 1024, &n, f);
    if (secret != NULL)
        secret[strcspn(secret, "\r\n")] = '\0';
    return secret;
}

bool gateway_needs(const char *const *keys, size_t count, struct fail *f)
{
    for (size_t i = 0; i < count; i++)
        if (conf_text(keys[i])[0] == '\0')
            return fail_set(f, FAIL_INTERNAL, "setting_missing", "%s", keys[i]);
    return true;
}

const char *gateway_template(struct mem *m, const char *event)
{
    return conf_text(mem_printf(m, "sms.template_%s", event));
}

bool gateway_templates(struct mem *m, struct fail *f)
{
    for (int e = 0; e < MESSAGE_EVENT__MAX; e++) {
        const char *const key = mem_printf(m, "sms.template_%s", message_row((enum message_event)e)->word);
        if (!gateway_needs(&key, 1, f))
            return false;
    }
    return true;
}

bool gateway_open(struct fail *f)
{
    curl_global_init(CURL_GLOBAL_DEFAULT);
    session = curl_easy_init();
    return session != NULL || fail_set(f, FAIL_INTERNAL, "curl", "no session");
}

static size_t take(char *from, size_t size, size_t count, void *ctx)
{
    return buf_add(ctx, from, size * count) ? size * count : 0;
}

struct body { const char *at; size_t left; };

static size_t give(char *to, size_t size, size_t count, void *ctx)
{
    struct body *b = ctx;
    size_t n = size * count < b->left ? size * count : b->left;
    memcpy(to, b->at, n);
    b->at += n;
    b->left -= n;
    return n;
}

/* When a kept connection breaks libcurl repeats a request by itself, though the gateway may have taken the first. It cannot without the body. */
static int no_way_back(void *ctx, curl_off_t offset, int origin)
{
    (void)ctx;
    (void)offset;
    (void)origin;
    return CURL_SEEKFUNC_FAIL;
}

static void set_manners(void)
{
    curl_easy_reset(session);
    curl_easy_setopt(session, CURLOPT_PROTOCOLS_STR, "https");
    curl_easy_setopt(session, CURLOPT_PROXY, "");
    curl_easy_setopt(session, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(session, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_SECONDS);
    curl_easy_setopt(session, CURLOPT_TIMEOUT, (long)conf_number("sms.reply_seconds"));
    curl_easy_setopt(session, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    curl_easy_setopt(session, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(session, CURLOPT_SSL_VERIFYHOST, 2L);
    if (conf_text("sms.ca_file")[0] != '\0')
        curl_easy_setopt(session, CURLOPT_CAINFO, conf_text("sms.ca_file"));
}

void gateway_post(struct mem *m, const char *url, const char *const *heads, const char *body, size_t len, struct gateway_answer *out)
{
    struct buf text;
    double sent = 0;
    struct body whole = { body, len };
    struct curl_slist *list = curl_slist_append(NULL, "Expect:");
    for (; *heads != NULL; heads++)
        list = curl_slist_append(list, *heads);
    buf_init(&text, m, ANSWER_MAX);
    set_manners();
    curl_easy_setopt(session, CURLOPT_URL, url);
    curl_easy_setopt(session, CURLOPT_POST, 1L);
    curl_easy_setopt(session, CURLOPT_POSTFIELDSIZE, (long)len);
    curl_easy_setopt(session, CURLOPT_READFUNCTION, give);
    curl_easy_setopt(session, CURLOPT_READDATA, &whole);
    curl_easy_setopt(session, CURLOPT_SEEKFUNCTION, no_way_back);
    curl_easy_setopt(session, CURLOPT_HTTPHEADER, list);
    curl_easy_setopt(session, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(session, CURLOPT_WRITEDATA, &text);
    *out = (struct gateway_answer){ .text = text.data, .curl = (int)curl_easy_perform(session) };
    curl_easy_getinfo(session, CURLINFO_PRETRANSFER_TIME, &sent);
    out->sent = sent > 0;
    if (out->curl == CURLE_OK) {
        out->text = text.data;
        out->len = text.len;
        curl_easy_getinfo(session, CURLINFO_RESPONSE_CODE, &out->status);
    }
    curl_slist_free_all(list);
}

void gateway_say(struct notify_result *out, const struct gateway_answer *a)
{
    notify_say(out, outcome_http(a->status, a->sent), "http %ld, curl %d, no code", a->status, a->curl);
}
