/* objector: what an objector does on his own case with his lookup code: supplies what was missing, withdraws, asks for the one review. The
 * rules are those of model/objection; sql/objector.sql keeps them once more where nobody gets round them. */
#ifndef GS_SERVICE_OBJECTOR_H
#define GS_SERVICE_OBJECTOR_H

#include "token.h"
#include "track.h"

/* NULL if he may now, else why not: as objection_may. */
const char *objector_why_not(const struct track_out *found, enum objection_move move);

struct objector_in {
    struct track_in who;
    const struct token *form; /* the same form again changes nothing */
    enum objection_move move;
    const char *words;        /* "" where he says nothing */
};
struct objector_out {
    bool again;           /* the form had come before */
    struct track_out now; /* the case as it stands */
};
/* FAIL_MISSING "track_wrong"; FAIL_CONFLICT "case_moved", "once_only", "too_late" (the case stands in out->now all the same). */
bool objector_do(struct mem *m, struct db *db, const struct objector_in *in, struct objector_out *out, struct fail *f);

#endif
