/* import: a list of candidates sent in by an officer: kept for a day, looked at with every flaw named, and taken over into a draft. */
#ifndef GS_SERVICE_IMPORT_H
#define GS_SERVICE_IMPORT_H

#include "draft.h"
#include "roster.h"
#include "round.h"

struct import_upload_in { int64_t officer_id, round_id; const char *file_name; const void *bytes; size_t n; };
/* Keeps the bytes as they came: the preview and the taking over both read them anew. */
bool import_upload(struct mem *m, struct db *db, const struct import_upload_in *in, int64_t *draft_id, struct fail *f);

/* What the list would meet: the round's newest version unless it is withdrawn. */
struct import_view {
    struct import_draft draft;
    struct roster *roster;
    bool has_current;
    struct draft_row current;
    bool open; /* nothing stands in the way: no notice, or a first version that is being written */
};
bool import_look(struct mem *m, struct db *db, int64_t draft_id, struct import_view *out, struct fail *f);

/* Makes the people of the round's draft from it: a new notice if the round has none in force, otherwise those of the draft are replaced.
 * `seen` is the version that the officer saw this list would replace people of; id 0: none. FAIL_INPUT "import_flawed" while the list
 * has errors; FAIL_CONFLICT when the notice is being checked, stands already, or is another or changed. */
struct import_take_in { int64_t draft_id, officer_id; struct draft_seen seen; };
bool import_take(struct mem *m, struct db *db, const struct import_take_in *in, int64_t *version_id, struct fail *f);
bool import_drop(struct db *db, int64_t draft_id, int64_t officer_id, struct fail *f);

#endif
