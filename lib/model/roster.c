/* roster: the file as a whole: its bytes become lines and cells (libcsv), the head line says which cell is what, rows are compared with
 * each other. Single cells are judged in roster_cell.c. */
#include "roster.h"

#include <csv.h>
#include <string.h>
#include <unicode/utf8.h>

#include "roster_cell.h"
#include "text.h"

#define CELLS_MAX 64 /* cells of a line that are looked at */

static const char *const heads[ROSTER_COLUMN__MAX][4] = {
    [ROSTER_NUMBER] = { "序号", "编号" },
    [ROSTER_NAME] = { "姓名", "人选姓名" },
    [ROSTER_EMPLOYER] = { "工作单位", "单位", "所在单位" },
    [ROSTER_POST] = { "岗位", "职务", "岗位/职务", "职务/岗位" },
    [ROSTER_UNION] = { "推荐单位", "推荐工会" },
    [ROSTER_FIELD] = { "产业领域", "领域" },
    [ROSTER_AWARD] = { "类别", "拟授类别" },
    [ROSTER_DEEDS] = { "主要事迹", "事迹", "事迹简介" },
};

struct reader {
    struct mem *m;
    struct mem *scratch;           /* of the present row */
    const struct roster_union *unions;
    size_t union_count;
    struct roster *out;
    struct roster_cell cells[CELLS_MAX];
    size_t cell_count;             /* also those beyond CELLS_MAX */
    size_t line, row_line;         /* the present line; the one on which the row began, 0: none has */
    bool said, has_head, broken, full; /* said: not all is blank */
    int place[ROSTER_COLUMN__MAX]; /* which cell a column is; -1: not in the file */
    size_t head_cells;
};

static void file_flaw(struct reader *r, size_t line, enum roster_level level, enum roster_fault fault, const char *before)
{
    roster_flaw_add(r->m, r->out, &(struct roster_flaw){ line, ROSTER_COLUMN__MAX, level, fault, before, NULL, 0, 0 });
}

static bool blank_cell(struct reader *r, const struct roster_cell *cell)
{
    return cell->n == 0 || (strlen(cell->bytes) == cell->n && *roster_key(r->scratch, cell->bytes) == '\0');
}

static int head_column(struct reader *r, const struct roster_cell *cell)
{
    const char *key = strlen(cell->bytes) == cell->n ? roster_key(r->scratch, cell->bytes) : "";
    for (int c = 0; c < ROSTER_COLUMN__MAX; c++)
        for (size_t i = 0; i < 4 && heads[c][i]; i++)
            if (strcmp(heads[c][i], key) == 0)
                return c;
    return -1;
}

/* The first line with more than one cell filled: a title above it is passed over. */
static void read_head(struct reader *r)
{
    size_t n = r->cell_count < CELLS_MAX ? r->cell_count : CELLS_MAX, filled = 0, known = 0;
    for (size_t i = 0; i < n; i++) {
        filled += !blank_cell(r, &r->cells[i]);
        known += head_column(r, &r->cells[i]) >= 0;
    }
    r->said |= filled > 0;
    if (filled < 2)
        return;
    r->has_head = true;
    r->broken = known == 0;
    if (r->broken) {
        file_flaw(r, r->row_line, ROSTER_ERROR, ROSTER_FILE_NO_LIST, NULL);
        return;
    }
    for (size_t i = 0; i < n; i++) {
        int c = head_column(r, &r->cells[i]);
        if (!blank_cell(r, &r->cells[i]))
            r->head_cells = i + 1;
        if (c >= 0 && r->place[c] >= 0)
            file_flaw(r, r->row_line, ROSTER_ERROR, ROSTER_COLUMN_TWICE, heads[c][0]);
        else if (c >= 0)
            r->place[c] = (int)i;
        else if (!blank_cell(r, &r->cells[i]))
            file_flaw(r, r->row_line, ROSTER_LOOK, ROSTER_COLUMN_UNKNOWN, r->cells[i].bytes);
    }
    for (int c = ROSTER_NAME; c <= ROSTER_AWARD; c++)
        if (r->place[c] < 0) {
            file_flaw(r, r->row_line, ROSTER_ERROR, ROSTER_COLUMN_MISSING, heads[c][0]);
            r->broken = true;
        }
}

