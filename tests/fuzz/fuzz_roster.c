/* roster, union_sheet: any file that a clerk may send is read or refused with its flaws, and no row is taken that is not whole. */
#include "fuzz.h"

#include "roster.h"
#include "text.h"
#include "union_sheet.h"

static void check_text(const char *text, size_t most)
{
    PROMISE(text != NULL && text_check(text, strlen(text), false) != TEXT_NOT_UTF8 && text_length(text) <= most);
}

static void check_row(const struct roster_row *row)
{
    PROMISE(row->from != NULL && row->award < ROSTER_AWARD__MAX && row->line > 1);
    PROMISE(row->name[0] != '\0' && row->employer[0] != '\0');
    check_text(row->name, 100);
    check_text(row->employer, 1000);
    check_text(row->post, 1000);
}

static void read_roster(struct mem *m, const uint8_t *data, size_t n)
{
    static const struct roster_union UNIONS[] = { { 1, "上城区总工会" }, { 2, "杭州市机械冶金工会" }, { 3, "西湖区总工会" } };
    struct roster *r = roster_parse(m, data, n, UNIONS, 3);
    size_t listed = 0, awards = 0;
    PROMISE(r->count <= ROSTER_MAX_ROWS && r->flaw_count <= ROSTER_MAX_FLAWS);
    PROMISE(r->flaw_count <= r->errors + r->looks + r->mends);
    for (size_t i = 0; i < r->flaw_count; i++) {
        const struct roster_flaw *flaw = &r->flaws[i];
        PROMISE(flaw->fault < ROSTER_FAULT__MAX && flaw->level < ROSTER_LEVEL__MAX && flaw->column <= ROSTER_COLUMN__MAX);
        PROMISE(roster_fault_word(flaw->fault) != NULL && roster_level_word(flaw->level) != NULL);
        PROMISE(i == 0 || r->flaws[i - 1].line <= flaw->line);
        if (flaw->before != NULL)
            check_text(flaw->before, 200);
        if (flaw->after != NULL)
            check_text(flaw->after, 200);
        listed += flaw->level == ROSTER_ERROR;
    }
    PROMISE(listed <= r->errors);
    for (size_t i = 0; r->errors == 0 && i < r->count; i++)
        check_row(&r->rows[i]);
    for (size_t i = 0; i < ROSTER_AWARD__MAX; i++)
        awards += r->awards[i];
    PROMISE(awards <= r->count);
}

static void read_sheet(struct mem *m, const uint8_t *data, size_t n)
{
    struct union_sheet sheet = { 0 };
    struct fail f = { 0 };
    if (!union_sheet_read(m, data, n, &sheet, &f)) {
        PROMISE(f.kind == FAIL_INPUT && strcmp(f.field, "file") == 0);
        return;
    }
    PROMISE(sheet.count <= UNION_SHEET_MAX_ROWS);
    for (size_t i = 0; i < sheet.count; i++)
        for (size_t c = 0; c < UNION_COLUMN__MAX; c++)
            PROMISE(sheet.rows[i].cells[c] != NULL && text_check(sheet.rows[i].cells[c], strlen(sheet.rows[i].cells[c]), true) != TEXT_NOT_UTF8);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct mem *m = mem_new(NULL, "fuzz");
    read_roster(m, data, n);
    read_sheet(m, data, n);
    mem_free(&m);
    return 0;
}
