/* object_file: files of the form, one by one: each is stored at once under the form's secret, and can be taken away again. */
#include <string.h>

#include "multipart.h"
#include "object.h"

struct taking { struct objecting *o; struct attach *file; struct form_sink sink; bool begun, read; };

static bool begin(void *ctx, const struct form *form, const char *file_name, struct fail *f)
{
    struct taking *t = ctx;
    if (!object_token(t->o, f))
        return false;
    const char *purpose = object_step_of(form, "step") == OBJECT_SEAL ? "SEAL_SCAN" : "EVIDENCE";
    struct attach_in in = { .token = &t->o->token, .purpose = purpose, .file_name = file_name };
    t->file = attach_begin(request_mem(t->o->r), public_db(), &in, f);
    return t->file != NULL;
}

static bool data(void *ctx, const void *bytes, size_t n, struct fail *f)
{
    return attach_data(((struct taking *)ctx)->file, bytes, n, f);
}

static bool end(void *ctx, struct fail *f) { return attach_end(((struct taking *)ctx)->file, f); }

/* The body can be read once: a transaction that would have to run again has lost it. */
static bool take(struct db *db, void *ctx, struct fail *f)
{
    struct taking *t = ctx;
    (void)db;
    if (t->begun)
        return fail_set(f, FAIL_UNAVAILABLE, "file_lost", "the transaction failed and the body is gone");
    t->begun = true;
    t->read = form_read(t->o->form, f);
    if (t->read && t->sink.fail.kind != FAIL_NONE)
        *f = t->sink.fail;
    return t->read && t->sink.fail.kind == FAIL_NONE;
}

static enum object_step file_step(const struct form *form)
{
    return object_step_of(form, "step") == OBJECT_SEAL ? OBJECT_SEAL : OBJECT_FILES;
}

/* What the person is told of a file that was not stored: the service's own word where it is about the file. */
static void say_why(struct objecting *o, const struct fail *f)
{
    bool own = f->field[0] != '\0' || strcmp(f->code, "inspect_away") == 0;
    object_fault(o, own ? f->code : "file_lost");
}

/* Reads the form with at most one file in it; *got says whether one was stored. False: answered already. */
static bool receive(struct objecting *o, bool *got)
{
    struct fail f = { .kind = FAIL_NONE }, broken = { .kind = FAIL_NONE };
    struct taking t = { .o = o, .sink = { .field = "file", .ctx = &t, .begin = begin, .data = data, .end = end } };
    form_sink_set(o->form, &t.sink);
    bool stored = db_transaction(public_db(), take, &t, &f);
    if (t.begun && !t.read)
        broken = f;
    else if (!t.begun) /* the database is away; what was typed is read all the same */
        form_read(o->form, &broken);
    if (broken.kind == FAIL_NONE && object_token(o, &broken) && f.kind == FAIL_INTERNAL)
        broken = f;
    if (broken.kind != FAIL_NONE) {
        response_fail(o->out, &broken);
        return false;
    }
    if (!stored)
        say_why(o, &f);
    *got = t.sink.got && stored;
    return true;
}

static bool read_form(struct objecting *o, struct request *r, struct view_node *v, struct response *out, bool *got)
{
    *o = (struct objecting){ .r = r, .v = v, .out = out, .form = object_form(r) };
    if (!receive(o, got))
        return false;
    /* Should nothing be within reach, trying again leads back here: a file that was lost must be chosen anew. */
    form_put(o->form, "go", object_step_word(file_step(o->form)));
    if (!object_load(o))
        return false;
    form_put(o->form, "go", "");
    return object_take_kept(o);
}

void object_file_page(struct request *r, struct view_node *v, struct response *out)
{
    struct objecting o;
    bool got;
    if (!read_form(&o, r, v, out, &got))
        return;
    if (got)
        form_put(o.form, "said", OBJECT_UPLOADED);
    else
        object_fault(&o, form_text(o.form, "said")[0] != '\0' ? form_text(o.form, "said") : "file_needed");
    view_set_flag(v, "Uploaded", got);
    object_answer(&o, file_step(o.form), got ? 200 : 422);
}

/* "继续" with a file chosen and not yet sent takes it along. */
void object_file_next_page(struct request *r, struct view_node *v, struct response *out)
{
    struct objecting o;
    bool got;
    if (read_form(&o, r, v, out, &got))
        object_go_on(&o, file_step(o.form));
}

void object_drop_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct objecting o;
    if (!object_begin(&o, r, v, out) || !object_take_kept(&o))
        return;
    if (!attach_drop(public_db(), &o.token, form_number(o.form, "id"), &f) ||
        !attach_items(request_mem(r), public_db(), &o.token, &o.files, &o.file_count, &f)) {
        if (f.kind == FAIL_UNAVAILABLE)
            object_show_retry(&o, &f);
        else
            response_fail(out, &f);
        return;
    }
    object_answer(&o, file_step(o.form), 200);
}
