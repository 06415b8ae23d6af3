/* table_csv: see table_csv.h. Cells are quoted by libcsv. */
#include "table_csv.h"

#include <string.h>

#include <csv.h>

#include "buf.h"
#include "text.h"

enum { BYTES_MAX = 64 * 1024 * 1024 };

static void put_cell(struct mem *m, struct buf *b, const char *cell, bool last)
{
    const char *text = cell != NULL ? cell : "";
    if (text[0] != '\0' && strchr("=+-@\t\r", text[0]) != NULL)
        text = mem_printf(m, "'%s", text);
    size_t room = strlen(text) * 2 + 2;
    char *quoted = mem_alloc(m, room);
    buf_add(b, quoted, csv_write(quoted, room, text, strlen(text)));
    buf_text(b, last ? "\r\n" : ",");
}

bool table_csv_make(struct mem *m, const struct table_doc *doc, enum table_csv_code code, void **bytes, size_t *n, struct fail *f)
{
    struct buf b;
    buf_init(&b, m, BYTES_MAX);
    buf_text(&b, code == CSV_UTF8 ? "\xef\xbb\xbf" : "");
    for (size_t i = 0; i < doc->column_count; i++)
        put_cell(m, &b, doc->columns[i].title, i + 1 == doc->column_count);
    for (size_t i = 0; i < doc->row_count * doc->column_count; i++)
        put_cell(m, &b, doc->cells[i], (i + 1) % doc->column_count == 0);
    if (b.over)
        return fail_set(f, FAIL_INTERNAL, "internal", "a table of more than %d bytes", BYTES_MAX);
    *bytes = code == CSV_UTF8 ? b.data : text_to_gb18030(m, b.data, n);
    if (code == CSV_UTF8)
        *n = b.len;
    return *bytes != NULL || fail_set(f, FAIL_INTERNAL, "internal", "a table that GB18030 cannot say");
}
