/* notice_pdf: see notice_pdf.h. Distances are in lines of the grid and in characters of 3号, as the standard gives them. */
#include "notice_pdf.h"

#include <string.h>

#include "sheet.h"
#include "text.h"

enum { COLUMNS = 5 };
#define CHARACTER SHEET_SIZE_3

static const struct sheet_style BODY = { FONTS_BODY, SHEET_SIZE_3, 0, SHEET_LEFT, 2 * CHARACTER, 0, 0, "P", false };
static const struct sheet_style HEADING = { FONTS_HEAD, SHEET_SIZE_3, 0, SHEET_LEFT, 2 * CHARACTER, 0, 0, "H2", false };
static const struct sheet_style LOWER = { FONTS_KAI, SHEET_SIZE_3, 0, SHEET_LEFT, 2 * CHARACTER, 0, 0, "H3", false };
static const struct sheet_style TITLE = { FONTS_TITLE, SHEET_SIZE_2, 1.6 * SHEET_SIZE_2, SHEET_CENTRE, 0, 0, 0, "H1", false };
static const struct sheet_style NUMBER = { FONTS_BODY, SHEET_SIZE_3, 0, SHEET_CENTRE, 0, 0, 0, "P", false };

static const struct sheet_style MARK = { FONTS_TITLE, 34, 48, SHEET_CENTRE, 0, 0, 0, "P", true };

/* The mark hangs 35 mm below the top of the type area; the number two lines below it; the rule 4 mm below the number. Without a mark the
 * title stands on the third line, below a number and the rule if there is one. */
static void put_head(struct sheet *s, const struct notice_pdf *n)
{
    if (n->mark[0] != '\0') {
        sheet_skip(s, 35 * SHEET_MM);
        sheet_text(s, &MARK, n->mark);
        sheet_skip(s, SHEET_PITCH);
    }
    if (n->doc_number[0] != '\0')
        sheet_text(s, &NUMBER, n->doc_number);
    if (n->mark[0] == '\0' && n->doc_number[0] == '\0') {
        sheet_skip(s, 2 * SHEET_PITCH);
        return;
    }
    sheet_skip(s, 4 * SHEET_MM - (SHEET_PITCH - SHEET_SIZE_3));
    sheet_rule(s, true, 1.4);
    sheet_skip(s, 2 * SHEET_PITCH - SHEET_SIZE_3);
}

static bool begins(const char *text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strncmp(text, words[i], strlen(words[i])) == 0)
            return true;
    return false;
}

/* A heading is a short line without a full stop that counts: 一、 or （一）. */
static const struct sheet_style *style_of(const char *text)
{
    static const char *const DIGITS[] = { "一", "二", "三", "四", "五", "六", "七", "八", "九", "十" };
    bool lower = strncmp(text, "（", strlen("（")) == 0;
    const char *digit = lower ? text + strlen("（") : text;
    if (text_length(text) > 28 || strstr(text, "。") != NULL || !begins(digit, DIGITS, sizeof DIGITS / sizeof *DIGITS))
        return &BODY;
    while (begins(digit, DIGITS, sizeof DIGITS / sizeof *DIGITS))
        digit += strlen("一");
    if (strncmp(digit, lower ? "）" : "、", strlen("、")) != 0)
        return &BODY;
    return lower ? &LOWER : &HEADING;
}

static char *number_of(struct mem *m, const struct notice_pdf *n, size_t i, const char *end)
{
    return n->list_count > 1 ? mem_printf(m, "%zu%s", i + 1, end) : mem_text(m, "");
}

