/* told: what shows that unions were told (送达情况) of a notice or a final list, of one union or of all: a page that prints, and the same table
 * to take along. */
#include <string.h>

#include "announcement.h"
#include "draft.h"
#include "evidence.h"
#include "mask.h"
#include "staff_page.h"
#include "table_pdf.h"
#include "xlsx.h"

#define COUNT(list) (sizeof(list) / sizeof(list)[0])
enum { UNION, WHAT, CONTACT, WAY, ADDRESS, MADE, HANDED, ARRIVED, RESULT, ATTEMPTS, SIGNED, COLUMN__MAX };

static const struct form_field fields[] = { { "union", FORM_NUMBER, false, 0, INT32_MAX, NULL } };
static const struct { const char *word; int width; bool number; } columns[COLUMN__MAX] = {
    [UNION] = { "union", 14, false }, [WHAT] = { "what", 9, false }, [CONTACT] = { "contact", 8, false }, [WAY] = { "way", 4, false },
    [ADDRESS] = { "address", 12, false }, [MADE] = { "made", 11, false }, [HANDED] = { "handed", 11, false },
    [ARRIVED] = { "arrived", 11, false }, [RESULT] = { "result", 12, false },
    [ATTEMPTS] = { "attempts", 4, true }, [SIGNED] = { "signed", 14, false },
};

struct told {
    struct table_doc doc;
    const char *of_title;
    struct evidence_of of;
    struct evidence_row *rows;
    size_t unions, signed_for;
};

/* To the second: it is evidence. */
static char *second(struct request *r, instant t)
{
    struct civil c = clock_beijing(t);
    return t ? mem_printf(request_mem(r), "%d年%d月%d日 %02d:%02d:%02d", c.year, c.month, c.mday, c.hour, c.minute, c.second) : NULL;
}

static const char *said(struct request *r, const char *tree, const char *word)
{
    return word ? kit_word(r, mem_printf(request_mem(r), "%s.%s", tree, word)) : NULL;
}

static const char *result(struct request *r, const struct evidence_row *x)
{
    if (!x->message_id)
        return kit_word(r, "Staff.Told.nothing");
    const char *state = said(r, "Staff.MessageState", x->state), *outcome = said(r, "Outcome", x->outcome);
    const char *twice = x->maybe_twice ? kit_word(r, "Staff.Outbox.twice") : NULL;
    bool more = outcome && strcmp(x->state, "SENT") != 0;
    return mem_printf(request_mem(r), "%s%s%s%s%s%s", state, more ? "（" : "", more ? outcome : "", more ? "）" : "", twice ? "，" : "",
                      twice ? twice : "");
}

static void fill_row(struct request *r, const struct evidence_row *x, const char **cells)
{
    struct mem *m = request_mem(r);
    bool sms = x->channel && strcmp(x->channel, "SMS") == 0;
    const char *address = sms ? x->phone : x->email;
    cells[UNION] = x->union_name;
    cells[WHAT] = said(r, "Event", x->event);
    cells[CONTACT] = x->contact ? mem_printf(m, "%s %s", x->contact, x->rank ? said(r, "Staff.Rank", x->rank) : kit_word(r, "Staff.Told.left")) : NULL;
    cells[WAY] = said(r, "Channel", x->channel);
    cells[ADDRESS] = address ? sms ? mask_phone(m, address) : mask_email(m, address) : NULL;
    cells[MADE] = second(r, x->message_id ? x->made_at : x->letter_at);
    cells[HANDED] = second(r, x->handed_at);
    cells[ARRIVED] = x->report && strcmp(x->report, "DELIVERED") == 0 ? second(r, x->report_at) : said(r, "Staff.Report", x->report);
    cells[RESULT] = result(r, x);
    cells[ATTEMPTS] = x->message_id ? kit_number(r, x->attempts) : NULL;
    cells[SIGNED] = x->signed_at ? mem_printf(m, "%s %s", second(r, x->signed_at), x->signed_by ? x->signed_by : "")
                                 : kit_word(r, "Staff.Told.unsigned");
}

static void count_letters(struct told *t, size_t rows)
{
    for (size_t i = 0; i < rows; i++)
        if (i == 0 || t->rows[i].letter_id != t->rows[i - 1].letter_id) {
            t->unions++;
            t->signed_for += t->rows[i].signed_at != 0;
        }
}

static void fill(struct request *r, struct told *t, size_t rows, instant now)
{
    struct mem *m = request_mem(r);
    struct table_column *heads = mem_array(m, COLUMN__MAX, sizeof *heads);
    const char **cells = mem_array(m, rows * COLUMN__MAX + 1, sizeof *cells), **lines = mem_array(m, 3, sizeof *lines),
               **notes = mem_array(m, 2, sizeof *notes);
    for (size_t i = 0; i < COLUMN__MAX; i++)
        heads[i] = (struct table_column){ kit_word(r, mem_printf(m, "Staff.Told.head.%s", columns[i].word)), columns[i].width, columns[i].number };
    for (size_t i = 0; i < rows; i++)
        fill_row(r, &t->rows[i], cells + i * COLUMN__MAX);
    lines[0] = t->of_title;
    lines[1] = kit_say(r, "Staff.Told.as_of", second(r, now), NULL);
    lines[2] = kit_say(r, "Staff.Told.counts", kit_number(r, (int64_t)t->unions), kit_number(r, (int64_t)t->signed_for));
    notes[0] = kit_word(r, "Staff.Told.note_handed");
    notes[1] = kit_word(r, "Staff.Told.note_masked");
    t->doc = (struct table_doc){ kit_word(r, "Staff.Told.title"), kit_word(r, "Staff.Told.title"), lines, 3, heads, COLUMN__MAX, cells, rows,
                                 notes, 2, now };
}

