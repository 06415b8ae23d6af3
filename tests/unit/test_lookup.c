/* How names are read, and that people are found by a piece of their name, by pinyin, initials, employer and union, and by nothing else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "lookup.h"
#include "pinyin.h"

static struct mem *pool;
static struct pinyin *p;

static int before(void **state)
{
    struct fail f = { 0 };
    (void)state;
    pool = mem_new(NULL, "test");
    p = pinyin_open(pool, &f);
    return p ? 0 : -1;
}
static int after(void **state) { (void)state; mem_free(&pool); return 0; }

static void names_are_read_as_names(void **state)
{
    static const struct { const char *name, *reading; } KNOWN[] = {
        { "单国强", "shan guo qiang" }, { "解晓东", "xie xiao dong" }, { "仇保兴", "qiu bao xing" }, { "区志军", "ou zhi jun" },
        { "查良", "zha liang" }, { "曾伟", "zeng wei" }, { "吕布", "lü bu" }, { "尉迟敬德", "yu chi jing de" }, { "单于小", "chan yu xiao" },
        { "欧阳修", "ou yang xiu" }, { "任我行", "ren wo xing" }, { "阿依古丽·买买提", "a yi gu li mai mai ti" }, { "𬭎", "hong" },
        { "朴树", "piao shu" }, { "王解放", "wang jie fang" }, { "", "" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof KNOWN / sizeof KNOWN[0]; i++)
        assert_string_equal(pinyin_of(pool, p, KNOWN[i].name), KNOWN[i].reading);
}

static void a_reading_that_was_sent_in_is_read(void **state)
{
    (void)state;
    assert_string_equal(pinyin_given(pool, "Shàn Guó Qiáng"), "shan guo qiang");
    assert_string_equal(pinyin_given(pool, "lv  bu"), "lü bu");
    assert_string_equal(pinyin_given(pool, "Lǚ Bù"), "lü bu");
    assert_null(pinyin_given(pool, "单国强"));
    assert_null(pinyin_given(pool, " 12 "));
}

static void surnames_stand_by_their_reading(void **state)
{
    (void)state;
    assert_true(pinyin_compare(p, "shan guo", "单国", "wang yi", "王一") < 0);
    assert_true(pinyin_compare(p, "wang yi", "王一", "wang yi", "汪一") != 0);
    assert_int_equal(pinyin_compare(p, "wang yi", "王一", "wang yi", "王一"), 0);
}

/* LIKE, as the database does it. */
static bool like(const char *text, const char *pattern)
{
    if (*pattern == '\0')
        return *text == '\0';
    if (*pattern == '%')
        return like(text, pattern + 1) || (*text != '\0' && like(text + 1, pattern));
    if (*pattern == '\\')
        pattern++;
    return *text == *pattern && like(text + 1, pattern + 1);
}

static bool finds(const char *words, const char *asked)
{
    const char *patterns[LOOKUP_TERMS];
    lookup_patterns(pool, asked, patterns);
    for (size_t i = 0; i < LOOKUP_TERMS; i++)
        if (!like(words, patterns[i]))
            return false;
    return true;
}

static void people_are_found_by_what_is_typed(void **state)
{
    static const char *const YES[] = { "吕", "国强", "lvguoqiang", "lu guo", "Guo", "guoqiang", "qiang", "lgq", "gq", "吕 杭钢", "abb", "浙江ＡＢＢ", "杭州市总",
                                       "LV", "Lü", "浙江 lgq", "" },
                      *const NO[] = { "iang", "uo", "王", "gqx", "吕 王", "%", "_", "\\", "bb" };
    const char *words = lookup_words(pool, "吕国强", pinyin_of(pool, p, "吕国强"), "浙江ABB杭钢 100%", "杭州市总工会");
    (void)state;
    for (size_t i = 0; i < sizeof YES / sizeof YES[0]; i++)
        if (!finds(words, YES[i]))
            fail_msg("%s does not find him", YES[i]);
    for (size_t i = 0; i < sizeof NO / sizeof NO[0] - 4; i++)
        if (finds(words, NO[i]))
            fail_msg("%s finds him", NO[i]);
    assert_true(finds(words, "100%") && !finds(words, "1%0") && !finds(words, "_") && !finds(words, "\\"));
    assert_true(finds(lookup_words(pool, "阿依古丽·买买提", "a yi gu li mai mai ti", "", ""), "阿依古丽・买买提"));
    assert_true(finds(lookup_words(pool, "张安", "zhang an", "", ""), "zhang'an"));
}

static void blanks_and_dots_alone_ask_for_nothing(void **state)
{
    const char *patterns[LOOKUP_TERMS];
    (void)state;
    assert_int_equal(lookup_patterns(pool, " · . ", patterns), 0);
    assert_string_equal(patterns[0], "%");
    assert_int_equal(lookup_patterns(pool, "a b c d", patterns), 3);
    assert_string_equal(patterns[2], "%\ncd%");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_read_as_names), cmocka_unit_test(a_reading_that_was_sent_in_is_read),
        cmocka_unit_test(surnames_stand_by_their_reading), cmocka_unit_test(people_are_found_by_what_is_typed),
        cmocka_unit_test(blanks_and_dots_alone_ask_for_nothing),
    };
    return cmocka_run_group_tests(tests, before, after);
}
