/* staff_page: what the pages of the officers' program share. (lib/model/staff.h holds the roles.) */
#ifndef GS_STAFF_STAFF_PAGE_H
#define GS_STAFF_STAFF_PAGE_H

#include "kit.h"
#include "login.h"
#include "staff.h"

struct db *staff_db(void);
/* The file secret of form tokens; a page names its purpose. */
const unsigned char *staff_form_key(void);
/* Who is signed in; on pages for anybody it may be NULL. */
const struct login_session *staff_session(const struct request *r);
/* True if a row of the table opens the GET page `path` to this officer: what the head, the home page and a button may offer. */
bool staff_opens(const struct request *r, const char *path);
/* Title from Lang.Staff.<word> ("Officers.title"), and the way back (NULL: none). */
void staff_title(struct request *r, struct view_node *v, const char *word, const char *back);

extern const struct web_route staff_routes[];
extern const size_t staff_route_count;

/* The officer himself. */
web_page home_page, sign_in_page, sign_in_go_page, sign_out_page, refresh_page, refresh_go_page, come_in_page;

/* Objections: the case side, the identity desk, what was sent. */
web_page inbox_page, case_page, case_accept_page, case_accept_go_page, case_refuse_page, case_refuse_go_page;
web_page case_assist_page, case_assist_go_page, case_assist_check_page, case_assist_check_go_page;
web_page case_decision_page, case_decision_go_page, case_approve_page, case_approve_go_page, case_return_page, case_return_go_page;
web_page case_file_page, case_file_go_page, identity_page, identity_person_page, identity_person_go_page;
web_page identity_file_page, identity_file_go_page, outbox_page;

#endif
