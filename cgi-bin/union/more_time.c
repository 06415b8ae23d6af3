/* more_time: a union asks for more time for its answer, once, and says why. */
#include <string.h>

#include "union.h"

static const struct form_field fields[] = { { "why", FORM_LINES, true, 5, 500, NULL } };

/* A request that does not take the question any more is shown only with what was typed about it. */
static void show(struct request *r, struct view_node *v, struct form *form, int status, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct letter l;
    instant now;
    const char *slug = request_segment(r, "letter");
    if (!db_now(union_db(), &now, &f) || !letter_read(request_mem(r), union_db(), slug, union_session(r)->union_id, &l, &f)) {
        response_fail(out, &f);
        return;
    }
    if (status == 200 && (!l.assist_id || strcmp(l.assist_state, assist_state_word(ASSIST_SIGNED)) != 0)) {
        response_redirect(out, union_letter_url(r, slug, ""));
        return;
    }
    struct view_node *n = view_child(v, "Letter");
    union_show_letter(r, n, &l, now);
    view_set(n, "time_url", union_letter_url(r, slug, "/time"));
    view_set_flag(v, "Moved", status == 409);
    kit_form(form, v);
    view_set(view_child(v, "Back"), "url", union_letter_url(r, slug, ""));
    view_set(v, "Title", kit_word(r, "Union.more_time_title"));
    response_page_status(out, status, "more_time");
}

void more_time_page(struct request *r, struct view_node *v, struct response *out)
{
    show(r, v, form_new(r, fields, 1), 200, out);
}

void more_time_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct form *form = form_new(r, fields, 1);
    const char *slug = request_segment(r, "letter");
    if (!form_read(form, &f))
        response_fail(out, &f);
    else if (!form_ok(form))
        show(r, v, form, 422, out);
    else if (union_work_ask_time(union_db(), union_session(r), slug, form_text(form, "why"), &f))
        response_redirect(out, union_letter_url(r, slug, "?done=TIME"));
    else if (f.kind == FAIL_CONFLICT)
        show(r, v, form, 409, out);
    else
        response_fail(out, &f);
}
