/* cases: an objection from its receipt to its outcome, worked by people none of whom may do another's part, and some of whom are slower
 * than others. */
#include "audit.h"
#include "case_steps.h"

/* ---- the whole way ---- */

static void an_objection_goes_from_its_receipt_to_its_outcome(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    asked(o.receipt);
    replied();
    struct moderate_case c = opened(o.receipt);
    assert_string_equal(c.statement, STATEMENT);
    assert_string_equal((char *)c.assists[0].reply.data, "登记簿见附件。");
    assert_int_equal(c.file_count, 2);
    assert_string_equal(c.files[1].name, "register.pdf");
    assert_int_equal(c.files[1].assist_id, c.assists[0].id);
    int64_t draft = drafted(o.receipt);
    house_ok(decide_return(staff, &boss_now, o.receipt, draft, "请写明出处", &f), f);
    c = opened(o.receipt);
    assert_string_equal((char *)c.events[c.event_count - 1].note.data, "请写明出处");
    draft = drafted(o.receipt);
    house_ok(decide_approve(staff, &boss_now, o.receipt, draft, &f), f);
    assert_int_equal(looked_up(&o).answer_count, 1); /* nothing is told before it is told */
    house_ok(decide_notify(staff, &ding, o.receipt, "DECIDED", &words, &f), f);
    struct track_out seen = looked_up(&o);
    assert_int_equal(seen.state, OBJECTION_NOTIFIED);
    assert_string_equal(seen.answers[seen.answer_count - 1].text, "异议不成立\n\n" TOLD);
    for (size_t i = 0; i < seen.answer_count; i++)
        assert_null(strstr(seen.answers[i].text, REASONS));
    /* Received, accepted, decided; nothing of it says more than that there is news. */
    int64_t about = house_number(mem_printf(house.m, "SELECT COUNT(*) FROM outbox x JOIN objection o ON o.id = x.objection_id "
                                            "WHERE o.receipt = '%s' AND x.params = '{}'", o.receipt));
    assert_int_equal(about, 3);
}

static void a_refusal_is_told_with_its_words_and_kept(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    confirmed(o.receipt);
    struct moderate_in in = { .s = &ding, .receipt = o.receipt, .seen = "PRELIM_REVIEW", .move = MOVE_REFUSE, .told = "只是看法不同。",
                              .note = "", .code = "RESULT_ONLY", .note_key = KEYRING_CASE };
    house_ok(moderate_do(staff, &in, &f), f);
    assert_int_equal(looked_up(&o).answer_count, 0); /* one officer alone refuses nothing */
    house_fails(moderate_agree(staff, &ding, o.receipt, proposed(o.receipt), &f), f, "same_person");
    agreed(&wu, o.receipt);
    struct moderate_case c = opened(o.receipt);
    assert_string_equal((char *)c.events[c.event_count - 1].note.data, "只是看法不同。");
    assert_string_equal(c.events[c.event_count - 1].reason_code, "RESULT_ONLY");
    assert_string_equal(looked_up(&o).answers[0].text, "只是看法不同。");
}

/* ---- who may see what ---- */

static void the_desk_reads_no_text_and_the_case_side_no_person(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_UNIT);
    struct moderate_case c;
    struct moderate_person p;
    struct moderate_original file;
    house_fails(moderate_case(house.m, staff, &desk, o.receipt, &c, &f), f, "key_not_granted");
    house_fails(moderate_person(house.m, staff, &ding, o.receipt, &p, &f), f, "key_not_granted");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(moderate_person(house.m, staff, &desk, o.receipt, &p, &f), f);
    assert_string_equal(p.unit, "虚构单位");
    assert_int_equal(p.stamped_count, 1);
    c = opened(o.receipt);
    assert_int_equal(c.file_count, 1);
    int64_t evidence = c.files[0].id, stamped = p.stamped[0].id;
    house_fails(moderate_original(house.m, staff, &ding, o.receipt, stamped, KEYRING_CASE, "看看", &file, &f), f, "not_found");
    house_fails(moderate_original(house.m, staff, &ding, o.receipt, stamped, KEYRING_IDENTITY, "看看", &file, &f), f, "key_not_granted");
    house_fails(moderate_original(house.m, staff, &desk, o.receipt, evidence, KEYRING_IDENTITY, "看看", &file, &f), f, "not_found");
    house_fails(moderate_original(house.m, staff, &desk, o.receipt, evidence, KEYRING_CASE, "看看", &file, &f), f, "key_not_granted");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(moderate_original(house.m, staff, &desk, o.receipt, stamped, KEYRING_IDENTITY, "核对公章", &file, &f), f);
    assert_string_equal(file.kind, "png");
    assert_memory_equal(file.bytes, "\x89PNG", 4);
    assert_int_equal(NUMBER("SELECT COUNT(*) FROM audit WHERE action = 'download' AND detail = '核对公章' AND object_id = %lld", stamped), 1);
}

