/* objector: what an objector does on his case with his code, and that the procedure which lets him says what the table of moves says. */
#include "case_steps.h"
#include "file.h"
#include "objector.h"
#include "reckon.h"
#include "relay.h"
#include "token.h"

/* ---- the procedure and the table ---- */

/* A case that stands in a state, under a lookup code of its own; gives the number it is found by. */
static int case_in(enum objection_state state, const char *more)
{
    static int n;
    n++;
    assert_int_equal(house_sql(mem_printf(house.m, "INSERT INTO objection (receipt, key_hash, answer_key, notice_id, candidate_id, kind, grounds, state, "
        "text_sealed, form_opened_at, submitted_at) VALUES ('9%d', UNHEX(LPAD('%x', 64, '0')), REPEAT('x', 32), 1, 1, 'PERSON', 'C1', "
        "'SUBMITTED', 'x', NOW(6), NOW(6));"
        "INSERT INTO objection_event (objection_id, at, actor_kind, move, from_state, to_state, deadline_at) VALUES (LAST_INSERT_ID(), "
        "NOW(6), 'SYSTEM', 'TEST', 'SUBMITTED', '%s', NOW(6) + INTERVAL 1 DAY);%s", n, n, objection_state_word(state), more)), 0);
    return n;
}

static const char *word_of(int n, const char *column)
{
    return mem_printf(house.m, "(SELECT %s FROM objection_event e JOIN objection o ON o.id = e.objection_id WHERE o.receipt = '9%d' "
                      "ORDER BY e.id DESC LIMIT 1)", column, n);
}

static bool last_is(int n, const char *column, const char *wanted)
{
    return house_number(mem_printf(house.m, "SELECT %s = '%s'", word_of(n, column), wanted)) == 1;
}

/* By hash `n`, with a form of its own unless `form` names one. */
static bool asks(int n, const char *move, int form, bool *again)
{
    static int forms = 1000;
    unsigned char key[32] = { 0 }, hash[32] = { 7 };
    int own = form ? form : ++forms;
    key[30] = (unsigned char)(n >> 8);
    key[31] = (unsigned char)n;
    memcpy(hash + 20, &own, sizeof own);
    struct more_new in = { key, hash, move, { (unsigned char *)"words", 5 }, clock_day_start(30000), "rule" };
    f = (struct fail){ .kind = FAIL_NONE };
    return more_send(everybody, &in, again, &f);
}

/* How often the procedure and the table, but for one row, are of two minds about what an objector may do from every state. */
static int disagreements(const struct objection_move_row *left_out, int *allowed)
{
    size_t count;
    int wrong = 0;
    bool again;
    const struct objection_move_row *rows = objection_moves(&count);
    for (unsigned s = 0; s < OBJECTION_STATE__MAX; s++) {
        int n = case_in((enum objection_state)s, "");
        for (unsigned mv = 0; mv < OBJECTION_MOVE__MAX; mv++) {
            const struct objection_move_row *row = NULL;
            for (size_t i = 0; i < count; i++)
                if (rows[i].move == mv && rows[i].from == s && rows[i].who == ACTOR_OBJECTOR && &rows[i] != left_out)
                    row = &rows[i];
            bool done = asks(n, objection_move_word((enum objection_move)mv), 0, &again);
            const struct term_row *term = row && row->act == TERM_ACT_START ? term_find(row->term) : NULL;
            bool right = row ? done && last_is(n, "to_state", objection_state_word(row->to)) && last_is(n, "term", term ? term->word : "")
                             : !done && strcmp(f.code, "case_moved") == 0;
            wrong += !right;
            *allowed += done;
            if (done)
                n = case_in((enum objection_state)s, "");
        }
    }
    return wrong;
}

static void the_procedure_lets_an_objector_do_what_the_table_says(void **state)
{
    (void)state;
    size_t count;
    int allowed = 0, own = 0, again = 0;
    const struct objection_move_row *rows = objection_moves(&count), *one = NULL;
    for (size_t i = 0; i < count; i++)
        if (rows[i].who == ACTOR_OBJECTOR) {
            own++;
            one = &rows[i];
        }
    assert_int_equal(disagreements(NULL, &allowed), 0);
    assert_int_equal(allowed, own);
    assert_int_equal(disagreements(one, &again), 1); /* the control */
}

