/* audit: who saw or did what. Append-only. Detail holds no text of an objection, no name of an objector, no code. */
#ifndef GS_STORE_AUDIT_H
#define GS_STORE_AUDIT_H

#include "db.h"

enum audit_actor { AUDIT_OFFICER, AUDIT_UNION, AUDIT_OPERATOR, AUDIT_SYSTEM };

bool audit_add(struct db *db, enum audit_actor actor, int64_t actor_id, const char *action, const char *object_kind,
               int64_t object_id, const char *detail, struct fail *f);

extern const struct db_table audit_table;

#endif
