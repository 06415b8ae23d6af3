/* roster_cell: one cell or one row of the list judged and mended; the inner half of roster.h, for roster.c alone. */
#ifndef GS_MODEL_ROSTER_CELL_H
#define GS_MODEL_ROSTER_CELL_H

#include "roster.h"

struct roster_cell { const char *bytes; size_t n; };

/* Adds a flaw and counts it; texts are cut and made fit to be shown. */
void roster_flaw_add(struct mem *m, struct roster *r, const struct roster_flaw *flaw);

/* Reads the cells of one row (a column that the file lacks has bytes NULL) into `row`. */
void roster_row_read(struct mem *m, struct roster *r, size_t line, const struct roster_cell cells[ROSTER_COLUMN__MAX],
                     const struct roster_union *unions, size_t union_count, struct roster_row *row);

/* A text without any blank and with ASCII at half width: what heads and names of unions are compared by. */
char *roster_key(struct mem *m, const char *text);

#endif
