/* round: the years' rounds (届次), and lists that were sent in but are not taken over yet. */
#ifndef GS_STORE_ROUND_H
#define GS_STORE_ROUND_H

#include "db.h"

struct round_row { int64_t id; char *slug, *title; instant created_at; };
struct round_rows { struct round_row *items; size_t count; };

bool round_list(struct mem *m, struct db *db, struct round_rows *out, struct fail *f); /* newest first */
/* FAIL_MISSING "round_missing" if there is none. */
bool round_by_slug(struct mem *m, struct db *db, const char *slug, struct round_row *out, struct fail *f);
/* FAIL_CONFLICT "round_slug_taken" when another round has the address. */
bool round_add(struct db *db, const char *slug, const char *title, int64_t *id, struct fail *f);

struct import_draft {
    int64_t id, round_id, officer_id;
    char *round_slug, *round_title, *file_name;
    struct db_blob bytes;
    instant created_at;
};
bool import_draft_add(struct db *db, int64_t round_id, int64_t officer_id, const char *file_name, const void *bytes, size_t n,
                      int64_t *id, struct fail *f);
/* FAIL_MISSING "import_missing": taken over, thrown away or never there. */
bool import_draft_get(struct mem *m, struct db *db, int64_t id, struct import_draft *out, struct fail *f);
/* Takes it away; FAIL_CONFLICT "import_done" when somebody was faster. */
bool import_draft_remove(struct db *db, int64_t id, struct fail *f);
/* Lists older than a day that nobody took over. */
bool import_draft_sweep(struct db *db, struct fail *f);

/* The unions that may be named in a list: those in use. */
struct import_union { int64_t id; char *name; };
struct import_unions { struct import_union *items; size_t count; };
bool import_union_list(struct mem *m, struct db *db, struct import_unions *out, struct fail *f);

extern const struct db_table round_table;

#endif
