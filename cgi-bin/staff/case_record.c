/* case_record: what the investigators heard and read: written down by one, confirmed by the other; and a third in the place of one who is
 * recused. */
#include <string.h>

#include "case_act.h"
#include "investigate.h"
#include "scan.h"

static const struct form_field record_fields[] = {
    CASE_SEEN_FIELDS,
    { "record_kind", FORM_CHOICE, true, 0, 0, INVESTIGATION_KIND_CHOICES },
    { "held_on", FORM_DAY, true, 0, 0, NULL },
    { "other", FORM_NUMBER, true, 1, INT32_MAX, NULL },
    { "whom", FORM_LINE, true, 2, 100, NULL },
    { "asked", FORM_LINES, true, 5, 5000, NULL },
    { "said", FORM_LINES, true, 5, 10000, NULL },
    { "shows_nobody", FORM_TICK, true, 0, 0, NULL },
};
static const struct form_field check_fields[] = {
    CASE_SEEN_FIELDS,
    { "answer", FORM_CHOICE, true, 0, 0, "CONFIRM|REJECT" },
    { "why", FORM_LINES, false, 5, 2000, NULL },
};
static const struct form_field third_fields[] = { CASE_SEEN_FIELDS, { "officer", FORM_NUMBER, true, 1, INT32_MAX, NULL } };
#define COUNT(list) (sizeof(list) / sizeof(list)[0])

/* ---- showing ---- */

static void show_record(struct request *r, struct view_node *n, const struct moderate_record *record)
{
    view_set(n, "kind", record->stored.kind);
    view_set(n, "held", kit_day(r, record->stored.held_on));
    view_set(n, "whom", record->whom);
    view_set(n, "asked", record->asked);
    view_set(n, "said", record->said);
    view_set(n, "writer", record->stored.writer);
    view_set(n, "written", kit_time(r, record->stored.written_at));
    view_set(n, "other", record->stored.other);
    view_set(n, "outcome", record->stored.outcome);
    view_set(n, "why", record->why);
}

static bool is_ones_own(const struct moderate_case *c, int64_t officer_id)
{
    for (size_t i = 0; i < c->investigator_count; i++)
        if (c->investigators[i].officer_id == officer_id && !c->investigators[i].recused)
            return true;
    return false;
}

static bool may_write(const struct request *r, const struct moderate_case *c)
{
    return case_is(c, OBJECTION_INVESTIGATING) && is_ones_own(c, staff_session(r)->officer_id) &&
           investigate_fit(c->investigators, c->investigator_count) >= INVESTIGATION_OFFICERS;
}

static bool may_name(const struct request *r, const struct moderate_case *c)
{
    return case_is(c, OBJECTION_INVESTIGATING) && (request_who(r)->roles & STAFF_CASE) &&
           investigate_fit(c->investigators, c->investigator_count) < INVESTIGATION_OFFICERS;
}

/* The one that the address names, if this officer is to settle it. */
static const struct moderate_record *to_settle(const struct request *r, const struct moderate_case *c)
{
    enum objection_state state;
    int64_t id;
    if (!scan_i64(request_segment(r, "record"), 1, INT64_MAX, &id) || !objection_state_read(c->stored.row.state, &state) ||
        objection_state_stage(state) != OBJECTION_OPEN)
        return NULL;
    for (size_t i = 0; i < c->record_count; i++)
        if (c->records[i].stored.id == id && !c->records[i].stored.settled_at &&
            c->records[i].stored.other_id == staff_session(r)->officer_id)
            return &c->records[i];
    return NULL;
}

void case_show_records(struct request *r, struct view_node *v, struct view_node *next, const struct moderate_case *c)
{
    const char *number = c->stored.row.receipt;
    for (size_t i = 0; i < c->record_count; i++) {
        const struct case_record *stored = &c->records[i].stored;
        struct view_node *n = view_row(v, "Records");
        show_record(r, n, &c->records[i]);
        if (!stored->settled_at && stored->other_id == staff_session(r)->officer_id)
            view_set(n, "check_url", case_url(r, number, mem_printf(request_mem(r), "/record/%lld", (long long)stored->id)));
    }
    if (may_write(r, c))
        view_set(next, "record_url", case_url(r, number, "/record"));
    if (may_name(r, c))
        view_set(next, "third_url", case_url(r, number, "/investigator"));
    if (may_write(r, c) || may_name(r, c))
        view_set_flag(next, "any", true);
}

void case_warn_records(struct view_node *v, const struct moderate_case *c)
{
    size_t confirmed = 0, open = 0;
    for (size_t i = 0; i < c->record_count; i++) {
        confirmed += strcmp(c->records[i].stored.outcome, "CONFIRMED") == 0;
        open += c->records[i].stored.settled_at == 0;
    }
    view_set_flag(v, "Record_missing", confirmed == 0);
    view_set_flag(v, "Record_open", open > 0);
}

