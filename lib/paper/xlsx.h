/* xlsx: a table as a workbook (.xlsx) of one sheet that prints on A4. A cell is a text or a number and never a formula, whatever it begins
 * with. The only file that knows libxlsxwriter. */
#ifndef GS_PAPER_XLSX_H
#define GS_PAPER_XLSX_H

#include "fail.h"
#include "mem.h"
#include "table.h"

#define XLSX_TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

/* The file's bytes, owned by `m`. A cell is cut after 32,000 characters, as no program takes more. FAIL_INTERNAL when the workbook cannot be
 * made: what is longer than 1,048,576 rows is none. */
bool xlsx_make(struct mem *m, const struct table_doc *doc, void **bytes, size_t *n, struct fail *f);

#endif
