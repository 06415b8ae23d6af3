/* final: how a final list stands on the other pages. */
#ifndef GS_PUBLIC_FINAL_H
#define GS_PUBLIC_FINAL_H

#include "announced.h"
#include "public.h"

/* title, own_url, published, withdrawn. */
void final_link(struct request *r, struct view_node *n, const struct announced *a);

#endif
