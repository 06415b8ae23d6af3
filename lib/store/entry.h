/* entry: the people of one version while officers work on it: taking over a list, their order, whom to write to. */
#ifndef GS_STORE_ENTRY_H
#define GS_STORE_ENTRY_H

#include "db.h"

struct entry {
    int64_t id, candidate_id;
    char *award;             /* "CRAFTSMAN", "NOMINATION" */
    int64_t seq;
    char *name, *employer, *post, *union_name, *field, *deeds;
    int64_t union_id;
    bool by_hand;
    int64_t period_version_id; /* whose printed period stands for this person; 0: the version's own */
    char *state;               /* the candidate's (model/candidacy.h); only read */
    char *pinyin;              /* of the name, "" while nobody sent one in and it is not published; NULL in one that is added: "" */
};
struct entries { struct entry *items; size_t count; };

bool entry_list(struct mem *m, struct db *db, int64_t version_id, struct entries *out, struct fail *f); /* by award and seq */
bool entry_clear(struct db *db, int64_t version_id, struct fail *f);
/* The candidate of that name and employer in the round, or a new one under a random address. */
bool entry_candidate(struct db *db, int64_t round_id, const char *name, const char *employer, int64_t *candidate_id, struct fail *f);
bool entry_add(struct db *db, int64_t version_id, const struct entry *e, struct fail *f);
/* All people of one version into another, which keep their periods. */
bool entry_copy(struct db *db, int64_t from_version, int64_t to_version, struct fail *f);
/* One of them, at the end of his list. FAIL_CONFLICT "entry_there" if he stands there already. */
bool entry_copy_one(struct db *db, int64_t from_version, int64_t to_version, int64_t candidate_id, struct fail *f);
/* What is printed of one person: award, name, employer, post, field, deeds, seq; and his period. */
bool entry_write(struct db *db, const struct entry *e, struct fail *f);
bool entry_remove(struct db *db, int64_t entry_id, struct fail *f);
bool entry_set_seq(struct db *db, int64_t entry_id, int64_t seq, bool by_hand, struct fail *f);

/* The unions that have people in a version, how many, whether they are in use, and whether their primary contact has mail or phone. */
struct entry_union { int64_t id; char *name; int64_t people; bool active, reachable; };
struct entry_unions { struct entry_union *items; size_t count; };
bool entry_union_list(struct mem *m, struct db *db, int64_t version_id, struct entry_unions *out, struct fail *f);

/* What a person is found by and where he stands in each order of the list, from 1. */
struct entry_finding { int64_t entry_id; const char *pinyin, *words; int64_t place, by_strokes, by_pinyin; };
bool entry_find_by(struct db *db, const struct entry_finding *in, struct fail *f);
/* Versions that stand and were published before there was any of it. */
bool entry_versions_not_found_by(struct mem *m, struct db *db, int64_t **out, size_t *count, struct fail *f);

extern const struct db_table entry_table;

#endif
