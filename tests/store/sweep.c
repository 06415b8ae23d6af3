/* sweep: what ends by itself ends at its instant, once, however many look; unions and those above hear of it in time. */
#include <sys/wait.h>
#include <unistd.h>

#include "delivery.h"
#include "seal.h"
#include "time_steps.h"

/* How many messages of a kind stand under keys that begin so. */
static int64_t sent(const char *event, const char *key)
{
    return house_number(mem_printf(house.m, "SELECT COUNT(*) FROM outbox WHERE dedupe LIKE '%s:%s%%'", event, key));
}

static int64_t id_of(const char *receipt)
{
    return house_number(mem_printf(house.m, "SELECT id FROM objection WHERE receipt = '%s'", receipt));
}

static void state_is(const char *receipt, const char *state)
{
    assert_int_equal(house_number(mem_printf(house.m, "SELECT state = '%s' FROM objection WHERE receipt = '%s'", state, receipt)), 1);
}

/* ---- cases ---- */

static struct filed waits_for_papers(instant *due)
{
    struct filed o = filed(OBJECTION_PERSON);
    confirmed(o.receipt);
    moved(&ding, o.receipt, MOVE_ASK_SUPPLEMENT);
    *due = opened(o.receipt).stored.row.deadline_at;
    return o;
}

static void what_was_not_supplied_lapses_at_the_end_of_its_term_and_is_told(void **state)
{
    (void)state;
    instant due;
    struct filed o = waits_for_papers(&due);
    char *key = mem_printf(house.m, "LAPSE:%lld:", (long long)id_of(o.receipt));
    size_t answers = looked_up(&o).answer_count;
    swept_at(due - MILLI);
    state_is(o.receipt, "SUPPLEMENT");
    swept_at(due);
    state_is(o.receipt, "ABANDONED");
    struct track_out seen = looked_up(&o);
    assert_int_equal(seen.answer_count, answers + 1);
    assert_string_equal(seen.answers[answers].text, said.lapsed);
    assert_int_equal(sent("objection_news", key), 1);
    swept_at(due + CLOCK_MINUTE);
    assert_int_equal(looked_up(&o).answer_count, answers + 1);
    assert_int_equal(NUMBER("SELECT COUNT(*) FROM objection_event WHERE move = 'LAPSE' AND actor_kind = 'SYSTEM' AND objection_id = %lld",
                            id_of(o.receipt)), 1);
}

static struct filed told(instant *due)
{
    struct filed o = filed(OBJECTION_PERSON);
    investigating(o.receipt);
    house_ok(decide_approve(staff, &boss_now, o.receipt, drafted(o.receipt), &f), f);
    house_ok(decide_notify(staff, &ding, o.receipt, "DECIDED", &words, &f), f);
    *due = opened(o.receipt).stored.row.deadline_at;
    return o;
}

static void a_case_closes_when_nobody_asked_for_a_review_in_time(void **state)
{
    (void)state;
    instant due;
    struct filed o = told(&due), other = told(&due);
    travel(due - MILLI);
    moved(&ding, other.receipt, MOVE_REVIEW_ON_PAPER);
    swept_at(due - MILLI);
    state_is(o.receipt, "NOTIFIED");
    swept_at(due);
    state_is(o.receipt, "CLOSED");
    state_is(other.receipt, "REVIEW_REQUESTED");
}

static void a_decided_review_closes_its_case_at_once(void **state)
{
    (void)state;
    instant due;
    struct filed o = told(&due);
    struct person p = enrolled("sweep-reviewer", STAFF_REVIEWER);
    struct login_session reviewer = session_of(&p);
    moved(&ding, o.receipt, MOVE_REVIEW_ON_PAPER);
    declared(&reviewer, o.receipt);
    moved(&reviewer, o.receipt, MOVE_DECIDE_REVIEW);
    swept_at(due - 10 * 24 * 60 * CLOCK_MINUTE);
    state_is(o.receipt, "CLOSED");
}

