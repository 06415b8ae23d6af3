/* case: one objection with all that belongs to it, but never who it is from. */
#include <string.h>

#include "assist_work.h"
#include "case_page.h"

/* The page's own acts, and moves that need no second person. */
#define DONE_WORDS \
    "PROPOSED|ASK_SUPPLEMENT|SETTLED|ASSIST|ASK|ASSIST_STEP|DECISION|APPROVE|RETURN|HANDED|MERGE|SPLIT|ASSIGN|ASK_EXPERTS|EXPERTS_SPOKE|CALL_HEARING|" \
    "HEARING_HELD|NOTIFY|REVIEW_ON_PAPER|DECIDE_REVIEW|ORDER_ACCEPTANCE|RESUME|CHECK_CLUE|FILE_CLUE|RECUSE|RECUSE_ASKED|" \
    "RECORD|RECORD_SETTLED"

static const struct form_field fields[] = {
    { "done", FORM_CHOICE, false, 0, 0, DONE_WORDS },
};

static void show_file(struct request *r, struct view_node *n, const char *receipt, const struct moderate_file *file)
{
    view_set(n, "name", file->name);
    view_set(n, "kind", file->kind);
    view_set(n, "size", kit_size(r, file->size));
    view_set(n, "url", case_url(r, receipt, mem_printf(request_mem(r), "/file/%lld", (long long)file->id)));
}

static void show_files(struct request *r, struct view_node *into, const struct moderate_case *c, int64_t assist_id)
{
    for (size_t i = 0; i < c->file_count; i++)
        if (c->files[i].assist_id == assist_id)
            show_file(r, view_row(into, "files"), c->stored.row.receipt, &c->files[i]);
}

static const char *request_url(struct request *r, const struct moderate_case *c, const struct assist *a, enum assist_step step)
{
    return case_url(r, c->stored.row.receipt, mem_printf(request_mem(r), "/assist/%lld/%s", (long long)a->id, assist_step_word(step)));
}

static void show_assists(struct request *r, struct view_node *v, const struct moderate_case *c)
{
    for (size_t i = 0; i < c->assist_count; i++) {
        const struct assist *a = &c->assists[i];
        struct view_node *n = view_row(v, "Assists"), *term = view_child(n, "term");
        view_set(n, "union", a->union_name);
        view_set(n, "state", a->state);
        view_set(n, "abstract", a->abstract);
        view_set(n, "drafter", a->drafter);
        view_set(n, "drafted", kit_time(r, a->drafted_at));
        view_set(n, "checker", a->checker);
        if (a->sent_at)
            view_set(n, "sent", kit_time(r, a->sent_at));
        if (a->due_at) {
            view_set(term, "due", kit_closing(r, a->due_at));
            view_set(term, "rule", a->due_rule);
        }
        if (a->replied_at) {
            view_set(n, "reply", (const char *)a->reply.data);
            view_set(n, "replied", kit_time(r, a->replied_at));
        }
        show_files(r, n, c, a->id);
        case_show_request(r, n, "events", c, a->id, 0);
        if (!assist_work_why_not(c, staff_session(r), a, ASSIST_STEP_RECALL))
            view_set(n, "recall_url", request_url(r, c, a, ASSIST_STEP_RECALL));
    }
}

static void show_told(struct request *r, struct view_node *v, const struct moderate_case *c)
{
    for (size_t i = 0; i < c->told_count; i++) {
        const struct letter_told *l = &c->told[i];
        struct view_node *n = view_row(v, "Told");
        view_set(n, "kind", l->kind);
        view_set(n, "result", l->result);
        view_set(n, "union", l->union_name);
        view_set(n, "sent", kit_time(r, l->sent_at));
        if (l->signed_at)
            view_set(n, "signed", kit_time(r, l->signed_at));
        view_set(n, "contact", l->signed_by);
        if (l->result[0] && (request_who(r)->roles & STAFF_CASE))
            view_set(n, "paper_url", case_url(r, c->stored.row.receipt, mem_printf(request_mem(r), "/paper/%lld", (long long)l->id)));
        if (l->handed_at)
            view_set(n, "handed", kit_time(r, l->handed_at));
    }
}

