/* kit: see kit.h. Opens the view of a program and makes the data that every page has. */
#include "kit.h"

#include <dirent.h>
#include <string.h>

#include "conf.h"
#include "file.h"
#include "log.h"
#include "secret.h"
#include "staff.h"

enum { ASSET_MAX = 1024 * 1024, ASSETS = 16 };

static struct view *view;
static void (*frame)(struct request *r, struct view_node *v);
static struct { const char *name, *url; } assets[ASSETS];
static size_t asset_count;

/* "gongshi.css" is served as /static/gongshi.<first 8 digits of its sha256sum>.css, so that it may be kept for ever
 * (nginx/static.conf.in). The house's own sheet and script are Asset.css and Asset.js, any other "x.svg" is Asset.x_svg. */
static void add_asset(struct mem *m, const char *folder, const char *file)
{
    struct fail f = { 0 };
    unsigned char hash[32];
    size_t n = 0;
    const char *dot = strrchr(file, '.');
    const char *data = file_read(m, file_path(m, folder, file), ASSET_MAX, &n, &f);
    if (data == NULL || asset_count == ASSETS)
        log_die("asset %s: %s", file, f.detail);
    secret_sha256(hash, data, n);
    char *stem = mem_text_n(m, file, (size_t)(dot - file));
    assets[asset_count].url = mem_printf(m, "/static/%s.%.8s%s", stem, secret_to_hex(m, hash, sizeof hash), dot);
    assets[asset_count++].name = strcmp(stem, "gongshi") == 0 ? mem_text(m, dot + 1) : mem_printf(m, "%s_%s", stem, dot + 1);
}

static bool is_asset(const char *name)
{
    const char *dot = strrchr(name, '.');
    return dot != NULL && dot != name && (strcmp(dot, ".css") == 0 || strcmp(dot, ".js") == 0 || strcmp(dot, ".svg") == 0);
}

static void add_assets(struct mem *m)
{
    const char *folder = conf_text("dir.static");
    DIR *d = opendir(folder);
    if (d == NULL)
        log_die("dir.static %s cannot be read", folder);
    for (struct dirent *e; (e = readdir(d)) != NULL;)
        if (is_asset(e->d_name))
            add_asset(m, folder, e->d_name);
    closedir(d);
}

void kit_open(struct mem *m, const char *program, void (*with_frame)(struct request *r, struct view_node *v))
{
    struct fail f = { 0 };
    view = view_open(m, conf_text("dir.templates"), program, false, &f);
    if (view == NULL)
        log_die("templates: %s", f.detail);
    frame = with_frame;
    add_assets(m);
}

static struct view_node *bare_page(struct request *r)
{
    struct view_node *v = view_top(view_data_new(request_mem(r), view, request_lang(r)));
    struct view_node *asset = view_child(v, "Asset"), *origin = view_child(v, "Origin");
    view_set(v, "Language", request_lang(r));
    view_set(v, "Path", request_path(r));
    for (size_t i = 0; i < asset_count; i++)
        view_set(asset, assets[i].name, assets[i].url);
    view_set(origin, "public", conf_text("origin.public"));
    view_set(origin, "staff", conf_text("origin.staff"));
    view_set(origin, "union", conf_text("origin.union"));
    view_set_flag(v, "Insecure", strncmp(request_origin(r), "http://", 7) == 0);
    return v;
}

static void put_who(struct request *r, struct view_node *v)
{
    const struct web_who *who = request_who(r);
    struct view_node *role = view_child(v, "Role"), *node = view_child(v, "Who");
    if (!who->signed_in)
        return;
    view_set(node, "name", who->name);
    view_set(node, "csrf", who->csrf);
    for (uint32_t bit = 1; bit != 0 && bit < WEB_ROLE_ANY; bit <<= 1)
        if ((who->roles & bit) != 0 && staff_role_word(bit) != NULL)
            view_set(role, staff_role_word(bit), "1");
}

struct view_node *kit_page_data(struct request *r)
{
    struct view_node *v = bare_page(r);
    put_who(r, v);
    if (frame != NULL)
        frame(r, v);
    return v;
}

/* The sentence of a fail's own code, else the general one of its kind. */
static const char *sentence(struct request *r, const struct fail *f)
{
    static const char *const GENERAL[FAIL__MAX] = {
        [FAIL_NONE] = "internal", [FAIL_INPUT] = "request_broken", [FAIL_FORBIDDEN] = "forbidden", [FAIL_MISSING] = "page_missing",
        [FAIL_CONFLICT] = "conflict", [FAIL_TOO_LARGE] = "body_too_large", [FAIL_TYPE] = "body_type", [FAIL_TOO_MANY] = "too_many",
        [FAIL_UNAVAILABLE] = "unavailable", [FAIL_UNCERTAIN] = "uncertain", [FAIL_INTERNAL] = "internal",
    };
    const char *own = mem_printf(request_mem(r), "Fail.%s", f->code);
    if (view_word(view, request_lang(r), own) != NULL)
        return kit_say(r, own, kit_number(r, f->number), NULL);
    return kit_word(r, mem_printf(request_mem(r), "Fail.%s", GENERAL[f->kind]));
}

struct view_node *kit_page_error(struct request *r, const struct fail *f, int status)
{
    struct view_node *v = bare_page(r), *error = view_child(v, "Error");
    put_who(r, v);
    if (frame != NULL)
        frame(r, v);
    const char *title = view_word(view, request_lang(r), mem_printf(request_mem(r), "Error.title_%d", status));
    if (title == NULL)
        title = kit_word(r, "Error.title_other");
    view_set_number(error, "status", status);
    view_set(error, "title", title);
    view_set(error, "text", sentence(r, f));
    view_set(error, "id", request_id(r));
    view_set(v, "Title", title);
    return v;
}

bool kit_page_render(struct request *r, struct view_node *v, const char *stem, struct buf *out, struct fail *f)
{
    return view_render_node(view, stem, v, request_lang(r), out, f);
}

const char *kit_word(struct request *r, const char *key)
{
    const char *text = view_word(view, request_lang(r), key);
    if (text == NULL)
        text = view_word(view, "zh-CN", key);
    return text != NULL ? text : key;
}
