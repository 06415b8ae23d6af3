/* keys: one who holds an office key hands it to an officer whose roles need it. */
#include <string.h>

#include "keyring.h"
#include "officer_page.h"

static const struct { const char *word; enum keyring_purpose purpose; } kinds[] = { { "case", KEYRING_CASE }, { "identity", KEYRING_IDENTITY } };
#define KINDS (sizeof kinds / sizeof kinds[0])

static const char *key_name(struct request *r, size_t kind)
{
    return kit_word(r, mem_printf(request_mem(r), "Staff.Key.%s", keyring_word(kinds[kind].purpose)));
}

static char *key_url(struct request *r, size_t kind, int64_t officer_id)
{
    return mem_printf(request_mem(r), "/keys/%s/%lld", kinds[kind].word, (long long)officer_id);
}

static bool show_kind(struct request *r, struct view_node *v, size_t kind, struct fail *f)
{
    struct officer_row *waiting;
    size_t count;
    bool mine = false;
    if (!keyring_has(staff_db(), request_who(r)->id, kinds[kind].purpose, &mine, f) ||
        !keyring_waiting(request_mem(r), staff_db(), kinds[kind].purpose, &waiting, &count, f))
        return false;
    struct view_node *n = view_row(v, "Keys");
    view_set(n, "name", key_name(r, kind));
    view_set_flag(n, "mine", mine);
    for (size_t i = 0; i < count; i++) {
        if (waiting[i].id == request_who(r)->id)
            continue;
        struct view_node *w = view_row(n, "Waiting");
        officer_show(r, w, &waiting[i]);
        if (mine)
            view_set(w, "give_url", key_url(r, kind, waiting[i].id));
    }
    return true;
}

void keys_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    if (!staff_banner(r, v, out))
        return;
    for (size_t i = 0; i < KINDS; i++)
        if (keyring_fits(kinds[i].purpose, request_who(r)->roles) && !show_kind(r, v, i, &f)) {
            response_fail(out, &f);
            return;
        }
    staff_title(r, v, "Keys.title", "/");
    response_page(out, "keys");
}

/* Key and officer of the path; false with an answer. */
static bool read_path(struct request *r, size_t *kind, struct officer_row *o, struct response *out)
{
    for (*kind = 0; *kind < KINDS; ++*kind)
        if (strcmp(request_segment(r, "purpose"), kinds[*kind].word) == 0)
            return officer_of_path(r, o, out);
    response_missing(out);
    return false;
}

void key_page(struct request *r, struct view_node *v, struct response *out)
{
    struct officer_row o;
    size_t kind;
    if (!read_path(r, &kind, &o, out))
        return;
    struct view_node *n = view_child(v, "Key");
    view_set(n, "name", key_name(r, kind));
    view_set(n, "give_url", key_url(r, kind, o.id));
    officer_show(r, view_child(v, "Officer"), &o);
    staff_title(r, v, "Keys.give_title", "/keys");
    response_page(out, "key");
}

void key_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct officer_row o;
    size_t kind;
    (void)v;
    if (!staff_read_nothing(r, out) || !read_path(r, &kind, &o, out))
        return;
    if (keyring_grant(staff_db(), staff_session(r), kinds[kind].purpose, o.id, &f))
        response_redirect(out, "/keys?done=key");
    else
        response_fail(out, &f);
}
