/* log: lines to stderr with a "<n>" priority, for journald or a file. Bytes that could forge or hide a
 * line (C0, C1, bidi controls, U+2028/9) are written as \xNN. Never hand it objection text, a name, a
 * phone number, a code or a client address. */
#ifndef GS_BASE_LOG_H
#define GS_BASE_LOG_H

#include "fail.h"

enum log_level { LOG_ERROR = 3, LOG_WARNING = 4, LOG_NOTICE = 5, LOG_INFO = 6, LOG_DEBUG = 7 };

/* `program` must outlive the process's use of the log. */
void log_open(const char *program);

/* A word put on every line until changed, such as a request id; NULL for none. */
void log_context(const char *word);

void log_line(enum log_level level, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* One line for a fail: its kind, code, field and detail. */
void log_fail(const char *where, const struct fail *f);

/* Logs and ends the process with status 1: for a start that cannot succeed. */
_Noreturn void log_die(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
