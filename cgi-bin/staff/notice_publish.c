/* notice_publish: the second officer has the whole notice before him and publishes it: what he saw, and nothing newer. */
#include "entry.h"
#include "notice_page.h"

static const struct form_field fields[] = { NOTICE_SEEN };

bool notice_may_publish(const struct request *r, const struct draft *d)
{
    return staff_opens(r, "/notices/{version}/publish") && d->drafted_by != request_who(r)->id;
}

static void show(struct request *r, struct view_node *v, const struct draft *d, int status, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct entry_unions unions;
    size_t stops = 0;
    if (!notice_put_whole(r, v, d, &stops, &f) || !publish_unions(request_mem(r), staff_db(), d, &unions, &f)) {
        response_fail(out, &f);
        return;
    }
    int64_t written_to = 0;
    for (size_t i = 0; i < unions.count; i++)
        written_to += unions.items[i].active;
    view_set(v, "LetterText", notice_say(r, "Staff.Notice.letters_go", written_to, 0));
    view_set_flag(v, "CanPublish", d->state == DRAFT_READY && stops == 0);
    notice_title(r, v, "publish_title", d);
    response_page_status(out, status, "notice_publish");
}

void notice_publish_page(struct request *r, struct view_node *v, struct response *out)
{
    struct draft d;
    if (!notice_open(r, v, DRAFT_READY, &d, out))
        return;
    if (notice_may_publish(r, &d))
        show(r, v, &d, 200, out);
    else
        response_redirect(out, notice_url(r, d.id, ""));
}

void notice_publish_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct draft d;
    struct form *form = form_new(r, fields, 1);
    if (!notice_take(r, v, form, &d, out))
        return;
    struct draft_seen seen = notice_seen(d.id, form);
    if (publish_now(request_mem(r), staff_db(), seen, request_who(r)->id, &f))
        notice_did(r, out, d.id, "", "published");
    else if (f.kind == FAIL_INPUT || notice_changed(r, v, &d, seen.revision, &f))
        show(r, v, &d, fail_status(f.kind), out);
    else
        response_fail(out, &f);
}
