/* candidate_recognise: a round is recognised by a paper: one page proposes it for everybody who is fit and says who is left out and why;
 * on another a head agrees to it as a whole, or sends it back. */
#include <string.h>

#include "candidate_page.h"
#include "recognise.h"

#define COUNT(list) (sizeof(list) / sizeof(list)[0])

static const struct form_field proposing[] = {
    CANDIDATE_PEOPLE_FIELD,
    { "paper", FORM_LINE, true, 3, 50, NULL },
    { "paper_day", FORM_DAY, true, 0, 0, NULL },
};

static bool find_round(struct request *r, struct round_row *round, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    if (round_by_slug(request_mem(r), staff_db(), request_segment(r, "round"), round, &f))
        return true;
    response_fail(out, &f);
    return false;
}

/* ---- people ---- */

/* Fit.<award>.<n> and Left.<n>, each as a row of any list; Left says why. */
static void show_people(struct request *r, struct view_node *v, const struct recognise_view *view)
{
    struct view_node *fit = view_child(v, "Fit");
    for (size_t i = 0; i < view->count; i++) {
        const struct recognise_person *p = &view->people[i];
        struct view_node *n = view_row(p->why_not ? v : fit, p->why_not ? "Left" : p->row.award);
        candidate_show_row(r, n, &p->row);
        if (!p->why_not)
            continue;
        bool declared = candidacy_work_actor(staff_session(r), p->row.standing.recusal).declared;
        view_set(n, "why", p->why_not);
        view_set(n, "state", declared ? candidacy_state_word(p->row.standing.facts.state) : NULL);
    }
    view_set_number(v, "Count", (int64_t)view->fit);
}

static bool has_undeclared(const struct recognise_view *view)
{
    for (size_t i = 0; i < view->count; i++)
        if (view->people[i].why_not && strcmp(view->people[i].why_not, "undeclared") == 0)
            return true;
    return false;
}

static void put_people(struct request *r, struct form *form, const struct recognise_view *view)
{
    int64_t *ids = mem_array(request_mem(r), view->count, sizeof *ids);
    size_t n = 0;
    for (size_t i = 0; i < view->count; i++)
        if (!view->people[i].why_not)
            ids[n++] = view->people[i].row.id;
    candidate_put_people(r, form, ids, n);
}

/* ---- proposing ---- */

static void show_proposing(struct request *r, struct view_node *v, struct form *form, const struct round_row *round, int status,
                           struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct recognise_view view;
    if (!recognise_look(request_mem(r), staff_db(), staff_session(r), round->id, &view, &f) ||
        !case_show_others(r, v, STAFF_APPROVER, &f)) {
        response_fail(out, &f);
        return;
    }
    if (has_undeclared(&view))
        view_set(v, "Declare_url", candidate_round_url(r, round->slug, "/declare"));
    show_people(r, v, &view);
    view_set_flag(v, "Changed", status == 409);
    put_people(r, form, &view);
    kit_form(form, v);
    view_set(v, "Round", round->title);
    view_set(v, "Act_url", candidate_round_url(r, round->slug, "/recognise"));
    staff_title(r, v, "Candidate.recognise_title", mem_printf(request_mem(r), "/candidates?round=%s", round->slug));
    response_page_status(out, status, "candidate_recognise");
}

void candidate_recognise_page(struct request *r, struct view_node *v, struct response *out)
{
    struct round_row round;
    if (find_round(r, &round, out))
        show_proposing(r, v, form_new(r, proposing, COUNT(proposing)), &round, 200, out);
}

static bool propose(struct request *r, const struct form *form, const struct round_row *round, int64_t *id, struct fail *f)
{
    int64_t *people;
    struct recognise_in in = { .s = staff_session(r), .round_id = round->id, .paper = form_text(form, "paper") };
    in.count = candidate_people(r, form, &people);
    in.people = people;
    form_day(form, "paper_day", &in.paper_day);
    return recognise_propose(staff_db(), &in, id, f);
}

