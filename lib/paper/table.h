/* table: a document that is one table: a title, lines about it, columns and rows. Plain data, filled by whoever has something to list;
 * xlsx.h makes a workbook of it, table_pdf.h a PDF. Texts are valid UTF-8; nothing is copied, so it lives as long as its parts. */
#ifndef GS_PAPER_TABLE_H
#define GS_PAPER_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "clock.h"

struct table_column {
    const char *title;
    int width;   /* in Hanzi: what its usual cell needs */
    bool number; /* cells of digits alone are numbers: set right, and reckoned with in a workbook */
};

struct table_doc {
    const char *name;                   /* of the sheet, at most 31 characters, none of []:*?/\ */
    const char *title;
    const char *const *lines;           /* above the table: what it is of, as of when */
    size_t line_count;
    const struct table_column *columns; /* at least one */
    size_t column_count;
    const char *const *cells;           /* row by row, row_count * column_count; NULL is an empty cell */
    size_t row_count;
    const char *const *notes;           /* below it */
    size_t note_count;
    instant made_at;                    /* stands in the file as the time of its making: the same data give the same bytes */
};

#endif