static void who_it_is_closes_once_it_is_settled(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    struct moderate_person p;
    struct casebook_event *moves;
    size_t n;
    confirmed(o.receipt);
    house_fails(moderate_person(house.m, staff, &desk, o.receipt, &p, &f), f, "case_moved");
    house_fails(moderate_identity(staff, &desk, o.receipt, WAITING, false, "", &f), f, "case_moved");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(moderate_desk_moves(house.m, staff, o.receipt, &moves, &n, &f), f);
    assert_int_equal(n, 1);
    assert_string_equal(moves[0].move, "CONFIRM_IDENTITY");
    /* What the telephone said is the desk's alone. */
    struct moderate_case c = opened(o.receipt);
    assert_int_equal(c.events[1].note.len, 0);
}

static void reading_a_case_opens_the_key_once_on_the_record(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    asked(o.receipt);
    replied();
    static const char count[] = "SELECT COUNT(*) FROM audit WHERE action IN ('read_case', 'key_open') AND actor_id = %lld";
    int64_t was = NUMBER(count, ding.officer_id);
    opened(o.receipt);
    assert_int_equal(NUMBER(count, ding.officer_id), was + 2);
}

static void who_opens_too_many_is_refused_and_told_of(void **state)
{
    (void)state;
    struct moderate_case c;
    struct moderate_original file;
    struct audit_row *rows;
    size_t n;
    char *receipts[5];
    struct person p = enrolled("eager", STAFF_CASE | STAFF_APPROVER);
    struct login_session eager = session_of(&p);
    for (size_t i = 0; i < ROWS(receipts); i++)
        receipts[i] = mem_text(house.m, filed(OBJECTION_PERSON).receipt);
    int64_t evidence = opened(receipts[4]).files[0].id;
    declared(&eager, receipts[0]);
    house_openings(3);
    /* The same one counts once, however often. */
    for (size_t i = 0; i < 9; i++)
        house_ok(moderate_case(house.m, staff, &eager, receipts[i % 3], &c, &f), f);
    house_fails(moderate_case(house.m, staff, &eager, receipts[3], &c, &f), f, "open_refused");
    assert_null(c.statement);
    house_fails(moderate_original(house.m, staff, &eager, receipts[4], evidence, KEYRING_CASE, "看看", &file, &f), f, "open_refused");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(audit_alarms(house.m, staff, 5, &rows, &n, &f), f);
    assert_int_equal(n, 2);
    assert_string_equal(rows[1].object, receipts[3]);
    assert_int_equal(NUMBER("SELECT COUNT(*) FROM audit WHERE action IN ('key_open', 'read_case') AND actor_id = %lld", eager.officer_id), 18);
    /* His own and his colleagues' work goes on. */
    house_ok(moderate_case(house.m, staff, &eager, receipts[0], &c, &f), f);
    house_ok(moderate_case(house.m, staff, &boss_now, receipts[3], &c, &f), f);
    /* An hour later he may again. */
    static const char later[] = "SET timestamp = UNIX_TIMESTAMP() + 3601", now[] = "SET timestamp = DEFAULT";
    house_ok(db_script(staff, "later", later, strlen(later), &f), f);
    bool again = moderate_case(house.m, staff, &eager, receipts[3], &c, &f);
    house_ok(db_script(staff, "now", now, strlen(now), &f), f);
    assert_true(again);
}

