/* main: the program of the officers: what web and kit ask of it. */
#include <string.h>

#include "conf.h"
#include "db.h"
#include "file_key.h"
#include "fonts.h"
#include "kit_rate.h"
#include "log.h"
#include "publish.h"
#include "staff_page.h"

static struct db *handle;
static unsigned char form_key[SECRET_KEY];

struct db *staff_db(void) { return handle; }
const unsigned char *staff_form_key(void) { return form_key; }
const struct login_session *staff_session(const struct request *r) { return request_who(r)->session; }

bool staff_opens(const struct request *r, const char *path)
{
    const struct web_who *w = request_who(r);
    for (size_t i = 0; w->signed_in && i < staff_route_count; i++)
        if (strcmp(staff_routes[i].path, path) == 0)
            return staff_routes[i].role == WEB_ROLE_ANY || (staff_routes[i].role & w->roles) != 0;
    return false;
}

/* What the head offers. A row shows when the table opens its page to the officer. */
static const struct { const char *path, *word; } menu[] = {
    { "/notices", "notices" }, { "/unions", "unions" }, { "/inbox", "inbox" }, { "/candidates", "candidates" }, { "/register", "register" },
    { "/identity", "identity" }, { "/outbox", "outbox" }, { "/tasks", "tasks" }, { "/templates", "messages" }, { "/recusals", "recusals" },
    { "/officers", "officers" }, { "/audit", "audit" },
};

/* "/notices" is where one is on "/notices" and on "/notices/7". */
static bool is_here(const struct request *r, const char *path)
{
    size_t n = strlen(path);
    return strncmp(request_path(r), path, n) == 0 && (request_path(r)[n] == '\0' || request_path(r)[n] == '/');
}

static void frame(struct request *r, struct view_node *v)
{
    struct view_node *nav = view_child(v, "Nav");
    view_set(nav, "home_url", "/");
    if (!request_who(r)->signed_in)
        return;
    view_set_flag(v, "Wide", true);
    for (size_t i = 0; i < sizeof menu / sizeof menu[0]; i++) {
        if (!staff_opens(r, menu[i].path))
            continue;
        struct view_node *item = view_row(nav, "menu");
        view_set(item, "url", menu[i].path);
        view_set(item, "text", kit_word(r, mem_printf(request_mem(r), "Staff.Nav.%s", menu[i].word)));
        view_set_flag(item, "here", is_here(r, menu[i].path));
    }
    view_set(nav, "account_url", "/account");
    view_set(nav, "sign_out_url", "/sign-out");
}

/* A house without fonts makes no papers; it can publish all the same. */
static uint32_t glyph_missing(const char *text)
{
    struct fail f = { .kind = FAIL_NONE };
    if (fonts_open(&f))
        return fonts_missing(text);
    log_line(LOG_WARNING, "no paper can be printed: %s", f.detail);
    return 0;
}

static void start(struct mem *m)
{
    struct fail f = { .kind = FAIL_NONE };
    if (!file_key(FILE_KEY_FORM, form_key, &f))
        log_die("form.key: %s", f.detail);
    handle = db_new(m, DB_STAFF);
    kit_open(m, "staff", frame);
    publish_use_glyphs(glyph_missing);
}

static bool who(struct request *r, const char *token, struct web_who *out, struct fail *f)
{
    struct login_session *s = mem_alloc(request_mem(r), sizeof *s);
    if (!token)
        return true;
    if (!login_who(request_mem(r), handle, token, s, f))
        return false;
    *out = (struct web_who){ .signed_in = true, .fresh = s->fresh, .id = s->officer_id, .roles = s->roles, .name = s->name,
                             .csrf = s->csrf, .session = s };
    return true;
}

static bool allow(struct request *r, enum web_rate rate, struct fail *f) { return kit_rate_pass(r, handle, "staff", rate, f); }

static bool healthy(struct request *r)
{
    (void)r;
    return db_alive(handle);
}

int main(int argc, char **argv)
{
    const struct web_program program = {
        .name = "staff", .cookie = "gs-staff", .routes = staff_routes, .route_count = staff_route_count, .open = start, .who = who,
        .allow = allow, .come_in = come_in_page, .page_data = kit_page_data, .page_error = kit_page_error, .page_render = kit_page_render, .healthy = healthy,
    };
    return web_main(&program, argc, argv);
}
