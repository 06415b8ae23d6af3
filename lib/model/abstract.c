/* abstract: see abstract.h. */
#include "abstract.h"

#include <stdint.h>
#include <string.h>

/* A character and where it stands. */
struct point { uint32_t c; size_t at, n; };

static size_t decode(const char *text, uint32_t *c)
{
    const unsigned char *p = (const unsigned char *)text;
    size_t n = p[0] < 0x80 ? 1 : p[0] < 0xe0 ? 2 : p[0] < 0xf0 ? 3 : 4;
    *c = n == 1 ? p[0] : p[0] & (0xffU >> (n + 1));
    for (size_t i = 1; i < n; i++)
        *c = *c << 6 | (p[i] & 0x3f);
    return n;
}

/* ASCII marks and blanks, general punctuation, CJK marks, full-width marks. */
static int is_mark(uint32_t c)
{
    int letter = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    return (c < 0x80 && !letter) || (c >= 0x2000 && c <= 0x206f) || (c >= 0x3000 && c <= 0x3003) || (c >= 0x3008 && c <= 0x301f) ||
           (c >= 0xff00 && c <= 0xff0f) || (c >= 0xff1a && c <= 0xff20);
}

static struct point *points(struct mem *m, const char *text, size_t *count)
{
    struct point *out = mem_array(m, strlen(text) + 1, sizeof *out);
    *count = 0;
    for (size_t at = 0, n; text[at] != '\0'; at += n) {
        uint32_t c;
        n = decode(text + at, &c);
        if (!is_mark(c))
            out[(*count)++] = (struct point){ c, at, n };
    }
    return out;
}

char *abstract_repeats(struct mem *m, const char *statement, const char *abstract)
{
    size_t a_count, s_count;
    struct point *a = points(m, abstract, &a_count), *s = points(m, statement, &s_count);
    /* run[k]: how long the run is that ends at this character of the abstract and at s[k - 1]. */
    uint32_t *run = mem_array(m, s_count + 1, sizeof *run);
    for (size_t i = 0; i < a_count; i++)
        for (size_t k = s_count; k > 0; k--) {
            run[k] = a[i].c == s[k - 1].c ? run[k - 1] + 1 : 0;
            if (run[k] == ABSTRACT_RUN) {
                const struct point *first = &a[i + 1 - ABSTRACT_RUN];
                return mem_text_n(m, abstract + first->at, a[i].at + a[i].n - first->at);
            }
        }
    return NULL;
}
