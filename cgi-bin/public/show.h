/* show: how a published notice and its people look in a page's data. */
#ifndef GS_PUBLIC_SHOW_H
#define GS_PUBLIC_SHOW_H

#include "public.h"
#include "reading.h"

/* Where one of the notice's periods stands (phase BEFORE, OPEN, CLOSED or WITHDRAWN) and its days in words; `again`: a second notice. */
void show_period(struct request *r, struct view_node *n, const struct published *p, const struct published_period *of, instant now);
/* Notice.*: its names and addresses, and show_period of the one that the page is about. */
void show_notice(struct request *r, struct view_node *n, const struct published *p, const struct published_period *of, instant now);
/* How a period was counted: as printed, or in English words. */
char *show_rule(struct request *r, const struct published_period *of);
/* The words of the paper itself: paragraphs, the first of its periods, contacts, who signed. On an English page what is always said in one of a few ways (how the
 * period was counted, how the list is ordered) is said in English: n.translated.period_rule, n.translated.order_note. */
void show_paper(struct request *r, struct view_node *n, const struct published *p);
/* "5 个工作日", "1 working day". */
char *show_workdays(struct request *r, int64_t n);
/* One person; `p` names the notice for his address. */
void show_person(struct request *r, struct view_node *n, const struct published *p, const struct published_entry *e);
/* By which day somebody who objected at `from` is confirmed; where the calendar of that year is not loaded, within how many days. */
const char *show_identity(struct request *r, instant from);
const char *show_phase(enum reading_phase phase);

#endif
