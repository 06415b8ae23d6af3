/* goldens: every page of a program from the data of tests/pages/<program>/<page>[-case].hdf through the real view, compared byte by byte
 * with .gold files; then once more with hostile words in every value, which must come out as words. A folder here means that all
 * templates of that program are tried. `goldens --write` (make goldens) writes the .gold files anew: read the difference before you
 * commit it. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "file.h"
#include "log.h"
#include "page_input.h"
#include "view.h"

#define LONG "𠮷一二三四五六七八九十"
#define HOSTILE "\xe2\x80\x8c<script>alert(1)</script>\"'&<?cs var:Secret ?>" LONG LONG LONG LONG LONG

enum { FILE_MAX = 1024 * 1024, PAGE_MAX = 4 * 1024 * 1024, NAMES = 200 };

static int tests, failures;
static bool writing;

static bool say(bool ok, const char *program, const char *name, const char *promise)
{
    printf("%s %d - %s/%s %s\n", ok ? "ok" : "not ok", ++tests, program, name, promise);
    failures += !ok;
    return ok;
}

struct page { struct mem *m; const char *top, *program, *name, *lang; struct view *v; };

/* "notice-withdrawn" shows the template "notice". */
static char *stem_of(struct mem *m, const char *name) { return mem_text_n(m, name, strcspn(name, "-")); }

static bool render(const struct page *p, const char *hostile, struct buf *out, size_t *hostile_values)
{
    struct fail f = { .kind = FAIL_NONE };
    struct view_data *d = view_data_new(p->m, p->v, p->lang);
    struct page_source from = { p->v, p->lang, mem_printf(p->m, "%s/tests/pages/%s", p->top, p->program), hostile, hostile_values };
    view_set(view_top(d), "Language", p->lang);
    view_set(view_top(d), "Secret", "leaked");
    buf_init(out, p->m, PAGE_MAX);
    bool ok = page_input(p->m, &from, "_frame.hdf", view_top(d), &f) &&
              page_input(p->m, &from, mem_printf(p->m, "%s.hdf", p->name), view_top(d), &f) &&
              view_render(p->v, stem_of(p->m, p->name), d, out, &f);
    if (!ok)
        printf("# %s\n", f.detail);
    return ok;
}

static void show_difference(const char *wanted, const char *got)
{
    int line = 1;
    const char *a = wanted, *b = got;
    for (; *a != '\0' && *a == *b; a++, b++)
        if (*a == '\n') {
            line++;
            wanted = a + 1;
            got = b + 1;
        }
    printf("# line %d\n# - %.*s\n# + %.*s\n", line, (int)strcspn(wanted, "\n"), wanted, (int)strcspn(got, "\n"), got);
}

static bool is_gold(const struct page *p, const struct buf *page)
{
    struct fail f = { .kind = FAIL_NONE };
    size_t n = 0;
    const char *path = mem_printf(p->m, "%s/tests/pages/%s/%s.%s.gold", p->top, p->program, p->name, p->lang);
    if (writing)
        return file_write(path, page->data, page->len, 0644, &f);
    const char *gold = file_read(p->m, path, FILE_MAX, &n, &f);
    if (gold == NULL)
        printf("# %s\n", f.detail);
    else if (n != page->len || memcmp(gold, page->data, n) != 0)
        show_difference(gold, page->data);
    else
        return true;
    return false;
}

/* No value became markup, left its attribute, or was run as a template. */
static bool is_tame(const char *page)
{
    return strstr(page, "<script>alert") == NULL && strstr(page, "</script>\"'") == NULL && strstr(page, "&<?cs") == NULL &&
           strstr(page, "\xe2\x80\x8c") != NULL && strstr(page, "leaked") == NULL;
}

static void try_page(const struct page *p)
{
    struct buf page, hostile;
    size_t values = 0;
    const char *name = mem_printf(p->m, "%s.%s", p->name, p->lang);
    say(render(p, NULL, &page, &values) && is_gold(p, &page), p->program, name, "looks as it did");
    values = 0;
    bool shown = render(p, HOSTILE, &hostile, &values);
    if (values > 0 || !shown)
        say(shown && is_tame(hostile.data), p->program, name, "keeps hostile words words");
}

static int is_input(const struct dirent *d)
{
    size_t n = strlen(d->d_name);
    return d->d_name[0] != '_' && d->d_name[0] != '.' && n > 4 && strcmp(d->d_name + n - 4, ".hdf") == 0;
}

