/* registration_private: what typing in and reading again share. */
#ifndef GS_SERVICE_REGISTRATION_PRIVATE_H
#define GS_SERVICE_REGISTRATION_PRIVATE_H

#include "registration.h"

bool registration_when(struct mem *m, struct db *db, int64_t candidate_id, const struct incoming *came, enum incoming_when *out,
                       struct fail *f);
/* Of a second reader's copy. */
char *registration_context(struct mem *m, const char *receipt);

#endif
