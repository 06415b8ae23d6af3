/* compare: see compare.h. */
#include "compare.h"

#include <string.h>

#include "word.h"

#define CONTEXT 16          /* characters shown beside a difference */
#define LINES_SQUARE 250000 /* texts of more lines are compared line by line in their order */

static const char *const word_words[COMPARE_WORD__MAX] = {
    [COMPARE_TITLE] = "TITLE", [COMPARE_DOC_NUMBER] = "DOC_NUMBER", [COMPARE_BODY] = "BODY", [COMPARE_ORDER_NOTE] = "ORDER_NOTE",
    [COMPARE_HANDLING_OFFICE] = "HANDLING_OFFICE", [COMPARE_HANDLING_PHONE] = "HANDLING_PHONE", [COMPARE_HANDLING_EMAIL] = "HANDLING_EMAIL",
    [COMPARE_HANDLING_ADDRESS] = "HANDLING_ADDRESS", [COMPARE_HANDLING_HOURS] = "HANDLING_HOURS",
    [COMPARE_SUPERVISION_OFFICE] = "SUPERVISION_OFFICE", [COMPARE_SUPERVISION_PHONE] = "SUPERVISION_PHONE", [COMPARE_SIGNED_BY] = "SIGNED_BY",
    [COMPARE_SIGNED_DAY] = "SIGNED_DAY",
};
static const char *const fact_words[COMPARE_FACT__MAX] = {
    [COMPARE_AWARD] = "AWARD", [COMPARE_NAME] = "NAME", [COMPARE_EMPLOYER] = "EMPLOYER", [COMPARE_POST] = "POST", [COMPARE_UNION] = "UNION",
    [COMPARE_FIELD] = "FIELD", [COMPARE_DEEDS] = "DEEDS",
};

const char *compare_word_word(enum compare_word w)
{
    return word_at(word_words, COMPARE_WORD__MAX, w);
}

const char *compare_fact_word(enum compare_fact w)
{
    return word_at(fact_words, COMPARE_FACT__MAX, w);
}

/* ---- one line against another ---- */

static bool inside(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80; /* a byte within a character */
}

/* The last CONTEXT characters of n bytes. */
static const char *ending(struct mem *m, const char *text, size_t n)
{
    size_t from = n, left = CONTEXT;
    while (from > 0 && left > 0) {
        from--;
        left -= !inside(text[from]);
    }
    return mem_printf(m, "%s%.*s", from > 0 ? "…" : "", (int)(n - from), text + from);
}

/* The first CONTEXT characters of a text. */
static const char *beginning(struct mem *m, const char *text)
{
    size_t n = 0, left = CONTEXT;
    while (text[n] != '\0' && (left > 0 || inside(text[n])))
        left -= !inside(text[n++]) && left > 0;
    return mem_printf(m, "%.*s%s", (int)n, text, text[n] != '\0' ? "…" : "");
}

static struct compare_piece cut(struct mem *m, const char *old, const char *now)
{
    size_t n_old = strlen(old), n_now = strlen(now), least = n_old < n_now ? n_old : n_now, head = 0, tail = 0;
    while (head < least && old[head] == now[head])
        head++;
    while (head > 0 && (inside(old[head]) || inside(now[head])))
        head--;
    while (tail < least - head && old[n_old - tail - 1] == now[n_now - tail - 1])
        tail++;
    while (tail > 0 && inside(old[n_old - tail]))
        tail--;
    return (struct compare_piece){ ending(m, old, head), mem_text_n(m, old + head, n_old - head - tail),
                                   mem_text_n(m, now + head, n_now - head - tail), beginning(m, old + n_old - tail) };
}

/* ---- lines against lines ---- */

struct lines { char **items; size_t count; };

/* Without empty ones: a blank more between two paragraphs is no change that anybody reads. */
static struct lines split(struct mem *m, const char *text)
{
    struct lines out = { mem_array(m, strlen(text) / 2 + 1, sizeof *out.items), 0 };
    while (*text != '\0') {
        size_t n = strcspn(text, "\n");
        if (n > 0)
            out.items[out.count++] = mem_text_n(m, text, n);
        text += n + (text[n] == '\n');
    }
    return out;
}

/* length[i][j]: how many lines the rest of `a` from i on and of `b` from j on have in common, in order. */
static unsigned short *common(struct mem *m, const struct lines *a, const struct lines *b)
{
    size_t row = b->count + 1;
    unsigned short *length = mem_array(m, (a->count + 1) * row, sizeof *length);
    for (size_t i = a->count; i-- > 0;)
        for (size_t j = b->count; j-- > 0;) {
            unsigned short down = length[(i + 1) * row + j], right = length[i * row + j + 1];
            bool same = strcmp(a->items[i], b->items[j]) == 0;
            length[i * row + j] = same ? (unsigned short)(length[(i + 1) * row + j + 1] + 1) : down > right ? down : right;
        }
    return length;
}