static void many_sweeps_at_once_do_it_once(void **state)
{
    (void)state;
    enum { CASES = 12, SWEEPERS = 4 };
    instant due;
    struct filed o[CASES];
    char list[CASES * 20] = "";
    for (int i = 0; i < CASES; i++) {
        o[i] = waits_for_papers(&due);
        snprintf(list + strlen(list), sizeof list - strlen(list), "%s%lld", i ? "," : "", (long long)id_of(o[i].receipt));
    }
    for (int i = 0; i < SWEEPERS; i++)
        if (fork() == 0) { /* a node of its own */
            notify = house_account(DB_NOTIFY);
            char *text = mem_printf(house.m, "SET timestamp = %lld", (long long)(due / CLOCK_SECOND));
            _exit(db_script(notify, "travel", text, strlen(text), &f) && sweep_round(notify, &said, &f) ? 0 : 1);
        }
    for (int i = 0, status = 0; i < SWEEPERS; i++) {
        assert_true(wait(&status) > 0);
        assert_int_equal(status, 0);
    }
    assert_int_equal(house_number(mem_printf(house.m, "SELECT COUNT(*) FROM objection WHERE state = 'ABANDONED' AND id IN (%s)", list)), CASES);
    assert_int_equal(house_number(mem_printf(house.m, "SELECT COUNT(*) FROM objection_event WHERE move = 'LAPSE' AND objection_id IN (%s)",
                                             list)), CASES);
    assert_int_equal(house_number(mem_printf(house.m, "SELECT COUNT(*) FROM objection_answer WHERE kind = 'ABANDONED' AND objection_id IN (%s)",
                                             list)), CASES);
}

static void the_program_of_the_clocks_does_nothing_that_people_do(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    confirmed(o.receipt);
    char *accept = mem_printf(house.m, "INSERT INTO objection_event (objection_id, at, actor_kind, actor_id, move, from_state, to_state) "
                              "VALUES (%lld, UTC_TIMESTAMP(6), 'SYSTEM', NULL, 'ACCEPT', 'PRELIM_REVIEW', 'ACCEPTED')", (long long)id_of(o.receipt));
    assert_int_equal(house_sql_as(DB_NOTIFY, accept), 1644);
    state_is(o.receipt, "PRELIM_REVIEW");
    assert_int_equal(house_sql(accept), 0); /* the control: nothing else forbids it */
}

/* ---- requests ---- */

static void a_late_request_is_marked_and_a_working_day_later_reported(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    house_sql("INSERT IGNORE INTO union_contact (id, union_id, rank, name, phone, email) VALUES (9, 1, 'BACKUP', '丙', '13800000009', NULL)");
    asked_and_delivered(o.receipt);
    instant due = newest(o.receipt)->due_at, up = workday(due, 1) + 24 * 60 * CLOCK_MINUTE;
    char *key = mem_printf(house.m, "assist:%lld:%%:up", (long long)newest(o.receipt)->id);
    swept_at(due - MILLI);
    assert_string_equal(newest(o.receipt)->state, "SENT");
    swept_at(due);
    assert_string_equal(newest(o.receipt)->state, "OVERDUE");
    swept_at(up - MILLI);
    assert_string_equal(newest(o.receipt)->state, "OVERDUE");
    assert_int_equal(sent("request_late", key), 0);
    swept_at(up);
    swept_at(up + CLOCK_MINUTE);
    assert_string_equal(newest(o.receipt)->state, "ESCALATED");
    assert_int_equal(sent("request_late", key), 2);   /* by e-mail and by SMS, once */
    assert_int_equal(sent("assist_overdue", key), 1); /* the backup contact, who has only a telephone */
    assert_int_equal(house_number(mem_printf(house.m, "SELECT contact_id FROM outbox WHERE dedupe LIKE 'assist_overdue:%s%%'", key)), 9);
    house_sql("DELETE FROM outbox WHERE contact_id = 9");
    house_sql("DELETE FROM union_contact WHERE id = 9");
}