static void read_row(struct reader *r)
{
    size_t n = r->cell_count < CELLS_MAX ? r->cell_count : CELLS_MAX, used = 0;
    for (size_t i = 0; i < n; i++)
        if (!blank_cell(r, &r->cells[i]))
            used = i + 1;
    if (used == 0)
        return;
    if (r->out->count == ROSTER_MAX_ROWS) {
        if (!r->full)
            file_flaw(r, r->row_line, ROSTER_ERROR, ROSTER_TOO_MANY_ROWS, NULL);
        r->full = true;
        return;
    }
    if (used > r->head_cells || r->cell_count > CELLS_MAX)
        roster_flaw_add(r->m, r->out, &(struct roster_flaw){ r->row_line, ROSTER_COLUMN__MAX, ROSTER_ERROR, ROSTER_CELLS, NULL, NULL,
                                                            r->cell_count > CELLS_MAX ? r->cell_count : used, r->head_cells });
    struct roster_cell cells[ROSTER_COLUMN__MAX];
    for (int c = 0; c < ROSTER_COLUMN__MAX; c++) {
        int at = r->place[c];
        cells[c] = at < 0 ? (struct roster_cell){ NULL, 0 } : (size_t)at < n ? r->cells[at] : (struct roster_cell){ "", 0 };
    }
    if (r->out->count % 64 == 0)
        r->out->rows = mem_resize(r->m, r->out->rows, r->out->count * sizeof *r->out->rows,
                                  (r->out->count + 64) * sizeof *r->out->rows);
    struct roster_row *row = &r->out->rows[r->out->count++];
    roster_row_read(r->m, r->out, r->row_line, cells, r->unions, r->union_count, row);
    r->out->awards[row->award]++;
}

static void on_cell(void *bytes, size_t n, void *ctx)
{
    struct reader *r = ctx;
    if (r->cell_count < CELLS_MAX)
        r->cells[r->cell_count] = (struct roster_cell){ n ? mem_text_n(r->scratch, bytes, n) : "", n };
    r->cell_count++;
}

static void on_row(int end, void *ctx)
{
    struct reader *r = ctx;
    (void)end;
    if (!r->has_head)
        read_head(r);
    else if (!r->broken)
        read_row(r);
    r->cell_count = 0;
    r->row_line = 0;
    mem_free(&r->scratch);
    r->scratch = mem_new(r->m, "roster row");
}

static int no_blank(unsigned char c)
{
    (void)c;
    return 0; /* libcsv would trim cells in silence */
}

static void read_lines(struct reader *r, const char *text, size_t n)
{
    struct csv_parser parser;
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0)
        return;
    csv_set_space_func(&parser, no_blank);
    bool whole = true;
    for (size_t at = 0; whole && at < n && !r->full && !r->broken;) {
        const char *end = memchr(text + at, '\n', n - at);
        size_t length = end ? (size_t)(end - (text + at)) + 1 : n - at;
        r->line++;
        if (r->row_line == 0)
            r->row_line = r->line;
        whole = csv_parse(&parser, text + at, length, on_cell, on_row, r) == length;
        bool empty = text[at] == '\n' || text[at] == '\r';
        if (empty && r->row_line == r->line)
            r->row_line = 0; /* libcsv says nothing of an empty line */
        at += length;
    }
    size_t began = r->row_line;
    if (!whole || (csv_fini(&parser, on_cell, on_row, r) != 0 && !r->full && !r->broken))
        file_flaw(r, began ? began : r->line, ROSTER_ERROR, ROSTER_QUOTES, NULL);
    csv_free(&parser);
}

