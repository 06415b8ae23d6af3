/* flight: see flight.h. */
#include "flight.h"

#include <curl/curl.h>
#include <string.h>

#include "breaker.h"
#include "buf.h"
#include "conf.h"
#include "gateway.h"
#include "log.h"

enum { ANSWER_MAX = 64 * 1024, CONNECT_SECONDS = 5, WAYS_MAX = 4, FIRST_BATCH = 4 };
enum state { FREE, ASKING, SENDING, LANDED };

struct seat {
    enum state state;
    size_t way; /* which driver */
    CURL *handle;
    struct curl_slist *heads;
    struct mem *m;
    const struct notify_message *msg;
    void *owner;
    const char *body; /* what is left of it */
    size_t left;
    struct buf text;
    struct notify_result result;
    bool asked, untouched;
};

struct flight {
    const struct notify_driver *drivers[WAYS_MAX];
    struct breaker breakers[WAYS_MAX];
    size_t ways;
    CURLM *multi;
    struct seat *seats;
    size_t most, taken;
    int64_t per_second, allowed, allowed_at; /* millionths of a message, and when they were counted */
    int64_t each, batch_from; /* of a driver that blocks: how long a message takes, and when this room's first began (0: none yet) */
};

/* ---- one request ---- */

static size_t take(char *from, size_t size, size_t count, void *ctx)
{
    return buf_add(ctx, from, size * count) ? size * count : 0;
}

