/* track: following an objection with its number and lookup code, which only ever come in a POST. */
#include "track_page.h"

#include <string.h>

#include "show.h"

static const struct form_field fields[] = { TRACK_WHO_FIELDS };

/* In the order in which they are offered. */
static const struct { const char *word; enum objection_move move; } doors[] = {
    { "supply", MOVE_SUPPLY },
    { "review", MOVE_REQUEST_REVIEW },
    { "withdraw", MOVE_WITHDRAW },
};
#define DOORS (sizeof doors / sizeof doors[0])

const char *track_word(enum objection_move move)
{
    for (size_t i = 0; i < DOORS; i++)
        if (doors[i].move == move)
            return doors[i].word;
    return NULL;
}

bool track_word_read(const char *word, enum objection_move *move)
{
    for (size_t i = 0; i < DOORS; i++)
        if (strcmp(doors[i].word, word) == 0) {
            *move = doors[i].move;
            return true;
        }
    return false;
}

void track_ask(struct request *r, struct view_node *v, struct form *form, struct response *out)
{
    kit_form(form, v);
    view_set(v, "Here", "track");
    view_set(v, "Track_url", public_url(r, "/track"));
    view_set(v, "Title", kit_word(r, "Public.track_title"));
    response_page_status(out, form_ok(form) ? 200 : 422, "track");
}

void track_page(struct request *r, struct view_node *v, struct response *out)
{
    track_ask(r, v, form_new(r, fields, sizeof fields / sizeof fields[0]), out);
}

void track_frame(struct request *r, struct view_node *v, const struct form *form, const char *title)
{
    struct view_node *key = view_child(v, "Key");
    view_set(key, "number", form_text(form, "number"));
    view_set(key, "code", form_text(form, "code"));
    view_set(view_child(v, "Nav"), "other_url", "");
    view_set(view_child(v, "Nav"), "size_url", "");
    view_set(view_child(v, "Back"), "url", public_url(r, "/track"));
    view_set(v, "Track_url", public_url(r, "/track"));
    view_set(v, "Here", "track");
    view_set(v, "Title", kit_word(r, title));
}

static void show_offers(struct request *r, struct view_node *v, const struct track_out *found)
{
    for (size_t i = 0; i < DOORS; i++) {
        if (objector_why_not(found, doors[i].move))
            continue;
        struct view_node *n = view_row(v, "Offers");
        view_set(n, "move", objection_move_word(doors[i].move));
        view_set(n, "url", public_url(r, "/track/%s", doors[i].word));
        view_set_flag(n, "grave", doors[i].move == MOVE_WITHDRAW);
    }
}

static void show_facts(struct request *r, struct view_node *n, const struct track_out *found)
{
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
}

void track_show(struct request *r, struct view_node *v, const struct form *form, const struct track_out *found, struct response *out)
{
    show_facts(r, view_child(v, "Case"), found);
    for (size_t i = 0; i < found->step_count; i++) {
        struct view_node *step = view_row(v, "Steps");
        view_set(step, "state", objection_state_word(found->steps[i].state));
        view_set(step, "time", kit_time(r, found->steps[i].at));
    }
    for (size_t i = found->answer_count; i-- > 0;) { /* the newest first: it is what he came for */
        struct view_node *answer = view_row(v, "Answers");
        view_set(answer, "kind", found->answers[i].kind);
        view_set(answer, "time", kit_time(r, found->answers[i].at));
        view_set(answer, "text", found->answers[i].text);
    }
    show_offers(r, v, found);
    track_frame(r, v, form, "Public.case_title");
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
        track_show(r, v, form, &found, out);
        return;
    }
    if (f.kind != FAIL_NONE && strcmp(f.code, "track_wrong") != 0) {
        response_fail(out, &f);
        return;
    }
    if (f.kind != FAIL_NONE)
        form_error(form, "number", "track_wrong");
    track_ask(r, v, form, out);
}
