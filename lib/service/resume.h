/* resume: what somebody has typed into a form and not sent yet, kept for a while so that going back, a reload and another language show
 * it again. Each form is boxed under a key made from a secret that only a cookie of that browser holds, and found by a tag of it: the
 * database alone tells neither what was typed nor where. `place` says which form it is, such as "2026-1/k3x9". */
#ifndef GS_SERVICE_RESUME_H
#define GS_SERVICE_RESUME_H

#include "db.h"

#define RESUME_MAX (48 * 1024) /* bytes of one form */

/* A new secret, as it stands in a cookie. */
char *resume_secret(struct mem *m);
/* False if it is not kept: switched off, too many or too large, a secret that is none, the database away. The form then goes on without. */
bool resume_keep(struct mem *m, struct db *db, const char *secret, const char *place, const char *typed);
/* NULL in *typed if there is nothing (any more). False only if the database is away. */
bool resume_find(struct mem *m, struct db *db, const char *secret, const char *place, char **typed, struct fail *f);
void resume_forget(struct db *db, const char *secret, const char *place);

#endif
