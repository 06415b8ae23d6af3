/* carry: see carry.h. */
#include "carry.h"

#include <string.h>

#include "conf.h"
#include "deliver.h"
#include "flight.h"
#include "log.h"
#include "notify.h"
#include "outcome.h"

/* A mail process that is killed leaves at most its batch uncertain: what it had leased to hand over within FLIGHT_BATCH, never more than
 * MAIL_BATCH. With 32 two commits cost less than a tenth of handing them over; more gains nothing. */
enum { BREATH_MICROS = 20000, DRAIN_MILLIS = 1000, DRIVERS_MAX = 4, MAIL_BATCH = 32 };

struct way {
    const char *opened; /* its drivers; NULL: not this process's */
    struct flight *flight;
    struct letter_text *texts;
    struct deliver_hands hands;
    struct deliver *work;
    bool hungry; /* something may be due */
};

struct carry { struct way sms, mail; struct db *db; };

/* ---- the hands of one way ---- */

static size_t room(void *ctx)
{
    const struct way *w = ctx;
    return flight_room(w->flight);
}

static void start(void *ctx, struct mem *m, const struct deliver_letter *letter, void *owner)
{
    const struct way *w = ctx;
    struct notify_message *msg = mem_alloc(m, sizeof *msg);
    struct notify_result why;
    struct fail f = { 0 };
    if (letter_text_make(m, w->texts, letter, msg, &f)) {
        flight_start(w->flight, m, msg, letter->item->driver, letter->item->maybe_twice, owner);
    } else {
        notify_say(&why, NOTIFY_LATER, "%s: %s", f.code, f.detail);
        flight_refuse(w->flight, &why, owner);
    }
}

static const char *route(void *ctx, const char *before)
{
    const struct way *w = ctx;
    return flight_route(w->flight, before);
}

static bool landed(void *ctx, void **owner, struct deliver_answer *out)
{
    const struct way *w = ctx;
    struct flight_landing l;
    if (!flight_landed(w->flight, &l))
        return false;
    *owner = l.owner;
    *out = (struct deliver_answer){ .outcome = notify_outcome_word(l.result.outcome), .driver = l.driver, .once = l.asked,
                                    .untouched = l.untouched };
    memcpy(out->detail, l.result.detail, sizeof out->detail);
    memcpy(out->gateway_id, l.result.gateway_id, sizeof out->gateway_id);
    return true;
}

/* ---- starting ---- */

static const struct notify_driver *open_driver(struct mem *m, enum message_channel channel, const char *key, const char *name)
{
    struct fail f = { 0 };
    const struct notify_driver *d = notify_driver_find(channel, name);
    if (d == NULL)
        log_die("setting %s: there is no driver \"%s\"", key, name);
    if (!d->open(m, &f))
        log_die("driver %s: %s %s", d->name, f.code, f.detail);
    return d;
}

/* The drivers of a setting, in the order of preference: "aliyun, tencent". */
static size_t open_drivers(struct mem *m, enum message_channel channel, const char *key, const struct notify_driver **out)
{
    size_t count = 0;
    for (const char *at = conf_text(key); *at != '\0';) {
        size_t n = strcspn(at, ", ");
        if (n > 0 && count == DRIVERS_MAX)
            log_die("setting %s: at most %d", key, DRIVERS_MAX);
        if (n > 0)
            out[count++] = open_driver(m, channel, key, mem_text_n(m, at, n));
        for (size_t i = 0; i + 1 < count; i++)
            if (n > 0 && out[i] == out[count - 1])
                log_die("setting %s: %s stands there twice", key, out[i]->name);
        at += n + (at[n] != '\0' ? 1 : 0);
    }
    if (count == 0)
        log_die("setting %s: there is no driver", key);
    return count;
}

