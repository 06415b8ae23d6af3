/* doc_number: the number of a paper (发文字号, "文号") as GB/T 9704 writes it: "杭数匠示〔2026〕1号": six-cornered brackets around the year, no
 * 第, no leading zeros. */
#ifndef GS_MODEL_DOC_NUMBER_H
#define GS_MODEL_DOC_NUMBER_H

#include <stdbool.h>

#include "mem.h"

/* The number as it is printed, from what was typed with other brackets, full-width digits, blanks, 第 or leading zeros. NULL when it is
 * no such number. */
char *doc_number_read(struct mem *m, const char *typed);

#endif
