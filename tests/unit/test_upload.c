/* What a form with a file promises: text first, then one file as a stream; whatever is wrong is said, and nothing is taken by halves. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include <cmocka.h>

#include "caller.h"

enum { MAX = 4096 };

static const struct form_field FIELDS[] = { { "token", FORM_HIDDEN, true, 2, 20, NULL }, { "text", FORM_LINES, false, 2, 50, NULL },
                                            { "file", FORM_FILE, false, 0, 0, NULL } };
static char took[600];
static size_t took_bytes;
static bool ended, no_sink;
static const char *refuse_at; /* "begin", "data", "end" or NULL */

static bool begin(void *ctx, const struct form *form, const char *file_name, struct fail *f)
{
    (void)ctx;
    snprintf(took, sizeof took, "%s|%s|%s", form_text(form, "token"), form_text(form, "text"), file_name);
    return refuse_at == NULL || strcmp(refuse_at, "begin") != 0 || fail_field(f, "file", "file_type");
}

static bool data(void *ctx, const void *bytes, size_t n, struct fail *f)
{
    (void)ctx, (void)bytes;
    took_bytes += n;
    return refuse_at == NULL || strcmp(refuse_at, "data") != 0 || fail_field(f, "file", "file_broken");
}

static bool end(void *ctx, struct fail *f)
{
    (void)ctx;
    ended = true;
    return refuse_at == NULL || strcmp(refuse_at, "end") != 0 || fail_field(f, "file", "file_empty");
}

static void page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { 0 };
    struct form_sink sink = { .field = "file", .begin = begin, .data = data, .end = end };
    struct form *form = form_new(r, FIELDS, 3);
    (void)v;
    if (!no_sink)
        form_sink_set(form, &sink);
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    if (sink.fail.kind != FAIL_NONE)
        form_take_fail(form, &sink.fail);
    else if (!sink.got)
        form_error(form, "file", "file_needed");
    const struct form_fault *fault = form_fault_at(form, 2);
    response_page_status(out, form_ok(form) ? 200 : 422, mem_printf(r->mem, "%s %s", form_shown(form, 1), fault != NULL ? fault->code : "-"));
}

static const struct web_route ROUTES[] = {
    ROUTE(WEB_POST, "/file", WEB_BODY_FILE, WEB_RATE_UPLOAD, WEB_CSRF_FORM, WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, page),
};
static const struct web_program PROGRAM = { .name = "public", .routes = ROUTES, .route_count = 1, CALLER_HOOKS };

#define TYPE "multipart/form-data; boundary=X"
#define TEXT(name, value) "--X\r\nContent-Disposition: form-data; name=\"" name "\"\r\n\r\n" value "\r\n"
#define FILE_PART(name, file, bytes) "--X\r\nContent-Disposition: form-data; name=\"" name "\"; filename=\"" file \
    "\"\r\nContent-Type: application/pdf\r\n\r\n" bytes "\r\n"
#define END "--X--\r\n"
#define GOOD TEXT("token", "abc") TEXT("text", "两个\r\n行") FILE_PART("file", "证.pdf", "%PDF-1.7") END

static struct answer send_call(struct call c)
{
    took[0] = '\0';
    took_bytes = 0;
    ended = false;
    c.method = "POST";
    c.uri = "/file";
    if (c.type == NULL)
        c.type = TYPE;
    return caller_ask(&PROGRAM, &c);
}

static struct answer send_body(const char *body) { return send_call((struct call){ .body = body }); }

static void text_is_settled_before_the_file_begins(void **state)
{
    (void)state;
    for (size_t piece = 1; piece < 400; piece += 7) {
        struct answer a = send_call((struct call){ .body = GOOD, .piece = piece });
        assert_int_equal(a.status, 200);
        assert_string_equal(a.body, "page 两个\n行 -");
        assert_string_equal(took, "abc|两个\n行|证.pdf");
        assert_int_equal(took_bytes, 8);
        assert_true(ended);
    }
}

static void what_the_sink_refuses_is_said_beside_the_field_and_the_text_stays(void **state)
{
    static const struct { const char *at, *body; bool ended; } rows[] = {
        { "begin", "page 两个\n行 file_type", false }, { "data", "page 两个\n行 file_broken", false }, { "end", "page 两个\n行 file_empty", true },
    };
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        refuse_at = rows[i].at;
        struct answer a = send_body(GOOD);
        assert_int_equal(a.status, 422);
        assert_string_equal(a.body, rows[i].body);
        assert_int_equal(ended, rows[i].ended);
    }
    refuse_at = NULL;
}

