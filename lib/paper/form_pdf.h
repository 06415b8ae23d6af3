/* form_pdf: a form to be filled in by hand: boxes one below the other, each with what it is for at its left. */
#ifndef GS_PAPER_FORM_PDF_H
#define GS_PAPER_FORM_PDF_H

#include "buf.h"
#include "clock.h"
#include "fail.h"
#include "mem.h"

struct form_pdf_box {
    const char *label;
    const char *text;  /* small, at its top: what to write, what to tick */
    int lines;         /* blank ones below */
};
struct form_pdf {
    const char *title;
    const char *const *notes; /* above the boxes */
    size_t note_count;
    const struct form_pdf_box *boxes;
    size_t box_count;
    const char *url;          /* with its QR code at the foot */
    const char *const *url_lines;
    size_t url_line_count;
    const char *watermark;    /* NULL for none */
    instant made_at;
};

/* `out` gets the file. FAIL_UNAVAILABLE "paper_fonts", FAIL_INTERNAL "paper_failed". */
bool form_pdf_make(struct mem *m, const struct form_pdf *form, struct buf *out, struct fail *f);

#endif
