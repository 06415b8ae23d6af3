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
/* True if the table opens `path`, as it stands in its row ("/officers/{officer}"), to this officer: what the head, the home page and
 * a button may offer. */
bool staff_opens(const struct request *r, const char *path);
/* Title from Lang.Staff.<word> ("Officers.title"), and the way back (NULL: none). */
void staff_title(struct request *r, struct view_node *v, const char *word, const char *back);
/* A page that acts redirects to "<page>?done=<word>", and that page shows Lang.Staff.Done.<word> above its heading. False when the query
 * cannot be read: `out` says so. */
bool staff_banner(struct request *r, struct view_node *v, struct response *out);
/* The same for a page that reads more from its query. */
void staff_said(struct request *r, struct view_node *v, const char *done);
/* For a form that holds nothing but its token. */
bool staff_read_nothing(struct request *r, struct response *out);
/* The number of a row. */
bool staff_number(const char *text, int64_t *out);
/* A number in the path; false (404) if it is none. */
bool staff_id(struct request *r, const char *segment, int64_t *id, struct response *out);
/* Roles.<n>.text: the words of the roles. */
void staff_show_roles(struct request *r, struct view_node *n, uint32_t roles);

extern const struct web_route staff_routes[];
extern const size_t staff_route_count;

/* Unions and their contacts. */
web_page unions_page, union_add_page, union_add_go_page, union_edit_page, union_edit_go_page, union_active_page;

/* The officer himself. */
web_page home_page, sign_in_page, sign_in_go_page, sign_out_page, refresh_page, refresh_go_page, come_in_page;
web_page account_page, account_password_page, account_password_go_page, account_recovery_page, account_recovery_go_page;
/* Who has no session yet. */
web_page activate_page, activate_code_page, activate_go_page, reset_page, reset_go_page;
/* Officers, their keys, the audit. */
web_page officers_page, officer_page, officer_new_page, officer_new_go_page, officer_roles_page, officer_roles_go_page;
web_page officer_invite_page, officer_disable_page, officer_disable_go_page, reset_ask_page, reset_agree_page, reset_agree_go_page;
web_page keys_page, key_page, key_go_page, audit_page;

/* Objections: the case side, the identity desk, what was sent. */
web_page inbox_page, case_page, case_declare_page, case_declare_go_page, case_move_page, case_move_go_page;
web_page register_page, register_new_page, register_new_go_page, register_read_page, register_read_go_page;
web_page register_declare_page, register_declare_go_page;
web_page case_supplement_page, case_supplement_go_page;
web_page case_proposal_page, case_proposal_go_page, identity_declare_page, identity_declare_go_page;
web_page case_paper_page, case_paper_go_page;
web_page case_request_page, case_request_go_page;
web_page case_assist_page, case_assist_go_page, case_assist_check_page, case_assist_check_go_page;
web_page case_decision_page, case_decision_go_page, case_approve_page, case_approve_go_page, case_return_page, case_return_go_page;
web_page case_file_page, case_file_go_page, identity_page, identity_person_page, identity_person_go_page;
/* Conflicts of interest. */
web_page account_ties_page, account_ties_go_page, officer_ties_page, officer_ties_go_page, officer_tie_end_page;
web_page case_record_page, case_record_go_page, case_record_check_page, case_record_check_go_page;
web_page case_investigator_page, case_investigator_go_page;
web_page case_recuse_page, case_recuse_go_page, recusals_page, recusal_lift_page, recusal_lift_go_page;
web_page recusal_request_page, recusal_request_go_page;
web_page identity_file_page, identity_file_go_page;
/* What was sent: the picture, one message, what is done by hand, what shows that somebody was told. */
web_page outbox_page, outbox_picture_page, outbox_look_page, outbox_act_page, outbox_act_go_page;
web_page outbox_stop_page, outbox_stop_go_page, outbox_start_page, outbox_start_go_page;
web_page told_page, told_xlsx_page, told_pdf_page;

/* What a person must do because no message could. */
web_page tasks_page, task_page, task_go_page;

/* What messages say. */
web_page messages_page, message_page, message_go_page, message_settle_page, message_try_page;

/* Candidates: where they stand, moving them, recognition. */
web_page candidates_page, candidate_page, candidate_move_page, candidate_move_go_page, candidate_proposal_page, candidate_proposal_go_page;
web_page candidate_declare_page, candidate_declare_go_page, candidate_recognise_page, candidate_recognise_go_page;
web_page candidate_recognition_page, candidate_recognition_go_page;

#endif
