/* calendar_file: reading one year's file, line by line. */
#include "calendar_file.h"

#include <string.h>

#include "scan.h"
#include "text.h"

enum { DAYS_MAX = 366, NAME_MAX = 40, PAPER_MAX = 200 };

struct reading { struct mem *m; struct calendar_file *file; int line; struct fail *f; };

static bool flaw(struct reading *r, const char *what)
{
    return fail_set(r->f, FAIL_INPUT, "calendar_file", "line %d: %s", r->line, what);
}

/* Cuts the part before the next comma off *at; the last part takes the rest. */
static char *part(char **at)
{
    char *one = *at, *comma = one + strcspn(one, ",");
    *at = *comma == ',' ? comma + 1 : comma;
    *comma = '\0';
    return one;
}

static bool take_head(struct reading *r, const char *key, const char *value)
{
    int64_t year;
    if (strcmp(key, "paper") == 0) {
        r->file->paper = mem_text(r->m, value);
        return (*value != '\0' && text_length(value) <= PAPER_MAX) || flaw(r, "an address of at most 200 characters");
    }
    if (!scan_i64(value, 2000, 2100, &year))
        return flaw(r, "a year from 2000 to 2100");
    r->file->year = (int)year;
    return true;
}

static bool take_day(struct reading *r, const char *date, const char *kind, const char *name)
{
    struct calendar_file *file = r->file;
    bool off = strcmp(kind, "off") == 0;
    day d;
    if (!clock_day_from_text(date, &d))
        return flaw(r, "a date like 2026-01-01");
    if (file->year == 0 || clock_day_civil(d).year != file->year)
        return flaw(r, "a day of the year that stands above");
    if (!off && strcmp(kind, "work") != 0)
        return flaw(r, "off or work");
    if (!off && clock_weekday(d) < 5)
        return flaw(r, "only a Saturday or Sunday is a make-up workday");
    if (*name == '\0' || text_length(name) > NAME_MAX)
        return flaw(r, "a name of at most 40 characters");
    if (file->count == DAYS_MAX || (file->count > 0 && file->days[file->count - 1].day >= d))
        return flaw(r, "days one after the other, each once");
    struct calendar_exception *days = (struct calendar_exception *)file->days;
    days[file->count] = (struct calendar_exception){ d, off };
    file->names[file->count++] = mem_text(r->m, name);
    return true;
}

static bool take_line(struct reading *r, char *line)
{
    line[strcspn(line, "\r")] = '\0';
    if (*line == '\0' || *line == '#')
        return true;
    char *at = line, *first = part(&at);
    if (strcmp(first, "year") == 0 || strcmp(first, "paper") == 0)
        return take_head(r, first, at);
    char *second = part(&at);
    return take_day(r, first, second, at);
}

bool calendar_file_read(struct mem *m, const char *text, size_t n, struct calendar_file *out, struct fail *f)
{
    struct reading r = { m, out, 0, f };
    *out = (struct calendar_file){ .days = mem_array(m, DAYS_MAX, sizeof *out->days), .names = mem_array(m, DAYS_MAX, sizeof *out->names) };
    if (text_check(text, n, true) != TEXT_OK)
        return fail_set(f, FAIL_INPUT, "calendar_file", "not a text in UTF-8");
    char *copy = mem_text_n(m, text, n);
    for (char *next; *copy != '\0'; copy = next) {
        size_t len = strcspn(copy, "\n");
        next = copy + len + (copy[len] == '\n' ? 1 : 0);
        copy[len] = '\0';
        r.line++;
        if (!take_line(&r, copy))
            return false;
    }
    if (out->year == 0 || out->paper == NULL || out->count == 0)
        return flaw(&r, "the year, the paper or the days are missing");
    return true;
}