static void a_term_holds_to_the_millisecond_and_a_withdrawal_has_none(void **state)
{
    (void)state;
    static const struct { enum objection_state from; const char *move; bool bound; } cases[] = {
        { OBJECTION_SUPPLEMENT, "SUPPLY", true }, { OBJECTION_NOTIFIED, "REQUEST_REVIEW", true },
        { OBJECTION_NOT_ACCEPTED, "REQUEST_REVIEW", true }, { OBJECTION_SUPPLEMENT, "WITHDRAW", false },
    };
    bool again;
    for (size_t i = 0; i < ROWS(cases); i++) {
        int n = case_in(cases[i].from, ""), before = case_in(cases[i].from, "");
        for (int k = 0; k < 2; k++) {
            int which = k ? n : before;
            char *travel = mem_printf(house.m, "SET timestamp = %.6f", (double)house_number(mem_printf(house.m,
                "SELECT CAST(UNIX_TIMESTAMP(%s) * 1000 AS INT)", word_of(which, "e.deadline_at"))) / 1000 + (k ? 0.001 : -0.001));
            house_ok(db_script(everybody, "travel", travel, strlen(travel), &f), f);
            bool done = asks(which, cases[i].move, 0, &again);
            assert_true(done == (k == 0 || !cases[i].bound));
            if (!done)
                assert_string_equal(f.code, "too_late");
        }
        house_ok(db_script(everybody, "home", "SET timestamp = DEFAULT", 23, &f), f);
    }
}

static void a_form_is_taken_once_and_a_review_is_asked_for_once(void **state)
{
    (void)state;
    bool again = true;
    int n = case_in(OBJECTION_SUPPLEMENT, ""), other = case_in(OBJECTION_SUPPLEMENT, "");
    house_ok(asks(n, "SUPPLY", 1, &again), f);
    assert_false(again);
    house_ok(asks(n, "SUPPLY", 1, &again), f);
    assert_true(again);
    assert_int_equal(house_number(mem_printf(house.m, "SELECT COUNT(*) FROM objection_more m JOIN objection o ON o.id = m.objection_id "
                                             "WHERE o.receipt = '9%d'", n)), 1);
    house_fails(asks(n, "SUPPLY", 2, &again), f, "case_moved");
    house_fails(asks(other, "SUPPLY", 1, &again), f, "not_found"); /* another case's form */
    house_fails(asks(60000, "SUPPLY", 3, &again), f, "not_found"); /* no such code */
    static const char *const reviews[] = { "REQUEST_REVIEW", "REVIEW_ON_PAPER" };
    for (size_t i = 0; i < ROWS(reviews); i++) {
        n = case_in(OBJECTION_NOTIFIED, mem_printf(house.m, "SET @id = (SELECT MAX(id) FROM objection);"
            "INSERT INTO objection_event (objection_id, at, actor_kind, move, from_state, to_state) VALUES "
            "(@id, NOW(6), 'SYSTEM', '%s', 'NOTIFIED', 'REVIEW_REQUESTED'), (@id, NOW(6), 'SYSTEM', 'TEST', 'REVIEW_REQUESTED', 'NOTIFIED')", reviews[i]));
        house_fails(asks(n, "REQUEST_REVIEW", 0, &again), f, "once_only");
    }
}

