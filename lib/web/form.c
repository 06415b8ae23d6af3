/* form: reading a form into its table: which fields came, once each, whole. What a value must look like is in form_value.c. */
#include "form.h"

#include <string.h>

#include "conf.h"
#include "form_private.h"
#include "log.h"
#include "scan.h"
#include "text.h"

/* MORE: what a body may hold besides the largest file. */
enum { MULTIPART_FIELDS = 64, MULTIPART_FIELD_BYTES = 64 * 1024, MULTIPART_MORE = 1024 * 1024, PIECE = 64 * 1024, QUERY_MAX = 12 * 1024 /* the front door takes lines of 8 KiB */ };

static size_t choices_of(const char *choices)
{
    size_t n = 1;
    for (const char *p = choices; *p != '\0'; p++)
        n += *p == '|';
    return n;
}

static bool field_is_whole(const struct form_field *field)
{
    if (field->name == NULL || !scan_word(field->name, 47) || strchr(field->name, '-') != NULL || field->min > field->max)
        return false;
    switch (field->kind) {
    case FORM_LINE:
    case FORM_NAME:
    case FORM_LINES:
    case FORM_EXACT:
    case FORM_CODE:
    case FORM_HIDDEN:
        return field->min >= 0 && field->max > 0;
    case FORM_CHOICE:
        return field->choices != NULL;
    case FORM_CHOICES:
        return field->choices != NULL && choices_of(field->choices) <= FORM_CHOICES_MAX;
    case FORM_FILE:
        return !field->needed; /* the page knows by form_sink.got whether one came */
    default:
        return field->kind > FORM_KIND_UNSET && field->kind < FORM_KIND__MAX;
    }
}

static void check_table(const struct form_field *fields, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!field_is_whole(&fields[i]))
            log_die("form field %zu (%s) is not whole", i, fields[i].name != NULL ? fields[i].name : "-");
        for (size_t k = 0; k < i; k++)
            if (strcmp(fields[k].name, fields[i].name) == 0)
                log_die("form field %s stands twice", fields[i].name);
    }
}

