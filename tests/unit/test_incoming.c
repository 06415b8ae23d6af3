/* A letter counts from its postmark, a call and a visit from their day, and a second printed period counts as well as the first. */
#include "check.h"
#include "incoming.h"

#define P1 { 100, 104 }
#define P2 { 120, 124 }
static const struct incoming_period periods[] = { P1, P2 };

static const struct { struct incoming came; size_t periods; enum incoming_when when; } cases[] = {
    { { INCOMING_CALL, 99, 0 }, 2, INCOMING_EARLY },     { { INCOMING_CALL, 100, 0 }, 2, INCOMING_IN_TIME },
    { { INCOMING_VISIT, 104, 0 }, 2, INCOMING_IN_TIME }, { { INCOMING_VISIT, 105, 0 }, 2, INCOMING_LATE },
    { { INCOMING_CALL, 119, 0 }, 2, INCOMING_LATE },     { { INCOMING_CALL, 120, 0 }, 2, INCOMING_IN_TIME },
    { { INCOMING_CALL, 120, 0 }, 1, INCOMING_LATE },     { { INCOMING_CALL, 125, 0 }, 2, INCOMING_LATE },
    { { INCOMING_LETTER, 105, 0 }, 1, INCOMING_LATE },   /* no postmark that can be read */
    { { INCOMING_LETTER, 105, 104 }, 1, INCOMING_IN_TIME }, { { INCOMING_LETTER, 200, 104 }, 1, INCOMING_IN_TIME },
    { { INCOMING_LETTER, 105, 105 }, 1, INCOMING_LATE }, { { INCOMING_LETTER, 101, 99 }, 1, INCOMING_IN_TIME }, /* posted before, arrived in it */
    { { INCOMING_LETTER, 99, 98 }, 1, INCOMING_EARLY },  { { INCOMING_CALL, 100, 0 }, 0, INCOMING_EARLY },
};

static void what_came_is_early_in_time_or_late(void **state)
{
    (void)state;
    for (size_t i = 0; i < ROWS(cases); i++)
        if (incoming_when(&cases[i].came, periods, cases[i].periods) != cases[i].when)
            fail_msg("case %zu", i);
}

static const struct { struct incoming came; const char *field, *code; } days[] = {
    { { INCOMING_LETTER, 50, 0 }, NULL, NULL },
    { { INCOMING_LETTER, 50, 50 }, NULL, NULL },
    { { INCOMING_LETTER, 51, 50 }, "received_day", "received_ahead" },
    { { INCOMING_LETTER, 49, 50 }, "postmark_day", "postmark_after" },
    { { INCOMING_VISIT, 50, 49 }, "postmark_day", "postmark_of_letter" },
};

static void days_that_cannot_be_are_told_beside_their_field(void **state)
{
    (void)state;
    for (size_t i = 0; i < ROWS(days); i++) {
        struct fail f = { .kind = FAIL_NONE };
        assert_true(incoming_check(&days[i].came, 50, &f) == !days[i].code);
        if (days[i].code) {
            assert_string_equal(f.field, days[i].field);
            assert_string_equal(f.code, days[i].code);
        }
    }
}

static void channels_are_read_as_they_are_stored(void **state)
{
    enum incoming_channel c;
    (void)state;
    for (unsigned i = 0; i < INCOMING_CHANNEL__MAX; i++)
        assert_true(incoming_read(incoming_word((enum incoming_channel)i), &c) && c == i);
    assert_false(incoming_read("FAX", &c));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_came_is_early_in_time_or_late),
        cmocka_unit_test(days_that_cannot_be_are_told_beside_their_field),
        cmocka_unit_test(channels_are_read_as_they_are_stored),
    };
    return cmocka_run_group_tests_name("incoming", tests, NULL, NULL);
}
