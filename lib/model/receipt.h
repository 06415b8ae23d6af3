/* receipt: the number a citizen gets and the code he looks up with. The number is ten random digits and two check digits
 * (ISO 7064 MOD 97-10), shown 4-4-4; it counts nothing. The code is 128 bits: 26 characters of spell.h and two to check
 * (the number they spell leaves 1 by 1021), shown in four groups of seven; it is derived from the form's secret, so that the
 * same form always gives the same code. */
#ifndef GS_MODEL_RECEIPT_H
#define GS_MODEL_RECEIPT_H

#include <stdbool.h>
#include <stdint.h>

#define RECEIPT_NUMBER 13       /* 12 digits and NUL */
#define RECEIPT_NUMBER_SHOWN 15 /* 1234-5678-9012 */
#define RECEIPT_CODE_BYTES 16
#define RECEIPT_CODE_SHOWN 32   /* 4 x 7 and three hyphens and NUL */

/* `random_ten` is below 10^10. */
void receipt_number(uint64_t random_ten, char out[RECEIPT_NUMBER]);
void receipt_number_show(const char number[RECEIPT_NUMBER], char out[RECEIPT_NUMBER_SHOWN]);
/* Reads what a person typed: blanks, hyphens, full-width digits already folded; false if the check digits do not fit. */
bool receipt_number_read(const char *typed, char out[RECEIPT_NUMBER]);

void receipt_code_show(const unsigned char code[RECEIPT_CODE_BYTES], char out[RECEIPT_CODE_SHOWN]);
/* Accepts lower case, blanks, hyphens and 0/O, 1/I/L, 8/B confusion. */
bool receipt_code_read(const char *typed, unsigned char code[RECEIPT_CODE_BYTES]);

#endif
