/* moderate_private: opening the sealed papers of one objection, shared by those who read cases and those who read persons. */
#ifndef GS_SERVICE_MODERATE_PRIVATE_H
#define GS_SERVICE_MODERATE_PRIVATE_H

#include "moderate.h"

/* The office's key is opened once for a request, however many papers it reads: one audit row. */
struct moderate_reader {
    struct mem *m;
    struct db *db;
    const struct login_session *s;
    enum keyring_purpose purpose;
    struct seal_pair *pair; /* NULL until the first paper */
};
bool moderate_open(struct moderate_reader *r, const char *context, const struct db_blob *sealed, struct seal_bytes *out, struct fail *f);
/* Gives rows that have just come the identity desk's deadline. */
bool moderate_first_deadlines(struct mem *m, struct db *db, struct casebook_row *rows, size_t count, struct fail *f);
bool moderate_is_desk_move(const struct casebook_event *e);
/* Files with their names opened. */
bool moderate_open_files(struct moderate_reader *r, const struct casebook_file *rows, size_t count, struct moderate_file **out,
                         struct fail *f);

#endif
