/* listing: what the people of a list are found by, and the orders it may be read in, worked out when it is published. */
#ifndef GS_SERVICE_LISTING_H
#define GS_SERVICE_LISTING_H

#include "db.h"

/* Inside the transaction that publishes the version, once its order stands. */
bool listing_close(struct mem *m, struct db *db, int64_t version_id, struct fail *f);
/* The same for every version that was published by a release that had none of it. */
bool listing_catch_up(struct mem *m, struct db *db, struct fail *f);

#endif
