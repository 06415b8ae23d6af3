/* form_pdf: see form_pdf.h. */
#include "form_pdf.h"

#include "sheet_private.h"

#define LABEL (5.5 * SHEET_SIZE_5)
#define PITCH (1.45 * SHEET_SIZE_5)
#define BLANK (2 * SHEET_SIZE_5) /* a line to write on */
#define PAD 4.0

static const struct sheet_style TITLE = { FONTS_TITLE, SHEET_SIZE_2, 1.7 * SHEET_SIZE_2, SHEET_CENTRE, 0, 0, 0, "H1", false };
static const struct sheet_style NOTE = { FONTS_BODY, SHEET_SIZE_5, PITCH, SHEET_LEFT, 0, 0, 0, "P", false };

static void frame(struct sheet *s, double height)
{
    cairo_set_line_width(s->cr, 0.6);
    cairo_rectangle(s->cr, s->left, s->top + s->y, s->width, height);
    cairo_move_to(s->cr, s->left + LABEL, s->top + s->y);
    cairo_rel_line_to(s->cr, 0, height);
    cairo_stroke(s->cr);
}

static void draw_box(struct sheet *s, const struct form_pdf_box *b)
{
    const struct sheet_style text = { FONTS_BODY, SHEET_SIZE_5, PITCH, SHEET_LEFT, 0, LABEL + PAD, PAD, "P", false };
    const struct sheet_style label = { FONTS_HEAD, SHEET_SIZE_5, PITCH, SHEET_LEFT, 0, PAD, s->width - LABEL, "H2", false };
    PangoLayout *l = sheet_layout(s, &text, b->text, s->width - LABEL - 2 * PAD);
    double height = pango_layout_get_line_count(l) * PITCH + b->lines * BLANK + 2 * PAD;
    g_object_unref(l);
    sheet_keep(s, height);
    double top = s->y;
    frame(s, height);
    s->y = top + PAD + (PITCH - SHEET_SIZE_5) / 2;
    sheet_text(s, &label, b->label);
    s->y = top + PAD + (PITCH - SHEET_SIZE_5) / 2;
    sheet_text(s, &text, b->text);
    s->y = top + height;
}

bool form_pdf_make(struct mem *m, const struct form_pdf *form, struct buf *out, struct fail *f)
{
    struct sheet *s = sheet_open(m, out, &(struct sheet_in){ form->title, form->made_at, form->watermark, false }, f);
    if (s == NULL)
        return false;
    sheet_address(s, form->url, form->url_lines, form->url_line_count);
    sheet_title(s, &TITLE, form->title);
    for (size_t i = 0; i < form->note_count; i++)
        sheet_text(s, &NOTE, form->notes[i]);
    sheet_skip(s, SHEET_SIZE_5);
    for (size_t i = 0; i < form->box_count; i++)
        draw_box(s, &form->boxes[i]);
    return sheet_close(s, f);
}
