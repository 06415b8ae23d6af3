/* What the multipart reader promises: the same parts however the bytes are cut, and a refusal for everything that is not whole. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "buf.h"
#include "multipart.h"

struct seen { struct buf log, file; };

static bool on_field(void *ctx, const char *name, const char *bytes, size_t n, struct fail *f)
{
    struct seen *s = ctx;
    (void)f;
    buf_printf(&s->log, "field %s=", name);
    buf_add(&s->log, bytes, n);
    return buf_char(&s->log, '\n');
}

static bool on_begin(void *ctx, const char *name, const char *file_name, struct fail *f)
{
    struct seen *s = ctx;
    (void)f;
    buf_reset(&s->file);
    return buf_printf(&s->log, "file %s (%s)\n", name, file_name);
}

static bool on_data(void *ctx, const void *bytes, size_t n, struct fail *f)
{
    (void)f;
    return buf_add(&((struct seen *)ctx)->file, bytes, n);
}

static bool on_end(void *ctx, struct fail *f)
{
    struct seen *s = ctx;
    (void)f;
    buf_text(&s->log, "bytes ");
    buf_add(&s->log, s->file.data, s->file.len);
    return buf_char(&s->log, '\n');
}

static const char TYPE[] = "multipart/form-data; boundary=XyZ";

/* Feeds `body` in pieces of `piece` bytes; the log of what came, or NULL. */
static char *run(struct mem *m, const char *type, const char *body, size_t n, size_t piece)
{
    struct seen s;
    struct fail f = { 0 };
    buf_init(&s.log, m, 1 << 20);
    buf_init(&s.file, m, 1 << 20);
    struct multipart_limits limits = { 5, 1000, 1, 5000 };
    struct multipart_calls calls = { &s, on_field, on_begin, on_data, on_end };
    struct multipart *p = multipart_new(m, type, &limits, &calls, &f);
    for (size_t at = 0; p != NULL && at < n; at += piece)
        if (!multipart_feed(p, body + at, n - at < piece ? n - at : piece, &f))
            return NULL;
    return p != NULL && multipart_finish(p, &f) ? s.log.data : NULL;
}

static const char WHOLE[] =
    "--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n值\r\n"
    "--XyZ\r\ncontent-disposition: form-data; name=\"b\"\r\n\r\n\r\n"
    "--XyZ\r\nContent-Disposition: form-data; name=\"c\"\r\n\r\n\r\n--XyW\r\n-\r\n"
    "--XyZ\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x \\\"y\\\".pdf\"\r\nContent-Type: application/pdf\r\n\r\n"
    "\r\n\r--\r\n--Xy\r\n\r\n--XyZ--\r\n";
static const char WANTED[] = "field a=值\nfield b=\nfield c=\r\n--XyW\r\n-\nfile f (x \"y\".pdf)\nbytes \r\n\r--\r\n--Xy\r\n\n";

static void parts_are_the_same_however_the_bytes_are_cut(void **state)
{
    (void)state;
    for (size_t piece = 1; piece <= sizeof WHOLE; piece++) {
        struct mem *m = mem_new(NULL, "test");
        char *got = run(m, TYPE, WHOLE, sizeof WHOLE - 1, piece);
        assert_non_null(got);
        assert_string_equal(got, WANTED);
        mem_free(&m);
    }
}

static void a_body_cut_anywhere_is_refused(void **state)
{
    (void)state;
    struct mem *m = mem_new(NULL, "test");
    for (size_t n = 0; n < sizeof WHOLE - 4; n++)
        assert_null(run(m, TYPE, WHOLE, n, 7));
    mem_free(&m);
}

static void what_is_not_whole_or_too_much_is_refused(void **state)
{
    (void)state;
    struct mem *m = mem_new(NULL, "test");
    static const struct { const char *type, *body; } ROWS[] = {
        { "text/plain", "" },
        { "multipart/form-data", "--XyZ--\r\n" },
        { "multipart/form-data; boundary=", "----\r\n" },
        { TYPE, "--XyZ\r\nContent-Disposition: form-data\r\n\r\nx\r\n--XyZ--\r\n" },
        { TYPE, "--XyZ\r\nContent-Type: a\r\n\r\nx\r\n--XyZ--\r\n" },
        { TYPE, "--XyZwhat\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--XyZ--\r\n" },
        { TYPE, "--XyZ\r\nContent-Disposition: form-data; name=\"a\r\n\r\nx\r\n--XyZ--\r\n" },
        { TYPE, "--XyZ\r\nContent-Disposition: form-data; name=a\r\nContent-Disposition: form-data; name=b\r\n\r\nx\r\n--XyZ--\r\n" },
        { TYPE, "--XyZ\r\nContent-Disposition: form-data; name=f; filename=\"\"\r\n\r\nbytes\r\n--XyZ--\r\n" },
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++)
        assert_null(run(m, ROWS[i].type, ROWS[i].body, strlen(ROWS[i].body), 1000));
    struct buf many, longs;
    buf_init(&many, m, 1 << 20);
    for (int i = 0; i < 6; i++)
        buf_printf(&many, "--XyZ\r\nContent-Disposition: form-data; name=\"n%d\"\r\n\r\nx\r\n", i);
    buf_text(&many, "--XyZ--\r\n");
    assert_null(run(m, TYPE, many.data, many.len, 1000));
    buf_init(&longs, m, 1 << 20);
    buf_printf(&longs, "--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n%01001d\r\n--XyZ--\r\n", 0);
    assert_null(run(m, TYPE, longs.data, longs.len, 1000));
    buf_reset(&longs);
    buf_printf(&longs, "--XyZ\r\nContent-Disposition: form-data; name=f; filename=x\r\n\r\n%05001d\r\n--XyZ--\r\n", 0);
    assert_null(run(m, TYPE, longs.data, longs.len, 1000));
    mem_free(&m);
}

static void an_untouched_file_input_calls_nothing(void **state)
{
    (void)state;
    struct mem *m = mem_new(NULL, "test");
    static const char BODY[] = "--XyZ\r\nContent-Disposition: form-data; name=f; filename=\"\"\r\nContent-Type: "
                               "application/octet-stream\r\n\r\n\r\n--XyZ--\r\n";
    char *got = run(m, TYPE, BODY, sizeof BODY - 1, 3);
    assert_true(got == NULL || *got == '\0');
    mem_free(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_are_the_same_however_the_bytes_are_cut),
        cmocka_unit_test(a_body_cut_anywhere_is_refused),
        cmocka_unit_test(what_is_not_whole_or_too_much_is_refused),
        cmocka_unit_test(an_untouched_file_input_calls_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
