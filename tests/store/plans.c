/* plans: a plan of the State Council that comes while deadlines run moves them to a later day, never nearer, and says so on the record. */
#include "calendar_load.h"
#include "case_steps.h"
#include "workdays.h"

#define NUMBER_OF_PLAN "国办发明电〔2099〕9号"

static struct calendar calendar_now(void)
{
    struct workdays w;
    house_ok(workdays_load(house.m, staff, &w, &f), f);
    return w.calendar;
}

static day today(void)
{
    instant now;
    house_ok(db_now(staff, &now, &f), f);
    return clock_day_beijing(now);
}

/* The plan of a year as it stands, with one more day off (0: none) or without one that is off. */
static char *plan_of(const struct calendar *c, int year, day more)
{
    char *text = mem_printf(house.m, "year,%d\npaper,https://example.org/plan\nnumber,%s\n", year, NUMBER_OF_PLAN);
    char at[CLOCK_TEXT];
    for (size_t i = 0; i <= c->count; i++) {
        bool ended = i == c->count;
        if (more && (ended || c->days[i].day > more)) {
            clock_day_to_text(more, at);
            text = mem_printf(house.m, "%s%s,off,临时放假\n", text, at);
            more = 0;
        }
        if (ended || c->days[i].year != year)
            continue;
        clock_day_to_text(c->days[i].day, at);
        text = mem_printf(house.m, "%s%s,%s,%s\n", text, at, c->days[i].off ? "off" : "work", c->days[i].name);
    }
    return text;
}

static struct calendar_load_out load(const char *plan)
{
    struct calendar_load_in in = { plan, strlen(plan), false };
    struct calendar_load_out out;
    house_ok(calendar_load(house_account(DB_OPERATOR), &in, &out, &f), f);
    return out;
}

static instant deadline(const struct filed *o) { return opened(o->receipt).stored.row.deadline_at; }

static void running_deadlines_move_to_a_later_day_and_never_nearer(void **state)
{
    (void)state;
    struct calendar before = calendar_now();
    struct filed running = filed(OBJECTION_PERSON), still = filed(OBJECTION_PERSON), over = filed(OBJECTION_PERSON);
    struct filed asking = filed(OBJECTION_PERSON);
    day off;
    house_ok(calendar_after(&before, today(), 2, &off, &f), f);
    investigating(running.receipt);
    investigating(still.receipt);
    moved(&ding, still.receipt, MOVE_CALL_HEARING);
    asked(asking.receipt);
    investigating(over.receipt);
    assert_int_equal(house_sql(mem_printf(house.m, "SET @id = (SELECT id FROM objection WHERE receipt = '%s');"
        "INSERT INTO objection_event (objection_id, at, actor_kind, move, from_state, to_state, term, deadline_at, deadline_rule) VALUES "
        "(@id, NOW(6), 'SYSTEM', 'REGROUP', 'INVESTIGATING', 'INVESTIGATING', 'INVESTIGATE', UTC_TIMESTAMP(6) - INTERVAL 1 DAY, "
        "'2026-01-05 起 5 个工作日，当日不计')", over.receipt)), 0);
    instant told = deadline(&running), past = deadline(&over), due = opened(asking.receipt).assists[0].due_at;
    int64_t printed = house_number("SELECT SUM(UNIX_TIMESTAMP(closes_at)) FROM notice_version");
    size_t steps = opened(running.receipt).event_count, seen = looked_up(&running).step_count;

    /* One holiday more: both are a working day later. */
    struct calendar_load_out out = load(plan_of(&before, clock_day_civil(off).year, off));
    assert_true(out.moved.cases >= 2 && out.moved.requests >= 1);
    struct calendar after = calendar_now();
    day last;
    house_ok(calendar_after(&before, clock_day_beijing(told - 1), 1, &last, &f), f);
    assert_true(deadline(&running) == clock_day_start(last + 1));
    house_ok(calendar_after(&before, clock_day_beijing(due - 1), 1, &last, &f), f);
    struct moderate_case c = opened(asking.receipt);
    assert_true(c.assists[0].due_at == clock_day_start(last + 1));
    assert_string_equal(c.assist_events[c.assist_event_count - 1].step, "RECKON");
    assert_non_null(strstr(c.assist_events[c.assist_event_count - 1].note, NUMBER_OF_PLAN));
    c = opened(running.receipt);
    char old[CLOCK_TEXT];
    clock_day_to_hanzi(clock_day_beijing(told - 1), old);
    assert_int_equal(c.event_count, steps + 1);
    assert_string_equal(c.events[steps].actor_kind, "SYSTEM");
    assert_non_null(strstr((char *)c.events[steps].note.data, old));
    assert_non_null(strstr((char *)c.events[steps].note.data, NUMBER_OF_PLAN));
    assert_string_equal(c.stored.row.state, "INVESTIGATING");
    assert_string_equal(c.standing.term, "INVESTIGATE");
    /* What stands still, is over or is printed does not move; the objector reads no step of it. */
    assert_int_equal(deadline(&still), 0);
    assert_true(deadline(&over) == past);
    assert_int_equal(house_number("SELECT SUM(UNIX_TIMESTAMP(closes_at)) FROM notice_version"), printed);
    assert_int_equal(looked_up(&running).step_count, seen);

    /* The holiday is taken back: nothing comes nearer, which is said once. */
    instant later = deadline(&running);
    out = load(plan_of(&before, clock_day_civil(off).year, 0));
    assert_int_equal(out.moved.cases, 0);
    assert_int_equal(out.moved.requests, 0);
    assert_true(deadline(&running) == later && later > told);
    for (int twice = 0; twice < 2; twice++) {
        c = opened(running.receipt);
        assert_int_equal(c.event_count, steps + 2);
        assert_non_null(strstr((char *)c.events[steps + 1].note.data, "不提前"));
        assert_true(c.events[steps + 1].deadline_at == later);
        load(plan_of(&before, clock_day_civil(off).year, 0));
    }
    assert_int_equal(calendar_now().count, before.count);
    assert_int_equal(after.count, before.count + 1);
    /* It goes on from there: more time counts from the later day. */
    moved(&ding, running.receipt, MOVE_EXTEND);
    agreed(&wu, running.receipt);
    assert_true(deadline(&running) > later);
}

#define CASE(name) cmocka_unit_test_setup(name, case_before)
SUITE(plans, CASE(running_deadlines_move_to_a_later_day_and_never_nearer));
