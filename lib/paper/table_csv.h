/* table_csv: a table as comma-separated values: the head and the rows, lines ending in CRLF. No cell is a formula, whatever it begins with: a spreadsheet
 * is shown an apostrophe before what it would reckon with. */
#ifndef GS_PAPER_TABLE_CSV_H
#define GS_PAPER_TABLE_CSV_H

#include "fail.h"
#include "mem.h"
#include "table.h"

enum table_csv_code { CSV_UTF8 /* with a byte order mark */, CSV_GB18030 /* for old Excel */ };

/* The file's bytes, owned by `m`. FAIL_INTERNAL if there are more than 64 MiB. */
bool table_csv_make(struct mem *m, const struct table_doc *doc, enum table_csv_code code, void **bytes, size_t *n, struct fail *f);

#endif
