/* table_pdf: a table as PDF, on A4 upright or, if it is wide, across. Its heads stand on every page. */
#ifndef GS_PAPER_TABLE_PDF_H
#define GS_PAPER_TABLE_PDF_H

#include "buf.h"
#include "fail.h"
#include "table.h"

#define TABLE_PDF_TYPE "application/pdf"

/* The file in `out`; at most 16 columns. The same document gives the same bytes. FAIL_UNAVAILABLE "paper_fonts", FAIL_INTERNAL
 * "paper_failed". */
bool table_pdf_make(struct mem *m, const struct table_doc *doc, struct buf *out, struct fail *f);

#endif
