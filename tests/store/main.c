/* The store suite: one server, one group, so that the plan of the tests is one. An argument names the only file to run, or picks tests by a
 * pattern of their names. */
#include "suite.h"

#define TESTS_MAX 600

#define ROW(name) { #name, name##_tests, &name##_count }
static const struct { const char *name; const struct CMUnitTest *tests; const size_t *count; } suites[] = {
    ROW(rights), ROW(migrate), ROW(operator), ROW(shown), ROW(kept), ROW(closing), ROW(transact), ROW(receipts), ROW(files), ROW(codes),
    ROW(leases), ROW(notice), ROW(retain), ROW(resume), ROW(unions), ROW(officers), ROW(lost), ROW(cases), ROW(case_moves), ROW(objector), ROW(registration),
    ROW(requests), ROW(recusals), ROW(records), ROW(plans), ROW(candidacy), ROW(clear), ROW(recognition), ROW(correct), ROW(final),
    ROW(sweep),
    ROW(told), ROW(onward), ROW(reports), ROW(pacing),
    ROW(arrivals),
    ROW(queue),
    ROW(wordings),
};

static struct CMUnitTest all[TESTS_MAX];

int main(int argc, char **argv)
{
    size_t count = 0;
    bool alone = false;
    for (size_t i = 0; i < ROWS(suites); i++)
        alone = alone || (argc > 1 && strcmp(argv[1], suites[i].name) == 0);
    for (size_t i = 0; i < ROWS(suites); i++) {
        if (alone && strcmp(argv[1], suites[i].name) != 0)
            continue;
        if (count + *suites[i].count > TESTS_MAX)
            log_die("more than %d tests", TESTS_MAX);
        memcpy(all + count, suites[i].tests, *suites[i].count * sizeof *all);
        count += *suites[i].count;
    }
    if (argc > 1 && !alone)
        cmocka_set_test_filter(argv[1]);
    return _cmocka_run_group_tests("store", all, count, house_begin, house_end);
}
