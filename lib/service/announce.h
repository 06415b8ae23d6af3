/* announce: the final list (认定公告) of a round: drawn up from the recognised by one officer, published by another, with letters to the unions
 * of its people; withdrawn with a reason if it must be. Each call is one transaction and names what the officer saw; what is out of date is
 * refused with FAIL_CONFLICT "announcement_is_<state>" or "announcement_changed". */
#ifndef GS_SERVICE_ANNOUNCE_H
#define GS_SERVICE_ANNOUNCE_H

#include "announcement.h"

/* FAIL_CONFLICT "announcement_stands", "nobody_recognised". */
bool announce_begin(struct mem *m, struct db *db, const char *round_slug, int64_t officer_id, struct fail *f);
bool announce_words(struct db *db, struct draft_seen seen, int64_t officer_id, const struct announcement_words *w, struct fail *f);
/* The list drawn up anew from who is recognised now. */
bool announce_refresh(struct mem *m, struct db *db, struct draft_seen seen, int64_t round_id, int64_t officer_id, struct fail *f);

/* What must be put right first. */
enum announce_stop { ANNOUNCE_NO_BODY, ANNOUNCE_NO_SIGNATURE, ANNOUNCE_NOBODY, ANNOUNCE_OUTDATED, ANNOUNCE_STOP__MAX };
bool announce_check(struct mem *m, struct db *db, const struct announcement *a, bool stops[ANNOUNCE_STOP__MAX], size_t *count, struct fail *f);
const char *announce_stop_word(enum announce_stop s); /* key of templates/lang: Announce.<word> */

/* FAIL_FORBIDDEN "ready_not_drafter" for others than the drafter, FAIL_INPUT "announcement_incomplete" with a stop. */
bool announce_ready(struct mem *m, struct db *db, const struct announcement *a, struct draft_seen seen, int64_t officer_id, struct fail *f);
bool announce_return(struct db *db, struct draft_seen seen, int64_t officer_id, const char *note, struct fail *f);
/* FAIL_FORBIDDEN "publish_own" for the drafter. */
bool announce_now(struct mem *m, struct db *db, const struct announcement *a, struct draft_seen seen, int64_t officer_id, struct fail *f);
bool announce_withdraw(struct db *db, struct draft_seen seen, int64_t officer_id, const char *reason, struct fail *f);

#endif
