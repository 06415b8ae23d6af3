/* roster_cell: cells of the list: what is mended, what is looked at, what stops the file. */
#include "roster_cell.h"

#include <string.h>
#include <unicode/utf8.h>

#include "scan.h"
#include "text.h"

#define SHOWN 40 /* characters of a cell repeated in a flaw */

static const struct { size_t max; bool many_lines, fold; bool needed; } rules[ROSTER_COLUMN__MAX] = {
    [ROSTER_NUMBER] = { 20, false, true, false },
    [ROSTER_NAME] = { 50, false, false, true },
    [ROSTER_EMPLOYER] = { 100, false, true, true },
    [ROSTER_POST] = { 100, false, true, true },
    [ROSTER_UNION] = { 100, false, true, true },
    [ROSTER_FIELD] = { 50, false, true, true },
    [ROSTER_AWARD] = { 50, false, false, true },
    [ROSTER_DEEDS] = { 3000, true, false, false },
};

static const struct { const char *word; enum roster_award award; bool plain; } awards[] = {
    { "认定", ROSTER_CRAFTSMAN, true }, { "提名奖", ROSTER_NOMINATION, true },
    { "数字工匠", ROSTER_CRAFTSMAN, false }, { "杭州数字工匠", ROSTER_CRAFTSMAN, false }, { "拟认定", ROSTER_CRAFTSMAN, false },
    { "提名", ROSTER_NOMINATION, false }, { "杭州数字工匠提名奖", ROSTER_NOMINATION, false }, { "数字工匠提名奖", ROSTER_NOMINATION, false },
};

static UChar32 next_of(const char *text, size_t *i, size_t n)
{
    UChar32 c;
    U8_NEXT(text, *i, n, c);
    return c;
}

static bool is_blank(UChar32 c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
           c == 0x205F || c == 0x1680;
}

static void put(char *out, size_t *n, UChar32 c)
{
    size_t at = *n;
    U8_APPEND_UNSAFE(out, at, c);
    *n = at;
}

char *roster_key(struct mem *m, const char *text)
{
    size_t n = strlen(text), kept = 0;
    char *out = mem_alloc(m, n + 1);
    for (size_t i = 0; i < n;) {
        UChar32 c = next_of(text, &i, n);
        if (c >= 0xFF01 && c <= 0xFF5E)
            c -= 0xFF01 - '!';
        if (c > 0 && !is_blank(c))
            put(out, &kept, c);
    }
    return out;
}

/* Full-width digits and letters only: full-width brackets are right in the name of a company. */
static char *fold(struct mem *m, const char *text)
{
    size_t n = strlen(text), kept = 0;
    char *out = mem_alloc(m, n + 1);
    for (size_t i = 0; i < n;) {
        UChar32 c = next_of(text, &i, n);
        if ((c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A))
            c -= 0xFF01 - '!';
        if (c > 0)
            put(out, &kept, c);
    }
    return out;
}