void candidate_recognise_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct round_row round;
    int64_t id = 0;
    struct form *form = form_new(r, proposing, COUNT(proposing));
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    if (!find_round(r, &round, out))
        return;
    candidate_mend_paper(r, form);
    if (form_ok(form) && propose(r, form, &round, &id, &f))
        response_redirect(out, mem_printf(request_mem(r), "/candidates/recognition/%lld?done=PROPOSED", (long long)id));
    else if (!form_ok(form) || form_take_fail(form, &f))
        show_proposing(r, v, form, &round, 422, out);
    else if (f.kind == FAIL_CONFLICT)
        show_proposing(r, v, form, &round, 409, out);
    else
        response_fail(out, &f);
}

/* ---- the paper, and the second person ---- */

static const struct form_field settling[] = {
    { "answer", FORM_CHOICE, true, 0, 0, "AGREE|RETURN" },
    { "why", FORM_LINES, false, 5, 1000, NULL },
};
static const struct form_field done[] = { { "done", FORM_CHOICE, false, 0, 0, "PROPOSED|AGREED|RETURNED" } };

static void show_paper(struct request *r, struct view_node *v, const struct recognition *p)
{
    struct view_node *n = view_child(v, "Paper");
    view_set(n, "paper", p->paper);
    view_set(n, "paper_day", kit_day(r, p->paper_day));
    view_set(n, "proposer", p->proposer);
    view_set(n, "proposed", kit_time(r, p->proposed_at));
    view_set(n, "outcome", p->outcome[0] ? p->outcome : "OPEN");
    view_set(n, "why", p->why);
    if (!p->settled_at)
        return;
    view_set(n, "settler", p->settler);
    view_set(n, "settled", kit_time(r, p->settled_at));
}

static void show(struct request *r, struct view_node *v, struct form *form, int64_t id, int status, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    const struct login_session *s = staff_session(r);
    struct recognise_view view;
    if (!recognise_read(request_mem(r), staff_db(), s, id, &view, &f)) {
        response_fail(out, &f);
        return;
    }
    if (has_undeclared(&view)) {
        const char *url = candidate_declare_url(r, view.paper.round_id, &f);
        if (!url) {
            response_fail(out, &f);
            return;
        }
        view_set(v, "Declare_url", url);
    }
    bool head = (s->roles & STAFF_APPROVER) && view.paper.proposed_by != s->officer_id && !view.paper.outcome[0];
    show_paper(r, v, &view.paper);
    show_people(r, v, &view);
    view_set_flag(v, "Hidden", view.hidden);
    view_set_flag(v, "May_settle", head && !view.hidden);
    view_set_flag(v, "Changed", status == 409);
    if (form)
        kit_form(form, v);
    view_set(v, "Act_url", mem_printf(request_mem(r), "/candidates/recognition/%lld", (long long)id));
    staff_title(r, v, "Candidate.recognition_title", "/candidates");
    response_page_status(out, status, "candidate_recognition");
}

void candidate_recognition_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    int64_t id;
    struct form *query = form_new(r, done, COUNT(done));
    if (!staff_id(r, "recognition", &id, out))
        return;
    if (!form_read_query(query, &f)) {
        response_fail(out, &f);
        return;
    }
    view_set(v, "Done", form_text(query, "done"));
    show(r, v, form_new(r, settling, COUNT(settling)), id, 200, out);
}

static bool settle(struct request *r, const struct form *form, int64_t id, struct fail *f)
{
    if (form_chosen(form, "answer", "AGREE"))
        return recognise_agree(staff_db(), staff_session(r), id, f);
    return form_text(form, "why")[0] ? recognise_send_back(staff_db(), staff_session(r), id, form_text(form, "why"), f)
                                     : fail_field(f, "why", "why_needed");
}

void candidate_recognition_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    int64_t id;
    struct form *form = form_new(r, settling, COUNT(settling));
    if (!staff_id(r, "recognition", &id, out))
        return;
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    if (form_ok(form) && settle(r, form, id, &f)) {
        const char *word = form_chosen(form, "answer", "AGREE") ? "AGREED" : "RETURNED";
        response_redirect(out, mem_printf(request_mem(r), "/candidates/recognition/%lld?done=%s", (long long)id, word));
    } else if (!form_ok(form) || form_take_fail(form, &f)) {
        show(r, v, form, id, 422, out);
    } else if (f.kind == FAIL_CONFLICT || strcmp(f.code, "undeclared") == 0) {
        show(r, v, form, id, 409, out);
    } else {
        response_fail(out, &f);
    }
}
