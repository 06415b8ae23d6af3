/* case_steps: a published notice with one candidate, two unions, officers for each part of the work, and the steps of an objection, each of
 * which goes well. */
#ifndef GS_TESTS_STORE_CASE_STEPS_H
#define GS_TESTS_STORE_CASE_STEPS_H

#include "assist_work.h"
#include "decide.h"
#include "person.h"
#include "recuse.h"
#include "submit.h"
#include "track.h"
#include "union_work.h"

#define STATEMENT "他的专利证书是借来的"
#define ABSTRACT "请核查贵会推荐的人选的专利证书，附登记簿。"
#define REASONS "登记簿上有他的名字"
#define TOLD "经核查，专利属于本人"
#define WAITING "SUBMITTED"

extern struct db *everybody, *unions;
extern struct login_session ding, wu, boss_now, desk; /* case, case and approver, approver, identity desk */
extern const struct decide_words words;
extern const struct decision_finding findings[2]; /* of the grounds of what is filed */
extern const struct union_session_row of_sc, of_gs; /* a contact of the candidate's union, and one of another */

/* Setup of each test. */
int case_before(void **state);

/* Sent with a file, by a unit with a stamped paper too. */
struct filed { char receipt[RECEIPT_NUMBER], code[RECEIPT_CODE_SHOWN]; };
struct filed filed(enum objection_kind kind);
/* That nothing ties him to the candidate; once, later times change nothing. */
void declared(const struct login_session *who, const char *receipt);
struct moderate_case opened(const char *receipt);
void confirmed(const char *receipt); /* from WAITING */
void accepted(const char *receipt);  /* from WAITING, and so on */
void asked(const char *receipt);
void replied(void); /* the newest request, with a file */
int64_t drafted(const char *receipt);
/* A move with all that any move asks for; one that nobody need agree to; the second person's part. */
struct moderate_in move_in(const struct login_session *who, const char *receipt, enum objection_move move);
void moved(const struct login_session *who, const char *receipt, enum objection_move move);
void agreed(const struct login_session *who, const char *receipt);
int64_t proposed(const char *receipt); /* what waits for a second person */
void investigating(const char *receipt); /* from WAITING */
struct track_out looked_up(const struct filed *o);

/* What a form about the abstract carries now. */
struct assist_work_in abstract_in(const char *receipt);
/* The slug of the newest letter about a request. */
char *letter_slug(void);
struct token new_token(void);

#endif
