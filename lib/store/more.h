/* more: what an objector does on his case later: what was missing, why he wants a review, that he withdraws. */
#ifndef GS_STORE_MORE_H
#define GS_STORE_MORE_H

#include "db.h"

struct more_new {
    const unsigned char *key_hash;  /* 32: of the lookup code */
    const unsigned char *form_hash; /* 32: a form is taken once */
    const char *move;               /* SUPPLY REQUEST_REVIEW WITHDRAW */
    struct db_blob words;           /* case key, "objection:<receipt>:more" */
    instant due;                    /* the term that begins; 0: none */
    const char *rule;
};
/* sql/objector.sql moves the case. *again: this form had been taken before. FAIL_MISSING "not_found"; FAIL_CONFLICT "case_moved",
 * "once_only", "too_late". */
bool more_send(struct db *db, const struct more_new *in, bool *again, struct fail *f);

struct more { instant at; char *move; struct db_blob words; };
/* What has come to a case, oldest first. */
bool more_list(struct mem *m, struct db *db, int64_t objection_id, struct more **out, size_t *count, struct fail *f);

extern const struct db_table more_table;

#endif
