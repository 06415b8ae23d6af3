/* sheet_finish: what cairo 1.16 leaves out is added the way PDF provides for it, as an update at the end of the file (ISO 32000-1, 7.5.6):
 * the catalogue once more, with the language of the document, that its structure is marked, and the wish that its title be shown. */
#include <string.h>

#include "scan.h"
#include "sheet_private.h"

#define MORE " /Lang (zh-CN)\n   /MarkInfo << /Marked true >>\n   /ViewerPreferences << /DisplayDocTitle true >>\n"

/* Behind the last `word`; NULL if there is none. */
static const char *behind(const struct buf *pdf, const char *word)
{
    size_t n = strlen(word);
    for (size_t i = pdf->len; i >= n; i--)
        if (memcmp(pdf->data + i - n, word, n) == 0)
            return pdf->data + i;
    return NULL;
}

static bool number_behind(const struct buf *pdf, const char *word, int64_t *out)
{
    char digits[20] = "";
    const char *p = behind(pdf, word);
    if (p == NULL)
        return false;
    p += strspn(p, " \n");
    size_t n = strspn(p, "0123456789");
    if (n == 0 || n >= sizeof digits)
        return false;
    memcpy(digits, p, n);
    return scan_i64(digits, 0, INT32_MAX, out);
}

bool sheet_finish(struct buf *pdf)
{
    int64_t root, info, size, before;
    if (!number_behind(pdf, "/Root", &root) || !number_behind(pdf, "/Info", &info) || !number_behind(pdf, "/Size", &size) ||
        !number_behind(pdf, "startxref", &before))
        return false;
    const char *catalogue = behind(pdf, mem_printf(pdf->mem, "\n%lld 0 obj\n<<", (long long)root));
    const char *end = catalogue != NULL ? strstr(catalogue, ">>\nendobj") : NULL;
    if (end == NULL)
        return false;
    size_t at = pdf->len;
    /* The bytes move as the buffer grows. */
    const char *copy = mem_text_n(pdf->mem, catalogue, (size_t)(end - catalogue));
    buf_printf(pdf, "%lld 0 obj\n<<%s%s>>\nendobj\n", (long long)root, copy, MORE);
    size_t table = pdf->len;
    buf_printf(pdf, "xref\n%lld 1\n%010zu 00000 n \ntrailer\n<< /Size %lld\n   /Root %lld 0 R\n   /Info %lld 0 R\n   /Prev %lld\n>>\nstartxref\n%zu\n%%%%EOF\n",
               (long long)root, at, (long long)size, (long long)root, (long long)info, (long long)before, table);
    return !pdf->over;
}
