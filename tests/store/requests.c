/* requests: what becomes of a request to a union: more time, once; signed for late; taken back; given up. */
#include "assist.h"
#include "case_steps.h"

static struct assist_work_step step_in(const char *receipt, enum assist_step step)
{
    struct moderate_case c = opened(receipt);
    const struct assist *a = &c.assists[c.assist_count - 1];
    return (struct assist_work_step){ .receipt = receipt, .assist_id = a->id, .step = step, .seen = a->state, .note = "写给工会的话。" };
}

static void stepped(const char *receipt, enum assist_step step)
{
    struct assist_work_step in = step_in(receipt, step);
    house_ok(assist_work_step(staff, &ding, &in, &f), f);
}

static void not_stepped(const char *receipt, enum assist_step step, const char *why)
{
    struct assist_work_step in = step_in(receipt, step);
    house_fails(assist_work_step(staff, &ding, &in, &f), f, why);
    f = (struct fail){ .kind = FAIL_NONE };
}

static const struct assist *newest(const char *receipt)
{
    struct moderate_case c = opened(receipt);
    return &c.assists[c.assist_count - 1];
}

static int64_t told(void)
{
    return house_number("SELECT COUNT(*) FROM outbox WHERE event = 'assist_changed' AND union_id = 1 AND channel = 'EMAIL'");
}

/* As the clock leaves it when nobody answers; `state` OVERDUE or ESCALATED. */
static void late(const char *state)
{
    assert_int_equal(house_sql(mem_printf(house.m, "UPDATE assist SET state = '%s', due_at = NOW(6) - INTERVAL 1 DAY ORDER BY id DESC LIMIT 1",
                                          state)), 0);
}

static void more_time_is_asked_for_once_and_counts_on_from_the_old_end(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    asked(o.receipt);
    char *slug = letter_slug();
    instant was = newest(o.receipt)->due_at;
    int64_t letters = told();
    house_fails(union_work_ask_time(unions, &of_sc, slug, "档案在外地", &f), f, "case_moved"); /* not signed for */
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(union_work_sign(unions, &of_sc, slug, &f), f);
    house_fails(union_work_ask_time(unions, &of_gs, slug, "档案在外地", &f), f, "not_found");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(union_work_ask_time(unions, &of_sc, slug, "档案在外地", &f), f);
    assert_int_equal(told(), letters); /* what the union does it need not be told */
    stepped(o.receipt, ASSIST_STEP_GRANT_TIME);
    assert_string_equal(newest(o.receipt)->state, "SIGNED");
    assert_true(newest(o.receipt)->due_at > was);
    assert_int_equal(told(), letters + 1);
    house_fails(union_work_ask_time(unions, &of_sc, slug, "还要几天", &f), f, "once_only");
    f = (struct fail){ .kind = FAIL_NONE };
    replied();
    assert_string_equal(newest(o.receipt)->state, "REPLIED");
}

static void who_is_denied_more_time_reads_why_and_answers_by_the_old_day(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    struct assist_event *events;
    size_t n;
    asked(o.receipt);
    char *slug = letter_slug();
    instant was = newest(o.receipt)->due_at;
    house_ok(union_work_sign(unions, &of_sc, slug, &f), f);
    house_ok(union_work_ask_time(unions, &of_sc, slug, "档案在外地", &f), f);
    struct assist_work_step in = step_in(o.receipt, ASSIST_STEP_DENY_TIME);
    in.note = "";
    house_fails(assist_work_step(staff, &ding, &in, &f), f, "record_needed");
    in = step_in(o.receipt, ASSIST_STEP_DENY_TIME);
    in.seen = "SIGNED"; /* a page from before */
    house_fails(assist_work_step(staff, &ding, &in, &f), f, "case_moved");
    f = (struct fail){ .kind = FAIL_NONE };
    stepped(o.receipt, ASSIST_STEP_DENY_TIME);
    assert_true(newest(o.receipt)->due_at == was);
    house_ok(assist_events_own(house.m, unions, newest(o.receipt)->id, 1, &events, &n, &f), f);
    assert_string_equal(events[n - 1].step, "DENY_TIME");
    assert_string_equal(events[n - 1].note, "写给工会的话。");
    assert_string_equal(events[n - 1].actor, ""); /* not by whom */
    house_ok(assist_events_own(house.m, unions, newest(o.receipt)->id, 2, &events, &n, &f), f);
    assert_int_equal(n, 0);
    house_fails(union_work_ask_time(unions, &of_sc, slug, "还要几天", &f), f, "once_only");
}