struct form *form_new(struct request *r, const struct form_field *fields, size_t count)
{
    check_table(fields, count);
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

/* The session's token is no field of the table; of an urlencoded body the gate has compared it already. */
static bool take_token(struct form *form, const char *value, size_t n, struct fail *f)
{
    if (form->token_came)
        return fail_set(f, FAIL_INPUT, "request_broken", "the form token came twice");
    form->token_came = true;
    return form->r->csrf_seen || gate_csrf(form->r, value, n, f);
}

/* Bytes that are no text end the request; control and invisible signs are said beside the field (a hidden one nobody can mend). */
static bool check_text(const struct form_field *field, struct form_cell *cell, const char *value, size_t n, struct fail *f)
{
    enum text_fault fault = text_check(value, n, field->kind == FORM_LINES);
    if (fault == TEXT_NOT_UTF8 || memchr(value, '\0', n) != NULL || (fault != TEXT_OK && field->kind == FORM_HIDDEN))
        return fail_set(f, FAIL_INPUT, "request_broken", "field %s is not text", field->name);
    if (fault != TEXT_OK && field->kind != FORM_EXACT) {
        cell->fault = (struct form_fault){ "text_control", 0, 0 };
        cell->faulty = true;
    }
    return true;
}

static bool take(struct form *form, const char *name, const char *value, size_t n, struct fail *f)
{
    struct form_cell *cell = form_cell(form, name);
    if (cell == NULL && strcmp(name, "csrf") == 0 && form->r->route->csrf == WEB_CSRF_SESSION)
        return take_token(form, value, n, f);
    if (cell == NULL)
        return fail_set(f, FAIL_INPUT, "request_broken", "an unknown field");
    const struct form_field *field = &form->fields[cell - form->cells];
    if (field->kind == FORM_FILE)
        return fail_set(f, FAIL_INPUT, "request_broken", "field %s is no file", field->name);
    if (!check_text(field, cell, value, n, f))
        return false;
    char *text = mem_text_n(form->r->mem, value, n);
    for (size_t i = 0; field->kind == FORM_CHOICES && i < cell->count; i++)
        if (strcmp(cell->choices[i], text) == 0)
            return fail_set(f, FAIL_INPUT, "request_broken", "field %s has a choice twice", field->name);
    if (cell->count == (field->kind == FORM_CHOICES ? FORM_CHOICES_MAX : 1))
        return fail_set(f, FAIL_INPUT, "request_broken", "field %s came too often", field->name);
    if (field->kind == FORM_CHOICES)
        cell->choices[cell->count] = text;
    else
        cell->value = text;
    cell->count++;
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
    if (((struct form *)ctx)->read)
        return fail_set(f, FAIL_INPUT, "request_broken", "a field behind the file");
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
    struct form *form = ctx;
    struct form_sink *s = form->sink;
    (void)f;
    form->file_bytes += n;
    if (s->fail.kind == FAIL_NONE && form->file_bytes > form->file_max)
        fail_field(&s->fail, s->field, "file_too_large");
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
    form->file_max = (uint64_t)conf_number("objection.media_max");
    struct multipart_limits limits = { MULTIPART_FIELDS, MULTIPART_FIELD_BYTES, 1, form->file_max + MULTIPART_MORE };
    struct multipart_calls calls = { form, on_field, on_file_begin, on_file_data, on_file_end };
    if (r->length > form->file_max + MULTIPART_MORE)
        return fail_set(f, FAIL_TOO_LARGE, "body_too_large", "%llu bytes", (unsigned long long)r->length);
    struct multipart *p = multipart_new(r->mem, request_header(r, "CONTENT_TYPE"), &limits, &calls, f);
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

bool form_read_packed(struct form *form, const char *packed, struct fail *f)
{
    struct web_pairs pairs;
    return request_split(form->r->mem, packed, strlen(packed), &pairs, f) && take_pairs(form, &pairs, f);
}

void form_copy(struct form *to, const struct form *from, const char *name)
{
    struct form_cell *cell = form_cell(to, name);
    const struct form_cell *other = form_cell(from, name);
    if (cell == NULL || other == NULL)
        log_die("a form has no field %s to copy", name);
    *cell = *other;
}

static void pack_one(struct buf *b, const char *name, const char *value)
{
    static const char HEX[] = "0123456789ABCDEF";
    buf_printf(b, "%s%s=", b->len > 0 ? "&" : "", name);
    for (const unsigned char *p = (const unsigned char *)value; *p != '\0'; p++) {
        if (*p > ' ' && strchr("%&=+", *p) == NULL)
            buf_char(b, (char)*p);
        else
            buf_printf(b, "%%%c%c", HEX[*p >> 4], HEX[*p & 15]);
    }
}

char *form_pack(const struct form *form, const char *const *names, size_t max)
{
    struct buf b;
    buf_init(&b, form->r->mem, max);
    for (; *names != NULL; names++) {
        const struct form_cell *cell = form_cell(form, *names);
        if (cell == NULL)
            log_die("a form has no field %s to pack", *names);
        if (cell->value != NULL && *cell->value != '\0')
            pack_one(&b, *names, cell->value);
        for (size_t i = 0; i < FORM_CHOICES_MAX && i < cell->count && cell->choices[i] != NULL; i++)
            pack_one(&b, *names, cell->choices[i]);
    }
    return b.over ? NULL : b.data != NULL ? b.data : mem_text(form->r->mem, "");
}

bool form_read_query(struct form *form, struct fail *f)
{
    struct web_pairs pairs;
    const char *query = request_header(form->r, "QUERY_STRING");
    query = query != NULL ? query : "";
    if (strlen(query) > QUERY_MAX)
        return fail_set(f, FAIL_INPUT, "request_broken", "a query of %zu bytes", strlen(query));
    return request_split(form->r->mem, query, strlen(query), &pairs, f) && take_pairs(form, &pairs, f);
}
