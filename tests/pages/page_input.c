/* page_input: see page_input.h. */
#include "page_input.h"

#include <string.h>

#include "buf.h"
#include "file.h"

enum { DEEP = 8, PARTS = 4, INPUT_MAX = 256 * 1024 };

struct reading {
    struct mem *m;
    struct view_node *at[DEEP];
    size_t depth, parts;
    int64_t errors;
    const struct page_source *from;
    struct fail *fail;
};

/* Codes, numbers and addresses steer a page; what people wrote has a blank or a sign that is not ASCII. */
static bool for_people(const char *value)
{
    for (const char *p = value; *p != '\0'; p++)
        if ((unsigned char)*p >= 0x80 || *p == ' ')
            return value[0] != '/' && strstr(value, "://") == NULL;
    return false;
}

static struct view_node *walk(struct view_node *n, char *path, char **last)
{
    for (char *dot; (dot = strchr(path, '.')) != NULL; path = dot + 1) {
        *dot = '\0';
        n = view_child(n, path);
    }
    *last = path;
    return n;
}

static const char *said(struct reading *r, const char *value);

/* "Fail.too_short 10 | 3": the word with its gaps filled, as kit_say does it. NULL: no such word. */
static const char *word(struct reading *r, const char *spec)
{
    struct buf out;
    const char *two = strstr(spec, " | ");
    size_t n = strcspn(spec, " ");
    const char *one = spec[n] == ' ' ? mem_text_n(r->m, spec + n + 1, two != NULL ? (size_t)(two - spec) - n - 1 : strlen(spec) - n - 1) : "";
    const char *text = view_word(r->from->view, r->from->lang, mem_text_n(r->m, spec, n));
    buf_init(&out, r->m, INPUT_MAX);
    for (const char *p = text; p != NULL && *p != '\0'; p++) {
        bool first = strncmp(p, "{1}", 3) == 0, second = strncmp(p, "{2}", 3) == 0;
        if (first || second) {
            buf_text(&out, said(r, first ? one : two != NULL ? two + 3 : ""));
            p += 2;
        } else {
            buf_char(&out, *p);
        }
    }
    return text != NULL ? out.data : NULL;
}

/* What is put for a value: a word of the language, the value with hostile words behind it, or itself. */
static const char *said(struct reading *r, const char *value)
{
    if (value[0] == '@')
        return word(r, value + 1);
    if (r->from->hostile == NULL || !for_people(value))
        return value;
    (*r->from->count)++;
    return mem_printf(r->m, "%s%s", value, r->from->hostile);
}

static bool put(struct reading *r, struct view_node *n, char *path, const char *value)
{
    char *last;
    n = walk(n, path, &last);
    value = said(r, value);
    view_set(n, last, value);
    return value != NULL;
}

/* As kit_form does it: beside the field, and in the summary above the page. */
static bool put_error(struct reading *r, const char *field, const char *text)
{
    struct view_node *row = view_row(r->at[0], "Errors");
    text = said(r, text);
    view_set(view_child(view_child(r->at[0], "Form"), field), "error", text);
    view_set(row, "field", field);
    view_set(row, "text", text);
    view_set_number(r->at[0], "ErrorCount", ++r->errors);
    return text != NULL;
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

static bool read_part(struct reading *r, const char *name);

static bool take(struct reading *r, char *line, char **next)
{
    char *sign, *last;
    if (*line == '\0' || *line == '#')
        return true;
    if (strcmp(line, "}") == 0)
        return r->depth-- > 0;
    if (strncmp(line, "< ", 2) == 0)
        return read_part(r, line + 2);
    if (line[strlen(line) - 1] == '{') {
        line[strlen(line) - 1] = '\0';
        if (r->depth + 1 == DEEP)
            return false;
        struct view_node *n = walk(r->at[r->depth], trim(line), &last);
        r->at[++r->depth] = view_child(n, last);
        return true;
    }
    if ((sign = strstr(line, " << ")) != NULL) {
        *sign = '\0';
        char *text = many_lines(r, *next, sign + 4, next);
        return text != NULL && put(r, r->at[r->depth], line, text);
    }
    if ((sign = strstr(line, " =")) == NULL || (sign[2] != ' ' && sign[2] != '\0'))
        return false;
    *sign = '\0';
    if (strncmp(line, "! ", 2) == 0)
        return put_error(r, line + 2, trim(sign + 2));
    return put(r, r->at[r->depth], line, trim(sign + 2));
}

static bool read_part(struct reading *r, const char *name)
{
    size_t n = 0, depth = r->depth;
    int number = 0;
    char *path = file_path(r->m, r->from->folder, name);
    if (r->parts == PARTS)
        return fail_set(r->fail, FAIL_INPUT, "page_input", "%s: parts within parts", path);
    r->parts++;
    char *text = file_read(r->m, path, INPUT_MAX, &n, r->fail);
    for (char *line = text; line != NULL && *line != '\0';) {
        char *end = line + strcspn(line, "\n"), *next = *end != '\0' ? end + 1 : end;
        *end = '\0';
        number++;
        if (!take(r, trim(line), &next))
            return r->fail->kind == FAIL_NONE && fail_set(r->fail, FAIL_INPUT, "page_input", "%s:%d: not understood", path, number);
        line = next;
    }
    r->parts--;
    return text != NULL && (r->depth == depth || fail_set(r->fail, FAIL_INPUT, "page_input", "%s: a block is open", path));
}

bool page_input(struct mem *m, const struct page_source *from, const char *name, struct view_node *top, struct fail *f)
{
    struct reading r = { .m = m, .at = { top }, .from = from, .fail = f };
    return read_part(&r, name);
}
