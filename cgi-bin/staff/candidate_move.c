/* candidate_move: one page for every move of a candidate: what is asked for stands in the table of moves. Another officer agrees to it. */
#include <string.h>

#include "candidate_page.h"

#define SEEN_FIELDS { "seen", FORM_HIDDEN, true, 1, 16, NULL }, { "steps", FORM_NUMBER, true, 0, 10000, NULL }
#define COUNT(list) (sizeof(list) / sizeof(list)[0])

static const struct form_field plain[] = { SEEN_FIELDS, { "basis", FORM_LINES, true, 5, 1000, NULL } };
static const struct form_field by_paper[] = {
    SEEN_FIELDS,
    { "basis", FORM_LINES, true, 5, 1000, NULL },
    { "paper", FORM_LINE, true, 3, 50, NULL },
    { "paper_day", FORM_DAY, true, 0, 0, NULL },
};

/* A row of the move that officers make one candidate at a time: from where he stands, or any, so that what was typed can be shown still. */
static const struct candidacy_move_row *row_of(const struct request *r)
{
    enum candidacy_move move;
    size_t count;
    const struct candidacy_move_row *rows = candidacy_moves(&count);
    if (!candidacy_move_read(request_segment(r, "move"), &move) || move == CANDIDACY_MOVE_RECOGNISE)
        return NULL;
    for (size_t i = 0; i < count; i++)
        if (rows[i].move == move && rows[i].who == ACTOR_OFFICER)
            return &rows[i];
    return NULL;
}

static struct form *form_of(struct request *r, const struct candidacy_move_row *row)
{
    return row->paper ? form_new(r, by_paper, COUNT(by_paper)) : form_new(r, plain, COUNT(plain));
}

/* Who is next by the order of the notice, where it is somebody else. */
static bool show_next_up(struct request *r, struct view_node *v, const struct candidate_view *c, struct fail *f)
{
    struct candidate_row *rows;
    size_t count;
    if (!candidate_list(request_mem(r), staff_db(), c->row.round_id, staff_session(r)->officer_id, &rows, &count, f))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!candidacy_work_why_not(&rows[i].standing, staff_session(r), CANDIDACY_MOVE_PROMOTE) && !rows[i].waits) {
            if (rows[i].id != c->row.id)
                view_set(v, "Next_up", rows[i].name);
            break;
        }
    return true;
}

static void show(struct request *r, struct view_node *v, const struct candidacy_move_row *row, struct form *form,
                 const struct candidate_view *c, int status, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    const char *word = candidacy_move_word(row->move);
    if (status == 409)
        candidate_moved(r, v, form, c, c->proposal.id == 0 && !candidacy_work_why_not(&c->row.standing, staff_session(r), row->move));
    if (!case_show_others(r, v, row->second, &f) || (row->move == CANDIDACY_MOVE_PROMOTE && !show_next_up(r, v, c, &f))) {
        response_fail(out, &f);
        return;
    }
    candidate_show_proposal(r, v, c);
    kit_form(form, v);
    view_set(v, "Act_url", candidate_url(r, c->row.slug, mem_printf(request_mem(r), "/move/%s", word)));
    view_set(v, "Move", word);
    view_set_flag(v, "Asks_paper", row->paper);
    staff_title(r, v, mem_printf(request_mem(r), "Candidate.Move.%s.title", word), candidate_url(r, c->row.slug, ""));
    response_page_status(out, status, "candidate_move");
}

void candidate_move_page(struct request *r, struct view_node *v, struct response *out)
{
    struct candidate_view c;
    const struct candidacy_move_row *row = row_of(r);
    if (!row) {
        response_missing(out);
        return;
    }
    if (!candidate_open(r, v, &c, out))
        return;
    if (c.proposal.id != 0 || candidacy_work_why_not(&c.row.standing, staff_session(r), row->move)) {
        response_redirect(out, candidate_url(r, c.row.slug, ""));
        return;
    }
    struct form *form = form_of(r, row);
    candidate_seen(r, form, &c);
    show(r, v, row, form, &c, 200, out);
}

