/* test_abstract: an abstract for a union in the objector's own words is found out, and names are no such words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "abstract.h"

#define SAID "二〇二五年三月，他把班组五个人一起做的验收单写成自己一个人做的；杭州虚构云图科技有限公司的人都知道。"

static void the_objectors_words_are_found(void **state)
{
    (void)state;
    static const struct { const char *abstract, *found; } ROWS[] = {
        { "请核查：他把班组五个人一起做的验收单写成自己一个人做的。", "他把班组五个人一起做的验收单写成" },
        { "他把班组五个人， 一起做的（验收单）写成自己的", "他把班组五个人， 一起做的（验收单）写成" }, /* marks hide nothing */
        { "请核查验收单上署名的人数，并附复印件。", NULL },
        { "请杭州虚构云图科技有限公司出具验收单。", NULL }, /* a name: twelve characters */
        { "他把班组五个人一起做的验收单写", NULL },         /* fifteen: one too few */
        { "", NULL },
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        struct mem *m = mem_new(NULL, "test");
        const char *found = abstract_repeats(m, SAID, ROWS[i].abstract);
        if (ROWS[i].found)
            assert_string_equal(found ? found : "nothing", ROWS[i].found);
        else
            assert_null(found);
        mem_free(&m);
    }
}

static void rare_characters_count_as_one(void **state)
{
    (void)state;
    struct mem *m = mem_new(NULL, "test");
    assert_non_null(abstract_repeats(m, "𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷", "x𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷"));
    assert_null(abstract_repeats(m, "𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷", "𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷"));
    mem_free(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_objectors_words_are_found),
        cmocka_unit_test(rare_characters_count_as_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
