/* officer: the people of the office, their proofs and wrapped keys (as bytes), and the one-time passes by which one comes in first or
 * again. What the bytes mean stands in lib/service/officer. */
#ifndef GS_STORE_OFFICER_H
#define GS_STORE_OFFICER_H

#include "db.h"

#define OFFICER_WRAPPED 72

enum officer_state { OFFICER_INVITED, OFFICER_ACTIVE, OFFICER_DISABLED };

struct officer_row {
    int64_t id;
    char *login, *name;
    uint32_t roles;
    enum officer_state state;
    instant created_at;
};

/* What an officer proves himself with and what he opens with. */
struct officer_proof {
    struct officer_row row;
    bool has_password; /* else nothing below is filled */
    unsigned char salt[16], verifier[32];
    uint32_t passes, memory_kib;
    struct db_blob totp_boxed;
    int64_t totp_step;
    unsigned char public_key[32];
    unsigned char key_by_password[OFFICER_WRAPPED], key_by_recovery[OFFICER_WRAPPED];
};

/* FAIL_CONFLICT "login_taken" beside the field "login" if another has it. */
bool officer_add(struct db *db, const char *login, const char *name, uint32_t roles, int64_t created_by, int64_t *id, struct fail *f);
/* Rows of all, active first, then by login. */
bool officer_list(struct mem *m, struct db *db, struct officer_row **rows, size_t *n, struct fail *f);
/* FAIL_MISSING "officer_missing" if nobody. */
bool officer_get(struct mem *m, struct db *db, int64_t id, struct officer_row *out, struct fail *f);
bool officer_proof(struct mem *m, struct db *db, int64_t id, struct officer_proof *out, struct fail *f);
bool officer_proof_by_login(struct mem *m, struct db *db, const char *login, struct officer_proof *out, struct fail *f);
/* The same, and the row stays locked until the transaction ends. */
bool officer_lock(struct mem *m, struct db *db, int64_t id, struct officer_proof *out, struct fail *f);

/* Each of these: FAIL_CONFLICT "officer_changed" when the officer is not in the state that the change starts from. */
bool officer_activate(struct db *db, const struct officer_proof *p, struct fail *f);      /* INVITED: everything of p */
bool officer_reset(struct db *db, const struct officer_proof *p, struct fail *f);         /* ACTIVE: password and keys, not the TOTP */
bool officer_set_password(struct db *db, const struct officer_proof *p, struct fail *f);  /* ACTIVE with this public key: password alone */
bool officer_set_recovery(struct db *db, const struct officer_proof *p, struct fail *f);  /* the same: key_by_recovery alone */
bool officer_set_roles(struct db *db, int64_t id, uint32_t roles, struct fail *f);
bool officer_disable(struct db *db, int64_t id, struct fail *f);
/* Stores the step of a one-time code that was used; FAIL_CONFLICT "sign_in_wrong" if it or a later one was used before. */
bool officer_totp_step(struct db *db, int64_t id, int64_t step, struct fail *f);
/* Active officers who hold any of `roles`, but not `except`. */
bool officer_count(struct db *db, uint32_t roles, int64_t except, int64_t *n, struct fail *f);

extern const struct db_table officer_table;

#endif
