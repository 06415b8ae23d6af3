/* view: see view.h. Everything ClearSilver does wrong by default is put right here: the escape mode is set before a template is parsed and
 * in the data of each render; names of files come from a fixed list; a page is handed out only when it is whole. */
#include <ClearSilver.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "log.h"
#include "view.h"

enum { TEMPLATE_MAX = 256 * 1024, PAGES_MAX = 120, LANGUAGES = 2 };

struct page { const char *stem; CSPARSE *cs; HDF *parse; };

struct view {
    struct mem *m;
    const char *root, *folder;
    bool plain;
    struct page pages[PAGES_MAX];
    size_t count;
    HDF *words[LANGUAGES]; /* zh-CN, en */
};

struct view_data { HDF *hdf; const char *lang; };

static const char *const NAMES[LANGUAGES] = { "zh-CN", "en" };

/* Takes a ClearSilver error, frees it, and says it in a fail. */
static bool failed(NEOERR *err, const char *what, struct fail *f)
{
    STRING text;
    if (err == STATUS_OK)
        return false;
    string_init(&text);
    nerr_error_string(err, &text);
    fail_set(f, FAIL_INTERNAL, "internal", "%s: %.160s", what, text.buf != NULL ? text.buf : "?");
    string_clear(&text);
    nerr_ignore(&err);
    return true;
}

static void must(NEOERR *err)
{
    struct fail f = { 0 };
    if (failed(err, "view", &f))
        log_die("%s", f.detail);
}

/* Templates come from the root alone: no absolute path, no "..". Not NERR_NOT_FOUND: of an included part ClearSilver would let that pass. */
static NEOERR *load(void *ctx, HDF *hdf, const char *name, char **out)
{
    struct view *v = ctx;
    struct fail f = { 0 };
    size_t n = 0;
    (void)hdf;
    if (name[0] == '/' || strstr(name, "..") != NULL)
        return nerr_raise(NERR_IO, "template outside the root");
    struct mem *m = mem_new(NULL, "template");
    const char *under = strchr(name, '/') != NULL ? v->root : file_path(m, v->root, v->folder);
    char *text = file_read(m, file_path(m, under, name), TEMPLATE_MAX, &n, &f);
    if (text != NULL && strlen(text) != n)
        fail_set(&f, FAIL_INTERNAL, "internal", "%s holds a NUL", name);
    *out = f.kind == FAIL_NONE ? strdup(text) : NULL;
    mem_free(&m);
    return *out != NULL ? STATUS_OK : nerr_raise(NERR_IO, "%s", f.detail);
}

static bool add_page(struct view *v, const char *file, struct fail *f)
{
    struct page *p = &v->pages[v->count];
    if (v->count == PAGES_MAX)
        log_die("more than %d templates in %s", PAGES_MAX, v->folder);
    p->stem = mem_text_n(v->m, file, strlen(file) - 3);
    must(hdf_init(&p->parse));
    must(hdf_set_value(p->parse, "Config.VarEscapeMode", v->plain ? "none" : "html"));
    v->count++; /* close_view frees what there is of it */
    if (failed(cs_init(&p->cs, p->parse), file, f))
        return false;
    cs_register_fileload(p->cs, v, load);
    if (failed(cs_parse_file(p->cs, file), file, f))
        return false;
    p->cs->hdf = NULL;
    return true;
}

static int is_page(const struct dirent *d)
{
    size_t n = strlen(d->d_name);
    return n > 3 && d->d_name[0] != '_' && d->d_name[0] != '.' && strcmp(d->d_name + n - 3, ".cs") == 0;
}

static int is_words(const struct dirent *d)
{
    size_t n = strlen(d->d_name);
    return n > 4 && d->d_name[0] != '.' && strcmp(d->d_name + n - 4, ".hdf") == 0;
}

/* Calls `use` for each name of a folder that `wanted` takes, in order; frees what scandir made. */
static bool each_file(const char *folder, int (*wanted)(const struct dirent *), bool (*use)(void *, const char *, struct fail *),
                      void *ctx, struct fail *f)
{
    struct dirent **names = NULL;
    int n = scandir(folder, &names, wanted, alphasort);
    bool ok = n >= 0 || fail_set(f, FAIL_INTERNAL, "internal", "no folder %.180s", folder);
    for (int i = 0; i < n; i++) {
        ok = ok && use(ctx, names[i]->d_name, f);
        free(names[i]);
    }
    free(names);
    return ok;
}

static bool use_page(void *ctx, const char *name, struct fail *f) { return add_page(ctx, name, f); }

struct words { struct view *v; HDF *into; const char *folder; };

/* "staff.hdf" and "staff_case.hdf" are the words of staff; common and model are everybody's. */
static bool speaks(const char *folder, const char *name)
{
    size_t n = strlen(folder);
    bool own = strncmp(name, folder, n) == 0 && (name[n] == '.' || name[n] == '_');
    return own || strcmp(name, "common.hdf") == 0 || strcmp(name, "model.hdf") == 0;
}

static bool use_words(void *ctx, const char *name, struct fail *f)
{
    struct words *w = ctx;
    if (!speaks(w->v->folder, name))
        return true;
    return !failed(hdf_read_file(w->into, file_path(w->v->m, w->folder, name)), name, f);
}