static bool propose(struct request *r, const struct candidacy_move_row *row, const struct form *form, struct fail *f)
{
    struct candidacy_in in = { .s = staff_session(r), .candidate = request_segment(r, "candidate"), .seen = form_text(form, "seen"),
                               .move = row->move, .reason = form_text(form, "basis"), .paper = "" };
    if (row->paper) {
        in.paper = form_text(form, "paper");
        form_day(form, "paper_day", &in.paper_day);
    }
    return candidacy_work_propose(staff_db(), &in, f);
}

void candidate_move_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct candidate_view c;
    const struct candidacy_move_row *row = row_of(r);
    if (!row) {
        response_missing(out);
        return;
    }
    struct form *form = form_of(r, row);
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    if (row->paper)
        candidate_mend_paper(r, form);
    if (form_ok(form) && propose(r, row, form, &f)) {
        response_redirect(out, candidate_url(r, request_segment(r, "candidate"), "?done=PROPOSED"));
        return;
    }
    int status = candidate_refused(form, &f, out);
    if (status && candidate_open(r, v, &c, out))
        show(r, v, row, form, &c, status, out);
}

/* ---- the second person ---- */

static const struct form_field settling[] = {
    SEEN_FIELDS,
    { "proposal", FORM_NUMBER, true, 1, INT32_MAX, NULL },
    { "answer", FORM_CHOICE, true, 0, 0, "AGREE|RETURN" },
    { "why", FORM_LINES, false, 5, 1000, NULL },
};

static void show_settling(struct request *r, struct view_node *v, struct form *form, const struct candidate_view *c, int status,
                          struct response *out)
{
    if (status == 409)
        candidate_moved(r, v, form, c, candidate_may_settle(r, c));
    candidate_show_proposal(r, v, c);
    form_put(form, "proposal", mem_printf(request_mem(r), "%lld", (long long)c->proposal.id));
    kit_form(form, v);
    view_set(v, "Act_url", candidate_url(r, c->row.slug, "/proposal"));
    staff_title(r, v, "Candidate.proposal_title", candidate_url(r, c->row.slug, ""));
    response_page_status(out, status, "candidate_proposal");
}

void candidate_proposal_page(struct request *r, struct view_node *v, struct response *out)
{
    struct candidate_view c;
    if (!candidate_open(r, v, &c, out))
        return;
    if (!candidate_may_settle(r, &c)) {
        response_redirect(out, candidate_url(r, c.row.slug, ""));
        return;
    }
    struct form *form = form_new(r, settling, COUNT(settling));
    candidate_seen(r, form, &c);
    show_settling(r, v, form, &c, 200, out);
}

static bool settle(struct request *r, const struct form *form, struct fail *f)
{
    const char *slug = request_segment(r, "candidate");
    int64_t id = form_number(form, "proposal");
    if (form_chosen(form, "answer", "AGREE"))
        return candidacy_work_agree(staff_db(), staff_session(r), slug, id, f);
    return form_text(form, "why")[0] ? candidacy_work_send_back(staff_db(), staff_session(r), slug, id, form_text(form, "why"), f)
                                     : fail_field(f, "why", "why_needed");
}

void candidate_proposal_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct candidate_view c;
    struct form *form = form_new(r, settling, COUNT(settling));
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    if (form_ok(form) && settle(r, form, &f)) {
        const char *done = form_chosen(form, "answer", "AGREE") ? "?done=AGREED" : "?done=RETURNED";
        response_redirect(out, candidate_url(r, request_segment(r, "candidate"), done));
        return;
    }
    int status = candidate_refused(form, &f, out);
    if (status && candidate_open(r, v, &c, out))
        show_settling(r, v, form, &c, status, out);
}
