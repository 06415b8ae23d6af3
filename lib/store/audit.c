/* audit: the one statement that adds a line; there is none that changes or removes one. */
#include "audit.h"

enum { ADD };

static const struct db_statement statements[] = {
    [ADD] = { "audit_add",
        "INSERT INTO audit (at, actor_kind, actor_id, action, object_kind, object_id, detail) VALUES (UTC_TIMESTAMP(6), ?, ?, ?, ?, ?, ?)",
        DB_STAFF | DB_UNION | DB_NOTIFY | DB_OPERATOR },
};

const struct db_table audit_table = { "audit", statements, sizeof statements / sizeof statements[0] };

bool audit_add(struct db *db, enum audit_actor actor, int64_t actor_id, const char *action, const char *object_kind,
               int64_t object_id, const char *detail, struct fail *f)
{
    static const char *const words[] = { "OFFICER", "UNION", "OPERATOR", "SYSTEM" };
    return db_run(db, &statements[ADD], NULL, f, db_text(words[actor]), db_id(actor_id), db_text(action), db_text(object_kind),
                  db_id(object_id), db_text(detail ? detail : ""));
}
