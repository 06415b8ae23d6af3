/* letter: the list of a union's letters, one letter, and signing for it. Whoever is not signed in sees the sign-in form instead. */
#include <string.h>

#include "conf.h"
#include "union.h"

char *union_letter_url(struct request *r, const char *slug, const char *rest)
{
    return mem_printf(request_mem(r), "/letter/%s%s", slug, rest);
}

void union_show_letter(struct request *r, struct view_node *n, const struct letter *l)
{
    bool assist = l->assist_id != 0;
    view_set(n, "title", assist ? kit_word(r, "Union.assist_title") : l->title);
    view_set(n, "own_url", union_letter_url(r, l->slug, ""));
    view_set(n, "sent", kit_time(r, l->created_at));
    view_set_flag(n, "assist", assist);
    if (l->signed_at)
        view_set(n, "signed_at", kit_time(r, l->signed_at));
    if (l->due_at)
        view_set(n, "due", kit_closing(r, l->due_at));
    if (l->replied_at)
        view_set(n, "replied", kit_time(r, l->replied_at));
    view_set_flag(n, "to_sign", !l->signed_at);
    view_set_flag(n, "to_answer", assist && l->signed_at && !l->replied_at);
}

void home_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct letter *all;
    size_t count;
    view_set(v, "Title", kit_word(r, "Union.home_title"));
    if (!request_who(r)->signed_in) {
        response_page(out, "closed");
        return;
    }
    if (!letter_list(request_mem(r), union_db(), union_session(r)->union_id, &all, &count, &f)) {
        response_fail(out, &f);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        bool sign = !all[i].signed_at, answer = all[i].assist_id && all[i].signed_at && !all[i].replied_at;
        union_show_letter(r, view_row(v, sign ? "ToSign" : answer ? "ToAnswer" : "Done"), &all[i]);
    }
    response_page(out, "home");
}

static bool show_sign_in(struct request *r, struct view_node *v, struct form *form, int status, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct union_login_way *ways;
    size_t count;
    instant now;
    const char *slug = request_segment(r, "letter");
    if (!union_login_ways(request_mem(r), union_db(), slug, &ways, &count, &f) || !db_now(union_db(), &now, &f)) {
        response_fail(out, &f);
        return false;
    }
    if (form)
        kit_form(form, v);
    for (size_t i = 0; i < count; i++) {
        struct view_node *n = view_row(v, "Ways");
        view_set(n, "word", ways[i].word);
        view_set(n, "masked", ways[i].masked);
        view_set_flag(n, "first", i == 0);
        view_set_flag(n, "email", ways[i].email);
        view_set_flag(n, "backup", strncmp(ways[i].word, "BACKUP", 6) == 0);
    }
    view_set(v, "Token", token_make(request_mem(r), union_form_key(), UNION_CODE, now));
    view_set(v, "Title", kit_word(r, "Union.sign_in_title"));
    view_set(v, "Ask_url", union_letter_url(r, slug, "/code"));
    response_page_status(out, status, "sign_in");
    return true;
}

void letter_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct letter l;
    const char *slug = request_segment(r, "letter");
    if (!request_who(r)->signed_in) {
        show_sign_in(r, v, NULL, 200, out);
        return;
    }
    if (!letter_read(request_mem(r), union_db(), slug, union_session(r)->union_id, &l, &f)) {
        response_fail(out, &f);
        return;
    }
    struct view_node *n = view_child(v, "Letter");
    union_show_letter(r, n, &l);
    view_set(v, "Title", l.assist_id ? kit_word(r, "Union.assist_title") : l.title);
    view_set(view_child(v, "Back"), "url", "/");
    view_set(n, "sign_url", union_letter_url(r, slug, "/sign"));
    view_set(n, "answer_url", union_letter_url(r, slug, "/answer"));
    if (l.assist_id) {
        view_set(n, "abstract", l.abstract);
        view_set(n, "rule", l.due_rule);
    } else {
        struct letter_person *people;
        size_t count;
        if (!letter_people(request_mem(r), union_db(), l.version_id, union_session(r)->union_id, &people, &count, &f)) {
            response_fail(out, &f);
            return;
        }
        view_set(n, "notice_url", mem_printf(request_mem(r), "%s/notice/%s", conf_text("origin.public"), l.notice));
        for (size_t i = 0; i < count; i++) {
            struct view_node *p = view_row(v, "People");
            view_set(p, "name", people[i].name);
            view_set(p, "employer", people[i].employer);
        }
    }
    response_page(out, "letter");
}

