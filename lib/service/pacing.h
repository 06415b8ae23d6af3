/* pacing: which of the SMS that are due may leave now. One that is not urgent keeps to the hours of its kind (lib/model/pace) and to the
 * ceilings of the day: sms.per_number_day for its number, sms.per_template_day and its kind's own for its number and event. What is more than a
 * union's number may get is told by one digest, which counts as one; what is more than others may get waits for tomorrow. */
#ifndef GS_SERVICE_PACING_H
#define GS_SERVICE_PACING_H

#include "delivery.h"

/* Inside the transaction that found and locked these rows, before they are leased: afterwards rows[0 .. *count) are those that leave now,
 * and counted as sent; the others were put off or gathered. */
bool pacing_admit(struct mem *m, struct db *db, instant now, struct delivery_due *rows, size_t *count, struct fail *f);
/* Just before the end of an attempt is noted: if it sent nothing it does not count. Nothing if it has ended already. */
bool pacing_ended(struct db *db, int64_t outbox_id, int attempt, bool sent, struct fail *f);

#endif
