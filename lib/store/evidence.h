/* evidence: what shows that a union was told (送达情况): of a version of a notice, or of a final list, each letter with all messages that brought
 * it, when they were handed over, and when it was signed for. */
#ifndef GS_STORE_EVIDENCE_H
#define GS_STORE_EVIDENCE_H

#include "db.h"

/* What it is of: exactly one of the two is not 0. union_id 0: all unions. */
struct evidence_of { int64_t version_id, announcement_id, union_id; };
struct evidence_row {
    int64_t letter_id, union_id, message_id;      /* message_id 0: nothing was ever sent of this letter */
    char *union_name, *signed_by;
    char *event, *channel, *state, *contact, *rank, *phone, *email; /* of the message; rank NULL: he has stepped back since */
    char *driver, *outcome, *detail;              /* of its last attempt */
    char *report;                                 /* of model/report.h; NULL: nobody has said */
    int64_t attempts;
    bool maybe_twice;
    instant letter_at, signed_at, made_at, report_at, handed_at; /* handed_at: the gateway or mail server took it */
};
/* By union, then in the order of making; read at *now. */
bool evidence_list(struct mem *m, struct db *db, const struct evidence_of *of, struct evidence_row **out, size_t *count, instant *now,
                   struct fail *f);

extern const struct db_table evidence_table;

#endif
