/* services: a random walk through the services against a real database: people of every part, the tied and the silent among them, unions
 * and objectors try what the procedure has and what it has not, and time goes on. What comes of each attempt must be what the tables
 * say; after each the case in the database is looked at, and everything now and then, in SQL of the walk's own.
 *   services [--moves N] [--seed N]     1500 moves unless told otherwise */
#include "attempts.h"
#include "log.h"
#include "scan.h"
#include "watch.h"

struct mem *attempt_pool;

enum { HOUSE = 8000 }; /* attempts */

static int test_count, failed;

static void ok(bool good, const char *promise)
{
    failed += !good;
    printf("%s %d - %s\n", good ? "ok" : "not ok", ++test_count, promise);
}

static void told(bool found, const char *what)
{
    char promise[200];
    snprintf(promise, sizeof promise, "a spoilt row is found: %s", what);
    ok(found, promise);
}

/* ---- the walk ---- */

static const struct { unsigned weight; void (*attempt)(void); } attempts[] = {
    { 5, attempt_objection }, { 2, attempt_registration }, { 4, attempt_second_reader }, { 1, attempt_declaration }, { 29, attempt_move },
    { 20, attempt_agreement }, { 9, attempt_request }, { 9, attempt_union }, { 7, attempt_objector }, { 6, attempt_candidate },
    { 3, attempt_recognition }, { 3, attempt_clock }, { 2, attempt_second_notice },
};

static void one_attempt(void)
{
    unsigned at = 0, drawn = (unsigned)world_random(100);
    size_t i = 0;
    while (at + attempts[i].weight <= drawn)
        at += attempts[i++].weight;
    attempt_pool = mem_new_secret(NULL, "attempt");
    uint64_t moved = shadow.moves;
    shadow.touched = NULL;
    attempts[i].attempt();
    mem_free(&attempt_pool);
    /* What was refused has changed nothing, which the shadow sees; now and then all is asked there too. */
    if (shadow.touched && (shadow.moves > moved || world_chance(10)))
        shadow.broken += (uint64_t)watch_case(shadow.touched->id, shadow.round.candidates[shadow.touched->candidate]);
}

/* Mostly minutes; now and then to just before or after the end of somebody's term, or to when a notice has just closed. */
static void time_passes(void)
{
    const struct shadow_case *c = attempt_case();
    int64_t jump = 1 + (int64_t)world_random(3600);
    if (c && c->due > world_now && c->due - world_now < 40 * 86400 && world_chance(2))
        jump = c->due - world_now + (world_chance(50) ? 1 : -1);
    if (shadow.round.closes > world_now && shadow.case_count < SHADOW_CASES && world_chance(1)) {
        world_travel(shadow.round.closes - world_now + (int64_t)world_random(3600));
        attempt_pool = mem_new_secret(NULL, "late");
        attempt_objection();
        mem_free(&attempt_pool);
    }
    world_travel(jump > 0 ? jump : 1);
}

static void look_at_everything(void)
{
    shadow.broken += (uint64_t)watch_all();
    for (int i = 0; i < shadow.case_count; i++)
        shadow_check(&shadow.cases[i], NULL);
    for (int i = 0; shadow.round.id && i < WORLD_CANDIDATES; i++)
        shadow_candidate_check(i);
}

/* A round is over when nearly everything in it is, or after a while. */
static bool is_over(void)
{
    static uint64_t steps;
    int live = 0;
    for (int i = 0; i < shadow.case_count; i++)
        live += objection_state_stage(shadow.cases[i].state) != OBJECTION_ENDED;
    for (int i = 0; i < WORLD_CANDIDATES; i++)
        live += shadow.candidates[i].state != CANDIDACY_REVOKED && shadow.candidates[i].state != CANDIDACY_REMOVED &&
                shadow.candidates[i].state != CANDIDACY_CARRIED_OVER;
    bool over = !shadow.round.id || ++steps > 450 || live == 0;
    steps = over ? 0 : steps;
    return over;
}