static bool has_private(const char *text)
{
    size_t n = strlen(text);
    for (size_t i = 0; i < n;) {
        UChar32 c = next_of(text, &i, n);
        if ((c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000)
            return true;
    }
    return false;
}

/* What may be repeated on a page: control and invisible characters stand as a mark. */
static const char *shown(struct mem *m, const char *text)
{
    if (!text)
        return NULL;
    size_t n = strlen(text), kept = 0;
    char *out = mem_alloc(m, n * 3 + 1); /* the mark is three bytes long */
    for (size_t i = 0; i < n;) {
        size_t from = i;
        UChar32 c = next_of(text, &i, n);
        bool fit = c > 0 && text_check(text + from, i - from, false) == TEXT_OK;
        put(out, &kept, fit ? c : 0xFFFD);
    }
    return text_cut(m, out, SHOWN);
}

void roster_flaw_add(struct mem *m, struct roster *r, const struct roster_flaw *flaw)
{
    size_t *counts[ROSTER_LEVEL__MAX] = { &r->mends, &r->looks, &r->errors };
    ++*counts[flaw->level];
    if (r->flaw_count == ROSTER_MAX_FLAWS)
        return;
    if (r->flaw_count % 64 == 0)
        r->flaws = mem_resize(m, r->flaws, r->flaw_count * sizeof *flaw, (r->flaw_count + 64) * sizeof *flaw);
    struct roster_flaw *kept = &r->flaws[r->flaw_count++];
    *kept = *flaw;
    kept->before = shown(m, flaw->before);
    kept->after = shown(m, flaw->after);
}

struct place { struct mem *m; struct roster *r; size_t line; enum roster_column column; };

static void flaw(const struct place *p, enum roster_level level, enum roster_fault fault, const char *before, const char *after)
{
    roster_flaw_add(p->m, p->r, &(struct roster_flaw){ p->line, p->column, level, fault, before, after, 0, 0 });
}

/* Blanks at the ends, blanks and dots in a name, full-width digits and letters. */
static const char *mend(const struct place *p, const char *raw)
{
    const char *tidy = text_tidy(p->m, raw);
    if (p->column == ROSTER_NAME) {
        const char *name = text_name(p->m, tidy);
        bool blanks_only = strcmp(roster_key(p->m, name), roster_key(p->m, raw)) == 0;
        if (strcmp(name, raw) != 0)
            flaw(p, ROSTER_MENDED, blanks_only ? ROSTER_BLANKS : ROSTER_DOT, raw, name);
        return name;
    }
    const char *folded = rules[p->column].fold ? fold(p->m, tidy) : tidy;
    if (strcmp(folded, tidy) != 0)
        flaw(p, ROSTER_MENDED, ROSTER_WIDTH, tidy, folded);
    else if (strcmp(tidy, raw) != 0 && !rules[p->column].many_lines)
        flaw(p, ROSTER_MENDED, ROSTER_BLANKS, raw, tidy);
    return folded;
}

/* The cell as it will stand, or "" when it cannot be used, with a flaw that says why. */
static const char *cell_text(const struct place *p, const struct roster_cell *cell)
{
    const char *raw = mem_text_n(p->m, cell->bytes, cell->n);
    switch (text_check(cell->bytes, cell->n, rules[p->column].many_lines)) {
    case TEXT_OK:
        break;
    case TEXT_INVISIBLE:
        flaw(p, ROSTER_ERROR, ROSTER_INVISIBLE, raw, NULL);
        return "";
    default:
        flaw(p, ROSTER_ERROR, ROSTER_CONTROL, raw, NULL);
        return "";
    }
    const char *text = mend(p, raw);
    size_t length = text_length(text), max = rules[p->column].max;
    if (length == 0 && rules[p->column].needed)
        flaw(p, ROSTER_ERROR, ROSTER_EMPTY, NULL, NULL);
    if (length > max)
        roster_flaw_add(p->m, p->r, &(struct roster_flaw){ p->line, p->column, ROSTER_ERROR, ROSTER_LONG, text, NULL, length, max });
    if (has_private(text))
        flaw(p, ROSTER_ERROR, ROSTER_PRIVATE, text, NULL);
    return text;
}

/* "杭州市" before the name of a district's union is left out by some and written by others. */
static const char *without_city(const char *key)
{
    size_t n = strlen("杭州市");
    return strncmp(key, "杭州市", n) == 0 ? key + n : key;
}

static const struct roster_union *find_union(const struct place *p, const char *text, const struct roster_union *unions, size_t count)
{
    const char *key = without_city(roster_key(p->m, text));
    if (!*text)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        if (strcmp(without_city(roster_key(p->m, unions[i].name)), key) != 0)
            continue;
        if (strcmp(unions[i].name, text) != 0)
            flaw(p, ROSTER_MENDED, ROSTER_UNION_READ, text, unions[i].name);
        return &unions[i];
    }
    flaw(p, ROSTER_ERROR, ROSTER_UNION_UNKNOWN, text, NULL);
    return NULL;
}

static enum roster_award find_award(const struct place *p, const char *text)
{
    const char *key = roster_key(p->m, text);
    for (size_t i = 0; i < sizeof awards / sizeof awards[0]; i++) {
        if (strcmp(awards[i].word, key) != 0)
            continue;
        if (!awards[i].plain)
            flaw(p, ROSTER_MENDED, ROSTER_AWARD_READ, text, awards[awards[i].award == ROSTER_CRAFTSMAN ? 0 : 1].word);
        return awards[i].award;
    }
    if (*text)
        flaw(p, ROSTER_ERROR, ROSTER_AWARD_UNKNOWN, text, NULL);
    return ROSTER_CRAFTSMAN;
}

void roster_row_read(struct mem *m, struct roster *r, size_t line, const struct roster_cell cells[ROSTER_COLUMN__MAX],
                     const struct roster_union *unions, size_t union_count, struct roster_row *row)
{
    const char *text[ROSTER_COLUMN__MAX];
    struct place p = { m, r, line, ROSTER_NUMBER };
    for (int c = 0; c < ROSTER_COLUMN__MAX; c++) {
        p.column = (enum roster_column)c;
        text[c] = cells[c].bytes ? cell_text(&p, &cells[c]) : "";
    }
    *row = (struct roster_row){ .line = line, .name = text[ROSTER_NAME], .employer = text[ROSTER_EMPLOYER], .post = text[ROSTER_POST],
                                .field = text[ROSTER_FIELD], .deeds = text[ROSTER_DEEDS] };
    uint64_t number;
    if (*text[ROSTER_NUMBER] && !scan_u64(text[ROSTER_NUMBER], ROSTER_MAX_ROWS, &number)) {
        p.column = ROSTER_NUMBER;
        flaw(&p, ROSTER_LOOK, ROSTER_NUMBER_ODD, text[ROSTER_NUMBER], NULL);
    }
    p.column = ROSTER_UNION;
    row->from = find_union(&p, text[ROSTER_UNION], unions, union_count);
    row->union_name = row->from ? row->from->name : text[ROSTER_UNION];
    p.column = ROSTER_AWARD;
    row->award = find_award(&p, text[ROSTER_AWARD]);
}