static void show_decisions(struct request *r, struct view_node *v, const struct moderate_case *c)
{
    for (size_t i = 0; i < c->decision_count; i++) {
        const struct moderate_decision *d = &c->decisions[i];
        struct view_node *n = view_row(v, "Decisions");
        view_set(n, "result", d->stored.result);
        for (size_t k = 0; k < d->finding_count; k++) {
            struct view_node *row = view_row(n, "findings");
            view_set(row, "ground", kit_word(r, mem_printf(request_mem(r), "Ground.%s", d->findings[k].ground)));
            view_set(row, "finding", d->findings[k].finding);
        }
        view_set(n, "reasons", d->reasons);
        view_set(n, "told", d->told);
        view_set(n, "drafter", d->stored.drafter);
        view_set(n, "drafted", kit_time(r, d->stored.drafted_at));
        view_set(n, "approver", d->stored.approver);
        if (d->stored.approved_at)
            view_set(n, "approved", kit_time(r, d->stored.approved_at));
        if (d->stored.returned_at)
            view_set(n, "returned", kit_time(r, d->stored.returned_at));
    }
}

static void offer(struct request *r, struct view_node *next, const struct moderate_case *c, const char *name, const char *rest)
{
    view_set(next, name, case_url(r, c->stored.row.receipt, rest));
    view_set_flag(next, "any", true);
}

/* Papers that a second person must pass wait for somebody else when they are the officer's own. */
static void offer_papers(struct request *r, struct view_node *next, const struct moderate_case *c)
{
    int64_t me = staff_session(r)->officer_id;
    const struct assist *a = c->assist_count > 0 ? &c->assists[c->assist_count - 1] : NULL;
    const struct moderate_decision *d = c->decision_count > 0 ? &c->decisions[c->decision_count - 1] : NULL;
    bool drafted = a && strcmp(a->state, "DRAFT") == 0;
    if (case_may_ask_union(r, c)) {
        offer(r, next, c, drafted ? "rewrite_url" : "assist_url", "/assist");
        if (drafted && a->drafted_by != me)
            offer(r, next, c, "check_url", "/assist/check");
        view_set_flag(next, "own_abstract", drafted && a->drafted_by == me);
    }
    if (case_may(r, c, MOVE_DRAFT_DECISION))
        offer(r, next, c, "decision_url", "/decision");
    if (case_may(r, c, MOVE_DECIDE) && d && d->stored.drafted_by != me) {
        offer(r, next, c, "approve_url", "/approve");
        offer(r, next, c, "return_url", "/return");
    }
    view_set_flag(next, "own_decision", case_is(c, OBJECTION_DECISION_DRAFTED) && d && d->stored.drafted_by == me);
}

/* A union asks for more time, or does not answer at all. */
static void offer_requests(struct request *r, struct view_node *next, const struct moderate_case *c)
{
    static const enum assist_step steps[] = { ASSIST_STEP_GRANT_TIME, ASSIST_STEP_DENY_TIME, ASSIST_STEP_GIVE_UP };
    for (size_t i = 0; i < c->assist_count; i++)
        for (size_t k = 0; k < sizeof steps / sizeof steps[0]; k++)
            if (!assist_work_why_not(c, staff_session(r), &c->assists[i], steps[k])) {
                struct view_node *n = view_row(next, "requests");
                view_set(n, "step", assist_step_word(steps[k]));
                view_set(n, "url", request_url(r, c, &c->assists[i], steps[k]));
                view_set_flag(next, "any", true);
            }
}

