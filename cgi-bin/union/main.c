/* union: the program of nominating unions: signing for letters and answering requests. */
#include "clock.h"
#include "conf.h"
#include "db.h"
#include "file_key.h"
#include "kit_rate.h"
#include "log.h"
#include "union.h"

#include <string.h>

static struct db *handle;
static unsigned char form_key[SECRET_KEY];

struct db *union_db(void)
{
    return handle;
}

const unsigned char *union_form_key(void)
{
    return form_key;
}

const struct union_session_row *union_session(const struct request *r)
{
    return request_who(r)->session;
}

static void frame(struct request *r, struct view_node *v)
{
    struct view_node *nav = view_child(v, "Nav");
    view_set(nav, "home_url", "/");
    if (request_who(r)->signed_in)
        view_set(nav, "sign_out_url", "/sign-out");
}

static void start(struct mem *m)
{
    struct fail f = { .kind = FAIL_NONE };
    if (!file_key(FILE_KEY_FORM, form_key, &f))
        log_die("form.key: %s", f.detail);
    handle = db_new(m, DB_UNION);
    kit_open(m, "union", frame);
}

static bool who(struct request *r, const char *token, struct web_who *out, struct fail *f)
{
    struct union_session_row *row = mem_alloc(request_mem(r), sizeof *row);
    if (!token)
        return true;
    if (!union_login_who(request_mem(r), handle, token, row, f)) {
        bool known = f->kind == FAIL_FORBIDDEN;
        if (known)
            *f = (struct fail){ .kind = FAIL_NONE };
        return known;
    }
    *out = (struct web_who){ .signed_in = true, .id = row->contact_id, .union_id = row->union_id, .name = row->union_name,
                             .csrf = row->csrf, .session = row };
    return true;
}

static bool allow(struct request *r, enum web_rate rate, struct fail *f) { return kit_rate_pass(r, handle, "union", rate, f); }

static bool healthy(struct request *r)
{
    (void)r;
    return db_alive(handle);
}

int main(int argc, char **argv)
{
    const struct web_program program = {
        .name = "union", .cookie = "gs-union", .routes = union_routes, .route_count = union_route_count, .open = start, .who = who,
        .allow = allow, .come_in = come_in_page, .page_data = kit_page_data, .page_error = kit_page_error, .page_render = kit_page_render, .healthy = healthy,
    };
    return web_main(&program, argc, argv);
}
