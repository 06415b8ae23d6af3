/* published: notices as everybody may read them: published or withdrawn versions with their people, in the stored order. Writing them
 * is notice.h's. */
#ifndef GS_STORE_PUBLISHED_H
#define GS_STORE_PUBLISHED_H

#include "db.h"

/* The printed days of a version and their instants, [opens_at, closes_at). */
struct published_period {
    int version;          /* that printed it first */
    day open_day, close_day;
    instant opens_at, closes_at;
    char *rule;
    instant printed_at;
    int64_t people;       /* for whom it stands */
};

struct published {
    int64_t notice_id, version_id, round_id;
    char *slug, *round_title;
    int version, newest;  /* this version's number and the newest one's */
    bool withdrawn;
    char *title, *doc_number, *body, *order_note;
    struct published_period *periods; /* of its people, the one printed first first; at least one */
    size_t period_count;
    char *handling_office, *handling_phone, *handling_email, *handling_address, *handling_hours;
    char *supervision_office, *supervision_phone;
    char *signed_by;
    day signed_day;       /* 0: none */
    char *reason;         /* why this version, or why withdrawn */
    char *corrected_why;  /* of a correction, whatever became of it; else "" */
    instant published_at;
};

struct published_entry {
    int64_t candidate_id;
    char *slug;
    bool nomination; /* 提名奖, else 认定 */
    int place;       /* within the version, from 1, and in the order that was asked for; 0: published before there were places */
    int seq;
    char *name, *employer, *post, *union_name, *field, *deeds; /* deeds is NULL in a list */
    struct published_period period; /* his own; `people` is 0 */
};

/* The newest version of every notice, newest notice first. */
bool published_list(struct db *db, struct mem *m, struct published **out, size_t *count, struct fail *f);
/* The newest version (version 0) or a given one; FAIL_MISSING "not_found". */
bool published_read(struct db *db, struct mem *m, const char *slug, int version, struct published *out, struct fail *f);
/* All versions of a notice that were ever published, the newest first; FAIL_MISSING "not_found" if there is none. */
bool published_versions(struct db *db, struct mem *m, const char *slug, struct published **out, size_t *count, struct fail *f);
bool published_entries(struct db *db, struct mem *m, int64_t version_id, struct published_entry **out, size_t *count, struct fail *f);
/* The same with deeds. */
bool published_people(struct db *db, struct mem *m, int64_t version_id, struct published_entry **out, size_t *count, struct fail *f);
/* A piece of a list, by place and with no more than `limit` people. */
enum published_order { PUBLISHED_PLACE, PUBLISHED_STROKES, PUBLISHED_PINYIN, PUBLISHED_ORDER__MAX };
struct published_ask {
    int64_t version_id;
    const char *words[3];         /* patterns of model/lookup.h; NULL: everybody */
    int64_t union_id;             /* 0: of any */
    const char *field, *award;    /* "": any; "CRAFTSMAN", "NOMINATION" */
    enum published_order order;
    bool backward;                /* the last ones before the place `from`, else the first ones behind it */
    int64_t from;
    int limit;
};
/* In order, whichever way it was looked; `place` is that of the order asked for. */
bool published_piece(struct db *db, struct mem *m, const struct published_ask *ask, struct published_entry **out, size_t *count,
                     struct fail *f);
/* How many whom the words fit there are of each award, union and field; nothing else of `ask` counts. */
struct published_group { bool nomination; int64_t union_id; char *union_name, *field; int64_t people; };
bool published_groups(struct db *db, struct mem *m, const struct published_ask *ask, struct published_group **out, size_t *count,
                      struct fail *f);
/* One person with deeds. */
bool published_entry_read(struct db *db, struct mem *m, int64_t version_id, const char *candidate, struct published_entry *out,
                          struct fail *f);
/* The version of everything that is shown, and the time, in one indexed read. */
bool published_stamp(struct db *db, int64_t *version, instant *now, struct fail *f);

extern const struct db_table published_table;

#endif
