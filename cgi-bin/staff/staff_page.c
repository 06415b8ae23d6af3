/* staff_page: small things that every page of the officers' program does the same way. */
#include "staff_page.h"

#include "scan.h"

void staff_title(struct request *r, struct view_node *v, const char *word, const char *back)
{
    view_set(v, "Title", kit_word(r, mem_printf(request_mem(r), "Staff.%s", word)));
    view_set(view_child(v, "Back"), "url", back);
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
    const char *key = mem_printf(request_mem(r), "Staff.Done.%s", form_text(form, "done"));
    const char *text = *form_text(form, "done") ? kit_word(r, key) : key;
    if (text != key) /* kit_word gives the key back when no such word is there */
        view_set(v, "Banner", text);
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

bool staff_id(struct request *r, const char *segment, int64_t *id, struct response *out)
{
    if (scan_i64(request_segment(r, segment), 1, INT64_MAX, id))
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
