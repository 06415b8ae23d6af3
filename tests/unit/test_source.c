/* source: a list of addresses and networks lets in exactly those, of both kinds, and a list that is not whole is seen at once. */
#include "check.h"
#include "source.h"

#define LIST "203.0.113.0/24, 198.51.100.7,2001:db8:1::/48 ::1"

static void an_address_is_in_the_list_or_not(void **state)
{
    (void)state;
    static const struct { const char *list, *address; bool in; } rows[] = {
        { LIST, "203.0.113.0", true }, { LIST, "203.0.113.255", true }, { LIST, "203.0.114.0", false }, { LIST, "203.0.112.255", false },
        { LIST, "198.51.100.7", true }, { LIST, "198.51.100.8", false }, { LIST, "2001:db8:1:ffff::9", true },
        { LIST, "2001:db8:2::", false }, { LIST, "::1", true }, { LIST, "::2", false }, { LIST, "::ffff:203.0.113.9", true },
        { LIST, "::ffff:203.0.114.9", false }, { LIST, "", false }, { LIST, "203.0.113", false }, { LIST, "203.0.113.1 ", false },
        { "", "203.0.113.1", false }, { "", "::1", false }, { "0.0.0.0/0", "9.9.9.9", true }, { "0.0.0.0/0", "::1", false },
        { "::/0", "9.9.9.9", true }, { "10.0.0.0/9", "10.127.255.255", true }, { "10.0.0.0/9", "10.128.0.0", false },
    };
    for (size_t i = 0; i < ROWS(rows); i++)
        if (source_is_listed(rows[i].list, rows[i].address) != rows[i].in)
            fail_msg("%s in \"%s\"", rows[i].address, rows[i].list);
}

static void a_list_that_is_not_whole_is_seen(void **state)
{
    (void)state;
    static const char *const whole[] = { "", " , ", LIST, "0.0.0.0/0", "10.1.2.3/32", "::/0" };
    static const char *const broken[] = { "x", "10.0.0.0/33", "10.0.0.1/24", "10.0.0.0/", "/8", "2001:db8::/129", "2001:db8::1/64", "10.0.0.0/8/8",
                                          "10.0.0.0/-1", "localhost", "10.0.0.0/8;::1", LIST ", 1.2.3" };
    for (size_t i = 0; i < ROWS(whole); i++)
        if (!source_list_is_whole(whole[i]))
            fail_msg("refused: %s", whole[i]);
    for (size_t i = 0; i < ROWS(broken); i++)
        if (source_list_is_whole(broken[i]))
            fail_msg("taken: %s", broken[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(an_address_is_in_the_list_or_not), cmocka_unit_test(a_list_that_is_not_whole_is_seen) };
    return cmocka_run_group_tests_name("source", tests, NULL, NULL);
}
