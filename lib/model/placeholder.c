/* placeholder: see placeholder.h. One reader of words, from left to right, that every function here goes through. */
#include "placeholder.h"

#include <string.h>

enum piece_kind { PIECE_END, PIECE_TEXT, PIECE_NAME, PIECE_PART, PIECE_PART_END, PIECE_BROKEN };
struct piece { enum piece_kind kind; const char *at; size_t n; };

static bool is_name(const char *text, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!((text[i] >= 'a' && text[i] <= 'z') || text[i] == '_'))
            return false;
    return n > 0 && n <= PLACEHOLDER_NAME_MAX;
}

static bool doubled(const char *p, char c) { return p[0] == c && p[1] == c; }

static struct piece read_name(const char **words)
{
    const char *from = *words + 2, *end = strstr(from, "}}");
    struct piece broken = { PIECE_BROKEN, from, 0 };
    if (end == NULL)
        return broken;
    from += strspn(from, " ");
    size_t n = (size_t)(end - from);
    while (n > 0 && from[n - 1] == ' ')
        n--;
    *words = end + 2;
    return is_name(from, n) ? (struct piece){ PIECE_NAME, from, n } : broken;
}

static struct piece next(const char **words)
{
    const char *p = *words;
    if (*p == '\0')
        return (struct piece){ PIECE_END, p, 0 };
    if (doubled(p, '{'))
        return read_name(words);
    *words = p + 2;
    if (doubled(p, '}'))
        return (struct piece){ PIECE_BROKEN, p, 2 };
    if (doubled(p, '['))
        return (struct piece){ PIECE_PART, p, 2 };
    if (doubled(p, ']'))
        return (struct piece){ PIECE_PART_END, p, 2 };
    const char *end = p + 1;
    while (*end != '\0' && !doubled(end, '{') && !doubled(end, '}') && !doubled(end, '[') && !doubled(end, ']'))
        end++;
    *words = end;
    return (struct piece){ PIECE_TEXT, p, (size_t)(end - p) };
}

static bool listed(const char *names, const char *name, size_t n)
{
    while (*names != '\0') {
        size_t length = strcspn(names, "|");
        if (length == n && memcmp(names, name, n) == 0)
            return true;
        names += length + (names[length] == '|' ? 1 : 0);
    }
    return false;
}

static bool fault(struct placeholder_error *out, enum placeholder_fault what)
{
    out->fault = what;
    return what == PLACEHOLDER_OK;
}

bool placeholder_check(const char *words, const char *names, struct placeholder_error *out)
{
    bool inside = false, value = false;
    *out = (struct placeholder_error){ PLACEHOLDER_OK, "" };
    for (;;) {
        struct piece p = next(&words);
        if (p.kind == PIECE_END)
            return fault(out, inside ? PLACEHOLDER_PART : PLACEHOLDER_OK);
        if (p.kind == PIECE_BROKEN)
            return fault(out, PLACEHOLDER_BROKEN);
        if (p.kind == PIECE_NAME && !listed(names, p.at, p.n)) {
            memcpy(out->name, p.at, p.n);
            return fault(out, PLACEHOLDER_UNKNOWN);
        }
        if ((p.kind == PIECE_PART && inside) || (p.kind == PIECE_PART_END && (!inside || !value)))
            return fault(out, PLACEHOLDER_PART);
        value = p.kind == PIECE_NAME || (value && p.kind != PIECE_PART);
        inside = p.kind == PIECE_PART || (inside && p.kind != PIECE_PART_END);
    }
}

static const char *value_of(const struct placeholder_value *values, size_t count, const struct piece *p)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(values[i].name) == p->n && memcmp(values[i].name, p->at, p->n) == 0)
            return values[i].value != NULL ? values[i].value : "";
    return "";
}

/* Whether the part that begins here is to be said. */
static bool part_holds(const char *words, const struct placeholder_value *values, size_t count)
{
    for (;;) {
        struct piece p = next(&words);
        if (p.kind == PIECE_NAME && *value_of(values, count, &p) == '\0')
            return false;
        if (p.kind != PIECE_NAME && p.kind != PIECE_TEXT)
            return true;
    }
}

bool placeholder_fill(struct buf *out, const char *words, const struct placeholder_value *values, size_t count)
{
    bool inside = false, silent = false;
    for (;;) {
        struct piece p = next(&words);
        if (p.kind == PIECE_END)
            return !inside && !out->over;
        if (p.kind == PIECE_BROKEN || (p.kind == PIECE_PART && inside) || (p.kind == PIECE_PART_END && !inside))
            return false;
        if (p.kind == PIECE_PART)
            silent = !part_holds(words, values, count);
        inside = p.kind == PIECE_PART || (inside && p.kind != PIECE_PART_END);
        silent = silent && inside;
        if (p.kind == PIECE_TEXT && !silent)
            buf_add(out, p.at, p.n);
        if (p.kind == PIECE_NAME && !silent)
            buf_text(out, value_of(values, count, &p));
    }
}

bool placeholder_uses(const char *words, const char *name)
{
    struct piece p;
    do
        p = next(&words);
    while (p.kind != PIECE_END && p.kind != PIECE_BROKEN && !(p.kind == PIECE_NAME && p.n == strlen(name) && memcmp(p.at, name, p.n) == 0));
    return p.kind == PIECE_NAME;
}
