/* kit_days: see kit_days.h. */
#include "kit_days.h"

#include <string.h>

#include "conf.h"

static void put_day(struct request *r, struct view_node *row, const struct calendar_day *d, bool last)
{
    view_set(row, "day", kit_day(r, d->day));
    view_set(row, "weekday", kit_weekday(r, d->day));
    view_set(row, "kind", kit_word(r, mem_printf(request_mem(r), "Days.Kind.%s", calendar_kind_word(d->kind))));
    view_set(row, "name", d->name);
    if (d->number > 0)
        view_set(row, "number", kit_say(r, "Days.number", kit_number(r, d->number), NULL));
    if (d->mark != CALENDAR_COUNTED && d->mark != CALENDAR_OFF)
        view_set(row, "note", kit_word(r, mem_printf(request_mem(r), "Days.Mark.%s", calendar_mark_word(d->mark))));
    view_set_flag(row, "last", last);
}

/* "国务院 2025 年放假安排（国办发明电〔2024〕12号）" */
static void put_plan(struct request *r, struct view_node *row, const struct calendar_plan *p)
{
    const char *year = kit_number(r, p->year);
    view_set(row, "name", p->number[0] != '\0' ? kit_say(r, "Days.plan_number", year, p->number) : kit_say(r, "Days.plan", year, NULL));
    view_set(row, "revision", kit_say(r, "Days.revision", kit_number(r, p->revision), NULL));
    /* What the operator loaded; other kinds of addresses are no papers. */
    if (strncmp(p->paper, "https://", 8) == 0 || strncmp(p->paper, "http://", 7) == 0)
        view_set(row, "paper_url", p->paper);
}

void kit_days(struct request *r, struct view_node *n, const struct calendar_derivation *d)
{
    for (size_t i = 0; i < d->count; i++)
        put_day(r, view_row(n, "Days"), &d->days[i], !d->open && i + 1 == d->count);
    for (size_t i = 0; i < d->plan_count; i++)
        put_plan(r, view_row(n, "Plans"), &d->plans[i]);
}

char *kit_days_url(struct request *r, const char *words)
{
    struct calendar_rule rule;
    char start[CLOCK_TEXT];
    day from;
    if (!calendar_rule_read(words, &from, &rule))
        return NULL;
    clock_day_to_text(from, start);
    return mem_printf(request_mem(r), "%s/deadline?start=%s&hour=&n=%d&unit=%s&first=NEXT", conf_text("origin.public"), start, rule.n,
                      rule.unit == CALENDAR_DAYS ? "DAYS" : "WORKDAYS");
}
