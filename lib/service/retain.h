/* retain: what is kept no longer than was promised: files of forms that nobody sent (the setting objection.draft_hours), what was
 * typed into them (objection.resume_minutes), what came with reports that belong to no message, the tags by which sources are counted. Any number
 * of nodes may run it; each thing goes once. */
#ifndef GS_SERVICE_RETAIN_H
#define GS_SERVICE_RETAIN_H

#include "db.h"

/* A little of what is due; *more says that there may be more. */
bool retain_sweep(struct db *db, bool *more, struct fail *f);

#endif
