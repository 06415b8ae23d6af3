/* schema: the database itself: its numbered steps, its accounts and their rights. For `gongshictl migrate` alone, which runs as the owner. */
#ifndef GS_STORE_SCHEMA_H
#define GS_STORE_SCHEMA_H

#include "db.h"

/* Makes the database that the setting db.name names, unless it is there. */
bool schema_create(struct mem *m, struct fail *f);

/* Whether the server is one that the house can stand on: its version and its sql_mode. FAIL_UNAVAILABLE "database_unfit" says what is
 * wrong in its detail. */
bool schema_fit(struct db *db, struct fail *f);

/* One at a time on a server: *got is false when another migration is under way. It ends with the connection. */
bool schema_lock(struct db *db, bool *got, struct fail *f);

/* The step that was finished last; 0 in an empty database. */
bool schema_step(struct db *db, int *last, struct fail *f);
/* Runs a step and notes it. A step that is cut off is run again from its beginning. */
bool schema_run_step(struct db *db, int n, const char *name, const char *text, size_t len, struct fail *f);

/* Makes the account of a program, or gives it this password again. */
bool schema_account(struct db *db, enum db_account account, const char *password, struct fail *f);
/* Makes the locked accounts in whose name views and triggers run. */
bool schema_definers(struct db *db, struct fail *f);

/* Takes from all of these accounts what `grants` (texts of GRANT statements, in which every account ends in @localhost) does not give.
 * The rights that stay are never away meanwhile, so programs may run. */
bool schema_trim(struct db *db, const char *grants, size_t len, struct fail *f);

extern const struct db_table schema_table;

#endif
