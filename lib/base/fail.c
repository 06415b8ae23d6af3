/* fail: filling in why something did not happen. */
#include "fail.h"

#include <stdarg.h>
#include <stdio.h>

bool fail_set(struct fail *f, enum fail_kind kind, const char *code, const char *detail, ...)
{
    f->kind = kind;
    snprintf(f->code, sizeof f->code, "%s", code);
    f->field[0] = '\0';
    f->number = 0;
    f->detail[0] = '\0';
    if (detail != NULL) {
        va_list ap;
        va_start(ap, detail);
        vsnprintf(f->detail, sizeof f->detail, detail, ap);
        va_end(ap);
    }
    return false;
}

bool fail_field(struct fail *f, const char *field, const char *code)
{
    fail_set(f, FAIL_INPUT, code, "%s", "");
    snprintf(f->field, sizeof f->field, "%s", field);
    return false;
}

int fail_status(enum fail_kind kind)
{
    static const int status[FAIL__MAX] = {
        [FAIL_NONE] = 200,      [FAIL_INPUT] = 422,     [FAIL_FORBIDDEN] = 403,   [FAIL_MISSING] = 404,
        [FAIL_CONFLICT] = 409,  [FAIL_TOO_LARGE] = 413, [FAIL_TYPE] = 415,        [FAIL_TOO_MANY] = 429,
        [FAIL_UNAVAILABLE] = 503, [FAIL_UNCERTAIN] = 503, [FAIL_INTERNAL] = 500,
    };
    return (unsigned)kind < FAIL__MAX ? status[kind] : 500;
}
