/* What lib/model/receipt promises: numbers and codes in which one slip is always seen. */
#include "check.h"

#include "receipt.h"
#include "spell.h"

static void numbers_carry_their_check_digits(void **state)
{
    (void)state;
    /* By hand: the whole number leaves 1 by 97. */
    static const struct { uint64_t ten; const char *number, *shown;
    } rows[] = {{0, "000000000098", "0000-0000-0098"},
                {1, "000000000195", "0000-0000-0195"},
                {97, "000000009798", "0000-0000-9798"},
                {UINT64_C(1234567890), NULL, NULL},
                {UINT64_C(9999999999), NULL, NULL}};
    for (size_t i = 0; i < ROWS(rows); i++) {
        char number[RECEIPT_NUMBER], shown[RECEIPT_NUMBER_SHOWN], back[RECEIPT_NUMBER];
        receipt_number(rows[i].ten, number);
        assert_int_equal(strlen(number), 12);
        assert_int_equal(strtoull(number, NULL, 10) % 97, 1);
        assert_true(strtoull(number, NULL, 10) / 100 == rows[i].ten);
        receipt_number_show(number, shown);
        assert_true(receipt_number_read(shown, back));
        assert_string_equal(back, number);
        if (rows[i].number != NULL) {
            assert_string_equal(number, rows[i].number);
            assert_string_equal(shown, rows[i].shown);
        }
    }
}

static void one_wrong_digit_or_two_that_changed_places_are_seen(void **state)
{
    (void)state;
    for (uint64_t ten = 3; ten < UINT64_C(10000000000); ten = ten * 3 + 17) {
        char number[RECEIPT_NUMBER], slip[RECEIPT_NUMBER], back[RECEIPT_NUMBER];
        receipt_number(ten, number);
        for (int i = 0; i < 12; i++)
            for (char c = '0'; c <= '9'; c++) {
                memcpy(slip, number, sizeof slip);
                slip[i] = c;
                assert_int_equal(receipt_number_read(slip, back), c == number[i]);
            }
        for (int i = 0; i < 11; i++) {
            memcpy(slip, number, sizeof slip);
            slip[i] = number[i + 1];
            slip[i + 1] = number[i];
            assert_int_equal(receipt_number_read(slip, back), slip[i] == number[i]);
        }
    }
}

static void typed_numbers_are_mended_or_refused(void **state)
{
    (void)state;
    static const struct { const char *typed; bool good; } rows[] = {
        {"000000000098", true}, {"0000 0000 0098", true}, {" 0000-0000-0098\r\n", true}, {"00-00-00-00-00-98", true},
        {"000000000001", false}, /* leaves 1 too, but was never made */
        {"", false}, {"00000000098", false}, {"0000000000980", false}, {"00000000009a", false}, {"+00000000098", false},
        {"-------------------------------", false}, {"０00000000098", false}, {"0000_0000_0098", false}};
    for (size_t i = 0; i < ROWS(rows); i++) {
        char back[RECEIPT_NUMBER] = "untouched";
        assert_int_equal(receipt_number_read(rows[i].typed, back), rows[i].good);
        assert_string_equal(back, rows[i].good ? "000000000098" : "untouched");
    }
}

static void codes_come_back_however_typed(void **state)
{
    (void)state;
    unsigned char code[RECEIPT_CODE_BYTES], back[RECEIPT_CODE_BYTES];
    for (int round = 0; round < 200; round++) {
        char shown[RECEIPT_CODE_SHOWN], typed[64];
        for (int i = 0; i < RECEIPT_CODE_BYTES; i++)
            code[i] = (unsigned char)(round == 0 ? 0 : round == 1 ? 255 : rand());
        receipt_code_show(code, shown);
        assert_int_equal(strlen(shown), 31);
        assert_true(shown[7] == '-' && shown[15] == '-' && shown[23] == '-');
        assert_true(receipt_code_read(shown, back));
        assert_memory_equal(code, back, sizeof code);
        size_t n = 0;
        for (const char *c = shown; *c != '\0'; c++) {
            typed[n++] = *c == 'O'   ? '0'
                         : *c == 'L' ? 'i'
                         : *c == 'B' ? '8'
                         : *c == '-' ? ' '
                                     : (char)(*c >= 'A' ? *c + 32 : *c);
            if (*c == '-')
                typed[n++] = '-';
        }
        typed[n] = '\0';
        memset(back, 0xaa, sizeof back);
        assert_true(receipt_code_read(typed, back));
        assert_memory_equal(code, back, sizeof code);
    }
}

static void one_slip_or_two_changed_places_in_a_code_are_seen(void **state)
{
    (void)state;
    unsigned char code[RECEIPT_CODE_BYTES] = "sixteen bytes of", back[RECEIPT_CODE_BYTES];
    char shown[RECEIPT_CODE_SHOWN], slip[RECEIPT_CODE_SHOWN];
    receipt_code_show(code, shown);
    for (int i = 0; i < 31; i++) {
        for (unsigned v = 0; v < 32 && shown[i] != '-'; v++) {
            memcpy(slip, shown, sizeof slip);
            slip[i] = spell_character(v);
            assert_int_equal(receipt_code_read(slip, back), slip[i] == shown[i]);
        }
        for (int j = i + 1; j < 31 && shown[i] != '-'; j++) {
            if (shown[j] == '-')
                continue;
            memcpy(slip, shown, sizeof slip);
            slip[i] = shown[j];
            slip[j] = shown[i];
            assert_int_equal(receipt_code_read(slip, back), shown[j] == shown[i]);
        }
    }
    shown[30] = '\0';
    assert_false(receipt_code_read(shown, back));
    assert_false(receipt_code_read("", back));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_carry_their_check_digits),
        cmocka_unit_test(one_wrong_digit_or_two_that_changed_places_are_seen),
        cmocka_unit_test(typed_numbers_are_mended_or_refused),
        cmocka_unit_test(codes_come_back_however_typed),
        cmocka_unit_test(one_slip_or_two_changed_places_in_a_code_are_seen),
    };
    return cmocka_run_group_tests_name("receipt", tests, NULL, NULL);
}
