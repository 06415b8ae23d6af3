/* reading: phases of a published notice. */
#include "reading.h"

#include <string.h>

#include "conf.h"
#include "text.h"

enum reading_phase reading_phase(const struct published *p, instant now)
{
    if (p->withdrawn)
        return READING_WITHDRAWN;
    if (now < p->opens_at)
        return READING_BEFORE;
    return now < p->closes_at ? READING_OPEN : READING_CLOSED;
}

instant reading_valid_until(const struct published *p, instant now)
{
    instant until = clock_day_start(clock_day_beijing(now) + 1);
    if (p->opens_at > now && p->opens_at < until)
        until = p->opens_at;
    if (p->closes_at > now && p->closes_at < until)
        until = p->closes_at;
    return until;
}

int reading_days_left(const struct published *p, instant now)
{
    day last = clock_day_beijing(p->closes_at - 1), today = clock_day_beijing(now);
    return last > today ? last - today : 0;
}

bool reading_late(const struct published *p, instant opened_at, instant now)
{
    return !p->withdrawn && opened_at < p->closes_at && now >= p->closes_at &&
           now < p->closes_at + conf_number("objection.late_minutes") * CLOCK_MINUTE;
}

/* Only what is written, not how: half width, small letters, no blanks, no middle dots. */
static char *folded(struct mem *m, const char *text)
{
    char *half = text_half_width(m, text_nfc(m, text)), *to = half;
    for (const char *p = half; *p != '\0'; p++) {
        if (*p == ' ' || *p == '.')
            continue;
        if (strncmp(p, "\u00b7", 2) == 0 || strncmp(p, "\u2022", 3) == 0 || strncmp(p, "\u30fb", 3) == 0) {
            p += *p == '\xc2' ? 1 : 2;
            continue;
        }
        *to++ = *p >= 'A' && *p <= 'Z' ? (char)(*p - 'A' + 'a') : *p;
    }
    *to = '\0';
    return half;
}

bool reading_fits(struct mem *m, const struct published_entry *e, const char *q)
{
    const char *wanted = folded(m, q);
    return strstr(folded(m, e->name), wanted) != NULL || strstr(folded(m, e->employer), wanted) != NULL ||
           strstr(folded(m, e->union_name), wanted) != NULL;
}

bool reading_person(struct mem *m, struct db *db, const char *notice, const char *candidate, struct published *newest,
                    struct published_entry *e, bool *gone, struct fail *f)
{
    struct published *all;
    size_t count;
    if (!published_versions(db, m, notice, &all, &count, f))
        return false;
    *newest = all[0];
    for (size_t i = 0; i < count; i++) {
        *gone = i > 0;
        if (published_entry_read(db, m, all[i].version_id, candidate, e, f))
            return true;
        if (f->kind != FAIL_MISSING)
            return false;
    }
    return false;
}
