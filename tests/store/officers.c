/* officers: how people come in, how long they stay, what changes them. */
#include "audit.h"
#include "enrol.h"
#include "login_backoff.h"
#include "officer_pass.h"
#include "person.h"
#include "slot.h"
#include "staffing.h"

/* ---- coming in ---- */

static void an_invited_officer_comes_in_by_his_code_once(void **state)
{
    (void)state;
    char *code, *token;
    struct person p = invited("once", STAFF_EDITOR, &code);
    house_fails(enter_from(&p, PASSWORD, "123456", HOME, &token), f, "sign_in_wrong");
    house_fails(activate(&p, code, "too short"), f, "password_short");
    house_ok(activate(&p, code, PASSWORD), f);
    assert_int_equal(session_of(&p).roles, STAFF_EDITOR);
    house_fails(activate(&p, code, ANOTHER), f, "pass_wrong");
}

static void an_invitation_lasts_a_day_and_a_new_one_ends_the_old(void **state)
{
    (void)state;
    char *first, *second;
    struct login_session by = session_of(&admin);
    struct person p = invited("late", STAFF_EDITOR, &first);
    house_ok(enrol_invite_again(house.m, staff, &by, p.id, &second, &f), f);
    house_fails(activate(&p, first, PASSWORD), f, "pass_wrong");
    house_sql(mem_printf(house.m, "UPDATE officer_pass SET expires_at = expires_at - INTERVAL 1 DAY WHERE officer_id = %lld", (long long)p.id));
    house_fails(activate(&p, second, PASSWORD), f, "pass_wrong");
}

static void an_offer_of_one_pass_is_none_for_another(void **state)
{
    (void)state;
    struct officer_pass_row mine, his;
    char *a, *b, *offer, *uri, *typed;
    invited("offer-a", STAFF_EDITOR, &a);
    invited("offer-b", STAFF_EDITOR, &b);
    house_ok(enrol_pass(house.m, staff, a, &mine, &f) && enrol_pass(house.m, staff, b, &his, &f), f);
    house_ok(enrol_totp_offer(house.m, &mine, &offer, &f), f);
    house_ok(enrol_totp_show(house.m, &mine, offer, &uri, &typed, &f), f);
    house_fails(enrol_totp_show(house.m, &his, offer, &uri, &typed, &f), f, "pass_wrong");
}

static void case_side_identity_side_and_accounts_do_not_meet_in_one_person(void **state)
{
    static const uint32_t apart[] = { STAFF_CASE | STAFF_IDENTITY, STAFF_APPROVER | STAFF_IDENTITY, STAFF_ADMIN | STAFF_CASE,
                                      STAFF_ADMIN | STAFF_IDENTITY };
    struct login_session by = session_of(&admin);
    char *code;
    int64_t id;
    (void)state;
    for (size_t i = 0; i < ROWS(apart); i++) {
        struct enrol_invite_in in = { "both", "两边", apart[i] };
        house_fails(enrol_invite(house.m, staff, &by, &in, &code, &id, &f), f, "roles_together");
    }
}

static void every_wrong_proof_reads_the_same(void **state)
{
    (void)state;
    char *token;
    struct person nobody = { .login = "nobody" };
    house_fails(enter_from(&nobody, PASSWORD, "123456", HOME, &token), f, "sign_in_wrong");
    house_fails(enter_from(&boss, ANOTHER, digits(&boss), HOME, &token), f, "sign_in_wrong");
    house_fails(enter_from(&boss, PASSWORD " ", digits(&boss), HOME, &token), f, "sign_in_wrong");
    house_fails(enter_from(&boss, PASSWORD, "000000", HOME, &token), f, "sign_in_wrong");
    assert_int_equal(NUMBER("SELECT COUNT(*) FROM audit WHERE action = 'sign_in_failed' AND object_id = %lld", boss.id), 3);
}

static void a_one_time_code_is_good_once(void **state)
{
    (void)state;
    char *token, *code = digits(&boss);
    house_ok(enter_from(&boss, PASSWORD, code, HOME, &token), f);
    house_fails(enter_from(&boss, PASSWORD, code, HOME, &token), f, "sign_in_wrong");
}

