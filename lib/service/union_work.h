/* union_work: what a union signs for and answers. Knows the abstract, never the objection. */
#ifndef GS_SERVICE_UNION_WORK_H
#define GS_SERVICE_UNION_WORK_H

#include "letter.h"
#include "token.h"
#include "union_session.h"

/* Signing again changes nothing. A request that was taken back or given up is signed for no more: "case_moved". */
bool union_work_sign(struct db *db, const struct union_session_row *s, const char *slug, struct fail *f);
struct union_work_reply { const char *slug, *text; const struct token *token; size_t files; };
/* Only a request that was signed for, once, also when it is late; "files_changed" if not the files that were shown. */
bool union_work_reply(struct db *db, const struct union_session_row *s, const struct union_work_reply *in, struct fail *f);
/* More time, once, before the term is over; the office says yes or no. */
bool union_work_ask_time(struct db *db, const struct union_session_row *s, const char *slug, const char *why, struct fail *f);

#endif
