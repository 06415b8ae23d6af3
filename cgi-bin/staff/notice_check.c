/* notice_check: what is missing or odd before a notice goes out, and handing it over for checking. */
#include "notice_page.h"

static const struct form_field ready_fields[] = { NOTICE_SEEN };

static void show(struct request *r, struct view_node *v, const struct draft *d, int status, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct publish_findings found;
    if (!publish_check(request_mem(r), staff_db(), d, &found, &f)) {
        response_fail(out, &f);
        return;
    }
    bool drafter = d->drafted_by == request_who(r)->id;
    notice_findings(r, v, d, &found);
    view_set_flag(v, "CanHandOver", drafter && found.stops == 0);
    view_set_flag(v, "NotDrafter", !drafter);
    notice_title(r, v, "check_title", d);
    response_page_status(out, status, "notice_check");
}

void notice_check_page(struct request *r, struct view_node *v, struct response *out)
{
    struct draft d;
    if (notice_open(r, v, DRAFT_WRITING, &d, out))
        show(r, v, &d, 200, out);
}

void notice_ready_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct draft d;
    struct form *form = form_new(r, ready_fields, 1);
    if (!notice_take(r, v, form, &d, out))
        return;
    struct draft_seen seen = notice_seen(d.id, form);
    if (publish_ready(request_mem(r), staff_db(), seen, request_who(r)->id, &f))
        notice_did(r, out, d.id, "", "ready");
    else if (notice_changed(r, v, &d, seen.revision, &f))
        show(r, v, &d, 409, out);
    else if (f.kind == FAIL_INPUT)
        show(r, v, &d, 422, out);
    else
        response_fail(out, &f);
}
