/* message_template: see message_template.h. */
#include "message_template.h"

#include <string.h>

#include "outbox.h"

enum { HISTORY, PRESENT, WORDS, NEWEST, SHIPPED, ADD, REPLACE, SETTLE, TOLD };

#define KEY "t.event = ? AND t.channel = ? AND t.lang = ?"
#define IN_FORCE "(t.outcome = 'FORCE' AND NOT EXISTS (SELECT 1 FROM message_template n WHERE n.event = t.event AND n.channel = t.channel " \
                 "AND n.lang = t.lang AND n.outcome = 'FORCE' AND n.version > t.version))"
#define VERSIONS "SELECT t.id, t.version, t.event, t.channel = 'SMS', t.lang, t.subject, t.words, t.gateway, t.saved_by, a.name, b.name, " \
                 "t.outcome, t.saved_at, t.settled_at, " IN_FORCE " AS used FROM message_template t LEFT JOIN officer a ON a.id = t.saved_by " \
                 "LEFT JOIN officer b ON b.id = t.settled_by "
#define KEEPERS (DB_STAFF | DB_OPERATOR)

static const struct db_statement statements[] = {
    [HISTORY] = { "message_template_history", VERSIONS "WHERE " KEY " ORDER BY t.version DESC LIMIT 200", KEEPERS },
    [PRESENT] = { "message_template_present", VERSIONS "WHERE t.outcome IS NULL OR t.outcome = 'FORCE' HAVING t.outcome IS NULL OR used "
        "ORDER BY t.event, t.channel, t.lang, t.version", KEEPERS },
    [WORDS] = { "message_template_words",
        "SELECT t.event, t.channel = 'SMS', t.lang, t.subject, t.words, t.gateway FROM message_template t WHERE t.id = ?",
        DB_STAFF | DB_NOTIFY | DB_OPERATOR },
    [NEWEST] = { "message_template_newest", "SELECT t.version FROM message_template t WHERE " KEY " ORDER BY t.version DESC LIMIT 1 FOR UPDATE",
        KEEPERS },
    [SHIPPED] = { "message_template_shipped",
        "SELECT t.subject, t.words FROM message_template t WHERE " KEY " AND t.saved_by IS NULL ORDER BY t.version DESC LIMIT 1", KEEPERS },
    [ADD] = { "message_template_add",
        "INSERT INTO message_template (event, channel, lang, version, subject, words, gateway, saved_by, saved_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6))", KEEPERS },
    [REPLACE] = { "message_template_replace",
        "UPDATE message_template t SET t.outcome = 'REPLACED', t.settled_by = ?, t.settled_at = UTC_TIMESTAMP(6) WHERE " KEY
        " AND t.outcome IS NULL", KEEPERS },
    [SETTLE] = { "message_template_settle",
        "UPDATE message_template t SET t.outcome = IF(?, 'FORCE', 'BACK'), t.settled_by = ?, t.settled_at = UTC_TIMESTAMP(6) "
        "WHERE t.id = ? AND t.outcome IS NULL", KEEPERS },
    [TOLD] = { "message_template_told",
        "SELECT t.event, t.channel = 'SMS', t.lang, t.subject, t.words, t.gateway, t.version, x.dedupe, x.params, c.name, u.name, o.receipt "
        "FROM (SELECT dedupe, params, contact_id, union_id, objection_id, COALESCE(template_id, " MESSAGE_TEMPLATE_OF_OUTBOX ") AS said "
        "FROM outbox WHERE id = ?) x JOIN message_template t ON t.id = x.said LEFT JOIN union_contact c ON c.id = x.contact_id "
        "LEFT JOIN nominating_union u ON u.id = x.union_id LEFT JOIN objection o ON o.id = x.objection_id", KEEPERS },
};
const struct db_table message_template_table = { "message_template", statements, sizeof statements / sizeof *statements };

#define KEY_VALUES(k) db_text(message_row((k)->event)->word), db_text(outbox_channel_word((k)->channel)), db_text(message_lang_word((k)->lang))

/* From `column` on: event, whether it is an SMS, language, subject, words, gateway. False for an event that this release does not know. */
static bool read_words(const struct db_rows *rows, unsigned column, struct wording *out)
{
    out->channel = db_get_int(rows, column + 1) != 0 ? MESSAGE_SMS : MESSAGE_EMAIL;
    out->subject = db_get_text(rows, column + 3);
    out->text = db_get_text(rows, column + 4);
    out->gateway = db_get_text(rows, column + 5);
    return message_read(db_get_text(rows, column), &out->event) && message_lang_read(db_get_text(rows, column + 2), &out->lang);
}

