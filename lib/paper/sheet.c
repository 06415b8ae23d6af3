/* sheet: by Pango and Cairo. The figures are those of GB/T 9704. */
#include "sheet_private.h"

#include <math.h>
#include <string.h>

#define PAGE_WIDTH (210 * SHEET_MM)
#define PAGE_HEIGHT (297 * SHEET_MM)
#define AREA_LEFT (28 * SHEET_MM)
#define AREA_TOP (37 * SHEET_MM)
#define AREA_WIDTH (156 * SHEET_MM)
#define AREA_HEIGHT (225 * SHEET_MM)
#define WIDE_MARGIN (20 * SHEET_MM)
#define NUMBER_BELOW (7 * SHEET_MM)
/* From the top of a Hanzi's square to the line that it stands on. */
#define BASELINE 0.87
#define FULL_ENOUGH 0.92

static cairo_status_t take(void *out, const unsigned char *bytes, unsigned n)
{
    return buf_add(out, bytes, n) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

void sheet_ink(struct sheet *s, double red, double green, double blue) { cairo_set_source_rgb(s->cr, red, green, blue); }

static void draw_watermark(struct sheet *s)
{
    const struct sheet_style style = { FONTS_HEAD, 150, 0, SHEET_CENTRE, 0, 0, 0, NULL, false };
    PangoLayout *l = sheet_layout(s, &style, s->watermark, 0);
    PangoRectangle box;
    pango_layout_get_extents(l, NULL, &box);
    cairo_save(s->cr);
    cairo_translate(s->cr, s->left + s->width / 2, s->page_height / 2);
    cairo_rotate(s->cr, -M_PI / 5);
    sheet_ink(s, 0.9, 0.9, 0.9);
    cairo_move_to(s->cr, -(double)box.width / PANGO_SCALE / 2, -(double)box.height / PANGO_SCALE / 2);
    pango_cairo_show_layout(s->cr, l);
    cairo_restore(s->cr);
    sheet_ink(s, 0, 0, 0);
    g_object_unref(l);
}

static void begin_page(struct sheet *s)
{
    s->page++;
    s->y = 0;
    sheet_ink(s, 0, 0, 0);
    if (s->watermark != NULL)
        draw_watermark(s);
}

/* "— 1 —": 4号, a character from the outer side of the leaf. */
static void draw_number(struct sheet *s)
{
    struct sheet_style style = { FONTS_SONG, SHEET_SIZE_4, 0, s->page % 2 == 1 ? SHEET_RIGHT : SHEET_LEFT, 0, 0, 0, NULL, false };
    PangoLayout *l = sheet_layout(s, &style, mem_printf(s->mem, "— %d —", s->page), s->width - 2 * SHEET_SIZE_4);
    /* The dash, not the line's foot, is so far below the type area. */
    cairo_move_to(s->cr, s->left + SHEET_SIZE_4, s->top + s->height + NUMBER_BELOW + 0.35 * SHEET_SIZE_4);
    PangoLayoutIter *i = pango_layout_get_iter(l);
    PangoRectangle box;
    pango_layout_iter_get_line_extents(i, NULL, &box);
    cairo_rel_move_to(s->cr, (double)box.x / PANGO_SCALE, 0);
    pango_cairo_show_layout_line(s->cr, pango_layout_iter_get_line_readonly(i));
    pango_layout_iter_free(i);
    g_object_unref(l);
}

static void end_page(struct sheet *s)
{
    sheet_draw_address(s);
    draw_number(s);
    cairo_show_page(s->cr);
}

void sheet_page(struct sheet *s)
{
    end_page(s);
    begin_page(s);
}

static void describe(cairo_surface_t *surface, const struct sheet_in *in)
{
    char made[CLOCK_TEXT];
    clock_to_iso_beijing(in->made_at, made);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, in->title);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, made);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, made);
}