void sign_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    const char *slug = request_segment(r, "letter");
    struct form *form = form_new(r, NULL, 0);
    (void)v;
    if (!form_read(form, &f) || !union_work_sign(union_db(), union_session(r), slug, &f))
        response_fail(out, &f);
    else
        response_redirect(out, union_letter_url(r, slug, ""));
}

void sign_out_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    (void)v;
    if (!union_login_leave(union_db(), union_session(r), &f)) {
        response_fail(out, &f);
        return;
    }
    response_cookie_clear(out);
    response_redirect(out, "/");
}

/* ---- the one-time code ---- */

static const struct form_field ask_fields[] = {
    { "token", FORM_HIDDEN, true, 20, 200, NULL },
    { "way", FORM_CHOICE, true, 0, 0, "PRIMARY_SMS|PRIMARY_EMAIL|BACKUP_SMS|BACKUP_EMAIL" },
};
static const struct form_field enter_fields[] = {
    { "token", FORM_HIDDEN, true, 20, 200, NULL },
    { "code", FORM_CODE, true, 6, 6, NULL },
};

static bool own_token(const struct form *form, struct token *token, struct fail *f)
{
    return token_read(form_text(form, "token"), union_form_key(), UNION_CODE, token) ||
           fail_set(f, FAIL_INPUT, "form_token", "a form token that is not ours");
}

void code_ask_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct token token;
    const char *slug = request_segment(r, "letter");
    struct form *form = form_new(r, ask_fields, sizeof ask_fields / sizeof ask_fields[0]);
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    bool ok = form_ok(form) && own_token(form, &token, &f) &&
              union_login_ask(request_mem(r), union_db(), slug, form_text(form, "way"), &token, &f);
    if (ok)
        response_redirect(out, mem_printf(request_mem(r), "/letter/%s/code?token=%s", slug, form_text(form, "token")));
    else if (!form_ok(form) || form_take_fail(form, &f))
        show_sign_in(r, v, form, 422, out);
    else
        response_fail(out, &f);
}

static void show_code(struct request *r, struct view_node *v, struct form *form, struct response *out)
{
    const char *slug = request_segment(r, "letter");
    kit_form(form, v);
    view_set(v, "Title", kit_word(r, "Union.code_title"));
    view_set(v, "Enter_url", union_letter_url(r, slug, "/enter"));
    view_set(v, "Again_url", union_letter_url(r, slug, ""));
    response_page_status(out, form_ok(form) ? 200 : 422, "code");
}

void code_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct token token;
    struct form *form = form_new(r, ask_fields, 1);
    if (!form_read_query(form, &f) || !own_token(form, &token, &f)) {
        response_fail(out, &f);
        return;
    }
    struct form *shown = form_new(r, enter_fields, sizeof enter_fields / sizeof enter_fields[0]);
    form_put(shown, "token", form_text(form, "token"));
    show_code(r, v, shown, out);
}

void code_enter_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct token token;
    char *session;
    const char *slug = request_segment(r, "letter");
    struct form *form = form_new(r, enter_fields, sizeof enter_fields / sizeof enter_fields[0]);
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    if (form_ok(form) && own_token(form, &token, &f) &&
        union_login_enter(request_mem(r), union_db(), slug, &token, form_text(form, "code"), &session, &f)) {
        response_cookie(out, session);
        response_redirect(out, union_letter_url(r, slug, ""));
    } else if (!form_ok(form) || form_take_fail(form, &f)) {
        show_code(r, v, form, out);
    } else {
        response_fail(out, &f);
    }
}
