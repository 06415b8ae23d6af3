/* sign_in: a contact of a union comes in by a one-time code sent to him, and goes. A form that met the closed door is carried through: `to`
 * is where it was going and `posted` what it held, and the page go_on sends it there after all. */
#include <string.h>

#include "conf.h"
#include "union.h"

#define COUNT(list) (sizeof(list) / sizeof(list)[0])
#define ONWARD { "to", FORM_LINE, false, 0, 300, NULL }, { "posted", FORM_LINE, false, 0, WEB_POSTED_MAX, NULL }

static const struct form_field ask_fields[] = {
    { "token", FORM_HIDDEN, true, 20, 200, NULL },
    { "way", FORM_CHOICE, true, 0, 0, "PRIMARY_SMS|PRIMARY_EMAIL|BACKUP_SMS|BACKUP_EMAIL" },
    ONWARD,
};
static const struct form_field enter_fields[] = {
    { "token", FORM_HIDDEN, true, 20, 200, NULL },
    { "code", FORM_CODE, true, 6, 6, NULL },
    ONWARD,
};
static const struct form_field next_fields[] = { { "next", FORM_LINE, false, 0, 300, NULL } };

static bool own_token(const struct form *form, struct token *token, struct fail *f)
{
    return token_read(form_text(form, "token"), union_form_key(), UNION_CODE, token) ||
           fail_set(f, FAIL_INPUT, "form_token", "a form token that is not ours");
}

static void show_ways(struct view_node *v, const struct union_login_way *ways, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct view_node *n = view_row(v, "Ways");
        view_set(n, "word", ways[i].word);
        view_set(n, "masked", ways[i].masked);
        view_set_flag(n, "first", i == 0);
        view_set_flag(n, "email", ways[i].email);
        view_set_flag(n, "backup", strncmp(ways[i].word, "BACKUP", 6) == 0);
    }
}

void union_show_sign_in(struct request *r, struct view_node *v, struct form *form, int status, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct union_login_way *ways;
    size_t count;
    instant now;
    const char *slug = request_segment(r, "letter");
    if (!union_login_ways(request_mem(r), union_db(), slug, &ways, &count, &f) || !db_now(union_db(), &now, &f)) {
        response_fail(out, &f);
        return;
    }
    if (form) {
        kit_form(form, v);
        view_set_flag(v, "Carried", *form_text(form, "to") != '\0');
    }
    show_ways(v, ways, count);
    view_set(v, "Token", token_make(request_mem(r), union_form_key(), UNION_CODE, now));
    view_set(v, "Phone", conf_text("site.phone"));
    view_set(v, "Title", kit_word(r, "Union.sign_in_title"));
    view_set(v, "Ask_url", union_letter_url(r, slug, "/code"));
    response_page_status(out, status, "sign_in");
}

/* Pages without a letter have no sign-in of their own: whoever comes from a letter's page goes to that letter. */
void sign_in_page(struct request *r, struct view_node *v, struct response *out)
{
    static const char place[] = "/letter/";
    struct fail f = { .kind = FAIL_NONE };
    struct form *form = form_new(r, next_fields, 1);
    (void)v;
    if (!form_read_query(form, &f)) {
        response_fail(out, &f);
        return;
    }
    const char *next = form_text(form, "next"), *slug = next + sizeof place - 1;
    if (strncmp(next, place, sizeof place - 1) == 0 && request_own_path(r, next))
        response_redirect(out, union_letter_url(r, mem_text_n(request_mem(r), slug, strcspn(slug, "/?#")), ""));
    else
        response_redirect(out, "/");
}

void come_in_page(struct request *r, struct view_node *v, struct response *out)
{
    struct form *form = form_new(r, ask_fields, COUNT(ask_fields));
    if (strcmp(request_path(r), "/sign-out") == 0) {
        response_cookie_clear(out);
        response_redirect(out, "/");
        return;
    }
    form_put(form, "to", request_path(r));
    form_put(form, "posted", request_posted(r));
    union_show_sign_in(r, v, form, 403, out);
}

/* ---- the one-time code ---- */

static void show_code(struct request *r, struct view_node *v, struct form *form, struct response *out)
{
    const char *slug = request_segment(r, "letter");
    kit_form(form, v);
    view_set(v, "Title", kit_word(r, "Union.code_title"));
    view_set(v, "Enter_url", union_letter_url(r, slug, "/enter"));
    view_set(v, "Again_url", union_letter_url(r, slug, ""));
    response_page_status(out, form_ok(form) ? 200 : 422, "code");
}

/* The answer to the form that asked: what ties the code to this browser stands in no address. Loaded again, it sends no second code. */
static void on_to_code(struct request *r, struct view_node *v, const struct form *asked, bool stands, struct response *out)
{
    struct form *form = form_new(r, enter_fields, COUNT(enter_fields));
    form_put(form, "token", form_text(asked, "token"));
    form_put(form, "to", form_text(asked, "to"));
    form_put(form, "posted", form_text(asked, "posted"));
    view_set_flag(v, "Stands", stands);
    show_code(r, v, form, out);
}

void code_ask_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct token token;
    bool stands = false;
    struct union_login_in in = { request_segment(r, "letter"), &token, request_address(r) };
    struct form *form = form_new(r, ask_fields, COUNT(ask_fields));
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    bool ok = form_ok(form) && own_token(form, &token, &f) &&
              union_login_ask(request_mem(r), union_db(), &in, form_text(form, "way"), &stands, &f);
    if (ok)
        on_to_code(r, v, form, stands, out);
    else if (!form_ok(form) || form_take_fail(form, &f))
        union_show_sign_in(r, v, form, 422, out);
    else
        response_fail(out, &f);
}

/* Its address kept or loaded without the form. */
void code_page(struct request *r, struct view_node *v, struct response *out)
{
    (void)v;
    response_redirect(out, union_letter_url(r, request_segment(r, "letter"), ""));
}

/* In: to the letter, or on with the form that had been filled in. */
static void go_on(struct request *r, struct view_node *v, const struct form *form, const char *session, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct union_session_row row;
    response_cookie(out, session);
    if (!kit_carry_on(r, v, form_text(form, "to"), form_text(form, "posted")) ||
        !union_login_who(request_mem(r), union_db(), session, &row, &f)) {
        response_redirect(out, union_letter_url(r, request_segment(r, "letter"), ""));
        return;
    }
    view_set(view_child(v, "Who"), "csrf", row.csrf);
    view_set(v, "Title", kit_word(r, "Carry.title"));
    response_page(out, "go_on");
}

void code_enter_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct token token;
    char *session;
    struct union_login_in in = { request_segment(r, "letter"), &token, request_address(r) };
    struct form *form = form_new(r, enter_fields, COUNT(enter_fields));
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    if (form_ok(form) && own_token(form, &token, &f) &&
        union_login_enter(request_mem(r), union_db(), &in, form_text(form, "code"), &session, &f))
        go_on(r, v, form, session, out);
    else if (!form_ok(form) || form_take_fail(form, &f))
        show_code(r, v, form, out);
    else
        response_fail(out, &f);
}

void sign_out_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct form *form = form_new(r, NULL, 0);
    (void)v;
    if (!form_read(form, &f) || !union_login_leave(union_db(), union_session(r), &f)) {
        response_fail(out, &f);
        return;
    }
    response_cookie_clear(out);
    response_redirect(out, "/");
}
