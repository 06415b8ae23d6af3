/* union: what the pages of the union program share. */
#ifndef GS_UNION_UNION_H
#define GS_UNION_UNION_H

#include "form.h"
#include "assist_move.h"
#include "kit.h"
#include "token.h"
#include "union_login.h"
#include "union_work.h"

#define UNION_CODE "union-code"     /* purposes of form tokens */
#define UNION_ANSWER "union-answer"

struct db *union_db(void);
const unsigned char *union_form_key(void);
const struct union_session_row *union_session(const struct request *r);
/* "/letter/<slug>" and what follows. */
char *union_letter_url(struct request *r, const char *slug, const char *rest);
/* Letter.*: what the letter is, its addresses, its terms at `now`. */
void union_show_letter(struct request *r, struct view_node *n, const struct letter *l, instant now);
const char *union_letter_title(struct request *r, const struct letter *l);
/* A request that was answered, taken back or given up: nothing is left to do. */
bool union_letter_ended(const struct letter *l);

extern const struct web_route union_routes[];
extern const size_t union_route_count;

/* The form that asks where a code shall go, instead of the page; `form` may be NULL. */
void union_show_sign_in(struct request *r, struct view_node *v, struct form *form, int status, struct response *out);

web_page home_page, letter_page, sign_page;
web_page sign_in_page, come_in_page, code_ask_page, code_page, code_enter_page, sign_out_page;
web_page more_time_page, more_time_go_page;
web_page answer_page, answer_go_page, answer_file_page, answer_drop_page, answer_send_page;

#endif
