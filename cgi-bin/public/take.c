/* take: the list of a notice to take along: a table (CSV, a workbook), and the same as data (see api.c). */
#include "reading.h"
#include "ready.h"
#include "table_csv.h"
#include "take.h"
#include "xlsx.h"

enum { COLUMNS = 8 };

/* With the list a date alone would hide what has changed without a new version: withdrawal. */
static instant modified_at(const struct published *p, instant now)
{
    instant at = p->published_at;
    for (size_t i = 0; i < p->period_count; i++) {
        const struct published_period *of = &p->periods[i];
        at = of->opens_at <= now && of->opens_at > at ? of->opens_at : at;
        at = of->closes_at <= now && of->closes_at > at ? of->closes_at : at;
    }
    return p->withdrawn ? 0 : at;
}

bool take_read(struct request *r, instant now, struct taken *t, struct fail *f)
{
    if (!published_read(public_db(), request_mem(r), request_segment(r, "notice"), 0, &t->p, f))
        return false;
    t->modified = modified_at(&t->p, now);
    return reading_must_be_shown(&t->p, now, f) &&
           published_entries(public_db(), request_mem(r), t->p.version_id, &t->people, &t->count, f);
}

char *take_url(struct request *r, const char *path)
{
    return mem_printf(request_mem(r), "%s%s", request_origin(r), path);
}

static struct table_doc *table_of(struct request *r, instant now, instant *until, instant *modified, struct fail *f)
{
    static const struct { const char *word; int width; bool number; } HEADS[COLUMNS] = {
        { "Paper.seq", 4, true }, { "Public.award", 8, false }, { "Paper.name", 8, false }, { "Public.employer", 20, false }, { "Public.post", 12, false },
        { "Public.union", 16, false }, { "Public.field", 8, false }, { "Public.address", 30, false } };
    struct mem *m = request_mem(r);
    struct taken t;
    if (!take_read(r, now, &t, f))
        return NULL;
    struct table_column *columns = mem_array(m, COLUMNS, sizeof *columns);
    for (size_t i = 0; i < COLUMNS; i++)
        columns[i] = (struct table_column){ kit_word(r, HEADS[i].word), HEADS[i].width, HEADS[i].number };
    const char **cells = mem_array(m, t.count * COLUMNS, sizeof *cells), **lines = mem_array(m, 2, sizeof *lines);
    for (size_t i = 0; i < t.count; i++) {
        const struct published_entry *e = &t.people[i];
        const char *row[COLUMNS] = { kit_number(r, e->seq), kit_word(r, e->nomination ? "Award.NOMINATION" : "Award.CRAFTSMAN"), e->name, e->employer,
                                     e->post, e->union_name, e->field,
                                     take_url(r, public_url(r, "/notice/%s/candidate/%s", t.p.slug, e->slug)) };
        for (size_t k = 0; k < COLUMNS; k++)
            cells[i * COLUMNS + k] = row[k];
    }
    lines[0] = kit_say(r, "Public.version_name", kit_number(r, t.p.version), NULL);
    lines[1] = take_url(r, public_url(r, "/notice/%s", t.p.slug));
    *until = reading_valid_until(&t.p, now);
    *modified = t.modified;
    struct table_doc *doc = mem_alloc(m, sizeof *doc);
    *doc = (struct table_doc){ .name = kit_word(r, "Paper.people"), .title = t.p.title, .lines = lines, .line_count = 2, .columns = columns,
                               .column_count = COLUMNS, .cells = cells, .row_count = t.count, .made_at = t.p.published_at };
    return doc;
}

static bool write_csv(struct request *r, enum table_csv_code code, instant now, instant *until, instant *modified, struct buf *out, struct fail *f)
{
    void *bytes;
    size_t n;
    const struct table_doc *doc = table_of(r, now, until, modified, f);
    return doc != NULL && table_csv_make(request_mem(r), doc, code, &bytes, &n, f) && (buf_add(out, bytes, n), true);
}

static bool write_utf8(struct request *r, instant now, instant *until, instant *modified, struct buf *out, struct fail *f)
{
    return write_csv(r, CSV_UTF8, now, until, modified, out, f);
}

static bool write_gb18030(struct request *r, instant now, instant *until, instant *modified, struct buf *out, struct fail *f)
{
    return write_csv(r, CSV_GB18030, now, until, modified, out, f);
}

static bool write_xlsx(struct request *r, instant now, instant *until, instant *modified, struct buf *out, struct fail *f)
{
    void *bytes;
    size_t n;
    const struct table_doc *doc = table_of(r, now, until, modified, f);
    return doc != NULL && xlsx_make(request_mem(r), doc, &bytes, &n, f) && (buf_add(out, bytes, n), true);
}

void take_csv_page(struct request *r, struct view_node *v, struct response *out)
{
    (void)v;
    ready_document(r, out, "text/csv; charset=utf-8", "list.csv", write_utf8);
}

void take_gb18030_page(struct request *r, struct view_node *v, struct response *out)
{
    (void)v;
    ready_document(r, out, "text/csv; charset=gb18030", "list-gb18030.csv", write_gb18030);
}

void take_xlsx_page(struct request *r, struct view_node *v, struct response *out)
{
    (void)v;
    ready_document(r, out, XLSX_TYPE, "list.xlsx", write_xlsx);
}
