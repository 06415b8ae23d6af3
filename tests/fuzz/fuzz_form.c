/* form: any urlencoded body or query against a table of every kind: it is refused, or each value that has no fault is what its kind says.
 * What a form of a closed door carries along comes out as it went in. */
#include "fuzz_web.h"

#include "text.h"

static const struct form_field FIELDS[] = {
    { "line", FORM_LINE, false, 1, 20, NULL },    { "name", FORM_NAME, false, 2, 25, NULL },   { "lines", FORM_LINES, false, 1, 100, NULL },
    { "exact", FORM_EXACT, false, 2, 9, NULL },   { "number", FORM_NUMBER, false, -9, 99999, NULL }, { "day", FORM_DAY, false, 0, 0, NULL },
    { "phone", FORM_PHONE, false, 0, 0, NULL },   { "email", FORM_EMAIL, false, 0, 0, NULL },  { "code", FORM_CODE, false, 2, 8, NULL },
    { "choice", FORM_CHOICE, false, 0, 0, "A|BB" }, { "choices", FORM_CHOICES, false, 0, 0, "A|BB|C" }, { "tick", FORM_TICK, false, 0, 0, NULL },
    { "hidden", FORM_HIDDEN, false, 1, 9, NULL },
};
enum { COUNT = sizeof FIELDS / sizeof *FIELDS };

static void check_length(const struct form_field *field, size_t n)
{
    PROMISE((int64_t)n >= field->min && (int64_t)n <= field->max);
}

/* A value that came and has no fault. */
static void check_value(const struct form *form, const struct form_field *field, const char *value)
{
    day d;
    PROMISE(text_check(value, strlen(value), field->kind == FORM_LINES || field->kind == FORM_EXACT) != TEXT_NOT_UTF8);
    if (field->kind != FORM_EXACT)
        PROMISE(text_check(value, strlen(value), field->kind == FORM_LINES) == TEXT_OK);
    switch (field->kind) {
    case FORM_LINE:
    case FORM_NAME:
    case FORM_LINES:
        check_length(field, text_length(value));
        break;
    case FORM_EXACT:
    case FORM_CODE:
    case FORM_HIDDEN:
        check_length(field, strlen(value));
        break;
    case FORM_NUMBER:
        PROMISE(form_number(form, field->name) >= field->min && form_number(form, field->name) <= field->max);
        break;
    case FORM_DAY:
        PROMISE(form_day(form, field->name, &d) && strlen(value) == 10);
        break;
    case FORM_CHOICE:
        PROMISE(strcmp(value, "A") == 0 || strcmp(value, "BB") == 0);
        break;
    case FORM_TICK:
        PROMISE(form_tick(form, field->name));
        break;
    default:
        PROMISE(strlen(value) < 300);
    }
}

static void check_carried(struct request *r)
{
    struct fail f = { 0 };
    struct web_posted *items;
    size_t count, k = 0;
    const char *posted = request_posted(r);
    if (posted == NULL)
        return;
    PROMISE(request_posted_read(r, posted, &items, &count, &f));
    for (size_t i = 0; i < r->body.count; i++)
        if (k < count && strcmp(items[k].name, r->body.items[i].name) == 0 && strcmp(items[k].value, r->body.items[i].value) == 0)
            k++;
    PROMISE(k == count);
}

static void page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { 0 };
    struct form *form = form_new(r, FIELDS, COUNT);
    (void)v;
    check_carried(r);
    if (!(r->route->method == WEB_GET ? form_read_query(form, &f) : form_read(form, &f))) {
        PROMISE(f.kind == FAIL_INPUT && f.field[0] == '\0');
        response_fail(out, &f);
        return;
    }
    for (size_t i = 0; i < COUNT; i++)
        if (form_fault_at(form, i) == NULL && FIELDS[i].kind != FORM_CHOICES && form_text(form, FIELDS[i].name)[0] != '\0')
            check_value(form, &FIELDS[i], form_text(form, FIELDS[i].name));
    response_page_status(out, form_ok(form) ? 200 : 422, "form");
}

static const struct web_route ROUTES[] = {
    ROUTE(WEB_POST, "/", WEB_BODY_TEXT, WEB_RATE_SEND, WEB_CSRF_FORM, WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, page),
    ROUTE(WEB_GET, "/", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE, WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, page),
};
static const struct web_program PROGRAM = { .name = "public", .routes = ROUTES, .route_count = 2, .page_data = fuzz_page_data,
                                            .page_error = fuzz_page_error, .page_render = fuzz_page_render };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct mem *m = mem_new(NULL, "fuzz");
    int posted, asked;
    fuzz_start();
    const char *post[] = { "REQUEST_METHOD=POST", "REQUEST_URI=/", "CONTENT_TYPE=application/x-www-form-urlencoded",
                     mem_printf(m, "CONTENT_LENGTH=%zu", n), NULL };
    const char *get[] = { "REQUEST_METHOD=GET", "REQUEST_URI=/", mem_printf(m, "QUERY_STRING=%s", mem_text_n(m, (const char *)data, n)), NULL };
    struct fuzz_wire w = { .body = data, .n = n, .piece = 4096 }, none = { 0 };
    fuzz_ask(m, &PROGRAM, post, &w, &posted);
    fuzz_ask(m, &PROGRAM, get, &none, &asked);
    PROMISE(posted == 200 || posted == 422 || posted == 400 || posted == 413);
    /* One table reads both alike. */
    if (n <= 4096 && memchr(data, '\0', n) == NULL)
        PROMISE(posted == asked);
    mem_free(&m);
    return 0;
}
