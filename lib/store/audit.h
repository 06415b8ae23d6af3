/* audit: who saw or did what. Append-only. Detail holds no text of an objection, no name of an objector, no code. */
#ifndef GS_STORE_AUDIT_H
#define GS_STORE_AUDIT_H

#include "db.h"

enum audit_actor { AUDIT_OFFICER, AUDIT_UNION, AUDIT_OPERATOR, AUDIT_SYSTEM };

bool audit_add(struct db *db, enum audit_actor actor, int64_t actor_id, const char *action, const char *object_kind,
               int64_t object_id, const char *detail, struct fail *f);

/* What is looked for: "" and 0 where nothing is. `number` is the object's: a receipt number or an id. */
struct audit_filter { const char *object_kind, *number; int64_t officer_id; };
struct audit_row {
    int64_t id;
    instant at;
    char *actor_kind, *actor;              /* the word of the kind, and whose name; NULL for the operator and the program itself */
    char *action, *object_kind, *detail;
    int64_t object_id;                     /* 0: none */
    char *object;                          /* its name, number or title, NULL if it has none */
};
/* The newest `limit` before line `before` (0: from the newest on). */
bool audit_list(struct mem *m, struct db *db, const struct audit_filter *filter, int64_t before, int64_t limit, struct audit_row **rows,
                size_t *n, struct fail *f);

/* The newest lines within seven days that somebody should look at: an officer who wanted to open more than he may. */
bool audit_alarms(struct mem *m, struct db *db, int64_t limit, struct audit_row **rows, size_t *n, struct fail *f);
/* How many other objections the officer opened within an hour, and whether he opened this one. */
bool audit_opened(struct db *db, int64_t officer_id, int64_t objection_id, int64_t *others, bool *again, struct fail *f);

extern const struct db_table audit_table;

#endif
