/* notice_import: a list that was sent in: what is wrong with it by line and column, what was mended, who would be taken over; taking it
 * over or throwing it away. */
#include <string.h>

#include "import.h"
#include "notice_page.h"
#include "scan.h"

static const struct form_field take_fields[] = {
    { "version", FORM_HIDDEN, true, 1, 18, NULL }, /* whose people it replaces; 0: none */
    NOTICE_SEEN,
};

static const char *import_url(struct request *r, int64_t id, const char *rest)
{
    return mem_printf(request_mem(r), "/notices/import/%lld%s", (long long)id, rest);
}

static bool import_id(struct request *r, struct response *out, int64_t *id)
{
    if (scan_i64(request_segment(r, "import"), 1, INT64_MAX, id))
        return true;
    response_missing(out);
    return false;
}

static size_t blank_at(const char *p)
{
    static const char *const BLANKS[] = { " ", "\t", "\xC2\xA0", "\xE3\x80\x80" };
    for (size_t i = 0; i < sizeof BLANKS / sizeof *BLANKS; i++)
        if (strncmp(p, BLANKS[i], strlen(BLANKS[i])) == 0)
            return strlen(BLANKS[i]);
    return 0;
}

/* Where blanks are what was mended they must be seen: the text in pieces, each blank one of its own. */
static void put_pieces(struct request *r, struct view_node *n, const char *text)
{
    for (const char *p = text, *from = text; *from != '\0';) {
        size_t blank = blank_at(p);
        if (p > from && (blank > 0 || *p == '\0'))
            view_set(view_row(n, "Pieces"), "text", mem_text_n(request_mem(r), from, (size_t)(p - from)));
        if (blank > 0)
            view_set_flag(view_row(n, "Pieces"), "blank", true);
        if (blank > 0 || *p == '\0')
            from = p + blank;
        p += blank > 0 ? blank : *p != '\0';
    }
}

static void put_flaws(struct request *r, struct view_node *v, const struct roster *list)
{
    static const char *const LISTS[ROSTER_LEVEL__MAX] = { [ROSTER_MENDED] = "Mends", [ROSTER_LOOK] = "Looks", [ROSTER_ERROR] = "Flaws" };
    for (size_t i = 0; i < list->flaw_count; i++) {
        const struct roster_flaw *p = &list->flaws[i];
        struct view_node *n = view_row(v, LISTS[p->level]);
        if (p->line)
            view_set_number(n, "line", (int64_t)p->line);
        if (p->column < ROSTER_COLUMN__MAX)
            view_set(n, "column", roster_column_head(p->column));
        view_set(n, "text", notice_say(r, mem_printf(request_mem(r), "Flaw.%s", roster_fault_word(p->fault)), (int64_t)p->one,
                                         (int64_t)p->two));
        if (p->fault == ROSTER_BLANKS)
            put_pieces(r, n, p->before);
        else
            view_set(n, "before", p->before);
        view_set(n, "after", p->after);
    }
    view_set_number(v, "FlawCount", (int64_t)list->errors);
    view_set_number(v, "LookCount", (int64_t)list->looks);
    view_set_number(v, "MendCount", (int64_t)list->mends);
    view_set_flag(v, "NotAllListed", list->flaw_count < list->errors + list->looks + list->mends);
}

static void put_rows(struct request *r, struct view_node *v, const struct roster *list)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct roster_row *p = &list->rows[i];
        struct view_node *n = view_row(v, "Rows");
        view_set_number(n, "line", (int64_t)p->line);
        view_set(n, "award", kit_word(r, mem_printf(request_mem(r), "Award.%s", roster_award_word(p->award))));
        view_set(n, "name", p->name);
        view_set(n, "employer", p->employer);
        view_set(n, "post", p->post);
        view_set(n, "union", p->union_name);
        view_set(n, "field", p->field);
        view_set(n, "deeds", p->deeds);
    }
}