static void the_public_account_has_no_other_way_to_move_a_case(void **state)
{
    (void)state;
    static const char *const ways[] = {
        "INSERT INTO objection_event (objection_id, at, actor_kind, move, from_state, to_state) VALUES (1, NOW(6), 'OBJECTOR', 'WITHDRAW', "
        "'SUBMITTED', 'WITHDRAWN')",
        "INSERT INTO objection_more (objection_id, at, move, text_sealed) VALUES (1, NOW(6), 'SUPPLY', 'x')",
        "SELECT text_sealed FROM objection_more", "UPDATE objection SET state = 'WITHDRAWN'", "UPDATE proposal SET outcome = 'OVERTAKEN'",
    };
    for (size_t i = 0; i < ROWS(ways); i++)
        assert_int_not_equal(house_sql_as(DB_PUBLIC, ways[i]), 0);
    assert_int_equal(house_sql_as(DB_PUBLIC, "CALL objector_move(REPEAT('y', 32), REPEAT('y', 32), 'WITHDRAW', 'x', NULL, '')"), 0);
    assert_int_equal(house_sql_as(DB_UNION, "CALL objector_move(REPEAT('y', 32), REPEAT('y', 32), 'WITHDRAW', 'x', NULL, '')"), 1370);
}

/* ---- whole ways ---- */

static bool does(const struct filed *o, enum objection_move move, const char *said, const struct token *form, struct objector_out *out)
{
    struct objector_in in = { .who = { o->receipt, o->code }, .form = form, .move = move, .words = said };
    f = (struct fail){ .kind = FAIL_NONE };
    return objector_do(house.m, everybody, &in, out, &f);
}

static struct objector_out did(const struct filed *o, enum objection_move move, const char *said)
{
    struct token form = new_token();
    struct objector_out out;
    house_ok(does(o, move, said, &form, &out), f);
    return out;
}

static void what_was_missing_comes_and_the_case_team_reads_it(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    confirmed(o.receipt);
    assert_string_equal(objector_why_not(&(struct track_out){ .state = OBJECTION_PRELIM_REVIEW }, MOVE_SUPPLY), "case_moved");
    moved(&ding, o.receipt, MOVE_ASK_SUPPLEMENT);
    struct track_out seen = looked_up(&o);
    assert_null(objector_why_not(&seen, MOVE_SUPPLY));
    assert_string_equal(seen.answers[seen.answer_count - 1].kind, "SUPPLEMENT");
    struct objector_out out = did(&o, MOVE_SUPPLY, "登记簿在档案室第三柜");
    assert_int_equal(out.now.state, OBJECTION_PRELIM_REVIEW);
    assert_true(out.now.deadline_at > 0);
    struct moderate_case c = opened(o.receipt);
    assert_int_equal(c.more_count, 1);
    assert_string_equal((char *)c.more[0].words.data, "登记簿在档案室第三柜");
    assert_string_equal(c.standing.term, "REVIEW");
    assert_int_equal(house_number("SELECT COUNT(*) FROM objection_more WHERE INSTR(text_sealed, '登记簿') > 0"), 0);
}

static void a_letter_that_names_another_day_is_not_sent(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    struct reckon term;
    confirmed(o.receipt);
    house_ok(reckon_start(house.m, staff, TERM_SUPPLEMENT, &term, &f), f);
    struct moderate_in in = move_in(&ding, o.receipt, MOVE_ASK_SUPPLEMENT);
    in.until = term.due + CLOCK_DAY;
    house_fails(moderate_do(staff, &in, &f), f, "case_moved");
    assert_int_equal(looked_up(&o).answer_count, 0);
    in.until = term.due;
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(moderate_do(staff, &in, &f), f);
    assert_true(looked_up(&o).deadline_at == term.due);
}

static void a_withdrawal_overtakes_what_was_proposed(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON), stranger = filed(OBJECTION_PERSON);
    struct token form = new_token();
    struct objector_out out;
    confirmed(o.receipt);
    moved(&ding, o.receipt, MOVE_ACCEPT);
    int64_t waits = proposed(o.receipt);
    memcpy(stranger.receipt, o.receipt, sizeof o.receipt);
    house_fails(does(&stranger, MOVE_WITHDRAW, "", &form, &out), f, "track_wrong"); /* a code of another case */
    assert_int_equal(did(&o, MOVE_WITHDRAW, "").now.state, OBJECTION_WITHDRAWN);
    assert_int_equal(house_number(mem_printf(house.m, "SELECT outcome = 'OVERTAKEN' FROM proposal WHERE id = %lld", (long long)waits)), 1);
    house_fails(moderate_agree(staff, &wu, o.receipt, waits, &f), f, "case_moved");
    f = (struct fail){ .kind = FAIL_NONE };
    struct token late = new_token();
    house_fails(does(&o, MOVE_WITHDRAW, "", &late, &out), f, "case_moved");
    assert_int_equal(out.now.state, OBJECTION_WITHDRAWN); /* and it is told how the case stands */
    struct moderate_case c = opened(o.receipt);
    assert_string_equal(c.events[c.event_count - 1].actor_kind, "OBJECTOR");
}