static void open_way(struct way *w, struct mem *m, struct db *db, const struct seal_pair *key, size_t most, int64_t per_second)
{
    struct fail f = { 0 };
    const struct notify_driver *drivers[DRIVERS_MAX];
    const char *setting = w->hands.sms ? "sms.driver" : "mail.driver";
    size_t count = open_drivers(m, w->hands.sms ? MESSAGE_SMS : MESSAGE_EMAIL, setting, drivers);
    w->hands.ctx = w;
    w->opened = conf_text(setting);
    w->flight = flight_new(m, drivers, count, most, per_second, &f);
    if (w->flight == NULL)
        log_die("setting %s: %s %s", setting, f.code, f.detail);
    w->work = deliver_new(m, db, key, &w->hands);
}

struct carry *carry_new(struct mem *m, struct db *db, const struct seal_pair *notify_key, struct letter_text *texts, unsigned ways)
{
    const struct deliver_hands hands = { .room = room, .route = route, .start = start, .landed = landed,
                                         .uncertain_after = outcome_uncertain_after, .alarm_after = outcome_alarm_after };
    struct carry *c = mem_alloc(m, sizeof *c);
    *c = (struct carry){ .sms = { .texts = texts, .hands = hands }, .mail = { .texts = texts, .hands = hands }, .db = db };
    c->sms.hands.sms = true;
    if ((ways & CARRY_MAIL) != 0)
        open_way(&c->mail, m, db, notify_key, MAIL_BATCH, 0);
    if ((ways & CARRY_SMS) != 0)
        open_way(&c->sms, m, db, notify_key, (size_t)conf_number("sms.at_once"), conf_number("sms.per_second"));
    log_line(LOG_NOTICE, "ready: mail by %s, SMS by %s", c->mail.opened != NULL ? c->mail.opened : "another",
             c->sms.opened != NULL ? c->sms.opened : "another");
    return c;
}

/* ---- working ---- */

static bool settle(struct way *w, bool *busy, struct fail *f)
{
    size_t count = 0;
    bool ok = deliver_settle(w->work, &count, f);
    *busy = *busy || count > 0;
    return ok;
}

/* What is settled first makes room. */
static bool turn(struct way *w, bool *busy, struct fail *f)
{
    return settle(w, busy, f) && (!w->hungry || deliver_take(w->work, &w->hungry, f)) && settle(w, busy, f);
}

/* An SMS that is under way while a mail server holds the process would find its time run out unheard. */
static bool drain(struct way *sms, struct fail *f)
{
    bool ok = true, busy = false;
    while (ok && sms->opened != NULL && flight_under_way(sms->flight) > 0) {
        flight_wait(sms->flight, -1, DRAIN_MILLIS);
        ok = settle(sms, &busy, f);
    }
    return ok;
}

/* Who is hungry knows already that more waits. */
static bool look(struct carry *c, struct fail *f)
{
    struct delivery_waiting w = { false, false, false };
    bool ok = delivery_waiting(c->db, &w, f) &&
              (!w.expired || deliver_take_back(c->db, c->sms.opened != NULL ? &c->sms.hands : &c->mail.hands, f));
    c->sms.hungry = c->sms.opened != NULL && (c->sms.hungry || w.sms);
    c->mail.hungry = c->mail.opened != NULL && (c->mail.hungry || w.mail);
    return ok;
}

bool carry_turn(struct carry *c, bool due, bool *busy, struct fail *f)
{
    bool ok = !due || look(c, f);
    if (ok && c->sms.opened != NULL)
        ok = turn(&c->sms, busy, f);
    if (ok && c->mail.hungry)
        ok = drain(&c->sms, f) && turn(&c->mail, busy, f);
    return ok;
}

void carry_stop(struct carry *c)
{
    c->sms.hungry = c->mail.hungry = false;
}

void carry_wait(struct carry *c, int fd, int64_t micros)
{
    const struct way *w = c->sms.opened != NULL ? &c->sms : &c->mail;
    /* There may be more, and no right to send it yet: the ceiling of a second. */
    if (w->hungry && micros > BREATH_MICROS && flight_under_way(w->flight) == 0)
        micros = BREATH_MICROS;
    flight_wait(w->flight, fd, micros > 0 ? (int)(micros / 1000) + 1 : 0);
}

size_t carry_under_way(const struct carry *c)
{
    return c->sms.opened != NULL ? flight_under_way(c->sms.flight) : 0;
}
