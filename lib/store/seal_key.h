/* seal_key: the office's key pairs (public parts, and private parts under the recovery code) and the grants that hand a private
 * part to an officer, sealed for his own key. Bytes only; what opens them stands in lib/service/keyring. */
#ifndef GS_STORE_SEAL_KEY_H
#define GS_STORE_SEAL_KEY_H

#include "db.h"

#define SEAL_KEY_PUBLIC 32
#define SEAL_KEY_WRAPPED 72

struct seal_key_row {
    int64_t id;
    unsigned char public_key[SEAL_KEY_PUBLIC];
    bool has_recovery;                              /* the NOTIFY key has none: its private part is a file */
    unsigned char by_recovery[SEAL_KEY_WRAPPED];
    bool in_force;
};

/* `purpose` is "CASE", "IDENTITY" or "NOTIFY". */
bool seal_key_add(struct db *db, const char *purpose, const unsigned char public_key[SEAL_KEY_PUBLIC], const unsigned char *by_recovery,
                  int64_t *id, struct fail *f);
/* The one in force; FAIL_UNAVAILABLE "keys_missing" when there is none. */
bool seal_key_in_force(struct db *db, const char *purpose, struct seal_key_row *out, struct fail *f);
/* All of a purpose, newest first: rows live in `m`. */
bool seal_key_list(struct mem *m, struct db *db, const char *purpose, struct seal_key_row **rows, size_t *n, struct fail *f);
/* How many keys there are at all. */
bool seal_key_count(struct db *db, int64_t *n, struct fail *f);

struct seal_key_grant {
    int64_t key_id;
    unsigned char public_key[SEAL_KEY_PUBLIC];
    bool in_force;
    struct db_blob sealed; /* for the officer's own key, "grant:<officer>:<key>" */
};
/* What an officer was granted for a purpose, newest key first. */
bool seal_key_grants(struct mem *m, struct db *db, int64_t officer_id, const char *purpose, struct seal_key_grant **rows, size_t *n,
                     struct fail *f);
/* `granted_by` 0: by the operator with the recovery code. An older grant of the same key is replaced. */
bool seal_key_grant(struct db *db, int64_t officer_id, int64_t key_id, const void *sealed, size_t n, int64_t granted_by, struct fail *f);
bool seal_key_grants_drop(struct db *db, int64_t officer_id, const char *purpose, struct fail *f);
/* True if the officer holds the key in force for a purpose. */
bool seal_key_is_granted(struct db *db, int64_t officer_id, const char *purpose, bool *out, struct fail *f);

/* The names of the active officers who hold it, by name. */
bool seal_key_holders(struct mem *m, struct db *db, const char *purpose, char ***names, size_t *n, struct fail *f);

extern const struct db_table seal_key_table;

#endif
