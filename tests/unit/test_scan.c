/* What lib/base/scan promises: the whole text fits or nothing is touched. */
#include "check.h"

#include "scan.h"

static void numbers_fit_or_are_refused(void **state)
{
    (void)state;
    static const struct { const char *text; uint64_t max; bool good; uint64_t value; } rows[] = {
        {"0", 9, true, 0},        {"007", 9, true, 7},       {"9", 9, true, 9},         {"10", 9, false, 0},
        {"", 9, false, 0},        {" 1", 9, false, 0},       {"1 ", 9, false, 0},       {"+1", 9, false, 0},
        {"-1", 9, false, 0},      {"1\n", 9, false, 0},      {"0x1", 99, false, 0},     {"1e1", 99, false, 0},
        {"１", 9, false, 0},      {"18446744073709551615", UINT64_MAX, true, UINT64_MAX},
        {"18446744073709551616", UINT64_MAX, false, 0},      {"99999999999999999999", UINT64_MAX, false, 0},
        {"184467440737095516150", UINT64_MAX, false, 0}};
    for (size_t i = 0; i < ROWS(rows); i++) {
        uint64_t value = 4711;
        assert_int_equal(scan_u64(rows[i].text, rows[i].max, &value), rows[i].good);
        assert_true(value == (rows[i].good ? rows[i].value : 4711));
    }
}

static void signed_numbers_keep_their_bounds(void **state)
{
    (void)state;
    static const struct { const char *text; int64_t min, max; bool good; int64_t value; } rows[] = {
        {"-1", -1, 1, true, -1},   {"-2", -1, 1, false, 0},  {"2", -1, 1, false, 0},  {"-0", -1, 1, true, 0},
        {"--1", -9, 9, false, 0},  {"-", -9, 9, false, 0},   {"- 1", -9, 9, false, 0}, {"+1", -9, 9, false, 0},
        {"9223372036854775807", INT64_MIN, INT64_MAX, true, INT64_MAX},
        {"9223372036854775808", INT64_MIN, INT64_MAX, false, 0},
        {"-9223372036854775808", INT64_MIN, INT64_MAX, true, INT64_MIN},
        {"-9223372036854775809", INT64_MIN, INT64_MAX, false, 0}};
    for (size_t i = 0; i < ROWS(rows); i++) {
        int64_t value = 4711;
        assert_int_equal(scan_i64(rows[i].text, rows[i].min, rows[i].max, &value), rows[i].good);
        assert_true(value == (rows[i].good ? rows[i].value : 4711));
    }
}

static void digits_and_words(void **state)
{
    (void)state;
    static const struct { const char *text; bool digits, word;
    } rows[] = {{"", false, false},       {"12", false, true},    {"123", true, true},   {"12345", true, true},
                {"123456", false, false}, {"12a", false, true},   {"1-2", false, true},  {"a_b", false, true},
                {"A", false, false},      {"a b", false, false},  {"a/b", false, false}, {"..", false, false},
                {"中", false, false},     {"123\n", false, false}};
    for (size_t i = 0; i < ROWS(rows); i++) {
        assert_int_equal(scan_digits(rows[i].text, 3, 5), rows[i].digits);
        assert_int_equal(scan_word(rows[i].text, 5), rows[i].word);
    }
}