static void compare_rows(struct reader *r)
{
    for (size_t i = 1; i < r->out->count; i++) {
        const struct roster_row *later = &r->out->rows[i];
        for (size_t k = 0; k < i && *later->name; k++) {
            const struct roster_row *row = &r->out->rows[k];
            if (strcmp(row->name, later->name) != 0)
                continue;
            bool same = strcmp(row->employer, later->employer) == 0;
            roster_flaw_add(r->m, r->out, &(struct roster_flaw){ later->line, ROSTER_NAME, same ? ROSTER_ERROR : ROSTER_LOOK,
                                                                same ? ROSTER_TWICE : ROSTER_NAMESAKE, later->name, NULL, row->line, 0 });
            break;
        }
    }
}

/* What was found by comparing rows goes to its line; the rest is in order already. */
static void sort_flaws(struct roster *r)
{
    for (size_t i = 1; i < r->flaw_count; i++) {
        struct roster_flaw moved = r->flaws[i];
        size_t k = i;
        for (; k > 0 && r->flaws[k - 1].line > moved.line; k--)
            r->flaws[k] = r->flaws[k - 1];
        r->flaws[k] = moved;
    }
}

static bool is_utf8(const char *bytes, size_t n)
{
    for (size_t i = 0; i < n;) {
        UChar32 c;
        U8_NEXT(bytes, i, n, c);
        if (c < 0)
            return false;
    }
    return true;
}

/* The file as UTF-8 without BOM, or NULL with a flaw. */
static const char *decode(struct reader *r, const char *bytes, size_t *n)
{
    if (*n == 0 || *n > ROSTER_MAX_BYTES) {
        file_flaw(r, 0, ROSTER_ERROR, *n == 0 ? ROSTER_FILE_EMPTY : ROSTER_FILE_LARGE, NULL);
        return NULL;
    }
    if (*n >= 4 && (memcmp(bytes, "PK\003\004", 4) == 0 || memcmp(bytes, "\xD0\xCF\x11\xE0", 4) == 0)) {
        file_flaw(r, 0, ROSTER_ERROR, ROSTER_FILE_EXCEL, NULL);
        return NULL;
    }
    if (*n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
        bytes += 3;
        *n -= 3;
    }
    if (is_utf8(bytes, *n))
        return bytes;
    char *text = memchr(bytes, 0, *n) ? NULL : text_from_gb18030(r->m, bytes, *n);
    if (!text) {
        file_flaw(r, 0, ROSTER_ERROR, ROSTER_FILE_NOT_TEXT, NULL);
        return NULL;
    }
    file_flaw(r, 0, ROSTER_MENDED, ROSTER_FILE_GB18030, NULL);
    *n = strlen(text);
    return text;
}

struct roster *roster_parse(struct mem *m, const void *bytes, size_t n, const struct roster_union *unions, size_t union_count)
{
    struct roster *out = mem_alloc(m, sizeof *out);
    struct reader *r = mem_alloc(m, sizeof *r);
    *r = (struct reader){ .m = m, .unions = unions, .union_count = union_count, .out = out };
    r->scratch = mem_new(m, "roster row");
    for (int c = 0; c < ROSTER_COLUMN__MAX; c++)
        r->place[c] = -1;
    const char *text = decode(r, bytes, &n);
    if (!text)
        return out;
    read_lines(r, text, n);
    if (out->count == 0 && out->errors == 0)
        file_flaw(r, 0, ROSTER_ERROR, r->said && !r->has_head ? ROSTER_FILE_NO_LIST : ROSTER_FILE_EMPTY, NULL);
    compare_rows(r);
    sort_flaws(out);
    return out;
}

const char *roster_column_head(enum roster_column column)
{
    return column < ROSTER_COLUMN__MAX ? heads[column][0] : "";
}
