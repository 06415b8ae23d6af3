/* officer_page: what the pages about officers share. */
#ifndef GS_STAFF_OFFICER_PAGE_H
#define GS_STAFF_OFFICER_PAGE_H

#include "officer.h"
#include "staff_page.h"

/* "/officers/<id>" and what follows. */
char *officer_url(struct request *r, int64_t id, const char *rest);
/* The officer of the path; false with a 404. */
bool officer_of_path(struct request *r, struct officer_row *out, struct response *resp);
/* Who he is, for a row or for Officer.*. */
void officer_show(struct request *r, struct view_node *n, const struct officer_row *o);
/* The page that shows a code to hand over: the answer to the form that made it, and nowhere else. */
void officer_show_code(struct request *r, struct view_node *v, const struct officer_row *o, const char *code, bool reset,
                       struct response *out);

#endif
