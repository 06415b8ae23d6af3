/* sheet_table: tables of a sheet, and the QR code with the address. */
#include <qrencode.h>
#include <string.h>

#include "sheet_private.h"

enum { COLUMNS_MAX = 16, CELL_LINES_MAX = 24 };

struct table {
    struct sheet *sheet;
    const struct sheet_column *columns;
    size_t count;
    double size, pad, step; /* blank around a cell; from line to line */
    double width[COLUMNS_MAX];
    PangoLayout *row[COLUMNS_MAX];
};

static void rule(struct table *t, double thickness, double grey)
{
    struct sheet *s = t->sheet;
    sheet_ink(s, grey, grey, grey);
    cairo_rectangle(s->cr, s->left, s->top + s->y - thickness / 2, s->width, thickness);
    cairo_fill(s->cr);
    sheet_ink(s, 0, 0, 0);
}

/* Lays a row out; its height. */
static double lay(struct table *t, const char *const *cells, bool head)
{
    int lines = 1;
    for (size_t i = 0; i < t->count; i++) {
        const char *text = head ? t->columns[i].head : cells[i] != NULL ? cells[i] : "";
        /* A name with a character that 仿宋 lacks is set in 宋体 as a whole: two faces in one name look like a mistake. */
        const struct sheet_style style = { head ? FONTS_HEAD : fonts_has(FONTS_BODY, text) ? FONTS_BODY : FONTS_SONG,
                                           head ? t->size * 0.93 : t->size, 0, t->columns[i].centre ? SHEET_CENTRE : SHEET_LEFT, 0, 0, 0,
                                           NULL, false };
        t->row[i] = sheet_layout(t->sheet, &style, text, t->width[i] - 2 * t->pad);
        pango_layout_set_line_spacing(t->row[i], 0);
        pango_layout_set_height(t->row[i], -CELL_LINES_MAX);
        pango_layout_set_ellipsize(t->row[i], PANGO_ELLIPSIZE_END);
        int n = pango_layout_get_line_count(t->row[i]);
        lines = n > lines ? n : lines;
    }
    return lines * t->step + 2 * t->pad;
}

/* Lines at our own step: those of fonts differ, so that a rare character would push its line apart. */
static void draw_cell(struct table *t, size_t column, double x, double height)
{
    struct sheet *s = t->sheet;
    PangoLayoutIter *i = pango_layout_get_iter(t->row[column]);
    int lines = pango_layout_get_line_count(t->row[column]);
    double y = s->top + s->y + (height - lines * t->step) / 2 + (t->step - t->size) / 2 + 0.87 * t->size;
    do {
        PangoRectangle box;
        pango_layout_iter_get_line_extents(i, NULL, &box);
        cairo_move_to(s->cr, x + t->pad + (double)box.x / PANGO_SCALE, y);
        pango_cairo_show_layout_line(s->cr, pango_layout_iter_get_line_readonly(i));
        y += t->step;
    } while (pango_layout_iter_next_line(i));
    pango_layout_iter_free(i);
}

static void draw_row(struct table *t, double height, bool head)
{
    struct sheet *s = t->sheet;
    double x = s->left;
    cairo_tag_begin(s->cr, "TR", NULL);
    for (size_t i = 0; i < t->count; i++) {
        cairo_tag_begin(s->cr, head ? "TH" : "TD", NULL);
        draw_cell(t, i, x, height);
        cairo_tag_end(s->cr, head ? "TH" : "TD");
        g_object_unref(t->row[i]);
        x += t->width[i];
    }
    cairo_tag_end(s->cr, "TR");
    s->y += height;
}

static void draw_head(struct table *t)
{
    cairo_tag_begin(t->sheet->cr, "Table", NULL);
    rule(t, 1.2, 0);
    draw_row(t, lay(t, NULL, true), true);
    rule(t, 0.7, 0);
}

static void draw_foot(struct table *t)
{
    rule(t, 1.2, 0);
    cairo_tag_end(t->sheet->cr, "Table");
}

void sheet_table(struct sheet *s, const struct sheet_column *columns, size_t column_count, const char *const *cells, size_t row_count,
                 double size)
{
    struct table t = { s, columns, column_count < COLUMNS_MAX ? column_count : COLUMNS_MAX, size, size * 0.3, size * 1.36, { 0 }, { 0 } };
    double shares = 0;
    for (size_t i = 0; i < t.count; i++)
        shares += columns[i].width;
    for (size_t i = 0; i < t.count; i++)
        t.width[i] = s->width * columns[i].width / shares;
    /* A head is not left alone at the foot of a page. */
    sheet_keep(s, 6 * t.step);
    draw_head(&t);
    for (size_t r = 0; r < row_count; r++) {
        double height = lay(&t, cells + r * column_count, false);
        if (!sheet_fits(s, height)) {
            draw_foot(&t);
            sheet_page(s);
            PangoLayout *row[COLUMNS_MAX];
            memcpy(row, t.row, sizeof row);
            draw_head(&t);
            memcpy(t.row, row, sizeof row);
        } else if (r > 0) {
            rule(&t, 0.3, 0.6);
        }
        draw_row(&t, height, false);
    }
    draw_foot(&t);
}

static void draw_code(struct sheet *s, const QRcode *code, double x, double y, double side)
{
    double module = side / code->width;
    for (int row = 0; row < code->width; row++)
        for (int column = 0; column < code->width; column++)
            if ((code->data[row * code->width + column] & 1) != 0)
                cairo_rectangle(s->cr, x + column * module, y + row * module, module, module);
    cairo_fill(s->cr);
}

void sheet_address(struct sheet *s, const char *url, const char *const *lines, size_t count)
{
    s->url = url;
    s->url_lines = lines;
    s->url_line_count = count;
}

void sheet_draw_address(struct sheet *s)
{
    const double side = 19 * SHEET_MM, x = s->left, y = s->top + s->height + 5 * SHEET_MM;
    const struct sheet_style style = { FONTS_BODY, 9, 0, SHEET_LEFT, 0, 0, 0, NULL, false };
    QRcode *code = s->url != NULL ? QRcode_encodeString8bit(s->url, 0, QR_ECLEVEL_M) : NULL;
    if (code == NULL)
        return;
    cairo_tag_begin(s->cr, CAIRO_TAG_LINK, mem_printf(s->mem, "uri='%s'", s->url));
    draw_code(s, code, x, y, side);
    for (size_t i = 0; i < s->url_line_count; i++) {
        PangoLayout *l = sheet_layout(s, &style, s->url_lines[i], s->width - side - 100);
        cairo_move_to(s->cr, x + side + 9, y + side / 2 + ((double)i - (double)s->url_line_count / 2) * 14);
        pango_cairo_show_layout(s->cr, l);
        g_object_unref(l);
    }
    cairo_tag_end(s->cr, CAIRO_TAG_LINK);
    QRcode_free(code);
    s->url = NULL;
}
