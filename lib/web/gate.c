/* gate: what stands between a request and its page: the columns of its route row, checked in one order for every page: source rate,
 * where the form came from, body, session, role, freshness, form token. */
#include <string.h>

#include "secret.h"
#include "web_private.h"

static bool refuse(struct response *out, enum fail_kind kind, const char *code, const char *detail)
{
    struct fail f = { 0 };
    fail_set(&f, kind, code, "%s", detail);
    response_fail(out, &f);
    return false;
}

/* A form of staff and unions must come from an own page. A browser without Sec-Fetch-Site still sends Origin. */
static bool comes_from_here(const struct request *r, struct fail *f)
{
    const char *origin = request_header(r, "HTTP_ORIGIN"), *site = request_header(r, "HTTP_SEC_FETCH_SITE");
    if (origin == NULL || strcmp(origin, r->origin) != 0)
        return fail_set(f, FAIL_FORBIDDEN, "foreign_form", "Origin is missing or another");
    if (site != NULL && strcmp(site, "same-origin") != 0)
        return fail_set(f, FAIL_FORBIDDEN, "foreign_form", "Sec-Fetch-Site is not same-origin");
    return true;
}

/* What a page of another origin made the browser ask for is asked by nobody. A host beside ours ("same-site") is another origin, though
 * SameSite=Strict lets its cookie through. "none" is the person himself: a typed address, a bookmark. */
static bool sent_from_elsewhere(const struct request *r)
{
    const char *site = request_header(r, "HTTP_SEC_FETCH_SITE");
    return site != NULL && strcmp(site, "same-origin") != 0 && strcmp(site, "none") != 0;
}

static bool find_who(struct request *r, struct response *out)
{
    struct fail f = { 0 };
    if (r->program->cookie == NULL || sent_from_elsewhere(r))
        return true;
    const char *token = request_cookie(r, request_cookie_name(r, r->program->cookie));
    if (token == NULL || r->program->who(r, token, &r->who, &f))
        return true;
    if (f.kind == FAIL_FORBIDDEN) /* an old cookie is nobody's */
        return true;
    response_fail(out, &f);
    return false;
}

static bool ask_to_come_in(struct request *r, struct response *out, const char *page, const char *code)
{
    if (r->route->method == WEB_GET) {
        const char *next = mem_printf(r->mem, "%s?next=%s", page, request_query_value(r->mem, r->path));
        response_redirect(out, strcmp(r->path, "/") == 0 ? page : next);
        return false;
    }
    /* A form of ours, as comes_from_here has seen; its token may be of a session that ended. */
    if (r->program->come_in == NULL || !request_own_form(r, r->path) || request_posted(r) == NULL)
        return refuse(out, FAIL_FORBIDDEN, code, "no session, or one that is not fresh");
    r->page = r->program->come_in;
    return true;
}

static bool login_gate(struct request *r, struct response *out)
{
    if (r->route->login == WEB_ANYBODY)
        return true;
    if (!r->who.signed_in)
        return ask_to_come_in(r, out, "/sign-in", "sign_in_first");
    if (r->route->role != WEB_ROLE_ANY && (r->route->role & r->who.roles) == 0)
        return refuse(out, FAIL_FORBIDDEN, "not_your_role", "role");
    if (r->route->login == WEB_FRESH && !r->who.fresh)
        return ask_to_come_in(r, out, "/refresh", "refresh_first");
    return true;
}

bool gate_csrf(struct request *r, const char *value, size_t n, struct fail *f)
{
    size_t wanted = r->who.csrf != NULL ? strlen(r->who.csrf) : 0;
    if (wanted == 0 || n != wanted || !secret_equal(value, r->who.csrf, n))
        return fail_set(f, FAIL_FORBIDDEN, "old_form", "form token");
    r->csrf_seen = true;
    return true;
}

static bool csrf_gate(struct request *r, struct response *out)
{
    struct fail f = { 0 };
    if (r->route->csrf != WEB_CSRF_SESSION || r->route->limit == WEB_BODY_FILE || r->page != r->route->page)
        return true; /* of a multipart body the token is checked before its first file, in form.c */
    for (size_t i = 0; i < r->body.count; i++)
        if (strcmp(r->body.items[i].name, "csrf") == 0) {
            if (gate_csrf(r, r->body.items[i].value, r->body.items[i].len, &f))
                return true;
            response_fail(out, &f);
            return false;
        }
    return refuse(out, FAIL_FORBIDDEN, "old_form", "no form token");
}

bool gate_pass(struct request *r, struct response *out)
{
    struct fail f = { 0 };
    bool counted = r->route->rate != WEB_RATE_READ && r->program->allow != NULL;
    r->page = r->route->page;
    bool own = r->route->csrf == WEB_CSRF_SESSION || r->route->csrf == WEB_CSRF_ORIGIN;
    if ((counted && !r->program->allow(r, r->route->rate, &f)) || (own && !comes_from_here(r, &f)) || !request_read_body(r, &f)) {
        response_fail(out, &f);
        return false;
    }
    return find_who(r, out) && login_gate(r, out) && csrf_gate(r, out);
}