/* "附件：1.名单" two characters in, the others below it, what runs over below the names. */
static void put_attachments(struct mem *m, struct sheet *s, const struct notice_pdf *n)
{
    struct sheet_style style = BODY;
    if (n->list_count > 0)
        sheet_skip(s, SHEET_PITCH);
    for (size_t i = 0; i < n->list_count; i++) {
        char *number = number_of(m, n, i, ".");
        char *words = i == 0 ? mem_printf(m, "%s：%s", n->attachment, number) : number;
        style.left = (i == 0 ? 2 : 3 + (double)text_length(n->attachment)) * CHARACTER;
        style.first = -sheet_text_width(s, FONTS_BODY, SHEET_SIZE_3, words);
        sheet_text(s, &style, mem_printf(m, "%s%s", words, n->lists[i].title));
    }
}

/* A line below the text: whose, two characters from the right; when, beginning two characters further in. A date that would come too far
 * to the right stands two characters from it, and the name moves to the left. */
static void put_signature(struct sheet *s, const struct notice_pdf *n)
{
    const double two = 2 * CHARACTER;
    struct sheet_style style = { FONTS_BODY, SHEET_SIZE_3, 0, SHEET_RIGHT, 0, 0, two, "P", false };
    double who = sheet_text_width(s, FONTS_BODY, SHEET_SIZE_3, n->signed_by);
    double when = sheet_text_width(s, FONTS_BODY, SHEET_SIZE_3, n->signed_day);
    double date = who - when;
    if (n->signed_by[0] == '\0')
        return;
    if (n->signed_day[0] != '\0' && date < two) {
        date = two;
        style.right = two + when + two - who;
    }
    sheet_skip(s, SHEET_PITCH);
    sheet_keep(s, 2 * SHEET_PITCH);
    sheet_text(s, &style, n->signed_by);
    style.right = date;
    if (n->signed_day[0] != '\0')
        sheet_text(s, &style, n->signed_day);
}

static void put_list(struct mem *m, struct sheet *s, const struct notice_pdf *n, size_t i)
{
    static const struct sheet_style WORD = { FONTS_HEAD, SHEET_SIZE_3, 0, SHEET_LEFT, 0, 0, 0, "H2", false };
    static const struct sheet_style NOTE = { FONTS_BODY, SHEET_SIZE_4, 0, SHEET_CENTRE, 0, 0, 0, "P", false };
    static const double WIDTHS[COLUMNS] = { 36, 64, 140, 110, 92 };
    struct sheet_column columns[COLUMNS];
    for (size_t c = 0; c < COLUMNS; c++)
        columns[c] = (struct sheet_column){ n->heads[c], WIDTHS[c], c < 2 };
    const struct notice_pdf_list *list = &n->lists[i];
    sheet_page(s);
    char *word = mem_printf(m, "%s%s", n->attachment, number_of(m, n, i, ""));
    sheet_outline(s, mem_printf(m, "%s %s", word, list->title));
    sheet_text(s, &WORD, word);
    sheet_skip(s, SHEET_PITCH);
    sheet_title(s, &TITLE, list->title);
    if (list->note != NULL)
        sheet_text(s, &NOTE, list->note);
    sheet_skip(s, SHEET_SIZE_3 / 2);
    sheet_table(s, columns, COLUMNS, list->cells, list->row_count, SHEET_SIZE_4);
}

bool notice_pdf_make(struct mem *m, const struct notice_pdf *n, struct buf *out, struct fail *f)
{
    struct sheet *s = sheet_open(m, out, &(struct sheet_in){ n->title, n->made_at, n->watermark, false }, f);
    if (s == NULL)
        return false;
    if (n->url != NULL)
        sheet_address(s, n->url, n->url_lines, n->url_line_count);
    sheet_outline(s, n->title);
    put_head(s, n);
    sheet_title(s, &TITLE, n->title);
    sheet_skip(s, SHEET_PITCH);
    for (size_t i = 0; i < n->paragraph_count; i++)
        sheet_text(s, style_of(n->paragraphs[i]), n->paragraphs[i]);
    put_attachments(m, s, n);
    put_signature(s, n);
    for (size_t i = 0; i < n->list_count; i++)
        put_list(m, s, n, i);
    return sheet_close(s, f);
}
