/* people: the list of a notice as somebody asks for it: searched, filtered, in another order, in pieces. All of it stands in the address. */
#ifndef GS_PUBLIC_PEOPLE_H
#define GS_PUBLIC_PEOPLE_H

#include "known.h"

enum { PEOPLE_WHOLE = 500 /* as many are one page */, PEOPLE_PIECE = 60 /* of a page of a longer list */ };

/* The question of the address; NULL if there is none that means something here: addresses passed on by hand gain parameters of others. */
const char *people_asked(struct request *r);
/* It as a form; NULL with a fail that ends the request. */
struct form *people_form(struct request *r, struct fail *f);

/* Craftsmen and Nominations: count and People.<n>. Search: result and all, if anything was looked for. Unions, Fields, Awards.<n>: id or word,
 * people, here. Pages: previous_url, next_url, shown. `form` may be NULL: everybody, from the first. */
bool people_put(struct request *r, struct view_node *v, const struct known *k, const struct form *form, struct fail *f);

#endif
