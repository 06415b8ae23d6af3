/* announced: final lists as everybody may read them. Writing them is announcement.h's. */
#ifndef GS_STORE_ANNOUNCED_H
#define GS_STORE_ANNOUNCED_H

#include "db.h"

struct announced {
    int64_t id, round_id;
    char *slug, *round_title; /* the round's */
    bool withdrawn;
    char *title, *doc_number, *body, *signed_by;
    day signed_day;
    char *reason;             /* why withdrawn */
    instant published_at;
};
struct announced_person {
    bool nomination;
    int seq;
    char *name, *employer, *post, *union_name;
    instant revoked_at;       /* 0: stands */
    char *revoked_why, *revoked_paper; /* NULL where nothing was revoked, "" where no paper is named */
};

/* The newest of each round, newest first. */
bool announced_list(struct db *db, struct mem *m, struct announced **out, size_t *count, struct fail *f);
/* The newest of a round; FAIL_MISSING "not_found". */
bool announced_read(struct db *db, struct mem *m, const char *round_slug, struct announced *out, struct fail *f);
/* Whoever is revoked later stays in it, and it is said. */
bool announced_people(struct db *db, struct mem *m, int64_t id, struct announced_person **out, size_t *count, struct fail *f);

extern const struct db_table announced_table;

#endif
