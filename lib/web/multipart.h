/* multipart: a streaming reader of multipart/form-data (RFC 7578) with ceilings. Knows bytes and parts, not forms or files' kinds. */
#ifndef GS_WEB_MULTIPART_H
#define GS_WEB_MULTIPART_H

#include <stdbool.h>
#include <stddef.h>

#include "fail.h"
#include "mem.h"
#include "web.h"

/* What a page gives to take one file of its form. `field` is the file input's name. Calls come in the order begin, data…, end, with
 * all earlier text fields already readable through form_text: the file input stands last in the form. What one of
 * them says by false and a fail, or that the file is larger than any may be, is kept for the page in `fail`; the rest is then read and
 * thrown away, and no further call is made. An empty file input (no name, no bytes) calls nothing. */
struct form;
struct form_sink {
    const char *field;
    void *ctx;
    bool (*begin)(void *ctx, const struct form *form, const char *file_name, struct fail *f);
    bool (*data)(void *ctx, const void *bytes, size_t n, struct fail *f);
    bool (*end)(void *ctx, struct fail *f);
    bool got;          /* set: a file was given */
    struct fail fail;  /* set: why the file was not taken, with kind FAIL_NONE if all went well */
};
void form_sink_set(struct form *form, struct form_sink *sink);

/* The reader itself, for form.c, tests and the fuzzer. An untouched file input counts as a field. */
struct multipart;
struct multipart_limits { size_t fields, field_bytes, files; uint64_t file_bytes; };
struct multipart_calls {
    void *ctx;
    bool (*field)(void *ctx, const char *name, const char *bytes, size_t n, struct fail *f);
    bool (*file_begin)(void *ctx, const char *name, const char *file_name, struct fail *f);
    bool (*file_data)(void *ctx, const void *bytes, size_t n, struct fail *f);
    bool (*file_end)(void *ctx, struct fail *f);
};
/* `content_type` is the header's value; false with FAIL_TYPE or FAIL_INPUT if it is not multipart/form-data with a boundary. */
struct multipart *multipart_new(struct mem *m, const char *content_type, const struct multipart_limits *limits,
                                const struct multipart_calls *calls, struct fail *f);
bool multipart_feed(struct multipart *p, const void *bytes, size_t n, struct fail *f);
bool multipart_finish(struct multipart *p, struct fail *f); /* the closing boundary must have come */

#endif
