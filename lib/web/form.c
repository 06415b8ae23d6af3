/* form: reading a form into its table: which fields came, once each, whole. What a value must look like is in form_value.c. */
#include "form.h"

#include <string.h>

#include "conf.h"
#include "form_private.h"
#include "text.h"

enum { MULTIPART_FIELD_BYTES = 64 * 1024, PIECE = 64 * 1024 };

struct form *form_new(struct request *r, const struct form_field *fields, size_t count)
{
    struct form *form = mem_alloc(r->mem, sizeof *form);
    form->r = r;
    form->fields = fields;
    form->count = count;
    form->cells = mem_array(r->mem, count + 1, sizeof *form->cells);
    return form;
}

void form_sink_set(struct form *form, struct form_sink *sink) { form->sink = sink; }

struct form_cell *form_cell(const struct form *form, const char *name)
{
    for (size_t i = 0; i < form->count; i++)
        if (strcmp(form->fields[i].name, name) == 0)
            return &form->cells[i];
    return NULL;
}

static bool take(struct form *form, const char *name, const char *value, size_t n, struct fail *f)
{
    struct form_cell *cell = form_cell(form, name);
    if (cell == NULL && strcmp(name, "csrf") == 0 && form->r->route->csrf == WEB_CSRF_SESSION)
        return form->r->csrf_seen || gate_csrf(form->r, mem_text_n(form->r->mem, value, n), f);
    if (cell == NULL)
        return fail_set(f, FAIL_INPUT, "request_broken", "an unknown field");
    const struct form_field *field = &form->fields[cell - form->cells];
    bool many = field->kind == FORM_LINES;
    if (text_check(value, n, many) != TEXT_OK && field->kind != FORM_EXACT) {
        if (memchr(value, '\0', n) != NULL || text_check(value, n, true) == TEXT_NOT_UTF8)
            return fail_set(f, FAIL_INPUT, "request_broken", "field %s is not text", field->name);
        cell->fault = (struct form_fault){ "text_control", 0, 0 };
        cell->faulty = true;
    }
    if (field->kind == FORM_EXACT && (memchr(value, '\0', n) != NULL || text_check(value, n, true) == TEXT_NOT_UTF8))
        return fail_set(f, FAIL_INPUT, "request_broken", "field %s is not text", field->name);
    if (field->kind == FORM_CHOICES && cell->count < FORM_CHOICES_MAX) {
        cell->choices[cell->count++] = mem_text_n(form->r->mem, value, n);
        return true;
    }
    if (cell->count++ > 0)
        return fail_set(f, FAIL_INPUT, "request_broken", "field %s came twice", field->name);
    cell->value = mem_text_n(form->r->mem, value, n);
    return true;
}

static bool settle(struct form *form, struct fail *f)
{
    form->read = true;
    for (size_t i = 0; i < form->count; i++)
        if (!form_value_settle(form, &form->fields[i], &form->cells[i], f))
            return false;
    return true;
}

static bool take_pairs(struct form *form, const struct web_pairs *pairs, struct fail *f)
{
    for (size_t i = 0; i < pairs->count; i++)
        if (!take(form, pairs->items[i].name, pairs->items[i].value, pairs->items[i].len, f))
            return false;
    return settle(form, f);
}

static bool on_field(void *ctx, const char *name, const char *bytes, size_t n, struct fail *f)
{
    return take(ctx, name, bytes, n, f);
}

static bool on_file_begin(void *ctx, const char *name, const char *file_name, struct fail *f)
{
    struct form *form = ctx;
    struct form_sink *s = form->sink;
    if (form->r->route->csrf == WEB_CSRF_SESSION && !form->r->csrf_seen)
        return fail_set(f, FAIL_FORBIDDEN, "old_form", "a file before the form token");
    if (s == NULL || strcmp(s->field, name) != 0)
        return fail_set(f, FAIL_INPUT, "request_broken", "a file where none belongs");
    if (text_check(file_name, strlen(file_name), false) == TEXT_NOT_UTF8)
        return fail_set(f, FAIL_INPUT, "request_broken", "a file's name is not text");
    /* The text fields are whole now: the file input stands last. */
    if (!form->read && !settle(form, f))
        return false;
    s->got = true;
    s->begin(s->ctx, form, file_name, &s->fail);
    return true;
}

static bool on_file_data(void *ctx, const void *bytes, size_t n, struct fail *f)
{
    struct form_sink *s = ((struct form *)ctx)->sink;
    (void)f;
    if (s->fail.kind == FAIL_NONE)
        s->data(s->ctx, bytes, n, &s->fail);
    return true;
}

static bool on_file_end(void *ctx, struct fail *f)
{
    struct form_sink *s = ((struct form *)ctx)->sink;
    (void)f;
    if (s->fail.kind == FAIL_NONE)
        s->end(s->ctx, &s->fail);
    return true;
}

static bool stream(struct form *form, struct multipart *p, struct fail *f)
{
    struct request *r = form->r;
    char *piece = mem_alloc(r->mem, PIECE);
    for (uint64_t left = r->length; left > 0;) {
        int got = r->io->read(r->io->ctx, piece, left < PIECE ? (int)left : PIECE);
        if (got <= 0)
            return fail_set(f, FAIL_INPUT, "request_broken", "the body ended early");
        left -= (uint64_t)got;
        if (!multipart_feed(p, piece, (size_t)got, f))
            return false;
    }
    return multipart_finish(p, f);
}

static bool read_multipart(struct form *form, struct fail *f)
{
    struct request *r = form->r;
    const char *type = NULL;
    uint64_t file_max = (uint64_t)conf_number("objection.media_max");
    struct multipart_limits limits = { 64, MULTIPART_FIELD_BYTES, 1, file_max + 1 };
    struct multipart_calls calls = { form, on_field, on_file_begin, on_file_data, on_file_end };
    if (!request_single(r, "CONTENT_TYPE", &type, f))
        return false;
    if (r->length > file_max + 1024 * 1024)
        return fail_set(f, FAIL_TOO_LARGE, "body_too_large", "%llu bytes", (unsigned long long)r->length);
    struct multipart *p = multipart_new(r->mem, type, &limits, &calls, f);
    if (p == NULL || !stream(form, p, f))
        return false;
    if (r->route->csrf == WEB_CSRF_SESSION && !r->csrf_seen)
        return fail_set(f, FAIL_FORBIDDEN, "old_form", "no form token");
    return form->read || settle(form, f);
}

bool form_read(struct form *form, struct fail *f)
{
    if (form->r->route->limit == WEB_BODY_FILE)
        return read_multipart(form, f);
    return take_pairs(form, &form->r->body, f);
}

bool form_read_query(struct form *form, struct fail *f)
{
    struct web_pairs pairs;
    const char *query = NULL;
    if (!request_single(form->r, "QUERY_STRING", &query, f))
        return false;
    query = query != NULL ? query : "";
    if (strlen(query) > 4096)
        return fail_set(f, FAIL_INPUT, "request_broken", "a query of %zu bytes", strlen(query));
    return request_split(form->r->mem, query, strlen(query), &pairs, f) && take_pairs(form, &pairs, f);
}
