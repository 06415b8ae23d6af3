/* tasks: what an officer does with a task that a message left behind (service/onward.h): rings up, mends the contact and sends it again, or
 * settles it otherwise. */
#ifndef GS_SERVICE_TASKS_H
#define GS_SERVICE_TASKS_H

#include "office_task.h"

#define TASKS_HOW "CALLED|RESENT|OTHER"

/* Settles an open task, with an audit row. RESENT sends the news once more to the union's contact as it stands now, by each of its
 * channels, to the backup if the first has none; of an objector there is no RESENT ("task_not_resent" beside "how"), nor of a union without
 * any address ("contact_unreachable" beside "how"). CALLED and OTHER want words ("needed" beside "words"). FAIL_MISSING "task_settled". */
bool tasks_settle(struct mem *m, struct db *db, int64_t officer_id, int64_t id, const char *how, const char *words, struct fail *f);

#endif
