/* lock: named locks of one database node; they end with the connection that holds them. Any account can take any name: nothing that
 * people wait for may hang on one. */
#ifndef GS_STORE_LOCK_H
#define GS_STORE_LOCK_H

#include "db.h"

bool lock_take(struct db *db, const char *name, int64_t seconds, bool *got, struct fail *f);

extern const struct db_table lock_table;

#endif
