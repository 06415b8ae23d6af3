/* officer_tie: the units and unions that an officer or his kin belong to, as they were entered. Ended, never removed. */
#ifndef GS_STORE_OFFICER_TIE_H
#define GS_STORE_OFFICER_TIE_H

#include "db.h"

struct officer_tie { int64_t id; char *kind, *name, *entered_by; instant entered_at; };
/* Those that have not ended, as they were entered. */
bool officer_tie_list(struct mem *m, struct db *db, int64_t officer_id, struct officer_tie **out, size_t *count, struct fail *f);
bool officer_tie_add(struct db *db, int64_t officer_id, const char *kind, const char *name, int64_t by_id, struct fail *f);
/* FAIL_MISSING "not_found" if it is not his or has ended. */
bool officer_tie_end(struct db *db, int64_t officer_id, int64_t id, int64_t by_id, struct fail *f);

extern const struct db_table officer_tie_table;

#endif
