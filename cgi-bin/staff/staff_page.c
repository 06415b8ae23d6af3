/* staff_page: small things that every page of the officers' program does the same way. */
#include "staff_page.h"

#include "scan.h"

void staff_title(struct request *r, struct view_node *v, const char *word, const char *back)
{
    view_set(v, "Title", kit_word(r, mem_printf(request_mem(r), "Staff.%s", word)));
    view_set(view_child(v, "Back"), "url", back);
}

void staff_said(struct request *r, struct view_node *v, const char *done)
{
    const char *key = mem_printf(request_mem(r), "Staff.Done.%s", done);
    const char *text = *done ? kit_word(r, key) : key;
    if (text != key) /* kit_word gives the key back when no such word is there */
        view_set(v, "Banner", text);
}

bool staff_banner(struct request *r, struct view_node *v, struct response *out)
{
    static const struct form_field fields[] = { { "done", FORM_HIDDEN, false, 0, 24, NULL } };
    struct fail f = { .kind = FAIL_NONE };
    struct form *form = form_new(r, fields, 1);
    if (!form_read_query(form, &f)) {
        response_fail(out, &f);
        return false;
    }
    staff_said(r, v, form_text(form, "done"));
    return true;
}

bool staff_read_nothing(struct request *r, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct form *form = form_new(r, NULL, 0);
    if (form_read(form, &f))
        return true;
    response_fail(out, &f);
    return false;
}

bool staff_number(const char *text, int64_t *out) { return scan_i64(text, 1, INT64_MAX, out); }

bool staff_id(struct request *r, const char *segment, int64_t *id, struct response *out)
{
    if (staff_number(request_segment(r, segment), id))
        return true;
    response_missing(out);
    return false;
}

void staff_show_roles(struct request *r, struct view_node *n, uint32_t roles)
{
    for (uint32_t bit = 1; bit <= STAFF__LAST; bit <<= 1)
        if (roles & bit)
            view_set(view_row(n, "Roles"), "text", kit_word(r, mem_printf(request_mem(r), "Role.%s", staff_role_word(bit))));
}
