/* page_input: see page_input.h. */
#include "page_input.h"

#include <string.h>

#include "file.h"

enum { DEEP = 8, INPUT_MAX = 256 * 1024 };

struct reading {
    struct mem *m;
    struct view_node *at[DEEP];
    size_t depth;
    const char *hostile;
    size_t *count;
};

/* Codes, numbers and addresses steer a page; what people wrote has a blank or a sign that is not ASCII. */
static bool for_people(const char *value)
{
    for (const char *p = value; *p != '\0'; p++)
        if ((unsigned char)*p >= 0x80 || *p == ' ')
            return value[0] != '/' && strstr(value, "://") == NULL;
    return false;
}

static struct view_node *walk(struct reading *r, struct view_node *n, char *path, char **last)
{
    for (char *dot; (dot = strchr(path, '.')) != NULL; path = dot + 1) {
        *dot = '\0';
        n = view_child(n, path);
    }
    (void)r;
    *last = path;
    return n;
}

static void put(struct reading *r, char *path, const char *value)
{
    char *last;
    struct view_node *n = walk(r, r->at[r->depth], path, &last);
    if (r->hostile != NULL && for_people(value)) {
        value = mem_printf(r->m, "%s%s", value, r->hostile);
        (*r->count)++;
    }
    view_set(n, last, value);
}

static char *trim(char *text)
{
    text += strspn(text, " \t");
    for (size_t n = strlen(text); n > 0 && strchr(" \t", text[n - 1]) != NULL;)
        text[--n] = '\0';
    return text;
}

/* The lines up to the one that is `mark`; *next is the line after it. */
static char *many_lines(struct reading *r, char *from, const char *mark, char **next)
{
    for (char *line = from; line != NULL && *line != '\0'; line = strchr(line, '\n') != NULL ? strchr(line, '\n') + 1 : NULL) {
        size_t n = strcspn(line, "\n");
        if (n == strlen(mark) && strncmp(line, mark, n) == 0) {
            *next = line + n + (line[n] == '\n');
            return mem_text_n(r->m, from, line > from ? (size_t)(line - from - 1) : 0);
        }
    }
    return NULL;
}

static bool take(struct reading *r, char *line, char **next)
{
    char *sign, *last;
    if (*line == '\0' || *line == '#')
        return true;
    if (strcmp(line, "}") == 0)
        return r->depth-- > 0;
    if (line[strlen(line) - 1] == '{') {
        line[strlen(line) - 1] = '\0';
        if (r->depth + 1 == DEEP)
            return false;
        struct view_node *n = walk(r, r->at[r->depth], trim(line), &last);
        r->at[++r->depth] = view_child(n, last);
        return true;
    }
    if ((sign = strstr(line, " << ")) != NULL) {
        *sign = '\0';
        char *text = many_lines(r, *next, sign + 4, next);
        if (text != NULL)
            put(r, line, text);
        return text != NULL;
    }
    if ((sign = strstr(line, " = ")) == NULL)
        return false;
    *sign = '\0';
    put(r, line, trim(sign + 3));
    return true;
}

bool page_input(struct mem *m, const char *path, struct view_node *top, const char *hostile, size_t *count, struct fail *f)
{
    size_t n = 0;
    int number = 0;
    struct reading r = { .m = m, .at = { top }, .hostile = hostile, .count = count };
    char *text = file_read(m, path, INPUT_MAX, &n, f);
    for (char *line = text; line != NULL && *line != '\0';) {
        char *end = line + strcspn(line, "\n"), *next = *end != '\0' ? end + 1 : end;
        *end = '\0';
        number++;
        if (!take(&r, trim(line), &next))
            return fail_set(f, FAIL_INPUT, "page_input", "%s:%d: not understood", path, number);
        line = next;
    }
    return text != NULL && (r.depth == 0 || fail_set(f, FAIL_INPUT, "page_input", "%s: a block is open", path));
}
