/* attachment: sealed files of a form that is being filled in, claimed by the objection or the answer that is sent. */
#ifndef GS_STORE_ATTACHMENT_H
#define GS_STORE_ATTACHMENT_H

#include "db.h"

struct attachment_new {
    const unsigned char *form_hash; /* 32 */
    const char *purpose;            /* EVIDENCE SEAL_SCAN ANSWER */
    const char *kind;               /* pdf jpeg png docx m4a mp3 mp4 */
    struct db_blob head, name_sealed, name_boxed;
};
bool attachment_add(struct db *db, const struct attachment_new *in, int64_t *id, struct fail *f);
bool attachment_add_chunk(struct db *db, int64_t id, int n, const void *bytes, size_t len, struct fail *f);
bool attachment_set_size(struct db *db, int64_t id, const unsigned char form_hash[32], int64_t size, struct fail *f);

struct attachment { int64_t id; char *purpose, *kind; int64_t size; struct db_blob name_boxed; };
/* Unclaimed files of a form, oldest first. */
bool attachment_list(struct db *db, struct mem *m, const unsigned char form_hash[32], struct attachment **out, size_t *count,
                     struct fail *f);
/* Nothing happens if it is not of this form or claimed. */
bool attachment_drop(struct db *db, int64_t id, const unsigned char form_hash[32], struct fail *f);
/* All unclaimed files of the form; *claimed says how many. */
bool attachment_claim_objection(struct db *db, const unsigned char form_hash[32], int64_t objection_id, uint64_t *claimed, struct fail *f);
bool attachment_claim_assist(struct db *db, const unsigned char form_hash[32], int64_t assist_id, uint64_t *claimed, struct fail *f);
/* Throws away at most twenty files that nobody sent within `hours`; *gone says how many. */
bool attachment_sweep(struct db *db, int64_t hours, uint64_t *gone, struct fail *f);

extern const struct db_table attachment_table;

#endif
