/* notice_upload: a list of candidates is sent in for a round. */
#include "import.h"
#include "multipart.h"
#include "notice_page.h"

static const struct form_field fields[] = { { "file", FORM_FILE, false, 0, 0, NULL } };

static bool round_get(struct request *r, struct view_node *v, struct response *out, struct round_row *round)
{
    struct fail f = { .kind = FAIL_NONE };
    const char *slug = request_segment(r, "round");
    if (!round_by_slug(request_mem(r), staff_db(), slug, round, &f)) {
        response_fail(out, &f);
        return false;
    }
    struct view_node *n = view_child(v, "Round");
    view_set(n, "title", round->title);
    view_set(n, "import_url", mem_printf(request_mem(r), "/notices/round/%s/import", slug));
    view_set(n, "template_url", "/notices/list.csv");
    return true;
}

static void show(struct request *r, struct view_node *v, struct form *form, int status, struct response *out)
{
    kit_form(form, v);
    for (int c = ROSTER_NAME; c < ROSTER_COLUMN__MAX; c++)
        view_set(view_row(v, "Heads"), "text", roster_column_head((enum roster_column)c));
    staff_title(r, v, "Notice.upload_title", "/notices");
    response_page_status(out, status, "notice_upload");
}

void notice_upload_page(struct request *r, struct view_node *v, struct response *out)
{
    struct round_row round;
    if (round_get(r, v, out, &round))
        show(r, v, form_new(r, fields, 1), 200, out);
}

struct taking { struct request *r; struct buf bytes; const char *name; };

static bool begin(void *ctx, const struct form *form, const char *file_name, struct fail *f)
{
    struct taking *t = ctx;
    (void)form;
    (void)f;
    t->name = mem_text(request_mem(t->r), file_name);
    buf_init(&t->bytes, request_mem(t->r), ROSTER_MAX_BYTES);
    return true;
}

static bool data(void *ctx, const void *bytes, size_t n, struct fail *f)
{
    return buf_add(&((struct taking *)ctx)->bytes, bytes, n) || fail_field(f, "file", "import_large");
}

static bool end(void *ctx, struct fail *f)
{
    (void)ctx;
    (void)f;
    return true;
}

void notice_upload_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct round_row round;
    struct taking t = { .r = r, .name = "" };
    struct form_sink sink = { .field = "file", .ctx = &t, .begin = begin, .data = data, .end = end };
    struct form *form = form_new(r, fields, 1);
    form_sink_set(form, &sink);
    int64_t id = 0;
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    if (!round_get(r, v, out, &round))
        return;
    if (!sink.got)
        form_error(form, "file", "file_needed");
    else if (!form_take_fail(form, &sink.fail)) {
        struct import_upload_in in = { request_who(r)->id, round.id, t.name, t.bytes.data, t.bytes.len };
        if (import_upload(request_mem(r), staff_db(), &in, &id, &f)) {
            response_redirect(out, mem_printf(request_mem(r), "/notices/import/%lld", (long long)id));
            return;
        }
        if (!form_take_fail(form, &f)) {
            response_fail(out, &f);
            return;
        }
    }
    show(r, v, form, 422, out);
}
