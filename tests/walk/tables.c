/* tables: goes through everything that can happen in the small world of product.h, by the house's tables of moves: no invariant is
 * broken anywhere, every state and every move of the procedure is reached, and each spoilt table is found out. */
#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "procedure_list.h"
#include "product.h"

#define LISTED (sizeof procedure_list / sizeof procedure_list[0])
#define SLOTS (UINT64_C(1) << 23)

static int test_count, failed;

static void ok(bool good, const char *promise)
{
    failed += !good;
    printf("%s %d - %s\n", good ? "ok" : "not ok", ++test_count, promise);
}

/* ---- the walk ---- */

struct tour {
    uint64_t *seen;  /* open addressing; packed state + 1 */
    uint64_t *queue; /* in the order of arrival */
    size_t head, tail;
    uint64_t moves, broken[PRODUCT__MAX];
    bool stop_at_first;
    bool states[3][64]; /* of objections, requests, candidates */
};

static void arrive(struct tour *t, const struct product *s)
{
    uint64_t bits = product_pack(s);
    size_t at = (bits * UINT64_C(0x9E3779B97F4A7C15)) >> 41;
    for (; t->seen[at]; at = (at + 1) & (SLOTS - 1))
        if (t->seen[at] == bits + 1)
            return;
    if (t->tail >= SLOTS / 2)
        abort(); /* the world has become too large for the table */
    t->seen[at] = bits + 1;
    t->queue[t->tail++] = bits;
    for (int i = 0; i < 2; i++)
        t->states[0][s->cases[i].state] |= s->cases[i].there != 0;
    t->states[1][s->assist] |= s->assist_there != 0;
    t->states[2][s->candidate] = true;
}

static void reached(const struct product *next, unsigned broken, void *ctx)
{
    struct tour *t = ctx;
    t->moves++;
    for (int i = 1; i < PRODUCT__MAX; i++)
        t->broken[i] += broken >> i & 1;
    arrive(t, next);
}

static uint64_t violations(const struct tour *t)
{
    uint64_t sum = 0;
    for (int i = 1; i < PRODUCT__MAX; i++)
        sum += t->broken[i];
    return sum;
}

static void walk(struct tour *t, const struct product_rules *rules)
{
    memset(t->seen, 0, SLOTS * sizeof *t->seen);
    for (unsigned accused = 0; accused < 2; accused++)
        arrive(t, &(struct product){ .accused = accused, .nomination = 1 });
    while (t->head < t->tail && !(t->stop_at_first && violations(t))) {
        struct product s = product_unpack(t->queue[t->head++]);
        product_step(rules, &s, reached, t);
    }
}

static struct tour *tour_new(bool stop_at_first)
{
    struct tour *t = calloc(1, sizeof *t);
    assert(t);
    t->seen = malloc(SLOTS * sizeof *t->seen);
    t->queue = malloc(SLOTS / 2 * sizeof *t->queue);
    t->stop_at_first = stop_at_first;
    assert(t->seen && t->queue);
    return t;
}

static void tour_free(struct tour *t)
{
    free(t->seen);
    free(t->queue);
    free(t);
}

/* ---- the list ---- */

struct word_row { char machine; const char *move, *from, *to; };

static size_t all_rows(const struct product_rules *r, struct word_row *out)
{
    size_t n = 0;
    for (size_t i = 0; i < r->objections; i++)
        out[n++] = (struct word_row){ 'o', objection_move_word(r->objection[i].move), objection_state_word(r->objection[i].from),
                                       objection_state_word(r->objection[i].to) };
    for (size_t i = 0; i < r->assists; i++)
        out[n++] = (struct word_row){ 'a', assist_step_word(r->assist[i].step), assist_state_word(r->assist[i].from),
                                       assist_state_word(r->assist[i].to) };
    for (size_t i = 0; i < r->candidacies; i++)
        out[n++] = (struct word_row){ 'c', candidacy_move_word(r->candidacy[i].move), candidacy_state_word(r->candidacy[i].from),
                                       candidacy_state_word(r->candidacy[i].to) };
    return n;
}

