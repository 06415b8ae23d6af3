/* slot: at most two slow password hashes at once on a database node, so that sign-ins cannot eat the machine's memory. */
#ifndef GS_SERVICE_SLOT_H
#define GS_SERVICE_SLOT_H

#include "db.h"

/* Waits a little; FAIL_UNAVAILABLE "sign_in_busy" when both stay taken. A slot goes back by itself if its holder's connection ends. */
bool slot_take(struct db *db, int *slot, struct fail *f);
void slot_leave(struct db *db, int slot);

#endif
