/* answer: a union's answer to a request: text, files one by one, review, send. What was typed goes along in the form. */
#include <string.h>

#include "attach.h"
#include "multipart.h"
#include "union.h"

static const struct form_field fields[] = {
    { "token", FORM_HIDDEN, true, 20, 200, NULL },
    { "text", FORM_LINES, true, 10, 5000, NULL },
    { "go", FORM_CHOICE, false, 0, 0, "TEXT|FILES|REVIEW" },
    { "id", FORM_NUMBER, false, 0, INT64_MAX, NULL },
    { "files", FORM_NUMBER, false, 0, 100, NULL },
};
static const struct form_field file_fields[] = {
    { "token", FORM_HIDDEN, true, 20, 200, NULL },
    { "text", FORM_LINES, true, 10, 5000, NULL },
    { "file", FORM_FILE, false, 0, 0, NULL },
};
#define COUNT(list) (sizeof(list) / sizeof(list)[0])

/* The request that is answered. False: answered already, with the letter itself when there is nothing to answer and nothing was typed. */
static bool asked(struct request *r, struct view_node *v, const struct form *form, bool *over, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct letter l;
    instant now;
    const char *slug = request_segment(r, "letter");
    if (!db_now(union_db(), &now, &f) || !letter_read(request_mem(r), union_db(), slug, union_session(r)->union_id, &l, &f)) {
        response_fail(out, &f);
        return false;
    }
    *over = union_letter_ended(&l);
    if (!l.assist_id || !l.signed_at || (*over && *form_text(form, "text") == '\0')) {
        response_redirect(out, union_letter_url(r, slug, ""));
        return false;
    }
    struct view_node *n = view_child(v, "Letter");
    union_show_letter(r, n, &l, now);
    view_set(n, "abstract", l.abstract);
    view_set(n, "answer_url", union_letter_url(r, slug, "/answer"));
    view_set(n, "file_url", union_letter_url(r, slug, "/file"));
    view_set(n, "drop_url", union_letter_url(r, slug, "/drop"));
    view_set(n, "send_url", union_letter_url(r, slug, "/send"));
    view_set(view_child(v, "Back"), "url", union_letter_url(r, slug, ""));
    return true;
}

static bool own_token(const struct form *form, struct token *token, struct fail *f)
{
    return token_read(form_text(form, "token"), union_form_key(), UNION_ANSWER, token) ||
           fail_set(f, FAIL_INPUT, "form_token", "a form token that is not ours");
}

static void show_status(struct request *r, struct view_node *v, struct form *form, int status, const char *stem, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct token token;
    struct attach_item *items;
    size_t count;
    bool over;
    if (!asked(r, v, form, &over, out))
        return;
    if (!own_token(form, &token, &f) || !attach_items(request_mem(r), union_db(), &token, &items, &count, &f)) {
        response_fail(out, &f);
        return;
    }
    kit_form(form, v);
    for (size_t i = 0; i < count; i++) {
        struct view_node *n = view_row(v, "Files");
        view_set_number(n, "id", items[i].id);
        view_set(n, "name", items[i].name);
        view_set(n, "size", kit_size(r, items[i].size));
    }
    view_set_number(v, "FileCount", (int64_t)count);
    if (over)
        stem = "answer";
    view_set_flag(v, "Over", over);
    view_set(v, "Title", kit_word(r, mem_printf(request_mem(r), "Union.%s_title", stem)));
    response_page_status(out, over ? 409 : status, stem);
}

static void show(struct request *r, struct view_node *v, struct form *form, const char *stem, struct response *out)
{
    show_status(r, v, form, form_ok(form) ? 200 : 422, stem, out);
}

void answer_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    instant now;
    struct form *form = form_new(r, fields, COUNT(fields));
    if (!db_now(union_db(), &now, &f)) {
        response_fail(out, &f);
        return;
    }
    form_put(form, "token", token_make(request_mem(r), union_form_key(), UNION_ANSWER, now));
    show(r, v, form, "answer", out);
}

