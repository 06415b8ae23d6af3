/* candidate_page: what the pages about candidates share. A page shows how one stands to an officer who has declared himself towards him; to who
 * is recused he is not there. */
#ifndef GS_STAFF_CANDIDATE_PAGE_H
#define GS_STAFF_CANDIDATE_PAGE_H

#include "candidacy_work.h"
#include "case_page.h"
#include "round.h"

/* "/candidates/<slug>" and what follows; "/candidates/round/<slug>" and what follows. */
char *candidate_url(struct request *r, const char *slug, const char *rest);
char *candidate_round_url(struct request *r, const char *slug, const char *rest);

/* Where he declares himself towards the people of a round; NULL with a fail. */
char *candidate_declare_url(struct request *r, int64_t round_id, struct fail *f);

struct candidate_view {
    struct candidate_row row;
    struct candidate_event *events;
    size_t event_count;
    struct candidate_proposal proposal, returned; /* id 0: none */
};
/* Reads the candidate that the address names, and puts Candidate.* into the page. False: answered already. */
bool candidate_open(struct request *r, struct view_node *v, struct candidate_view *c, struct response *out);
/* True if this officer may agree to what waits, or send it back. */
bool candidate_may_settle(const struct request *r, const struct candidate_view *c);
/* Proposal.*: what waits for a second person. */
void candidate_show_proposal(struct request *r, struct view_node *v, const struct candidate_view *c);
/* Events.<n> from `first` on, into `list`. */
void candidate_show_events(struct request *r, struct view_node *v, const char *list, const struct candidate_view *c, size_t first);
/* The head of a row in any list: url, name, employer, union, award, seq. */
void candidate_show_row(struct request *r, struct view_node *n, const struct candidate_row *row);

/* Whom a page showed goes with its form: ids with dots between. They come back in the order in which they are locked. */
#define CANDIDATE_PEOPLE_FIELD { "people", FORM_HIDDEN, true, 1, 4000, NULL }
void candidate_put_people(struct request *r, struct form *form, const int64_t *ids, size_t count);
size_t candidate_people(struct request *r, const struct form *form, int64_t **out);

/* As case_seen, case_moved and case_refused, for one candidate. */
void candidate_seen(struct request *r, struct form *form, const struct candidate_view *c);
void candidate_moved(struct request *r, struct view_node *v, struct form *form, const struct candidate_view *c, bool still_possible);
int candidate_refused(struct form *form, const struct fail *f, struct response *out);

/* The number of a paper in its one spelling, with an error beside the field if it is none. */
void candidate_mend_paper(struct request *r, struct form *form);

#endif
