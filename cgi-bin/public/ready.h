/* ready: pages that are the same for everybody, kept as bytes, plain and packed, until something published changes or a boundary
 * of time passes. One indexed read a request says whether they still hold. */
#ifndef GS_PUBLIC_READY_H
#define GS_PUBLIC_READY_H

#include "kit.h"

/* Fills the page's data as it stands at `now`; *until says when it will be wrong by time alone. */
typedef bool ready_fill(struct request *r, struct view_node *v, instant now, instant *until, struct fail *f);

void ready_open(struct mem *m);
/* Answers with the bytes of this address, made by `fill` and the template `stem` if need be. What `fill` shows may depend on the
 * address (path, language, size) and on what is published, on nothing else. */
void ready_page(struct request *r, struct view_node *v, struct response *out, const char *stem, ready_fill *fill);
/* The same for a page whose data is filled and which few others ask for (a question in the address): told to browsers and to the
 * front door alike, but not kept here. */
void ready_once(struct request *r, struct view_node *v, struct response *out, const char *stem);

#endif