static void a_union_reads_and_answers_only_its_own_letters(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    struct token t = new_token();
    struct letter l;
    asked(o.receipt);
    char *slug = letter_slug();
    struct union_work_reply in = { slug, "不关我事。", &t, 0 };
    house_fails(letter_read(house.m, unions, slug, 2, &l, &f), f, "not_found");
    house_fails(union_work_sign(unions, &of_gs, slug, &f), f, "not_found");
    house_fails(union_work_reply(unions, &of_gs, &in, &f), f, "not_found");
    house_fails(union_work_reply(unions, &of_sc, &in, &f), f, "case_moved"); /* not signed for */
    replied();
    house_fails(union_work_reply(unions, &of_sc, &in, &f), f, "case_moved"); /* once */
    assert_int_equal(house_number("SELECT COUNT(*) FROM assist WHERE reply_sealed IS NOT NULL AND replied_by = 2"), 0);
}

/* ---- two persons, and one who is slower ---- */

static void nobody_checks_or_approves_himself(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    accepted(o.receipt);
    struct assist_work_in in = abstract_in(o.receipt);
    house_ok(assist_work_draft(staff, &wu, &in, &f), f);
    in = abstract_in(o.receipt);
    house_fails(assist_work_send(staff, &wu, &in, &f), f, "same_person");
    moved(&ding, o.receipt, MOVE_ASSIGN);
    struct decide_in decision = { o.receipt, "INVESTIGATING", "PARTLY", REASONS, TOLD, findings, 1 };
    house_fails(decide_draft(staff, &wu, &decision, &f), f, "findings_missing");
    decision.finding_count = 2;
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(decide_draft(staff, &wu, &decision, &f), f);
    int64_t id = house_number("SELECT MAX(id) FROM decision");
    house_fails(decide_approve(staff, &wu, o.receipt, id, &f), f, "same_person");
    house_fails(decide_return(staff, &wu, o.receipt, id, "自己退", &f), f, "same_person");
    house_fails(decide_approve(staff, &ding, o.receipt, id, &f), f, "forbidden");
    assert_int_not_equal(house_sql(mem_printf(house.m, "UPDATE decision SET approved_by = drafted_by WHERE id = %lld", (long long)id)), 0);
}

static void the_slower_one_changes_nothing(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    confirmed(o.receipt);
    struct moderate_in accept = move_in(&ding, o.receipt, MOVE_ACCEPT), refusal = move_in(&wu, o.receipt, MOVE_REFUSE);
    accept.seen = refusal.seen = "PRELIM_REVIEW";
    house_ok(moderate_do(staff, &accept, &f), f);
    house_fails(moderate_do(staff, &refusal, &f), f, "proposal_waits"); /* one thing at a time */
    int64_t waits = proposed(o.receipt);
    f = (struct fail){ .kind = FAIL_NONE };
    agreed(&wu, o.receipt);
    house_fails(moderate_do(staff, &refusal, &f), f, "case_moved");
    house_fails(moderate_agree(staff, &boss_now, o.receipt, waits, &f), f, "case_moved"); /* settled once */
    assert_int_equal(looked_up(&o).answer_count, 1);
    struct assist_work_in old = abstract_in(o.receipt);
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(assist_work_draft(staff, &ding, &old, &f), f);
    house_fails(assist_work_draft(staff, &wu, &old, &f), f, "case_moved"); /* there was none when he began */
    struct assist_work_in seen = abstract_in(o.receipt), again = seen;
    again.abstract = "请核查另外一件事，附登记簿和说明。";
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(assist_work_draft(staff, &ding, &again, &f), f);
    house_fails(assist_work_send(staff, &wu, &seen, &f), f, "case_moved"); /* not the text that was checked */
    assert_int_equal(house_number("SELECT COUNT(*) FROM assist WHERE state <> 'DRAFT' AND id = (SELECT MAX(id) FROM assist)"), 0);
}

