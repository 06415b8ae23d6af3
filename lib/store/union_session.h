/* union_session: contacts of unions: whom a letter reaches, one-time codes, sessions. */
#ifndef GS_STORE_UNION_SESSION_H
#define GS_STORE_UNION_SESSION_H

#include "db.h"

struct union_contact_row { int64_t id; char *rank, *phone, *email; };
/* The contacts of the union to which a letter was sent, primary first; none for a slug that nobody has. */
bool union_contacts(struct mem *m, struct db *db, const char *slug, struct union_contact_row **out, size_t *count, struct fail *f);
/* Holds the contact's row until the transaction ends. */
bool union_contact_lock(struct mem *m, struct db *db, int64_t contact_id, struct fail *f);

/* A code for a form; false in *made if the form has one. */
bool one_time_code_add(struct db *db, const unsigned char form_hash[32], int64_t contact_id, const unsigned char code_hash[32],
                       int64_t minutes, bool *made, struct fail *f);
/* Counts a try; *counted false when there is no living code with a try left. */
bool one_time_code_try(struct db *db, const unsigned char form_hash[32], int64_t tries, bool *counted, struct fail *f);
/* Whether the form has a living code with a try left. */
bool one_time_code_stands(struct db *db, const unsigned char form_hash[32], int64_t tries, bool *yes, struct fail *f);
struct one_time_code { int64_t id, contact_id; struct db_blob code_hash; };
bool one_time_code_find(struct mem *m, struct db *db, const unsigned char form_hash[32], struct one_time_code *out, struct fail *f);
/* *used false if another request was faster. */
bool one_time_code_use(struct db *db, int64_t id, bool *used, struct fail *f);

struct union_session_row { int64_t id, contact_id, union_id; char *contact, *union_name, *csrf; };
bool union_session_add(struct db *db, const unsigned char token_hash[32], int64_t contact_id, const char *csrf, struct fail *f);
/* FAIL_FORBIDDEN "signed_out". */
bool union_session_find(struct mem *m, struct db *db, const unsigned char token_hash[32], int64_t idle_minutes, int64_t absolute_hours,
                        struct union_session_row *out, struct fail *f);
bool union_session_drop(struct db *db, int64_t id, struct fail *f);

extern const struct db_table union_session_table;

#endif
