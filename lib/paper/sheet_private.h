/* sheet_private: what sheet.c and its neighbours share. */
#ifndef GS_PAPER_SHEET_PRIVATE_H
#define GS_PAPER_SHEET_PRIVATE_H

#include <cairo-pdf.h>

#include "sheet.h"

#define SHEET_RED 0.78
#define SHEET_GREEN 0.09
#define SHEET_BLUE 0.11

struct sheet {
    struct mem *mem;
    struct buf *out;
    cairo_surface_t *surface;
    cairo_t *cr;
    const char *watermark;
    double left, top, width, height; /* the type area, in points */
    double page_height;
    double y;  /* from its top */
    int page;
    const char *url; /* stands at the foot of the present page; NULL for none */
    const char *const *url_lines;
    size_t url_line_count;
};

PangoLayout *sheet_layout(struct sheet *s, const struct sheet_style *style, const char *text, double width);
void sheet_ink(struct sheet *s, double red, double green, double blue);
/* What sheet_address asked for, when the page ends: those who hear it hear it last. */
void sheet_draw_address(struct sheet *s);
bool sheet_fits(const struct sheet *s, double points);
/* Ends a PDF: names its language, which cairo 1.16 cannot. */
bool sheet_finish(struct buf *pdf);

#endif