static void telephones_of_china(void **state)
{
    (void)state;
    static const struct { const char *text, *phone, *mobile; } rows[] = {
        {"13801234567", "13801234567", "13801234567"},
        {"138 0123 4567", "13801234567", "13801234567"},
        {"138-0123-4567", "13801234567", "13801234567"},
        {"+8613801234567", "13801234567", "13801234567"},
        {"+86 138 0123 4567", "13801234567", "13801234567"},
        {"8613801234567", "13801234567", "13801234567"},
        {"19912345678", "19912345678", "19912345678"},
        {"0571-87654321", "057187654321", NULL},
        {"057187654321", "057187654321", NULL},
        {"+86 571 87654321", "057187654321", NULL},
        {"+86-0571-87654321", "057187654321", NULL},
        {"010-12345678", NULL, NULL},
        {"010-62345678", "01062345678", NULL},
        {"021 62345678", "02162345678", NULL},
        {"0573-2345678", "05732345678", NULL},
        {"12801234567", NULL, NULL},
        {"11012345678", NULL, NULL},
        {"1380123456", NULL, NULL},
        {"138012345678", NULL, NULL},
        {"+1 212 555 0100", NULL, NULL},
        {"+13801234567", NULL, NULL},
        {"13801234567x", NULL, NULL},
        {"1380123456a", NULL, NULL},
        {"13801234567\r\nBcc: x", NULL, NULL},
        {"13801234567\n", NULL, NULL},
        {"\t13801234567", NULL, NULL},
        {"13801234567,13801234568", NULL, NULL},
        {"87654321", NULL, NULL},
        {"", NULL, NULL},
        {"+", NULL, NULL},
        {"86", NULL, NULL},
        {"----------------------------------------", NULL, NULL},
        {"00000000000000000000000000000000000000000", NULL, NULL},
        {"8686868686868686868", NULL, NULL},
    };
    for (size_t i = 0; i < ROWS(rows); i++) {
        char phone[20] = "untouched", mobile[12] = "untouched";
        assert_int_equal(scan_phone(rows[i].text, phone), rows[i].phone != NULL);
        assert_string_equal(phone, rows[i].phone != NULL ? rows[i].phone : "untouched");
        assert_int_equal(scan_mobile(rows[i].text, mobile), rows[i].mobile != NULL);
        assert_string_equal(mobile, rows[i].mobile != NULL ? rows[i].mobile : "untouched");
    }
}

static void mailboxes_that_are_safe_to_hand_on(void **state)
{
    (void)state;
    static const struct { const char *text; bool good;
    } rows[] = {{"a@b.cn", true},
                {"zhang.san+x@mail.example.com", true},
                {"z_s-1@xn--fiq228c.cn", true},
                {"1@2.cn", true},
                {"", false},
                {"@b.cn", false},
                {"a@", false},
                {"a", false},
                {"a@b", false},
                {"a@b@c.cn", false},
                {"a@b.cn\r\nBcc: x@y.cn", false},
                {"a@b.cn\n", false},
                {"\ra@b.cn", false},
                {"a b@c.cn", false},
                {"a@b .cn", false},
                {"a\t@b.cn", false},
                {"<a@b.cn>", false},
                {"A <a@b.cn>", false},
                {"a@b.cn,c@d.cn", false},
                {"a@b.cn;c@d.cn", false},
                {"\"a b\"@c.cn", false},
                {"a'b@c.cn", false},
                {"a%b@c.cn", false},
                {"b!a@c.cn", false},
                {"a`b@c.cn", false},
                {"a|b@c.cn", false},
                {"(x)a@b.cn", false},
                {"a\\@b.cn", false},
                {"a:b@c.cn", false},
                {"-a@b.cn", false},
                {".a@b.cn", false},
                {"a.@b.cn", false},
                {"a..b@c.cn", false},
                {"a@.cn", false},
                {"a@b..cn", false},
                {"a@b.cn.", false},
                {"a@-b.cn", false},
                {"a@b-.cn", false},
                {"a@b.c-", false},
                {"a@[1.2.3.4]", false},
                {"张三@b.cn", false},
                {"a@公示.cn", false},
                {"a@b.cn\x7f", false},
                {"a@b_c.cn", false}};
    for (size_t i = 0; i < ROWS(rows); i++)
        assert_int_equal(scan_email(rows[i].text), rows[i].good);
}

static void mailboxes_have_a_length(void **state)
{
    (void)state;
    char text[400];
    for (int local = 60; local < 70; local++) {
        memset(text, 'a', (size_t)local);
        snprintf(text + local, sizeof text - (size_t)local, "@b.cn");
        assert_int_equal(scan_email(text), local <= 64);
    }
    for (int length = 250; length < 260; length++) {
        memset(text, 'a', sizeof text);
        text[1] = '@';
        for (int dot = 51; dot < length - 2; dot += 50)
            text[dot] = '.';
        text[length] = '\0';
        assert_int_equal(scan_email(text), length <= 254);
    }
    snprintf(text, sizeof text, "a@%064d.cn", 0);
    assert_false(scan_email(text));
    snprintf(text, sizeof text, "a@%063d.cn", 0);
    assert_true(scan_email(text));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_fit_or_are_refused),
        cmocka_unit_test(signed_numbers_keep_their_bounds),
        cmocka_unit_test(digits_and_words),
        cmocka_unit_test(telephones_of_china),
        cmocka_unit_test(mailboxes_that_are_safe_to_hand_on),
        cmocka_unit_test(mailboxes_have_a_length),
    };
    return cmocka_run_group_tests_name("scan", tests, NULL, NULL);
}
