/* registry: objections that came by letter, call or visit and were typed in; and the copies by which a second reader compares them with
 * the paper, until they are settled. */
#ifndef GS_STORE_REGISTRY_H
#define GS_STORE_REGISTRY_H

#include "casebook.h"
#include "incoming.h"

/* Whom it is about: where the candidate stands in the newest published version of his notice. FAIL_MISSING "not_found". */
struct registry_whom { int64_t notice_id; char *slug, *title, *candidate; };
bool registry_whom(struct mem *m, struct db *db, int64_t candidate_id, struct registry_whom *out, struct fail *f);
/* The printed periods that ever stood for him. */
bool registry_periods(struct mem *m, struct db *db, int64_t candidate_id, struct incoming_period **out, size_t *count, struct fail *f);
/* Active officers who type in letters and hold a key of their own, but for one, and for those who are recused from the candidate. */
struct registry_reader { int64_t officer_id; struct db_blob public_key; };
bool registry_readers(struct mem *m, struct db *db, int64_t candidate_id, int64_t but_for, struct registry_reader **out, size_t *count,
                      struct fail *f);

struct registry_new {
    const char *receipt;
    const unsigned char *key_hash, *answer_key; /* 32 each */
    int64_t notice_id, candidate_id, entered_by;
    const char *kind, *grounds;
    struct db_blob text, person, contact;       /* sealed; empty: none */
    const char *contact_channel;                /* or NULL */
    const unsigned char *contact_tag;           /* 16, or NULL */
    struct incoming came;
    instant form_opened_at;
};
/* FAIL_CONFLICT "submitted_before" when the key hash or the number stands already. */
bool registry_add(struct db *db, const struct registry_new *in, int64_t *id, struct fail *f);
/* What stands under a lookup code's hash; FAIL_MISSING "not_found". */
struct registry_found { char *receipt; instant submitted_at; };
bool registry_find(struct mem *m, struct db *db, const unsigned char key_hash[32], struct registry_found *out, struct fail *f);

/* A copy for one officer's own key. Empty if there is none for him. */
bool registry_copy_add(struct db *db, int64_t objection_id, int64_t officer_id, const void *sealed, size_t n, struct fail *f);
bool registry_copy(struct mem *m, struct db *db, int64_t objection_id, int64_t officer_id, struct db_blob *out, struct fail *f);
bool registry_copies_drop(struct db *db, int64_t objection_id, struct fail *f);

struct registry_row {
    struct casebook_row row; /* without grounds and union */
    int64_t candidate_id, entered_by;
    char *enterer;
    struct incoming came;
};
/* What waits for a second reader, the oldest first; without what the officer is recused from. */
bool registry_list(struct mem *m, struct db *db, int64_t officer_id, struct registry_row **out, size_t *count, struct fail *f);
/* One, however it stands; FAIL_MISSING "not_found" for what nobody typed in. */
bool registry_read(struct mem *m, struct db *db, const char *receipt, struct registry_row *out, struct fail *f);

extern const struct db_table registry_table;

#endif
