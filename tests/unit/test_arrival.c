/* arrival: a term that begins with notice begins with DELIVERED or a signature, never with the handing over, and at the latest at its cap. */
#include "arrival.h"
#include "check.h"

static void a_term_begins_with_delivery_or_signature(void **state)
{
    (void)state;
    static const struct { const char *what; struct arrival a; instant now, begin; } rows[] = {
        { "handed over, and no more is known", { 100, 0, 0, 500 }, 499, 0 },
        { "nor when the cap is not reached yet", { 100, 0, 0, 500 }, 100, 0 },
        { "at the cap", { 100, 0, 0, 500 }, 500, 500 },
        { "delivered", { 100, 200, 0, 500 }, 300, 200 },
        { "delivered just now", { 100, 200, 0, 500 }, 200, 200 },
        { "signed without a report", { 100, 0, 300, 500 }, 300, 300 },
        { "delivered, then signed", { 100, 200, 300, 500 }, 400, 200 },
        { "signed, the report comes later", { 100, 350, 300, 500 }, 400, 300 },
        { "signed after the cap", { 100, 0, 900, 500 }, 900, 500 },
        { "delivered after the cap", { 100, 700, 0, 500 }, 900, 500 },
        { "a clock that goes wrong", { 100, 50, 0, 500 }, 300, 100 },
        { "no cap at all: with the sending", { 100, 0, 0, 100 }, 100, 100 },
    };
    for (size_t i = 0; i < ROWS(rows); i++)
        if (arrival_begin(&rows[i].a, rows[i].now) != rows[i].begin)
            fail_msg("%s: %lld", rows[i].what, (long long)arrival_begin(&rows[i].a, rows[i].now));
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(a_term_begins_with_delivery_or_signature) };
    return cmocka_run_group_tests_name("arrival", tests, NULL, NULL);
}
