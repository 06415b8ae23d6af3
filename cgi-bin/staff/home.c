/* home: what waits for the officer. */
#include "staff_page.h"

void home_page(struct request *r, struct view_node *v, struct response *out)
{
    staff_title(r, v, "Home.title", NULL);
    response_page(out, "home");
}
