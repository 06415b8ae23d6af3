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
/* FAIL_CONFLICT "period_stays" for a correction that notices nobody anew: a printed period is not moved. */
bool publish_period(struct mem *m, struct db *db, struct draft_seen seen, int64_t officer_id, const struct period_in *in, struct fail *f);
/* Whether the version has days of its own: the first has, a correction if it notices somebody anew. */
bool publish_has_period(struct mem *m, struct db *db, const struct draft *d, bool *own, struct fail *f);

/* What is missing or odd. A stop holds publication back, the others are shown to both officers. */
enum publish_check { PUBLISH_NO_TITLE, PUBLISH_NO_BODY, PUBLISH_NO_PEOPLE, PUBLISH_NO_PERIOD, PUBLISH_PERIOD_PAST, PUBLISH_NO_HANDLING,
                     PUBLISH_NO_SUPERVISION, PUBLISH_NO_SIGNATURE, PUBLISH_SIGNED_LATE, PUBLISH_UNION_MUTE,
                     PUBLISH_NO_GLYPH, /* a character of a person or of the words cannot be printed */
                     /* of a correction */
                     PUBLISH_NO_REASON, PUBLISH_NO_CHANGE, PUBLISH_BASE_GONE, PUBLISH_LEFT_OUT, PUBLISH_NOT_RENEWED, PUBLISH_RENEWED_UNFIT,
                     PUBLISH_PROMOTED_UNDECIDED,
                     /* no stops */
                     PUBLISH_SIGNED_EARLY,
                     PUBLISH_PERIOD_SHORT, PUBLISH_PERIOD_UNKNOWN, PUBLISH_UNION_RETIRED, PUBLISH_QUOTA_CRAFTSMEN, PUBLISH_QUOTA_NOMINATIONS, PUBLISH_CHECK__MAX };
struct publish_finding { enum publish_check check; bool stop; int64_t one, two; const char *name; };
struct publish_findings { struct publish_finding *items; size_t count, stops; };
bool publish_check(struct mem *m, struct db *db, const struct draft *d, struct publish_findings *out, struct fail *f);
/* What papers can show is not known here but to the programs (lib/paper): the first character of a text that cannot be printed, 0 for none.
 * Set once at start; without it nobody looks. */
typedef uint32_t publish_glyph(const char *text);
void publish_use_glyphs(publish_glyph *missing);
const char *publish_check_word(enum publish_check check); /* key of templates/lang: Check.<word> */

/* The drafter hands it over for checking; FAIL_FORBIDDEN "ready_not_drafter" for others, FAIL_INPUT "notice_incomplete" with a stop. */
bool publish_ready(struct mem *m, struct db *db, struct draft_seen seen, int64_t officer_id, struct fail *f);
/* Back to writing; `note` says what should be changed and stands in the history. */
bool publish_return(struct db *db, struct draft_seen seen, int64_t officer_id, const char *note, struct fail *f);
/* By another officer: positions are closed, the period gets its instants, the unions get a letter and messages: all in use that have people
 * in it, of a correction those whose people it touches, or all if its words changed. FAIL_FORBIDDEN "publish_own" for the drafter. */
bool publish_now(struct mem *m, struct db *db, struct draft_seen seen, int64_t officer_id, struct fail *f);
/* The unions that are to be told, in use or not. */
bool publish_unions(struct mem *m, struct db *db, const struct draft *d, struct entry_unions *out, struct fail *f);
/* The words stay readable with the reason above them. FAIL_CONFLICT "notice_corrected" for any but the newest version that stands. */
bool publish_withdraw(struct db *db, int64_t version_id, int64_t officer_id, const char *reason, struct fail *f);

#endif
