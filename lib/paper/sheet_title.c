/* sheet_title: where a title may be broken. */
#include <math.h>
#include <string.h>

#include "sheet_private.h"

/* How unwelcome a break before `p` is, in characters of unevenness: after “的” or a closing mark it reads well, before them it does not. */
static double unwelcome(const char *start, const char *p, int depth)
{
    static const char *const NEVER_BEFORE[] = { "”", "》", "）", "〕", "、", "，", "的", "·" };
    static const char *const WELL_AFTER[] = { "”", "》", "）", "的", "，" };
    static const char *const WELL_BEFORE[] = { "“", "《", "拟", "公示", "公告", "名单" };
    double score = 3;
    if (depth > 0)
        return HUGE_VAL;
    for (size_t i = 0; i < sizeof NEVER_BEFORE / sizeof *NEVER_BEFORE; i++)
        if (strncmp(p, NEVER_BEFORE[i], strlen(NEVER_BEFORE[i])) == 0)
            return HUGE_VAL;
    for (size_t i = 0; i < sizeof WELL_AFTER / sizeof *WELL_AFTER; i++)
        if (p - start >= (ptrdiff_t)strlen(WELL_AFTER[i]) && memcmp(p - strlen(WELL_AFTER[i]), WELL_AFTER[i], strlen(WELL_AFTER[i])) == 0)
            score = 0;
    for (size_t i = 0; i < sizeof WELL_BEFORE / sizeof *WELL_BEFORE; i++)
        if (strncmp(p, WELL_BEFORE[i], strlen(WELL_BEFORE[i])) == 0)
            score = 0;
    return score;
}

/* The best place to break `text` in two, both of which fit into `most` if that can be; NULL if there is none. */
static const char *best_break(struct sheet *s, const struct sheet_style *style, const char *text, double most)
{
    double whole = sheet_text_width(s, style->role, style->size, text), best = HUGE_VAL;
    const char *at = NULL;
    int depth = 0;
    for (const char *p = text; *p != '\0'; p++) {
        if (((unsigned char)*p & 0xC0) == 0x80)
            continue;
        double score = p == text ? HUGE_VAL : unwelcome(text, p, depth);
        depth += strncmp(p, "“", 3) == 0 || strncmp(p, "《", 3) == 0;
        depth -= strncmp(p, "”", 3) == 0 || strncmp(p, "》", 3) == 0;
        /* Inside a word of other letters there is no break. */
        if (score >= HUGE_VAL || ((unsigned char)*p < 0x80 && (unsigned char)p[-1] < 0x80))
            continue;
        double before = sheet_text_width(s, style->role, style->size, mem_text_n(s->mem, text, (size_t)(p - text)));
        if (before > most || whole - before > most)
            continue;
        score += fabs(before - whole / 2) / style->size;
        if (score < best) {
            best = score;
            at = p;
        }
    }
    return at;
}

void sheet_title(struct sheet *s, const struct sheet_style *style, const char *text)
{
    double whole = sheet_text_width(s, style->role, style->size, text);
    const char *at = whole > s->width ? best_break(s, style, text, s->width) : NULL;
    sheet_text(s, style, at == NULL ? text : mem_printf(s->mem, "%.*s\n%s", (int)(at - text), text, at));
}
