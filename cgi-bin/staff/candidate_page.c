/* candidate_page: see candidate_page.h. */
#include "candidate_page.h"

#include <stdlib.h>
#include <string.h>

#include "doc_number.h"
#include "scan.h"

char *candidate_url(struct request *r, const char *slug, const char *rest)
{
    return mem_printf(request_mem(r), "/candidates/%s%s", slug, rest);
}

char *candidate_round_url(struct request *r, const char *slug, const char *rest)
{
    return mem_printf(request_mem(r), "/candidates/round/%s%s", slug, rest);
}

/* ---- one candidate ---- */

void candidate_show_row(struct request *r, struct view_node *n, const struct candidate_row *row)
{
    view_set(n, "url", candidate_url(r, row->slug, ""));
    view_set(n, "name", row->name);
    view_set(n, "employer", row->employer);
    view_set(n, "union", row->union_name);
    view_set(n, "award", row->award);
}

static void show_head(struct request *r, struct view_node *v, const struct candidate_row *row)
{
    struct view_node *n = view_child(v, "Candidate");
    candidate_show_row(r, n, row);
    view_set(n, "state", candidacy_state_word(row->standing.facts.state));
    view_set(n, "post", row->post);
    view_set(n, "field", row->field);
    view_set(n, "round", row->round_title);
    view_set_number(n, "seq", row->seq);
    if (row->closes_at)
        view_set(n, "closes", kit_closing(r, row->closes_at));
}

static bool read(struct request *r, struct candidate_view *c, struct fail *f)
{
    struct mem *m = request_mem(r);
    return candidate_read(m, staff_db(), request_segment(r, "candidate"), staff_session(r)->officer_id, &c->row, f) &&
           candidate_events(m, staff_db(), c->row.id, &c->events, &c->event_count, f) &&
           candidate_proposal_open(m, staff_db(), c->row.id, &c->proposal, f) &&
           candidate_proposal_returned(m, staff_db(), c->row.id, &c->returned, f);
}

char *candidate_declare_url(struct request *r, int64_t round_id, struct fail *f)
{
    struct round_rows rounds;
    if (!round_list(request_mem(r), staff_db(), &rounds, f))
        return NULL;
    for (size_t i = 0; i < rounds.count; i++)
        if (rounds.items[i].id == round_id)
            return candidate_round_url(r, rounds.items[i].slug, "/declare");
    fail_set(f, FAIL_MISSING, "not_found", "no such round");
    return NULL;
}

bool candidate_open(struct request *r, struct view_node *v, struct candidate_view *c, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    if (!read(r, c, &f)) {
        response_fail(out, &f);
        return false;
    }
    if (!candidacy_work_actor(staff_session(r), c->row.standing.recusal).declared) {
        const char *url = candidate_declare_url(r, c->row.round_id, &f);
        if (url)
            response_redirect(out, url);
        else
            response_fail(out, &f);
        return false;
    }
    show_head(r, v, &c->row);
    return true;
}

bool candidate_may_settle(const struct request *r, const struct candidate_view *c)
{
    const struct login_session *s = staff_session(r);
    return c->proposal.id != 0 && (s->roles & STAFF_APPROVER) != 0 && c->proposal.proposed_by != s->officer_id;
}

static void show_paper(struct request *r, struct view_node *n, const char *paper, day paper_day)
{
    if (!paper[0])
        return;
    view_set(n, "paper", paper);
    view_set(n, "paper_day", kit_day(r, paper_day));
}

void candidate_show_proposal(struct request *r, struct view_node *v, const struct candidate_view *c)
{
    const struct candidate_proposal *p = &c->proposal;
    struct view_node *n = view_child(v, "Proposal");
    if (p->id == 0)
        return;
    view_set_flag(n, "yes", true);
    view_set(n, "move", candidacy_move_word(p->move));
    view_set(n, "basis", p->reason);
    view_set(n, "proposer", p->proposer);
    view_set(n, "proposed", kit_time(r, p->proposed_at));
    show_paper(r, n, p->paper, p->paper_day);
}

void candidate_show_events(struct request *r, struct view_node *v, const char *list, const struct candidate_view *c, size_t first)
{
    for (size_t i = first; i < c->event_count; i++) {
        const struct candidate_event *e = &c->events[i];
        struct view_node *n = view_row(v, list);
        view_set(n, "at", kit_time(r, e->at));
        view_set(n, "actor", e->actor);
        view_set(n, "agreed", e->agreed_by);
        view_set(n, "move", e->move);
        view_set(n, "from", e->from);
        view_set(n, "to", e->to);
        view_set(n, "basis", e->reason);
        show_paper(r, n, e->paper, e->paper_day);
    }
}

/* ---- two at once ---- */

void candidate_seen(struct request *r, struct form *form, const struct candidate_view *c)
{
    form_put(form, "seen", candidacy_state_word(c->row.standing.facts.state));
    form_put(form, "steps", mem_printf(request_mem(r), "%zu", c->event_count));
}

void candidate_moved(struct request *r, struct view_node *v, struct form *form, const struct candidate_view *c, bool still_possible)
{
    struct view_node *n = view_child(v, "Moved");
    int64_t steps = form_number(form, "steps");
    view_set_flag(n, "yes", true);
    view_set_flag(n, "closed", !still_possible);
    candidate_show_events(r, n, "events", c, steps < 0 ? 0 : (size_t)steps);
    candidate_seen(r, form, c);
}

int candidate_refused(struct form *form, const struct fail *f, struct response *out)
{
    static const char *const meanwhile[] = { "case_moved", "proposal_waits", "objection_open", "period_runs", "not_found_so", "no_vacancy" };
    if (!form_ok(form) || form_take_fail(form, f))
        return 422;
    for (size_t i = 0; i < sizeof meanwhile / sizeof meanwhile[0]; i++)
        if (strcmp(f->code, meanwhile[i]) == 0)
            return 409;
    response_fail(out, f);
    return 0;
}

void candidate_mend_paper(struct request *r, struct form *form)
{
    const char *number = form_text(form, "paper");
    char *mended = *number ? doc_number_read(request_mem(r), number) : NULL;
    if (mended)
        form_put(form, "paper", mended);
    else if (*number)
        form_error(form, "paper", "doc_number_wrong");
}

/* ---- many at once ---- */

void candidate_put_people(struct request *r, struct form *form, const int64_t *ids, size_t count)
{
    char *text = mem_text(request_mem(r), "");
    for (size_t i = 0; i < count; i++)
        text = mem_printf(request_mem(r), "%s%s%lld", text, i ? "." : "", (long long)ids[i]);
    form_put(form, "people", text);
}

static int by_id(const void *a, const void *b)
{
    const int64_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

size_t candidate_people(struct request *r, const struct form *form, int64_t **out)
{
    const char *text = form_text(form, "people");
    size_t count = 0;
    *out = mem_array(request_mem(r), strlen(text) / 2 + 1, sizeof **out);
    while (*text != '\0') {
        size_t n = strcspn(text, ".");
        count += scan_i64(mem_text_n(request_mem(r), text, n), 1, INT64_MAX, &(*out)[count]);
        text += n + (text[n] == '.');
    }
    if (count > 0)
        qsort(*out, count, sizeof **out, by_id);
    return count;
}
