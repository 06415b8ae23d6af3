/* take: what the documents of a notice share. */
#ifndef GS_PUBLIC_TAKE_H
#define GS_PUBLIC_TAKE_H

#include "public.h"

struct taken { struct published p; struct published_entry *people; size_t count; instant modified; /* 0: not to be told */ };
/* The newest version of the notice that the address names, and its people. FAIL_MISSING "not_found", "list_taken_down". */
bool take_read(struct request *r, instant now, struct taken *t, struct fail *f);
/* An own address with the origin before it. */
char *take_url(struct request *r, const char *path);

#endif