static void a_union_that_is_accused_is_not_asked(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    accepted(o.receipt);
    struct assist_work_in in = abstract_in(o.receipt);
    in.accuses_union = true;
    house_fails(assist_work_draft(staff, &ding, &in, &f), f, "union_accused");
    assert_string_equal(f.field, "accuses_union");
}

static void a_clue_goes_its_own_way(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_ANONYMOUS);
    struct moderate_person p;
    house_fails(moderate_person(house.m, staff, &desk, o.receipt, &p, &f), f, "case_moved");
    house_fails(moderate_identity(staff, &desk, o.receipt, "CLUE", true, "", &f), f, "case_moved");
    struct moderate_in in = move_in(&ding, o.receipt, MOVE_ACCEPT);
    house_fails(moderate_do(staff, &in, &f), f, "case_moved");
    f = (struct fail){ .kind = FAIL_NONE };
    moved(&ding, o.receipt, MOVE_CHECK_CLUE);
    moved(&ding, o.receipt, MOVE_TAKE_UP_CLUE);
    agreed(&wu, o.receipt);
    moved(&ding, o.receipt, MOVE_FILE_CLUE);
    agreed(&wu, o.receipt);
    assert_string_equal(opened(o.receipt).stored.row.state, "CLUE_FILED");
    assert_string_equal(opened(o.receipt).statement, STATEMENT);
}

/* ---- lists ---- */

static const struct casebook_row *listed(const char *number, const char *states, size_t *n)
{
    struct casebook_filter filter = { number, states, "", "", "", "" };
    struct casebook_row *rows;
    house_ok(moderate_list(house.m, staff, &ding, &filter, &rows, n, &f), f);
    return rows;
}

static void an_objection_is_found_by_some_of_its_digits_and_its_state(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    size_t n, all;
    assert_string_equal(listed(o.receipt + 2, "", &n)->receipt, o.receipt);
    assert_int_equal(n, 1);
    listed(o.receipt, "ACCEPTED,DECIDED", &n);
    assert_int_equal(n, 0);
    listed(o.receipt, "ACCEPTED,SUBMITTED", &n);
    assert_int_equal(n, 1);
    listed("", "", &all);
    assert_int_equal(all, house_number("SELECT COUNT(*) FROM objection"));
}

static void every_step_has_its_term_and_the_nearest_comes_first(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    struct casebook_row *waiting;
    size_t n;
    house_ok(moderate_waiting(house.m, staff, &desk, &waiting, &n, &f), f);
    for (size_t i = 0; i < n; i++) {
        assert_true(waiting[i].deadline_at > waiting[i].submitted_at);
        assert_true(i == 0 || waiting[i - 1].deadline_at <= waiting[i].deadline_at);
    }
    accepted(o.receipt);
    instant term = opened(o.receipt).stored.row.deadline_at;
    struct assist_work_in in = abstract_in(o.receipt);
    house_ok(assist_work_draft(staff, &ding, &in, &f), f);
    in = abstract_in(o.receipt);
    house_ok(assist_work_send(staff, &wu, &in, &f), f);
    assert_true(opened(o.receipt).assists[0].due_at < term);
    replied();
    assert_true(opened(o.receipt).stored.row.deadline_at == term);
    assert_string_not_equal(opened(o.receipt).stored.deadline_rule, "");
}

#define CASE(name) cmocka_unit_test_setup(name, case_before)
SUITE(cases, CASE(an_objection_goes_from_its_receipt_to_its_outcome), CASE(a_refusal_is_told_with_its_words_and_kept),
      CASE(the_desk_reads_no_text_and_the_case_side_no_person), CASE(who_it_is_closes_once_it_is_settled),
      CASE(reading_a_case_opens_the_key_once_on_the_record), CASE(who_opens_too_many_is_refused_and_told_of),
      CASE(a_union_reads_and_answers_only_its_own_letters),
      CASE(nobody_checks_or_approves_himself), CASE(the_slower_one_changes_nothing), CASE(a_union_that_is_accused_is_not_asked),
      CASE(a_clue_goes_its_own_way), CASE(an_objection_is_found_by_some_of_its_digits_and_its_state),
      CASE(every_step_has_its_term_and_the_nearest_comes_first));
