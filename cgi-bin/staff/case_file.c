/* case_file: a file as it came: only with a reason, on the record, and only as a download. The case side gets what was said, the identity
 * desk gets stamped papers. */
#include <string.h>

#include "case_page.h"
#include "scan.h"

static const struct form_field fields[] = { { "why", FORM_LINE, true, 5, 200, NULL } };

static const struct { const char *kind, *type; } types[] = {
    { "pdf", "application/pdf" }, { "jpeg", "image/jpeg" }, { "png", "image/png" },
    { "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document" }, { "m4a", "audio/mp4" },
    { "mp3", "audio/mpeg" },      { "mp4", "video/mp4" },
};

static const char *type_of(const char *kind)
{
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
        if (strcmp(types[i].kind, kind) == 0)
            return types[i].type;
    return "application/octet-stream";
}

static bool file_id(const struct request *r, int64_t *out)
{
    return scan_i64(request_segment(r, "file"), 1, INT64_MAX, out);
}

static char *back_to(struct request *r, enum keyring_purpose side, const char *rest)
{
    const char *number = request_segment(r, "case");
    return side == KEYRING_IDENTITY ? case_desk_url(r, number, rest) : case_url(r, number, rest);
}

static void show(struct request *r, struct view_node *v, struct form *form, enum keyring_purpose side, int status, struct response *out)
{
    int64_t id;
    if (!file_id(r, &id)) {
        response_missing(out);
        return;
    }
    kit_form(form, v);
    view_set(view_child(v, "Case"), "number", case_number(r, request_segment(r, "case")));
    view_set(v, "Act_url", back_to(r, side, mem_printf(request_mem(r), "/file/%lld", (long long)id)));
    staff_title(r, v, "Case.file_title", back_to(r, side, ""));
    response_page_status(out, status, "case_file");
}

static void open_form(struct request *r, struct view_node *v, enum keyring_purpose side, struct response *out)
{
    show(r, v, form_new(r, fields, 1), side, 200, out);
}

static void hand_over(struct request *r, struct view_node *v, enum keyring_purpose side, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct moderate_original file;
    const char *number = request_segment(r, "case");
    int64_t id;
    struct form *form = form_new(r, fields, 1);
    if (!file_id(r, &id)) {
        response_missing(out);
        return;
    }
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    if (form_ok(form) && moderate_original(request_mem(r), staff_db(), staff_session(r), number, id, side, form_text(form, "why"), &file, &f)) {
        /* The name is ours: the file's own may say more than a folder of downloads should. */
        char *name = mem_printf(request_mem(r), "%s-%lld.%s", case_number(r, number), (long long)id, file.kind);
        response_file(out, type_of(file.kind), name, file.bytes, file.len);
        return;
    }
    int status = case_refused(r, v, form, &f, side, out);
    if (status == 409)
        response_fail(out, &f);
    else if (status)
        show(r, v, form, side, status, out);
}

void case_file_page(struct request *r, struct view_node *v, struct response *out) { open_form(r, v, KEYRING_CASE, out); }
void case_file_go_page(struct request *r, struct view_node *v, struct response *out) { hand_over(r, v, KEYRING_CASE, out); }
void identity_file_page(struct request *r, struct view_node *v, struct response *out) { open_form(r, v, KEYRING_IDENTITY, out); }
void identity_file_go_page(struct request *r, struct view_node *v, struct response *out) { hand_over(r, v, KEYRING_IDENTITY, out); }
