/* union_sheet: bytes to lines to cells (libcsv). */
#include "union_sheet.h"

#include <csv.h>
#include <string.h>

#include "text.h"

static const char *const heads[UNION_COLUMN__MAX] = { "代码", "名称", "类型", "联系人", "手机", "邮箱", "备用联系人", "备用手机", "备用邮箱" };

struct reader {
    struct mem *m;
    struct union_sheet *out;
    size_t line, at;              /* the present line, from 1, and cell */
    int column_of[64];            /* by cell; -1: of no interest */
    bool has_head, headless;
    const char *cells[UNION_COLUMN__MAX];
    bool filled;
};

static void on_cell(void *bytes, size_t n, void *ctx)
{
    struct reader *r = ctx;
    const size_t most = sizeof r->column_of / sizeof *r->column_of;
    char *text = text_tidy(r->m, n > 0 ? mem_text_n(r->m, bytes, n) : "");
    size_t at = r->at++;
    if (at >= most)
        return;
    if (r->has_head) {
        if (r->column_of[at] >= 0)
            r->cells[r->column_of[at]] = text;
    } else {
        for (int c = 0; c < UNION_COLUMN__MAX; c++)
            if (strcmp(heads[c], text) == 0)
                r->column_of[at] = c;
    }
    r->filled = r->filled || *text != '\0';
}

static bool head_is_whole(const struct reader *r)
{
    bool found[UNION_COLUMN__MAX] = { false };
    size_t whole = 0;
    for (size_t i = 0; i < sizeof r->column_of / sizeof *r->column_of; i++)
        if (r->column_of[i] >= 0 && !found[r->column_of[i]]) {
            found[r->column_of[i]] = true;
            whole++;
        }
    return whole == UNION_COLUMN__MAX;
}

static void on_row(int end, void *ctx)
{
    struct reader *r = ctx;
    (void)end;
    if (!r->has_head) {
        r->has_head = true;
        r->headless = !head_is_whole(r);
    } else if (r->filled && r->out->count < UNION_SHEET_MAX_ROWS) {
        struct union_sheet_row *row = &r->out->rows[r->out->count++];
        row->line = r->line;
        memcpy(row->cells, r->cells, sizeof row->cells);
    }
    for (int c = 0; c < UNION_COLUMN__MAX; c++)
        r->cells[c] = "";
    r->at = 0;
    r->filled = false;
}

/* The file as UTF-8 without BOM, or NULL. */
static const char *decode(struct mem *m, const char *bytes, size_t *n)
{
    if (*n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
        bytes += 3;
        *n -= 3;
    }
    enum text_fault fault = text_check(bytes, *n, true);
    if (fault == TEXT_OK)
        return bytes;
    const char *text = fault == TEXT_NOT_UTF8 && !memchr(bytes, 0, *n) ? text_from_gb18030(m, bytes, *n) : NULL;
    if (!text || text_check(text, strlen(text), true) != TEXT_OK)
        return NULL;
    *n = strlen(text);
    return text;
}

static bool read_lines(struct reader *r, const char *text, size_t n)
{
    struct csv_parser parser;
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
        return false;
    bool whole = true;
    for (size_t at = 0; whole && at < n;) {
        const char *end = memchr(text + at, '\n', n - at);
        size_t length = end ? (size_t)(end - (text + at)) + 1 : n - at;
        r->line++;
        whole = csv_parse(&parser, text + at, length, on_cell, on_row, r) == length;
        at += length;
    }
    whole = csv_fini(&parser, on_cell, on_row, r) == 0 && whole;
    csv_free(&parser);
    return whole;
}

bool union_sheet_read(struct mem *m, const void *bytes, size_t n, struct union_sheet *out, struct fail *f)
{
    struct reader *r = mem_alloc(m, sizeof *r);
    *out = (struct union_sheet){ mem_array(m, UNION_SHEET_MAX_ROWS, sizeof *out->rows), 0 };
    *r = (struct reader){ .m = m, .out = out };
    memset(r->column_of, -1, sizeof r->column_of);
    for (int c = 0; c < UNION_COLUMN__MAX; c++)
        r->cells[c] = "";
    if (n == 0)
        return fail_field(f, "file", "unions_empty");
    if (n > UNION_SHEET_MAX_BYTES)
        return fail_field(f, "file", "unions_large");
    const char *text = decode(m, bytes, &n);
    if (!text)
        return fail_field(f, "file", "unions_not_text");
    if (!read_lines(r, text, n))
        return fail_field(f, "file", "unions_quotes");
    if (r->headless)
        return fail_field(f, "file", "unions_head");
    return out->count > 0 || fail_field(f, "file", "unions_empty");
}