static struct form *read_form(struct request *r, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct form *form = form_new(r, fields, COUNT(fields));
    if (form_read(form, &f))
        return form;
    response_fail(out, &f);
    return NULL;
}

void answer_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct form *form = read_form(r, out);
    if (!form)
        return;
    const char *go = form_text(form, "go");
    bool files = strcmp(go, "FILES") == 0, review = strcmp(go, "REVIEW") == 0;
    show(r, v, form, form_ok(form) && files ? "answer_files" : form_ok(form) && review ? "answer_review" : "answer", out);
}

void answer_drop_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct token token;
    struct form *form = read_form(r, out);
    if (!form)
        return;
    if (!own_token(form, &token, &f) || !attach_drop(union_db(), &token, form_number(form, "id"), &f))
        response_fail(out, &f);
    else
        show(r, v, form, "answer_files", out);
}

void answer_send_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct token token;
    const char *slug = request_segment(r, "letter");
    struct form *form = read_form(r, out);
    if (!form)
        return;
    if (!form_ok(form)) {
        show(r, v, form, "answer", out);
        return;
    }
    struct union_work_reply in = { slug, form_text(form, "text"), &token, (size_t)form_number(form, "files") };
    if (own_token(form, &token, &f) && union_work_reply(union_db(), union_session(r), &in, &f)) {
        response_redirect(out, union_letter_url(r, slug, "?done=ANSWER"));
        return;
    }
    /* Other files than were looked at, or answered meanwhile, perhaps by this very form. */
    view_set_flag(v, "FilesChanged", strcmp(f.code, "files_changed") == 0);
    if (f.kind == FAIL_CONFLICT)
        show_status(r, v, form, 409, "answer_review", out);
    else
        response_fail(out, &f);
}

/* ---- one file ---- */

struct taking { struct request *r; struct form *form; struct attach *file; struct form_sink sink; bool begun, read; };

static bool begin(void *ctx, const struct form *form, const char *file_name, struct fail *f)
{
    struct taking *t = ctx;
    struct token *token = mem_alloc(request_mem(t->r), sizeof *token);
    if (!own_token(form, token, f))
        return false;
    struct attach_in in = { .token = token, .purpose = "ANSWER", .file_name = file_name };
    t->file = attach_begin(request_mem(t->r), union_db(), &in, f);
    return t->file != NULL;
}

static bool data(void *ctx, const void *bytes, size_t n, struct fail *f)
{
    return attach_data(((struct taking *)ctx)->file, bytes, n, f);
}

static bool end(void *ctx, struct fail *f)
{
    return attach_end(((struct taking *)ctx)->file, f);
}

static bool take(struct db *db, void *ctx, struct fail *f)
{
    struct taking *t = ctx;
    (void)db;
    if (t->begun)
        return fail_set(f, FAIL_UNAVAILABLE, "file_lost", "the transaction failed and the body is gone");
    t->begun = true;
    t->read = form_read(t->form, f);
    if (t->read && t->sink.fail.kind != FAIL_NONE)
        *f = t->sink.fail;
    return t->read && t->sink.fail.kind == FAIL_NONE;
}

static void say_why(struct form *form, const struct fail *f)
{
    int64_t one, two;
    attach_numbers(f->code, &one, &two);
    form_error_numbers(form, "file", f->code, one, two);
}

void answer_file_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct taking t = { .r = r, .form = form_new(r, file_fields, COUNT(file_fields)),
                        .sink = { .field = "file", .ctx = &t, .begin = begin, .data = data, .end = end } };
    form_sink_set(t.form, &t.sink);
    bool stored = db_transaction(union_db(), take, &t, &f);
    if (!t.read || f.kind == FAIL_INTERNAL || (!stored && f.kind == FAIL_INPUT && !f.field[0])) {
        response_fail(out, &f);
        return;
    }
    if (!t.sink.got)
        form_error(t.form, "file", "file_needed");
    else if (!stored)
        say_why(t.form, &f);
    show(r, v, t.form, "answer_files", out);
}
