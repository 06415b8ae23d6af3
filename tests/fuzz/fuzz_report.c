/* report: whatever a call holds, it is refused as a whole or each of its elements is a report whose words are short and plain, or is kept
 * unread. The first byte chooses the gateway. */
#include "fuzz.h"

#include "report.h"
#include "text.h"

static void check_word(const char *word, size_t most)
{
    PROMISE(word != NULL && strlen(word) <= most);
    for (const char *p = word; *p != '\0'; p++)
        PROMISE(*p > ' ' && *p <= '~');
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct mem *m = mem_new(NULL, "fuzz");
    struct report *reports;
    size_t count;
    struct fail f = { 0 };
    enum report_source source = n > 0 && data[0] % 2 == 1 ? REPORT_TENCENT : REPORT_ALIYUN;
    if (!report_read(m, source, data + (n > 0), n - (n > 0), &reports, &count, &f)) {
        PROMISE(f.kind == FAIL_INPUT);
        count = 0;
    }
    PROMISE(count <= REPORT_ELEMENTS_MAX);
    for (size_t i = 0; i < count; i++) {
        const struct report *r = &reports[i];
        PROMISE(r->source == source && r->verdict < REPORT_VERDICT__MAX && r->verdict != REPORT_DELAYED);
        check_word(r->gateway_id, REPORT_ID_MAX);
        check_word(r->message_id, REPORT_ID_MAX);
        check_word(r->code, REPORT_CODE_MAX);
        check_word(r->to, 20);
        PROMISE(strlen(r->raw) <= REPORT_RAW_MAX && text_check(r->raw, strlen(r->raw), true) != TEXT_NOT_UTF8);
        PROMISE(r->verdict == REPORT_UNREADABLE || (r->to[0] != '\0' && (r->gateway_id[0] != '\0' || r->message_id[0] != '\0')));
    }
    mem_free(&m);
    return 0;
}
