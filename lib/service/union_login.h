/* union_login: contacts of unions come in with a one-time code sent to them, bound to the form that asked. */
#ifndef GS_SERVICE_UNION_LOGIN_H
#define GS_SERVICE_UNION_LOGIN_H

#include "db.h"
#include "token.h"
#include "union_session.h"

#define UNION_LOGIN_TRIES 5

/* Ways to reach the union of a letter: "PRIMARY_SMS" … with the address masked. FAIL_MISSING for an unknown letter. */
struct union_login_way { int64_t contact_id; const char *word; char *masked; bool email; const char *address; /* shown to nobody */ };
bool union_login_ways(struct mem *m, struct db *db, const char *slug, struct union_login_way **out, size_t *count, struct fail *f);
/* Who asks: the letter he has the link of, the form of his page, and from where. */
struct union_login_in { const char *slug; const struct token *form; const char *address; };
/* Sends a code; *stands: the form's earlier one is still good, and none was sent. Beside "way": "code_over" when the form's code is not good
 * any more, "code_later" ("code_later_hours") with in how many minutes (hours) to try again when a ceiling forbids: for a number 1 a minute, 5 an
 * hour, 10 a day; of these for one asking address and for all that the contact never came in from less, so that strangers use up neither what the union
 * needs nor anybody's patience; for an address that is new to the numbers it asks for as the settings code.source_* say. */
bool union_login_ask(struct mem *m, struct db *db, const struct union_login_in *in, const char *way, bool *stands, struct fail *f);
/* "code_wrong" beside "code" for every reason. */
bool union_login_enter(struct mem *m, struct db *db, const struct union_login_in *in, const char *code, char **token, struct fail *f);
bool union_login_who(struct mem *m, struct db *db, const char *token, struct union_session_row *out, struct fail *f);
bool union_login_leave(struct db *db, const struct union_session_row *s, struct fail *f);

#endif
