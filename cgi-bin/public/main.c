/* main: the citizens' program: reading notices, objecting, following an objection. */
#include <stdarg.h>
#include <string.h>

#include "conf.h"
#include "document.h"
#include "file_key.h"
#include "kit_rate.h"
#include "known.h"
#include "log.h"
#include "public.h"
#include "ready.h"
#include "site.h"

static struct db *handle;
static unsigned char form_key[SECRET_KEY], tag_key[SECRET_KEY];

struct db *public_db(void) { return handle; }
const unsigned char *public_form_key(void) { return form_key; }
const unsigned char *public_tag_key(void) { return tag_key; }

char *public_url(struct request *r, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    char *path = mem_vprintf(request_mem(r), format, ap);
    va_end(ap);
    /* "/" of a face is the face itself: "/en", not "/en/". */
    const char *face = request_face(r);
    return mem_printf(request_mem(r), "%s%s", face, face[0] != '\0' && strcmp(path, "/") == 0 ? "" : path);
}

char *public_other(struct request *r, bool language, bool size, const char *path)
{
    bool english = (strcmp(request_lang(r), "en") == 0) != language, large = request_large(r) != size;
    char *url = mem_printf(request_mem(r), "%s%s%s", english ? "/en" : "", large ? "/large" : "", strcmp(path, "/") == 0 ? "" : path);
    return url[0] != '\0' ? url : mem_text(request_mem(r), "/");
}

/* The same page in the other language and the other size. A form that is being filled in stays in its own: see object_show.c. */
void public_faces(struct request *r, struct view_node *nav, const char *query)
{
    view_set(nav, "other_url", mem_printf(request_mem(r), "%s%s", public_other(r, true, false, request_path(r)), query));
    view_set(nav, "size_url", mem_printf(request_mem(r), "%s%s", public_other(r, false, true, request_path(r)), query));
}

static void frame(struct request *r, struct view_node *v)
{
    struct view_node *nav = view_child(v, "Nav");
    view_set(nav, "home_url", public_url(r, "/"));
    view_set(nav, "track_url", public_url(r, "/track"));
    view_set(nav, "about_url", public_url(r, "/about"));
    view_set(nav, "deadline_url", public_url(r, "/deadline"));
    view_set(nav, "privacy_url", public_url(r, "/privacy"));
    view_set(nav, "accessibility_url", public_url(r, "/accessibility"));
    view_set(nav, "contact_url", public_url(r, "/contact"));
    view_set(nav, "feed_url", public_url(r, "/feed.atom"));
    view_set(nav, "api_url", public_url(r, "/api"));
    view_set(nav, "map_url", public_url(r, "/map"));
    public_faces(r, nav, "");
    site_put(r, view_child(v, "Footer"));
    view_set_flag(v, "Large", request_large(r));
}

static void start(struct mem *m)
{
    struct fail f = { .kind = FAIL_NONE };
    if (!file_key(FILE_KEY_FORM, form_key, &f) || !file_key(FILE_KEY_TAG, tag_key, &f))
        log_die("form.key or tag.key: %s", f.detail);
    handle = db_new(m, DB_PUBLIC);
    kit_open(m, "public", frame);
    ready_open(m);
    known_open(m);
    document_open(m);
}

static bool allow(struct request *r, enum web_rate rate, struct fail *f)
{
    /* Without the database the page itself says so, and keeps what was typed. */
    return kit_rate_pass(r, handle, "public", rate, f) || f->kind == FAIL_UNAVAILABLE;
}

static bool healthy(struct request *r)
{
    (void)r;
    return db_alive(handle);
}

int main(int argc, char **argv)
{
    const struct web_program program = {
        .name = "public", .languages = true, .form_cookie = "gs-form", .routes = public_routes, .route_count = public_route_count, .open = start,
        .allow = allow, .page_data = kit_page_data, .page_error = kit_page_error, .page_render = kit_page_render, .healthy = healthy,
    };
    return web_main(&program, argc, argv);
}
