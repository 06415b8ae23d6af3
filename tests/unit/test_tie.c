/* Names of units are found again however they are written, and others are left alone. */
#include "check.h"
#include "tie.h"

static const struct { const char *one, *two; bool same; } cases[] = {
    { "杭州虚构软件有限公司", "杭州虚构软件有限公司", true },
    { "杭州虚构软件有限公司", "杭州虚构软件股份有限公司", true },
    { "杭州虚构软件（集团）有限公司", "杭州虚构软件(集团)有限责任公司", true },
    { "杭州虚构软件有限公司", "虚构软件", true },                       /* as people say it */
    { "虚构通信集团浙江有限公司杭州分公司", "虚构通信集团浙江有限公司", true }, /* a branch */
    { "ＡＢＣ虚构科技", "abc 虚构科技公司", true },                      /* width, case, blanks */
    { "虚构　软件\t公司", "虚构软件公司", true },
    { "虚构·软件", "虚构软件", true },
    { "caf\xc3\xa9 虚构", "cafe\xcc\x81 虚构", true },                   /* one letter or two code points */
    { "上城区总工会", "杭州市上城区总工会", true },
    { "上城区总工会", "上城区 总工会", true },
    { "上城区总工会", "下城区总工会", false },
    { "上城区总工会", "总工会", false },                                 /* three characters are no name */
    { "杭州虚构软件有限公司", "杭州虚构硬件有限公司", false },
    { "杭州虚构软件有限公司", "有限公司", false },
    { "杭州虚构软件有限公司", "", false },
    { "（）", "", false },
    { "甲厂", "甲厂", true },
    { "甲厂", "甲厂子弟学校", false },
};

static void names_are_found_again_however_they_are_written(void **state)
{
    struct mem *m = mem_new(NULL, "test");
    (void)state;
    for (size_t i = 0; i < ROWS(cases); i++) {
        const char *one = tie_key(m, cases[i].one), *two = tie_key(m, cases[i].two);
        if (tie_same(one, two) != cases[i].same || tie_same(two, one) != cases[i].same)
            fail_msg("%s (%s) and %s (%s)", cases[i].one, one, cases[i].two, two);
    }
    mem_free(&m);
}

static void what_a_company_is_called_by_is_no_name(void **state)
{
    struct mem *m = mem_new(NULL, "test");
    (void)state;
    assert_string_equal(tie_key(m, " 虚构科技集团（杭州）股份有限公司 "), "虚构科技集团杭州");
    assert_string_equal(tie_key(m, "虚构科技集团有限公司"), "虚构科技");
    assert_string_equal(tie_key(m, "公司"), "公司");
    mem_free(&m);
}

static void kinds_are_read_by_their_words(void **state)
{
    enum tie_kind kind;
    (void)state;
    for (int k = 0; k < TIE_KIND__MAX; k++) {
        assert_true(tie_kind_read(tie_kind_word((enum tie_kind)k), &kind));
        assert_int_equal(kind, k);
        assert_non_null(strstr(TIE_KIND_CHOICES, tie_kind_word((enum tie_kind)k)));
    }
    assert_false(tie_kind_read("COUSIN", &kind));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_found_again_however_they_are_written),
        cmocka_unit_test(what_a_company_is_called_by_is_no_name),
        cmocka_unit_test(kinds_are_read_by_their_words),
    };
    return cmocka_run_group_tests_name("tie", tests, NULL, NULL);
}
