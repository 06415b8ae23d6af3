/* import: see import.h. */
#include "import.h"

#include <string.h>

#include "audit.h"
#include "entry.h"
#include "order.h"
#include "text.h"

#define FILE_NAME_MAX 100 /* characters kept of a file's name */

bool import_upload(struct mem *m, struct db *db, const struct import_upload_in *in, int64_t *draft_id, struct fail *f)
{
    if (in->n == 0)
        return fail_field(f, "file", "file_missing");
    if (in->n > ROSTER_MAX_BYTES)
        return fail_field(f, "file", "import_large");
    bool fit = text_check(in->file_name, strlen(in->file_name), false) == TEXT_OK;
    const char *name = text_cut(m, fit ? in->file_name : "", FILE_NAME_MAX);
    return import_draft_sweep(db, f) && import_draft_add(db, in->round_id, in->officer_id, name, in->bytes, in->n, draft_id, f);
}

static struct roster *parse(struct mem *m, struct db *db, const struct import_draft *draft, struct fail *f)
{
    struct import_unions unions;
    if (!import_union_list(m, db, &unions, f))
        return NULL;
    struct roster_union *known = mem_array(m, unions.count, sizeof *known);
    for (size_t i = 0; i < unions.count; i++)
        known[i] = (struct roster_union){ unions.items[i].id, unions.items[i].name };
    return roster_parse(m, draft->bytes.data, draft->bytes.len, known, unions.count);
}

static bool find_current(struct mem *m, struct db *db, struct import_view *v, struct fail *f)
{
    struct draft_rows versions;
    if (!draft_list(m, db, v->draft.round_id, &versions, f))
        return false;
    v->has_current = versions.count > 0 && versions.items[0].state != DRAFT_WITHDRAWN;
    v->current = v->has_current ? versions.items[0] : (struct draft_row){ .id = 0 };
    v->open = !v->has_current || (v->current.state == DRAFT_WRITING && v->current.version == 1);
    return true;
}

bool import_look(struct mem *m, struct db *db, int64_t draft_id, struct import_view *out, struct fail *f)
{
    if (!import_draft_get(m, db, draft_id, &out->draft, f) || !find_current(m, db, out, f))
        return false;
    out->roster = parse(m, db, &out->draft, f);
    return out->roster != NULL;
}

struct take { struct mem *m; struct import_view *view; const struct import_take_in *in; int64_t version_id; };

/* The draft that takes the list: the round's newest version if it is being written; a new notice if there is none in force. The lock on
 * the round comes first, so that two officers do not begin two notices. */
static bool find_version(struct db *db, struct take *t, struct fail *f)
{
    const struct import_draft *d = &t->view->draft;
    int64_t notices = 0, notice_id = 0, officer = t->in->officer_id;
    if (!draft_notice_count(db, d->round_id, &notices, f) || !find_current(t->m, db, t->view, f))
        return false;
    t->version_id = t->view->current.id;
    if (t->version_id != t->in->seen.id)
        return fail_set(f, FAIL_CONFLICT, "notice_changed", "the round has another version by now");
    if (t->view->has_current && t->view->current.state == DRAFT_WRITING && !t->view->open)
        return fail_set(f, FAIL_CONFLICT, "notice_changed", "a correction takes no list");
    if (t->view->has_current)
        return draft_expect(db, t->in->seen, DRAFT_WRITING, NULL, f) && draft_touch(db, t->version_id, officer, f);
    const char *slug = mem_printf(t->m, "%s-%lld", d->round_slug, (long long)notices + 1);
    const char *title = mem_printf(t->m, "关于%s拟认定人选的公示", d->round_title);
    return draft_notice_add(db, d->round_id, slug, &notice_id, f) &&
           draft_add(db, notice_id, 1, title, officer, &t->version_id, f) && draft_inherit(db, t->version_id, d->round_id, f);
}

static int64_t known_candidate(const struct entries *before, const struct roster_row *row)
{
    for (size_t i = 0; i < before->count; i++)
        if (strcmp(before->items[i].name, row->name) == 0 && strcmp(before->items[i].employer, row->employer) == 0)
            return before->items[i].candidate_id;
    return 0;
}

static bool add_rows(struct db *db, struct take *t, const struct entries *before, struct fail *f)
{
    const struct roster *r = t->view->roster;
    size_t *seq = order_by_strokes(t->m, r, f);
    if (!seq)
        return false;
    for (size_t i = 0; i < r->count; i++) {
        const struct roster_row *row = &r->rows[i];
        struct entry e = { .candidate_id = known_candidate(before, row), .seq = (int64_t)seq[i], .union_id = row->from->id };
        e.award = mem_text(t->m, roster_award_word(row->award));
        e.name = mem_text(t->m, row->name);
        e.employer = mem_text(t->m, row->employer);
        e.post = mem_text(t->m, row->post);
        e.union_name = mem_text(t->m, row->union_name);
        e.field = mem_text(t->m, row->field);
        e.deeds = mem_text(t->m, row->deeds);
        if (e.candidate_id == 0 && !entry_candidate(db, t->view->draft.round_id, row->name, row->employer, &e.candidate_id, f))
            return false;
        if (!entry_add(db, t->version_id, &e, f))
            return false;
    }
    return true;
}

static bool take_work(struct db *db, void *ctx, struct fail *f)
{
    struct take *t = ctx;
    struct entries before;
    return import_draft_remove(db, t->view->draft.id, f) && find_version(db, t, f) && entry_list(t->m, db, t->version_id, &before, f) &&
           entry_clear(db, t->version_id, f) && add_rows(db, t, &before, f) &&
           audit_add(db, AUDIT_OFFICER, t->in->officer_id, "import_take", "notice_version", t->version_id, "", f);
}

bool import_take(struct mem *m, struct db *db, const struct import_take_in *in, int64_t *version_id, struct fail *f)
{
    struct import_view view;
    if (!import_look(m, db, in->draft_id, &view, f))
        return false;
    if (view.roster->errors > 0)
        return fail_set(f, FAIL_INPUT, "import_flawed", "%zu errors", view.roster->errors);
    struct take t = { m, &view, in, 0 };
    if (!db_transaction(db, take_work, &t, f))
        return false;
    *version_id = t.version_id;
    return true;
}

static bool drop_work(struct db *db, void *ctx, struct fail *f)
{
    const struct import_take_in *in = ctx;
    return import_draft_remove(db, in->draft_id, f) &&
           audit_add(db, AUDIT_OFFICER, in->officer_id, "import_drop", "import_draft", in->draft_id, "", f);
}

bool import_drop(struct db *db, int64_t draft_id, int64_t officer_id, struct fail *f)
{
    struct import_take_in in = { .draft_id = draft_id, .officer_id = officer_id };
    return db_transaction(db, drop_work, &in, f);
}
