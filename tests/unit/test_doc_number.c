/* The number of a paper is printed as the standard wants it, whatever brackets were at hand. */
#include "check.h"
#include "doc_number.h"

static const struct { const char *typed, *printed; } CASES[] = {
    { "杭数匠示〔2026〕1号", "杭数匠示〔2026〕1号" },
    { "杭数匠示[2026]1号", "杭数匠示〔2026〕1号" },
    { " 杭数匠示（２０２６） 12 号 ", "杭数匠示〔2026〕12号" },
    { "杭数匠示【2026】第001号", "杭数匠示〔2026〕1号" },
    { "杭数匠示〔2026]10号", "杭数匠示〔2026〕10号" },
    { "杭数匠示2026年1号", NULL },
    { "杭数匠示〔26〕1号", NULL },
    { "〔2026〕1号", NULL },
    { "杭数匠示〔2026〕0号", NULL },
    { "杭数匠示〔2026〕1", NULL },
    { "杭数匠示〔2026〕1号附", NULL },
    { "杭数匠示〔2026〕123456号", NULL },
    { "", NULL },
};

static void a_number_is_printed_as_the_standard_wants_it(void **state)
{
    struct mem *m = mem_new(NULL, "test");
    (void)state;
    for (size_t i = 0; i < ROWS(CASES); i++) {
        const char *got = doc_number_read(m, CASES[i].typed);
        if ((got == NULL) != (CASES[i].printed == NULL) || (got && strcmp(got, CASES[i].printed) != 0))
            fail_msg("%s: %s, should be %s", CASES[i].typed, got ? got : "(none)", CASES[i].printed ? CASES[i].printed : "(none)");
    }
    mem_free(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(a_number_is_printed_as_the_standard_wants_it) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
