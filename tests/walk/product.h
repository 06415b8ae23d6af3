/* product: the small world that the walks go through: one candidate, two objections, one assist request, the officers A and B (case team,
 * head, registry, identity), C who is recused and holds every role, S who reviews, one union. Time passes in steps. */
#ifndef GS_WALK_PRODUCT_H
#define GS_WALK_PRODUCT_H

#include "assist_move.h"
#include "candidacy.h"
#include "objection.h"

/* The tables that a walk follows: the house's, or copies that were spoilt on purpose. */
struct product_rules {
    const struct objection_move_row *objection;
    const struct assist_move_row *assist;
    const struct candidacy_move_row *candidacy;
    size_t objections, assists, candidacies;
};

enum product_term { PRODUCT_NO_TERM, PRODUCT_RUNS, PRODUCT_PAUSED, PRODUCT_OVER };

struct product_case {
    unsigned there, state, before, supplemented, extended, reviewed, refused, drafter, term;
};

struct product {
    struct product_case cases[2];
    unsigned assist_there, assist, assist_drafter, time_asked, assist_signed, assist_over, accused; /* over: 1 the term, 2 a working day more */
    unsigned candidate, nomination, vacancy, found, period_over; /* found: 0 nothing, 1 partly, 2 right */
};

enum product_invariant {
    PRODUCT_RECUSED_ACTS = 1,   /* a conflicted person acted */
    PRODUCT_UNION_LEARNS = 2,   /* an accused union was asked, or an abstract went out unchecked */
    PRODUCT_OPEN_RECOGNISED = 3,
    PRODUCT_EARLY_RECOGNISED = 4,
    PRODUCT_ALONE = 5,          /* the same person twice where two are asked for */
    PRODUCT_UNEXPLAINED = 6,    /* a grave move without a reason, or an open case without a clock */
    PRODUCT__MAX
};

/* Called with each state that a move from `s` leads to, and the invariants that the move broke (bits by number). */
typedef void (*product_reached)(const struct product *next, unsigned broken, void *ctx);
void product_step(const struct product_rules *rules, const struct product *s, product_reached reached, void *ctx);
/* Eight bytes that are the same for no two states. */
uint64_t product_pack(const struct product *s);
struct product product_unpack(uint64_t bits);

#endif
