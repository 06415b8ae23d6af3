/* slot: at most two slow password hashes at once on a machine, so that sign-ins cannot eat its memory. The turns are locks on files in a
 * folder (the setting dir.slots) that no other program reaches: whoever broke into one of those cannot shut the officers out. */
#ifndef GS_SERVICE_SLOT_H
#define GS_SERVICE_SLOT_H

#include <stdbool.h>

#include "fail.h"

/* Waits a little; FAIL_UNAVAILABLE "sign_in_busy" when both stay taken. A slot goes back by itself if its holder ends. */
bool slot_take(int *slot, struct fail *f);
void slot_leave(int slot);

#endif