static void who_stands_above_is_reached_by_the_sender_alone(void **state)
{
    (void)state;
    unsigned char seed[32] = { 7 };
    struct seal_pair pair;
    struct seal_bytes plain;
    struct delivery_item *items;
    size_t n = 0;
    struct filed o = filed(OBJECTION_PERSON);
    asked_and_delivered(o.receipt);
    instant due = newest(o.receipt)->due_at;
    swept_at(due);
    swept_at(workday(due, 1) + 24 * 60 * CLOCK_MINUTE);
    seal_pair_from_seed(&pair, seed);
    assert_int_equal(house_number("SELECT COUNT(*) FROM outbox WHERE event = 'request_late' AND INSTR(params, 'leader') > 0"), 0);
    house_sql("UPDATE outbox SET state = 'LEASED', lease_by = 'sweep', lease_until = NOW(6) + INTERVAL 1 DAY "
              "WHERE event = 'request_late' AND channel = 'EMAIL' ORDER BY id DESC LIMIT 1");
    house_ok(delivery_items(notify, house.m, "sweep", &items, &n, &f), f);
    assert_int_equal(n, 1);
    house_ok(seal_open(house.m, &pair, mem_printf(house.m, "office:%s", items[0].dedupe), items[0].to_sealed.data, items[0].to_sealed.len,
                       &plain, &f), f);
    assert_memory_equal(plain.data, "leader@example.org", plain.len);
    house_sql("UPDATE outbox SET state = 'WAITING', lease_by = NULL, lease_until = NULL WHERE lease_by = 'sweep'");
}

static void a_union_is_reminded_before_on_and_after_its_day_once_each(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    asked_and_delivered(o.receipt);
    instant due = newest(o.receipt)->due_at;
    char *key = mem_printf(house.m, "assist:%lld:", (long long)newest(o.receipt)->id);
    swept_at(workday(due, -3) + NINE);
    assert_int_equal(sent("assist_reminder", key), 0);
    static const struct { int offset; int64_t before, after; } days[] = { { -2, 2, 0 }, { -1, 4, 0 }, { 0, 6, 0 }, { 1, 6, 2 }, { 2, 6, 2 } };
    for (size_t i = 0; i < ROWS(days); i++) {
        instant then = workday(due, days[i].offset);
        swept_at(then + NINE / 2); /* nobody is written to at half past four in the morning */
        assert_int_equal(sent("assist_reminder", key) + sent("assist_overdue", key), i ? days[i - 1].before + days[i - 1].after : 0);
        swept_at(then + NINE);
        swept_at(then + NINE + CLOCK_MINUTE);
        assert_int_equal(sent("assist_reminder", key), days[i].before);
        assert_int_equal(sent("assist_overdue", key), days[i].after);
    }
}

static void who_has_answered_is_not_reminded(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    asked(o.receipt);
    instant due = newest(o.receipt)->due_at;
    replied();
    swept_at(workday(due, 0) + NINE);
    assert_int_equal(sent("assist_reminder", mem_printf(house.m, "assist:%lld:", (long long)newest(o.receipt)->id)), 0);
}

static void more_time_brings_reminders_of_its_own(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    asked(o.receipt);
    char *key = mem_printf(house.m, "assist:%lld:", (long long)newest(o.receipt)->id);
    instant due = newest(o.receipt)->due_at;
    house_ok(union_work_sign(unions, &of_sc, letter_slug(), &f), f);
    swept_at(workday(due, -2) + NINE);
    assert_int_equal(sent("assist_reminder", key), 2);
    house_ok(union_work_ask_time(unions, &of_sc, letter_slug(), "档案在外地", &f), f);
    struct assist_work_step in = { o.receipt, newest(o.receipt)->id, ASSIST_STEP_GRANT_TIME, "TIME_ASKED", "" };
    house_ok(assist_work_step(staff, &ding, &in, &f), f);
    instant later = newest(o.receipt)->due_at;
    assert_true(workday(due, 5) == workday(later, 0)); /* ten working days in all */
    swept_at(workday(due, -1) + NINE);
    assert_int_equal(sent("assist_reminder", key), 2);
    swept_at(workday(later, -2) + NINE);
    assert_int_equal(sent("assist_reminder", key), 4);
}

