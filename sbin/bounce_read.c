/* bounce_read: MIME by GMime; header values as they stand, never decoded: nothing of them is shown, and a character set would have to be
 * loaded. */
#include "bounce_read.h"

#include <gmime/gmime.h>
#include <string.h>
#include <strings.h>

void bounce_read_open(void)
{
    g_mime_init();
}

static const char *raw(GMimeObject *o, const char *name)
{
    GMimeHeader *h = g_mime_header_list_get_header(g_mime_object_get_header_list(o), name);
    const char *value = h != NULL ? g_mime_header_get_raw_value(h) : NULL;
    return value != NULL ? value + strspn(value, " \t\r\n") : "";
}

/* The first word, without brackets around it. */
static void first_word(const char *value, char *out, size_t max)
{
    value += strspn(value, " \t\r\n<");
    size_t n = strcspn(value, " \t\r\n>;(");
    n = n <= max ? n : 0;
    memcpy(out, value, n);
    out[n] = '\0';
}

/* ---- RFC 3464 ---- */

static bool read_action(const char *word, enum report_verdict *out)
{
    static const struct { const char *word; enum report_verdict verdict; } ROWS[] = {
        { "failed", REPORT_UNDELIVERED }, { "delayed", REPORT_DELAYED }, { "delivered", REPORT_DELIVERED },
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++)
        if (strcasecmp(word, ROWS[i].word) == 0) {
            *out = ROWS[i].verdict;
            return true;
        }
    return false; /* relayed, expanded: somebody else knows */
}

/* "5.1.1"; the class is 2, 4 or 5. */
static bool is_status(const char *word)
{
    size_t dots = 0;
    for (const char *p = word; *p != '\0'; p++) {
        if (*p == '.' ? p == word || p[-1] == '.' || p[1] == '\0' : *p < '0' || *p > '9')
            return false;
        dots += *p == '.';
    }
    return dots == 2 && (word[0] == '2' || word[0] == '4' || word[0] == '5') && word[1] == '.' && strlen(word) <= 9;
}

static bool read_group(const char *text, size_t n, struct bounce *out)
{
    GMimeStream *stream = g_mime_stream_mem_new_with_buffer(text, n);
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    GMimeObject *group = g_mime_parser_construct_part(parser, NULL);
    char action[20] = "", status[12] = "";
    if (group != NULL) {
        first_word(raw(group, "Action"), action, sizeof action - 1);
        first_word(raw(group, "Status"), status, sizeof status - 1);
        g_object_unref(group);
    }
    g_object_unref(parser);
    g_object_unref(stream);
    if (!read_action(action, &out->verdict))
        return false;
    memcpy(out->code, status, is_status(status) ? strlen(status) + 1 : 0);
    return true;
}

/* Groups of fields with a blank line between; the first is of the message, one of the others of the recipient. */
static bool read_groups(const char *text, size_t n, struct bounce *out)
{
    const char *end = text + n, *from = text;
    for (const char *line = text; line < end;) {
        const char *stop = memchr(line, '\n', (size_t)(end - line));
        size_t length = (size_t)((stop != NULL ? stop : end) - line);
        bool blank = length == 0 || (length == 1 && line[0] == '\r');
        line += length + (stop != NULL);
        if ((blank || line == end) && read_group(from, (size_t)(line - from), out))
            return true;
        from = blank ? line : from;
    }
    return false;
}

static bool read_status(GMimeObject *part, struct bounce *out)
{
    GMimeDataWrapper *content = GMIME_IS_PART(part) ? g_mime_part_get_content(GMIME_PART(part)) : NULL;
    bool found = false;
    if (content != NULL) {
        GMimeStream *stream = g_mime_stream_mem_new();
        g_mime_data_wrapper_write_to_stream(content, stream);
        const GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream));
        found = bytes->len > 0 && read_groups((const char *)bytes->data, bytes->len, out);
        g_object_unref(stream);
    }
    return found;
}

static bool is_type(GMimeObject *o, const char *type, const char *subtype)
{
    GMimeContentType *t = g_mime_object_get_content_type(o);
    return t != NULL && g_mime_content_type_is_type(t, type, subtype);
}

static bool read_report(GMimeObject *top, struct bounce *out)
{
    if (!GMIME_IS_MULTIPART(top) || !is_type(top, "multipart", "report"))
        return false;
    int count = g_mime_multipart_get_count(GMIME_MULTIPART(top));
    for (int i = 0; i < count; i++) {
        GMimeObject *part = g_mime_multipart_get_part(GMIME_MULTIPART(top), i);
        if (is_type(part, "message", "delivery-status") || is_type(part, "message", "global-delivery-status"))
            return read_status(part, out);
    }
    return false;
}

/* ---- older servers ---- */

static bool says(GMimeObject *o, const char *name, const char *word)
{
    return strcasestr(raw(o, name), word) != NULL;
}

/* By the mail system itself. What a person's mailbox answers by itself comes from that person. */
static bool read_words(GMimeObject *o, struct bounce *out)
{
    bool system = says(o, "From", "mailer-daemon") || says(o, "From", "postmaster@") || raw(o, "X-Failed-Recipients")[0] != '\0';
    bool late = says(o, "Subject", "delay") || says(o, "Subject", "warning");
    out->verdict = late ? REPORT_DELAYED : REPORT_UNDELIVERED;
    return system;
}

static instant date_of(GMimeObject *o)
{
    GDateTime *date = g_mime_utils_header_decode_date(raw(o, "Date"));
    instant at = date != NULL ? g_date_time_to_unix(date) * CLOCK_SECOND : 0;
    if (date != NULL)
        g_date_time_unref(date);
    return at > 0 ? at : 0;
}

void bounce_read(const void *bytes, size_t n, struct bounce *out)
{
    static const char *const WHERE[BOUNCE_TO_COUNT] = { "X-Original-To", "Delivered-To", "Envelope-To", "To" };
    GMimeStream *stream = g_mime_stream_mem_new_with_buffer(bytes, n);
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    GMimeMessage *mail = g_mime_parser_construct_message(parser, NULL);
    *out = (struct bounce){ .is_report = false };
    if (mail != NULL) {
        GMimeObject *head = GMIME_OBJECT(mail), *top = g_mime_message_get_mime_part(mail);
        for (size_t i = 0; i < BOUNCE_TO_COUNT; i++)
            first_word(raw(head, WHERE[i]), out->to[i], BOUNCE_TO_MAX);
        out->said_at = date_of(head);
        out->is_report = top != NULL && (read_report(top, out) || (!is_type(top, "multipart", "report") && read_words(head, out)));
        g_object_unref(mail);
    }
    g_object_unref(parser);
    g_object_unref(stream);
}
