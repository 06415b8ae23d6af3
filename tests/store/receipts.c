/* receipts: an objection comes in once, sealed, and is found again by its code alone, also when the answer to the last COMMIT was lost. */
#include "citizen.h"
#include "file.h"
#include "relay.h"

#define F citizen_fail

static void an_objection_is_kept_once_however_often_it_is_sent(void **state)
{
    (void)state;
    struct token form = citizen_form();
    struct submit_in in = citizen_words(&form, OBJECTION_PERSON);
    struct submit_out first, second;
    house_ok(submit_send(house.m, citizen_public, &in, &first, &F), F);
    in.statement = "别的话";
    house_ok(submit_send(house.m, citizen_public, &in, &second, &F), F);
    assert_false(first.again);
    assert_true(second.again);
    assert_string_equal(first.number, second.number);
    assert_string_equal(first.code, second.code);
    assert_int_equal(first.state, OBJECTION_SUBMITTED);
    assert_int_equal(house_number("SELECT COUNT(*) FROM objection"), 1);
    assert_int_equal(house_number("SELECT COUNT(*) FROM outbox"), 1);
    /* The receipt stands also after the period and after a withdrawal. */
    citizen_travel(citizen_public, "2026-05-21 02:00:00");
    assert_int_equal(house_sql("UPDATE notice_version SET state = 'WITHDRAWN', withdrawn_why = 'x' WHERE id = 1"), 0);
    house_ok(submit_send(house.m, citizen_public, &in, &second, &F), F);
    assert_string_equal(first.number, second.number);
}

static void nothing_of_it_stands_in_clear(void **state)
{
    (void)state;
    static const char count[] =
        "SELECT COUNT(*) FROM objection WHERE INSTR(text_sealed, '社保') OR INSTR(person_sealed, '何') OR "
        "INSTR(person_sealed, '13900001111') OR INSTR(contact_sealed, 'example.org') OR INSTR(contact_tag, 'example')";
    citizen_objects(OBJECTION_PERSON);
    assert_int_equal(house_number(count), 0);
    assert_int_equal(house_number("SELECT COUNT(*) FROM outbox WHERE INSTR(CONCAT(params, to_sealed), 'example.org')"), 0);
    /* The control: the same question finds what is not sealed. */
    assert_int_equal(house_sql("INSERT INTO objection (receipt, key_hash, answer_key, notice_id, candidate_id, kind, grounds, state, "
                               "text_sealed, form_opened_at, submitted_at) VALUES ('1', REPEAT('x', 32), REPEAT('x', 32), 1, 1, 'ANONYMOUS', "
                               "'C1', 'CLUE', '" CITIZEN_STATEMENT "', NOW(6), NOW(6))"), 0);
    assert_int_equal(house_number(count), 1);
}

static void a_unit_must_show_its_stamp(void **state)
{
    (void)state;
    struct token form = citizen_form();
    struct submit_in in = citizen_words(&form, OBJECTION_UNIT);
    struct submit_out out;
    house_fails(submit_send(house.m, citizen_public, &in, &out, &F), F, "seal_needed");
    assert_int_equal(house_number("SELECT COUNT(*) FROM objection"), 0);
}

static void files_that_the_review_did_not_show_stop_it(void **state)
{
    (void)state;
    struct token form = citizen_form();
    struct submit_in in = citizen_words(&form, OBJECTION_PERSON);
    struct submit_out out;
    in.files = 1;
    house_fails(submit_send(house.m, citizen_public, &in, &out, &F), F, "files_changed");
    assert_int_equal(house_number("SELECT COUNT(*) FROM objection"), 0);
    assert_int_equal(house_number("SELECT COUNT(*) FROM outbox"), 0);
}

static void an_anonymous_one_gets_a_code_and_no_message(void **state)
{
    (void)state;
    struct submit_out sent = citizen_objects(OBJECTION_ANONYMOUS);
    struct track_in in = { sent.number, sent.code };
    struct track_out out;
    assert_int_equal(sent.state, OBJECTION_CLUE);
    assert_int_equal(house_number("SELECT COUNT(*) FROM outbox"), 0);
    assert_int_equal(house_number("SELECT COUNT(*) FROM objection WHERE person_sealed IS NULL AND contact_sealed IS NULL"), 1);
    house_ok(track_look(house.m, citizen_public, &in, &out, &F), F);
    assert_int_equal(out.state, OBJECTION_CLUE);
}

