/* What lib/base/mem promises: zeroed blocks, wiped secrets, an order of freeing, death instead of NULL. */
#include "check.h"

#include <signal.h>

#include <talloc.h>

#include "mem.h"

/* A talloc child of a block is freed after the block's wiping and before its memory goes back: there it can be looked at. */
struct witness { const unsigned char *block; size_t n; bool *all_zero; };

static int look(struct witness *w)
{
    *w->all_zero = true;
    for (size_t i = 0; i < w->n; i++)
        *w->all_zero = *w->all_zero && w->block[i] == 0;
    return 0;
}

static void watch(void *block, size_t n, bool *all_zero)
{
    struct witness *w = talloc(block, struct witness);
    *w = (struct witness){block, n, all_zero};
    talloc_set_destructor(w, look);
}

static void blocks_are_zeroed_when_given(void **state)
{
    (void)state;
    struct mem *m = mem_new(NULL, "test");
    for (int round = 0; round < 50; round++) {
        unsigned char *p = mem_alloc(m, 1000);
        for (int i = 0; i < 1000; i++)
            assert_int_equal(p[i], 0);
        memset(p, 0xee, 1000);
        talloc_free(p);
    }
    assert_non_null(mem_alloc(m, 0));
    mem_free(&m);
    assert_null(m);
    mem_free(&m);
}

static void secret_blocks_are_wiped_when_freed(void **state)
{
    (void)state;
    static const struct { bool secret, below; } rows[] = {{true, false}, {true, true}, {false, false}};
    for (size_t i = 0; i < ROWS(rows); i++) {
        bool all_zero = false;
        struct mem *top = rows[i].secret ? mem_new_secret(NULL, "test") : mem_new(NULL, "test");
        struct mem *m = rows[i].below ? mem_new(top, "below") : top;
        unsigned char *p = mem_alloc(m, 64);
        memset(p, 0x5a, 64);
        watch(p, 64, &all_zero);
        mem_free(&top);
        assert_int_equal(all_zero, rows[i].secret);
    }
}

static void growing_a_secret_wipes_the_old_block(void **state)
{
    (void)state;
    bool all_zero = false;
    struct mem *m = mem_new_secret(NULL, "test");
    char *p = mem_text(m, "the old words");
    watch(p, 13, &all_zero);
    char *q = mem_resize(m, p, 14, 4000);
    assert_true(all_zero);
    assert_string_equal(q, "the old words");
    q = mem_resize(m, q, 4000, 4);
    assert_memory_equal(q, "the ", 4);
    mem_free(&m);
}

static void growing_keeps_the_bytes(void **state)
{
    (void)state;
    struct mem *m = mem_new(NULL, "test");
    char *p = mem_resize(m, NULL, 0, 3);
    memcpy(p, "abc", 3);
    p = mem_resize(m, p, 3, 100000);
    assert_memory_equal(p, "abc", 3);
    p = mem_resize(m, p, 100000, 0);
    p = mem_resize(m, p, 0, 10);
    assert_non_null(p);
    mem_free(&m);
}

static void copies_are_whole_and_ended(void **state)
{
    (void)state;
    struct mem *m = mem_new(NULL, "test");
    assert_null(mem_text(m, NULL));
    assert_string_equal(mem_text(m, ""), "");
    assert_string_equal(mem_text_n(m, "abcdef", 3), "abc");
    assert_memory_equal(mem_bytes(m, "a\0b", 3), "a\0b", 3);
    assert_string_equal(mem_printf(m, "%s-%d", "公示", 7), "公示-7");
    char *wide = mem_printf(m, "%5000d", 1);
    assert_int_equal(strlen(wide), 5000);
    mem_free(&m);
}

static char order[16];

static void note(void *ctx)
{
    strncat(order, ctx, sizeof order - strlen(order) - 1);
}

static void closings_run_last_first_after_the_pools_below(void **state)
{
    (void)state;
    order[0] = '\0';
    struct mem *m = mem_new(NULL, "test");
    mem_on_free(m, note, mem_text(m, "a"));
    struct mem *child = mem_new(m, "child");
    mem_on_free(child, note, mem_text(child, "c"));
    struct mem *sister = mem_new(m, "sister");
    mem_on_free(sister, note, mem_text(sister, "s"));
    struct mem *gone = mem_new(m, "gone");
    mem_on_free(gone, note, mem_text(gone, "g"));
    mem_on_free(m, note, mem_text(m, "b"));
    mem_free(&gone);
    assert_string_equal(order, "g");
    mem_free(&m);
    assert_string_equal(order, "gscba");
}

static void ask_for_too_many(void *arg)
{
    (void)arg;
    mem_array(mem_new(NULL, "test"), SIZE_MAX / 2, 3);
}

static void ask_for_too_much(void *arg)
{
    (void)arg;
    mem_alloc(mem_new(NULL, "test"), SIZE_MAX / 2);
}

static void what_cannot_be_had_ends_the_process(void **state)
{
    (void)state;
    char said[500];
    assert_int_equal(ending(ask_for_too_many, NULL, said, sizeof said), 128 + SIGABRT);
    assert_non_null(strstr(said, "larger than memory"));
    assert_int_equal(ending(ask_for_too_much, NULL, said, sizeof said), 128 + SIGABRT);
    assert_non_null(strstr(said, "out of memory"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_are_zeroed_when_given),
        cmocka_unit_test(secret_blocks_are_wiped_when_freed),
        cmocka_unit_test(growing_a_secret_wipes_the_old_block),
        cmocka_unit_test(growing_keeps_the_bytes),
        cmocka_unit_test(copies_are_whole_and_ended),
        cmocka_unit_test(closings_run_last_first_after_the_pools_below),
        cmocka_unit_test(what_cannot_be_had_ends_the_process),
    };
    return cmocka_run_group_tests_name("mem", tests, NULL, NULL);
}
