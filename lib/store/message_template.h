/* message_template: the versions of what messages say. The words of a version never change, so that its number tells all of it. */
#ifndef GS_STORE_MESSAGE_TEMPLATE_H
#define GS_STORE_MESSAGE_TEMPLATE_H

#include "db.h"
#include "wording.h"

struct message_version {
    int64_t id, version;
    struct wording words;
    int64_t saved_by;              /* 0: came with a release */
    char *saver, *settler;         /* names, NULL where there is none */
    char *outcome;                 /* "FORCE", "BACK", "REPLACED"; NULL: waits for another officer */
    instant saved_at, settled_at;
    bool in_force;
};

/* Which message: by event, way and language. */
struct message_key { enum message_event event; enum message_channel channel; enum message_lang lang; };

/* All versions of one message, the newest first. */
bool message_template_history(struct mem *m, struct db *db, const struct message_key *k, struct message_version **out, size_t *count,
                              struct fail *f);
/* What is in force and what waits, of all messages. */
bool message_template_present(struct mem *m, struct db *db, struct message_version **out, size_t *count, struct fail *f);
/* The words of one version. FAIL_MISSING "template_missing". */
bool message_template_words(struct mem *m, struct db *db, int64_t id, struct wording *out, struct fail *f);

/* Inside a transaction: whoever keeps this message waits. Gives the newest version's number (0: none) and the words of the newest that came with
 * a release (NULL: none). */
struct message_newest { int64_t version; char *shipped_subject, *shipped_text; };
bool message_template_hold(struct mem *m, struct db *db, const struct message_key *k, struct message_newest *out, struct fail *f);
/* Adds a version; officer 0: with a release. */
bool message_template_add(struct db *db, const struct wording *w, int64_t version, int64_t officer_id, int64_t *id, struct fail *f);
/* What still waits of a message is replaced. */
bool message_template_replace(struct db *db, const struct message_key *k, int64_t officer_id, struct fail *f);
/* Settles one that waits; officer 0: by the release. FAIL_CONFLICT "template_settled" if it does not wait any more. */
bool message_template_settle(struct db *db, int64_t id, bool force, int64_t officer_id, struct fail *f);

/* What is known of a message of the outbox, for showing it: its version, or the one that it would be said with now. FAIL_MISSING
 * "not_found". */
struct message_told {
    struct wording words;
    int64_t version;
    char *dedupe, *params, *contact, *union_name, *receipt; /* NULL where there is none */
};
bool message_template_told(struct mem *m, struct db *db, int64_t outbox_id, struct message_told *out, struct fail *f);

/* The version that a row of the outbox is said with, as an expression over `outbox`: by event, way and the contact's language. */
#define MESSAGE_TEMPLATE_OF_OUTBOX \
    "(SELECT v.id FROM message_template v WHERE v.event = outbox.event AND v.channel = outbox.channel AND v.outcome = 'FORCE' AND v.lang = " \
    "COALESCE((SELECT l.lang FROM union_contact l WHERE l.id = outbox.contact_id), 'zh-CN') ORDER BY v.version DESC LIMIT 1)"

extern const struct db_table message_template_table;

#endif