static int is_template(const struct dirent *d)
{
    size_t n = strlen(d->d_name);
    return d->d_name[0] != '_' && d->d_name[0] != '.' && n > 3 && strcmp(d->d_name + n - 3, ".cs") == 0;
}

/* The names of a folder without their endings, in order. */
static size_t list(struct mem *m, const char *folder, int (*wanted)(const struct dirent *), const char *names[NAMES])
{
    struct dirent **found = NULL;
    int n = scandir(folder, &found, wanted, alphasort);
    size_t count = 0;
    for (int i = 0; i < n; i++) {
        if (count < NAMES)
            names[count++] = mem_text_n(m, found[i]->d_name, (size_t)(strrchr(found[i]->d_name, '.') - found[i]->d_name));
        free(found[i]);
    }
    free(found);
    return count;
}

static void try_program(struct mem *m, const char *top, const char *program)
{
    static const char *const LANGUAGES[] = { "zh-CN", "en" };
    const char *inputs[NAMES], *templates[NAMES];
    struct fail f = { .kind = FAIL_NONE };
    const char *root = file_path(m, top, "templates");
    struct view *v = view_open(m, root, program, false, &f);
    if (v == NULL)
        log_die("%s: %s", program, f.detail);
    size_t in = list(m, mem_printf(m, "%s/tests/pages/%s", top, program), is_input, inputs);
    size_t count = list(m, file_path(m, root, program), is_template, templates);
    for (size_t i = 0; i < in; i++)
        for (size_t l = 0; l < (strcmp(program, "public") == 0 ? 2 : 1); l++)
            try_page(&(struct page){ m, top, program, inputs[i], LANGUAGES[l], v });
    for (size_t t = 0; t < count; t++) {
        bool tried = false;
        for (size_t i = 0; i < in; i++)
            tried |= strcmp(stem_of(m, inputs[i]), templates[t]) == 0;
        say(tried, program, templates[t], "has data to be tried with");
    }
}

/* The control: a template that prints raw must be seen. */
static void try_planted(struct mem *m)
{
    static const char *const FOLDERS[] = { "lang", "lang/zh-CN", "lang/en", "planted" };
    char root[] = "/tmp/gs-goldens-XXXXXX";
    struct fail f = { .kind = FAIL_NONE };
    static const char RAW[] = "<p><?cs uvar:Name ?></p>";
    bool seen = mkdtemp(root) != NULL;
    for (size_t i = 0; seen && i < sizeof FOLDERS / sizeof FOLDERS[0]; i++)
        seen = mkdir(file_path(m, root, FOLDERS[i]), 0700) == 0;
    struct view *v = seen && file_write(file_path(m, root, "planted/raw.cs"), RAW, sizeof RAW - 1, 0600, &f)
                         ? view_open(m, root, "planted", false, &f) : NULL;
    struct view_data *d = v != NULL ? view_data_new(m, v, "zh-CN") : NULL;
    struct buf page;
    buf_init(&page, m, PAGE_MAX);
    if (d != NULL)
        view_set(view_top(d), "Name", HOSTILE);
    say(d != NULL && view_render(v, "raw", d, &page, &f) && !is_tame(page.data), "planted", "raw", "is found out");
    remove(file_path(m, root, "planted/raw.cs"));
    for (size_t i = sizeof FOLDERS / sizeof FOLDERS[0]; i-- > 0;)
        remove(file_path(m, root, FOLDERS[i]));
    remove(root);
}

int main(int argc, char **argv)
{
    struct mem *m = mem_new(NULL, "goldens");
    const char *top = getenv("top_srcdir") != NULL ? getenv("top_srcdir") : ".";
    struct dirent **programs = NULL;
    log_open("goldens");
    writing = argc == 2 && strcmp(argv[1], "--write") == 0;
    const char *folder = file_path(m, top, "tests/pages");
    int n = scandir(folder, &programs, NULL, alphasort);
    for (int i = 0; i < n; i++) {
        struct stat is;
        const char *name = programs[i]->d_name;
        if (name[0] != '.' && stat(file_path(m, folder, name), &is) == 0 && S_ISDIR(is.st_mode))
            try_program(m, top, name);
        free(programs[i]);
    }
    free(programs);
    try_planted(m);
    printf("1..%d\n", tests);
    mem_free(&m);
    return failures > 0;
}
