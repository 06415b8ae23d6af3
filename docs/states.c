/* states: prints docs/states.md (`states TEMPLATES page`) or the drawing of one machine for graphviz (`states TEMPLATES drawing NAME`) from
 * the tables of lib/model and the words of templates/lang. `make docs` writes both; tests/docs proves that they are as committed. */
#include "states.h"

#include <string.h>

#include "assist_move.h"
#include "candidacy.h"
#include "log.h"
#include "objection.h"
#include "staff.h"

static const char *const stages[] = { [OBJECTION_OPEN] = "under way", [OBJECTION_AIDE] = "clue", [OBJECTION_ENDED] = "ended" };

const char *states_word(struct view *v, const char *group, const char *code)
{
    char key[100];
    snprintf(key, sizeof key, "%s.%s", group, code);
    const char *word = view_word(v, "zh-CN", key);
    if (!word)
        log_die("no word %s in templates/lang/zh-CN", key);
    return word;
}

const char *states_who(struct mem *m, struct view *v, enum actor_kind who, uint32_t roles, const char *between)
{
    static const char *const others[ACTOR_KIND__MAX] = {
        [ACTOR_OBJECTOR] = "反映人", [ACTOR_UNION] = "推荐工会", [ACTOR_SYSTEM] = "自动" };
    char *text = NULL;
    if (who != ACTOR_OFFICER)
        return others[who];
    for (uint32_t role = 1; role <= STAFF__LAST; role <<= 1)
        if (roles & role) {
            const char *word = states_word(v, "Role", staff_role_word(role));
            text = text ? mem_printf(m, "%s%s%s", text, between, word) : mem_text(m, word);
        }
    return text ? text : "";
}

/* ---- the three tables as one kind of rows ---- */

static void objections(struct mem *m, struct states_machine *out)
{
    const struct objection_move_row *rows = objection_moves(&out->move_count);
    struct states_state *states = mem_alloc(m, OBJECTION_STATE__MAX * sizeof *states);
    struct states_move *moves = mem_alloc(m, out->move_count * sizeof *moves);
    for (unsigned s = 0; s < OBJECTION_STATE__MAX; s++)
        states[s] = (struct states_state){ objection_state_word(s), stages[objection_state_stage(s)] };
    for (size_t i = 0; i < out->move_count; i++)
        moves[i] = (struct states_move){
            .move = objection_move_word(rows[i].move), .from = objection_state_word(rows[i].from), .to = objection_state_word(rows[i].to),
            .who = rows[i].who, .role = rows[i].role, .second = rows[i].second,
            .needs = states_say(m, rows[i].who == ACTOR_OBJECTOR ? STATES_OWN_NEEDS : STATES_NEEDS, rows[i].needs),
            .guards = states_say(m, STATES_OBJECTION_GUARDS, rows[i].guards), .clock = states_clock(m, rows[i].act, rows[i].term),
            .told = states_say(m, STATES_TOLD, rows[i].tells) };
    *out = (struct states_machine){ "objection", "异议", "Objections", "StateShort", "Move", states, moves, OBJECTION_STATE__MAX,
                                    out->move_count };
}

static void requests(struct mem *m, struct states_machine *out)
{
    const struct assist_move_row *rows = assist_moves(&out->move_count);
    struct states_state *states = mem_alloc(m, ASSIST_STATE__MAX * sizeof *states);
    struct states_move *moves = mem_alloc(m, out->move_count * sizeof *moves);
    for (unsigned s = 0; s < ASSIST_STATE__MAX; s++)
        states[s] = (struct states_state){ assist_state_word(s), stages[s == ASSIST_DRAFT || assist_is_open(s) ? OBJECTION_OPEN
            : OBJECTION_ENDED] };
    for (size_t i = 0; i < out->move_count; i++)
        moves[i] = (struct states_move){
            .move = assist_step_word(rows[i].step), .from = assist_state_word(rows[i].from), .to = assist_state_word(rows[i].to),
            .who = rows[i].who, .role = rows[i].role, .needs = states_say(m, STATES_NEEDS, rows[i].needs),
            .guards = states_say(m, STATES_ASSIST_GUARDS, rows[i].guards), .clock = states_clock(m, rows[i].act, rows[i].term),
                .told = "" };
    *out = (struct states_machine){ "request", "协查", "Requests to unions", "Staff.AssistState", "Staff.AssistStep", states, moves,
                                    ASSIST_STATE__MAX, out->move_count };
}

static bool leaves(const struct candidacy_move_row *rows, size_t n, enum candidacy_state s)
{
    for (size_t i = 0; i < n; i++)
        if (rows[i].from == s)
            return true;
    return false;
}

static const char *needs_of(const struct candidacy_move_row *row)
{
    if (row->paper)
        return row->reason ? "a reason; the paper that it rests on" : "the paper that it rests on";
    return row->reason ? "a reason" : "";
}

static void candidates(struct mem *m, struct states_machine *out)
{
    const struct candidacy_move_row *rows = candidacy_moves(&out->move_count);
    struct states_state *states = mem_alloc(m, CANDIDACY_STATE__MAX * sizeof *states);
    struct states_move *moves = mem_alloc(m, out->move_count * sizeof *moves);
    for (unsigned s = 0; s < CANDIDACY_STATE__MAX; s++)
        states[s] = (struct states_state){ candidacy_state_word(s), stages[leaves(rows, out->move_count, s) ? OBJECTION_OPEN
            : OBJECTION_ENDED] };
    for (size_t i = 0; i < out->move_count; i++)
        moves[i] = (struct states_move){
            .move = candidacy_move_word(rows[i].move), .from = candidacy_state_word(rows[i].from), .to = candidacy_state_word(rows[i].to),
            .who = rows[i].who, .role = rows[i].role, .second = rows[i].second, .needs = needs_of(&rows[i]),
            .guards = states_say(m, STATES_CANDIDACY_GUARDS, rows[i].guards), .clock = "", .told = "" };
    *out = (struct states_machine){ "candidate", "人选", "Candidates", "CandidacyState", "CandidacyMove", states, moves, CANDIDACY_STATE__MAX,
                                    out->move_count };
}

const struct states_machine *states_machines(struct mem *m)
{
    struct states_machine *all = mem_alloc(m, STATES__MAX * sizeof *all);
    objections(m, &all[STATES_OBJECTION]);
    requests(m, &all[STATES_REQUEST]);
    candidates(m, &all[STATES_CANDIDATE]);
    return all;
}

int main(int argc, char **argv)
{
    struct mem *m = mem_new(NULL, "states");
    struct fail f = { .kind = FAIL_NONE };
    log_open("states");
    if (argc < 3)
        log_die("usage: states TEMPLATES page | states TEMPLATES drawing NAME");
    struct view *v = view_open(m, argv[1], "staff", false, &f);
    if (!v)
        log_die("%s: %s", argv[1], f.detail);
    bool page = strcmp(argv[2], "page") == 0, found = page;
    if (page)
        states_page(m, v);
    const struct states_machine *all = states_machines(m);
    for (size_t i = 0; !page && argc > 3 && i < STATES__MAX; i++)
        if (strcmp(all[i].name, argv[3]) == 0) {
            states_drawing(v, &all[i]);
            found = true;
        }
    mem_free(&m);
    return found && fflush(stdout) == 0 ? 0 : 2;
}
