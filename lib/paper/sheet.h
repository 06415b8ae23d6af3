/* sheet: A4 pages in the manner of GB/T 9704, from top to bottom: paragraphs on a grid of 22 lines of 28 characters, tables, page
 * numbers. The papers of this room are written on it. Every text is marked (heading, paragraph, table) for those who hear a PDF read,
 * can be searched and copied, and its fonts are embedded in part. The same calls give the same bytes. */
#ifndef GS_PAPER_SHEET_H
#define GS_PAPER_SHEET_H

#include "buf.h"
#include "clock.h"
#include "fonts_private.h"

/* Millimetres of the standard; type sizes and the height of a line in points. */
#define SHEET_MM (72 / 25.4)
#define SHEET_SIZE_1 26.0  /* 1号 */
#define SHEET_SIZE_2 21.0  /* 2号 */
#define SHEET_SIZE_3 15.75 /* 3号 */
#define SHEET_SIZE_4 13.75 /* 4号 */
#define SHEET_SIZE_5 10.5  /* 5号 */
#define SHEET_SIZE_6 7.875 /* 6号 */
#define SHEET_PITCH (SHEET_SIZE_3 * 15 / 8)

struct sheet;

struct sheet_in {
    const char *title;
    instant made_at;       /* stands in the file as the time of its making */
    const char *watermark; /* across every page, e.g. 草稿; NULL for none */
    bool wide;             /* the long side across */
};

enum sheet_align { SHEET_LEFT, SHEET_CENTRE, SHEET_RIGHT };

struct sheet_style {
    enum fonts_role role;
    double size;
    double pitch;           /* from line to line; 0: SHEET_PITCH */
    enum sheet_align align;
    double first, left, right; /* set in by so much: the first line (beyond `left`), all lines, at the right side */
    const char *tag;        /* of the structure: "P", "H1", … */
    bool red;
};

struct sheet_column {
    const char *head;
    double width; /* share */
    bool centre;
};

/* A new paper, its first page begun. FAIL_UNAVAILABLE "paper_fonts". */
struct sheet *sheet_open(struct mem *m, struct buf *out, const struct sheet_in *in, struct fail *f);
/* The last page ends. FAIL_INTERNAL "paper_failed" if anything did not work or did not fit into `out`. */
bool sheet_close(struct sheet *s, struct fail *f);

void sheet_page(struct sheet *s);               /* a new page */
void sheet_skip(struct sheet *s, double points); /* blank, but not at the head of a page that follows */
/* Begins a new page if less than `points` are left of this one. */
void sheet_keep(struct sheet *s, double points);
/* A paragraph; it goes on over as many pages as it needs. */
void sheet_text(struct sheet *s, const struct sheet_style *style, const char *text);
/* A title: what is longer than a line is broken by sense into lines of about one length, never inside quotation marks. */
void sheet_title(struct sheet *s, const struct sheet_style *style, const char *text);
double sheet_text_width(struct sheet *s, enum fonts_role role, double size, const char *text);
double sheet_width(const struct sheet *s);
/* A mark in the list of contents that readers of PDF show. */
void sheet_outline(struct sheet *s, const char *title);
/* A rule across the type area at the present place. */
void sheet_rule(struct sheet *s, bool red, double thickness);
/* Rows with thin rules between them; the heads stand on every page. `cells` row by row; NULL is an empty one. */
void sheet_table(struct sheet *s, const struct sheet_column *columns, size_t column_count, const char *const *cells, size_t row_count,
                 double size);
/* A QR code and lines beside it, below the type area of the present page: where the paper is found. */
void sheet_address(struct sheet *s, const char *url, const char *const *lines, size_t count);

#endif