static size_t give(char *to, size_t size, size_t count, void *ctx)
{
    struct seat *s = ctx;
    size_t n = size * count < s->left ? size * count : s->left;
    memcpy(to, s->body, n);
    s->body += n;
    s->left -= n;
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

static void set_manners(CURL *h)
{
    curl_easy_reset(h);
    curl_easy_setopt(h, CURLOPT_PROTOCOLS_STR, "https");
    curl_easy_setopt(h, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
    curl_easy_setopt(h, CURLOPT_PROXY, "");
    curl_easy_setopt(h, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(h, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_SECONDS);
    curl_easy_setopt(h, CURLOPT_TIMEOUT, (long)conf_number("sms.reply_seconds"));
    curl_easy_setopt(h, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    curl_easy_setopt(h, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(h, CURLOPT_SSL_VERIFYHOST, 2L);
    if (conf_text("sms.ca_file")[0] != '\0')
        curl_easy_setopt(h, CURLOPT_CAINFO, conf_text("sms.ca_file"));
}

static void begin(struct flight *f, struct seat *s, const struct gateway_request *r)
{
    CURL *h = s->handle;
    s->body = r->body;
    s->left = r->len;
    s->heads = curl_slist_append(NULL, "Expect:");
    for (const char *const *line = r->heads; *line != NULL; line++)
        s->heads = curl_slist_append(s->heads, *line);
    buf_init(&s->text, s->m, ANSWER_MAX);
    set_manners(h);
    curl_easy_setopt(h, CURLOPT_PRIVATE, s);
    curl_easy_setopt(h, CURLOPT_URL, r->url);
    curl_easy_setopt(h, CURLOPT_POST, 1L);
    curl_easy_setopt(h, CURLOPT_POSTFIELDSIZE, (long)r->len);
    curl_easy_setopt(h, CURLOPT_READFUNCTION, give);
    curl_easy_setopt(h, CURLOPT_READDATA, s);
    curl_easy_setopt(h, CURLOPT_SEEKFUNCTION, no_way_back);
    curl_easy_setopt(h, CURLOPT_HTTPHEADER, s->heads);
    curl_easy_setopt(h, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(h, CURLOPT_WRITEDATA, &s->text);
    curl_multi_add_handle(f->multi, h);
}

/* Moving average of what a message takes: the size of the next room comes from it. */
static void send_blocking(struct flight *f, struct seat *s)
{
    int64_t began = clock_monotonic();
    f->drivers[s->way]->send(s->m, s->msg, &s->result);
    int64_t took = clock_monotonic() - began;
    f->each += (took - f->each) / (took > f->each ? 2 : 8);
}

static void send_it(struct flight *f, struct seat *s)
{
    struct gateway_request r;
    s->state = LANDED;
    if (f->drivers[s->way]->send != NULL) {
        send_blocking(f, s);
    } else if (f->drivers[s->way]->write(s->m, s->msg, &r, &s->result)) {
        s->state = SENDING;
        begin(f, s, &r);
    }
}

/* What a gateway surely did not take, for no fault of the message, goes to the next. */
static void judge(struct flight *f, struct seat *s)
{
    int64_t now = clock_monotonic(), rest = conf_number("gateway.rest_seconds") * CLOCK_SECOND;
    struct breaker *b = &f->breakers[s->way];
    s->state = LANDED;
    if (breaker_note(b, s->result.way_failed, now, rest) && f->ways > 1)
        log_line(breaker_works(b) ? LOG_NOTICE : LOG_ERROR, "gateway %s %s", f->drivers[s->way]->name,
                 breaker_works(b) ? "works again" : "is left for the next one");
    if (!s->result.way_failed || s->result.outcome == NOTIFY_UNCERTAIN)
        return;
    size_t next = breaker_pick(f->breakers, f->ways, s->way + 1, now, rest);
    if (next == f->ways)
        return;
    s->way = next;
    send_it(f, s);
}

/* What came back of a question decides whether the message goes out at all. */
static void end(struct flight *f, struct seat *s, CURLcode code)
{
    double sent = 0;
    struct gateway_answer a = { .text = mem_text(s->m, ""), .curl = (int)code };
    curl_easy_getinfo(s->handle, CURLINFO_PRETRANSFER_TIME, &sent);
    a.sent = sent > 0;
    if (code == CURLE_OK) {
        a.text = s->text.data;
        a.len = s->text.len;
        curl_easy_getinfo(s->handle, CURLINFO_RESPONSE_CODE, &a.status);
    }
    curl_multi_remove_handle(f->multi, s->handle);
    curl_slist_free_all(s->heads);
    s->heads = NULL;
    if (s->state == SENDING) {
        f->drivers[s->way]->read(s->m, s->msg, &a, &s->result);
        judge(f, s);
        return;
    }
    f->drivers[s->way]->read_question(s->m, s->msg, &a, &s->result);
    s->asked = s->result.outcome == NOTIFY_SENT;
    s->state = LANDED;
    if (!s->asked)
        send_it(f, s);
}

/* ---- all of them ---- */

static void close_all(void *ctx)
{
    struct flight *f = ctx;
    for (size_t i = 0; i < f->most; i++) {
        if (f->seats[i].heads != NULL)
            curl_multi_remove_handle(f->multi, f->seats[i].handle);
        curl_slist_free_all(f->seats[i].heads);
        curl_easy_cleanup(f->seats[i].handle);
    }
    curl_multi_cleanup(f->multi);
}

struct flight *flight_new(struct mem *m, const struct notify_driver *const *drivers, size_t count, size_t most, int64_t per_second,
                          struct fail *fail)
{
    struct flight *f = mem_alloc(m, sizeof *f);
    curl_global_init(CURL_GLOBAL_DEFAULT);
    *f = (struct flight){ .multi = curl_multi_init(), .most = most, .per_second = per_second, .allowed = CLOCK_SECOND,
                          .allowed_at = clock_monotonic(), .each = FLIGHT_BATCH / FIRST_BATCH };
    for (; f->ways < count && f->ways < WAYS_MAX; f->ways++)
        f->drivers[f->ways] = drivers[f->ways];
    f->seats = mem_array(m, most, sizeof *f->seats);
    bool ok = f->multi != NULL;
    for (size_t i = 0; ok && i < most; i++)
        ok = (f->seats[i].handle = curl_easy_init()) != NULL;
    if (!ok) {
        fail_set(fail, FAIL_INTERNAL, "curl", "no session");
        return NULL;
    }
    curl_multi_setopt(f->multi, CURLMOPT_MAXCONNECTS, (long)most);
    mem_on_free(m, close_all, f);
    return f;
}

/* What was not used for a second is gone: a quiet hour gives no right to a burst. */
static size_t in_time(struct flight *f)
{
    int64_t now = clock_monotonic(), most = f->per_second * CLOCK_SECOND;
    f->allowed += (now - f->allowed_at) * f->per_second;
    f->allowed = f->allowed > most ? most : f->allowed;
    f->allowed_at = now;
    return (size_t)(f->allowed / CLOCK_SECOND);
}

size_t flight_room(struct flight *f)
{
    size_t room = f->most - f->taken;
    if (f->drivers[0]->send != NULL) {
        size_t fit = f->each > 0 ? (size_t)(FLIGHT_BATCH / f->each) : f->most;
        f->batch_from = 0;
        room = fit > room ? room : fit > 0 ? fit : 1;
    }
    if (f->per_second == 0)
        return room;
    size_t allowed = in_time(f);
    return allowed < room ? allowed : room;
}

size_t flight_under_way(const struct flight *f)
{
    return f->taken;
}

static struct seat *free_seat(struct flight *f)
{
    struct seat *s = f->seats;
    while (s->state != FREE)
        s++;
    f->taken++;
    if (f->per_second != 0)
        f->allowed -= CLOCK_SECOND;
    return s;
}

static size_t way_of(const struct flight *f, const char *driver)
{
    size_t i = 0;
    while (i < f->ways && (driver == NULL || strcmp(f->drivers[i]->name, driver) != 0))
        i++;
    return i;
}

const char *flight_route(struct flight *f, const char *before)
{
    size_t asked = way_of(f, before);
    if (asked < f->ways && breaker_works(&f->breakers[asked]))
        return f->drivers[asked]->name;
    size_t way = breaker_pick(f->breakers, f->ways, 0, clock_monotonic(), conf_number("gateway.rest_seconds") * CLOCK_SECOND);
    return f->drivers[way < f->ways ? way : 0]->name;
}

/* A room of a driver that blocks is leased as one: what its time no longer holds is given back. */
static bool out_of_time(struct flight *f)
{
    int64_t now = clock_monotonic();
    if (f->batch_from == 0)
        f->batch_from = now;
    return now - f->batch_from > FLIGHT_BATCH;
}

void flight_start(struct flight *f, struct mem *m, const struct notify_message *msg, const char *driver, bool may_have_gone, void *owner)
{
    struct gateway_request r;
    struct seat *s = free_seat(f);
    *s = (struct seat){ .state = LANDED, .way = way_of(f, driver), .handle = s->handle, .m = m, .msg = msg, .owner = owner };
    const struct notify_driver *d = f->drivers[s->way];
    if (d->send != NULL && out_of_time(f)) {
        s->untouched = true;
        notify_say(&s->result, NOTIFY_LATER, "not begun: those before it took too long");
    } else if (may_have_gone && d->write_question != NULL && d->write_question(m, msg, &r, &s->result)) {
        s->state = ASKING;
        begin(f, s, &r);
    } else {
        send_it(f, s);
    }
}

void flight_refuse(struct flight *f, const struct notify_result *r, void *owner)
{
    struct seat *s = free_seat(f);
    *s = (struct seat){ .state = LANDED, .handle = s->handle, .owner = owner, .result = *r };
}

static bool any_landed(const struct flight *f)
{
    for (size_t i = 0; i < f->most; i++)
        if (f->seats[i].state == LANDED)
            return true;
    return false;
}

static void work(struct flight *f)
{
    int running, left;
    CURLMsg *said;
    curl_multi_perform(f->multi, &running);
    while ((said = curl_multi_info_read(f->multi, &left)) != NULL) {
        struct seat *s = NULL;
        CURLcode code = said->data.result;
        curl_easy_getinfo(said->easy_handle, CURLINFO_PRIVATE, (char **)&s);
        end(f, s, code);
    }
}

void flight_wait(struct flight *f, int fd, int millis)
{
    struct curl_waitfd poked = { .fd = fd, .events = CURL_WAIT_POLLIN };
    work(f);
    if (any_landed(f))
        return;
    curl_multi_poll(f->multi, &poked, fd >= 0 ? 1 : 0, millis, NULL);
    work(f);
}

bool flight_landed(struct flight *f, struct flight_landing *out)
{
    for (size_t i = 0; i < f->most; i++) {
        struct seat *s = &f->seats[i];
        if (s->state != LANDED)
            continue;
        *out = (struct flight_landing){ .owner = s->owner, .driver = s->msg != NULL ? f->drivers[s->way]->name : NULL, .result = s->result,
                                        .asked = s->asked, .untouched = s->untouched };
        s->state = FREE;
        f->taken--;
        return true;
    }
    return false;
}
