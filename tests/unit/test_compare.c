/* compare: what two versions differ in, told so that a reader finds the place. */
#include <string.h>

#include "check.h"
#include "compare.h"

static struct mem *m;

/* One text against another: the pieces as "before[-removed][+added]after", "|" between them. */
static const struct { const char *old, *now, *said; } texts[] = {
    { "杭州潮数有限公司", "杭州潮数科技有限公司", "杭州潮数[-][+科技]有限公司" },
    { "工程师", "高级工程师", "[-][+高级]工程师" },
    { "2022年", "2023年", "202[-2][+3]年" },
    { "", "新写的一段。", "[-][+新写的一段。]" },
    { "删去的一段。", "", "[-删去的一段。][+]" },
    { "啊啊", "啊啊啊", "啊啊[-][+啊]" },
    /* 丁 U+4E01 and 丂 U+4E02 share two of their three bytes. */
    { "姓丁", "姓丂", "姓[-丁][+丂]" },
    { "一二三四五六七八九十一二三四五六七八九十甲一二三四五六七八九十一二三四五六七八九十",
      "一二三四五六七八九十一二三四五六七八九十乙一二三四五六七八九十一二三四五六七八九十",
      "…五六七八九十一二三四五六七八九十[-甲][+乙]一二三四五六七八九十一二三四五六…" },
    /* Paragraphs: only those that differ. */
    { "第一段。\n\n第二段。\n\n第三段。", "第一段。\n\n第二节。\n\n第三段。", "第二[-段][+节]。" },
    { "第一段。\n第三段。", "第一段。\n第二段。\n第三段。", "[-][+第二段。]" },
    { "甲。\n乙。\n丙。", "乙。\n丙。\n丁。", "[-甲。][+]|[-][+丁。]" },
    { "甲一。\n乙。\n丙三。", "甲二。\n乙。\n丙四。", "甲[-一][+二]。|丙[-三][+四]。" },
};

static const char *said(const char *old, const char *now)
{
    struct compare_side a = { .words = { [COMPARE_BODY] = old } }, b = { .words = { [COMPARE_BODY] = now } };
    struct compare c;
    char *all = mem_text(m, "");
    compare_sides(m, &a, &b, &c);
    if (c.word_count == 0)
        return "nothing";
    for (size_t i = 0; i < c.words[0].count; i++) {
        const struct compare_piece *p = &c.words[0].pieces[i];
        all = mem_printf(m, "%s%s%s[-%s][+%s]%s", all, i > 0 ? "|" : "", p->before, p->removed, p->added, p->after);
    }
    return all;
}

static void each_place_where_a_text_differs_is_told(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_string_equal(said(texts[i].old, texts[i].now), texts[i].said);
    /* The control: equal texts, and a blank line more between paragraphs. */
    assert_string_equal(said("同一段。", "同一段。"), "nothing");
    assert_string_equal(said("甲。\n乙。", "甲。\n\n乙。\n"), "nothing");
}

static void very_long_texts_are_compared_too(void **state)
{
    (void)state;
    char *old = mem_alloc(m, 4001), *now = mem_alloc(m, 4001);
    for (size_t i = 0; i < 4000; i++)
        old[i] = now[i] = i % 2 ? '\n' : 'a';
    now[0] = 'b';
    struct compare_side a = { .words = { [COMPARE_BODY] = old } }, b = { .words = { [COMPARE_BODY] = now } };
    struct compare c;
    compare_sides(m, &a, &b, &c);
    assert_int_equal(c.word_count, 1);
    assert_string_equal(c.words[0].pieces[0].removed, "a");
    assert_string_equal(c.words[0].pieces[0].added, "b");
}

#define PERSON(id_, award, name, again) { .id = (id_), .renewed = (again), .facts = { [COMPARE_AWARD] = (award), [COMPARE_NAME] = (name) } }
static const struct compare_person before[] = { PERSON(1, "CRAFTSMAN", "甲", false), PERSON(2, "CRAFTSMAN", "乙", false),
                                                PERSON(3, "NOMINATION", "丙", false), PERSON(4, "NOMINATION", "丁", false) };

static struct compare compared(const struct compare_person *now, size_t count)
{
    struct compare_side a = { .people = before, .count = 4 }, b = { .people = now, .count = count };
    struct compare c;
    compare_sides(m, &a, &b, &c);
    return c;
}

static void people_are_changed_added_left_out_or_noticed_anew(void **state)
{
    (void)state;
    static const struct compare_person now[] = { PERSON(1, "CRAFTSMAN", "甲", false), PERSON(3, "CRAFTSMAN", "丙", true),
                                                 PERSON(5, "CRAFTSMAN", "戊", true), PERSON(4, "NOMINATION", "丁", true) };
    struct compare c = compared(now, 4);
    assert_int_equal(c.people_count, 4);
    assert_int_equal(c.people[0].now->id, 3);
    assert_int_equal(c.people[0].kind, COMPARE_CHANGED);
    assert_int_equal(c.people[0].count, 1);
    assert_int_equal(c.people[0].changes[0].what, COMPARE_AWARD);
    assert_int_equal(c.people[1].kind, COMPARE_ADDED);
    assert_int_equal(c.people[2].now->id, 4);
    assert_int_equal(c.people[2].count, 0);
    assert_int_equal(c.people[3].kind, COMPARE_LEFT_OUT);
    assert_int_equal(c.people[3].old->id, 2);
    /* Whoever is left out or promoted makes no new order of those who stay. */
    assert_false(c.reordered);
    assert_false(compare_is_nothing(&c));
}

static void another_order_is_a_change(void **state)
{
    (void)state;
    static const struct compare_person turned[] = { PERSON(2, "CRAFTSMAN", "乙", false), PERSON(1, "CRAFTSMAN", "甲", false),
                                                    PERSON(3, "NOMINATION", "丙", false), PERSON(4, "NOMINATION", "丁", false) };
    struct compare c = compared(turned, 4);
    assert_true(c.reordered);
    assert_int_equal(c.people_count, 0);
    assert_false(compare_is_nothing(&c));
    c = compared(before, 4);
    assert_true(compare_is_nothing(&c));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_place_where_a_text_differs_is_told), cmocka_unit_test(very_long_texts_are_compared_too),
        cmocka_unit_test(people_are_changed_added_left_out_or_noticed_anew), cmocka_unit_test(another_order_is_a_change),
    };
    m = mem_new(NULL, "compare");
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    mem_free(&m);
    return failed;
}