static bool same(const struct word_row *a, size_t i)
{
    return a->machine == procedure_list[i].machine && strcmp(a->move, procedure_list[i].move) == 0 &&
           strcmp(a->from, procedure_list[i].from) == 0 && strcmp(a->to, procedure_list[i].to) == 0;
}

static void tables_are_the_list(const struct product_rules *rules)
{
    struct word_row rows[256];
    size_t n = all_rows(rules, rows), more = 0, less = 0;
    for (size_t r = 0; r < n; r++) {
        size_t i = 0;
        while (i < LISTED && !same(&rows[r], i))
            i++;
        more += i == LISTED;
        if (i == LISTED)
            printf("# not in the list: %c %s %s %s\n", rows[r].machine, rows[r].move, rows[r].from, rows[r].to);
    }
    for (size_t i = 0; i < LISTED; i++) {
        size_t r = 0;
        while (r < n && !same(&rows[r], i))
            r++;
        less += r == n;
        if (r == n)
            printf("# not in the tables: %c %s %s %s\n", procedure_list[i].machine, procedure_list[i].move, procedure_list[i].from,
                   procedure_list[i].to);
    }
    ok(more == 0 && less == 0, "the tables hold the moves of the procedure, and no others");
}

/* How many states the list names; the same for what a walk has reached. */
static int states_listed(void)
{
    int n = 0;
    for (size_t i = 0; i < LISTED; i++)
        for (int end = 0; end < 2; end++) {
            const char *word = end ? procedure_list[i].to : procedure_list[i].from;
            bool before = false;
            for (size_t k = 0; k <= i && !before; k++)
                before = procedure_list[k].machine == procedure_list[i].machine &&
                         ((strcmp(procedure_list[k].from, word) == 0 && (k < i || end)) ||
                          (k < i && strcmp(procedure_list[k].to, word) == 0));
            n += !before;
        }
    return n;
}

static int states_reached(const struct tour *t)
{
    int n = 0;
    for (int m = 0; m < 3; m++)
        for (int i = 0; i < 64; i++)
            n += t->states[m][i];
    return n;
}

/* ---- spoilt tables ---- */

struct copies {
    struct objection_move_row objection[128];
    struct assist_move_row assist[64];
    struct candidacy_move_row candidacy[64];
    struct product_rules rules;
};

static void copy_rules(struct copies *c, const struct product_rules *from)
{
    assert(from->objections <= 128 && from->assists <= 64 && from->candidacies <= 64);
    memcpy(c->objection, from->objection, from->objections * sizeof c->objection[0]);
    memcpy(c->assist, from->assist, from->assists * sizeof c->assist[0]);
    memcpy(c->candidacy, from->candidacy, from->candidacies * sizeof c->candidacy[0]);
    c->rules = (struct product_rules){ c->objection, c->assist, c->candidacy, from->objections, from->assists, from->candidacies };
}

enum spoil { UNGUARD, LONELY, CLOCKLESS, NO_CODE, NO_REASON };