static void put_counts(struct view_node *v, const struct roster *list)
{
    struct view_node *n = view_child(v, "Count");
    view_set_number(n, "people", (int64_t)list->count);
    view_set_number(n, "craftsmen", (int64_t)list->awards[ROSTER_CRAFTSMAN]);
    view_set_number(n, "nominations", (int64_t)list->awards[ROSTER_NOMINATION]);
    view_set_number(n, "craftsmen_quota", ROSTER_CRAFTSMEN);
    view_set_number(n, "nominations_quota", ROSTER_NOMINATIONS);
    view_set_flag(n, "craftsmen_odd", list->awards[ROSTER_CRAFTSMAN] != ROSTER_CRAFTSMEN);
    view_set_flag(n, "nominations_odd", list->awards[ROSTER_NOMINATION] != ROSTER_NOMINATIONS);
}

/* What the list would meet: nothing, a draft whose people it replaces, or a notice that is closed to it. */
static void put_current(struct request *r, struct view_node *v, const struct import_view *view)
{
    struct view_node *n = view_child(v, "Current");
    view_set_number(n, "id", view->current.id);
    view_set_number(n, "seen", view->current.revision);
    view_set_number(n, "people", view->current.entries);
    view_set_flag(n, "replaces", view->has_current && view->open);
    view_set_flag(n, "closed", !view->open);
    if (view->has_current)
        view_set(n, "own_url", notice_url(r, view->current.id, ""));
}

/* The page, after a refusal with what came in between (`why`, `seen`). */
static void show(struct request *r, struct view_node *v, int64_t id, const struct fail *why, struct draft_seen seen, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct import_view view;
    if (!import_look(request_mem(r), staff_db(), id, &view, &f)) {
        response_fail(out, &f);
        return;
    }
    struct draft now = { .id = view.current.id };
    if (why && why->kind == FAIL_CONFLICT && !notice_changed(r, v, &now, now.id == seen.id ? seen.revision : -1, why)) {
        response_fail(out, why);
        return;
    }
    struct view_node *n = view_child(v, "Import");
    view_set(n, "file", view.draft.file_name);
    view_set(n, "time", kit_time(r, view.draft.created_at));
    view_set(n, "round", view.draft.round_title);
    view_set(n, "take_url", import_url(r, id, "/take"));
    view_set(n, "drop_url", import_url(r, id, "/drop"));
    view_set(n, "again_url", mem_printf(request_mem(r), "/notices/round/%s/import", view.draft.round_slug));
    put_flaws(r, v, view.roster);
    put_rows(r, v, view.roster);
    put_counts(v, view.roster);
    put_current(r, v, &view);
    view_set_flag(v, "CanTake", view.roster->errors == 0 && view.open);
    staff_title(r, v, "Notice.import_title", mem_printf(request_mem(r), "/notices/round/%s/import", view.draft.round_slug));
    response_page_status(out, why ? fail_status(why->kind) : 200, "notice_import");
}

void notice_import_page(struct request *r, struct view_node *v, struct response *out)
{
    int64_t id;
    if (import_id(r, out, &id))
        show(r, v, id, NULL, (struct draft_seen){ 0, 0 }, out);
}

void notice_take_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct import_take_in in = { .officer_id = request_who(r)->id };
    int64_t version_id = 0;
    struct form *form = form_new(r, take_fields, sizeof take_fields / sizeof *take_fields);
    if (!import_id(r, out, &in.draft_id))
        return;
    if (!form_read(form, &f) || (!scan_i64(form_text(form, "version"), 0, INT64_MAX, &in.seen.id) &&
                                 !fail_set(&f, FAIL_INPUT, "request_broken", "no number of a version"))) {
        response_fail(out, &f);
        return;
    }
    in.seen = notice_seen(in.seen.id, form);
    if (import_take(request_mem(r), staff_db(), &in, &version_id, &f)) {
        notice_did(r, out, version_id, "", "taken");
        return;
    }
    if (f.kind == FAIL_INPUT || f.kind == FAIL_CONFLICT)
        show(r, v, in.draft_id, &f, in.seen, out);
    else
        response_fail(out, &f);
}

void notice_drop_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    int64_t id;
    struct form *form = form_new(r, NULL, 0);
    (void)v;
    if (!import_id(r, out, &id))
        return;
    if (!form_read(form, &f) || !import_drop(staff_db(), id, request_who(r)->id, &f))
        response_fail(out, &f);
    else
        response_redirect(out, "/notices?done=dropped");
}
