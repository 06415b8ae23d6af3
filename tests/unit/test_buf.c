/* What lib/base/buf promises: a ceiling that no piece passes in part, and a NUL that is always there. */
#include "check.h"

#include "buf.h"

static struct mem *m;

static int open_pool(void **state)
{
    (void)state;
    m = mem_new(NULL, "test");
    return 0;
}

static int close_pool(void **state)
{
    (void)state;
    mem_free(&m);
    return 0;
}

static void pieces_join_up_to_the_ceiling(void **state)
{
    (void)state;
    static const size_t ceilings[] = {0, 1, 5, 62, 63, 64, 65, 127, 128, 1000, 5000};
    for (size_t i = 0; i < ROWS(ceilings); i++) {
        struct buf b;
        buf_init(&b, m, ceilings[i]);
        assert_string_equal(b.data, "");
        for (size_t n = 0; n < ceilings[i]; n++)
            assert_true(buf_char(&b, (char)('a' + n % 26)));
        assert_false(b.over);
        assert_true(b.cap <= ceilings[i] + 1);
        assert_int_equal(b.len, ceilings[i]);
        assert_int_equal(strlen(b.data), ceilings[i]);
        assert_false(buf_char(&b, 'x'));
        assert_true(b.over);
        assert_int_equal(b.len, ceilings[i]);
    }
}

static void a_piece_that_passes_the_ceiling_is_left_out_whole(void **state)
{
    (void)state;
    struct buf b;
    buf_init(&b, m, 8);
    assert_true(buf_text(&b, "12345"));
    assert_false(buf_text(&b, "6789"));
    assert_string_equal(b.data, "12345");
    assert_false(buf_text(&b, "6"));
    assert_false(buf_printf(&b, "%d", 6));
    assert_false(buf_add(&b, "", 0));
    assert_true(b.over);
    buf_reset(&b);
    assert_string_equal(b.data, "");
    assert_true(buf_printf(&b, "%s%d", "公示", 42));
    assert_string_equal(b.data, "公示42");
    assert_false(buf_printf(&b, "%d", 1));
    assert_string_equal(b.data, "公示42");
}

static void huge_lengths_do_not_wrap(void **state)
{
    (void)state;
    struct buf b;
    buf_init(&b, m, SIZE_MAX);
    assert_true(buf_text(&b, "abc"));
    assert_false(buf_add(&b, "abc", SIZE_MAX - 2));
    assert_true(b.over);
    assert_string_equal(b.data, "abc");
}

static void bytes_may_hold_nul(void **state)
{
    (void)state;
    struct buf b;
    buf_init(&b, m, 10);
    assert_true(buf_add(&b, "a\0b", 3));
    assert_int_equal(b.len, 3);
    assert_memory_equal(b.data, "a\0b\0", 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_join_up_to_the_ceiling),
        cmocka_unit_test(a_piece_that_passes_the_ceiling_is_left_out_whole),
        cmocka_unit_test(huge_lengths_do_not_wrap),
        cmocka_unit_test(bytes_may_hold_nul),
    };
    return cmocka_run_group_tests_name("buf", tests, open_pool, close_pool);
}
