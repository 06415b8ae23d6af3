/* case_proposal: the second person reads what a colleague wants to do, and lets it happen or sends it back. */
#include "case_act.h"

static const struct form_field fields[] = {
    CASE_SEEN_FIELDS,
    { "proposal", FORM_NUMBER, true, 1, INT32_MAX, NULL },
    { "answer", FORM_CHOICE, true, 0, 0, "AGREE|RETURN" },
    { "why", FORM_LINES, false, 5, 2000, NULL },
};

void case_show_proposal(struct request *r, struct view_node *v, const struct moderate_case *c)
{
    const struct moderate_proposal *p = &c->proposal;
    struct view_node *n = view_child(v, "Proposal");
    if (p->stored.id == 0)
        return;
    view_set_flag(n, "yes", true);
    view_set(n, "move", p->stored.move);
    view_set(n, "proposer", p->stored.proposer);
    view_set(n, "proposed", kit_time(r, p->stored.proposed_at));
    view_set(n, "told", p->told);
    view_set(n, "note", p->note);
    if (p->stored.reason_code[0])
        view_set(n, "reason", case_reason(r, p->stored.move, p->stored.reason_code));
}

static bool may(const struct request *r, const struct moderate_case *c)
{
    return moderate_may_agree(c, staff_session(r));
}

static void put(struct request *r, struct view_node *v, struct form *form, const struct moderate_case *c, bool first)
{
    (void)first;
    case_show_proposal(r, v, c);
    form_put(form, "proposal", mem_printf(request_mem(r), "%lld", (long long)c->proposal.stored.id));
}

static bool go(struct request *r, const struct form *form, const char *number, struct fail *f)
{
    int64_t id = form_number(form, "proposal");
    if (form_chosen(form, "answer", "AGREE"))
        return moderate_agree(staff_db(), staff_session(r), number, id, f);
    return form_text(form, "why")[0] ? moderate_send_back(staff_db(), staff_session(r), number, id, form_text(form, "why"), f)
                                     : fail_field(f, "why", "why_needed");
}

static const struct case_act settling = { fields, sizeof fields / sizeof fields[0], "case_proposal", "/proposal", "?done=SETTLED", may, put, go };

void case_proposal_page(struct request *r, struct view_node *v, struct response *out) { case_act_page(r, v, &settling, out); }
void case_proposal_go_page(struct request *r, struct view_node *v, struct response *out) { case_act_go_page(r, v, &settling, out); }
