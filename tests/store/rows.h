/* rows: one small notice, made by the owner with plain SQL, for tests of single rules. */
#ifndef GS_TESTS_STORE_ROWS_H
#define GS_TESTS_STORE_ROWS_H

#include "house.h"

/* Officers 1 and 2, union 1 with a contact, round 1, notice 1 with version 1 (a draft), candidate 1 with an entry. The period is
 * [2026-04-20 00:00, 2026-04-25 00:00) Beijing. It is the database "rows", made anew. */
void rows_draft(void);
/* The same, published by officer 2. */
void rows_published(void);
/* The same with objection 1 (a person's, just come in), its file, and a file that nobody has claimed. */
void rows_objection(void);

#define ROWS_OPENS "2026-04-19 16:00:00"
#define ROWS_CLOSES "2026-04-24 16:00:00"
#define ROWS_PUBLISH \
    "UPDATE notice_version SET state = 'PUBLISHED', published_by = 2, published_at = '2026-04-18 02:00:00', opens_at = '" ROWS_OPENS \
    "', closes_at = '" ROWS_CLOSES "' WHERE id = 1;"

#endif
