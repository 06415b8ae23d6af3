/* resets: a new password for one who lost his: asked for by one officer, agreed to by another. */
#include "enrol.h"
#include "officer_page.h"
#include "officer_pass.h"

void reset_ask_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    int64_t id;
    (void)v;
    if (!staff_read_nothing(r, out) || !staff_id(r, "officer", &id, out))
        return;
    if (enrol_reset_ask(staff_db(), staff_session(r), id, &f))
        response_redirect(out, "/officers?done=reset_asked");
    else
        response_fail(out, &f);
}

/* The reset of the path, if it still waits; false with an answer. */
static bool waiting(struct request *r, struct officer_pass_row *pass, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct officer_pass_row *all;
    size_t count;
    int64_t id;
    if (!staff_id(r, "pass", &id, out))
        return false;
    bool ok = officer_pass_waiting(request_mem(r), staff_db(), &all, &count, &f);
    for (size_t i = 0; ok && i < count; i++) {
        *pass = all[i];
        if (pass->id == id)
            return true;
    }
    if (ok)
        fail_set(&f, FAIL_CONFLICT, "reset_agree", "pass %lld does not wait", (long long)id);
    response_fail(out, &f);
    return false;
}

void reset_agree_page(struct request *r, struct view_node *v, struct response *out)
{
    struct officer_pass_row pass;
    struct view_node *n = view_child(v, "Reset");
    if (!waiting(r, &pass, out))
        return;
    view_set(n, "name", pass.name);
    view_set(n, "login", pass.login);
    view_set(n, "asked_by", pass.asked_by);
    if (pass.asked_by_id != request_who(r)->id && pass.officer_id != request_who(r)->id)
        view_set(n, "agree_url", mem_printf(request_mem(r), "/resets/%lld", (long long)pass.id));
    staff_title(r, v, "Officers.agree_title", "/officers");
    response_page(out, "reset_agree");
}

void reset_agree_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct officer_pass_row pass;
    struct officer_row o;
    char *code;
    if (!staff_read_nothing(r, out) || !waiting(r, &pass, out))
        return;
    if (officer_get(request_mem(r), staff_db(), pass.officer_id, &o, &f) &&
        enrol_reset_agree(request_mem(r), staff_db(), staff_session(r), pass.id, &code, &f))
        officer_show_code(r, v, &o, code, true, out);
    else
        response_fail(out, &f);
}
