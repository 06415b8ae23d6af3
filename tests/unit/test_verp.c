/* What lib/notify/verp promises: an envelope address says which message came back, and nobody else can make one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "verp.h"

static const unsigned char KEY[SECRET_KEY] = { 1, 2, 3 }, OTHER[SECRET_KEY] = { 1, 2, 4 };
static const char BASE[] = "bounce@notice.example.org";

static void an_address_reads_back_in_letters_of_either_case(void **state)
{
    (void)state;
    static const int64_t IDS[] = { 1, 9, 10, 4711, 1234567890123, INT64_MAX };
    struct mem *m = mem_new(NULL, "test");
    for (size_t i = 0; i < sizeof IDS / sizeof *IDS; i++) {
        char *made = verp_make(m, KEY, BASE, IDS[i]);
        int64_t id = 0;
        assert_non_null(made);
        assert_true(strchr(made, '@') - made <= 64);
        assert_true(verp_read(KEY, BASE, made, &id));
        assert_int_equal(id, IDS[i]);
        for (char *p = made; *p != '\0'; p++)
            if (*p >= 'a' && *p <= 'z')
                *p = (char)(*p - 'a' + 'A');
        id = 0;
        assert_true(verp_read(KEY, BASE, made, &id));
        assert_int_equal(id, IDS[i]);
        assert_false(verp_read(OTHER, BASE, made, &id));
    }
    mem_free(&m);
}

static void an_address_that_is_not_ours_is_not_read(void **state)
{
    (void)state;
    struct mem *m = mem_new(NULL, "test");
    const char *good = verp_make(m, KEY, BASE, 17), *tag = strchr(good, '-') + 1;
    const char *bad[] = {
        "", "@", "+", "bounce", "bounce@notice.example.org", "bounce+@notice.example.org", "bounce+17@notice.example.org",
        "bounce+17-@notice.example.org", "bounce+17-aaaaaaaaaaaaaaaa@notice.example.org",
        mem_printf(m, "bounce+18-%s", tag), mem_printf(m, "bounce+017-%s", tag), mem_printf(m, "bounce+-17-%s", tag),
        mem_printf(m, "bounce+17-a%s", tag), mem_printf(m, "bounce+17_%s", tag), mem_printf(m, "xbounce+17-%s", tag),
        mem_printf(m, "<%s>", good), mem_printf(m, " %s", good), mem_printf(m, "%s ", good), mem_printf(m, "%s.evil.org", good),
        mem_printf(m, "%s@notice.example.org", good), mem_printf(m, "bounce+17-%.*s@evil.org", 16, tag),
        mem_printf(m, "bounce+99999999999999999999-%s", tag), mem_printf(m, "bounce+17-%.*s\r\n@notice.example.org", 14, tag),
        "bounce+17-\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff@notice.example.org",
    };
    int64_t id = -7;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_false(verp_read(KEY, BASE, bad[i], &id));
        assert_int_equal(id, -7);
    }
    for (const char *p = tag; *p != '@'; p++) {
        char *changed = mem_text(m, good);
        changed[p - good] = *p == 'a' ? 'b' : 'a';
        assert_false(verp_read(KEY, BASE, changed, &id));
    }
    assert_false(verp_read(KEY, "other@notice.example.org", good, &id));
    assert_false(verp_read(KEY, "", good, &id));
    assert_true(verp_read(KEY, BASE, good, &id));
    mem_free(&m);
}

static void what_is_no_mailbox_makes_no_address(void **state)
{
    (void)state;
    static const char *const BAD[] = { "", "bounce", "a b@example.org", "bounce@example.org\r\nRCPT TO:<evil@x>",
                                       "this-local-part-leaves-no-room-for-it@example.org" };
    struct mem *m = mem_new(NULL, "test");
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++)
        assert_null(verp_make(m, KEY, BAD[i], 1));
    assert_null(verp_make(m, KEY, BASE, 0));
    assert_null(verp_make(m, KEY, BASE, -1));
    mem_free(&m);
}

int main(void)
{
    secret_start();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_address_reads_back_in_letters_of_either_case),
        cmocka_unit_test(an_address_that_is_not_ours_is_not_read),
        cmocka_unit_test(what_is_no_mailbox_makes_no_address),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
