/* What lib/base/spell promises: 32 characters that nobody mixes up, and reading that mends what people do. */
#include "check.h"

#include "spell.h"

static void the_characters_are_32_and_no_look_alikes(void **state)
{
    (void)state;
    for (unsigned v = 0; v < 32; v++) {
        char c = spell_character(v);
        assert_null(strchr("01I8", c));
        assert_int_equal(spell_value(c), v);
        for (unsigned w = 0; w < v; w++)
            assert_int_not_equal(c, spell_character(w));
    }
}

static void bytes_come_back(void **state)
{
    (void)state;
    for (size_t n = 1; n <= 20; n++)
        for (unsigned fill = 0; fill < 256; fill++) {
            unsigned char bytes[20], back[20];
            char text[40], clean[40];
            for (size_t i = 0; i < n; i++)
                bytes[i] = (unsigned char)(fill * (i + 1) + i * 37);
            spell(bytes, n, text);
            assert_int_equal(strlen(text), SPELL_LENGTH(n));
            assert_true(spell_clean(text, SPELL_LENGTH(n), clean));
            assert_string_equal(text, clean);
            assert_true(spell_read(clean, back, n));
            assert_memory_equal(bytes, back, n);
        }
}

static void typing_is_mended_or_refused(void **state)
{
    (void)state;
    static const struct { const char *typed, *clean;
    } rows[] = {{"ABCD", "ABCD"},
                {"abcd", "ABCD"},
                {"a-b c\td\r\n", "ABCD"},
                {"0o1i", "OOLL"},
                {"Il8b", "LLBB"},
                {"", NULL},
                {"ABC", NULL},
                {"ABCDE", NULL},
                {"AB_D", NULL},
                {"AB.D", NULL},
                {"ＡBCD", NULL},
                {"----", NULL},
                {"AB\x80"
                 "D",
                 NULL}};
    for (size_t i = 0; i < ROWS(rows); i++) {
        char clean[5];
        assert_int_equal(spell_clean(rows[i].typed, 4, clean), rows[i].clean != NULL);
        if (rows[i].clean != NULL)
            assert_string_equal(clean, rows[i].clean);
    }
}

static void filling_bits_must_be_zero(void **state)
{
    (void)state;
    unsigned char byte;
    int good = 0;
    for (unsigned v = 0; v < 32; v++) {
        char two[3] = {'A', spell_character(v), '\0'};
        good += spell_read(two, &byte, 1);
    }
    assert_int_equal(good, 8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_characters_are_32_and_no_look_alikes),
        cmocka_unit_test(bytes_come_back),
        cmocka_unit_test(typing_is_mended_or_refused),
        cmocka_unit_test(filling_bits_must_be_zero),
    };
    return cmocka_run_group_tests_name("spell", tests, NULL, NULL);
}
