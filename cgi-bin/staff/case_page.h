/* case_page: what the pages of one objection share: opening it, its head, what others did meanwhile, and the page of an officer without a
 * key. A page of the case side never holds who objects; one of the identity desk never holds what is said. */
#ifndef GS_STAFF_CASE_PAGE_H
#define GS_STAFF_CASE_PAGE_H

#include "form.h"
#include "moderate.h"
#include "staff_page.h"

/* What a form about a case carries of the page it was filled in on. */
#define CASE_SEEN_FIELDS { "seen", FORM_HIDDEN, true, 1, 24, NULL }, { "steps", FORM_NUMBER, true, 0, 10000, NULL }

/* "/inbox/<number>" and what follows; "/identity/<number>" and what follows. */
char *case_url(struct request *r, const char *number, const char *rest);
char *case_desk_url(struct request *r, const char *number, const char *rest);
/* "/register/<number>" and what follows. */
char *register_url(struct request *r, const char *number, const char *rest);
char *case_number(struct request *r, const char *receipt); /* "1234-5678-9012" */

/* Reads the case that the address names, and puts Case.* (number, state, deadline, what was said) into the page. False: answered already. */
bool case_open(struct request *r, struct view_node *v, struct moderate_case *c, struct response *out);
bool case_is(const struct moderate_case *c, enum objection_state state);
/* True if this officer may make the move now. */
bool case_may(const struct request *r, const struct moderate_case *c, enum objection_move move);
/* Events.<n>: time, actor, act, reason, note, deadline; from the event `first` on, into `list`. */
void case_show_events(struct request *r, struct view_node *v, const char *list, const struct casebook_event *events, size_t count,
                      size_t first);
/* Grounds.<n>.text of "C1,UNTRUE". */
void case_show_grounds(struct request *r, struct view_node *v, const char *codes);

/* Before a form is shown the first time: what the officer sees. */
void case_seen(struct request *r, struct form *form, const struct moderate_case *c);
/* When it is shown again after "case_moved": Moved.* says who did what since, and whether the act is still possible; the form takes over
 * what is seen now. */
void case_moved(struct request *r, struct view_node *v, struct form *form, const struct moderate_case *c, bool still_possible);

/* How a refused act is answered: 422 or 409 with the form again, or 0: answered with another page. */
int case_refused(struct request *r, struct view_node *v, struct form *form, const struct fail *f, enum keyring_purpose purpose,
                 struct response *out);

/* What happened to a request, from its event `first` on: time, actor, act, note, until. */
void case_show_request(struct request *r, struct view_node *v, const char *list, const struct moderate_case *c, int64_t assist_id,
                       size_t first);

/* A case for which a union may be asked, and an officer of the case team. */
bool case_may_ask_union(const struct request *r, const struct moderate_case *c);
/* True for the moves that case_move shows. */
bool case_move_has_page(enum objection_move move);
/* The words of a move's reason code. */
const char *case_reason(struct request *r, const char *move, const char *code);
/* Proposal.*: what waits for a second person. */
void case_show_proposal(struct request *r, struct view_node *v, const struct moderate_case *c);

/* Records.<n>: what the investigators wrote down; and into `next` the ways to write more and to name a third. */
void case_show_records(struct request *r, struct view_node *v, struct view_node *next, const struct moderate_case *c);
/* Record_missing if none of them is confirmed, Record_open if one is not settled. */
void case_warn_records(struct view_node *v, const struct moderate_case *c);

/* Active officers who hold any of `role` and the key to the cases, but for those who are recused from the one of the address. */
struct case_officer { int64_t id; const char *name; };
bool case_officers(struct request *r, uint32_t role, struct case_officer **out, size_t *count, struct fail *f);
/* Active officers who hold `role` and the key to the cases, but for the one who asks: Others.<n>.name. */
bool case_show_others(struct request *r, struct view_node *v, uint32_t role, struct fail *f);

#endif
