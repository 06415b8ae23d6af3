/* deadline: anybody works out a deadline from a day, a number and the rules, and sees day by day how it comes about. */
#include <string.h>

#include "conf.h"
#include "kit_days.h"
#include "public.h"
#include "ready.h"
#include "workdays.h"

enum { DAYS_MAX = 180, USUAL = 5 };

static const struct form_field fields[] = {
    { "start", FORM_DAY, true, 0, 0, NULL },
    { "hour", FORM_NUMBER, false, 0, 23, NULL },
    { "n", FORM_NUMBER, true, 1, DAYS_MAX, NULL },
    { "unit", FORM_CHOICE, true, 0, 0, "WORKDAYS|DAYS" },
    { "first", FORM_CHOICE, true, 0, 0, "NEXT|COUNTED" },
};

static struct form *new_form(struct request *r) { return form_new(r, fields, sizeof fields / sizeof fields[0]); }

/* What the page shows whether or not anything is worked out. */
static void put_frame(struct request *r, struct view_node *v, const struct form *form)
{
    int64_t cutoff = conf_number("deadline.cutoff_hour");
    kit_form(form, v);
    view_set(v, "Title", kit_word(r, "Public.Deadline.title"));
    view_set(v, "Here", "deadline");
    view_set(v, "Deadline_url", public_url(r, "/deadline"));
    view_set(v, "Hours", cutoff < 24 ? kit_say(r, "Public.Deadline.hours_until", kit_number(r, cutoff), NULL)
                                     : kit_word(r, "Public.Deadline.hours_all"));
}

static bool fill_empty(struct request *r, struct view_node *v, instant now, instant *until, struct fail *f)
{
    struct form *form = new_form(r);
    char today[CLOCK_TEXT];
    (void)f;
    clock_day_to_text(clock_day_beijing(now), today);
    form_put(form, "start", today);
    form_put(form, "n", kit_number(r, USUAL));
    form_put(form, "unit", "WORKDAYS");
    form_put(form, "first", "NEXT");
    put_frame(r, v, form);
    *until = clock_day_start(clock_day_beijing(now) + 1);
    return true;
}

static bool derive(struct request *r, const struct form *form, struct calendar_derivation *out, struct fail *f)
{
    struct workdays w;
    struct calendar_rule rule = { .n = (int)form_number(form, "n"), .count_first = form_chosen(form, "first", "COUNTED"),
                                  .unit = form_chosen(form, "unit", "DAYS") ? CALENDAR_DAYS : CALENDAR_WORKDAYS,
                                  .cutoff_hour = (int)conf_number("deadline.cutoff_hour") };
    day start = 0;
    form_day(form, "start", &start);
    instant from = clock_day_start(start) + form_number(form, "hour") * CLOCK_HOUR;
    return workdays_load(request_mem(r), public_db(), &w, f) && calendar_derive(request_mem(r), &w.calendar, from, &rule, out, f);
}

/* "从 2026年4月24日起，5 个工作日，当天不算" */
static void put_result(struct request *r, struct view_node *v, const struct form *form, const struct calendar_derivation *d)
{
    struct view_node *n = view_child(v, "Result");
    bool counted = form_chosen(form, "first", "COUNTED"), in_days = form_chosen(form, "unit", "DAYS");
    view_set(n, "closes", kit_closing(r, clock_day_start(d->last + 1)));
    view_set(n, "from", kit_say(r, "Public.Deadline.from", kit_day(r, d->effective), NULL));
    view_set(n, "span", kit_say(r, in_days ? "Public.Deadline.span_days" : "Public.Deadline.span_workdays",
                                kit_number(r, form_number(form, "n")), NULL));
    view_set(n, "first", kit_word(r, counted ? "Public.Deadline.first_counted" : "Public.Deadline.first_next"));
    kit_days(r, n, d);
}

/* The same question in the other language and size. */
static void keep_asked(struct request *r, struct view_node *v, const struct form *form)
{
    public_faces(r, view_child(v, "Nav"), mem_printf(request_mem(r), "?start=%s&hour=%s&n=%s&unit=%s&first=%s", form_text(form, "start"),
                                                     form_text(form, "hour"), form_text(form, "n"), form_text(form, "unit"),
                                                     form_text(form, "first")));
}

static void answer(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct form *form = new_form(r);
    struct calendar_derivation d;
    if (!form_read_query(form, &f)) {
        response_fail(out, &f);
        return;
    }
    if (form_ok(form) && !derive(r, form, &d, &f)) {
        if (strcmp(f.code, "calendar_missing") != 0) {
            response_fail(out, &f);
            return;
        }
        form_error_numbers(form, "start", f.code, f.number, 0);
    }
    put_frame(r, v, form);
    if (!form_ok(form)) {
        response_page_status(out, 422, "deadline");
        return;
    }
    put_result(r, v, form, &d);
    keep_asked(r, v, form);
    ready_once(r, v, out, "deadline");
}

void deadline_page(struct request *r, struct view_node *v, struct response *out)
{
    /* As with a notice: parameters that others append mean nothing here. */
    const char *query = request_header(r, "QUERY_STRING");
    if (query != NULL && (strncmp(query, "start=", 6) == 0 || strstr(query, "&start=") != NULL))
        answer(r, v, out);
    else
        ready_page(r, v, out, "deadline", fill_empty);
    response_indexed(out);
}
