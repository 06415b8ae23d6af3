/* case_act: an act on a case that is one form and one answer: opened, refused and shown again in the same way whatever the act. */
#ifndef GS_STAFF_CASE_ACT_H
#define GS_STAFF_CASE_ACT_H

#include "case_page.h"

struct case_act {
    const struct form_field *fields;
    size_t count;
    const char *stem, *rest, *done; /* the template; the address below the case; "?done=…" of the case's page afterwards */
    bool (*may)(const struct request *r, const struct moderate_case *c);
    /* What stands in the form and on its page besides what every act has; `first` before anything was typed. NULL: nothing. */
    void (*put)(struct request *r, struct view_node *v, struct form *form, const struct moderate_case *c, bool first);
    bool (*go)(struct request *r, const struct form *form, const char *number, struct fail *f);
};
void case_act_page(struct request *r, struct view_node *v, const struct case_act *act, struct response *out);
void case_act_go_page(struct request *r, struct view_node *v, const struct case_act *act, struct response *out);

#endif
