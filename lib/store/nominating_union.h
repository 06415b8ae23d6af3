/* nominating_union: the unions that nominate (推荐工会) and whom to write to at each. A contact's row never changes: another name, phone or
 * mailbox is another row, and the former one stays without a rank, so that who signed is never rewritten. */
#ifndef GS_STORE_NOMINATING_UNION_H
#define GS_STORE_NOMINATING_UNION_H

#include "db.h"

enum union_rank { UNION_PRIMARY, UNION_BACKUP, UNION_RANK__MAX };

/* id 0: there is none; phone, email may be NULL; lang: of model/message.h, the one he is written to in. */
struct nominating_contact { int64_t id; char *name, *phone, *email, *lang; };

struct nominating_union {
    int64_t id;
    char *code, *name;
    bool industry; /* 产业工会, else 区县市总工会 */
    bool active;   /* may be named in lists, gets letters */
    struct nominating_contact contacts[UNION_RANK__MAX];
};
struct nominating_unions { struct nominating_union *items; size_t count; };

/* All: those in use first, districts before industries. */
bool nominating_union_list(struct mem *m, struct db *db, struct nominating_unions *out, struct fail *f);
/* FAIL_MISSING "union_missing". */
bool nominating_union_get(struct mem *m, struct db *db, int64_t id, struct nominating_union *out, struct fail *f);
/* The same, and nobody else changes it before the transaction ends. */
bool nominating_union_hold(struct mem *m, struct db *db, int64_t id, struct nominating_union *out, struct fail *f);
/* The union of a code or of a name; 0: none. */
bool nominating_union_by_code(struct mem *m, struct db *db, const char *code, int64_t *id, struct fail *f);
bool nominating_union_by_name(struct mem *m, struct db *db, const char *name, int64_t *id, struct fail *f);

/* FAIL_CONFLICT "union_taken" when another has the code or the name. */
bool nominating_union_add(struct db *db, const char *code, const char *name, bool industry, int64_t *id, struct fail *f);
bool nominating_union_change(struct db *db, int64_t id, const char *name, bool industry, struct fail *f);
bool nominating_union_set_active(struct db *db, int64_t id, bool active, struct fail *f);

/* The contact of a rank steps back, if there is one. */
bool nominating_union_contact_leave(struct db *db, int64_t union_id, enum union_rank rank, struct fail *f);
/* The rank must be free. */
bool nominating_union_contact_add(struct db *db, int64_t union_id, enum union_rank rank, const struct nominating_contact *c, int64_t *id,
                                  struct fail *f);
/* Letters that wait for one contact go to another; one-time codes do not. */
bool nominating_union_mail_follows(struct db *db, int64_t from_contact, int64_t to_contact, struct fail *f);

extern const struct db_table nominating_union_table;

#endif
