/* object_receipt: the answer to a sent form: number, lookup code, and what happens next, by which day. */
#include <string.h>

#include "conf.h"
#include "object.h"
#include "show.h"
#include "submit.h"

static void put_next(struct objecting *o, const struct submit_out *sent)
{
    struct request *r = o->r;
    view_set(view_row(o->v, "Next"), "text", show_identity(r, sent->submitted_at));
    view_set(view_row(o->v, "Next"), "text",
             kit_say(r, "Public.next_review", show_workdays(r, conf_number("deadline.review_workdays")), NULL));
    view_set(view_row(o->v, "Next"), "text",
             kit_say(r, "Public.next_decide", show_workdays(r, conf_number("deadline.investigate_workdays")),
                     show_workdays(r, conf_number("deadline.decide_workdays"))));
}

void object_show_receipt(struct objecting *o, const struct submit_out *sent)
{
    struct view_node *n = view_child(o->v, "Receipt");
    view_set(n, "number", sent->number);
    view_set(n, "code", sent->code);
    view_set(n, "time", kit_time(o->r, sent->submitted_at));
    view_set(n, "state", objection_state_word(sent->state));
    view_set_flag(n, "again", sent->again);
    view_set(n, "track_url", public_url(o->r, "/track"));
    view_set(n, "track_text", mem_printf(request_mem(o->r), "%s%s", request_origin(o->r), public_url(o->r, "/track")));
    show_notice(o->r, view_child(o->v, "Notice"), &o->notice, &o->person.period, o->now);
    show_person(o->r, view_child(o->v, "Person"), &o->notice, &o->person);
    view_set(view_child(o->v, "Nav"), "other_url", "");
    view_set(view_child(o->v, "Nav"), "size_url", "");
    if (sent->state == OBJECTION_SUBMITTED)
        put_next(o, sent);
    view_set(o->v, "Title", kit_word(o->r, sent->state == OBJECTION_CLUE ? "Public.receipt_clue" : "Public.receipt_title"));
    response_page(o->out, "object_receipt");
}
