/* resume: what is typed and not sent comes back with the secret it was kept under, for a while, and tells nobody else anything. */
#include "resume.h"

#include "citizen.h"
#include "retain.h"

#define F citizen_fail
#define PLACE "2026-1/abc"
#define TYPED "statement=他的社保不在杭州&name=何某"
#define MOST 2000 /* the setting's own */

static char *secret;

static char *found(const char *key, const char *place)
{
    char *typed = NULL;
    house_ok(resume_find(house.m, citizen_public, key, place, &typed, &F), F);
    return typed;
}

static int before(void **state)
{
    secret = resume_secret(house.m);
    return citizen_before(state);
}

static void what_is_typed_comes_back_with_its_secret_alone(void **state)
{
    (void)state;
    char *other = resume_secret(house.m);
    assert_true(resume_keep(house.m, citizen_public, secret, PLACE, TYPED));
    assert_string_equal(found(secret, PLACE), TYPED);
    assert_null(found(other, PLACE));
    assert_null(found(secret, "2026-1/abd"));
    assert_null(found(NULL, PLACE));
    assert_null(found("short", PLACE));
    assert_true(resume_keep(house.m, citizen_public, secret, PLACE, "again"));
    assert_string_equal(found(secret, PLACE), "again");
    assert_int_equal(house_number("SELECT COUNT(*) FROM unsent_form"), 1);
    resume_forget(citizen_public, secret, PLACE);
    assert_null(found(secret, PLACE));
}

static void the_table_tells_neither_what_nor_where(void **state)
{
    (void)state;
    assert_true(resume_keep(house.m, citizen_public, secret, PLACE, TYPED));
    assert_int_equal(house_number("SELECT COUNT(*) FROM unsent_form WHERE INSTR(CONCAT(tag, boxed), '何某') OR INSTR(CONCAT(tag, boxed), '2026-1')"), 0);
    /* The control: what is not boxed is found so. */
    assert_int_equal(house_sql("INSERT INTO unsent_form VALUES (REPEAT('c', 32), '" TYPED "', '2026-04-21 03:00:00')"), 0);
    assert_int_equal(house_number("SELECT COUNT(*) FROM unsent_form WHERE INSTR(CONCAT(tag, boxed), '何某')"), 1);
    /* Another row's bytes do not open under one's own tag. */
    assert_int_equal(house_sql("UPDATE unsent_form SET boxed = REPEAT('x', 100) WHERE tag <> REPEAT('c', 32)"), 0);
    assert_null(found(secret, PLACE));
}

static void it_is_gone_after_two_hours(void **state)
{
    (void)state;
    bool more;
    assert_true(resume_keep(house.m, citizen_public, secret, PLACE, TYPED));
    citizen_travel(citizen_public, "2026-04-21 03:59:59");
    assert_non_null(found(secret, PLACE));
    citizen_travel(citizen_public, "2026-04-21 04:00:01");
    assert_null(found(secret, PLACE));
    citizen_travel(citizen_notify, "2026-04-21 03:59:59");
    house_ok(retain_sweep(citizen_notify, &more, &F), F);
    assert_int_equal(house_number("SELECT COUNT(*) FROM unsent_form"), 1);
    citizen_travel(citizen_notify, "2026-04-21 04:00:01");
    house_ok(retain_sweep(citizen_notify, &more, &F), F);
    assert_int_equal(house_number("SELECT COUNT(*) FROM unsent_form"), 0);
}

static void many_and_large_ones_are_not_kept(void **state)
{
    (void)state;
    char *large = mem_alloc(house.m, RESUME_MAX + 2);
    memset(large, 'a', RESUME_MAX + 1);
    assert_false(resume_keep(house.m, citizen_public, secret, PLACE, large));
    large[RESUME_MAX] = '\0';
    assert_true(resume_keep(house.m, citizen_public, secret, PLACE, large));
    assert_int_equal(house_sql("INSERT INTO unsent_form SELECT UNHEX(SHA2(seq, 256)), 'x', '2026-04-21 03:00:00' FROM seq_2_to_2000"), 0);
    assert_int_equal(house_number("SELECT COUNT(*) FROM unsent_form"), MOST);
    assert_false(resume_keep(house.m, citizen_public, resume_secret(house.m), PLACE, TYPED));
    assert_true(resume_keep(house.m, citizen_public, secret, PLACE, TYPED));
}

#define TEST(name) cmocka_unit_test_setup(name, before)
SUITE(resume, TEST(what_is_typed_comes_back_with_its_secret_alone), TEST(the_table_tells_neither_what_nor_where),
      TEST(it_is_gone_after_two_hours), TEST(many_and_large_ones_are_not_kept));
