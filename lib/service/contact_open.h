/* contact_open: the contact that an objector left, {"channel":"EMAIL","to":"…"} sealed for notifyd. */
#ifndef GS_SERVICE_CONTACT_OPEN_H
#define GS_SERVICE_CONTACT_OPEN_H

#include "db.h"
#include "seal.h"

/* NULL with a fail if it does not open or holds no address. */
char *contact_open(struct mem *m, const struct seal_pair *notify_key, const char *receipt, const struct db_blob *sealed, struct fail *f);

#endif
