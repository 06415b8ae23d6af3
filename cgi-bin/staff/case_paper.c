/* case_paper: the candidate's paper (告知书), to be printed: the result and nothing else; and that it was handed over. */
#include "case_page.h"
#include "case_tell.h"
#include "conf.h"

static const struct form_field fields[] = { { "how", FORM_LINE, true, 2, 100, NULL } };

static const struct letter_told *find(const struct moderate_case *c, int64_t id)
{
    for (size_t i = 0; i < c->told_count; i++)
        if (c->told[i].id == id && c->told[i].result[0])
            return &c->told[i];
    return NULL;
}

static void show(struct request *r, struct view_node *v, struct form *form, const struct moderate_case *c, const struct letter_told *l,
                 int status, struct response *out)
{
    struct view_node *n = view_child(v, "Paper");
    const char *number = c->stored.row.receipt;
    view_set(n, "kind", l->kind);
    view_set(n, "result", l->result);
    view_set(n, "name", c->stored.row.candidate);
    view_set(n, "day", kit_day(r, clock_day_beijing(l->sent_at)));
    view_set(n, "organiser", conf_text("site.organiser"));
    view_set(n, "phone", conf_text("site.phone"));
    if (case_is(c, OBJECTION_NOTIFIED) && c->stored.row.deadline_at)
        view_set(n, "until", kit_closing(r, c->stored.row.deadline_at));
    if (l->handed_at) {
        view_set(n, "handed", kit_time(r, l->handed_at));
        view_set(n, "by", l->handed_by);
        view_set(n, "how", l->handed_how);
    }
    kit_form(form, v);
    view_set(v, "Act_url", case_url(r, number, mem_printf(request_mem(r), "/paper/%lld", (long long)l->id)));
    staff_title(r, v, "Case.case_paper_title", case_url(r, number, ""));
    response_page_status(out, status, "case_paper");
}

void case_paper_page(struct request *r, struct view_node *v, struct response *out)
{
    struct moderate_case c;
    int64_t id;
    if (!staff_id(r, "letter", &id, out) || !case_open(r, v, &c, out))
        return;
    const struct letter_told *l = find(&c, id);
    if (l)
        show(r, v, form_new(r, fields, 1), &c, l, 200, out);
    else
        response_redirect(out, case_url(r, c.stored.row.receipt, ""));
}

void case_paper_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct moderate_case c;
    int64_t id;
    const char *number = request_segment(r, "case");
    struct form *form = form_new(r, fields, 1);
    if (!staff_id(r, "letter", &id, out))
        return;
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    if (form_ok(form) && case_tell_hand_over(staff_db(), staff_session(r), number, id, form_text(form, "how"), &f)) {
        response_redirect(out, case_url(r, number, "?done=HANDED"));
        return;
    }
    int status = case_refused(r, v, form, &f, KEYRING_CASE, out);
    if (!status || !case_open(r, v, &c, out))
        return;
    const struct letter_told *l = find(&c, id);
    if (l) /* handed over meanwhile: the page says by whom */
        show(r, v, form, &c, l, status, out);
    else
        response_redirect(out, case_url(r, number, ""));
}
