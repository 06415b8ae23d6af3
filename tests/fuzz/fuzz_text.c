/* text: what passes the check is still sound after every change, and each change settles at once. */
#include "fuzz.h"

#include "text.h"

static void settles(struct mem *m, const char *text, char *(*way)(struct mem *, const char *))
{
    char *once = way(m, text);
    PROMISE(text_check(once, strlen(once), true) == TEXT_OK);
    PROMISE(strcmp(way(m, once), once) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct mem *m = mem_new(NULL, "fuzz");
    const char *bytes = (const char *)data;
    char *other = text_from_gb18030(m, bytes, n);
    if (other != NULL)
        PROMISE(text_check(other, strlen(other), true) != TEXT_NOT_UTF8);
    /* Nobody may be hurt by bytes that were not checked. */
    char *raw = mem_text_n(m, bytes, n);
    text_tidy(m, raw);
    text_name(m, raw);
    text_half_width(m, raw);
    text_cut(m, raw, n / 2);
    if (text_check(bytes, n, true) == TEXT_OK) {
        PROMISE(strlen(raw) == n);
        PROMISE(text_length(raw) <= text_utf16(raw) && text_utf16(raw) <= n);
        settles(m, raw, text_nfc);
        settles(m, raw, text_tidy);
        settles(m, raw, text_half_width);
        settles(m, raw, text_name);
        PROMISE(text_length(text_cut(m, raw, 5)) <= 6);
        if (text_check(bytes, n, false) == TEXT_OK)
            PROMISE(strchr(text_tidy(m, raw), '\n') == NULL);
    }
    mem_free(&m);
    return 0;
}