static void who_guesses_must_wait_and_the_owner_comes_in_all_the_same(void **state)
{
    (void)state;
    struct login_source bad;
    char *token;
    house_ok(enter_from(&boss, PASSWORD, digits(&boss), HOME, &token), f);
    house_ok(login_source(boss.login, ABROAD, &bad, &f), f);
    for (int i = 0; i < 200; i++)
        house_ok(login_note_wrong(staff, &bad, &f), f);
    house_fails(enter_from(&boss, PASSWORD, digits(&boss), ABROAD, &token), f, "sign_in_wait");
    house_ok(enter_from(&boss, PASSWORD, digits(&boss), HOME, &token), f);
    /* One minute later the other may try again, and is not locked out. */
    house_sql("UPDATE rate_hit SET window_start = window_start - INTERVAL 61 SECOND");
    house_ok(enter_from(&boss, PASSWORD, digits(&boss), ABROAD, &token), f);
}

static void nobody_behind_the_same_address_keeps_the_officer_out(void **state)
{
    (void)state;
    char *token;
    house_ok(enter_from(&boss, PASSWORD, digits(&boss), HOME, &token), f);
    for (int i = 0; i < 50; i++)
        assert_false(enter_from(&boss, ANOTHER, "000000", HOME, &token));
    assert_string_equal(f.code, "sign_in_wait");
    int64_t lines = NUMBER("SELECT COUNT(*) FROM audit WHERE action = 'sign_in_failed' AND object_id = %lld", boss.id);
    house_fails(enter_from(&boss, ANOTHER, digits(&boss), HOME, &token), f, "sign_in_wait");
    assert_int_equal(NUMBER("SELECT COUNT(*) FROM audit WHERE action = 'sign_in_failed' AND object_id = %lld", boss.id), lines);
    house_ok(enter_from(&boss, PASSWORD, digits(&boss), HOME, &token), f);
    /* The control: where he has not come in before, waiting is for all. */
    for (int i = 0; i < 10; i++)
        assert_false(enter_from(&boss, ANOTHER, "000000", ABROAD, &token));
    house_fails(enter_from(&boss, PASSWORD, digits(&boss), ABROAD, &token), f, "sign_in_wait");
}

static void who_has_the_password_does_not_guess_the_code_of_a_known_pair(void **state)
{
    (void)state;
    char *token;
    house_ok(enter_from(&boss, PASSWORD, digits(&boss), HOME, &token), f);
    for (int i = 0; i < 8; i++)
        assert_false(enter_from(&boss, PASSWORD, "000000", HOME, &token));
    house_fails(enter_from(&boss, PASSWORD, digits(&boss), HOME, &token), f, "sign_in_wait");
    house_sql("UPDATE rate_hit SET window_start = window_start - INTERVAL 61 SECOND");
    house_ok(enter_from(&boss, PASSWORD, digits(&boss), HOME, &token), f);
}

static void proving_again_counts_for_the_session_alone(void **state)
{
    (void)state;
    char *renewed, *token;
    struct login_session s = session_of(&boss), other = session_of(&boss);
    struct login_in wrong = { NULL, ANOTHER, "000000", HOME }, right = { NULL, PASSWORD, digits(&boss), HOME };
    for (int i = 0; i < 10; i++)
        assert_false(login_refresh(house.m, staff, &s, &wrong, &renewed, &f));
    assert_string_equal(f.code, "sign_in_wait");
    house_fails(login_refresh(house.m, staff, &s, &right, &renewed, &f), f, "sign_in_wait");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(login_refresh(house.m, staff, &other, &right, &renewed, &f), f);
    house_ok(enter_from(&boss, PASSWORD, digits(&boss), HOME, &token), f);
}

/* ---- turns ---- */

