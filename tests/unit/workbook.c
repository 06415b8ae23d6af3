/* Writes one table as a workbook to the standard output, for workbook.py to open with another's reader. */
#include <stdio.h>

#include "xlsx.h"

int main(int argc, char **argv)
{
    static const char *const lines[] = { "截至 2026年4月30日", "=1+1" };
    static const struct table_column columns[] = { { "推荐工会", 12, false }, { "次数", 4, true }, { "网关的话", 16, false } };
    static const char *const cells[] = {
        "西湖区总工会", "3", "=HYPERLINK(\"http://example.invalid\",\"x\")",
        "+86 571", "0123456789012345", "-1",
        "@SUM(A1)", NULL, "\t=cmd|' /C calc'!A1",
        "𬭎", "x", "<b>&amp;</b>\nzweite",
    };
    static const char *const notes[] = { "“送达”以网关的回执为准。" };
    struct table_doc doc = { "送达情况", "送达情况 — 杭州数字工匠公示", lines, 2, columns, 3, cells, 4, notes, 1,
                             (argc > 1 ? 2 : 1) * 1000000000 * CLOCK_SECOND };
    struct mem *m = mem_new(NULL, "workbook");
    struct fail f = { .kind = FAIL_NONE };
    void *bytes;
    size_t n;
    (void)argv;
    bool ok = xlsx_make(m, &doc, &bytes, &n, &f) && fwrite(bytes, 1, n, stdout) == n;
    if (!ok)
        fprintf(stderr, "%s: %s\n", f.code, f.detail);
    mem_free(&m);
    return ok ? 0 : 1;
}
