/* reckon: the clocks of the procedure on the house's calendar and settings: when a term that begins now ends, what becomes of one that
 * stands still. The one place where a deadline is made. */
#ifndef GS_SERVICE_RECKON_H
#define GS_SERVICE_RECKON_H

#include "db.h"
#include "standing.h"
#include "term.h"

struct reckon {
    const char *term; /* word of model/term.h, "" for none */
    instant due;      /* the end of its last day (24:00 Beijing); 0: none runs */
    bool stands_still;
    int left;         /* days, while it stands still */
    char *rule;       /* how it was reckoned, in Chinese */
};

/* A term that begins now; its first day is not counted, and what begins after hours (deadline.cutoff_hour) begins on the next working day. */
bool reckon_start(struct mem *m, struct db *db, enum term term, struct reckon *out, struct fail *f);
/* One that began at another instant. */
bool reckon_from(struct mem *m, struct db *db, enum term term, instant from, struct reckon *out, struct fail *f);
/* More time, counted on from the old end. */
bool reckon_more(struct mem *m, struct db *db, enum term term, instant old_end, struct reckon *out, struct fail *f);
/* What a move does to the clock of a case. */
bool reckon_move(struct mem *m, struct db *db, enum term_act act, enum term term, const struct standing *now, struct reckon *out,
                 struct fail *f);

#endif
