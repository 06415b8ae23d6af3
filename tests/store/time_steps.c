/* time_steps: see time_steps.h. */
#include "time_steps.h"

#include "workdays.h"

struct db *notify;
const struct sweep_words said = { .lapsed = "您没有在期限内补正材料。" };

void travel(instant to)
{
    struct db *const all[] = { staff, unions, everybody, notify };
    char *text = to ? mem_printf(house.m, "SET timestamp = %lld.%06lld", (long long)(to / CLOCK_SECOND), (long long)(to % CLOCK_SECOND))
                    : mem_text(house.m, "SET timestamp = DEFAULT");
    for (size_t i = 0; i < ROWS(all); i++)
        house_ok(db_script(all[i], "travel", text, strlen(text), &f), f);
}

void swept_at(instant at)
{
    travel(at);
    house_ok(sweep_round(notify, &said, &f), f);
}

int sweep_before(void **state)
{
    case_before(state);
    if (!notify)
        notify = house_account(DB_NOTIFY);
    travel(0);
    return 0;
}

int sweep_after(void **state)
{
    (void)state;
    travel(0);
    return 0;
}

const struct assist *newest(const char *receipt)
{
    struct moderate_case c = opened(receipt);
    return &c.assists[c.assist_count - 1];
}

instant workday(instant due, int n)
{
    struct workdays days;
    day at;
    house_ok(workdays_load(house.m, staff, &days, &f), f);
    if (n == 0)
        return clock_day_start(clock_day_beijing(due - 1));
    if (n > 0) {
        house_ok(calendar_after(&days.calendar, clock_day_beijing(due - 1), n, &at, &f), f);
        return clock_day_start(at);
    }
    for (at = clock_day_beijing(due - 1); n < 0;) {
        bool work;
        at--;
        house_ok(calendar_is_workday(&days.calendar, at, &work, &f), f);
        n += work;
    }
    return clock_day_start(at);
}

void delivered(const char *receipt, instant at)
{
    char text[CLOCK_TEXT];
    clock_to_sql(at, text);
    house_sql(mem_printf(house.m, "UPDATE outbox SET report = 'DELIVERED', report_at = '%s' WHERE dedupe = (SELECT "
                         "CONCAT('assist_requested:letter:', l.id, ':SMS') FROM union_letter l WHERE l.assist_id = %lld)", text,
                         (long long)newest(receipt)->id));
}

void asked_and_delivered(const char *receipt)
{
    asked(receipt);
    delivered(receipt, newest(receipt)->sent_at);
}
