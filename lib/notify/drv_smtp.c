/* drv_smtp: hands a mail to the office's mail server with libcurl over one kept session; where there are several servers, to the first that
 * works (breaker.h). TLS is asked of every server that is not on this machine and its certificate is verified; there is no setting to switch
 * that off. */
#include <curl/curl.h>
#include <string.h>

#include "breaker.h"
#include "conf.h"
#include "drivers.h"
#include "file.h"
#include "log.h"
#include "mail_text.h"
#include "outcome.h"

/* With the reply time that is a setting, one mail takes less than a lease (lib/store/delivery.c). */
enum { MAIL_MAX = 256 * 1024, CONNECT_SECONDS = 10, WHOLE_SECONDS = 60, AGAIN_SECONDS = 2, NEXT_SECONDS = 5, SERVERS_MAX = 4 };

struct server {
    char *url;
    bool plain;    /* on this machine */
    CURL *session; /* kept for the life of the process: that is what makes a second mail cheap */
    bool in_order; /* the last mail was taken: libcurl sends no RSET, so that a refused one would spoil the next */
};
static struct server servers[SERVERS_MAX];
static struct breaker breakers[SERVERS_MAX];
static size_t server_count;

struct upload { const char *data; size_t left; bool recipient_named; char queue_id[32]; };

static size_t give(char *to, size_t size, size_t count, void *ctx)
{
    struct upload *u = ctx;
    size_t n = size * count < u->left ? size * count : u->left;
    memcpy(to, u->data, n);
    u->data += n;
    u->left -= n;
    return n;
}

/* "250 2.0.0 Ok: queued as 4F1D2A7" */
static void note_queue_id(struct upload *u, const char *data, size_t n)
{
    static const char QUEUED[] = " queued as ";
    const char *at = memmem(data, n, QUEUED, sizeof QUEUED - 1);
    if (at == NULL)
        return;
    at += sizeof QUEUED - 1;
    size_t length = 0, left = n - (size_t)(at - data);
    while (length < left && length < sizeof u->queue_id - 1 && (unsigned char)at[length] > 0x20)
        length++;
    memcpy(u->queue_id, at, length);
    u->queue_id[length] = '\0';
}

/* libcurl tells no other way how far it came and what the server calls the mail; nothing else of what it says here is kept. */
static int watch(CURL *handle, curl_infotype type, char *data, size_t n, void *ctx)
{
    static const char RCPT[] = "RCPT TO:";
    struct upload *u = ctx;
    (void)handle;
    if (type == CURLINFO_HEADER_OUT && n >= sizeof RCPT - 1 && memcmp(data, RCPT, sizeof RCPT - 1) == 0)
        u->recipient_named = true;
    if (type == CURLINFO_HEADER_IN && u->left == 0)
        note_queue_id(u, data, n);
    return 0;
}

/* A server's parts; the path becomes the name in EHLO. Sets `plain` for a server on this machine: what goes over the loopback needs no
 * TLS, and the certificate of a mail server of one's own is seldom one that can be verified. */
static bool read_url(struct mem *m, const char *given, struct server *sv, struct fail *f)
{
    char *scheme = NULL, *host = NULL, *whole = NULL;
    CURLU *u = curl_url();
    bool ok = u != NULL && curl_url_set(u, CURLUPART_URL, given, 0) == CURLUE_OK &&
              curl_url_get(u, CURLUPART_SCHEME, &scheme, 0) == CURLUE_OK && curl_url_get(u, CURLUPART_HOST, &host, 0) == CURLUE_OK &&
              (strcmp(scheme, "smtp") == 0 || strcmp(scheme, "smtps") == 0) &&
              curl_url_set(u, CURLUPART_PATH, mem_printf(m, "/%s", conf_text("mail.domain")), 0) == CURLUE_OK &&
              curl_url_get(u, CURLUPART_URL, &whole, 0) == CURLUE_OK;
    if (ok) {
        sv->url = mem_text(m, whole);
        sv->plain = strcmp(scheme, "smtp") == 0 &&
                 (strcmp(host, "127.0.0.1") == 0 || strcmp(host, "[::1]") == 0 || strcmp(host, "localhost") == 0);
    }
    curl_free(scheme);
    curl_free(host);
    curl_free(whole);
    curl_url_cleanup(u);
    return ok || fail_set(f, FAIL_INTERNAL, "setting_wrong", "mail.url: smtp://host:port or smtps://host:port");
}

