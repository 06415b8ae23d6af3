/* log: one write(2) a line, so that lines of several workers do not mix. */
#include "log.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <unistr.h>

#define LINE_MAX_BYTES 2048

static const char *program_name = "gongshi";
static char context_word[64];

void log_open(const char *program)
{
    program_name = program;
}

void log_context(const char *word)
{
    snprintf(context_word, sizeof context_word, "%s", word != NULL ? word : "");
}

/* True for what could end, hide or turn round a line on a terminal. */
static bool is_forging(ucs4_t c)
{
    return c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0x061c || (c >= 0x200b && c <= 0x200f) ||
           (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff;
}

/* Copies `text` to `out`, escaping; returns the length. `out` always has room for one more escaped character. */
static size_t escape(char *out, size_t size, const char *text)
{
    const uint8_t *at = (const uint8_t *)text;
    size_t left = strlen(text), n = 0;
    while (left > 0 && n + 17 < size) {
        ucs4_t c;
        int bytes = u8_mbtoucr(&c, at, left);
        bool bad = bytes <= 0;
        if (bad)
            bytes = 1;
        for (int i = 0; i < bytes; i++) {
            if (bad || is_forging(c))
                n += (size_t)snprintf(out + n, size - n, "\\x%02X", at[i]);
            else
                out[n++] = (char)at[i];
        }
        at += bytes;
        left -= (size_t)bytes;
    }
    return n;
}

static void write_line(enum log_level level, const char *text)
{
    char head[128], line[LINE_MAX_BYTES];
    snprintf(head, sizeof head, "%s[%ld]%s%s: ", program_name, (long)getpid(), context_word[0] != '\0' ? " " : "",
             context_word);
    size_t n = (size_t)snprintf(line, sizeof line, "<%d>", (int)level);
    n += escape(line + n, sizeof line - n - 1, head);
    n += escape(line + n, sizeof line - n - 1, text);
    line[n++] = '\n';
    /* A log that cannot be written is nothing a request should fail for. */
    while (write(STDERR_FILENO, line, n) < 0 && errno == EINTR)
        continue;
}

__attribute__((format(printf, 2, 0))) static void write_format(enum log_level level, const char *format, va_list ap)
{
    int saved = errno;
    char text[LINE_MAX_BYTES];
    vsnprintf(text, sizeof text, format, ap);
    write_line(level, text);
    errno = saved;
}

void log_line(enum log_level level, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    write_format(level, format, ap);
    va_end(ap);
}

void log_fail(const char *where, const struct fail *f)
{
    static const char *const kinds[FAIL__MAX] = {"none", "input", "forbidden", "missing", "conflict", "too_large",
                                                 "type", "too_many", "unavailable", "uncertain", "internal"};
    bool grave = f->kind == FAIL_INTERNAL || f->kind == FAIL_UNAVAILABLE || f->kind == FAIL_UNCERTAIN;
    log_line(grave ? LOG_ERROR : LOG_INFO, "%s: %s %s%s%s%s%s", where,
             (unsigned)f->kind < FAIL__MAX ? kinds[f->kind] : "?", f->code, f->field[0] != '\0' ? " field=" : "",
             f->field, f->detail[0] != '\0' ? ": " : "", f->detail);
}

void log_die(const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    write_format(LOG_ERROR, format, ap);
    va_end(ap);
    exit(1);
}