static char *with_file_of(size_t n, size_t *body_n)
{
    static const char HEAD[] = TEXT("token", "abc") TEXT("text", "kept") "--X\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n";
    static const char TAIL[] = "\r\n" END;
    char *body = calloc(1, sizeof HEAD + sizeof TAIL + n);
    memcpy(body, HEAD, sizeof HEAD - 1);
    memcpy(body + sizeof HEAD - 1 + n, TAIL, sizeof TAIL - 1);
    *body_n = sizeof HEAD - 1 + n + sizeof TAIL - 1;
    return body;
}

static struct answer send_file_of(size_t n)
{
    size_t body_n;
    char *body = with_file_of(n, &body_n);
    struct answer a = send_call((struct call){ .body = body, .body_n = body_n });
    free(body);
    return a;
}

static void a_file_over_the_largest_size_is_said_beside_its_field(void **state)
{
    (void)state;
    caller_open("https://gongshi.test", "[objection]\nmedia_max = 4096\n");
    struct answer a = send_file_of(MAX);
    assert_int_equal(a.status, 200);
    assert_int_equal(took_bytes, MAX);
    a = send_file_of(MAX + 1);
    assert_int_equal(a.status, 422);
    assert_string_equal(a.body, "page kept file_too_large");
    assert_false(ended);
    a = send_file_of(900 * 1024);
    assert_int_equal(a.status, 422);
    assert_true(took_bytes <= MAX);
    a = send_file_of(MAX + 1024 * 1024);
    assert_int_equal(a.status, 413);
    assert_int_equal(took_bytes, 0);
    caller_open("https://gongshi.test", "");
}

static void memory_stays_flat_whatever_the_file_holds(void **state)
{
    struct rusage before, after;
    size_t body_n;
    (void)state;
    char *body = with_file_of(40 * 1024 * 1024, &body_n);
    memset(body + 400, '\r', 40 * 1024 * 1024 - 400); /* each may begin a boundary */
    send_body(GOOD);
    getrusage(RUSAGE_SELF, &before);
    struct answer a = send_call((struct call){ .body = body, .body_n = body_n });
    getrusage(RUSAGE_SELF, &after);
    assert_int_equal(a.status, 200);
    assert_int_equal(took_bytes, 40 * 1024 * 1024);
    assert_true(after.ru_maxrss - before.ru_maxrss < 4 * 1024);
    free(body);
}

static void a_body_that_ends_early_is_refused_and_its_file_never_ends(void **state)
{
    char length[24];
    (void)state;
    snprintf(length, sizeof length, "%zu", sizeof GOOD - 1);
    for (size_t n = 1; n < sizeof GOOD - 1; n += 5) {
        struct answer a = send_call((struct call){ .body = GOOD, .body_n = n, .length = length });
        assert_int_equal(a.status, 400);
        assert_true(!ended || n > sizeof GOOD - 8);
    }
    struct answer a = send_call((struct call){ .body = GOOD, .length = "300" });
    assert_int_equal(a.status, 400);
    a = send_call((struct call){ .body = GOOD, .length = "100" });
    assert_int_equal(a.status, 400);
    a = send_call((struct call){ .body = GOOD, .length = "99999999999" });
    assert_int_equal(a.status, 413);
    a = send_call((struct call){ .body = GOOD, .length = "" });
    assert_int_equal(a.status, 400);
}

