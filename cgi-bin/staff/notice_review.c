/* notice_review: the whole notice as the public will see it, with what is missing or odd; and giving it back to be changed. */
#include "differ.h"
#include "kit_changes.h"
#include "notice_page.h"

static const struct form_field return_fields[] = {
    NOTICE_SEEN,
    { "note", FORM_LINE, true, 2, 200, NULL },
};
#define COUNT (sizeof return_fields / sizeof *return_fields)

static bool put_changes(struct request *r, struct view_node *v, const struct draft *d, struct fail *f)
{
    struct draft base;
    struct compare changes;
    struct view_node *n = view_child(v, "Changes");
    if (d->version == 1)
        return true;
    if (!draft_base(request_mem(r), staff_db(), d, &base, f) || !differ_drafts(request_mem(r), staff_db(), &base, d, &changes, f))
        return false;
    kit_changes(r, n, &changes);
    view_set(n, "reason", d->reason);
    return true;
}

bool notice_put_whole(struct request *r, struct view_node *v, const struct draft *d, size_t *stops, struct fail *f)
{
    struct publish_findings found;
    if (!publish_check(request_mem(r), staff_db(), d, &found, f) || !notice_face(r, v, d, f) ||
        !put_changes(r, v, d, f))
        return false;
    notice_findings(r, v, d, &found);
    *stops = found.stops;
    return true;
}

static void show(struct request *r, struct view_node *v, const struct draft *d, struct form *form, int status, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    size_t stops = 0;
    struct view_node *n = view_child(v, "May");
    if (!notice_put_whole(r, v, d, &stops, &f)) {
        response_fail(out, &f);
        return;
    }
    kit_form(form, v);
    view_set_flag(n, "give_back", d->state == DRAFT_READY);
    view_set_flag(n, "publish", d->state == DRAFT_READY && stops == 0 && notice_may_publish(r, d));
    notice_title(r, v, "review_title", d);
    response_page_status(out, status, "notice_review");
}

void notice_review_page(struct request *r, struct view_node *v, struct response *out)
{
    struct draft d;
    if (notice_get(r, v, out, &d))
        show(r, v, &d, form_new(r, return_fields, COUNT), 200, out);
}

void notice_return_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct draft d;
    struct form *form = form_new(r, return_fields, COUNT);
    if (!notice_take(r, v, form, &d, out))
        return;
    struct draft_seen seen = notice_seen(d.id, form);
    if (!form_ok(form))
        show(r, v, &d, form, 422, out);
    else if (publish_return(staff_db(), seen, request_who(r)->id, form_text(form, "note"), &f))
        notice_did(r, out, d.id, "", "returned");
    else if (notice_changed(r, v, &d, seen.revision, &f))
        show(r, v, &d, form, 409, out);
    else
        response_fail(out, &f);
}