/* `mask` is the guard taken away. */
static const struct { const char *what; enum product_invariant breaks; char machine; int move; enum spoil how; uint32_t mask; } spoilt[] = {
    { "a recused officer accepts", PRODUCT_RECUSED_ACTS, 'o', MOVE_ACCEPT, UNGUARD, OBJECTION_GUARD_CLEAN },
    { "a recused officer confirms who it is", PRODUCT_RECUSED_ACTS, 'o', MOVE_CONFIRM_IDENTITY, UNGUARD, OBJECTION_GUARD_CLEAN },
    { "a recused officer sends a request", PRODUCT_RECUSED_ACTS, 'a', ASSIST_STEP_SEND, UNGUARD, ASSIST_GUARD_CLEAN },
    { "a recused officer recognises", PRODUCT_RECUSED_ACTS, 'c', CANDIDACY_MOVE_RECOGNISE, UNGUARD, CANDIDACY_GUARD_CLEAN },
    { "an accused union is asked", PRODUCT_UNION_LEARNS, 'a', ASSIST_STEP_SEND, UNGUARD, ASSIST_GUARD_NOT_ACCUSED },
    { "an abstract goes out that nobody else read", PRODUCT_UNION_LEARNS, 'a', ASSIST_STEP_SEND, UNGUARD, ASSIST_GUARD_NOT_DRAFTER },
    { "recognition in spite of an open objection", PRODUCT_OPEN_RECOGNISED, 'c', CANDIDACY_MOVE_RECOGNISE, UNGUARD,
      CANDIDACY_GUARD_NONE_OPEN },
    { "recognition before the printed end", PRODUCT_EARLY_RECOGNISED, 'c', CANDIDACY_MOVE_RECOGNISE, UNGUARD,
      CANDIDACY_GUARD_PERIOD_OVER },
    { "a drafter approves himself", PRODUCT_ALONE, 'o', MOVE_DECIDE, UNGUARD, OBJECTION_GUARD_NOT_DRAFTER },
    { "who decided reviews it", PRODUCT_ALONE, 'o', MOVE_DECIDE_REVIEW, UNGUARD, OBJECTION_GUARD_OTHER_PEOPLE },
    { "one officer keeps a candidate alone", PRODUCT_ALONE, 'c', CANDIDACY_MOVE_KEEP, LONELY, 0 },
    { "an accepted case has no clock", PRODUCT_UNEXPLAINED, 'o', MOVE_ACCEPT, CLOCKLESS, 0 },
    { "a refusal without a reason", PRODUCT_UNEXPLAINED, 'o', MOVE_REFUSE, NO_CODE, 0 },
    { "a title is revoked without a reason", PRODUCT_UNEXPLAINED, 'c', CANDIDACY_MOVE_REVOKE, NO_REASON, 0 },
};

static void spoil(struct copies *c, size_t which)
{
    for (size_t i = 0; spoilt[which].machine == 'o' && i < c->rules.objections; i++)
        if ((int)c->objection[i].move == spoilt[which].move) {
            c->objection[i].guards &= ~spoilt[which].mask;
            if (spoilt[which].how == CLOCKLESS)
                c->objection[i].act = TERM_ACT_STOP;
            if (spoilt[which].how == NO_CODE)
                c->objection[i].needs &= ~(uint32_t)OBJECTION_NEED_CODE;
            /* Somebody must be able to do what the guard forbids. */
            if (spoilt[which].move == MOVE_DECIDE_REVIEW)
                c->objection[i].role = ~0u;
        }
    for (size_t i = 0; spoilt[which].machine == 'a' && i < c->rules.assists; i++)
        if ((int)c->assist[i].step == spoilt[which].move)
            c->assist[i].guards &= ~spoilt[which].mask;
    for (size_t i = 0; spoilt[which].machine == 'c' && i < c->rules.candidacies; i++)
        if ((int)c->candidacy[i].move == spoilt[which].move) {
            c->candidacy[i].guards &= ~spoilt[which].mask;
            if (spoilt[which].how == LONELY)
                c->candidacy[i].second = 0;
            if (spoilt[which].how == NO_REASON)
                c->candidacy[i].reason = false;
        }
}

static void spoilt_tables_are_found_out(const struct product_rules *rules)
{
    static struct copies c;
    for (size_t i = 0; i < sizeof spoilt / sizeof spoilt[0]; i++) {
        char promise[200];
        struct tour *t = tour_new(true);
        copy_rules(&c, rules);
        spoil(&c, i);
        walk(t, &c.rules);
        snprintf(promise, sizeof promise, "a spoilt table is found out: %s", spoilt[i].what);
        ok(t->broken[spoilt[i].breaks] > 0, promise);
        tour_free(t);
    }
}

int main(void)
{
    struct product_rules rules;
    rules.objection = objection_moves(&rules.objections);
    rules.assist = assist_moves(&rules.assists);
    rules.candidacy = candidacy_moves(&rules.candidacies);
    tables_are_the_list(&rules);
    struct tour *t = tour_new(false);
    walk(t, &rules);
    ok(violations(t) == 0, "no invariant is broken wherever the tables lead");
    ok(states_reached(t) == states_listed(), "every state of the procedure is reached");
    printf("# %zu states of the small world\n", t->tail);
    printf("# walk: %" PRIu64 " moves, %d states reached of %d, %" PRIu64 " violations\n", t->moves, states_reached(t), states_listed(),
           violations(t));
    tour_free(t);
    spoilt_tables_are_found_out(&rules);
    printf("1..%d\n", test_count);
    return failed != 0;
}
