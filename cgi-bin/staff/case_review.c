/* case_review: an objection is accepted, or not, with words to the objector. */
#include "case_act.h"

#define COUNT(list) (sizeof(list) / sizeof(list)[0])

static const struct form_field accept_fields[] = {
    CASE_SEEN_FIELDS,
    { "told", FORM_LINES, true, 10, 2000, NULL },
};
static const struct form_field refuse_fields[] = {
    CASE_SEEN_FIELDS,
    { "reason", FORM_CHOICE, true, 0, 0, OBJECTION_REFUSAL_CHOICES },
    { "told", FORM_LINES, true, 10, 2000, NULL },
};

static bool may_accept(const struct request *r, const struct moderate_case *c) { return case_may(r, c, MOVE_ACCEPT); }
static bool may_refuse(const struct request *r, const struct moderate_case *c) { return case_may(r, c, MOVE_REFUSE); }

static void put_words(struct request *r, struct view_node *v, struct form *form, const struct moderate_case *c, bool first)
{
    (void)v;
    (void)c;
    if (first)
        form_put(form, "told", kit_word(r, "Staff.Case.accept_words"));
}

static bool accept(struct request *r, const struct form *form, const char *number, struct fail *f)
{
    return moderate_accept(staff_db(), staff_session(r), number, form_text(form, "seen"), form_text(form, "told"), f);
}

static bool refuse(struct request *r, const struct form *form, const char *number, struct fail *f)
{
    return moderate_refuse(staff_db(), staff_session(r), number, form_text(form, "seen"), form_text(form, "reason"),
                           form_text(form, "told"), f);
}

static const struct case_act accepting = { accept_fields, COUNT(accept_fields), "case_accept", "/accept", "?done=ACCEPT", may_accept,
                                           put_words, accept };
static const struct case_act refusing = { refuse_fields, COUNT(refuse_fields), "case_refuse", "/refuse", "?done=REFUSE", may_refuse, NULL,
                                          refuse };

void case_accept_page(struct request *r, struct view_node *v, struct response *out) { case_act_page(r, v, &accepting, out); }
void case_accept_go_page(struct request *r, struct view_node *v, struct response *out) { case_act_go_page(r, v, &accepting, out); }
void case_refuse_page(struct request *r, struct view_node *v, struct response *out) { case_act_page(r, v, &refusing, out); }
void case_refuse_go_page(struct request *r, struct view_node *v, struct response *out) { case_act_go_page(r, v, &refusing, out); }