struct sheet *sheet_open(struct mem *m, struct buf *out, const struct sheet_in *in, struct fail *f)
{
    if (!fonts_open(f))
        return NULL;
    struct sheet *s = mem_alloc(m, sizeof *s);
    double width = in->wide ? PAGE_HEIGHT : PAGE_WIDTH;
    s->mem = m;
    s->out = out;
    s->page_height = in->wide ? PAGE_WIDTH : PAGE_HEIGHT;
    s->watermark = in->watermark;
    s->left = in->wide ? WIDE_MARGIN : AREA_LEFT;
    s->top = in->wide ? WIDE_MARGIN : AREA_TOP;
    s->width = in->wide ? width - 2 * WIDE_MARGIN : AREA_WIDTH;
    s->height = in->wide ? s->page_height - 2 * WIDE_MARGIN : AREA_HEIGHT;
    s->surface = cairo_pdf_surface_create_for_stream(take, out, width, s->page_height);
    describe(s->surface, in);
    s->cr = cairo_create(s->surface);
    begin_page(s);
    return s;
}

bool sheet_close(struct sheet *s, struct fail *f)
{
    end_page(s);
    cairo_status_t drawn = cairo_status(s->cr);
    cairo_destroy(s->cr);
    cairo_surface_finish(s->surface);
    cairo_status_t written = cairo_surface_status(s->surface);
    cairo_surface_destroy(s->surface);
    if (drawn != CAIRO_STATUS_SUCCESS || written != CAIRO_STATUS_SUCCESS)
        return fail_set(f, FAIL_INTERNAL, "paper_failed", "cairo: %s",
                        cairo_status_to_string(drawn != CAIRO_STATUS_SUCCESS ? drawn : written));
    if (!sheet_finish(s->out))
        return fail_set(f, FAIL_INTERNAL, "paper_failed", "a PDF of cairo without its last lines, or too large");
    return true;
}

bool sheet_fits(const struct sheet *s, double points) { return s->y + points <= s->height + 0.5; }

void sheet_skip(struct sheet *s, double points) { s->y += points; }

void sheet_keep(struct sheet *s, double points)
{
    if (!sheet_fits(s, points))
        sheet_page(s);
}

double sheet_width(const struct sheet *s) { return s->width; }

static void hold(PangoAttrList *all, const char *text, const char *from, size_t n)
{
    PangoAttribute *a = pango_attr_allow_breaks_new(FALSE);
    a->start_index = (guint)(from - text);
    a->end_index = (guint)(from - text) + (guint)n;
    pango_attr_list_insert(all, a);
}

/* No line of a name begins with its dot, none ends with the box of what can be ticked. */
static PangoAttrList *keep_together(const char *text)
{
    PangoAttrList *all = pango_attr_list_new();
    for (const char *dot = strstr(text, "·"); dot != NULL; dot = strstr(dot + 1, "·")) {
        const char *before = dot;
        do
            before -= before > text;
        while (before > text && ((unsigned char)*before & 0xC0) == 0x80);
        hold(all, text, before, (size_t)(dot - before) + strlen("·"));
    }
    for (const char *box = strstr(text, "□"); box != NULL; box = strstr(box + 1, "□"))
        hold(all, text, box, strlen("□") + (box[strlen("□")] != '\0'));
    return all;
}

