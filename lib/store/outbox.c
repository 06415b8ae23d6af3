/* outbox: the inserting statements of the outbox. An insert takes the address's owner from the tables at once, so that a row never
 * names a contact who cannot be reached by its channel. */
#include "outbox.h"

enum { ADD_UNION, ADD_CONTACT, ADD_OBJECTOR, ADD_OFFICE, ADD_RECEIPT, ADD_TRIAL };

#define COLUMNS "dedupe, event, channel, union_id, contact_id, objection_id, to_sealed, params, code_sealed, urgent, state, due_at, " \
                "message_id, created_at"
#define REACHABLE "CASE ? WHEN 'EMAIL' THEN c.email ELSE c.phone END IS NOT NULL"

static const struct db_statement statements[] = {
    [ADD_UNION] = { "outbox_add_union",
        "INSERT INTO outbox (" COLUMNS ") SELECT ?, ?, ?, c.union_id, c.id, NULL, NULL, ?, ?, ?, 'WAITING', UTC_TIMESTAMP(6), ?, "
        "UTC_TIMESTAMP(6) FROM union_contact c WHERE c.union_id = ? AND c.rank = ? AND " REACHABLE,
        DB_STAFF | DB_NOTIFY | DB_OPERATOR },
    [ADD_CONTACT] = { "outbox_add_contact",
        "INSERT INTO outbox (" COLUMNS ") SELECT ?, ?, ?, c.union_id, c.id, NULL, NULL, ?, ?, ?, 'WAITING', UTC_TIMESTAMP(6), ?, "
        "UTC_TIMESTAMP(6) FROM union_contact c WHERE c.id = ? AND " REACHABLE,
        DB_STAFF | DB_UNION | DB_NOTIFY | DB_OPERATOR },
    [ADD_OBJECTOR] = { "outbox_add_objector",
        "INSERT INTO outbox (" COLUMNS ") SELECT ?, ?, o.contact_channel, NULL, NULL, o.id, o.contact_sealed, ?, NULL, ?, 'WAITING', "
        "UTC_TIMESTAMP(6), ?, UTC_TIMESTAMP(6) FROM objection o WHERE o.id = ? AND o.contact_sealed IS NOT NULL AND "
        "o.contact_channel IS NOT NULL",
        DB_STAFF | DB_NOTIFY | DB_OPERATOR },
    [ADD_OFFICE] = { "outbox_add_office",
        "INSERT INTO outbox (" COLUMNS ") VALUES (?, ?, ?, NULL, NULL, NULL, ?, ?, NULL, ?, 'WAITING', UTC_TIMESTAMP(6), ?, "
        "UTC_TIMESTAMP(6))",
        DB_NOTIFY | DB_OPERATOR },
    [ADD_RECEIPT] = { "outbox_add_receipt",
        "INSERT INTO outbox (" COLUMNS ") VALUES (?, ?, ?, NULL, NULL, ?, ?, ?, NULL, ?, 'WAITING', UTC_TIMESTAMP(6), ?, "
        "UTC_TIMESTAMP(6))",
        DB_PUBLIC },
    [ADD_TRIAL] = { "outbox_add_trial",
        "INSERT INTO outbox (dedupe, event, channel, to_sealed, params, urgent, state, due_at, message_id, created_at, template_id) "
        "VALUES (?, ?, ?, ?, ?, 0, 'WAITING', UTC_TIMESTAMP(6), ?, UTC_TIMESTAMP(6), ?)", DB_STAFF | DB_OPERATOR },
};

const struct db_table outbox_table = { "outbox", statements, sizeof statements / sizeof statements[0] };

const char *outbox_channel_word(enum message_channel channel)
{
    return channel == MESSAGE_EMAIL ? "EMAIL" : "SMS";
}

/* The message was put in before, by the same event: that is what the dedupe word is for. */
static bool settle(struct db *db, bool ran, uint64_t changed, bool *made, struct fail *f)
{
    *made = ran && changed > 0;
    if (!ran && db_was_duplicate(db)) {
        *made = true;
        *f = (struct fail){ .kind = FAIL_NONE };
        return true;
    }
    return ran;
}

bool outbox_add_union(struct db *db, int64_t union_id, const char *rank, const struct outbox_new *row, bool *made, struct fail *f)
{
    const char *channel = outbox_channel_word(row->channel);
    uint64_t changed = 0;
    bool ran = db_run(db, &statements[ADD_UNION], &changed, f, db_text(row->dedupe), db_text(row->event), db_text(channel),
                      db_text(row->params), db_null(), db_int(row->urgent), db_text(row->message_id), db_int(union_id), db_text(rank),
                      db_text(channel));
    return settle(db, ran, changed, made, f);
}

bool outbox_add_contact(struct db *db, int64_t contact_id, const struct outbox_new *row, bool *made, struct fail *f)
{
    const char *channel = outbox_channel_word(row->channel);
    uint64_t changed = 0;
    bool ran = db_run(db, &statements[ADD_CONTACT], &changed, f, db_text(row->dedupe), db_text(row->event), db_text(channel),
                      db_text(row->params), db_bytes(row->code_sealed, row->code_sealed_n), db_int(row->urgent), db_text(row->message_id),
                      db_int(contact_id), db_text(channel));
    return settle(db, ran, changed, made, f);
}

bool outbox_add_office(struct db *db, const void *to_sealed, size_t n, const struct outbox_new *row, struct fail *f)
{
    bool made;
    uint64_t changed = 0;
    bool ran = db_run(db, &statements[ADD_OFFICE], &changed, f, db_text(row->dedupe), db_text(row->event),
                      db_text(outbox_channel_word(row->channel)), db_bytes(to_sealed, n), db_text(row->params), db_int(row->urgent),
                      db_text(row->message_id));
    return settle(db, ran, changed, &made, f);
}

bool outbox_add_trial(struct db *db, const void *to_sealed, size_t n, int64_t template_id, const struct outbox_new *row, struct fail *f)
{
    return db_run(db, &statements[ADD_TRIAL], NULL, f, db_text(row->dedupe), db_text(row->event), db_text(outbox_channel_word(row->channel)),
                  db_bytes(to_sealed, n), db_text(row->params), db_text(row->message_id), db_int(template_id));
}

bool outbox_add_objector(struct db *db, int64_t objection_id, const struct outbox_new *row, bool *made, struct fail *f)
{
    uint64_t changed = 0;
    bool ran = db_run(db, &statements[ADD_OBJECTOR], &changed, f, db_text(row->dedupe), db_text(row->event), db_text(row->params),
                      db_int(row->urgent), db_text(row->message_id), db_int(objection_id));
    return settle(db, ran, changed, made, f);
}

bool outbox_add_receipt(struct db *db, int64_t objection_id, const void *to_sealed, size_t n, const struct outbox_new *row,
                        struct fail *f)
{
    return db_run(db, &statements[ADD_RECEIPT], NULL, f, db_text(row->dedupe), db_text(row->event),
                  db_text(outbox_channel_word(row->channel)), db_int(objection_id), db_bytes(to_sealed, n), db_text(row->params),
                  db_int(row->urgent), db_text(row->message_id));
}
