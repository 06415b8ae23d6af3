/* track: what an objector may see with the lookup code: the state of the case and the answers, which only the code opens. */
#ifndef GS_SERVICE_TRACK_H
#define GS_SERVICE_TRACK_H

#include "db.h"
#include "objection.h"
#include "receipt.h"

struct track_in { const char *number, *code; }; /* as typed; the number may be "" */
struct track_step { instant at; enum objection_state state; };
struct track_answer { instant at; char *kind; char *text; }; /* kind: a word of objection_answer.kind */
struct track_out {
    char number[RECEIPT_NUMBER_SHOWN];
    enum objection_kind kind;
    enum objection_state state;
    instant submitted_at, deadline_at; /* 0: no date for the next step */
    bool term_over, reviewed;
    char *notice_slug, *notice_title;
    struct track_step *steps;
    size_t step_count;
    struct track_answer *answers;
    size_t answer_count;
};

/* One fail for every wrong number or code: FAIL_MISSING "track_wrong". */
bool track_look(struct mem *m, struct db *db, const struct track_in *in, struct track_out *out, struct fail *f);

#endif