static void one_of_two_merged_may_withdraw_alone(void **state)
{
    (void)state;
    struct filed lead = filed(OBJECTION_PERSON), other = filed(OBJECTION_PERSON);
    investigating(lead.receipt);
    confirmed(other.receipt);
    struct moderate_in in = move_in(&ding, other.receipt, MOVE_MERGE);
    in.other = lead.receipt;
    house_ok(moderate_do(staff, &in, &f), f);
    assert_int_equal(did(&other, MOVE_WITHDRAW, "事情已经清楚").now.state, OBJECTION_WITHDRAWN);
    assert_int_equal(looked_up(&lead).state, OBJECTION_INVESTIGATING);
}

static void a_refusal_is_reviewed_on_the_tracking_page(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    confirmed(o.receipt);
    moved(&ding, o.receipt, MOVE_REFUSE);
    agreed(&wu, o.receipt);
    assert_int_equal(did(&o, MOVE_REQUEST_REVIEW, "材料里写明了时间地点").now.state, OBJECTION_REVIEW_REQUESTED);
    struct moderate_case c = opened(o.receipt);
    assert_string_equal(c.standing.term, "REDECIDE");
    assert_string_equal((char *)c.more[0].words.data, "材料里写明了时间地点");
}

static void a_lost_answer_does_not_lose_what_was_sent(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    struct token form = new_token();
    struct objector_out out;
    char *path = mem_printf(house.m, "%s/objector_relay.sock", house.folder);
    pid_t child = relay_start(path, RELAY_LOSES_ANSWER);
    size_t n;
    char *password = file_read(house.m, mem_printf(house.m, "%s/gs_public.password", house.secrets), 200, &n, &f);
    password[strcspn(password, "\n")] = '\0';
    struct db *lossy = db_connect(house.m, path, "gs_public", password, "officers", &f), *direct = everybody;
    house_ok(lossy != NULL, f);
    everybody = lossy;
    bool done = does(&o, MOVE_WITHDRAW, "", &form, &out);
    everybody = direct;
    relay_stop(child);
    assert_true(done || f.kind == FAIL_UNAVAILABLE || f.kind == FAIL_UNCERTAIN);
    house_ok(does(&o, MOVE_WITHDRAW, "", &form, &out), f);
    assert_int_equal(out.now.state, OBJECTION_WITHDRAWN);
    assert_int_equal(house_number(mem_printf(house.m, "SELECT COUNT(*) FROM objection_more m JOIN objection o ON o.id = m.objection_id "
                                             "WHERE o.receipt = '%s'", o.receipt)), 1);
}

#define CASE(name) cmocka_unit_test_setup(name, case_before)
SUITE(objector, CASE(the_procedure_lets_an_objector_do_what_the_table_says), CASE(a_term_holds_to_the_millisecond_and_a_withdrawal_has_none),
      CASE(a_form_is_taken_once_and_a_review_is_asked_for_once), CASE(the_public_account_has_no_other_way_to_move_a_case),
      CASE(what_was_missing_comes_and_the_case_team_reads_it), CASE(a_letter_that_names_another_day_is_not_sent), CASE(a_withdrawal_overtakes_what_was_proposed),
      CASE(one_of_two_merged_may_withdraw_alone), CASE(a_refusal_is_reviewed_on_the_tracking_page),
      CASE(a_lost_answer_does_not_lose_what_was_sent));
