/* casebook: reading objections on the staff side and writing their events. The text and the person are read by separate statements, so that
 * nobody who asks for one gets the other. */
#ifndef GS_STORE_CASEBOOK_H
#define GS_STORE_CASEBOOK_H

#include "db.h"

/* "" where nothing is asked; `number` is some digits of it, `states` words with a comma between. */
struct casebook_filter { const char *number, *states, *notice, *candidate, *union_name, *ground; };
struct casebook_row {
    int64_t id;
    char *receipt, *kind, *state, *grounds, *notice, *candidate, *union_name;
    instant submitted_at, deadline_at; /* deadline 0: none */
};
/* At most 500, the nearest deadline first. These three leave out what the officer is recused from; grounds are "" and not found until he has
 * declared himself. */
bool casebook_list(struct mem *m, struct db *db, int64_t officer_id, const struct casebook_filter *filter, struct casebook_row **out,
                    size_t *count, struct fail *f);
/* What waits for the identity desk: number, kind and time alone. */
bool casebook_list_identity(struct mem *m, struct db *db, int64_t officer_id, struct casebook_row **out, size_t *count, struct fail *f);
struct casebook_count { char *state; int64_t count; };
bool casebook_counts(struct mem *m, struct db *db, int64_t officer_id, struct casebook_count **out, size_t *count, struct fail *f);

struct casebook_case {
    struct casebook_row row;
    int64_t union_id;
    char *deadline_rule;
    struct db_blob text;
    char *candidate_slug;
    char *channel; /* of model/incoming.h */
};
/* FAIL_MISSING "not_found". */
bool casebook_case_read(struct mem *m, struct db *db, const char *receipt, struct casebook_case *out, struct fail *f);
struct casebook_person { int64_t id; char *kind, *state; instant submitted_at; struct db_blob person; char *channel; };
bool casebook_person_read(struct mem *m, struct db *db, const char *receipt, struct casebook_person *out, struct fail *f);

/* Locked until the transaction ends. */
struct casebook_locked { int64_t id; char *receipt, *state; struct db_blob answer_key; int64_t union_id, candidate_id; };
bool casebook_lock(struct mem *m, struct db *db, const char *receipt, struct casebook_locked *out, struct fail *f);
struct casebook_event_new {
    int64_t objection_id;
    const char *actor_kind; /* OFFICER SYSTEM */
    int64_t actor_id, agreed_by, other_id; /* 0: none */
    const char *move, *from, *to, *reason_code;
    struct db_blob note;
    const char *term;  /* the clock as it stands after the event: "" for none */
    bool stands_still; /* with `left` days */
    int left;
    instant deadline_at;
    const char *deadline_rule;
};
bool casebook_event_add(struct db *db, const struct casebook_event_new *in, struct fail *f);
struct casebook_event {
    instant at, deadline_at;
    char *actor, *actor_kind, *move, *from, *to, *reason_code, *deadline_rule, *agreed_by;
    struct db_blob note;
    bool stands_still;
};
bool casebook_events(struct mem *m, struct db *db, int64_t id, struct casebook_event **out, size_t *count, struct fail *f);
/* `kind`: the state that was entered. */
bool casebook_answer_add(struct db *db, int64_t id, const char *kind, const void *sealed, size_t n, struct fail *f);

/* Two shelves that never mix: what an objection and the union's answers to it bring, and the stamped papers that say who objects. */
enum casebook_shelf { CASEBOOK_EVIDENCE, CASEBOOK_STAMPED };
struct casebook_file { int64_t id, assist_id; char *kind; int64_t size; struct db_blob form_hash, head, name; };
bool casebook_files(struct mem *m, struct db *db, int64_t id, enum casebook_shelf shelf, struct casebook_file **out, size_t *count,
                    struct fail *f);
/* One of them; FAIL_MISSING if it is not this objection's or on the other shelf. */
bool casebook_file_read(struct mem *m, struct db *db, int64_t id, int64_t file_id, enum casebook_shelf shelf, struct casebook_file *out,
                        struct fail *f);
/* Chunk `n`; *there false after the last. */
bool casebook_file_chunk(struct mem *m, struct db *db, int64_t file_id, int n, struct db_blob *out, bool *there, struct fail *f);

extern const struct db_table casebook_table;

#endif
