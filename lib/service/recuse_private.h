/* recuse_private: what declaring, ties and requests share. */
#ifndef GS_SERVICE_RECUSE_PRIVATE_H
#define GS_SERVICE_RECUSE_PRIVATE_H

#include "recuse.h"

/* The officer's ties that are like the candidate's employer or union. */
bool recuse_matches(struct mem *m, struct db *db, int64_t officer_id, const struct recusal_question *about, struct recuse_match **out,
                    size_t *count, struct fail *f);
/* Writes how an officer stands from now on: his row is locked, and what was open for the pair is overtaken. */
bool recuse_put(struct db *db, const struct recusal_new *in, struct fail *f);
/* One after another for each officer: whatever is read afterwards is as it stands. */
bool recuse_hold(struct db *db, int64_t officer_id, struct fail *f);

#endif
