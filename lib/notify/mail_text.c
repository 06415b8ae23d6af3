/* mail_text: see mail_text.h. Writes text; sends nothing. */
#include "mail_text.h"

#include <string.h>

#include "mail_html.h"
#include "scan.h"
#include "secret.h"
#include "text.h"

/* 39 bytes become 52 characters of base64; with "=?UTF-8?B?", "?=" and "Subject: " before it a line has 73. */
enum { WORD_BYTES = 39, LINE_BYTES = 57, ID_MAX = 64, BOUNDARY_MAX = 60 };

bool mail_text_safe(const char *text)
{
    return text_check(text, strlen(text), false) == TEXT_OK && strchr(text, '\t') == NULL;
}

static bool is_plain(const char *text)
{
    size_t n = 0;
    for (const unsigned char *p = (const unsigned char *)text; *p != '\0'; p++, n++)
        if (*p < 0x20 || *p > 0x7e || strchr("=?\"\\<>@,;:.()[]", *p) != NULL)
            return false;
    return n > 0 && n <= 60;
}

/* The length of the longest piece of at most `max` bytes that ends between code points. */
static size_t piece(const char *text, size_t max)
{
    size_t n = strlen(text);
    if (n <= max)
        return n;
    n = max;
    while (n > 0 && ((unsigned char)text[n] & 0xc0) == 0x80)
        n--;
    return n;
}

bool mail_text_words(struct buf *out, const char *text)
{
    if (is_plain(text))
        return buf_text(out, text);
    while (*text != '\0') {
        size_t n = piece(text, WORD_BYTES);
        char *word = secret_to_base64(out->mem, text, n);
        buf_printf(out, "=?UTF-8?B?%s?=", word);
        text += n;
        if (*text != '\0')
            buf_text(out, "\r\n ");
    }
    return !out->over;
}

static void mailbox(struct buf *out, const char *head, const char *name, const char *address)
{
    buf_printf(out, "%s: ", head);
    if (name != NULL && *name != '\0') {
        mail_text_words(out, name);
        buf_text(out, "\r\n ");
    }
    buf_printf(out, "<%s>\r\n", address);
}

static void date(struct buf *out, instant now)
{
    static const char *const DAYS[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
    static const char *const MONTHS[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
    struct civil c = clock_beijing(now);
    buf_printf(out, "Date: %s, %d %s %d %02d:%02d:%02d +0800\r\n", DAYS[clock_weekday(clock_day_beijing(now))], c.mday,
               MONTHS[c.month - 1], c.year, c.hour, c.minute, c.second);
}

/* As base64, line ends as CR LF. */
static void body(struct buf *out, const char *type, const char *text)
{
    struct buf lines;
    buf_init(&lines, out->mem, out->max);
    for (; *text != '\0'; text++) {
        if (*text == '\n')
            buf_char(&lines, '\r');
        buf_char(&lines, *text);
    }
    out->over = out->over || lines.over;
    buf_printf(out, "Content-Type: text/%s; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n", type);
    for (size_t at = 0; at < lines.len; at += LINE_BYTES) {
        size_t n = lines.len - at < LINE_BYTES ? lines.len - at : LINE_BYTES;
        buf_printf(out, "%s\r\n", secret_to_base64(out->mem, lines.data + at, n));
    }
}

/* Text and page (RFC 2046, 5.1.4: what says most comes last). In base64 there is no line that begins as the boundary does. */
static void parts(struct buf *out, const struct notify_message *msg)
{
    struct buf page;
    buf_init(&page, out->mem, out->max);
    mail_html(&page, msg->lang != NULL ? msg->lang : "zh-CN", msg->subject, msg->text);
    out->over = out->over || page.over;
    buf_printf(out, "Content-Type: multipart/alternative;\r\n boundary=\"=_%.*s\"\r\n\r\n--=_%.*s\r\n", BOUNDARY_MAX, msg->message_id, BOUNDARY_MAX,
               msg->message_id);
    body(out, "plain", msg->text);
    buf_printf(out, "--=_%.*s\r\n", BOUNDARY_MAX, msg->message_id);
    body(out, "html", page.data);
    buf_printf(out, "--=_%.*s--\r\n", BOUNDARY_MAX, msg->message_id);
}

bool mail_text_compose(struct buf *out, const struct mail_sender *from, const struct notify_message *msg, struct fail *f)
{
    if (!scan_email(msg->to) || !scan_email(from->address) || (msg->sender != NULL && !scan_email(msg->sender)))
        return fail_set(f, FAIL_INPUT, "mail_address", "not a mailbox");
    if (!mail_text_safe(msg->subject) || !mail_text_safe(from->name) || !mail_text_safe(from->domain) || !scan_word(msg->message_id, ID_MAX) ||
        (msg->to_name != NULL && !mail_text_safe(msg->to_name)))
        return fail_set(f, FAIL_INPUT, "mail_header", "control bytes in a header word");
    mailbox(out, "From", from->name, from->address);
    mailbox(out, "To", msg->to_name, msg->to);
    buf_text(out, "Subject: ");
    mail_text_words(out, msg->subject);
    buf_text(out, "\r\n");
    date(out, msg->now);
    buf_printf(out, "Message-ID: <%s@%s>\r\n", msg->message_id, from->domain);
    buf_text(out, "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n");
    parts(out, msg);
    return !out->over || fail_set(f, FAIL_TOO_LARGE, "mail_size", "the mail is larger than %zu bytes", out->max);
}