/* A run of lines that gave way to another run: side by side as long as both last. */
static void put_run(struct mem *m, struct compare_change *c, char **old, size_t removed, char **now, size_t added)
{
    for (size_t i = 0; i < removed || i < added; i++)
        c->pieces[c->count++] = cut(m, i < removed ? old[i] : "", i < added ? now[i] : "");
}

static void put_pieces(struct mem *m, struct compare_change *c)
{
    struct lines a = split(m, c->old), b = split(m, c->now);
    size_t i = 0, j = 0, row = b.count + 1;
    c->pieces = mem_array(m, a.count + b.count, sizeof *c->pieces);
    unsigned short *length = (a.count + 1) * row <= LINES_SQUARE ? common(m, &a, &b) : NULL;
    while (i < a.count || j < b.count) {
        size_t from_i = i, from_j = j;
        while (length && (i < a.count || j < b.count)) {
            if (i < a.count && j < b.count && strcmp(a.items[i], b.items[j]) == 0)
                break;
            if (j == b.count || (i < a.count && length[(i + 1) * row + j] >= length[i * row + j + 1]))
                i++;
            else
                j++;
        }
        if (!length) {
            i = a.count;
            j = b.count;
        }
        put_run(m, c, a.items + from_i, i - from_i, b.items + from_j, j - from_j);
        i += i < a.count;
        j += j < b.count;
    }
}

/* ---- the two versions ---- */

static size_t put_changes(struct mem *m, const char *const *old, const char *const *now, size_t fields, struct compare_change *out)
{
    size_t count = 0;
    for (size_t i = 0; i < fields; i++) {
        const char *before = old[i] ? old[i] : "", *after = now[i] ? now[i] : "";
        struct compare_change c = { (unsigned)i, before, after, NULL, 0 };
        if (strcmp(before, after) == 0)
            continue;
        put_pieces(m, &c);
        if (c.count > 0)
            out[count++] = c;
    }
    return count;
}

static const struct compare_person *find(const struct compare_side *side, int64_t id)
{
    for (size_t i = 0; i < side->count; i++)
        if (side->people[i].id == id)
            return &side->people[i];
    return NULL;
}

static bool same_award(const struct compare_person *a, const struct compare_person *b)
{
    return a && b && strcmp(a->facts[COMPARE_AWARD] ? a->facts[COMPARE_AWARD] : "", b->facts[COMPARE_AWARD] ? b->facts[COMPARE_AWARD] : "") == 0;
}

/* The people of `side` who stand in the same list of `other`; *at is where to begin, and where it was found. */
static const struct compare_person *next_common(const struct compare_side *side, const struct compare_side *other, size_t *at)
{
    for (; *at < side->count; ++*at)
        if (same_award(&side->people[*at], find(other, side->people[*at].id)))
            return &side->people[(*at)++];
    return NULL;
}

static bool is_reordered(const struct compare_side *old, const struct compare_side *now)
{
    size_t i = 0, j = 0;
    for (;;) {
        const struct compare_person *a = next_common(old, now, &i), *b = next_common(now, old, &j);
        if (!a || !b || a->id != b->id)
            return a && b;
    }
}

void compare_sides(struct mem *m, const struct compare_side *old, const struct compare_side *now, struct compare *out)
{
    *out = (struct compare){ .words = mem_array(m, COMPARE_WORD__MAX, sizeof *out->words),
                             .people = mem_array(m, old->count + now->count, sizeof *out->people) };
    out->word_count = put_changes(m, old->words, now->words, COMPARE_WORD__MAX, out->words);
    for (size_t i = 0; i < now->count; i++) {
        struct compare_touched t = { COMPARE_ADDED, find(old, now->people[i].id), &now->people[i], NULL, 0 };
        if (t.old) {
            t.kind = COMPARE_CHANGED;
            t.changes = mem_array(m, COMPARE_FACT__MAX, sizeof *t.changes);
            t.count = put_changes(m, t.old->facts, t.now->facts, COMPARE_FACT__MAX, t.changes);
        }
        if (!t.old || t.count > 0 || t.now->renewed)
            out->people[out->people_count++] = t;
    }
    for (size_t i = 0; i < old->count; i++)
        if (!find(now, old->people[i].id))
            out->people[out->people_count++] = (struct compare_touched){ COMPARE_LEFT_OUT, &old->people[i], NULL, NULL, 0 };
    out->reordered = is_reordered(old, now);
}

bool compare_is_nothing(const struct compare *c)
{
    return c->word_count == 0 && c->people_count == 0 && !c->reordered;
}
