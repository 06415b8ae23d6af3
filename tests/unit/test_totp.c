/* What lib/trust/totp promises: the codes of RFC 6238, a window of one step, and no code twice. */
#include "check.h"

#include "secret.h"
#include "totp.h"

static const unsigned char key[TOTP_SECRET + 1] = "12345678901234567890";

static void codes_are_those_of_the_rfc(void **state)
{
    (void)state;
    static const struct { int64_t second; const char *digits;
    } rows[] = {{59, "287082"},         {1111111109, "081804"}, {1111111111, "050471"},
                {1234567890, "005924"}, {2000000000, "279037"}, {INT64_C(20000000000), "353130"}};
    for (size_t i = 0; i < ROWS(rows); i++) {
        char digits[7];
        int64_t step = 0;
        totp_digits(key, rows[i].second * CLOCK_SECOND, digits);
        assert_string_equal(digits, rows[i].digits);
        assert_true(totp_check(key, digits, rows[i].second * CLOCK_SECOND, 0, &step));
        assert_true(step == rows[i].second / 30);
    }
}

static void a_code_holds_one_step_either_side(void **state)
{
    (void)state;
    instant at = INT64_C(1795509900) * CLOCK_SECOND; /* the first second of a step */
    char digits[7];
    int64_t step;
    totp_digits(key, at, digits);
    for (int second = -95; second < 95; second++)
        assert_int_equal(totp_check(key, digits, at + second * CLOCK_SECOND, 0, &step), second >= -30 && second < 60);
}

static void a_code_is_good_once(void **state)
{
    (void)state;
    instant at = INT64_C(1795509900) * CLOCK_SECOND;
    char now[7], before[7], after[7];
    int64_t step = 0, last = 0;
    totp_digits(key, at - 30 * CLOCK_SECOND, before);
    totp_digits(key, at, now);
    totp_digits(key, at + 30 * CLOCK_SECOND, after);
    assert_true(totp_check(key, now, at, last, &step));
    last = step;
    assert_false(totp_check(key, now, at, last, &step));
    assert_false(totp_check(key, now, at + 30 * CLOCK_SECOND, last, &step));
    assert_false(totp_check(key, before, at, last, &step)); /* nor one that is older than the last */
    assert_true(totp_check(key, after, at, last, &step));
    assert_true(step == last + 1);
}

static void what_is_no_code_is_refused(void **state)
{
    (void)state;
    static const char *const wrong[] = {"",         "28708",   "2870822",      "28708a", " 287082",
                                        "287082\n", "287 082", "２８７０８２", "287083"};
    int64_t step = 4711;
    for (size_t i = 0; i < ROWS(wrong); i++)
        assert_false(totp_check(key, wrong[i], 59 * CLOCK_SECOND, 0, &step));
    assert_false(totp_check(key, "287082", -1, 0, &step));
    assert_int_equal(step, 4711);
}

static void the_secret_is_shown_for_a_camera_and_for_hands(void **state)
{
    (void)state;
    struct mem *m = mem_new_secret(NULL, "test");
    assert_string_equal(
        totp_uri(m, "li.ming", key),
        "otpauth://totp/"
        "Gongshi:li%2Eming?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Gongshi&algorithm=SHA1&digits=6&period=30");
    assert_non_null(strstr(totp_uri(m, "a&secret=x", key), "Gongshi:a%26secret%3Dx?secret=GEZD"));
    assert_string_equal(totp_typed(m, key), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    unsigned char a[TOTP_SECRET], b[TOTP_SECRET];
    totp_make(a);
    totp_make(b);
    assert_memory_not_equal(a, b, sizeof a);
    mem_free(&m);
}

static int start(void **state)
{
    (void)state;
    secret_start();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(codes_are_those_of_the_rfc),
        cmocka_unit_test(a_code_holds_one_step_either_side),
        cmocka_unit_test(a_code_is_good_once),
        cmocka_unit_test(what_is_no_code_is_refused),
        cmocka_unit_test(the_secret_is_shown_for_a_camera_and_for_hands),
    };
    return cmocka_run_group_tests_name("totp", tests, start, NULL);
}
