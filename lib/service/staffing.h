/* staffing: changing what an officer may do, and ending it. Rights are read at each request, so a change bites at once; sessions of the
 * one concerned end, and keys that his roles no longer need are taken from him. Nobody changes himself, and one administrator stays. */
#ifndef GS_SERVICE_STAFFING_H
#define GS_SERVICE_STAFFING_H

#include "login.h"

/* Faults beside "roles". */
bool staffing_roles(struct mem *m, struct db *db, const struct login_session *by, int64_t officer_id, uint32_t roles, struct fail *f);
bool staffing_disable(struct db *db, const struct login_session *by, int64_t officer_id, struct fail *f);

#endif
