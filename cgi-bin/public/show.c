/* show: see show.h. */
#include "show.h"

#include <string.h>

#include "conf.h"
#include "kit_paper.h"
#include "period.h"
#include "workdays.h"

#define BY_STROKES "按姓氏笔画排序" /* as officers write it */

const char *show_phase(enum reading_phase phase)
{
    static const char *const WORDS[] = { "BEFORE", "OPEN", "CLOSED", "WITHDRAWN" };
    return WORDS[phase];
}

/* "还剩 3 天", "今天截止", "11月25日 0时开始" … */
static const char *left(struct request *r, const struct published_period *of, enum reading_phase phase, instant now)
{
    int days = reading_days_left(of, now);
    switch (phase) {
    case READING_BEFORE:
        return kit_say(r, "Public.opens", kit_day(r, of->open_day), NULL);
    case READING_OPEN:
        return days == 0 ? kit_word(r, "Public.last_day") : kit_say(r, days == 1 ? "Public.one_day_left" : "Public.days_left",
                                                                    kit_number(r, days), NULL);
    case READING_CLOSED:
        return kit_word(r, "Public.over");
    case READING_WITHDRAWN:
        break;
    }
    return NULL;
}

void show_period(struct request *r, struct view_node *n, const struct published *p, const struct published_period *of, instant now)
{
    char iso[CLOCK_TEXT];
    enum reading_phase phase = reading_phase(p, of, now);
    clock_to_iso_beijing(of->closes_at, iso);
    view_set(n, "phase", show_phase(phase));
    view_set(n, "closes", kit_closing(r, of->closes_at));
    view_set(n, "closes_iso", iso);
    view_set(n, "opens", kit_day(r, of->open_day));
    view_set(n, "left", left(r, of, phase, now));
    view_set_flag(n, "again", of->version > 1);
}

void show_notice(struct request *r, struct view_node *n, const struct published *p, const struct published_period *of, instant now)
{
    view_set(n, "title", p->title);
    view_set(n, "own_url", public_url(r, "/notice/%s", p->slug));
    show_period(r, n, p, of, now);
    view_set(n, "published", kit_day(r, clock_day_beijing(p->published_at)));
    view_set(n, "reason", p->reason[0] != '\0' ? p->reason : NULL);
    view_set_flag(n, "corrected", p->version > 1);
}

char *show_workdays(struct request *r, int64_t n)
{
    return kit_say(r, n == 1 ? "Public.one_workday" : "Public.workdays", kit_number(r, n), NULL);
}

char *show_rule(struct request *r, const struct published_period *of)
{
    struct period_in in = { 0 };
    if (strcmp(request_lang(r), "en") != 0)
        return of->rule;
    period_rule_read(of->rule, &in);
    if (in.by_workdays)
        return kit_say(r, in.count_first ? "Public.rule_counted" : "Public.rule_not_counted", show_workdays(r, in.workdays), NULL);
    return kit_say(r, "Public.rule_days", kit_number(r, of->close_day - of->open_day + 1), NULL);
}

static void translate(struct request *r, struct view_node *n, const struct published *p)
{
    struct view_node *done = view_child(n, "translated");
    if (p->periods[0].rule[0] != '\0') {
        view_set(n, "period_rule", show_rule(r, &p->periods[0]));
        view_set_flag(done, "period_rule", true);
    }
    if (strcmp(p->order_note, BY_STROKES) == 0) {
        view_set(n, "order_note", kit_word(r, "Public.by_strokes"));
        view_set_flag(done, "order_note", true);
    }
}

void show_paper(struct request *r, struct view_node *n, const struct published *p)
{
    kit_paper(r, n, &(struct kit_paper){
        .title = p->title, .doc_number = p->doc_number, .body = p->body, .order_note = p->order_note, .handling_office = p->handling_office,
        .handling_phone = p->handling_phone, .handling_email = p->handling_email, .handling_address = p->handling_address,
        .handling_hours = p->handling_hours, .supervision_office = p->supervision_office, .supervision_phone = p->supervision_phone,
        .signed_by = p->signed_by, .signed_day = p->signed_day, .open_day = p->periods[0].open_day,
        .close_day = p->periods[0].close_day, .period_rule = p->periods[0].rule });
    if (strcmp(request_lang(r), "en") == 0)
        translate(r, n, p);
}

void show_person(struct request *r, struct view_node *n, const struct published *p, const struct published_entry *e)
{
    view_set(n, "slug", e->slug);
    view_set_number(n, "seq", e->seq);
    view_set(n, "name", e->name);
    view_set(n, "employer", e->employer);
    view_set(n, "post", e->post);
    view_set(n, "union", e->union_name);
    view_set(n, "field", e->field);
    view_set(n, "own_url", public_url(r, "/notice/%s/candidate/%s", p->slug, e->slug));
}

const char *show_identity(struct request *r, instant from)
{
    struct fail f = { .kind = FAIL_NONE };
    struct workdays w;
    day last;
    int64_t n = conf_number("deadline.identity_workdays");
    if (workdays_load(request_mem(r), public_db(), &w, &f) &&
        calendar_after(&w.calendar, clock_day_beijing(from), (int)n, &last, &f))
        return kit_say(r, "Public.next_identity", kit_day(r, last), NULL);
    return kit_say(r, "Public.next_identity_days", show_workdays(r, n), NULL);
}
