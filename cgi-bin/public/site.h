/* site: who runs the site and under which numbers it is filed, as the settings say it: the foot of every page and the page of contacts. */
#ifndef GS_PUBLIC_SITE_H
#define GS_PUBLIC_SITE_H

#include "kit.h"

/* organiser, undertaker, phone, email, address, hours, icp, police, identifier, each only if it is set; tel_url, mail_url, icp_url and
 * police_url, where such a number can be looked up. */
void site_put(struct request *r, struct view_node *n);

#endif