static void the_turns_of_sign_in_are_no_locks_of_the_database(void **state)
{
    (void)state;
    char *token;
    int first, second, third;
    static const struct db_statement hold = { "hold", "SELECT GET_LOCK('gs-argon2-0', 0) + GET_LOCK('gs-argon2-1', 0)", DB_PUBLIC };
    struct db *anybody = house_account(DB_PUBLIC);
    struct db_rows *held = db_rows(anybody, house.m, &hold, &f);
    assert_true(held && db_next(held, &f));
    assert_int_equal(db_get_int(held, 0), 2);
    house_ok(enter_from(&boss, PASSWORD, digits(&boss), HOME, &token), f);
    /* The control: two turns there are, and not three. */
    house_ok(slot_take(&first, &f) && slot_take(&second, &f), f);
    house_fails(slot_take(&third, &f), f, "sign_in_busy");
    slot_leave(first);
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(slot_take(&third, &f), f);
    slot_leave(second);
    slot_leave(third);
}

/* ---- sessions ---- */

static void only_the_cookie_opens_a_session(void **state)
{
    (void)state;
    struct login_session s;
    char *token = token_of(&boss);
    house_ok(holds(token, &s), f);
    token[3] = token[3] == 'A' ? 'B' : 'A';
    house_fails(holds(token, &s), f, "signed_out");
    house_fails(holds("", &s), f, "signed_out");
}

static void a_session_ends_idle_at_its_limit_and_at_the_third_sign_in(void **state)
{
    static const char *const AGES[] = { "seen_at = seen_at - INTERVAL 16 MINUTE", "created_at = created_at - INTERVAL 9 HOUR" };
    struct login_session s;
    (void)state;
    for (size_t i = 0; i < ROWS(AGES); i++) {
        char *token = token_of(&boss);
        house_ok(holds(token, &s), f);
        house_sql(mem_printf(house.m, "UPDATE officer_session SET %s WHERE id = %lld", AGES[i], (long long)s.id));
        house_fails(holds(token, &s), f, "signed_out");
    }
    char *first = token_of(&boss), *second = token_of(&boss), *third = token_of(&boss);
    house_fails(holds(first, &s), f, "signed_out");
    house_ok(holds(second, &s), f);
    house_ok(holds(third, &s), f);
    house_ok(login_leave(staff, &s, &f), f);
    house_fails(holds(third, &s), f, "signed_out");
}

static void a_proof_stays_fresh_five_minutes_and_is_renewed_under_a_new_cookie(void **state)
{
    (void)state;
    struct login_session s, again;
    char *token = token_of(&boss), *renewed;
    house_ok(holds(token, &s), f);
    assert_true(s.fresh);
    house_sql(mem_printf(house.m, "UPDATE officer_session SET fresh_at = fresh_at - INTERVAL 6 MINUTE WHERE id = %lld", (long long)s.id));
    house_ok(holds(token, &s), f);
    assert_false(s.fresh);
    struct login_in wrong = { NULL, ANOTHER, digits(&boss), HOME }, right = { NULL, PASSWORD, digits(&boss), HOME };
    house_fails(login_refresh(house.m, staff, &s, &wrong, &renewed, &f), f, "sign_in_wrong");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(login_refresh(house.m, staff, &s, &right, &renewed, &f), f);
    house_fails(holds(token, &again), f, "signed_out");
    house_ok(holds(renewed, &again), f);
    assert_true(again.fresh);
    assert_int_equal(again.id, s.id);
    assert_string_not_equal(again.csrf, s.csrf);
}

/* ---- what one may do, and the end ---- */

static void roles_bite_at_once_and_take_the_keys_they_gave(void **state)
{
    (void)state;
    struct login_session s, by = session_of(&admin);
    struct person p = officer("moved", STAFF_CASE);
    granted(&p);
    char *open = token_of(&p);
    house_ok(staffing_roles(house.m, staff, &by, p.id, STAFF_EDITOR, &f), f);
    house_fails(holds(open, &s), f, "signed_out");
    assert_int_equal(session_of(&p).roles, STAFF_EDITOR);
    house_ok(staffing_roles(house.m, staff, &by, p.id, STAFF_CASE, &f), f);
    assert_false(reads(&p));
}

