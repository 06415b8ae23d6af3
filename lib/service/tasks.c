/* tasks: see tasks.h. */
#include "tasks.h"

#include <string.h>

#include "audit.h"
#include "enqueue.h"

struct settling { struct mem *m; int64_t officer_id, id; const char *how, *words; };

/* By both channels of a rank; *made says whether there was one. */
static bool to_rank(struct db *db, const struct settling *s, const struct office_task *t, const char *rank, const char *tail, bool *made,
                    struct fail *f)
{
    static const struct { enum message_channel channel; const char *word; } ways[] = { { MESSAGE_EMAIL, "EMAIL" }, { MESSAGE_SMS, "SMS" } };
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        struct enqueue_again again = { .union_id = t->union_id, .rank = rank, .event = t->event, .params = t->params,
                                       .dedupe = mem_printf(s->m, "task:%lld%s:%s", (long long)t->id, tail, ways[i].word),
                                       .channel = ways[i].channel };
        int64_t id = 0;
        if (!enqueue_again(db, &again, &id, f))
            return false;
        *made |= id != 0;
    }
    return true;
}

static bool resend(struct db *db, const struct settling *s, const struct office_task *t, struct fail *f)
{
    bool made = false;
    if (t->union_id == 0)
        return fail_field(f, "how", "task_not_resent");
    return to_rank(db, s, t, "PRIMARY", "", &made, f) && (made || to_rank(db, s, t, "BACKUP", ":backup", &made, f)) &&
           (made || fail_field(f, "how", "contact_unreachable"));
}

static bool settle_work(struct db *db, void *ctx, struct fail *f)
{
    const struct settling *s = ctx;
    struct office_task t;
    bool again = strcmp(s->how, "RESENT") == 0;
    return office_task_read(s->m, db, s->id, s->officer_id, &t, f) && office_task_settle(db, s->id, s->officer_id, s->how, s->words, f) &&
           (!again || resend(db, s, &t, f)) && audit_add(db, AUDIT_OFFICER, s->officer_id, "task_settle", "office_task", s->id, s->how, f);
}

bool tasks_settle(struct mem *m, struct db *db, int64_t officer_id, int64_t id, const char *how, const char *words, struct fail *f)
{
    struct settling s = { m, officer_id, id, how, words };
    if (strcmp(how, "RESENT") != 0 && words[0] == '\0')
        return fail_field(f, "words", "needed");
    if (!db_transaction(db, settle_work, &s, f))
        return false;
    enqueue_poke();
    return true;
}
