/* officer_pass: one-time passes: the first activation, and a reset that two officers ordered. Only the hash of a code is kept. */
#ifndef GS_STORE_OFFICER_PASS_H
#define GS_STORE_OFFICER_PASS_H

#include "db.h"

struct officer_pass_row {
    int64_t id, officer_id;
    bool reset;            /* else an activation */
    char *login, *name;    /* the officer's */
    char *asked_by;        /* the name of who asked, NULL for none */
    int64_t asked_by_id;
    instant expires_at;
};

/* An activation pass with its code's hash, valid for a day; earlier passes of the officer end. */
bool officer_pass_invite(struct db *db, int64_t officer_id, const unsigned char code_hash[32], int64_t asked_by, struct fail *f);
/* A reset that waits for a second officer; FAIL_CONFLICT "reset_waits" if one waits already, or if the officer is not active. */
bool officer_pass_ask(struct db *db, int64_t officer_id, int64_t asked_by, struct fail *f);
/* The second officer agrees: the pass gets its code and a day. FAIL_CONFLICT "reset_agree" if he asked himself, if it is about
 * himself, or if nothing waits. */
bool officer_pass_agree(struct db *db, int64_t id, const unsigned char code_hash[32], int64_t agreed_by, struct fail *f);
/* Resets that wait for a second officer. */
bool officer_pass_waiting(struct mem *m, struct db *db, struct officer_pass_row **rows, size_t *n, struct fail *f);
/* The pass of a code, unused and in time: FAIL_MISSING "pass_wrong" otherwise. */
bool officer_pass_find(struct mem *m, struct db *db, const unsigned char code_hash[32], struct officer_pass_row *out, struct fail *f);
/* Uses it up: FAIL_CONFLICT "pass_wrong" if somebody was faster. */
bool officer_pass_use(struct db *db, int64_t id, struct fail *f);
/* Ends all open passes of an officer. */
bool officer_pass_void(struct db *db, int64_t officer_id, struct fail *f);

extern const struct db_table officer_pass_table;

#endif