static void a_request_is_taken_back_when_its_case_ends(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    asked(o.receipt);
    swept_at(0);
    assert_string_equal(newest(o.receipt)->state, "SENT");
    assert_int_equal(house_sql(mem_printf(house.m, "INSERT INTO objection_event (objection_id, at, actor_kind, move, from_state, to_state) "
        "VALUES (%lld, UTC_TIMESTAMP(6), 'OBJECTOR', 'WITHDRAW', 'INVESTIGATING', 'WITHDRAWN')", (long long)id_of(o.receipt))), 0);
    swept_at(0);
    swept_at(0);
    assert_string_equal(newest(o.receipt)->state, "RECALLED");
    assert_int_equal(sent("assist_changed", mem_printf(house.m, "assist:%lld:RECALL:EMAIL", (long long)newest(o.receipt)->id)), 1);
}

static void a_year_without_a_plan_holds_up_nothing_but_what_needs_it(void **state)
{
    (void)state;
    instant due, beyond = clock_day_start((day)house_number("SELECT TO_DAYS(MAKEDATE(MAX(year) + 1, 15)) - TO_DAYS('1970-01-01') FROM calendar_year"));
    struct filed o = waits_for_papers(&due), asks = filed(OBJECTION_PERSON);
    asked(asks.receipt);
    assert_int_equal(house_sql("UPDATE assist SET due_at = CONCAT((SELECT MAX(year) FROM calendar_year), '-12-31 16:00:00') "
                               "ORDER BY id DESC LIMIT 1"), 0);
    for (int i = 0; i < 2; i++)
        swept_at(beyond + NINE);
    state_is(o.receipt, "ABANDONED");
    assert_string_equal(newest(asks.receipt)->state, "OVERDUE"); /* not reported: which day comes next is not known */
}

/* ---- the office itself ---- */

static void what_is_late_at_the_office_is_reported_on_the_next_working_day_as_a_number(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    confirmed(o.receipt);
    instant due = opened(o.receipt).stored.row.deadline_at, next = workday(due, 1);
    char text[CLOCK_TEXT];
    clock_day_to_text(clock_day_beijing(next), text);
    char *key = mem_printf(house.m, "day:%s:", text);
    house_sql("DELETE FROM outbox WHERE event = 'office_late'"); /* of what other tests left lying */
    swept_at(workday(due, 0) + NINE);
    assert_int_equal(sent("office_late", key), 0);
    swept_at(next + NINE / 2);
    assert_int_equal(sent("office_late", key), 0);
    swept_at(next + NINE);
    swept_at(next + NINE + CLOCK_MINUTE);
    assert_int_equal(sent("office_late", key), 2);
    assert_int_equal(house_number(mem_printf(house.m, "SELECT COUNT(*) FROM outbox WHERE dedupe LIKE 'office_late:%s%%' "
                                             "AND params RLIKE '^{\"count\":[1-9][0-9]*}$'", key)), 2);
}

SUITE(sweep, SWEPT(what_was_not_supplied_lapses_at_the_end_of_its_term_and_is_told),
      SWEPT(a_case_closes_when_nobody_asked_for_a_review_in_time), SWEPT(a_decided_review_closes_its_case_at_once),
      SWEPT(many_sweeps_at_once_do_it_once), SWEPT(the_program_of_the_clocks_does_nothing_that_people_do),
      SWEPT(a_late_request_is_marked_and_a_working_day_later_reported), SWEPT(who_stands_above_is_reached_by_the_sender_alone),
      SWEPT(a_union_is_reminded_before_on_and_after_its_day_once_each), SWEPT(who_has_answered_is_not_reminded),
      SWEPT(more_time_brings_reminders_of_its_own), SWEPT(a_request_is_taken_back_when_its_case_ends),
      SWEPT(a_year_without_a_plan_holds_up_nothing_but_what_needs_it),
      SWEPT(what_is_late_at_the_office_is_reported_on_the_next_working_day_as_a_number));
