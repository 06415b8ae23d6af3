/* publish: a notice from its words to the public: words, period, "ready for check", publication by a second officer with letters to the
 * unions, withdrawal. Each call is one transaction and names what the officer saw; a form that is out of date is refused with
 * FAIL_CONFLICT "notice_is_<state>" or "notice_changed". */
#ifndef GS_SERVICE_PUBLISH_H
#define GS_SERVICE_PUBLISH_H

#include "draft.h"
#include "entry.h"
#include "period.h"
#include "workdays.h"

/* Making a round; `slug` stands in addresses. */
bool publish_round(struct db *db, int64_t officer_id, const char *slug, const char *title, int64_t *id, struct fail *f);

bool publish_words(struct db *db, struct draft_seen seen, int64_t officer_id, const struct draft_words *w, struct fail *f);

/* The days and instants of a period, for looking at; nothing is stored. */
bool publish_period_look(struct mem *m, struct db *db, const struct period_in *in, struct workdays *calendar, struct period *out,
                         struct fail *f);
bool publish_period(struct mem *m, struct db *db, struct draft_seen seen, int64_t officer_id, const struct period_in *in, struct fail *f);

/* What is missing or odd. A stop holds publication back, the others are shown to both officers. */
enum publish_check { PUBLISH_NO_TITLE, PUBLISH_NO_BODY, PUBLISH_NO_PEOPLE, PUBLISH_NO_PERIOD, PUBLISH_PERIOD_PAST, PUBLISH_NO_HANDLING,
                     PUBLISH_NO_SUPERVISION, PUBLISH_NO_SIGNATURE, PUBLISH_SIGNED_LATE, PUBLISH_UNION_MUTE, PUBLISH_SIGNED_EARLY,
                     PUBLISH_PERIOD_SHORT, PUBLISH_PERIOD_UNKNOWN, PUBLISH_UNION_RETIRED, PUBLISH_QUOTA_CRAFTSMEN, PUBLISH_QUOTA_NOMINATIONS, PUBLISH_CHECK__MAX };
struct publish_finding { enum publish_check check; bool stop; int64_t one, two; const char *name; };
struct publish_findings { struct publish_finding *items; size_t count, stops; };
bool publish_check(struct mem *m, struct db *db, const struct draft *d, struct publish_findings *out, struct fail *f);
const char *publish_check_word(enum publish_check check); /* key of templates/lang: Check.<word> */

/* The drafter hands it over for checking; FAIL_FORBIDDEN "ready_not_drafter" for others, FAIL_INPUT "notice_incomplete" with a stop. */
bool publish_ready(struct mem *m, struct db *db, struct draft_seen seen, int64_t officer_id, struct fail *f);
/* Back to writing; `note` says what should be changed and stands in the history. */
bool publish_return(struct db *db, struct draft_seen seen, int64_t officer_id, const char *note, struct fail *f);
/* By another officer: positions are closed, the period gets its instants, every union in use with people in it gets a letter and
 * messages. FAIL_FORBIDDEN "publish_own" for the drafter. */
bool publish_now(struct mem *m, struct db *db, struct draft_seen seen, int64_t officer_id, struct fail *f);
/* The words stay readable with the reason above them. */
bool publish_withdraw(struct db *db, int64_t version_id, int64_t officer_id, const char *reason, struct fail *f);

#endif
