/* onward: see onward.h. A dedupe word is "<news>:<channel>", to a backup contact "<news>:backup:<channel>": what was told of one piece of
 * news is found by it, also what other messages of the same news did. */
#include "onward.h"

#include <string.h>

#include "enqueue.h"
#include "given_up.h"
#include "office_task.h"
#include "outbox.h"

#define BACKUP ":backup"
#define DEDUPE_MAX 80 /* outbox.dedupe */

const char *onward_reason_word(enum onward_reason reason)
{
    static const char *const words[ONWARD_REASON__MAX] = { "REFUSED", "TOO_OLD", "UNCERTAIN", "UNDELIVERED", "BOUNCED" };
    return words[reason];
}

struct news {
    struct mem *m;
    const struct given_up *last;  /* the message that failed */
    char *word;                   /* without rank and channel */
    bool is_backup;
    enum message_channel channel;
    int64_t origin_id;
};

static struct news news_of(struct mem *m, const struct given_up *last)
{
    const char *channel = strrchr(last->dedupe, ':');
    size_t n = channel ? (size_t)(channel - last->dedupe) : strlen(last->dedupe), tail = strlen(BACKUP);
    struct news out = { .m = m, .last = last, .origin_id = last->origin_id ? last->origin_id : last->id };
    out.is_backup = n > tail && strncmp(last->dedupe + n - tail, BACKUP, tail) == 0;
    out.channel = channel && strcmp(channel + 1, outbox_channel_word(MESSAGE_SMS)) == 0 ? MESSAGE_SMS : MESSAGE_EMAIL;
    out.word = mem_text_n(m, last->dedupe, out.is_backup ? n - tail : n);
    return out;
}

static char *dedupe(const struct news *n, bool backup, enum message_channel channel)
{
    const char *tail = backup ? BACKUP : "", *way = outbox_channel_word(channel);
    char *word = mem_printf(n->m, "%s%s:%s", n->word, tail, way);
    return strlen(word) <= DEDUPE_MAX ? word : mem_printf(n->m, "onward:%lld%s:%s", (long long)n->origin_id, tail, way);
}

/* Whether the news goes this way: a message of it stands there that has not failed, or one is put there now. */
static bool goes_by(struct db *db, const struct news *n, bool backup, enum message_channel channel, bool *goes, struct fail *f)
{
    struct given_up other;
    struct enqueue_again again = { .union_id = n->last->union_id, .rank = backup ? "BACKUP" : "PRIMARY", .event = n->last->event,
                                   .params = n->last->params, .dedupe = dedupe(n, backup, channel), .channel = channel };
    int64_t id = 0;
    if (!given_up_find(n->m, db, again.dedupe, &other, f))
        return false;
    *goes = other.id != 0 && !other.marked;
    if (other.id != 0)
        return !*goes || other.origin_id != 0 || other.id == n->origin_id || given_up_set_origin(db, other.id, n->origin_id, f);
    if (!enqueue_again(db, &again, &id, f))
        return false;
    *goes = id != 0;
    return id == 0 || given_up_set_origin(db, id, n->origin_id, f);
}

static bool to_union(struct db *db, const struct news *n, const char **to, struct fail *f)
{
    static const enum message_channel backup[] = { MESSAGE_EMAIL, MESSAGE_SMS };
    bool goes = false;
    *to = n->is_backup ? "BACKUP" : "CHANNEL";
    if (!goes_by(db, n, n->is_backup, n->channel == MESSAGE_SMS ? MESSAGE_EMAIL : MESSAGE_SMS, &goes, f))
        return false;
    for (size_t i = 0; !goes && !n->is_backup && i < sizeof backup / sizeof backup[0]; i++) {
        *to = "BACKUP";
        if (!goes_by(db, n, true, backup[i], &goes, f))
            return false;
    }
    *to = goes ? *to : "TASK";
    return true;
}

