/* scan, clock: whatever comes, what is taken is what it says it is. */
#include "fuzz.h"

#include "clock.h"
#include "scan.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct mem *m = mem_new(NULL, "fuzz");
    const char *text = mem_text_n(m, (const char *)data, n);
    char phone[20], mobile[12], back[CLOCK_TEXT];
    uint64_t number;
    int64_t whole;
    instant at;
    day d;
    if (scan_phone(text, phone))
        PROMISE(scan_digits(phone, 10, 12) && strspn(text, "0123456789 -+") == strlen(text));
    if (scan_mobile(text, mobile))
        PROMISE(scan_digits(mobile, 11, 11) && scan_phone(text, phone) && strcmp(mobile, phone) == 0);
    if (scan_email(text)) {
        PROMISE(strlen(text) <= 254 && strchr(text, '@') == strrchr(text, '@'));
        for (const char *c = text; *c != '\0'; c++)
            PROMISE(*c > ' ' && *c < 0x7f && strchr("\"'<>,;:\\()[]%!`|", *c) == NULL);
    }
    if (scan_u64(text, UINT32_MAX, &number))
        PROMISE(number <= UINT32_MAX && strspn(text, "0123456789") == strlen(text));
    if (scan_i64(text, -5, 5, &whole))
        PROMISE(whole >= -5 && whole <= 5);
    if (scan_word(text, 8))
        PROMISE(strlen(text) >= 1 && strlen(text) <= 8);
    if (clock_from_sql(text, &at)) {
        clock_to_sql(at, back);
        PROMISE(strncmp(text, back, strlen(text)) == 0);
    }
    if (clock_day_from_text(text, &d)) {
        clock_day_to_text(d, back);
        PROMISE(strcmp(text, back) == 0);
    }
    mem_free(&m);
    return 0;
}