static bool read_words(struct view *v, size_t lang, struct fail *f)
{
    HDF *top;
    must(hdf_init(&v->words[lang]));
    must(hdf_get_node(v->words[lang], "Lang", &top));
    struct words w = { v, top, file_path(v->m, v->root, mem_printf(v->m, "lang/%s", NAMES[lang])) };
    return each_file(w.folder, is_words, use_words, &w, f);
}

static void close_view(void *ctx)
{
    struct view *v = ctx;
    for (size_t i = 0; i < v->count; i++) {
        cs_destroy(&v->pages[i].cs);
        hdf_destroy(&v->pages[i].parse);
    }
    for (size_t i = 0; i < LANGUAGES; i++)
        if (v->words[i] != NULL)
            hdf_destroy(&v->words[i]);
}

struct view *view_open(struct mem *m, const char *root, const char *folder, bool plain, struct fail *f)
{
    if (plain != (strcmp(folder, "answer") == 0))
        log_die("only answers are plain, and they always: %s", folder);
    struct view *v = mem_alloc(m, sizeof *v);
    v->m = m;
    v->root = mem_text(m, root);
    v->folder = mem_text(m, folder);
    v->plain = plain;
    mem_on_free(m, close_view, v);
    for (size_t i = 0; !plain && i < LANGUAGES; i++)
        if (!read_words(v, i, f))
            return NULL;
    return each_file(file_path(m, root, folder), is_page, use_page, v, f) ? v : NULL;
}

static size_t language(const char *lang) { return lang != NULL && strcmp(lang, "en") == 0 ? 1 : 0; }

static void close_data(void *ctx)
{
    struct view_data *d = ctx;
    hdf_destroy(&d->hdf);
}

struct view_data *view_data_new(struct mem *m, struct view *v, const char *lang)
{
    struct view_data *d = mem_alloc(m, sizeof *d);
    d->lang = NAMES[language(lang)];
    must(hdf_init(&d->hdf));
    must(hdf_set_value(d->hdf, "Config.VarEscapeMode", v->plain ? "none" : "html"));
    mem_on_free(m, close_data, d);
    return d;
}

/* A view_node is an HDF node: the type is only hidden. */
static HDF *node(struct view_node *n) { return (HDF *)n; }
struct view_node *view_top(struct view_data *d) { return (struct view_node *)d->hdf; }

/* A dot would make levels, "=" cut the value off: a name is ours, and data never becomes one. */
static const char *own(const char *name)
{
    size_t n = strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");
    if (n == 0 || name[n] != '\0')
        log_die("no name for page data: %.40s", name);
    return name;
}

void view_set(struct view_node *n, const char *name, const char *value)
{
    if (value != NULL)
        must(hdf_set_value(node(n), own(name), value));
}

void view_set_number(struct view_node *n, const char *name, int64_t value)
{
    char text[24];
    snprintf(text, sizeof text, "%lld", (long long)value);
    view_set(n, name, text);
}

void view_set_flag(struct view_node *n, const char *name, bool value)
{
    if (value)
        view_set(n, name, "1");
}

struct view_node *view_child(struct view_node *n, const char *name)
{
    HDF *child;
    must(hdf_get_node(node(n), own(name), &child));
    return (struct view_node *)child;
}

struct view_node *view_row(struct view_node *n, const char *list)
{
    char name[24];
    HDF *rows, *row;
    long long next = 0;
    must(hdf_get_node(node(n), own(list), &rows));
    /* Rows are only ever appended here. A long list has a hash, which knows its last child; a short one is walked. */
    if (rows->hash != NULL)
        next = strtoll(hdf_obj_name(rows->last_child), NULL, 10) + 1;
    else
        for (HDF *child = hdf_obj_child(rows); child != NULL; child = hdf_obj_next(child))
            next++;
    snprintf(name, sizeof name, "%lld", next);
    must(hdf_get_node(rows, name, &row));
    return (struct view_node *)row;
}

static NEOERR *collect(void *ctx, char *piece)
{
    return buf_text(ctx, piece) ? STATUS_OK : nerr_raise(NERR_OUTOFRANGE, "the page is too large");
}

bool view_render(struct view *v, const char *page, struct view_data *d, struct buf *out, struct fail *f)
{
    return view_render_node(v, page, view_top(d), d->lang, out, f);
}

bool view_render_node(struct view *v, const char *page, struct view_node *top, const char *lang, struct buf *out, struct fail *f)
{
    for (size_t i = 0; i < v->count; i++) {
        if (strcmp(v->pages[i].stem, page) != 0)
            continue;
        CSPARSE *cs = v->pages[i].cs;
        cs->hdf = node(top);
        cs->global_hdf = v->words[language(lang)];
        NEOERR *err = cs_render(cs, out, collect);
        cs->hdf = NULL;
        cs->global_hdf = NULL;
        return !failed(err, page, f);
    }
    return fail_set(f, FAIL_INTERNAL, "internal", "no template %s/%s", v->folder, page);
}

const char *view_word(struct view *v, const char *lang, const char *key)
{
    char name[120];
    snprintf(name, sizeof name, "Lang.%s", key);
    return hdf_get_value(v->words[language(lang)], name, NULL);
}
