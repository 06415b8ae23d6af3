/* order: the order of the people of a draft: by strokes of the surname within each award, and corrected by hand where strokes do not
 * decide. What stands here at publication is what is published. */
#ifndef GS_SERVICE_ORDER_H
#define GS_SERVICE_ORDER_H

#include "draft.h"
#include "entry.h"
#include "roster.h"

/* The position (from 1, within its award) of each row of a list; rows that tie keep the order of the file. */
size_t *order_by_strokes(struct mem *m, const struct roster *r, struct fail *f);

/* The people of a version with what the page of the order shows. */
struct order_item {
    const struct entry *entry;
    int strokes;      /* of the first character; 0: not known */
    bool tie;         /* strokes do not decide between this one and the one before or after it */
    bool misplaced;   /* stands elsewhere than strokes would put it: by hand */
};
struct order { struct order_item *items; size_t count, ties; };
bool order_look(struct mem *m, struct db *db, int64_t version_id, struct order *out, struct fail *f);

/* Puts one person at a position of his award; the others make room. `seen_seq` is the position that the officer saw: another one
 * by now is FAIL_CONFLICT "order_changed". */
struct order_move_in { int64_t version_id, officer_id, entry_id, seen_seq, to_seq; };
bool order_move(struct db *db, const struct order_move_in *in, struct fail *f);
/* By strokes again; what was set by hand is lost. */
bool order_reset(struct db *db, struct draft_seen seen, int64_t officer_id, struct fail *f);
/* Inside a transaction, before publication: positions 1, 2, 3 … within each award, in the order that stands. */
bool order_close(struct mem *m, struct db *db, int64_t version_id, struct fail *f);

#endif