/* What usually comes next has a button of its own; the other moves unfold. */
static bool is_usual(const struct objection_move_row *row)
{
    switch (row->from) {
    case OBJECTION_PRELIM_REVIEW: return row->move == MOVE_ACCEPT;
    case OBJECTION_ACCEPTED: return row->move == MOVE_ASSIGN;
    case OBJECTION_EXPERT_REVIEW: return row->move == MOVE_EXPERTS_SPOKE;
    case OBJECTION_HEARING: return row->move == MOVE_HEARING_HELD;
    case OBJECTION_DECIDED: return row->move == MOVE_NOTIFY;
    case OBJECTION_SUSPENDED: return row->move == MOVE_RESUME;
    case OBJECTION_REVIEW_REQUESTED: return row->move == MOVE_DECIDE_REVIEW;
    case OBJECTION_CLUE:
    case OBJECTION_LATE_RECORDED: return row->move == MOVE_CHECK_CLUE;
    case OBJECTION_CLUE_CHECKED:
    case OBJECTION_CLUE_TAKEN_UP: return row->move == MOVE_FILE_CLUE;
    default: return false;
    }
}

/* What this officer may do now, in the order of the table. While something waits for a second person nothing else is proposed. */
static void offer_moves(struct request *r, struct view_node *next, const struct moderate_case *c)
{
    size_t count;
    const struct objection_move_row *rows = objection_moves(&count);
    for (size_t i = 0; i < count; i++) {
        bool letter = rows[i].move == MOVE_ASK_SUPPLEMENT; /* has a page of its own among the others */
        if ((!letter && !case_move_has_page(rows[i].move)) || moderate_why_not(c, staff_session(r), &rows[i]) ||
            (rows[i].second && c->proposal.stored.id))
            continue;
        struct view_node *n = view_row(next, is_usual(&rows[i]) ? "usual" : "moves");
        const char *word = objection_move_word(rows[i].move);
        view_set(n, "move", word);
        view_set(n, "url", case_url(r, c->stored.row.receipt, letter ? "/supplement" : mem_printf(request_mem(r), "/move/%s", word)));
        if (is_usual(&rows[i]))
            view_set_flag(next, "any", true);
    }
}

static void show_next(struct request *r, struct view_node *v, const struct moderate_case *c)
{
    struct view_node *next = view_child(v, "Next");
    case_show_proposal(r, v, c);
    if (c->returned.id) {
        struct view_node *n = view_child(v, "Returned");
        view_set(n, "move", c->returned.move);
        view_set(n, "by", c->returned.proposer);
        view_set(n, "at", kit_time(r, c->returned.proposed_at));
        view_set(n, "why", (const char *)c->returned.words.data);
    }
    if (moderate_may_agree(c, staff_session(r)))
        offer(r, next, c, "proposal_url", "/proposal");
    offer_requests(r, next, c);
    offer_papers(r, next, c);
    offer_moves(r, next, c);
    view_set(next, "recuse_url", case_url(r, c->stored.row.receipt, "/recuse"));
}

static void show_investigators(struct view_node *v, const struct moderate_case *c)
{
    for (size_t i = 0; i < c->investigator_count; i++) {
        struct view_node *n = view_row(v, "Investigators");
        view_set(n, "name", c->investigators[i].name);
        view_set_flag(n, "recused", c->investigators[i].recused);
    }
}

void case_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct moderate_case c;
    struct form *form = form_new(r, fields, 1);
    if (!form_read_query(form, &f)) {
        response_fail(out, &f);
        return;
    }
    if (!case_open(r, v, &c, out))
        return;
    view_set(v, "Done", form_text(form, "done"));
    show_next(r, v, &c);
    case_show_records(r, v, view_child(v, "Next"), &c);
    show_investigators(v, &c);
    show_files(r, view_child(v, "Case"), &c, 0);
    show_assists(r, v, &c);
    show_decisions(r, v, &c);
    show_told(r, v, &c);
    case_show_events(r, v, "Events", c.events, c.event_count, 0);
    staff_title(r, v, "Case.title", "/inbox");
    response_page(out, "case");
}
