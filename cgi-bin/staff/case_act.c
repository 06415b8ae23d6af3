/* case_act: see case_act.h. */
#include "case_act.h"

static void show(struct request *r, struct view_node *v, const struct case_act *act, struct form *form, const struct moderate_case *c,
                 int status, struct response *out)
{
    const char *number = c->stored.row.receipt;
    if (status == 409)
        case_moved(r, v, form, c, act->may(r, c));
    if (act->put)
        act->put(r, v, form, c, status == 200);
    kit_form(form, v);
    view_set(v, "Act_url", case_url(r, number, act->rest));
    staff_title(r, v, mem_printf(request_mem(r), "Case.%s_title", act->stem), case_url(r, number, ""));
    response_page_status(out, status, act->stem);
}

void case_act_page(struct request *r, struct view_node *v, const struct case_act *act, struct response *out)
{
    struct moderate_case c;
    struct form *form = form_new(r, act->fields, act->count);
    if (!case_open(r, v, &c, out))
        return;
    if (!act->may(r, &c)) {
        response_redirect(out, case_url(r, c.stored.row.receipt, ""));
        return;
    }
    case_seen(r, form, &c);
    show(r, v, act, form, &c, 200, out);
}

void case_act_go_page(struct request *r, struct view_node *v, const struct case_act *act, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct moderate_case c;
    const char *number = request_segment(r, "case");
    struct form *form = form_new(r, act->fields, act->count);
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    if (form_ok(form) && act->go(r, form, number, &f)) {
        response_redirect(out, case_url(r, number, act->done));
        return;
    }
    int status = case_refused(r, v, form, &f, KEYRING_CASE, out);
    if (status && case_open(r, v, &c, out))
        show(r, v, act, form, &c, status, out);
}
