/* drv_smtp: hands a mail to the office's mail server with libcurl over one kept session. TLS is asked of every server that is not on
 * this machine and its certificate is verified; there is no setting to switch that off. */
#include <curl/curl.h>
#include <string.h>

#include "conf.h"
#include "drivers.h"
#include "file.h"
#include "mail_text.h"
#include "outcome.h"
#include "scan.h"

enum { MAIL_MAX = 256 * 1024, CONNECT_SECONDS = 10, REPLY_SECONDS = 15, WHOLE_SECONDS = 60 };

static CURL *session; /* kept for the life of the process: that is what makes a second mail cheap */

struct upload { const char *data; size_t left; };

static size_t give(char *to, size_t size, size_t count, void *ctx)
{
    struct upload *u = ctx;
    size_t n = size * count < u->left ? size * count : u->left;
    memcpy(to, u->data, n);
    u->data += n;
    u->left -= n;
    return n;
}

static bool is_local(const char *url)
{
    return strncmp(url, "smtp://127.0.0.1", 16) == 0 || strncmp(url, "smtp://localhost", 16) == 0;
}

static bool open_smtp(struct mem *m, struct fail *f)
{
    const char *url = conf_text("mail.url");
    if (url == NULL)
        return fail_set(f, FAIL_INTERNAL, "setting_missing", "mail.url");
    curl_global_init(CURL_GLOBAL_DEFAULT);
    session = curl_easy_init();
    if (session == NULL)
        return fail_set(f, FAIL_INTERNAL, "curl", "no session");
    curl_easy_setopt(session, CURLOPT_URL, url);
    curl_easy_setopt(session, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(session, CURLOPT_PROXY, "");
    curl_easy_setopt(session, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(session, CURLOPT_USE_SSL, (long)(is_local(url) ? CURLUSESSL_TRY : CURLUSESSL_ALL));
    curl_easy_setopt(session, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_SECONDS);
    curl_easy_setopt(session, CURLOPT_TIMEOUT, (long)WHOLE_SECONDS);
    /* Without it a stalled server holds even the closing QUIT for two minutes. */
    curl_easy_setopt(session, CURLOPT_SERVER_RESPONSE_TIMEOUT, (long)REPLY_SECONDS);
    if (conf_text("mail.ca_file") != NULL)
        curl_easy_setopt(session, CURLOPT_CAINFO, conf_text("mail.ca_file"));
    if (conf_text("mail.user") != NULL) {
        size_t n = 0;
        char *password = file_read(m, conf_text("mail.password_file"), 1024, &n, f);
        if (password == NULL)
            return false;
        password[strcspn(password, "\r\n")] = '\0';
        curl_easy_setopt(session, CURLOPT_USERNAME, conf_text("mail.user"));
        curl_easy_setopt(session, CURLOPT_PASSWORD, password);
    }
    return true;
}

static void transfer(struct upload *u, struct notify_result *out)
{
    long reply = 0, connects = 0;
    CURLcode rc;
    curl_easy_setopt(session, CURLOPT_READFUNCTION, give);
    curl_easy_setopt(session, CURLOPT_READDATA, u);
    curl_easy_setopt(session, CURLOPT_UPLOAD, 1L);
    rc = curl_easy_perform(session);
    curl_easy_getinfo(session, CURLINFO_RESPONSE_CODE, &reply);
    curl_easy_getinfo(session, CURLINFO_NUM_CONNECTS, &connects);
    /* The reply code decides: libcurl names a 451 "weird" and a 550 "send error". */
    enum notify_outcome o = outcome_smtp((int)reply, rc != CURLE_COULDNT_CONNECT && rc != CURLE_COULDNT_RESOLVE_HOST,
                                         u->left == 0 && (rc == CURLE_OK || reply == 354));
    notify_say(out, o, "smtp %ld, curl %d%s", reply, (int)rc, connects == 0 ? ", kept session" : "");
}

static void send_smtp(struct mem *m, const struct notify_message *msg, struct notify_result *out)
{
    struct fail f = { 0 };
    struct mail_sender from = { conf_text("mail.from"), conf_text("mail.from_name"), conf_text("mail.domain") };
    struct buf text;
    buf_init(&text, m, MAIL_MAX);
    if (!mail_text_compose(&text, &from, msg, &f)) {
        notify_say(out, NOTIFY_NEVER, "%s", f.detail);
        return;
    }
    struct upload u = { text.data, text.len };
    struct curl_slist *to = curl_slist_append(NULL, mem_printf(m, "<%s>", msg->to));
    curl_easy_setopt(session, CURLOPT_MAIL_FROM, mem_printf(m, "<%s>", from.address));
    curl_easy_setopt(session, CURLOPT_MAIL_RCPT, to);
    transfer(&u, out);
    curl_easy_setopt(session, CURLOPT_MAIL_RCPT, NULL);
    curl_slist_free_all(to);
}

const struct notify_driver drv_smtp = { "smtp", open_smtp, send_smtp };
