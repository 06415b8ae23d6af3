/* assist_tell: see assist_tell.h. */
#include "assist_tell.h"

#include <jansson.h>
#include <string.h>

#include "enqueue.h"
#include "letter.h"

/* Takes `o`. */
static char *pack(struct mem *m, json_t *o)
{
    size_t n = json_dumpb(o, NULL, 0, JSON_COMPACT);
    char *text = mem_alloc(m, n + 1);
    json_dumpb(o, text, n, JSON_COMPACT);
    json_decref(o);
    return text;
}

static char *with_due(struct mem *m, const char *slug, instant due)
{
    char until[CLOCK_TEXT];
    clock_day_to_hanzi(clock_day_beijing(due - 1), until);
    return pack(m, json_pack("{s:s, s:s}", "slug", slug, "due", until));
}

bool assist_tell_request(struct mem *m, struct db *db, const struct assist_standing *a, instant due, struct fail *f)
{
    int64_t id;
    char slug[LETTER_SLUG];
    return letter_add(db, a->union_id, 0, a->id, &id, slug, f) &&
           enqueue_union(db, MESSAGE_ASSIST_REQUESTED, a->union_id, mem_printf(m, "letter:%lld", (long long)id), with_due(m, slug, due), f);
}

bool assist_tell_change(struct mem *m, struct db *db, const struct assist_standing *a, enum assist_step step, struct fail *f)
{
    char slug[LETTER_SLUG];
    if (strcmp(a->state, assist_state_word(ASSIST_DRAFT)) == 0)
        return true;
    return letter_of_assist(db, a->id, slug, f) &&
           enqueue_union(db, MESSAGE_ASSIST_CHANGED, a->union_id, mem_printf(m, "assist:%lld:%s", (long long)a->id, assist_step_word(step)),
                         pack(m, json_pack("{s:s}", "slug", slug)), f);
}

/* The day stands in the key: more time brings reminders of its own. */
static char *term_key(struct mem *m, const struct assist_standing *a, const char *which)
{
    char text[CLOCK_TEXT];
    clock_day_to_text(clock_day_beijing(a->due_at - 1), text);
    return mem_printf(m, "assist:%lld:%s:%s", (long long)a->id, text, which);
}

bool assist_tell_term(struct mem *m, struct db *db, const struct assist_standing *a, int offset, struct fail *f)
{
    char slug[LETTER_SLUG];
    return letter_of_assist(db, a->id, slug, f) &&
           enqueue_union(db, offset > 0 ? MESSAGE_ASSIST_OVERDUE : MESSAGE_ASSIST_REMINDER, a->union_id,
                         term_key(m, a, mem_printf(m, "%+d", offset)), with_due(m, slug, a->due_at), f);
}

bool assist_tell_escalation(struct mem *m, struct db *db, const struct assist_standing *a, struct fail *f)
{
    char slug[LETTER_SLUG];
    return letter_of_assist(db, a->id, slug, f) &&
           enqueue_backup(db, MESSAGE_ASSIST_OVERDUE, a->union_id, term_key(m, a, "up"), with_due(m, slug, a->due_at), f) &&
           enqueue_office(db, MESSAGE_REQUEST_LATE, term_key(m, a, "up"), "{}", f);
}
