/* posted: what came with a form that met a closed door (no session, or one that is not fresh), packed into one line that the sign-in form
 * carries, and unpacked for the form that goes on with it. */
#include <string.h>

#include "text.h"
#include "web_private.h"

/* A proof is asked for anew; it does not travel in a page. */
static bool is_secret(const char *name)
{
    static const char *const NAMES[] = { "csrf", "password", "old", "digits", "code", "recovery" };
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (strcmp(NAMES[i], name) == 0)
            return true;
    return false;
}

static bool is_text(const struct web_pair *pair)
{
    return text_check(pair->name, strlen(pair->name), false) == TEXT_OK && text_check(pair->value, pair->len, true) == TEXT_OK;
}

const char *request_posted(struct request *r)
{
    struct buf b;
    buf_init(&b, r->mem, WEB_POSTED_MAX);
    for (size_t i = 0; i < r->body.count; i++) {
        const struct web_pair *pair = &r->body.items[i];
        if (is_secret(pair->name))
            continue;
        if (!is_text(pair))
            return NULL;
        if (b.len > 0)
            buf_char(&b, '&');
        buf_text(&b, request_query_value(r->mem, pair->name));
        buf_char(&b, '=');
        buf_text(&b, request_query_value(r->mem, pair->value));
    }
    return b.over ? NULL : b.data != NULL ? b.data : "";
}

bool request_posted_read(struct request *r, const char *posted, struct web_posted **items, size_t *count, struct fail *f)
{
    struct web_pairs pairs;
    if (!request_split(r->mem, posted, strlen(posted), &pairs, f))
        return false;
    *items = mem_array(r->mem, pairs.count + 1, sizeof **items);
    *count = pairs.count;
    for (size_t i = 0; i < pairs.count; i++) {
        const struct web_pair *pair = &pairs.items[i];
        if (is_secret(pair->name) || !is_text(pair))
            return fail_set(f, FAIL_INPUT, "request_broken", "carried field %zu", i);
        (*items)[i] = (struct web_posted){ pair->name, pair->value };
    }
    return true;
}

bool request_own_form(const struct request *r, const char *path)
{
    for (size_t i = 0; i < r->program->route_count; i++) {
        const struct web_route *t = &r->program->routes[i];
        if (t->method == WEB_POST && t->csrf == WEB_CSRF_SESSION && t->limit != WEB_BODY_FILE && route_matches(t->path, path))
            return strpbrk(path, "?#\r\n\\") == NULL;
    }
    return false;
}