/* ---- writing down ---- */

static void put_people(struct request *r, struct view_node *v, struct form *form, const struct moderate_case *c, bool first)
{
    int64_t chosen = form_number(form, "other");
    bool alone = investigate_fit(c->investigators, c->investigator_count) == INVESTIGATION_OFFICERS;
    (void)first;
    for (size_t i = 0; i < c->investigator_count; i++) {
        if (c->investigators[i].recused || c->investigators[i].officer_id == staff_session(r)->officer_id)
            continue;
        struct view_node *n = view_row(v, "People");
        view_set_number(n, "id", c->investigators[i].officer_id);
        view_set(n, "name", c->investigators[i].name);
        view_set_flag(n, "other", alone || c->investigators[i].officer_id == chosen);
    }
}

static bool write_down(struct request *r, const struct form *form, const char *number, struct fail *f)
{
    struct investigate_in in = { .receipt = number, .seen = form_text(form, "seen"), .other = form_number(form, "other"),
                                 .whom = form_text(form, "whom"), .asked = form_text(form, "asked"), .said = form_text(form, "said") };
    return form_day(form, "held_on", &in.held_on) && investigation_kind_read(form_text(form, "record_kind"), &in.kind) &&
           investigate_record(staff_db(), staff_session(r), &in, f);
}

static const struct case_act writing = { record_fields, COUNT(record_fields), "case_record", "/record", "?done=RECORD", may_write, put_people,
                                         write_down };

void case_record_page(struct request *r, struct view_node *v, struct response *out) { case_act_page(r, v, &writing, out); }
void case_record_go_page(struct request *r, struct view_node *v, struct response *out) { case_act_go_page(r, v, &writing, out); }

/* ---- the other's word ---- */

static bool may_settle(const struct request *r, const struct moderate_case *c) { return to_settle(r, c) != NULL; }

static void put_record(struct request *r, struct view_node *v, struct form *form, const struct moderate_case *c, bool first)
{
    const struct moderate_record *record = to_settle(r, c);
    (void)form;
    (void)first;
    if (record)
        show_record(r, view_child(v, "Record"), record);
}

static bool settle(struct request *r, const struct form *form, const char *number, struct fail *f)
{
    int64_t id = 0;
    if (!scan_i64(request_segment(r, "record"), 1, INT64_MAX, &id))
        return fail_set(f, FAIL_MISSING, "not_found", "no number of a record");
    return investigate_settle(staff_db(), staff_session(r), number, id, form_chosen(form, "answer", "CONFIRM"), form_text(form, "why"), f);
}

static struct case_act settling(struct request *r)
{
    return (struct case_act){ check_fields, COUNT(check_fields), "case_record_check",
                              mem_printf(request_mem(r), "/record/%s", request_segment(r, "record")), "?done=RECORD_SETTLED", may_settle,
                              put_record, settle };
}

void case_record_check_page(struct request *r, struct view_node *v, struct response *out)
{
    struct case_act act = settling(r);
    case_act_page(r, v, &act, out);
}

void case_record_check_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct case_act act = settling(r);
    case_act_go_page(r, v, &act, out);
}

/* ---- one who takes another's place ---- */

static void put_officers(struct request *r, struct view_node *v, struct form *form, const struct moderate_case *c, bool first)
{
    struct fail f = { .kind = FAIL_NONE };
    struct case_officer *all;
    size_t n;
    int64_t chosen = form_number(form, "officer");
    (void)first;
    if (!case_officers(r, STAFF_CASE, &all, &n, &f))
        return; /* an empty list says so */
    for (size_t i = 0; i < n; i++) {
        if (is_ones_own(c, all[i].id))
            continue;
        struct view_node *row = view_row(v, "People");
        view_set_number(row, "id", all[i].id);
        view_set(row, "name", all[i].name);
        view_set_flag(row, "officer", all[i].id == chosen);
    }
}

static bool name_third(struct request *r, const struct form *form, const char *number, struct fail *f)
{
    return investigate_substitute(staff_db(), staff_session(r), number, form_text(form, "seen"), form_number(form, "officer"), f);
}

static const struct case_act naming = { third_fields, COUNT(third_fields), "case_investigator", "/investigator", "?done=ASSIGN", may_name,
                                        put_officers, name_third };

void case_investigator_page(struct request *r, struct view_node *v, struct response *out) { case_act_page(r, v, &naming, out); }
void case_investigator_go_page(struct request *r, struct view_node *v, struct response *out) { case_act_go_page(r, v, &naming, out); }
