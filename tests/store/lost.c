/* lost: no way of changing, losing and getting again a password loses what was sealed, and no key comes to who may not have it. */
#include "enrol.h"
#include "keyring.h"
#include "person.h"

static void a_new_password_keeps_the_key_and_ends_other_sessions(void **state)
{
    (void)state;
    struct login_session s;
    struct person p = officer("change", STAFF_CASE);
    granted(&p);
    char *other = token_of(&p), *mine = token_of(&p);
    house_ok(holds(mine, &s), f);
    house_fails(enrol_password(house.m, staff, &s, ANOTHER, ANOTHER, &f), f, "password_old_wrong");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(enrol_password(house.m, staff, &s, PASSWORD, ANOTHER, &f), f);
    house_ok(holds(mine, &s), f);
    house_fails(holds(other, &s), f, "signed_out");
    p.password = ANOTHER;
    assert_true(reads(&p));
}

static void a_lost_password_loses_nothing_with_the_recovery_code(void **state)
{
    (void)state;
    struct login_session s;
    struct person p = officer("lost", STAFF_CASE);
    granted(&p);
    char *code = reset_code(&p), *open = token_of(&p);
    house_fails(reset(&p, code, boss.recovery, digits(&p)), f, "recovery_wrong");
    house_fails(reset(&p, code, p.recovery, "000000"), f, "digits_wrong");
    house_ok(reset(&p, code, p.recovery, digits(&p)), f);
    house_fails(holds(open, &s), f, "signed_out");
    assert_true(reads(&p));
    house_fails(reset(&p, code, p.recovery, digits(&p)), f, "pass_wrong");
}

static void a_lost_password_and_a_lost_code_cost_the_key_until_it_is_granted_again(void **state)
{
    (void)state;
    struct person p = officer("lost-all", STAFF_CASE);
    granted(&p);
    char *old = p.recovery;
    house_ok(reset(&p, reset_code(&p), "", digits(&p)), f);
    assert_string_not_equal(p.recovery, old);
    assert_false(reads(&p));
    assert_string_equal(f.code, "key_not_granted");
    granted(&p);
    assert_true(reads(&p));
    house_fails(reset(&p, reset_code(&p), old, digits(&p)), f, "recovery_wrong");
}

static void a_new_recovery_code_ends_the_old_one(void **state)
{
    (void)state;
    struct person p = officer("paper", STAFF_CASE);
    granted(&p);
    struct login_session s = session_of(&p);
    char *old = p.recovery;
    house_ok(enrol_recovery(house.m, staff, &s, &p.recovery, &f), f);
    char *code = reset_code(&p);
    house_fails(reset(&p, code, old, digits(&p)), f, "recovery_wrong");
    house_ok(reset(&p, code, p.recovery, digits(&p)), f);
    assert_true(reads(&p));
}

static void five_wrong_one_time_codes_end_a_reset(void **state)
{
    (void)state;
    struct person p = officer("guess", STAFF_EDITOR);
    char *code = reset_code(&p);
    for (int i = 0; i < 5; i++)
        house_fails(reset(&p, code, "", "000000"), f, "digits_wrong");
    house_fails(reset(&p, code, "", digits(&p)), f, "pass_wrong");
}

static void nobody_resets_alone_or_for_himself(void **state)
{
    (void)state;
    char *code;
    struct person p = officer("pair", STAFF_CASE);
    struct login_session by = session_of(&admin), other = session_of(&boss), his = session_of(&p);
    house_fails(enrol_reset_ask(staff, &his, boss.id, &f), f, "forbidden");
    house_fails(enrol_reset_ask(staff, &by, admin.id, &f), f, "reset_waits");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(enrol_reset_ask(staff, &by, boss.id, &f), f);
    int64_t pass = NUMBER("SELECT MAX(id) FROM officer_pass WHERE officer_id = %lld", boss.id);
    house_fails(enrol_reset_agree(house.m, staff, &by, pass, &code, &f), f, "reset_agree");
    house_fails(enrol_reset_agree(house.m, staff, &other, pass, &code, &f), f, "reset_agree");
    house_fails(enrol_reset_agree(house.m, staff, &his, pass, &code, &f), f, "forbidden");
}

static void a_key_goes_from_a_holder_to_one_who_needs_it(void **state)
{
    (void)state;
    struct officer_row *waiting;
    size_t n, seen = 0;
    struct person p = officer("needs", STAFF_CASE), editor = officer("needs-not", STAFF_EDITOR);
    struct login_session without = session_of(&p), by = session_of(&boss), chief = session_of(&admin);
    house_fails(keyring_grant(staff, &without, KEYRING_CASE, boss.id, &f), f, "key_not_granted");
    house_fails(keyring_grant(staff, &chief, KEYRING_CASE, p.id, &f), f, "key_not_granted");
    house_fails(keyring_grant(staff, &by, KEYRING_CASE, editor.id, &f), f, "key_not_needed");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(keyring_waiting(house.m, staff, KEYRING_CASE, &waiting, &n, &f), f);
    for (size_t i = 0; i < n; i++)
        seen += waiting[i].id == p.id;
    assert_int_equal(seen, 1);
    assert_false(reads(&p));
    granted(&p);
    assert_true(reads(&p));
}

SUITE(lost,
    TEST(a_new_password_keeps_the_key_and_ends_other_sessions),
    TEST(a_lost_password_loses_nothing_with_the_recovery_code),
    TEST(a_lost_password_and_a_lost_code_cost_the_key_until_it_is_granted_again),
    TEST(a_new_recovery_code_ends_the_old_one),
    TEST(five_wrong_one_time_codes_end_a_reset),
    TEST(nobody_resets_alone_or_for_himself),
    TEST(a_key_goes_from_a_holder_to_one_who_needs_it));
