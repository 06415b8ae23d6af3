/* notice_correct: a published notice is corrected: why, which everybody will read; and a correction that is not wanted after all. */
#include "correct.h"
#include "notice_page.h"

static const struct form_field fields[] = {
    NOTICE_SEEN,
    { "correction", FORM_LINES, true, 10, 500, NULL },
};
static const struct form_field drop_fields[] = { NOTICE_SEEN };
#define COUNT (sizeof fields / sizeof *fields)

static void show(struct request *r, struct view_node *v, const struct draft *d, struct form *form, int status, struct response *out)
{
    kit_form(form, v);
    view_set_flag(v, "Begin", d->state == DRAFT_PUBLISHED);
    notice_title(r, v, "correct_title", d);
    response_page_status(out, status, "notice_correct");
}

/* A published version begins one; of a correction that is being written the reason is written anew. */
static bool fits(const struct draft *d)
{
    return d->state == DRAFT_PUBLISHED || (d->state == DRAFT_WRITING && d->version > 1);
}

void notice_correct_page(struct request *r, struct view_node *v, struct response *out)
{
    struct draft d;
    struct form *form = form_new(r, fields, COUNT);
    if (!notice_get(r, v, out, &d))
        return;
    if (!fits(&d)) {
        response_redirect(out, notice_url(r, d.id, ""));
        return;
    }
    if (d.state == DRAFT_WRITING)
        form_put(form, "correction", d.reason);
    show(r, v, &d, form, 200, out);
}

void notice_correct_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct draft d;
    struct form *form = form_new(r, fields, COUNT);
    if (!notice_take(r, v, form, &d, out))
        return;
    struct draft_seen seen = notice_seen(d.id, form);
    const char *reason = form_text(form, "correction");
    int64_t officer = request_who(r)->id, id = d.id;
    if (!form_ok(form))
        show(r, v, &d, form, 422, out);
    else if (d.state == DRAFT_PUBLISHED ? correct_begin(staff_db(), d.id, officer, reason, &id, &f)
                                        : correct_reason(staff_db(), seen, officer, reason, &f))
        notice_did(r, out, id, "", d.state == DRAFT_PUBLISHED ? "begun" : "correction");
    else if (notice_changed(r, v, &d, seen.revision, &f))
        show(r, v, &d, form, 409, out);
    else
        response_fail(out, &f);
}

void notice_unmake_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct draft d, base;
    struct form *form = form_new(r, drop_fields, 1);
    if (!notice_take(r, v, form, &d, out))
        return;
    if (draft_base(request_mem(r), staff_db(), &d, &base, &f) && correct_drop(staff_db(), notice_seen(d.id, form), request_who(r)->id, &f))
        notice_did(r, out, base.id, "", "unmade");
    else if (notice_changed(r, v, &d, notice_seen(d.id, form).revision, &f))
        notice_show(r, v, &d, 409, out);
    else
        response_fail(out, &f);
}
