/* The store suite: one server, one group, so that the plan of the tests is one. An argument picks tests by a pattern of their names. */
#include "suite.h"

#define TESTS_MAX 300

static struct CMUnitTest all[TESTS_MAX];
static size_t count;

static void add(const struct CMUnitTest *tests, size_t n)
{
    if (count + n > TESTS_MAX)
        log_die("more than %d tests", TESTS_MAX);
    memcpy(all + count, tests, n * sizeof *tests);
    count += n;
}

#define ADD(name) add(name##_tests, name##_count)

int main(int argc, char **argv)
{
    ADD(rights);
    ADD(migrate);
    ADD(shown);
    ADD(kept);
    ADD(closing);
    ADD(transact);
    ADD(receipts);
    ADD(notice);
    ADD(retain);
    ADD(unions);
    ADD(officers);
    ADD(lost);
    ADD(cases);
    if (argc > 1)
        cmocka_set_test_filter(argv[1]);
    return _cmocka_run_group_tests("store", all, count, house_begin, house_end);
}
