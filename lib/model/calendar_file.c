/* calendar_file: reading one year's plan, line by line or as JSON. What a plan may say is checked in one place for both. */
#include "calendar_file.h"

#include <jansson.h>
#include <string.h>

#include "doc_number.h"
#include "scan.h"
#include "text.h"

enum { DAYS_MAX = 366, NAME_MAX = 40, PAPER_MAX = 200, NUMBER_MAX = 40 };

struct reading { struct mem *m; struct calendar_file *file; const char *unit; int at; struct fail *f; };

static bool flaw(struct reading *r, const char *what)
{
    return fail_set(r->f, FAIL_INPUT, "calendar_file", "%s %d: %s", r->unit, r->at, what);
}

/* ---- what a plan may say ---- */

static bool is_line(const char *text, size_t max)
{
    return *text != '\0' && text_check(text, strlen(text), false) == TEXT_OK && text_length(text) <= max;
}

static bool take_year(struct reading *r, int64_t year)
{
    r->file->year = (int)year;
    return (year >= 2000 && year <= 2100) || flaw(r, "a year from 2000 to 2100");
}

static bool take_paper(struct reading *r, const char *paper)
{
    bool address = strncmp(paper, "https://", 8) == 0 || strncmp(paper, "http://", 7) == 0;
    r->file->paper = mem_text(r->m, paper);
    return (address && is_line(paper, PAPER_MAX)) || flaw(r, "an address (https://…) of at most 200 characters");
}

static bool take_number(struct reading *r, const char *number)
{
    r->file->number = doc_number_read(r->m, number);
    return (r->file->number != NULL && text_length(r->file->number) <= NUMBER_MAX) || flaw(r, "a number like 国办发明电〔2025〕1号");
}

static bool within(const struct calendar_file *file, day d)
{
    struct civil c = clock_day_civil(d);
    return c.year == file->year || (c.year == file->year - 1 && c.month == 12);
}

static bool take_day(struct reading *r, const char *date, bool off, const char *name)
{
    struct calendar_file *file = r->file;
    day d;
    if (!clock_day_from_text(date, &d))
        return flaw(r, "a date like 2026-01-01");
    if (file->year == 0 || !within(file, d))
        return flaw(r, "a day of the year that stands above, or of the December before");
    if (!off && clock_weekday(d) < 5)
        return flaw(r, "only a Saturday or Sunday is a make-up workday");
    if (!is_line(name, NAME_MAX))
        return flaw(r, "a name of at most 40 characters");
    if (file->count == DAYS_MAX || (file->count > 0 && file->days[file->count - 1].day >= d))
        return flaw(r, "days one after the other, each once");
    file->days[file->count++] = (struct calendar_exception){ d, off, file->year, mem_text(r->m, name) };
    return true;
}

/* ---- lines ---- */

/* Cuts the part before the next comma off *at; the last part takes the rest. */
static char *part(char **at)
{
    char *one = *at, *comma = one + strcspn(one, ",");
    *at = *comma == ',' ? comma + 1 : comma;
    *comma = '\0';
    return one;
}

static bool take_line(struct reading *r, char *line)
{
    int64_t year;
    line[strcspn(line, "\r")] = '\0';
    if (*line == '\0' || *line == '#')
        return true;
    char *rest = line, *first = part(&rest);
    if (strcmp(first, "year") == 0)
        return scan_i64(rest, 0, 9999, &year) ? take_year(r, year) : flaw(r, "a year from 2000 to 2100");
    if (strcmp(first, "paper") == 0)
        return take_paper(r, rest);
    if (strcmp(first, "number") == 0)
        return take_number(r, rest);
    char *kind = part(&rest);
    bool off = strcmp(kind, "off") == 0;
    return off || strcmp(kind, "work") == 0 ? take_day(r, first, off, rest) : flaw(r, "off or work");
}

static bool take_lines(struct reading *r, char *text)
{
    r->unit = "line";
    for (char *next; *text != '\0'; text = next) {
        size_t len = strcspn(text, "\n");
        next = text + len + (text[len] == '\n' ? 1 : 0);
        text[len] = '\0';
        r->at++;
        if (!take_line(r, text))
            return false;
    }
    return true;
}

/* ---- JSON ---- */

static bool take_json_day(struct reading *r, json_t *one)
{
    const char *name, *date;
    int off;
    if (json_unpack_ex(one, NULL, JSON_STRICT, "{s:s, s:s, s:b}", "name", &name, "date", &date, "isOffDay", &off) != 0)
        return flaw(r, "name, date and isOffDay, nothing else");
    return take_day(r, date, off != 0, name);
}

static bool take_json(struct reading *r, json_t *root)
{
    json_error_t error;
    json_int_t year;
    const char *number = NULL, *about;
    json_t *papers, *days;
    if (json_unpack_ex(root, &error, JSON_STRICT, "{s:I, s:o, s?s, s?s, s?s, s:o}", "year", &year, "papers", &papers, "number", &number,
                       "$schema", &about, "$id", &about, "days", &days) != 0)
        return fail_set(r->f, FAIL_INPUT, "calendar_file", "%s", error.text);
    /* A plan that was changed during its year names both papers, the one that holds last. */
    const char *paper = json_string_value(json_array_get(papers, json_array_size(papers) - 1));
    if (!take_year(r, year) || !take_paper(r, paper != NULL ? paper : "") || (number != NULL && !take_number(r, number)))
        return false;
    r->unit = "day";
    for (size_t i = 0; i < json_array_size(days); i++) {
        r->at = (int)i + 1;
        if (!take_json_day(r, json_array_get(days, i)))
            return false;
    }
    return true;
}

static bool take_document(struct reading *r, const char *text, size_t n)
{
    json_error_t error;
    json_t *root = json_loadb(text, n, JSON_REJECT_DUPLICATES, &error);
    if (root == NULL)
        return fail_set(r->f, FAIL_INPUT, "calendar_file", "line %d: %s", error.line, error.text);
    r->unit = "line";
    r->at = 1;
    bool ok = take_json(r, root);
    json_decref(root);
    return ok;
}

bool calendar_file_read(struct mem *m, const char *text, size_t n, struct calendar_file *out, struct fail *f)
{
    struct reading r = { .m = m, .file = out, .f = f };
    *out = (struct calendar_file){ .days = mem_array(m, DAYS_MAX, sizeof *out->days), .number = mem_text(m, "") };
    if (text_check(text, n, true) != TEXT_OK)
        return fail_set(f, FAIL_INPUT, "calendar_file", "not a text in UTF-8");
    char *copy = mem_text_n(m, text, n);
    bool json = copy[strspn(copy, " \t\r\n")] == '{';
    if (!(json ? take_document(&r, copy, n) : take_lines(&r, copy)))
        return false;
    if (out->year == 0 || out->paper == NULL || out->count == 0)
        return flaw(&r, "the year, the paper or the days are missing");
    return true;
}
