/* compare: what a correction changed in a notice: its words field by field, its people one by one, and in each text the place where it
 * differs. Pure: both versions are handed in. */
#ifndef GS_MODEL_COMPARE_H
#define GS_MODEL_COMPARE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "mem.h"

enum compare_word {
    COMPARE_TITLE, COMPARE_DOC_NUMBER, COMPARE_BODY, COMPARE_ORDER_NOTE, COMPARE_HANDLING_OFFICE, COMPARE_HANDLING_PHONE,
    COMPARE_HANDLING_EMAIL, COMPARE_HANDLING_ADDRESS, COMPARE_HANDLING_HOURS, COMPARE_SUPERVISION_OFFICE, COMPARE_SUPERVISION_PHONE,
    COMPARE_SIGNED_BY, COMPARE_SIGNED_DAY, COMPARE_WORD__MAX
};
enum compare_fact {
    COMPARE_AWARD, COMPARE_NAME, COMPARE_EMPLOYER, COMPARE_POST, COMPARE_UNION, COMPARE_FIELD, COMPARE_DEEDS, COMPARE_FACT__MAX
};
const char *compare_word_word(enum compare_word w); /* "TITLE" */
const char *compare_fact_word(enum compare_fact w); /* "AWARD" */

struct compare_person {
    int64_t id;                           /* the candidate: the same in both versions */
    bool renewed;                         /* noticed anew by this version */
    const char *facts[COMPARE_FACT__MAX]; /* NULL is as good as "" */
};
/* One version: its words and its people in their order. */
struct compare_side {
    const char *words[COMPARE_WORD__MAX];
    const struct compare_person *people;
    size_t count;
};

/* One place where a text differs: what stands before and after it in both (a little of it, "…" where more stands there), what was there
 * and what is there now; either may be "". */
struct compare_piece { const char *before, *removed, *added, *after; };
struct compare_change {
    unsigned what;             /* a compare_word or a compare_fact */
    const char *old, *now;     /* the whole texts */
    struct compare_piece *pieces;
    size_t count;
};
enum compare_kind { COMPARE_CHANGED, COMPARE_ADDED, COMPARE_LEFT_OUT };
struct compare_touched {
    enum compare_kind kind;
    const struct compare_person *old, *now; /* NULL: not in that version */
    struct compare_change *changes;
    size_t count;
};
struct compare {
    struct compare_change *words;
    size_t word_count;
    struct compare_touched *people; /* those who stand in the newer version in its order, then those left out */
    size_t people_count;
    bool reordered;                 /* those who stand in the same list of both versions follow each other otherwise */
};

void compare_sides(struct mem *m, const struct compare_side *old, const struct compare_side *now, struct compare *out);
/* Nothing that anybody can read differs, and nobody is noticed anew. */
bool compare_is_nothing(const struct compare *c);

#endif