static void a_disabled_officer_is_out(void **state)
{
    (void)state;
    struct login_session s, by = session_of(&admin);
    struct person p = officer("gone", STAFF_CASE);
    granted(&p);
    char *open = token_of(&p), *token, *code = reset_code(&p);
    house_ok(staffing_disable(staff, &by, p.id, &f), f);
    house_fails(holds(open, &s), f, "signed_out");
    house_fails(enter_from(&p, PASSWORD, digits(&p), HOME, &token), f, "sign_in_wrong");
    house_fails(reset(&p, code, p.recovery, digits(&p)), f, "pass_wrong");
    assert_int_equal(NUMBER("SELECT COUNT(*) FROM key_grant WHERE officer_id = %lld", p.id), 0);
}

static void nobody_changes_himself_and_one_administrator_stays(void **state)
{
    (void)state;
    struct login_session by = session_of(&admin), no = session_of(&boss);
    house_fails(staffing_disable(staff, &by, admin.id, &f), f, "not_oneself");
    house_fails(staffing_roles(house.m, staff, &by, admin.id, STAFF_EDITOR, &f), f, "not_oneself");
    house_fails(staffing_disable(staff, &no, admin.id, &f), f, "forbidden");
    struct person second = officer("second", STAFF_ADMIN);
    struct login_session his = session_of(&second);
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(staffing_roles(house.m, staff, &his, admin.id, STAFF_EDITOR, &f), f);
    house_fails(staffing_disable(staff, &by, second.id, &f), f, "last_admin");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(staffing_roles(house.m, staff, &his, admin.id, STAFF_ADMIN, &f), f);
}

static void the_audit_says_who_did_what_to_whom_newest_first(void **state)
{
    (void)state;
    struct audit_row *rows;
    size_t n;
    struct login_session by = session_of(&admin);
    struct person p = officer("watched", STAFF_EDITOR);
    house_ok(staffing_roles(house.m, staff, &by, p.id, STAFF_EDITOR | STAFF_PUBLISHER, &f), f);
    struct audit_filter filter = { "officer", mem_printf(house.m, "%lld", (long long)p.id), 0 };
    house_ok(audit_list(house.m, staff, &filter, 0, 10, &rows, &n, &f), f);
    assert_int_equal(n, 3);
    assert_string_equal(rows[0].action, "officer_roles");
    assert_string_equal(rows[0].detail, "editor,publisher");
    assert_string_equal(rows[0].actor, "某人");
    assert_string_equal(rows[0].object, "新人");
    assert_string_equal(rows[2].action, "officer_invite");
    house_ok(audit_list(house.m, staff, &filter, rows[1].id, 10, &rows, &n, &f), f);
    assert_int_equal(n, 1);
    filter = (struct audit_filter){ "", "", p.id };
    house_ok(audit_list(house.m, staff, &filter, 0, 10, &rows, &n, &f), f);
    assert_int_equal(n, 1);
    assert_string_equal(rows[0].action, "officer_activate");
}

SUITE(officers,
    TEST(an_invited_officer_comes_in_by_his_code_once),
    TEST(an_invitation_lasts_a_day_and_a_new_one_ends_the_old),
    TEST(an_offer_of_one_pass_is_none_for_another),
    TEST(case_side_identity_side_and_accounts_do_not_meet_in_one_person),
    TEST(every_wrong_proof_reads_the_same),
    TEST(a_one_time_code_is_good_once),
    TEST(who_guesses_must_wait_and_the_owner_comes_in_all_the_same),
    TEST(nobody_behind_the_same_address_keeps_the_officer_out),
    TEST(who_has_the_password_does_not_guess_the_code_of_a_known_pair),
    TEST(proving_again_counts_for_the_session_alone),
    TEST(the_turns_of_sign_in_are_no_locks_of_the_database),
    TEST(only_the_cookie_opens_a_session),
    TEST(a_session_ends_idle_at_its_limit_and_at_the_third_sign_in),
    TEST(a_proof_stays_fresh_five_minutes_and_is_renewed_under_a_new_cookie),
    TEST(roles_bite_at_once_and_take_the_keys_they_gave),
    TEST(a_disabled_officer_is_out),
    TEST(nobody_changes_himself_and_one_administrator_stays),
    TEST(the_audit_says_who_did_what_to_whom_newest_first));
