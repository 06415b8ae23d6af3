/* mail_html: see mail_html.h. A mail has no style sheet: what it looks like stands with each element. */
#include "mail_html.h"

#include <stdbool.h>
#include <string.h>

#define P_STYLE "margin:0 0 16px"
#define A_STYLE "color:#0b57a4;font-weight:bold;word-break:break-all"

static void escaped(struct buf *out, const char *text, size_t n)
{
    for (const char *p = text; p < text + n; p++) {
        const char *word = *p == '&' ? "&amp;" : *p == '<' ? "&lt;" : *p == '>' ? "&gt;" : *p == '"' ? "&quot;" : *p == '\'' ? "&#39;" : NULL;
        if (word != NULL)
            buf_text(out, word);
        else
            buf_char(out, *p);
    }
}

static bool is_address(const char *line, size_t n)
{
    size_t head = strncmp(line, "https://", 8) == 0 ? 8 : strncmp(line, "http://", 7) == 0 ? 7 : 0;
    for (size_t i = 0; i < n; i++)
        if ((unsigned char)line[i] <= 0x20 || (unsigned char)line[i] > 0x7e || strchr("\"'<>\\`", line[i]) != NULL)
            return false;
    return head > 0 && n > head;
}

/* The digits and what follows them: "12. " has 4; 0 for another line. */
static size_t number_before(const char *line, size_t n)
{
    size_t digits = strspn(line, "0123456789");
    return digits > 0 && digits <= 3 && digits + 2 < n && line[digits] == '.' && line[digits + 1] == ' ' ? digits + 2 : 0;
}

enum block { NOTHING, PARAGRAPH, LIST };

/* Ends what is open and begins what comes. */
static void turn(struct buf *out, enum block *open, enum block to)
{
    static const char *const END[] = { "", "</p>\n", "</ol>\n" };
    static const char *const BEGIN[] = { "", "<p style=\"" P_STYLE "\">", "<ol style=\"margin:0 0 16px;padding-left:28px\">\n" };
    buf_text(out, END[*open]);
    buf_text(out, BEGIN[to]);
    *open = to;
}

static void line(struct buf *out, enum block *open, const char *text, size_t n)
{
    size_t number = number_before(text, n);
    if (n == 0) {
        turn(out, open, NOTHING);
    } else if (number > 0) {
        if (*open != LIST)
            turn(out, open, LIST);
        buf_printf(out, "<li value=\"%.*s\">", (int)strspn(text, "0123456789"), text);
        escaped(out, text + number, n - number);
        buf_text(out, "</li>\n");
    } else {
        if (*open != PARAGRAPH)
            turn(out, open, PARAGRAPH);
        else
            buf_text(out, "<br>\n");
        bool address = is_address(text, n);
        if (address) {
            buf_text(out, "<a style=\"" A_STYLE "\" href=\"");
            escaped(out, text, n);
            buf_text(out, "\">");
        }
        escaped(out, text, n);
        buf_text(out, address ? "</a>" : "");
    }
}

void mail_html(struct buf *out, const char *lang, const char *title, const char *text)
{
    enum block open = NOTHING;
    buf_printf(out, "<!DOCTYPE html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\">"
                    "<meta name=\"viewport\" content=\"width=device-width\"><title>", lang);
    escaped(out, title, strlen(title));
    buf_text(out, "</title></head>\n<body style=\"margin:0;padding:24px 16px;background:#ffffff;color:#1a1a1a;"
                  "font-family:sans-serif;font-size:17px;line-height:1.7\">\n<div style=\"max-width:640px;margin:0 auto\">\n"
                  "<h1 style=\"margin:0 0 20px;font-size:22px;line-height:1.4\">");
    escaped(out, title, strlen(title));
    buf_text(out, "</h1>\n");
    while (*text != '\0') {
        size_t n = strcspn(text, "\n");
        line(out, &open, text, n);
        text += n + (text[n] == '\n' ? 1 : 0);
    }
    turn(out, &open, NOTHING);
    buf_text(out, "</div></body></html>\n");
}
