/* rare: a web font of the rare characters of one notice (lib/paper/rare_font.h), its style sheet, and the pages that ask for it. Its addresses
 * name the set of characters, so that they may be kept for ever. */
#ifndef GS_PUBLIC_RARE_H
#define GS_PUBLIC_RARE_H

#include "public.h"

/* Rare.css_url, if somebody of the version has a rare character. */
bool rare_put(struct request *r, struct view_node *v, const struct published *p, struct fail *f);

#endif
