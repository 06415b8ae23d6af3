/* case_approve: another officer lets a decision go out, or sends it back with the reason. */
#include "case_act.h"
#include "decide.h"

#define COUNT(list) (sizeof(list) / sizeof(list)[0])

static const struct form_field approve_fields[] = {
    CASE_SEEN_FIELDS,
    { "decision", FORM_NUMBER, true, 1, INT32_MAX, NULL },
};
static const struct form_field return_fields[] = {
    CASE_SEEN_FIELDS,
    { "decision", FORM_NUMBER, true, 1, INT32_MAX, NULL },
    { "why", FORM_LINES, true, 5, 2000, NULL },
};

/* The draft that waits for this officer, or NULL. */
static const struct moderate_decision *draft_for(const struct request *r, const struct moderate_case *c)
{
    const struct moderate_decision *last = c->decision_count > 0 ? &c->decisions[c->decision_count - 1] : NULL;
    return last && case_may(r, c, MOVE_DECIDE) && last->stored.drafted_by != staff_session(r)->officer_id ? last : NULL;
}

static bool has_draft(const struct request *r, const struct moderate_case *c) { return draft_for(r, c) != NULL; }

static void put_draft(struct request *r, struct view_node *v, struct form *form, const struct moderate_case *c, bool first)
{
    const struct moderate_decision *d = draft_for(r, c);
    struct view_node *n = view_child(v, "Decision");
    (void)first;
    if (!d)
        return;
    form_put(form, "decision", mem_printf(request_mem(r), "%lld", (long long)d->stored.id));
    view_set(n, "result", d->stored.result);
    view_set(n, "reasons", d->reasons);
    view_set(n, "told", d->told);
    view_set(n, "drafter", d->stored.drafter);
    view_set(n, "drafted", kit_time(r, d->stored.drafted_at));
    view_set_flag(n, "odd", decide_is_odd(d));
    for (size_t i = 0; i < d->finding_count; i++) {
        struct view_node *row = view_row(n, "findings");
        view_set(row, "ground", kit_word(r, mem_printf(request_mem(r), "Ground.%s", d->findings[i].ground)));
        view_set(row, "finding", d->findings[i].finding);
    }
}

static bool approve(struct request *r, const struct form *form, const char *number, struct fail *f)
{
    return decide_approve(staff_db(), staff_session(r), number, form_number(form, "decision"), f);
}

static bool give_back(struct request *r, const struct form *form, const char *number, struct fail *f)
{
    return decide_return(staff_db(), staff_session(r), number, form_number(form, "decision"), form_text(form, "why"), f);
}

static const struct case_act approving = { approve_fields, COUNT(approve_fields), "case_approve", "/approve", "?done=APPROVE", has_draft,
                                           put_draft, approve };
static const struct case_act returning = { return_fields, COUNT(return_fields), "case_return", "/return", "?done=RETURN", has_draft,
                                           put_draft, give_back };

void case_approve_page(struct request *r, struct view_node *v, struct response *out) { case_act_page(r, v, &approving, out); }
void case_approve_go_page(struct request *r, struct view_node *v, struct response *out) { case_act_go_page(r, v, &approving, out); }
void case_return_page(struct request *r, struct view_node *v, struct response *out) { case_act_page(r, v, &returning, out); }
void case_return_go_page(struct request *r, struct view_node *v, struct response *out) { case_act_go_page(r, v, &returning, out); }
