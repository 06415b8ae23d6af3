/* notices: the rounds with their notices: where a year's work begins; and a new round. */
#include "notice_page.h"

#include <string.h>

#include "roster.h"
#include "round.h"
#include "scan.h"

/* *open: a list may begin a notice here. Into one that is being written a list comes from its own page. *out: something was published. */
static bool put_versions(struct request *r, struct view_node *round, int64_t round_id, bool *open, bool *out, struct fail *f)
{
    struct draft_rows rows;
    if (!draft_list(request_mem(r), staff_db(), round_id, &rows, f))
        return false;
    *open = rows.count == 0 || rows.items[0].state == DRAFT_WITHDRAWN;
    for (size_t i = 0; i < rows.count; i++) {
        const struct draft_row *d = &rows.items[i];
        struct view_node *n = view_row(round, "Versions");
        view_set(n, "own_url", notice_url(r, d->id, ""));
        view_set(n, "title", d->title);
        view_set(n, "slug", d->notice_slug);
        view_set_number(n, "version", d->version);
        *out = *out || d->published_at != 0;
        view_set(n, "state", draft_state_word(d->state));
        view_set(n, "state_text", kit_word(r, mem_printf(request_mem(r), "Staff.Notice.State.%s", draft_state_word(d->state))));
        view_set_number(n, "people", d->entries);
        view_set(n, "drafted_by", d->drafted_name);
        if (d->published_at)
            view_set(n, "published", kit_time(r, d->published_at));
    }
    return true;
}

void notices_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct round_rows rounds;
    bool ok = round_list(request_mem(r), staff_db(), &rounds, &f);
    bool writes = staff_opens(r, "/notices/round");
    for (size_t i = 0; ok && i < rounds.count; i++) {
        struct view_node *n = view_row(v, "Rounds");
        view_set(n, "title", rounds.items[i].title);
        view_set(n, "slug", rounds.items[i].slug);
        bool open = false, published = false;
        ok = put_versions(r, n, rounds.items[i].id, &open, &published, &f);
        if (published)
            view_set(n, "final_url", mem_printf(request_mem(r), "/final/%s", rounds.items[i].slug));
        if (writes && open)
            view_set(n, "import_url", mem_printf(request_mem(r), "/notices/round/%s/import", rounds.items[i].slug));
    }
    if (!ok) {
        response_fail(out, &f);
        return;
    }
    view_set_flag(v, "Writes", writes);
    staff_title(r, v, "Notice.list_title", NULL);
    notice_done(r, v);
    response_page(out, "notices");
}

/* ---- a new round ---- */

static const struct form_field fields[] = {
    { "round_title", FORM_LINE, true, 2, 100, NULL },
    { "slug", FORM_LINE, true, 1, 30, NULL }, /* with "-1" and the like behind it, it is a notice's address of at most 40 */
};

static void show_round(struct request *r, struct view_node *v, struct form *form, int status, struct response *out)
{
    kit_form(form, v);
    staff_title(r, v, "Notice.round_title", "/notices");
    response_page_status(out, status, "round_add");
}

void round_add_page(struct request *r, struct view_node *v, struct response *out)
{
    show_round(r, v, form_new(r, fields, sizeof fields / sizeof *fields), 200, out);
}

void round_add_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    int64_t id = 0;
    struct form *form = form_new(r, fields, sizeof fields / sizeof *fields);
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    if (form_ok(form) && !scan_word(form_text(form, "slug"), 30))
        form_error(form, "slug", "round_slug_wrong");
    if (form_ok(form) && publish_round(staff_db(), request_who(r)->id, form_text(form, "slug"), form_text(form, "round_title"), &id, &f)) {
        response_redirect(out, "/notices?done=round");
        return;
    }
    if (f.kind == FAIL_CONFLICT)
        form_error(form, "slug", f.code);
    else if (form_ok(form)) {
        response_fail(out, &f);
        return;
    }
    show_round(r, v, form, 422, out);
}

/* The heads of a list, to fill in. Excel takes a CSV for UTF-8 when it begins with a BOM. */
void list_template_page(struct request *r, struct view_node *v, struct response *out)
{
    struct buf text;
    (void)v;
    buf_init(&text, request_mem(r), 1000);
    buf_text(&text, "\xEF\xBB\xBF");
    for (int c = 0; c < ROSTER_COLUMN__MAX; c++)
        buf_printf(&text, "%s%s", c ? "," : "", roster_column_head((enum roster_column)c));
    buf_text(&text, "\r\n");
    response_file(out, "text/csv; charset=utf-8", "candidates.csv", text.data, text.len);
}
