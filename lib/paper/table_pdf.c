/* table_pdf: see table_pdf.h. */
#include "table_pdf.h"

#include "sheet.h"

#define UPRIGHT_MAX 40 /* characters of 5号 that a line of an upright page takes, and the blanks between columns */

static const struct sheet_style TITLE = { FONTS_TITLE, SHEET_SIZE_3 + 2, 1.5 * SHEET_SIZE_3, SHEET_CENTRE, 0, 0, 0, "H1", false };
static const struct sheet_style LINE = { FONTS_BODY, SHEET_SIZE_5, 1.5 * SHEET_SIZE_5, SHEET_LEFT, 0, 0, 0, "P", false };

static struct sheet_column *columns(struct mem *m, const struct table_doc *doc, int *sum)
{
    struct sheet_column *all = mem_array(m, doc->column_count, sizeof *all);
    *sum = 0;
    for (size_t i = 0; i < doc->column_count; i++) {
        int width = doc->columns[i].width > 2 ? doc->columns[i].width : 2;
        all[i] = (struct sheet_column){ doc->columns[i].title, width + 1, doc->columns[i].number };
        *sum += width + 1;
    }
    return all;
}

bool table_pdf_make(struct mem *m, const struct table_doc *doc, struct buf *out, struct fail *f)
{
    int sum;
    struct sheet_column *all = columns(m, doc, &sum);
    struct sheet *s = sheet_open(m, out, &(struct sheet_in){ doc->title, doc->made_at, NULL, sum > UPRIGHT_MAX }, f);
    if (s == NULL)
        return false;
    sheet_title(s, &TITLE, doc->title);
    sheet_skip(s, SHEET_SIZE_5 / 2);
    for (size_t i = 0; i < doc->line_count; i++)
        sheet_text(s, &LINE, doc->lines[i]);
    sheet_skip(s, SHEET_SIZE_5 / 2);
    sheet_table(s, all, doc->column_count, doc->cells, doc->row_count, SHEET_SIZE_5);
    sheet_skip(s, SHEET_SIZE_5);
    for (size_t i = 0; i < doc->note_count; i++)
        sheet_text(s, &LINE, doc->notes[i]);
    return sheet_close(s, f);
}