static void what_no_browser_sends_from_our_form_ends_the_request(void **state)
{
    static const struct { const char *body; int status; } rows[] = {
        { TEXT("text", "ab") FILE_PART("file", "a.pdf", "x") END, 400 },                                           /* no token */
        { TEXT("token", "abc") FILE_PART("file", "a.pdf", "x") TEXT("text", "ab") END, 400 },                      /* text behind the file */
        { TEXT("token", "abc") FILE_PART("file", "a.pdf", "x") FILE_PART("file", "b.pdf", "x") END, 400 },
        { TEXT("token", "abc") FILE_PART("other", "a.pdf", "x") END, 400 },
        { TEXT("token", "abc") FILE_PART("text", "a.pdf", "x") END, 400 },
        { TEXT("token", "abc") TEXT("file", "x") END, 400 },
        { TEXT("token", "abc") TEXT("token", "abc") END, 400 },
        { TEXT("token", "abc") TEXT("state", "x") END, 400 },
        { TEXT("token", "abc") TEXT("text.a", "x") END, 400 },
        { TEXT("token", "abc") FILE_PART("file", "\xff\xfe.pdf", "x") END, 400 },
        { TEXT("token", "abc") TEXT("text", "\xff") END, 400 },
        { TEXT("token", "abc") "--X\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\r\n\r\nx\r\n" END, 400 },
        { TEXT("token", "abc") "--X\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\\\"\r\n\r\nx\r\n" END, 400 },
        { TEXT("token", "abc") "--X\r\nContent-Disposition: form-data; name=\"text\"; name=\"file\"\r\n\r\nx\r\n" END, 400 },
        { TEXT("token", "abc") "--X\r\nContent-Disposition: attachment; name=\"text\"\r\n\r\nx\r\n" END, 400 },
        { "no boundary at all", 400 },
        { TEXT("token", "abc") FILE_PART("file", "a.pdf", "x") "--X", 400 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct answer a = send_body(rows[i].body);
        if (a.status != rows[i].status)
            fail_msg("row %zu: %d", i, a.status);
    }
    static const char NUL_NAME[] = TEXT("token", "abc") FILE_PART("file", "a\0.pdf", "x") END;
    assert_int_equal(send_call((struct call){ .body = NUL_NAME, .body_n = sizeof NUL_NAME - 1 }).status, 400);
    no_sink = true;
    assert_int_equal(send_body(GOOD).status, 400);
    no_sink = false;
}

static void types_without_a_boundary_are_refused(void **state)
{
    static const struct { const char *type; int status; } rows[] = {
        { "application/x-www-form-urlencoded", 415 }, { "text/plain", 415 },   { "", 415 },
        { "multipart/form-dataX; boundary=X", 415 },  { "multipart/mixed; boundary=X", 415 },
        { "multipart/form-data", 400 },               { "multipart/form-data; boundary=", 400 },
        { "multipart/form-data; boundary=\"X", 400 }, { "multipart/form-data; boundary=\"X\r\n\"", 400 },
        { "multipart/form-data; boundary=X; boundary=Y", 400 },
        { "multipart/form-data; boundary=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaX", 400 },
        { "Multipart/Form-Data; charset=utf-8; Boundary=\"X\"", 200 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct answer a = send_call((struct call){ .body = GOOD, .type = rows[i].type });
        if (a.status != rows[i].status)
            fail_msg("%s: %d", rows[i].type, a.status);
    }
}

static void a_files_name_is_data(void **state)
{
    static const char *const names[] = { "../../etc/passwd", "a%0D%0ASet-Cookie: x", "\u202e" "fdp.exe", "a b;c=d.pdf", "C:\\dir\\a.pdf", "%00" };
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char body[600];
        snprintf(body, sizeof body, TEXT("token", "abc") FILE_PART("file", "%s", "x") END, names[i]);
        struct answer a = send_body(body);
        assert_int_equal(a.status, 200);
        assert_string_equal(took + strlen("abc||"), names[i]);
        assert_null(strstr(a.log, names[i]));
    }
}

static void an_input_left_alone_is_no_file(void **state)
{
    (void)state;
    struct answer a = send_body(TEXT("token", "abc") TEXT("text", "kept") FILE_PART("file", "", "") END);
    assert_int_equal(a.status, 422);
    assert_string_equal(a.body, "page kept file_needed");
    assert_string_equal(took, "");
    a = send_body(TEXT("token", "abc") TEXT("text", "kept") END);
    assert_string_equal(a.body, "page kept file_needed");
}

static void a_hundred_thousand_parts_are_refused_soon(void **state)
{
    static const char PARTS[][120] = { FILE_PART("file", "", ""), TEXT("text", "x"), TEXT("none", "x") };
    struct rusage before, after;
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        struct mem *m = mem_new(NULL, "test");
        struct buf b;
        buf_init(&b, m, 32 << 20);
        for (int k = 0; k < 100000; k++)
            buf_text(&b, PARTS[i]);
        getrusage(RUSAGE_SELF, &before);
        assert_int_equal(send_call((struct call){ .body = b.data, .body_n = b.len }).status, 400);
        getrusage(RUSAGE_SELF, &after);
        assert_true(after.ru_maxrss - before.ru_maxrss < 4 * 1024);
        mem_free(&m);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_settled_before_the_file_begins),
        cmocka_unit_test(what_the_sink_refuses_is_said_beside_the_field_and_the_text_stays),
        cmocka_unit_test(a_file_over_the_largest_size_is_said_beside_its_field),
        cmocka_unit_test(memory_stays_flat_whatever_the_file_holds),
        cmocka_unit_test(a_body_that_ends_early_is_refused_and_its_file_never_ends),
        cmocka_unit_test(what_no_browser_sends_from_our_form_ends_the_request),
        cmocka_unit_test(types_without_a_boundary_are_refused),
        cmocka_unit_test(a_files_name_is_data),
        cmocka_unit_test(an_input_left_alone_is_no_file),
        cmocka_unit_test(a_hundred_thousand_parts_are_refused_soon),
    };
    caller_open("https://gongshi.test", "");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
