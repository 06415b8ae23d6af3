/* route: the table of a program: checked at start, searched at each request. A path is exact or has "{name}" segments. */
#include <string.h>

#include "buf.h"
#include "log.h"
#include "text.h"
#include "web_private.h"

/* All columns filled, and none that makes another void: what writes is counted and never kept by others (a step of a form without a
 * session writes nothing), a role needs a session, and with a session a form carries its token. */
static bool row_is_whole(const struct web_route *t)
{
    bool get = t->method == WEB_GET, anybody = t->login == WEB_ANYBODY;
    return t->method != WEB_METHOD_UNSET && t->path != NULL && t->path[0] == '/' && t->limit != WEB_LIMIT_UNSET &&
           t->rate != WEB_RATE_UNSET && t->csrf != WEB_CSRF_UNSET && t->login != WEB_LOGIN_UNSET && t->role != 0 &&
           t->cache != WEB_CACHE_UNSET && t->page != NULL && get == (t->limit == WEB_NO_BODY) &&
           get == (t->csrf == WEB_CSRF_SAFE) && (get || t->rate != WEB_RATE_READ || t->csrf == WEB_CSRF_FORM) &&
           (t->cache == WEB_NO_STORE || (get && anybody)) && (!anybody || t->role == WEB_ROLE_ANY) &&
           (get || anybody != (t->csrf == WEB_CSRF_SESSION));
}

/* Each "{name}" fills its segment, and there are not more than can be noted. */
static bool pattern_is_whole(const char *pattern)
{
    size_t named = 0;
    for (const char *p = strchr(pattern, '{'); p != NULL; p = strchr(p, '{')) {
        size_t n = strspn(p + 1, "abcdefghijklmnopqrstuvwxyz_");
        if (p[-1] != '/' || n == 0 || p[n + 1] != '}' || (p[n + 2] != '/' && p[n + 2] != '\0') || ++named > WEB_SEGMENTS_MAX)
            return false;
        p += n + 1;
    }
    return pattern[1] == '\0' || (pattern[strlen(pattern) - 1] != '/' && strpbrk(pattern, "?#%") == NULL);
}

void route_check(const struct web_program *p)
{
    for (size_t i = 0; i < p->route_count; i++) {
        const struct web_route *t = &p->routes[i];
        if (!row_is_whole(t) || !pattern_is_whole(t->path))
            log_die("route %zu (%s) lacks a gate or its gates contradict each other", i, t->path ? t->path : "-");
        for (size_t k = 0; k < i; k++)
            if (p->routes[k].method == t->method && route_matches(p->routes[k].path, t->path))
                log_die("route %s is never reached: %s stands before it", t->path, p->routes[k].path);
        if (t->login != WEB_ANYBODY && p->cookie == NULL)
            log_die("route %s wants a session and the program has none", t->path);
        if (p->cookie != NULL && (t->csrf == WEB_CSRF_FORM || t->cache == WEB_CACHE_PUBLIC))
            log_die("route %s: a program with sessions asks for the origin and is not kept by others", t->path);
    }
}

/* Walks pattern and path together; with `r` the segments are noted. */
static bool match(const char *pattern, const char *path, struct request *r)
{
    while (*pattern != '\0' && *path != '\0') {
        if (*pattern != '{') {
            if (*pattern++ != *path++)
                return false;
            continue;
        }
        size_t name = strcspn(pattern + 1, "}"), value = strcspn(path, "/");
        if (value == 0)
            return false;
        if (r != NULL && r->segment_count < WEB_SEGMENTS_MAX) {
            r->segments[r->segment_count].name = mem_text_n(r->mem, pattern + 1, name);
            r->segments[r->segment_count++].value = mem_text_n(r->mem, path, value);
        }
        pattern += name + 2;
        path += value;
    }
    return *pattern == '\0' && *path == '\0';
}

bool route_matches(const char *pattern, const char *path)
{
    return match(pattern, path, NULL);
}

const struct web_route *route_find(struct request *r, const char **allow)
{
    bool get = strcmp(r->method, "GET") == 0 || r->head, post = strcmp(r->method, "POST") == 0;
    bool has_get = false, has_post = false;
    for (size_t i = 0; i < r->program->route_count; i++) {
        const struct web_route *t = &r->program->routes[i];
        if (!match(t->path, r->path, NULL))
            continue;
        has_get |= t->method == WEB_GET;
        has_post |= t->method == WEB_POST;
        if ((t->method == WEB_GET && get) || (t->method == WEB_POST && post)) {
            match(t->path, r->path, r);
            return t;
        }
    }
    *allow = has_get && has_post ? "GET, HEAD, POST" : has_get ? "GET, HEAD" : has_post ? "POST" : NULL;
    return NULL;
}

bool request_own_path(const struct request *r, const char *path)
{
    size_t n = strcspn(path, "?#");
    if (n > 200 || text_check(path, strlen(path), false) != TEXT_OK)
        return false;
    const char *bare = mem_text_n(r->mem, path, n);
    for (size_t i = 0; i < r->program->route_count; i++)
        if (r->program->routes[i].method == WEB_GET && route_matches(r->program->routes[i].path, bare))
            return true;
    return false;
}
