/* unsent: forms that somebody is filling in: a tag, boxed bytes and an end. Neither the tag nor the bytes say anything without the secret
 * that the browser alone has (lib/service/resume.h). */
#ifndef GS_STORE_UNSENT_H
#define GS_STORE_UNSENT_H

#include "db.h"

#define UNSENT_TAG 32

/* Over what is there under the tag, for so many minutes from now. *kept is false where it would be one more than `most`. */
bool unsent_put(struct db *db, const unsigned char tag[UNSENT_TAG], const void *boxed, size_t n, int64_t minutes, int64_t most, bool *kept,
                struct fail *f);
/* data is NULL if there is nothing, or not any more. */
bool unsent_get(struct db *db, struct mem *m, const unsigned char tag[UNSENT_TAG], struct db_blob *out, struct fail *f);
bool unsent_drop(struct db *db, const unsigned char tag[UNSENT_TAG], struct fail *f);
/* Throws away a little of what has ended. */
bool unsent_sweep(struct db *db, uint64_t *gone, struct fail *f);

extern const struct db_table unsent_table;

#endif