static bool sign_in(struct mem *m, CURL *session, struct fail *f)
{
    size_t n = 0;
    if (conf_text("mail.user")[0] == '\0')
        return true;
    char *password = file_read(m, conf_text("mail.password_file"), 1024, &n, f);
    if (password == NULL)
        return false;
    password[strcspn(password, "\r\n")] = '\0';
    curl_easy_setopt(session, CURLOPT_USERNAME, conf_text("mail.user"));
    curl_easy_setopt(session, CURLOPT_PASSWORD, password);
    return true;
}

static void set_limits(CURL *session)
{
    curl_easy_setopt(session, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(session, CURLOPT_PROXY, "");
    curl_easy_setopt(session, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(session, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_SECONDS);
    curl_easy_setopt(session, CURLOPT_TIMEOUT, (long)WHOLE_SECONDS);
    /* Without it a stalled server holds even the closing QUIT for two minutes. */
    curl_easy_setopt(session, CURLOPT_SERVER_RESPONSE_TIMEOUT, (long)conf_number("mail.reply_seconds"));
}

static bool open_server(struct mem *m, const char *given, struct server *sv, struct fail *f)
{
    if (!read_url(m, given, sv, f))
        return false;
    sv->session = curl_easy_init();
    if (sv->session == NULL)
        return fail_set(f, FAIL_INTERNAL, "curl", "no session");
    CURL *session = sv->session;
    curl_easy_setopt(session, CURLOPT_URL, sv->url);
    curl_easy_setopt(session, CURLOPT_USE_SSL, (long)(sv->plain ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    curl_easy_setopt(session, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    curl_easy_setopt(session, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(session, CURLOPT_SSL_VERIFYHOST, 2L);
    if (conf_text("mail.ca_file")[0] != '\0')
        curl_easy_setopt(session, CURLOPT_CAINFO, conf_text("mail.ca_file"));
    set_limits(session);
    curl_easy_setopt(session, CURLOPT_MAXCONNECTS, 1L);
    curl_easy_setopt(session, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(session, CURLOPT_READFUNCTION, give);
    curl_easy_setopt(session, CURLOPT_VERBOSE, 1L);
    curl_easy_setopt(session, CURLOPT_DEBUGFUNCTION, watch);
    return sign_in(m, session, f);
}

/* "smtp://a.example:25, smtps://b.example:465" */
static bool open_smtp(struct mem *m, struct fail *f)
{
    curl_global_init(CURL_GLOBAL_DEFAULT);
    for (const char *at = conf_text("mail.url"); *at != '\0';) {
        size_t n = strcspn(at, ", ");
        if (n > 0 && server_count == SERVERS_MAX)
            return fail_set(f, FAIL_INTERNAL, "setting_wrong", "mail.url: at most %d servers", SERVERS_MAX);
        if (n > 0 && !open_server(m, mem_text_n(m, at, n), &servers[server_count++], f))
            return false;
        at += n + (at[n] != '\0' ? 1 : 0);
    }
    return server_count > 0 || fail_set(f, FAIL_INTERNAL, "setting_missing", "mail.url");
}

/* How far it came; *kept is whether it went over the session of the mail before. */
static enum outcome_smtp_at transfer(struct server *sv, struct upload *u, struct notify_result *out, bool *kept)
{
    CURL *session = sv->session;
    long reply = 0, connects = 0;
    curl_easy_setopt(session, CURLOPT_FRESH_CONNECT, sv->in_order ? 0L : 1L);
    curl_easy_setopt(session, CURLOPT_READDATA, u);
    curl_easy_setopt(session, CURLOPT_DEBUGDATA, u);
    CURLcode rc = curl_easy_perform(session);
    curl_easy_getinfo(session, CURLINFO_RESPONSE_CODE, &reply);
    curl_easy_getinfo(session, CURLINFO_NUM_CONNECTS, &connects);
    /* The reply code decides: libcurl names a 451 "weird" and a 550 "send error". */
    enum outcome_smtp_at at = u->left == 0 ? OUTCOME_SMTP_TEXT : u->recipient_named ? OUTCOME_SMTP_RECIPIENT : OUTCOME_SMTP_BEFORE;
    *kept = connects == 0;
    notify_say(out, outcome_smtp((int)reply, at, (int)rc), "smtp %ld, curl %d%s", reply, (int)rc, *kept ? ", kept session" : "");
    /* No word of the server's on this mail: refused before it, or silent. */
    out->way_failed = out->outcome != NOTIFY_SENT && (at == OUTCOME_SMTP_BEFORE || reply < 400 || reply == 421 || out->way_failed);
    sv->in_order = out->outcome == NOTIFY_SENT;
    if (sv->in_order)
        notify_name(out, u->queue_id);
    return at;
}

static enum outcome_smtp_at hand_over(struct server *sv, const char *text, size_t n, struct notify_result *out)
{
    struct upload u = { .data = text, .left = n };
    bool kept;
    int64_t began = clock_monotonic();
    enum outcome_smtp_at at = transfer(sv, &u, out, &kept);
    /* A server ends a session that was idle for long with a word that libcurl reads as the answer to the next command. Of this mail it has
     * heard nothing. A server that is slow as well is left for later. */
    if (kept && at == OUTCOME_SMTP_BEFORE && clock_monotonic() - began < AGAIN_SECONDS * CLOCK_SECOND)
        at = transfer(sv, &u, out, &kept);
    return at;
}

/* Over the first server that works; one that has heard nothing of this mail is left for the next at once, while the lease allows it. */
static void by_servers(struct curl_slist *to, const char *from, const struct buf *text, struct notify_result *out)
{
    int64_t began = clock_monotonic(), rest = conf_number("gateway.rest_seconds") * CLOCK_SECOND;
    enum outcome_smtp_at at = OUTCOME_SMTP_BEFORE;
    size_t i = breaker_pick(breakers, server_count, 0, began, rest);
    i = i < server_count ? i : 0;
    while (i < server_count && at == OUTCOME_SMTP_BEFORE && clock_monotonic() - began < NEXT_SECONDS * CLOCK_SECOND) {
        struct server *sv = &servers[i];
        curl_easy_setopt(sv->session, CURLOPT_MAIL_FROM, from);
        curl_easy_setopt(sv->session, CURLOPT_MAIL_RCPT, to);
        at = hand_over(sv, text->data, text->len, out);
        curl_easy_setopt(sv->session, CURLOPT_MAIL_RCPT, NULL);
        if (breaker_note(&breakers[i], out->way_failed, clock_monotonic(), rest) && server_count > 1)
            log_line(breaker_works(&breakers[i]) ? LOG_NOTICE : LOG_ERROR, "mail server %zu of mail.url %s", i + 1,
                     breaker_works(&breakers[i]) ? "works again" : "is left for the next one");
        i = breaker_pick(breakers, server_count, i + 1, clock_monotonic(), rest);
    }
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
    struct curl_slist *to = curl_slist_append(NULL, mem_printf(m, "<%s>", msg->to));
    by_servers(to, mem_printf(m, "<%s>", msg->sender != NULL ? msg->sender : from.address), &text, out);
    curl_slist_free_all(to);
}

const struct notify_driver drv_smtp = { .name = "smtp", .open = open_smtp, .send = send_smtp };
