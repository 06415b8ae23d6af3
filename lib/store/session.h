/* session: officers' sessions: the hash of a token, the wrapped private key, and the instants that limit it. Rights are read from the
 * officer at each request. */
#ifndef GS_STORE_SESSION_H
#define GS_STORE_SESSION_H

#include "db.h"

struct session_row {
    int64_t id, officer_id;
    char *login, *name, *csrf;
    uint32_t roles;
    bool fresh;
    unsigned char public_key[32], key_wrapped[72];
};

/* A new session, fresh from now; of the officer's sessions only the newest `keep` stay. */
bool session_add(struct db *db, const unsigned char token_hash[32], int64_t officer_id, const unsigned char key_wrapped[72],
                 const char *csrf, int keep, struct fail *f);
/* The same session under a new token, fresh from now; its start, and so its absolute limit, stays. */
bool session_follow(struct db *db, int64_t id, const unsigned char token_hash[32], int64_t officer_id,
                    const unsigned char key_wrapped[72], const char *csrf, struct fail *f);
struct session_limits { int64_t idle_minutes, absolute_hours, fresh_minutes; };
/* The living session of a token and an active officer; FAIL_FORBIDDEN "signed_out" otherwise. Notes that it was seen. */
bool session_find(struct mem *m, struct db *db, const unsigned char token_hash[32], const struct session_limits *limits,
                  struct session_row *out, struct fail *f);
bool session_drop(struct db *db, int64_t id, struct fail *f);
/* All of an officer but `except` (0: all). */
bool session_drop_officer(struct db *db, int64_t officer_id, int64_t except, struct fail *f);

extern const struct db_table session_table;

#endif
