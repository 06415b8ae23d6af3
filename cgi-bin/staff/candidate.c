/* candidate: one candidate: where he stands, why, what is under way about him, and what may be done next. */
#include "candidate_page.h"

static const struct form_field fields[] = { { "done", FORM_CHOICE, false, 0, 0, "PROPOSED|AGREED|RETURNED" } };

static bool show_objections(struct request *r, struct view_node *v, const struct candidate_view *c, struct fail *f)
{
    struct candidate_objection *all;
    size_t count;
    if (!candidate_objections(request_mem(r), staff_db(), c->row.id, &all, &count, f))
        return false;
    for (size_t i = 0; i < count; i++) {
        struct view_node *n = view_row(v, "Objections");
        view_set(n, "number", case_number(r, all[i].receipt));
        view_set(n, "url", case_url(r, all[i].receipt, ""));
        view_set(n, "state", all[i].state);
        view_set(n, "came", kit_time(r, all[i].submitted_at));
    }
    return true;
}

/* What usually comes next has the button: what the findings lead to, or moving up. */
static bool is_usual(enum candidacy_move move, const struct candidacy_facts *facts)
{
    return move == CANDIDACY_MOVE_KEEP || move == CANDIDACY_MOVE_PROMOTE || (move == CANDIDACY_MOVE_REMOVE && facts->sustained) ||
           (move == CANDIDACY_MOVE_CORRECT && !facts->sustained);
}

static void show_next(struct request *r, struct view_node *v, const struct candidate_view *c)
{
    struct view_node *next = view_child(v, "Next");
    if (c->proposal.id != 0) {
        candidate_show_proposal(r, v, c);
        if (candidate_may_settle(r, c))
            view_set(next, "proposal_url", candidate_url(r, c->row.slug, "/proposal"));
        return;
    }
    for (int m = 0; m < CANDIDACY_MOVE__MAX; m++) {
        enum candidacy_move move = (enum candidacy_move)m;
        if (move == CANDIDACY_MOVE_RECOGNISE || candidacy_work_why_not(&c->row.standing, staff_session(r), move))
            continue;
        struct view_node *n = view_row(next, is_usual(move, &c->row.standing.facts) ? "usual" : "moves");
        view_set(n, "move", candidacy_move_word(move));
        view_set(n, "url", candidate_url(r, c->row.slug, mem_printf(request_mem(r), "/move/%s", candidacy_move_word(move))));
    }
}

static void show_returned(struct request *r, struct view_node *v, const struct candidate_view *c)
{
    struct view_node *n = view_child(v, "Returned");
    if (c->returned.id == 0)
        return;
    view_set(n, "move", candidacy_move_word(c->returned.move));
    view_set(n, "why", c->returned.why);
    view_set(n, "by", c->returned.proposer);
    view_set(n, "at", kit_time(r, c->returned.proposed_at));
}

void candidate_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct candidate_view c;
    struct form *form = form_new(r, fields, 1);
    if (!form_read_query(form, &f)) {
        response_fail(out, &f);
        return;
    }
    if (!candidate_open(r, v, &c, out))
        return;
    if (!show_objections(r, v, &c, &f)) {
        response_fail(out, &f);
        return;
    }
    show_next(r, v, &c);
    show_returned(r, v, &c);
    candidate_show_events(r, v, "Events", &c, 0);
    view_set_number(view_child(v, "Candidate"), "open", c.row.standing.facts.open);
    view_set(v, "Done", form_text(form, "done"));
    staff_title(r, v, "Candidate.title", "/candidates");
    response_page(out, "candidate");
}
