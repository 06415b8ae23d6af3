/* kit_changes: what a correction changed, in a page's data. The macro that prints it is templates/shared/_changes.cs. */
#ifndef GS_KIT_KIT_CHANGES_H
#define GS_KIT_KIT_CHANGES_H

#include "compare.h"
#include "kit.h"

/* Words.<n>: label and Pieces (before, removed, added, after). People.<n>: name, employer, kind (CHANGED, ADDED, LEFT_OUT), renewed, Facts.<n> as
 * Words. reordered; nothing. */
void kit_changes(struct request *r, struct view_node *n, const struct compare *c);

#endif
