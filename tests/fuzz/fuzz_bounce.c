/* bounce: any mail is read to its end, and what it says is short, plain and ended. */
#include "fuzz.h"

#include "bounce_read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    static bool open;
    struct bounce b;
    if (!open)
        bounce_read_open();
    open = true;
    bounce_read(data, n, &b);
    PROMISE(!b.is_report || (b.verdict > REPORT_UNREADABLE && b.verdict < REPORT_VERDICT__MAX));
    PROMISE(strlen(b.code) <= 9 && b.said_at >= 0);
    for (size_t i = 0; i < BOUNCE_TO_COUNT; i++)
        PROMISE(strlen(b.to[i]) <= BOUNCE_TO_MAX && strpbrk(b.to[i], "\r\n <>") == NULL);
    return 0;
}
