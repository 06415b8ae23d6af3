/* doc_number: see doc_number.h. */
#include "doc_number.h"

#include <string.h>

#include "text.h"

#define YEAR 4
#define NUMBER_MAX 5 /* digits */

static const char *const OPEN[] = { "〔", "[", "(", "【", "﹝", "〖", "「" };
static const char *const CLOSE[] = { "〕", "]", ")", "】", "﹞", "〗", "」" };
#define BRACKETS (sizeof OPEN / sizeof *OPEN)

/* The length of the bracket that `text` begins with, 0: none. */
static size_t bracket(const char *const *kind, const char *text)
{
    for (size_t i = 0; i < BRACKETS; i++)
        if (strncmp(kind[i], text, strlen(kind[i])) == 0)
            return strlen(kind[i]);
    return 0;
}

static char *without_blanks(struct mem *m, const char *typed)
{
    char *half = text_half_width(m, typed), *to = half;
    for (const char *p = half; *p; p++)
        if (*p != ' ' && *p != '\t')
            *to++ = *p;
    *to = '\0';
    return half;
}

static size_t digits(const char *text)
{
    return strspn(text, "0123456789");
}

char *doc_number_read(struct mem *m, const char *typed)
{
    const char *text = without_blanks(m, typed), *year = text;
    while (*year && !bracket(OPEN, year))
        year++;
    size_t word = (size_t)(year - text);
    year += bracket(OPEN, year);
    if (word == 0 || digits(year) != YEAR || !bracket(CLOSE, year + YEAR))
        return NULL;
    const char *number = year + YEAR + bracket(CLOSE, year + YEAR);
    if (strncmp(number, "第", strlen("第")) == 0)
        number += strlen("第");
    number += strspn(number, "0");
    size_t n = digits(number);
    if (n == 0 || n > NUMBER_MAX || strcmp(number + n, "号") != 0)
        return NULL;
    return mem_printf(m, "%.*s〔%.*s〕%.*s号", (int)word, text, YEAR, year, (int)n, number);
}
