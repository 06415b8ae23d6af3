/* case_moves: clocks that stand still, who is tied, cases that go together, and moves that a second person sends back. */
#include "case_steps.h"
#include "file.h"
#include "waiting.h"

/* ---- the clock ---- */

static void a_clock_stands_still_and_runs_on(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    investigating(o.receipt);
    instant term = opened(o.receipt).stored.row.deadline_at;
    moved(&ding, o.receipt, MOVE_CALL_HEARING);
    struct moderate_case c = opened(o.receipt);
    assert_int_equal(c.stored.row.deadline_at, 0);
    assert_true(c.standing.left > 0);
    assert_string_equal(c.standing.term, "INVESTIGATE");
    moved(&ding, o.receipt, MOVE_HEARING_HELD);
    assert_true(opened(o.receipt).stored.row.deadline_at == term); /* the same day: nothing was lost */
    moved(&ding, o.receipt, MOVE_EXTEND);
    agreed(&wu, o.receipt);
    assert_true(opened(o.receipt).stored.row.deadline_at > term);
    struct moderate_in again = move_in(&ding, o.receipt, MOVE_EXTEND);
    house_fails(moderate_do(staff, &again, &f), f, "once_only");
    f = (struct fail){ .kind = FAIL_NONE };
    moved(&ding, o.receipt, MOVE_SUSPEND);
    agreed(&wu, o.receipt);
    moved(&ding, o.receipt, MOVE_RESUME);
    assert_string_equal(opened(o.receipt).stored.row.state, "INVESTIGATING");
}

/* ---- recusal, merging ---- */

static void who_is_tied_sees_neither_row_nor_count(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    confirmed(o.receipt);
    struct person kin = enrolled("kin", STAFF_CASE | STAFF_APPROVER);
    struct login_session his = session_of(&kin);
    struct moderate_case c;
    struct casebook_filter all = { o.receipt, "", "", "", "", "" };
    struct casebook_row *rows;
    struct casebook_count *counts;
    int64_t work[WAITING__MAX];
    size_t n;
    house_fails(moderate_case(house.m, staff, &his, o.receipt, &c, &f), f, "undeclared");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(waiting_counts(staff, his.officer_id, work, &f), f);
    assert_true(work[WAITING_REVIEW] > 0);
    house_ok(recuse_declare(staff, &his, o.receipt, true, "表兄弟", NULL, &f), f);
    house_fails(moderate_case(house.m, staff, &his, o.receipt, &c, &f), f, "recused");
    house_fails(recuse_declare(staff, &his, o.receipt, false, "", NULL, &f), f, "case_moved"); /* not taken back by himself */
    struct moderate_in in = move_in(&his, o.receipt, MOVE_ACCEPT);
    house_fails(moderate_do(staff, &in, &f), f, "recused");
    f = (struct fail){ .kind = FAIL_NONE };
    moved(&ding, o.receipt, MOVE_ACCEPT);
    house_fails(moderate_agree(staff, &his, o.receipt, proposed(o.receipt), &f), f, "recused");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(moderate_list(house.m, staff, &his, &all, &rows, &n, &f), f);
    assert_int_equal(n, 0);
    house_ok(casebook_counts(house.m, staff, his.officer_id, &counts, &n, &f), f);
    assert_int_equal(n, 0);
    house_ok(waiting_counts(staff, his.officer_id, work, &f), f);
    for (enum waiting_work w = WAITING_IDENTITY; w <= WAITING_DECISIONS; w++)
        assert_int_equal(work[w], 0);
    house_ok(waiting_counts(staff, ding.officer_id, work, &f), f);
    assert_true(work[WAITING_INQUIRY] + work[WAITING_REVIEW] > 0); /* the work of others stays */
}

static void a_merged_case_is_told_with_its_lead(void **state)
{
    (void)state;
    struct filed lead = filed(OBJECTION_PERSON), other = filed(OBJECTION_PERSON);
    investigating(lead.receipt);
    confirmed(other.receipt);
    struct moderate_in in = move_in(&ding, other.receipt, MOVE_MERGE);
    in.other = other.receipt;
    house_fails(moderate_do(staff, &in, &f), f, "merge_impossible");
    assert_string_equal(f.field, "other");
    in.other = lead.receipt;
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(moderate_do(staff, &in, &f), f);
    house_ok(decide_approve(staff, &boss_now, lead.receipt, drafted(lead.receipt), &f), f);
    house_ok(decide_notify(staff, &ding, lead.receipt, "DECIDED", &words, &f), f);
    struct track_out seen = looked_up(&other);
    assert_int_equal(seen.state, OBJECTION_NOTIFIED);
    assert_string_equal(seen.answers[seen.answer_count - 1].text, "异议不成立\n\n" TOLD);
}

