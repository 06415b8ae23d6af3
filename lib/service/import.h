/* import: a list of candidates sent in by an officer: kept for a day, looked at with every flaw named, and taken over into a draft. */
#ifndef GS_SERVICE_IMPORT_H
#define GS_SERVICE_IMPORT_H

#include "roster.h"
#include "round.h"

struct import_upload_in { int64_t officer_id, round_id; const char *file_name; const void *bytes; size_t n; };
/* Keeps the bytes as they came: the preview and the taking over both read them anew. */
bool import_upload(struct mem *m, struct db *db, const struct import_upload_in *in, int64_t *draft_id, struct fail *f);

struct import_view { struct import_draft draft; struct roster *roster; };
bool import_look(struct mem *m, struct db *db, int64_t draft_id, struct import_view *out, struct fail *f);

/* Makes the people of the round's draft from it: a new notice if the round has none in force, otherwise those of the draft are replaced.
 * FAIL_INPUT "import_flawed" while the list has errors; FAIL_CONFLICT when the notice is being checked or stands already. */
bool import_take(struct mem *m, struct db *db, int64_t draft_id, int64_t officer_id, int64_t *version_id, struct fail *f);
bool import_drop(struct db *db, int64_t draft_id, int64_t officer_id, struct fail *f);

#endif