static void only_the_code_finds_it(void **state)
{
    (void)state;
    struct submit_out sent = citizen_objects(OBJECTION_PERSON), another = citizen_objects(OBJECTION_PERSON);
    struct track_out out;
    struct track_in right = { sent.number, sent.code }, without_number = { "", sent.code };
    struct track_in wrong[] = { { sent.number, another.code }, { sent.number, "" }, { "", "AAAAAAA-AAAAAAA-AAAAAAA-AAAAAAA" } };
    house_ok(track_look(house.m, citizen_public, &right, &out, &F), F);
    assert_int_equal(out.state, OBJECTION_SUBMITTED);
    assert_int_equal(out.step_count, 1);
    assert_string_equal(out.notice_title, "公示");
    house_ok(track_look(house.m, citizen_public, &without_number, &out, &F), F);
    for (size_t i = 0; i < ROWS(wrong); i++)
        house_fails(track_look(house.m, citizen_public, &wrong[i], &out, &F), F, "track_wrong");
}

static struct db *through_relay(const char *path)
{
    size_t n;
    char *password = file_read(house.m, mem_printf(house.m, "%s/gs_public.password", house.secrets), 200, &n, &F);
    assert_non_null(password);
    password[strcspn(password, "\n")] = '\0';
    struct db *db = db_connect(house.m, path, "gs_public", password, "rows", &F);
    assert_non_null(db);
    citizen_travel(db, CITIZEN_NOW);
    return db;
}

static void a_lost_answer_to_the_last_commit_still_gives_the_receipt(void **state)
{
    (void)state;
    char *path = mem_printf(house.m, "%s/receipts.sock", house.folder);
    struct token form = citizen_form();
    struct submit_in in = citizen_words(&form, OBJECTION_PERSON);
    struct submit_out out, again;
    pid_t child = relay_start(path, RELAY_LOSES_ANSWER);
    bool done = submit_send(house.m, through_relay(path), &in, &out, &F);
    relay_stop(child);
    house_ok(done, F);
    assert_false(out.again);
    house_ok(submit_send(house.m, citizen_public, &in, &again, &F), F);
    assert_true(again.again);
    assert_string_equal(out.number, again.number);
    assert_int_equal(house_number("SELECT COUNT(*) FROM objection"), 1);
}

static void a_commit_that_never_arrived_gives_none(void **state)
{
    (void)state;
    char *path = mem_printf(house.m, "%s/receipts.sock", house.folder);
    struct token form = citizen_form();
    struct submit_in in = citizen_words(&form, OBJECTION_PERSON);
    struct submit_out out;
    pid_t child = relay_start(path, RELAY_LOSES_QUESTION);
    bool done = submit_send(house.m, through_relay(path), &in, &out, &F);
    relay_stop(child);
    assert_false(done);
    assert_int_equal(F.kind, FAIL_UNCERTAIN);
    assert_int_equal(house_number("SELECT COUNT(*) FROM objection"), 0);
    F = (struct fail){ .kind = FAIL_NONE };
    house_ok(submit_send(house.m, citizen_public, &in, &out, &F), F);
    assert_false(out.again);
}

SUITE(receipts, CITIZEN_TEST(an_objection_is_kept_once_however_often_it_is_sent), CITIZEN_TEST(nothing_of_it_stands_in_clear),
      CITIZEN_TEST(a_unit_must_show_its_stamp), CITIZEN_TEST(files_that_the_review_did_not_show_stop_it),
      CITIZEN_TEST(an_anonymous_one_gets_a_code_and_no_message), CITIZEN_TEST(only_the_code_finds_it),
      CITIZEN_TEST(a_lost_answer_to_the_last_commit_still_gives_the_receipt), CITIZEN_TEST(a_commit_that_never_arrived_gives_none));
