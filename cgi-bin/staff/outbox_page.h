/* outbox_page: what the pages of the outbox share: how a message is shown, and what of it to whom. Of an objector the number of the case alone;
 * no codes, no whole addresses, and by which way only for the auditor. */
#ifndef GS_STAFF_OUTBOX_PAGE_H
#define GS_STAFF_OUTBOX_PAGE_H

#include "case_page.h"
#include "queue_story.h"

/* How an objector is reached says something of who he is: not to those who read his case. A gateway's words tell it too. */
bool outbox_whole(const struct request *r, const struct queue_row *row);
/* To whom a case number may be shown beside a union's message: the case side and the auditor. */
bool outbox_sees_cases(const struct request *r);
char *outbox_url(struct request *r, int64_t id, const char *rest); /* "/outbox/7" and what follows */
/* event, channel, union, rank, number, state, attempts, twice, made, url; end.outcome, .detail, .at; due. */
void outbox_show(struct request *r, struct view_node *n, const struct queue_row *row);
/* Message.*: the one that the address names; false: answered already. */
bool outbox_open(struct request *r, struct view_node *v, struct queue_message *out, struct response *resp);
/* "100,000 条以上" where a count stops. */
char *outbox_count(struct request *r, int64_t n);
/* Unions.<n>.id/.name/.chosen: those in use. */
bool outbox_unions(struct request *r, struct view_node *v, int64_t chosen, struct fail *f);

#endif
