/* letter: what a union must sign for (签收): a published version of a notice, or an assist request. */
#ifndef GS_STORE_LETTER_H
#define GS_STORE_LETTER_H

#include "db.h"

#define LETTER_SLUG 27 /* 26 characters and NUL */

/* A letter about a version or about an assist request (exactly one of the two is not 0); it stands in its link under a random
 * slug. A second letter about the same thing is refused with FAIL_CONFLICT "letter_exists". */
bool letter_add(struct db *db, int64_t union_id, int64_t version_id, int64_t assist_id, int64_t *id, char slug[LETTER_SLUG],
                struct fail *f);

extern const struct db_table letter_table;

#endif
