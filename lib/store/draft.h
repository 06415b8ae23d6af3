/* draft: a version of a notice from its first word to publication and withdrawal. What the public reads of it is another file. Every
 * change names the state it expects; what is published is closed by triggers besides. */
#ifndef GS_STORE_DRAFT_H
#define GS_STORE_DRAFT_H

#include "db.h"

enum draft_state { DRAFT_WRITING, DRAFT_READY, DRAFT_PUBLISHED, DRAFT_WITHDRAWN, DRAFT_STATE__MAX };
const char *draft_state_word(enum draft_state s); /* "DRAFT" … as stored */
enum draft_state draft_state_read(const char *word);

/* What an officer saw when he decided: a form carries it along, and what was changed meanwhile is not overwritten. */
struct draft_seen { int64_t id, revision; };
#define DRAFT_ANY_REVISION INT64_C(-1) /* for a program that writes without anybody looking */

/* What an officer writes. */
struct draft_words {
    const char *title, *doc_number, *body, *order_note;
    const char *handling_office, *handling_phone, *handling_email, *handling_address, *handling_hours;
    const char *supervision_office, *supervision_phone;
    const char *signed_by;
    bool has_signed_day;
    day signed_day;
};

struct draft {
    int64_t id, revision, notice_id, round_id;
    int version;
    enum draft_state state;
    struct draft_words words;
    bool has_period;
    day open_day, close_day;
    char *period_rule, *reason; /* why this version, or why withdrawn */
    char *notice_slug, *round_slug, *round_title;
    int64_t drafted_by, published_by;
    char *drafted_name, *published_name; /* NULL: nobody */
    instant created_at, published_at;
};

struct draft_row {
    int64_t id, revision;
    int version;
    enum draft_state state;
    char *title, *notice_slug;
    instant created_at;
    int64_t entries;
    char *drafted_name; /* NULL: nobody */
    instant published_at;
};
struct draft_rows { struct draft_row *items; size_t count; };

bool draft_list(struct mem *m, struct db *db, int64_t round_id, struct draft_rows *out, struct fail *f); /* newest first */
/* FAIL_MISSING "notice_missing". */
bool draft_get(struct mem *m, struct db *db, int64_t id, struct draft *out, struct fail *f);
/* Inside a transaction: locks the row and wants it in `expected`, else FAIL_CONFLICT "notice_is_<state in lower case>", and as it was
 * seen, else FAIL_CONFLICT "notice_changed". `drafted_by` may be NULL. */
bool draft_expect(struct db *db, struct draft_seen seen, enum draft_state expected, int64_t *drafted_by, struct fail *f);

/* Who did what with a version or another paper (`kind` is the object of the audit), oldest first; `action` is the word of the audit. */
struct draft_event { instant at; char *action, *officer, *detail; };
struct draft_events { struct draft_event *items; size_t count; };
bool draft_history(struct mem *m, struct db *db, const char *kind, int64_t id, struct draft_events *out, struct fail *f);

bool draft_notice_add(struct db *db, int64_t round_id, const char *slug, int64_t *id, struct fail *f);
/* Locks the round's row, so that two officers do not begin two notices at once, and counts its notices. */
bool draft_notice_count(struct db *db, int64_t round_id, int64_t *count, struct fail *f);
bool draft_add(struct db *db, int64_t notice_id, int version, const char *title, int64_t officer_id, int64_t *id, struct fail *f);
/* Takes over what stands in the notice published last: contacts and signature, and title and text too if it is of the same round. */
bool draft_inherit(struct db *db, int64_t id, int64_t round_id, struct fail *f);

/* ---- corrections: the version after a published one ---- */
/* The version before `d`; FAIL_MISSING "notice_missing" if it is the first. */
bool draft_base(struct mem *m, struct db *db, const struct draft *d, struct draft *out, struct fail *f);
/* The newest version of a notice, in whatever state. */
bool draft_newest(struct db *db, int64_t notice_id, int64_t *id, int *version, struct fail *f);
/* A draft after it with the same words and days. FAIL_CONFLICT "correction_begun" if there is one. */
bool draft_correct(struct db *db, int64_t base_id, int64_t officer_id, const char *reason, int64_t *id, struct fail *f);
bool draft_set_reason(struct db *db, int64_t id, const char *reason, int64_t officer_id, struct fail *f);
/* The days of the version before again: for a draft that notices nobody anew. */
bool draft_period_as_before(struct db *db, int64_t id, struct fail *f);
/* No days, if they are those of the version before: for a draft that notices somebody anew. */
bool draft_period_anew(struct db *db, int64_t id, struct fail *f);
/* A correction that is not wanted after all, without its people, which must be gone. */
bool draft_drop(struct db *db, int64_t id, struct fail *f);

bool draft_write(struct db *db, int64_t id, const struct draft_words *w, int64_t officer_id, struct fail *f);
bool draft_set_period(struct db *db, int64_t id, day open_day, day close_day, const char *rule, int64_t officer_id, struct fail *f);
/* Somebody changed the list or its order: he counts as the drafter now. */
bool draft_touch(struct db *db, int64_t id, int64_t officer_id, struct fail *f);
/* DRAFT <-> READY. */
bool draft_set_state(struct db *db, int64_t id, enum draft_state from, enum draft_state to, struct fail *f);
/* READY -> PUBLISHED by an officer who did not draft it; opens and closes at the printed days. FAIL_CONFLICT "publish_own" when he
 * drafted it. */
bool draft_publish(struct db *db, int64_t id, int64_t officer_id, instant opens_at, instant closes_at, struct fail *f);
bool draft_withdraw(struct db *db, int64_t id, const char *reason, struct fail *f);

extern const struct db_table draft_table;

#endif
