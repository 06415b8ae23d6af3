/* term: the clocks of the procedure. Each has a length that a setting may change; domain.md 2.3 gives the defaults. */
#ifndef GS_MODEL_TERM_H
#define GS_MODEL_TERM_H

#include <stdbool.h>

enum term {
    TERM_NONE,
    TERM_ENTRY,       /* a second reader checks what was typed in */
    TERM_IDENTITY,    /* who the objector is */
    TERM_REVIEW,      /* accept or not */
    TERM_SUPPLEMENT,  /* the objector supplies what is missing */
    TERM_INVESTIGATE, /* find out what is true, from acceptance */
    TERM_EXTENSION,   /* the same once more */
    TERM_DECIDE,      /* approve a drafted decision */
    TERM_NOTIFY,      /* tell everybody */
    TERM_APPEAL,      /* ask for a review */
    TERM_REDECIDE,    /* decide the review */
    TERM_CLUE,        /* look at a clue */
    TERM_ASSIST,      /* a union answers */
    TERM_ASSIST_MORE, /* a union was given more time */
    TERM__MAX
};

enum term_act {
    TERM_ACT_KEEP,   /* runs on, or stands still, as it did */
    TERM_ACT_START,  /* a new one takes the place of the old */
    TERM_ACT_STOP,
    TERM_ACT_PAUSE,
    TERM_ACT_RESUME,
};

struct term_row {
    const char *word;    /* stored: "REVIEW" */
    const char *setting; /* conf key of its length */
    bool workdays;       /* counted in working days, else in days (日) */
    int usual;           /* the setting's default */
};

/* NULL for TERM_NONE and what is none. */
const struct term_row *term_find(enum term t);
/* False if the word names none. */
bool term_read(const char *word, enum term *out);

#endif