static void who_did_not_sign_in_time_signs_and_answers_late(void **state)
{
    (void)state;
    static const char *const states[] = { "OVERDUE", "ESCALATED" };
    for (size_t i = 0; i < ROWS(states); i++) {
        struct filed o = filed(OBJECTION_PERSON);
        struct token t = new_token();
        asked(o.receipt);
        late(states[i]);
        struct union_work_reply in = { letter_slug(), "迟到的答复。", &t, 0 };
        house_fails(union_work_reply(unions, &of_sc, &in, &f), f, "not_signed");
        f = (struct fail){ .kind = FAIL_NONE };
        house_ok(union_work_sign(unions, &of_sc, letter_slug(), &f), f);
        assert_string_equal(newest(o.receipt)->state, states[i]);
        house_ok(union_work_reply(unions, &of_sc, &in, &f), f);
        assert_string_equal(newest(o.receipt)->state, "REPLIED");
    }
}

static void what_was_taken_back_is_neither_signed_for_nor_answered(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    struct token t = new_token();
    asked(o.receipt);
    int64_t letters = told();
    stepped(o.receipt, ASSIST_STEP_RECALL);
    assert_int_equal(told(), letters + 1);
    struct union_work_reply in = { letter_slug(), "还是答复一下。", &t, 0 };
    house_fails(union_work_sign(unions, &of_sc, letter_slug(), &f), f, "case_moved");
    house_fails(union_work_reply(unions, &of_sc, &in, &f), f, "case_moved");
    f = (struct fail){ .kind = FAIL_NONE };
    assert_int_equal(house_number("SELECT signed_at IS NULL FROM union_letter ORDER BY id DESC LIMIT 1"), 1);
    not_stepped(o.receipt, ASSIST_STEP_RECALL, "case_moved");
    drafted(o.receipt); /* the case goes on */
}

static void a_draft_is_taken_back_and_nobody_hears_of_it(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    accepted(o.receipt);
    struct assist_work_in in = abstract_in(o.receipt);
    house_ok(assist_work_draft(staff, &ding, &in, &f), f);
    int64_t letters = told();
    stepped(o.receipt, ASSIST_STEP_RECALL);
    assert_int_equal(told(), letters);
}

static void only_an_escalated_request_is_given_up(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    asked(o.receipt);
    not_stepped(o.receipt, ASSIST_STEP_GIVE_UP, "case_moved");
    late("OVERDUE");
    not_stepped(o.receipt, ASSIST_STEP_GIVE_UP, "case_moved");
    late("ESCALATED");
    struct assist_work_step in = step_in(o.receipt, ASSIST_STEP_GIVE_UP);
    house_fails(assist_work_step(staff, &desk, &in, &f), f, "forbidden");
    f = (struct fail){ .kind = FAIL_NONE };
    stepped(o.receipt, ASSIST_STEP_GIVE_UP);
    struct token t = new_token();
    struct union_work_reply reply = { letter_slug(), "太迟的答复。", &t, 0 };
    house_fails(union_work_reply(unions, &of_sc, &reply, &f), f, "case_moved");
    f = (struct fail){ .kind = FAIL_NONE };
    drafted(o.receipt);
}

#define CASE(name) cmocka_unit_test_setup(name, case_before)
SUITE(requests, CASE(more_time_is_asked_for_once_and_counts_on_from_the_old_end),
      CASE(who_is_denied_more_time_reads_why_and_answers_by_the_old_day), CASE(who_did_not_sign_in_time_signs_and_answers_late),
      CASE(what_was_taken_back_is_neither_signed_for_nor_answered), CASE(a_draft_is_taken_back_and_nobody_hears_of_it),
      CASE(only_an_escalated_request_is_given_up));