PangoLayout *sheet_layout(struct sheet *s, const struct sheet_style *style, const char *text, double width)
{
    static const PangoAlignment SIDES[] = { PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT };
    PangoLayout *l = pango_layout_new(fonts_context());
    PangoFontDescription *d = fonts_description(style->role, style->size);
    pango_cairo_update_layout(s->cr, l);
    pango_layout_set_font_description(l, d);
    pango_font_description_free(d);
    pango_layout_set_text(l, text, -1);
    pango_layout_set_alignment(l, SIDES[style->align]);
    pango_layout_set_wrap(l, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_indent(l, (int)(style->first * PANGO_SCALE));
    PangoAttrList *attributes = keep_together(text);
    pango_layout_set_attributes(l, attributes);
    pango_attr_list_unref(attributes);
    if (width > 0)
        pango_layout_set_width(l, (int)(width * PANGO_SCALE));
    return l;
}

/* One tag a page: what stands on two pages is marked on each. */
static void turn(struct sheet *s, const char *tag)
{
    if (tag != NULL)
        cairo_tag_end(s->cr, tag);
    sheet_page(s);
    if (tag != NULL)
        cairo_tag_begin(s->cr, tag, NULL);
}

/* The lines of a paragraph, each as it stands and drawn out to the width: what would be drawn out too far (an address that does not fit is
 * carried over whole) stays as it is. */
struct lines { PangoLayout *own, *drawn; PangoLayoutIter *at_own, *at_drawn; double full; };

static struct lines lines_of(struct sheet *s, const struct sheet_style *style, const char *text)
{
    struct lines l = { .full = s->width - style->left - style->right };
    l.own = sheet_layout(s, style, text, l.full);
    l.drawn = sheet_layout(s, style, text, l.full);
    pango_layout_set_justify(l.drawn, style->align == SHEET_LEFT);
    l.at_own = pango_layout_get_iter(l.own);
    l.at_drawn = pango_layout_get_iter(l.drawn);
    return l;
}

static PangoLayoutLine *line_of(const struct lines *l, PangoRectangle *box)
{
    pango_layout_iter_get_line_extents(l->at_own, NULL, box);
    bool far = (double)(box->x + box->width) / PANGO_SCALE < FULL_ENOUGH * l->full;
    return pango_layout_iter_get_line_readonly(far ? l->at_own : l->at_drawn);
}

static bool next_line(struct lines *l)
{
    bool more = pango_layout_iter_next_line(l->at_own);
    return pango_layout_iter_next_line(l->at_drawn) && more;
}

static void lines_free(struct lines *l)
{
    pango_layout_iter_free(l->at_own);
    pango_layout_iter_free(l->at_drawn);
    g_object_unref(l->own);
    g_object_unref(l->drawn);
}

void sheet_text(struct sheet *s, const struct sheet_style *style, const char *text)
{
    double pitch = style->pitch > 0 ? style->pitch : SHEET_PITCH;
    struct lines lines = lines_of(s, style, text);
    PangoRectangle box;
    sheet_keep(s, style->size);
    sheet_ink(s, style->red ? SHEET_RED : 0, style->red ? SHEET_GREEN : 0, style->red ? SHEET_BLUE : 0);
    if (style->tag != NULL)
        cairo_tag_begin(s->cr, style->tag, NULL);
    do {
        if (!sheet_fits(s, style->size))
            turn(s, style->tag); /* goes on in black: nothing red is so long */
        PangoLayoutLine *line = line_of(&lines, &box);
        cairo_move_to(s->cr, s->left + style->left + (double)box.x / PANGO_SCALE, s->top + s->y + BASELINE * style->size);
        pango_cairo_show_layout_line(s->cr, line);
        s->y += pitch;
    } while (next_line(&lines));
    if (style->tag != NULL)
        cairo_tag_end(s->cr, style->tag);
    lines_free(&lines);
    sheet_ink(s, 0, 0, 0);
}

double sheet_text_width(struct sheet *s, enum fonts_role role, double size, const char *text)
{
    const struct sheet_style style = { role, size, 0, SHEET_LEFT, 0, 0, 0, NULL, false };
    PangoLayout *l = sheet_layout(s, &style, text, 0);
    PangoRectangle box;
    pango_layout_get_extents(l, NULL, &box);
    g_object_unref(l);
    return (double)box.width / PANGO_SCALE;
}

void sheet_outline(struct sheet *s, const char *title)
{
    cairo_pdf_surface_add_outline(s->surface, CAIRO_PDF_OUTLINE_ROOT, title,
                                  mem_printf(s->mem, "page=%d pos=[%.1f %.1f]", s->page, s->left, s->top + s->y), 0);
}

void sheet_rule(struct sheet *s, bool red, double thickness)
{
    sheet_ink(s, red ? SHEET_RED : 0, red ? SHEET_GREEN : 0, red ? SHEET_BLUE : 0);
    cairo_rectangle(s->cr, s->left, s->top + s->y - thickness / 2, s->width, thickness);
    cairo_fill(s->cr);
    sheet_ink(s, 0, 0, 0);
}
