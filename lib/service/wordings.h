/* wordings: keeping what messages say. Versions come with a release or from an officer; what one officer saved is put in force, or sent back,
 * by another. Everything is on the record. */
#ifndef GS_SERVICE_WORDINGS_H
#define GS_SERVICE_WORDINGS_H

#include "login.h"
#include "message_template.h"

/* With a release, for gongshictl migrate: the words of a file of templates/ become a version, in force at once unless the office has put words
 * of its own in force; then they wait. Words that came before are not added again: *added says so. */
bool wordings_ship(struct db *db, const struct wording *w, bool *added, struct fail *f);

/* A new version that waits for another officer; one that still waits is replaced. Faults as wording_clean, whose `name` is filled;
 * FAIL_CONFLICT "template_same" beside "text" if the version in force says just that. */
bool wordings_save(struct mem *m, struct db *db, const struct login_session *s, const struct wording *typed, char *name, struct fail *f);
/* Puts a version in force or sends it back. FAIL_FORBIDDEN "template_own" for what he saved himself, FAIL_CONFLICT "template_settled", FAIL_MISSING
 * "template_missing". */
bool wordings_settle(struct mem *m, struct db *db, const struct login_session *s, const struct message_key *k, int64_t version, bool force,
                     struct fail *f);

#define WORDINGS_TRIALS_OFFICER 10 /* an hour */
#define WORDINGS_TRIALS_ADDRESS 3
/* Sends a version, filled with invented values and marked as a trial, to an address that was typed. Faults beside "to"; FAIL_TOO_MANY
 * "trial_many". */
bool wordings_try(struct mem *m, struct db *db, const struct login_session *s, const struct message_key *k, int64_t version, const char *to,
                  struct fail *f);

/* One version of a message; FAIL_MISSING "template_missing". */
bool wordings_find(struct mem *m, struct db *db, const struct message_key *k, int64_t version, struct message_version *out, struct fail *f);

#endif
