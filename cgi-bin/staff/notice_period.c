/* notice_period: the days of a notice: worked out day by day before they are kept. */
#include <string.h>

#include "kit_days.h"
#include "notice_page.h"

#define INPUTS                                                              \
    { "open_day", FORM_DAY, true, 0, 0, NULL },                             \
    { "by", FORM_CHOICE, true, 0, 0, "WORKDAYS|LAST_DAY" },                 \
    { "workdays", FORM_NUMBER, false, 1, PERIOD_MAX_WORKDAYS, NULL },       \
    { "first", FORM_CHOICE, false, 0, 0, "COUNTED|NOT_COUNTED" },           \
    { "last_day", FORM_DAY, false, 0, 0, NULL }
static const struct form_field look_fields[] = { INPUTS };
static const struct form_field save_fields[] = { INPUTS, NOTICE_SEEN };
#define COUNT(list) (sizeof(list) / sizeof(list)[0])

static bool by_workdays(const struct form *form) { return strcmp(form_text(form, "by"), "WORKDAYS") == 0; }

/* What the chosen way of counting needs. */
static void check(struct form *form)
{
    if (!form_ok(form))
        return;
    if (by_workdays(form) && !*form_text(form, "workdays"))
        form_error(form, "workdays", "needed");
    if (by_workdays(form) && !*form_text(form, "first"))
        form_error(form, "first", "choose_one");
    if (!by_workdays(form) && !*form_text(form, "last_day"))
        form_error(form, "last_day", "needed");
}

static struct period_in typed(const struct form *form)
{
    struct period_in in = { .by_workdays = by_workdays(form), .workdays = (int)form_number(form, "workdays"),
                            .count_first = form_chosen(form, "first", "COUNTED") };
    form_day(form, "open_day", &in.open_day);
    form_day(form, "last_day", &in.last_day);
    return in;
}

static void fill(struct request *r, struct form *form, const struct period_in *in)
{
    form_put(form, "by", in->by_workdays ? "WORKDAYS" : "LAST_DAY");
    form_put(form, "workdays", mem_printf(request_mem(r), "%d", in->workdays ? in->workdays : PERIOD_WORKDAYS));
    form_put(form, "first", in->count_first ? "COUNTED" : "NOT_COUNTED");
}

static void put_period(struct request *r, struct view_node *v, const struct period *p)
{
    struct view_node *n = view_child(v, "Period");
    view_set(n, "opens", kit_day(r, p->open_day));
    view_set(n, "closes", kit_closing(r, p->closes_at));
    view_set(n, "rule", p->rule);
    view_set_number(n, "workdays", p->workdays);
    view_set_flag(n, "unknown", !p->known);
    view_set_flag(n, "short", p->known && p->workdays < PERIOD_WORKDAYS);
    kit_days(r, n, &p->days);
}

/* The derivation of what stands in the form, if it can be worked out. False: answered already. */
static bool look(struct request *r, struct view_node *v, struct form *form, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct period_in in = typed(form);
    struct workdays w;
    struct period p;
    if (!form_ok(form))
        return true;
    if (publish_period_look(request_mem(r), staff_db(), &in, &w, &p, &f)) {
        put_period(r, v, &p);
        return true;
    }
    if (form_take_fail(form, &f))
        return true;
    response_fail(out, &f);
    return false;
}

static void show(struct request *r, struct view_node *v, const struct draft *d, struct form *form, int status, struct response *out)
{
    kit_form(form, v);
    notice_title(r, v, "period_title", d);
    response_page_status(out, status, "notice_period");
}

/* A first look has what is stored in the form, or the usual way of counting. */
static void begin(struct request *r, struct form *form, const struct draft *d)
{
    struct period_in in = { .by_workdays = true, .count_first = true };
    if (d->has_period) {
        period_rule_read(d->period_rule, &in);
        form_put(form, "open_day", notice_day_value(r, d->open_day));
        form_put(form, "last_day", notice_day_value(r, d->close_day));
    }
    fill(r, form, &in);
}

static void put_stored(struct request *r, struct view_node *v, const struct draft *d)
{
    struct view_node *n = view_child(v, "Stored");
    if (!d->has_period)
        return;
    view_set(n, "opens", kit_day(r, d->open_day));
    view_set(n, "closes", kit_closing(r, clock_day_start(d->close_day + 1)));
    view_set(n, "rule", d->period_rule);
}

void notice_period_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct draft d;
    struct form *form = form_new(r, look_fields, COUNT(look_fields));
    const char *query = request_header(r, "QUERY_STRING");
    bool own;
    if (!notice_open(r, v, DRAFT_WRITING, &d, out))
        return;
    if (!publish_has_period(request_mem(r), staff_db(), &d, &own, &f)) {
        response_fail(out, &f);
        return;
    }
    if (!own) { /* nobody is noticed anew: there is nothing to choose */
        response_redirect(out, notice_url(r, d.id, ""));
        return;
    }
    put_stored(r, v, &d);
    if (!query || !*query) {
        begin(r, form, &d);
        show(r, v, &d, form, 200, out);
        return;
    }
    if (!form_read_query(form, &f)) {
        response_fail(out, &f);
        return;
    }
    check(form);
    if (look(r, v, form, out))
        show(r, v, &d, form, form_ok(form) ? 200 : 422, out);
}

void notice_period_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct draft d;
    struct form *form = form_new(r, save_fields, COUNT(save_fields));
    if (!notice_take(r, v, form, &d, out))
        return;
    check(form);
    struct period_in in = typed(form);
    struct draft_seen seen = notice_seen(d.id, form);
    if (form_ok(form) && publish_period(request_mem(r), staff_db(), seen, request_who(r)->id, &in, &f)) {
        notice_did(r, out, d.id, "", "period");
        return;
    }
    bool changed = form_ok(form) && notice_changed(r, v, &d, seen.revision, &f);
    if (form_ok(form) && !changed && !form_take_fail(form, &f)) {
        response_fail(out, &f);
        return;
    }
    put_stored(r, v, &d);
    if (!changed || look(r, v, form, out))
        show(r, v, &d, form, changed ? 409 : 422, out);
}
