/* receipt: check digits of the number, check characters of the code. */
#include "receipt.h"

#include <stdio.h>
#include <string.h>

#include "scan.h"
#include "spell.h"

#define TEN_DIGITS UINT64_C(10000000000)
#define CODE_CHARACTERS SPELL_LENGTH(RECEIPT_CODE_BYTES)
#define CODE_CHECKED (CODE_CHARACTERS + 2)
#define GROUP 7
/* The largest prime below 32 * 32: one wrong character or two that changed places always leave another rest. */
#define CODE_PRIME 1021

void receipt_number(uint64_t random_ten, char out[RECEIPT_NUMBER])
{
    uint64_t ten = random_ten % TEN_DIGITS;
    snprintf(out, RECEIPT_NUMBER, "%010llu%02u", (unsigned long long)ten, (unsigned)(98 - ten * 100 % 97));
}

void receipt_number_show(const char number[RECEIPT_NUMBER], char out[RECEIPT_NUMBER_SHOWN])
{
    snprintf(out, RECEIPT_NUMBER_SHOWN, "%.4s-%.4s-%.4s", number, number + 4, number + 8);
}

bool receipt_number_read(const char *typed, char out[RECEIPT_NUMBER])
{
    char digits[RECEIPT_NUMBER], wanted[RECEIPT_NUMBER];
    size_t n = 0;
    uint64_t value;
    for (; *typed != '\0'; typed++) {
        if (strchr(" \t\r\n-", *typed) != NULL)
            continue;
        if (n == RECEIPT_NUMBER - 1)
            return false;
        digits[n++] = *typed;
    }
    digits[n] = '\0';
    if (!scan_digits(digits, RECEIPT_NUMBER - 1, RECEIPT_NUMBER - 1) || !scan_u64(digits, UINT64_MAX, &value))
        return false;
    /* Made anew, so that a second pair of digits with the same rest is refused. */
    receipt_number(value / 100, wanted);
    if (strcmp(wanted, digits) != 0)
        return false;
    memcpy(out, digits, RECEIPT_NUMBER);
    return true;
}

/* The two characters that bring the number spelled by all 28 to a rest of 1. */
static void check_characters(const char *letters, char out[2])
{
    unsigned rest = 0;
    for (size_t i = 0; i < CODE_CHARACTERS; i++)
        rest = (rest * 32 + spell_value(letters[i])) % CODE_PRIME;
    unsigned check = (CODE_PRIME + 1 - rest * 1024 % CODE_PRIME) % CODE_PRIME;
    out[0] = spell_character(check / 32);
    out[1] = spell_character(check % 32);
}

void receipt_code_show(const unsigned char code[RECEIPT_CODE_BYTES], char out[RECEIPT_CODE_SHOWN])
{
    char letters[CODE_CHECKED + 1];
    spell(code, RECEIPT_CODE_BYTES, letters);
    check_characters(letters, letters + CODE_CHARACTERS);
    for (size_t i = 0; i < CODE_CHECKED; i++) {
        if (i > 0 && i % GROUP == 0)
            *out++ = '-';
        *out++ = letters[i];
    }
    *out = '\0';
}

bool receipt_code_read(const char *typed, unsigned char code[RECEIPT_CODE_BYTES])
{
    char letters[CODE_CHECKED + 1], wanted[2];
    unsigned char bytes[RECEIPT_CODE_BYTES];
    if (!spell_clean(typed, CODE_CHECKED, letters))
        return false;
    check_characters(letters, wanted);
    if (memcmp(wanted, letters + CODE_CHARACTERS, sizeof wanted) != 0 || !spell_read(letters, bytes, sizeof bytes))
        return false;
    memcpy(code, bytes, sizeof bytes);
    return true;
}