static void step(void)
{
    if (is_over()) {
        attempt_pool = mem_new(NULL, "round");
        attempt_round();
        mem_free(&attempt_pool);
    }
    one_attempt();
    time_passes();
}

/* Begins again with an empty house on its first day: what has heaped up makes every look slower, and clocks of servers end in 2038. */
static void new_house(void)
{
    world_empty();
    watch_begin();
    shadow.round.id = 0;
    shadow.case_count = 0;
}

static void walk(uint64_t moves)
{
    uint64_t looked = 0, began = 0;
    while (shadow.attempts < moves) {
        if (shadow.attempts - began > HOUSE && moves - shadow.attempts > HOUSE / 4) {
            look_at_everything();
            began = shadow.attempts;
            new_house();
        }
        step();
        if (shadow.attempts - looked >= 1000) {
            looked = shadow.attempts;
            look_at_everything();
        }
    }
    look_at_everything();
}

static int states_reached(int machine, int of, const char *(*word)(int))
{
    int n = 0;
    for (int i = 0; i < of; i++) {
        n += shadow.states[machine][i];
        if (!shadow.states[machine][i])
            printf("# not reached: %s\n", word(i));
    }
    return n;
}

static const char *of_case(int s) { return objection_state_word((enum objection_state)s); }
static const char *of_request(int s) { return assist_state_word((enum assist_state)s); }
static const char *of_candidate(int s) { return candidacy_state_word((enum candidacy_state)s); }

/* ---- a control: a table without one of its guards promises what the services refuse ---- */

static void a_spoilt_table_is_found_out(enum objection_move move, enum objection_state from)
{
    struct objection_move_row spoilt = *objection_find_move(move, from, OBJECTION_STATE__MAX);
    uint64_t before = shadow.mismatches, limit = shadow.attempts + 3000;
    char promise[100];
    spoilt.guards &= ~(uint32_t)OBJECTION_GUARD_CLEAN;
    shadow.spoilt = &spoilt;
    while (shadow.mismatches == before && shadow.attempts < limit)
        step();
    shadow.spoilt = NULL;
    snprintf(promise, sizeof promise, "a table that lets the tied make the move is found out: %s", objection_move_word(move));
    ok(shadow.mismatches > before, promise);
}

static uint64_t number_after(int argc, char **argv, const char *name, uint64_t otherwise)
{
    for (int i = 1; i + 1 < argc; i++)
        if (strcmp(argv[i], name) == 0 && !scan_u64(argv[i + 1], UINT64_C(1) << 62, &otherwise))
            log_die("%s wants a number", name);
    return otherwise;
}

int main(int argc, char **argv)
{
    uint64_t moves = number_after(argc, argv, "--moves", 1500);
    shadow.seed = number_after(argc, argv, "--seed", 20260105);
    setvbuf(stdout, NULL, _IOLBF, 0);
    world_begin(shadow.seed);
    watch_begin();
    printf("# seed %llu\n", (unsigned long long)shadow.seed);
    walk(moves);
    uint64_t violations = shadow.mismatches + shadow.broken;
    int reached = states_reached(0, OBJECTION_STATE__MAX, of_case) + states_reached(1, ASSIST_STATE__MAX, of_request) +
                  states_reached(2, CANDIDACY_STATE__MAX, of_candidate);
    ok(shadow.mismatches == 0, "what comes of every attempt is what the tables say, and the case stands as it must");
    ok(shadow.broken == 0, "no invariant is broken in the database, after any move");
    printf("# %llu moves came about, %llu were refused as the tables say\n", (unsigned long long)shadow.moves,
           (unsigned long long)shadow.refused);
    printf("# walk: %llu moves, %d states reached of %d, %llu violations\n", (unsigned long long)shadow.attempts, reached,
           OBJECTION_STATE__MAX + ASSIST_STATE__MAX + CANDIDACY_STATE__MAX, (unsigned long long)violations);
    a_spoilt_table_is_found_out(MOVE_CHECK_CLUE, OBJECTION_CLUE);
    watch_spoils(told);
    printf("1..%d\n", test_count);
    house_end(NULL);
    return failed != 0;
}