/* What the address names, once it was published; 0 if nothing was. */
static bool find(struct request *r, struct told *t, struct fail *f)
{
    const char *kind = request_segment(r, "kind");
    struct announcement a;
    struct draft d;
    int64_t id = 0;
    bool ok = false;
    if (strcmp(kind, "notice") == 0 && staff_number(request_segment(r, "of"), &id) && (ok = draft_get(request_mem(r), staff_db(), id, &d, f))) {
        t->of.version_id = d.state == DRAFT_PUBLISHED || d.state == DRAFT_WITHDRAWN ? id : 0;
        t->of_title = kit_say(r, "Staff.Told.of_notice", d.words.title, kit_number(r, d.version));
    } else if (strcmp(kind, "final") == 0 && (ok = announcement_of_round(request_mem(r), staff_db(), request_segment(r, "of"), &a, f))) {
        t->of.announcement_id = a.state == DRAFT_PUBLISHED || a.state == DRAFT_WITHDRAWN ? a.id : 0;
        t->of_title = a.words.title;
    }
    return ok ? true : f->kind == FAIL_NONE || f->kind == FAIL_MISSING;
}

/* False: answered already. */
static bool read(struct request *r, struct told *t, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct form *form = form_new(r, fields, COUNT(fields));
    instant now;
    size_t rows;
    *t = (struct told){ 0 };
    if (!form_read_query(form, &f) || !find(r, t, &f)) {
        response_fail(out, &f);
        return false;
    }
    t->of.union_id = form_ok(form) ? form_number(form, "union") : 0;
    if (!t->of.version_id && !t->of.announcement_id) {
        response_missing(out);
        return false;
    }
    if (!evidence_list(request_mem(r), staff_db(), &t->of, &t->rows, &rows, &now, &f)) {
        response_fail(out, &f);
        return false;
    }
    count_letters(t, rows);
    fill(r, t, rows, now);
    return true;
}

static char *own_url(struct request *r, const char *rest, int64_t union_id)
{
    const char *of = union_id ? mem_printf(request_mem(r), "?union=%lld", (long long)union_id) : "";
    return mem_printf(request_mem(r), "/told/%s/%s%s%s", request_segment(r, "kind"), request_segment(r, "of"), rest, of);
}

void told_page(struct request *r, struct view_node *v, struct response *out)
{
    struct told t;
    if (!read(r, &t, out))
        return;
    for (size_t i = 0; i < t.doc.line_count; i++)
        view_set(view_row(v, "Lines"), "text", t.doc.lines[i]);
    for (size_t i = 0; i < t.doc.column_count; i++)
        view_set(view_row(v, "Heads"), "text", t.doc.columns[i].title);
    for (size_t i = 0; i < t.doc.row_count; i++) {
        struct view_node *row = view_row(v, "Rows");
        view_set(row, "union_url", t.of.union_id ? NULL : own_url(r, "", t.rows[i].union_id));
        view_set(row, "url", t.rows[i].message_id && staff_opens(r, "/outbox/{message}")
                                 ? mem_printf(request_mem(r), "/outbox/%lld", (long long)t.rows[i].message_id) : NULL);
        view_set_flag(row, "signed", t.rows[i].signed_at != 0);
        for (size_t k = 0; k < t.doc.column_count; k++) {
            struct view_node *cell = view_row(row, "cells");
            view_set(cell, "head", t.doc.columns[k].title);
            view_set(cell, "text", t.doc.cells[i * t.doc.column_count + k]);
        }
    }
    for (size_t i = 0; i < t.doc.note_count; i++)
        view_set(view_row(v, "Notes"), "text", t.doc.notes[i]);
    view_set(v, "Pdf_url", own_url(r, "/pdf", t.of.union_id));
    view_set(v, "Xlsx_url", own_url(r, "/xlsx", t.of.union_id));
    view_set(v, "All_url", t.of.union_id ? own_url(r, "", 0) : NULL);
    staff_title(r, v, "Told.title", "/outbox");
    response_page(out, "told");
}

void told_xlsx_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct told t;
    void *bytes;
    size_t n;
    (void)v;
    if (!read(r, &t, out))
        return;
    if (xlsx_make(request_mem(r), &t.doc, &bytes, &n, &f))
        response_file(out, XLSX_TYPE, "songda.xlsx", bytes, n);
    else
        response_fail(out, &f);
}

void told_pdf_page(struct request *r, struct view_node *v, struct response *out)
{
    enum { PDF_MOST = 32 * 1024 * 1024 };
    struct fail f = { .kind = FAIL_NONE };
    struct told t;
    struct buf pdf;
    (void)v;
    if (!read(r, &t, out))
        return;
    buf_init(&pdf, request_mem(r), PDF_MOST);
    if (table_pdf_make(request_mem(r), &t.doc, &pdf, &f))
        response_file(out, TABLE_PDF_TYPE, "songda.pdf", pdf.data, pdf.len);
    else
        response_fail(out, &f);
}