/* Whom the settings name hears by both ways at once. */
static bool to_office(struct db *db, const struct news *n, const char **to, struct fail *f)
{
    struct given_up other;
    if (!given_up_find(n->m, db, dedupe(n, false, n->channel == MESSAGE_SMS ? MESSAGE_EMAIL : MESSAGE_SMS), &other, f))
        return false;
    *to = other.id != 0 && !other.marked ? "CHANNEL" : "TASK";
    return true;
}

static bool is_digest(const struct given_up *row)
{
    return strcmp(row->event, message_row(MESSAGE_DIGEST)->word) == 0;
}

/* What a digest should have told goes on piece by piece. */
static bool parts(struct mem *m, struct db *db, const struct given_up *digest, enum onward_reason reason, const char **to, struct fail *f)
{
    int64_t *ids;
    size_t count;
    bool ok = given_up_parts(m, db, digest->id, &ids, &count, f);
    for (size_t i = 0; ok && i < count; i++)
        ok = onward_failed(db, ids[i], reason, f);
    *to = "CHANNEL";
    return ok;
}

/* Whoever asked for it asks again; of a trial he sees on the page of sent messages what became of it. */
static bool is_nobodys(const struct given_up *row)
{
    enum message_event event;
    return (message_read(row->event, &event) && event == MESSAGE_UNION_CODE) || strncmp(row->dedupe, OUTBOX_TRIAL, strlen(OUTBOX_TRIAL)) == 0;
}

static bool go_on(struct mem *m, struct db *db, const struct given_up *row, enum onward_reason reason, struct fail *f)
{
    struct news n = news_of(m, row);
    const char *to = "TASK";
    bool ok = true;
    if (is_nobodys(row))
        to = "NOBODY";
    else if (is_digest(row))
        ok = parts(m, db, row, reason, &to, f);
    else if (row->union_id != 0)
        ok = to_union(db, &n, &to, f);
    else if (row->objection_id == 0)
        ok = to_office(db, &n, &to, f);
    struct office_task_new task = { .word = n.word, .what = "UNREACHED", .event = row->event, .params = row->params, .outbox_id = row->id,
                                    .union_id = row->union_id, .objection_id = row->objection_id };
    return ok && given_up_mark(db, row->id, onward_reason_word(reason), to, f) &&
           (strcmp(to, "TASK") != 0 || office_task_add(db, &task, f));
}

bool onward_failed(struct db *db, int64_t outbox_id, enum onward_reason reason, struct fail *f)
{
    struct mem *m = mem_new(NULL, "onward");
    struct given_up row;
    bool ok = given_up_lock(m, db, outbox_id, &row, f) && (row.marked || go_on(m, db, &row, reason, f));
    mem_free(&m);
    return ok;
}

bool onward_ended(struct db *db, int64_t outbox_id, int attempt, enum onward_reason reason, struct fail *f)
{
    struct mem *m = mem_new(NULL, "onward");
    struct given_up row;
    bool ok = given_up_lock(m, db, outbox_id, &row, f) &&
              (row.marked || !row.over || row.attempts != attempt || go_on(m, db, &row, reason, f));
    mem_free(&m);
    return ok;
}

static bool ended_work(struct db *db, void *ctx, struct fail *f)
{
    const int64_t *id = ctx;
    struct mem *m = mem_new(NULL, "onward");
    struct given_up row;
    bool ok = given_up_lock(m, db, *id, &row, f) &&
              (row.marked || go_on(m, db, &row, row.uncertain ? ONWARD_UNCERTAIN : ONWARD_REFUSED, f));
    mem_free(&m);
    return ok;
}

bool onward_sweep(struct mem *m, struct db *db, struct fail *f)
{
    int64_t *ids;
    size_t count;
    bool ok = given_up_ended(m, db, &ids, &count, f);
    for (size_t i = 0; ok && i < count; i++)
        ok = db_transaction(db, ended_work, &ids[i], f);
    return ok;
}
