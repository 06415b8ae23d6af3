/* inbox: the objections that wait for the case side, by deadline, and finding one. No key is needed for what stands here. */
#include <string.h>

#include "case_page.h"
#include "published.h"

#define STATES \
    "REGISTERED|SUBMITTED|PRELIM_REVIEW|SUPPLEMENT|ACCEPTED|INVESTIGATING|EXPERT_REVIEW|HEARING|DECISION_DRAFTED|DECIDED|NOTIFIED|" \
    "REVIEW_REQUESTED|REVIEW_DECIDED|SUSPENDED|MERGED|CLUE|LATE_RECORDED|CLUE_CHECKED|CLUE_TAKEN_UP|NOT_ACCEPTED|TRANSFERRED|" \
    "ABANDONED|WITHDRAWN|CLOSED|CLUE_FILED|ENTRY_VOID"

static const struct form_field fields[] = {
    { "done", FORM_CHOICE, false, 0, 0, "RECUSED|CLAIMED" },
    { "number", FORM_CODE, false, 1, 12, NULL },
    { "state", FORM_CHOICE, false, 0, 0, STATES "|ALL" },
    { "notice", FORM_LINE, false, 1, 40, NULL },
    { "candidate", FORM_LINE, false, 1, 50, NULL },
    { "union", FORM_LINE, false, 1, 50, NULL },
    { "ground", FORM_CHOICE, false, 0, 0, OBJECTION_GROUND_CHOICES },
};

/* Without a state one sees what is still to be done: all states that are not at an end. A number is looked for everywhere. */
static const char *states_of(struct request *r, const struct form *form)
{
    char *open = mem_text(request_mem(r), "");
    const char *asked = form_text(form, "state");
    if (strcmp(asked, "ALL") == 0 || (asked[0] == '\0' && form_text(form, "number")[0] != '\0'))
        return "";
    if (asked[0] != '\0')
        return asked;
    for (int s = 0; s < OBJECTION_STATE__MAX; s++)
        if (objection_state_stage((enum objection_state)s) != OBJECTION_ENDED)
            open = mem_printf(request_mem(r), "%s%s%s", open, open[0] ? "," : "", objection_state_word((enum objection_state)s));
    return open;
}

static void show_row(struct request *r, struct view_node *n, const struct casebook_row *row)
{
    view_set(n, "url", case_url(r, row->receipt, ""));
    view_set(n, "number", case_number(r, row->receipt));
    view_set(n, "state", row->state);
    view_set(n, "kind", row->kind);
    view_set(n, "candidate", row->candidate);
    view_set(n, "union", row->union_name);
    view_set(n, "came", kit_time(r, row->submitted_at));
    if (row->deadline_at)
        view_set(n, "due", kit_closing(r, row->deadline_at));
    case_show_grounds(r, n, row->grounds);
}

/* A term that ends at 24:00 today is today's. */
static const char *group_of(const struct casebook_row *row, instant now)
{
    if (row->deadline_at && row->deadline_at <= now)
        return "overdue";
    return row->deadline_at && clock_day_beijing(row->deadline_at - 1) == clock_day_beijing(now) ? "today" : "others";
}

static bool show_list(struct request *r, struct view_node *v, const struct form *form, struct fail *f)
{
    struct casebook_filter filter = { form_text(form, "number"), states_of(r, form), form_text(form, "notice"),
                                      form_text(form, "candidate"), form_text(form, "union"), form_text(form, "ground") };
    struct view_node *groups = view_child(v, "Groups");
    struct casebook_row *rows;
    size_t count;
    instant now;
    if (!db_now(staff_db(), &now, f) || !moderate_list(request_mem(r), staff_db(), staff_session(r), &filter, &rows, &count, f))
        return false;
    for (size_t i = 0; i < count; i++)
        show_row(r, view_row(groups, group_of(&rows[i], now)), &rows[i]);
    view_set_number(v, "Count", (int64_t)count);
    return true;
}

/* In the order of the table of states, each a way to its list. */
static bool show_counts(struct request *r, struct view_node *v, struct fail *f)
{
    struct casebook_count *counts;
    size_t n;
    if (!casebook_counts(request_mem(r), staff_db(), staff_session(r)->officer_id, &counts, &n, f))
        return false;
    for (int s = 0; s < OBJECTION_STATE__MAX; s++)
        for (size_t k = 0; k < n; k++)
            if (strcmp(counts[k].state, objection_state_word((enum objection_state)s)) == 0) {
                struct view_node *row = view_row(v, "Counts");
                view_set(row, "state", counts[k].state);
                view_set(row, "url", mem_printf(request_mem(r), "/inbox?state=%s", counts[k].state));
                view_set_number(row, "count", counts[k].count);
            }
    return true;
}

static bool show_notices(struct request *r, struct view_node *v, const struct form *form, struct fail *f)
{
    struct published *all;
    size_t count;
    if (!published_list(staff_db(), request_mem(r), &all, &count, f))
        return false;
    for (size_t i = 0; i < count; i++) {
        struct view_node *row = view_row(v, "Notices");
        view_set(row, "slug", all[i].slug);
        view_set(row, "title", all[i].title);
        view_set_flag(row, "chosen", strcmp(all[i].slug, form_text(form, "notice")) == 0);
    }
    return true;
}

/* A state is chosen by a link above the filters; they unfold when something else is asked. */
static void show_filter(struct view_node *v, const struct form *form)
{
    for (size_t i = 0; i < form_count(form); i++) {
        if (form_shown(form, i)[0] == '\0')
            continue;
        view_set_flag(v, "Filtered", true);
        view_set_flag(v, "Unfolded", strcmp(form_field_at(form, i)->name, "state") != 0);
    }
    view_set(v, "All_url", "/inbox");
}

void inbox_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct form *form = form_new(r, fields, sizeof fields / sizeof fields[0]);
    if (!form_read_query(form, &f) || (form_ok(form) && !show_list(r, v, form, &f)) || !show_counts(r, v, &f) ||
        !show_notices(r, v, form, &f)) {
        response_fail(out, &f);
        return;
    }
    kit_form(form, v);
    view_set(v, "Done", form_text(form, "done"));
    show_filter(v, form);
    staff_title(r, v, "Inbox.title", NULL);
    response_page_status(out, form_ok(form) ? 200 : 422, "inbox");
}
