/* suite: the tests of each file, run as one group on one server. */
#ifndef GS_TESTS_STORE_SUITE_H
#define GS_TESTS_STORE_SUITE_H

#include "house.h"

#define SUITE(name, ...) \
    const struct CMUnitTest name##_tests[] = { __VA_ARGS__ }; \
    const size_t name##_count = sizeof name##_tests / sizeof name##_tests[0]
#define SUITE_KNOWN(name) \
    extern const struct CMUnitTest name##_tests[]; \
    extern const size_t name##_count

SUITE_KNOWN(migrate);
SUITE_KNOWN(receipts);
SUITE_KNOWN(codes);
SUITE_KNOWN(files);
SUITE_KNOWN(leases);
SUITE_KNOWN(operator);
SUITE_KNOWN(closing);
SUITE_KNOWN(kept);
SUITE_KNOWN(rights);
SUITE_KNOWN(shown);
SUITE_KNOWN(transact);
SUITE_KNOWN(notice);
SUITE_KNOWN(retain);
SUITE_KNOWN(resume);
SUITE_KNOWN(unions);
SUITE_KNOWN(officers);
SUITE_KNOWN(lost);
SUITE_KNOWN(cases);
SUITE_KNOWN(case_moves);
SUITE_KNOWN(objector);
SUITE_KNOWN(registration);
SUITE_KNOWN(requests);
SUITE_KNOWN(recusals);
SUITE_KNOWN(records);
SUITE_KNOWN(plans);
SUITE_KNOWN(candidacy);
SUITE_KNOWN(clear);
SUITE_KNOWN(correct);
SUITE_KNOWN(final);
SUITE_KNOWN(sweep);
SUITE_KNOWN(recognition);
SUITE_KNOWN(told);
SUITE_KNOWN(reports);
SUITE_KNOWN(arrivals);
SUITE_KNOWN(onward);
SUITE_KNOWN(queue);
SUITE_KNOWN(wordings);
SUITE_KNOWN(pacing);

#endif
