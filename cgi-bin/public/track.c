/* track: following an objection with its number and lookup code, which only ever come in a POST. */
#include <string.h>

#include "track.h"

#include "public.h"
#include "show.h"

static const struct form_field fields[] = {
    { "number", FORM_CODE, true, 1, 40, NULL },
    { "code", FORM_CODE, true, 1, 60, NULL },
};

static void show_form(struct request *r, struct view_node *v, struct form *form, struct response *out)
{
    kit_form(form, v);
    view_set(v, "Here", "track");
    view_set(v, "Track_url", public_url(r, "/track"));
    view_set(v, "Title", kit_word(r, "Public.track_title"));
    response_page_status(out, form_ok(form) ? 200 : 422, "track");
}

void track_page(struct request *r, struct view_node *v, struct response *out)
{
    show_form(r, v, form_new(r, fields, sizeof fields / sizeof fields[0]), out);
}

static void show_case(struct request *r, struct view_node *v, const struct track_out *found, struct response *out)
{
    struct view_node *n = view_child(v, "Case");
    view_set(n, "number", found->number);
    view_set(n, "kind", objection_kind_word(found->kind));
    view_set(n, "state", objection_state_word(found->state));
    view_set_flag(n, "appeal", found->state == OBJECTION_NOTIFIED || found->state == OBJECTION_NOT_ACCEPTED);
    view_set_flag(n, "final", objection_state_stage(found->state) != OBJECTION_OPEN);
    view_set(n, "time", kit_time(r, found->submitted_at));
    if (found->deadline_at != 0)
        view_set(n, "deadline", kit_closing(r, found->deadline_at));
    else if (found->state == OBJECTION_SUBMITTED)
        view_set(n, "deadline", show_identity(r, found->submitted_at));
    view_set(n, "title", found->notice_title);
    view_set(n, "notice_url", public_url(r, "/notice/%s", found->notice_slug));
    for (size_t i = 0; i < found->step_count; i++) {
        struct view_node *step = view_row(v, "Steps");
        view_set(step, "state", objection_state_word(found->steps[i].state));
        view_set(step, "time", kit_time(r, found->steps[i].at));
    }
    for (size_t i = 0; i < found->answer_count; i++) {
        struct view_node *answer = view_row(v, "Answers");
        view_set(answer, "kind", found->answers[i].kind);
        view_set(answer, "time", kit_time(r, found->answers[i].at));
        view_set(answer, "text", found->answers[i].text);
    }
    view_set(view_child(v, "Nav"), "other_url", "");
    view_set(view_child(v, "Nav"), "size_url", "");
    view_set(view_child(v, "Back"), "url", public_url(r, "/track"));
    view_set(v, "Here", "track");
    view_set(v, "Title", kit_word(r, "Public.case_title"));
    response_page(out, "track_case");
}

void track_look_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct form *form = form_new(r, fields, sizeof fields / sizeof fields[0]);
    struct track_out found;
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    struct track_in in = { form_text(form, "number"), form_text(form, "code") };
    if (form_ok(form) && track_look(request_mem(r), public_db(), &in, &found, &f)) {
        show_case(r, v, &found, out);
        return;
    }
    if (f.kind != FAIL_NONE && strcmp(f.code, "track_wrong") != 0) {
        response_fail(out, &f);
        return;
    }
    if (f.kind != FAIL_NONE)
        form_error(form, "number", "track_wrong");
    show_form(r, v, form, out);
}