static bool read_all(struct mem *m, struct db_rows *rows, struct message_version **out, size_t *count, struct fail *f)
{
    *out = NULL;
    *count = 0;
    while (rows != NULL && db_next(rows, f)) {
        struct message_version v = { .id = db_get_int(rows, 0), .version = db_get_int(rows, 1), .saved_by = db_get_int(rows, 8),
                                     .saver = db_get_text(rows, 9), .settler = db_get_text(rows, 10), .outcome = db_get_text(rows, 11),
                                     .saved_at = db_get_instant(rows, 12), .settled_at = db_get_instant(rows, 13),
                                     .in_force = db_get_int(rows, 14) != 0 };
        if (!read_words(rows, 2, &v.words))
            continue;
        *out = mem_resize(m, *out, *count * sizeof **out, (*count + 1) * sizeof **out);
        (*out)[(*count)++] = v;
    }
    return f->kind == FAIL_NONE;
}

bool message_template_history(struct mem *m, struct db *db, const struct message_key *k, struct message_version **out, size_t *count,
                              struct fail *f)
{
    return read_all(m, db_rows(db, m, &statements[HISTORY], f, KEY_VALUES(k)), out, count, f);
}

bool message_template_present(struct mem *m, struct db *db, struct message_version **out, size_t *count, struct fail *f)
{
    return read_all(m, db_rows(db, m, &statements[PRESENT], f), out, count, f);
}

bool message_template_words(struct mem *m, struct db *db, int64_t id, struct wording *out, struct fail *f)
{
    struct db_rows *rows = db_rows(db, m, &statements[WORDS], f, db_int(id));
    if (rows == NULL)
        return false;
    if (db_next(rows, f) && read_words(rows, 0, out))
        return true;
    return f->kind == FAIL_NONE ? fail_set(f, FAIL_MISSING, "template_missing", "no version %lld of a message", (long long)id) : false;
}

bool message_template_hold(struct mem *m, struct db *db, const struct message_key *k, struct message_newest *out, struct fail *f)
{
    *out = (struct message_newest){ 0, NULL, NULL };
    struct db_rows *rows = db_rows(db, m, &statements[NEWEST], f, KEY_VALUES(k));
    if (rows != NULL && db_next(rows, f))
        out->version = db_get_int(rows, 0);
    if (f->kind != FAIL_NONE || (rows = db_rows(db, m, &statements[SHIPPED], f, KEY_VALUES(k))) == NULL)
        return false;
    if (db_next(rows, f)) {
        out->shipped_subject = db_get_text(rows, 0);
        out->shipped_text = db_get_text(rows, 1);
    }
    return f->kind == FAIL_NONE;
}

bool message_template_add(struct db *db, const struct wording *w, int64_t version, int64_t officer_id, int64_t *id, struct fail *f)
{
    if (!db_run(db, &statements[ADD], NULL, f, KEY_VALUES(w), db_int(version), db_text(w->subject), db_text(w->text), db_text(w->gateway),
                db_id(officer_id)))
        return false;
    *id = db_insert_id(db);
    return true;
}

bool message_template_replace(struct db *db, const struct message_key *k, int64_t officer_id, struct fail *f)
{
    return db_run(db, &statements[REPLACE], NULL, f, db_id(officer_id), KEY_VALUES(k));
}

bool message_template_settle(struct db *db, int64_t id, bool force, int64_t officer_id, struct fail *f)
{
    uint64_t changed = 0;
    return db_run(db, &statements[SETTLE], &changed, f, db_int(force), db_id(officer_id), db_int(id)) &&
           (changed == 1 || fail_set(f, FAIL_CONFLICT, "template_settled", "version %lld does not wait", (long long)id));
}

bool message_template_told(struct mem *m, struct db *db, int64_t outbox_id, struct message_told *out, struct fail *f)
{
    struct db_rows *rows = db_rows(db, m, &statements[TOLD], f, db_int(outbox_id));
    if (rows == NULL)
        return false;
    if (!db_next(rows, f) || !read_words(rows, 0, &out->words))
        return f->kind == FAIL_NONE ? fail_set(f, FAIL_MISSING, "not_found", "no message %lld", (long long)outbox_id) : false;
    out->version = db_get_int(rows, 6);
    out->dedupe = db_get_text(rows, 7);
    out->params = db_get_text(rows, 8);
    out->contact = db_get_text(rows, 9);
    out->union_name = db_get_text(rows, 10);
    out->receipt = db_get_text(rows, 11);
    return true;
}
