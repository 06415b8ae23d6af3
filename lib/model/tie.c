/* tie: see tie.h. */
#include "tie.h"

#include <string.h>

#include "text.h"
#include "word.h"

#define COUNT(list) (sizeof(list) / sizeof(list)[0])
enum { PART_MIN = 4 };

static const char *const kinds[TIE_KIND__MAX] = { "EMPLOYER", "UNION", "KIN_EMPLOYER" };

/* What stands between the characters of a name, and the longer ending before those that it ends with itself. */
static const char *const marks[] = { "（", "）", "“", "”", "‘", "’", "「", "」", "《", "》", "、", "，", "。", "·", "—", "–", "　" };
static const char *const endings[] = { "股份有限公司", "有限责任公司", "有限公司", "集团公司", "总公司", "分公司", "公司", "集团" };

const char *tie_kind_word(enum tie_kind kind)
{
    return word_at(kinds, TIE_KIND__MAX, kind);
}

bool tie_kind_read(const char *word, enum tie_kind *out)
{
    unsigned place = 0;
    bool found = word_read(kinds, TIE_KIND__MAX, word, &place);
    *out = (enum tie_kind)place;
    return found;
}

static size_t mark_at(const char *p)
{
    for (size_t i = 0; i < COUNT(marks); i++)
        if (strncmp(p, marks[i], strlen(marks[i])) == 0)
            return strlen(marks[i]);
    return 0;
}

static bool cut_ending(char *key)
{
    size_t n = strlen(key);
    for (size_t i = 0; i < COUNT(endings); i++) {
        size_t k = strlen(endings[i]);
        if (n > k && strcmp(key + n - k, endings[i]) == 0) {
            key[n - k] = '\0';
            return true;
        }
    }
    return false;
}

static bool is_letter_or_digit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

char *tie_key(struct mem *m, const char *name)
{
    const char *text = text_half_width(m, text_nfc(m, text_tidy(m, name)));
    char *key = mem_alloc(m, strlen(text) + 1);
    size_t kept = 0;
    for (const char *p = text; *p != '\0';) {
        size_t mark = mark_at(p);
        char c = *p >= 'A' && *p <= 'Z' ? (char)(*p - 'A' + 'a') : *p;
        if (mark == 0 && is_letter_or_digit(c))
            key[kept++] = c;
        p += mark ? mark : 1;
    }
    while (cut_ending(key))
        ;
    return key;
}

bool tie_same(const char *key, const char *other)
{
    bool longer = strlen(key) >= strlen(other);
    const char *whole = longer ? key : other, *part = longer ? other : key;
    return part[0] != '\0' && (strcmp(whole, part) == 0 || (text_length(part) >= PART_MIN && strstr(whole, part) != NULL));
}
