/* ready: pages that are the same for everybody, kept as bytes, plain and packed, until something published changes or a boundary
 * of time passes. One indexed read a request says whether they still hold. Templates are read once, so that another template is another
 * process. */
#ifndef GS_PUBLIC_READY_H
#define GS_PUBLIC_READY_H

#include "kit.h"

/* Fills the page's data as it stands at `now`; *until says when it will be wrong by time alone. */
typedef bool ready_fill(struct request *r, struct view_node *v, instant now, instant *until, struct fail *f);

void ready_open(struct mem *m);
/* Answers with the bytes of this address, made by `fill` and the template `stem` if need be. What `fill` shows may depend on the
 * address (path, language, size) and on what is published, on nothing else. */
void ready_page(struct request *r, struct view_node *v, struct response *out, const char *stem, ready_fill *fill);
/* The same where the address goes on with a question (all that `fill` reads of it). These are kept in places of their own, and so are pages of
 * which there are many: whoever asks for all that can be asked drives none of the others out. */
void ready_asked(struct request *r, struct view_node *v, struct response *out, const char *stem, ready_fill *fill, const char *query);
/* The same for a page whose data is filled and which few others ask for: told to browsers and to the front door alike, but not kept here. */
void ready_once(struct request *r, struct view_node *v, struct response *out, const char *stem);
/* The same for a document: `write` gives its bytes, and says when it last changed. `name` is what it is saved as; NULL: shown in place. */
typedef bool ready_write(struct request *r, instant now, instant *until, instant *modified, struct buf *out, struct fail *f);
void ready_document(struct request *r, struct response *out, const char *type, const char *name, ready_write *write);
/* The version of everything that is shown, as the request being answered found it. */
int64_t ready_stamp(void);
/* Finds it for a page that is not kept, and the time. */
bool ready_now(instant *now, struct fail *f);

#endif
