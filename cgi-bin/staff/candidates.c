/* candidates: where everybody of a round stands, what waits for a second person, and the papers that recognise. */
#include <string.h>

#include "candidate_page.h"
#include "recognition.h"

#define STATES "PROPOSED|NOTICED|CLEAR|HELD|KEPT|AWAITING|REMOVED|CARRIED_OVER|RECOGNISED|REVOKED"

static const struct form_field fields[] = {
    { "done", FORM_CHOICE, false, 0, 0, "DECLARED" },
    { "round", FORM_LINE, false, 1, 40, NULL },
    { "state", FORM_CHOICE, false, 0, 0, STATES },
    { "name", FORM_LINE, false, 1, 50, NULL },
};

/* The round that was asked for, else the newest. */
static const struct round_row *show_rounds(struct view_node *v, const struct round_rows *rounds, const char *asked)
{
    const struct round_row *chosen = rounds->count ? &rounds->items[0] : NULL;
    for (size_t i = 0; i < rounds->count; i++)
        if (strcmp(rounds->items[i].slug, asked) == 0)
            chosen = &rounds->items[i];
    for (size_t i = 0; i < rounds->count; i++) {
        struct view_node *row = view_row(v, "Rounds");
        view_set(row, "slug", rounds->items[i].slug);
        view_set(row, "title", rounds->items[i].title);
        view_set_flag(row, "chosen", &rounds->items[i] == chosen);
    }
    return chosen;
}

/* How one stands is told to who has declared himself, and to nobody else. */
static void show_one(struct request *r, struct view_node *n, const struct candidate_row *row, bool declared)
{
    const struct candidacy_facts *facts = &row->standing.facts;
    candidate_show_row(r, n, row);
    if (!declared)
        return;
    view_set(n, "state", candidacy_state_word(facts->state));
    view_set_flag(n, "waits", row->waits);
    if (facts->open > 0)
        view_set_number(n, "open", facts->open);
    if (facts->accepted > 0)
        view_set_number(n, "accepted", facts->accepted);
}

static bool is_asked(const struct form *form, const struct candidate_row *row, bool declared)
{
    const char *state = form_text(form, "state"), *name = form_text(form, "name");
    return (!*state || (declared && strcmp(state, candidacy_state_word(row->standing.facts.state)) == 0)) &&
           (!*name || strstr(row->name, name) || strstr(row->employer, name) || strstr(row->union_name, name));
}

static void show_counts(struct request *r, struct view_node *v, const struct round_row *round, const int counts[CANDIDACY_STATE__MAX])
{
    for (int s = 0; s < CANDIDACY_STATE__MAX; s++) {
        const char *word = candidacy_state_word((enum candidacy_state)s);
        if (counts[s] == 0)
            continue;
        struct view_node *row = view_row(v, "Counts");
        view_set(row, "state", word);
        view_set(row, "url", mem_printf(request_mem(r), "/candidates?round=%s&state=%s", round->slug, word));
        view_set_number(row, "count", counts[s]);
    }
}

static bool show_people(struct request *r, struct view_node *v, const struct form *form, const struct round_row *round, struct fail *f)
{
    struct candidate_row *rows;
    size_t count, undeclared = 0, shown = 0;
    int counts[CANDIDACY_STATE__MAX] = { 0 };
    if (!candidate_list(request_mem(r), staff_db(), round->id, staff_session(r)->officer_id, &rows, &count, f))
        return false;
    for (size_t i = 0; i < count; i++) {
        bool declared = candidacy_work_actor(staff_session(r), rows[i].standing.recusal).declared;
        undeclared += !declared;
        counts[rows[i].standing.facts.state] += declared;
        if (!is_asked(form, &rows[i], declared))
            continue;
        show_one(r, view_row(v, "People"), &rows[i], declared);
        shown++;
    }
    show_counts(r, v, round, counts);
    view_set_number(v, "Count", (int64_t)shown);
    if (undeclared > 0) {
        view_set_number(v, "Undeclared", (int64_t)undeclared);
        view_set(v, "Declare_url", candidate_round_url(r, round->slug, "/declare"));
    }
    return true;
}

static bool show_papers(struct request *r, struct view_node *v, const struct round_row *round, struct fail *f)
{
    struct recognition *all;
    size_t count;
    bool open = false;
    if (!recognition_list(request_mem(r), staff_db(), round->id, &all, &count, f))
        return false;
    for (size_t i = 0; i < count; i++) {
        struct view_node *n = view_row(v, "Papers");
        view_set(n, "url", mem_printf(request_mem(r), "/candidates/recognition/%lld", (long long)all[i].id));
        view_set(n, "paper", all[i].paper);
        view_set(n, "paper_day", kit_day(r, all[i].paper_day));
        view_set_number(n, "people", all[i].people);
        view_set(n, "proposer", all[i].proposer);
        view_set(n, "outcome", all[i].outcome[0] ? all[i].outcome : "OPEN");
        open = open || !all[i].outcome[0];
    }
    if (!open && staff_opens(r, "/candidates/round/{round}/recognise"))
        view_set(v, "Recognise_url", candidate_round_url(r, round->slug, "/recognise"));
    return true;
}

void candidates_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct form *form = form_new(r, fields, sizeof fields / sizeof fields[0]);
    struct round_rows rounds;
    if (!form_read_query(form, &f) || !round_list(request_mem(r), staff_db(), &rounds, &f)) {
        response_fail(out, &f);
        return;
    }
    const struct round_row *round = show_rounds(v, &rounds, form_text(form, "round"));
    if (round && (!show_people(r, v, form, round, &f) || !show_papers(r, v, round, &f))) {
        response_fail(out, &f);
        return;
    }
    kit_form(form, v);
    view_set(v, "Done", form_text(form, "done"));
    view_set_flag(v, "Filtered", form_text(form, "state")[0] || form_text(form, "name")[0]);
    view_set(v, "All_url", round ? mem_printf(request_mem(r), "/candidates?round=%s", round->slug) : NULL);
    staff_title(r, v, "Candidate.list_title", NULL);
    response_page_status(out, form_ok(form) ? 200 : 422, "candidates");
}
