/* fail: why something did not happen. The environment failing is a value, carried up in a struct fail;
 * a broken invariant is not: it aborts. `code` names a sentence of templates/lang ("Fail.<code>") for
 * the person; `detail` is for the log alone and is never shown. */
#ifndef GS_BASE_FAIL_H
#define GS_BASE_FAIL_H

#include <stdbool.h>
#include <stdint.h>

enum fail_kind {
    FAIL_NONE = 0,
    FAIL_INPUT,       /* what was sent cannot be used        -> 400 or 422 */
    FAIL_FORBIDDEN,   /* not this person                     -> 403 */
    FAIL_MISSING,     /* no such thing, or not for this person -> 404 */
    FAIL_CONFLICT,    /* somebody was faster, or done already -> 409 */
    FAIL_TOO_LARGE,   /*                                     -> 413 */
    FAIL_TYPE,        /* a kind of content not taken here    -> 415 */
    FAIL_TOO_MANY,    /*                                     -> 429 */
    FAIL_UNAVAILABLE, /* database or a helper away; try later -> 503 */
    FAIL_UNCERTAIN,   /* the answer to COMMIT was lost: look the key up */
    FAIL_INTERNAL,    /* ours                                -> 500 */
    FAIL__MAX
};

struct fail {
    enum fail_kind kind;
    char code[48];    /* lower_snake_case */
    char field[48];   /* the form field it belongs to, or "" */
    int64_t number;   /* fills {1} of the sentence: a year, a count; 0 where it has no gap */
    char detail[240]; /* for the log; no objection text, no names, no secrets */
};

/* Fills `f` and returns false, so that a caller can write: return fail_set(f, ...). */
bool fail_set(struct fail *f, enum fail_kind kind, const char *code, const char *detail, ...)
    __attribute__((format(printf, 4, 5)));

/* The same for a form field. */
bool fail_field(struct fail *f, const char *field, const char *code);

/* The HTTP status that belongs to a kind. */
int fail_status(enum fail_kind kind);

#endif
