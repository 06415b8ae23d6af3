/* xlsx: see xlsx.h. libxlsxwriter writes to a file by its name: it is given one that lies in memory and has no other name. */
#include "xlsx.h"

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "scan.h"
#include "text.h"

enum { CELL_MOST = 32000, WIDTH_OF_HANZI = 2 };

struct looks { lxw_format *title, *head, *text, *number; };

static struct looks looks_of(lxw_workbook *book)
{
    struct looks l = { workbook_add_format(book), workbook_add_format(book), workbook_add_format(book), workbook_add_format(book) };
    format_set_bold(l.title);
    format_set_font_size(l.title, 16);
    format_set_bold(l.head);
    format_set_border(l.head, LXW_BORDER_THIN);
    format_set_text_wrap(l.head);
    format_set_align(l.head, LXW_ALIGN_VERTICAL_CENTER);
    format_set_border(l.text, LXW_BORDER_THIN);
    format_set_text_wrap(l.text);
    format_set_align(l.text, LXW_ALIGN_VERTICAL_TOP);
    format_set_border(l.number, LXW_BORDER_THIN);
    format_set_align(l.number, LXW_ALIGN_VERTICAL_TOP);
    return l;
}

static bool put_text(struct mem *m, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text, lxw_format *look)
{
    if (text == NULL || *text == '\0')
        return worksheet_write_blank(sheet, row, column, look) == LXW_NO_ERROR;
    if (text_utf16(text) > CELL_MOST) /* a character outside the basic plane counts twice */
        text = text_cut(m, text, CELL_MOST / 2);
    return worksheet_write_string(sheet, row, column, text, look) == LXW_NO_ERROR;
}

/* Of a number a spreadsheet keeps fifteen digits, and no zero in front. */
static bool put_cell(struct mem *m, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const struct table_column *c, const char *text,
                     const struct looks *l)
{
    uint64_t number;
    if (c->number && text != NULL && (text[0] != '0' || text[1] == '\0') && scan_u64(text, UINT64_C(999999999999999), &number))
        return worksheet_write_number(sheet, row, column, (double)number, l->number) == LXW_NO_ERROR;
    return put_text(m, sheet, row, column, text, l->text);
}

static void set_paper(lxw_worksheet *sheet, lxw_row_t head, const struct table_doc *doc)
{
    enum { A4 = 9 };
    worksheet_set_paper(sheet, A4);
    worksheet_set_landscape(sheet);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_repeat_rows(sheet, head, head);
    worksheet_set_footer(sheet, "&C— &P / &N —");
    worksheet_freeze_panes(sheet, head + 1, 0);
    if (doc->row_count > 0)
        worksheet_autofilter(sheet, head, 0, head + (lxw_row_t)doc->row_count, (lxw_col_t)(doc->column_count - 1));
}

static bool fill(struct mem *m, lxw_workbook *book, lxw_worksheet *sheet, const struct table_doc *doc)
{
    struct looks l = looks_of(book);
    lxw_row_t row = 0;
    bool ok = put_text(m, sheet, row++, 0, doc->title, l.title);
    for (size_t i = 0; ok && i < doc->line_count; i++)
        ok = put_text(m, sheet, row++, 0, doc->lines[i], NULL);
    set_paper(sheet, ++row, doc);
    for (size_t i = 0; ok && i < doc->column_count; i++) {
        lxw_col_t c = (lxw_col_t)i;
        ok = worksheet_set_column(sheet, c, c, doc->columns[i].width * WIDTH_OF_HANZI + 1, NULL) == LXW_NO_ERROR &&
             put_text(m, sheet, row, c, doc->columns[i].title, l.head);
    }
    for (size_t i = 0; ok && i < doc->row_count; i++) {
        row++;
        for (size_t k = 0; ok && k < doc->column_count; k++)
            ok = put_cell(m, sheet, row, (lxw_col_t)k, &doc->columns[k], doc->cells[i * doc->column_count + k], &l);
    }
    row++;
    for (size_t i = 0; ok && i < doc->note_count; i++)
        ok = put_text(m, sheet, ++row, 0, doc->notes[i], NULL);
    return ok;
}

static bool make(struct mem *m, const struct table_doc *doc, const char *path)
{
    lxw_workbook *book = workbook_new(path);
    lxw_worksheet *sheet = book != NULL ? workbook_add_worksheet(book, doc->name) : NULL;
    lxw_doc_properties made = { .title = mem_text(m, doc->title), .created = (time_t)(doc->made_at / CLOCK_SECOND) };
    if (book == NULL)
        return false;
    workbook_set_properties(book, &made);
    bool ok = sheet != NULL && fill(m, book, sheet, doc);
    return workbook_close(book) == LXW_NO_ERROR && ok;
}

static bool take(struct mem *m, int file, void **bytes, size_t *n)
{
    struct stat at;
    if (fstat(file, &at) != 0 || at.st_size <= 0)
        return false;
    char *all = mem_alloc(m, (size_t)at.st_size);
    *bytes = all;
    *n = 0;
    while (*n < (size_t)at.st_size) {
        ssize_t got = pread(file, all + *n, (size_t)at.st_size - *n, (off_t)*n);
        if (got <= 0)
            return false;
        *n += (size_t)got;
    }
    return true;
}

bool xlsx_make(struct mem *m, const struct table_doc *doc, void **bytes, size_t *n, struct fail *f)
{
    int file = memfd_create("xlsx", MFD_CLOEXEC);
    if (file < 0)
        return fail_set(f, FAIL_INTERNAL, "internal", "no file in memory");
    bool ok = make(m, doc, mem_printf(m, "/proc/self/fd/%d", file)) && take(m, file, bytes, n);
    close(file);
    return ok || fail_set(f, FAIL_INTERNAL, "internal", "the workbook was not made");
}