static void what_is_sent_back_changes_nothing(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    confirmed(o.receipt);
    moved(&ding, o.receipt, MOVE_REFUSE);
    house_ok(moderate_send_back(staff, &wu, o.receipt, proposed(o.receipt), "理由不充分", &f), f);
    struct moderate_case c = opened(o.receipt);
    assert_string_equal(c.stored.row.state, "PRELIM_REVIEW");
    assert_int_equal(c.proposal.stored.id, 0);
    assert_string_equal((char *)c.returned.words.data, "理由不充分");
    assert_int_equal(looked_up(&o).answer_count, 0);
}

static void nothing_moves_without_its_words(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    house_fails(moderate_identity(staff, &desk, o.receipt, WAITING, false, "", &f), f, "record_needed");
    assert_string_equal(f.field, "note");
    confirmed(o.receipt);
    struct moderate_in in = move_in(&ding, o.receipt, MOVE_REFUSE);
    in.told = "";
    house_fails(moderate_do(staff, &in, &f), f, "told_needed");
    in = move_in(&ding, o.receipt, MOVE_REFUSE);
    in.code = "";
    house_fails(moderate_do(staff, &in, &f), f, "code_choose_one");
    assert_string_equal(opened(o.receipt).stored.row.state, "PRELIM_REVIEW");
    assert_int_equal(opened(o.receipt).proposal.stored.id, 0);
}

static void a_refusal_may_be_reviewed_in_writing_once(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    struct person other = enrolled("reviewer", STAFF_REVIEWER);
    struct login_session reviewer = session_of(&other);
    confirmed(o.receipt);
    moved(&ding, o.receipt, MOVE_REFUSE);
    agreed(&wu, o.receipt);
    moved(&ding, o.receipt, MOVE_REVIEW_ON_PAPER);
    declared(&reviewer, o.receipt);
    moved(&reviewer, o.receipt, MOVE_ORDER_ACCEPTANCE);
    assert_string_equal(opened(o.receipt).stored.row.state, "ACCEPTED");
}

/* A house of the time when a request was a state of its case. */
static void an_older_case_goes_on_where_it_waited(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    size_t n;
    accepted(o.receipt);
    assert_int_equal(house_sql(mem_printf(house.m, "SET @id = (SELECT id FROM objection WHERE receipt = '%s');"
        "INSERT INTO objection_event (objection_id, at, actor_kind, move, from_state, to_state) "
        "VALUES (@id, NOW(6), 'SYSTEM', 'ASK_UNION', 'ACCEPTED', 'ASSIST_REQUESTED')", o.receipt)), 0);
    instant term = house_number(mem_printf(house.m, "SELECT UNIX_TIMESTAMP(e.deadline_at) FROM objection_event e JOIN objection o "
        "ON o.id = e.objection_id WHERE o.receipt = '%s' AND e.move = 'ACCEPT'", o.receipt));
    char *step = file_read(house.m, mem_printf(house.m, "%s/sql/0004-procedure.sql", house.top), 1 << 20, &n, &f);
    assert_non_null(step);
    for (int twice = 0; twice < 2; twice++)
        assert_int_equal(house_sql(mem_text_n(house.m, step, n)), 0);
    struct moderate_case c = opened(o.receipt);
    assert_string_equal(c.stored.row.state, "INVESTIGATING");
    assert_string_equal(c.standing.term, "INVESTIGATE");
    assert_true(c.stored.row.deadline_at / CLOCK_SECOND == term);
    assert_int_equal(looked_up(&o).state, OBJECTION_INVESTIGATING);
}

static void a_result_that_does_not_follow_is_shown_to_the_second_person(void **state)
{
    (void)state;
    static const struct { const char *result, *one, *two; bool odd; } ROWS[] = {
        { "SUSTAINED", "TRUE", "UNTRUE", false },          { "PARTLY", "PARTLY_TRUE", "UNTRUE", false },
        { "NOT_SUSTAINED", "UNTRUE", "UNVERIFIABLE", false }, { "SUSTAINED", "UNTRUE", "UNTRUE", true },
        { "PARTLY", "UNTRUE", "UNVERIFIABLE", true },      { "NOT_SUSTAINED", "UNTRUE", "PARTLY_TRUE", true },
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        struct decision_finding found[2] = { { .finding = mem_text(house.m, ROWS[i].one) }, { .finding = mem_text(house.m, ROWS[i].two) } };
        struct moderate_decision d = { .stored.result = mem_text(house.m, ROWS[i].result), .findings = found, .finding_count = 2 };
        assert_int_equal(decide_is_odd(&d), ROWS[i].odd);
    }
}

#define CASE(name) cmocka_unit_test_setup(name, case_before)
SUITE(case_moves, CASE(a_clock_stands_still_and_runs_on), CASE(who_is_tied_sees_neither_row_nor_count),
      CASE(a_merged_case_is_told_with_its_lead), CASE(what_is_sent_back_changes_nothing),
      CASE(nothing_moves_without_its_words), CASE(a_refusal_may_be_reviewed_in_writing_once),
      CASE(an_older_case_goes_on_where_it_waited), CASE(a_result_that_does_not_follow_is_shown_to_the_second_person));
