/* notice_face: a version that is not out yet, put as the public will see it. */
#include <string.h>

#include "notice_page.h"
#include "roster.h"

/* A blank line ends a paragraph; a single line break within it stays one. */
static void put_body(struct request *r, struct view_node *face, const char *body)
{
    while (*body) {
        const char *end = strstr(body, "\n\n");
        size_t n = end ? (size_t)(end - body) : strlen(body);
        if (n > 0)
            view_set(view_row(face, "Paragraphs"), "text", mem_text_n(request_mem(r), body, n));
        body += n;
        body += strspn(body, "\n");
    }
}

static bool put_people(struct request *r, struct view_node *face, const struct draft *d, struct fail *f)
{
    struct entries people;
    if (!entry_list(request_mem(r), staff_db(), d->id, &people, f))
        return false;
    for (size_t i = 0; i < people.count; i++) {
        const struct entry *e = &people.items[i];
        bool craftsman = strcmp(e->award, roster_award_word(ROSTER_CRAFTSMAN)) == 0;
        struct view_node *n = view_row(face, craftsman ? "Craftsmen" : "Nominations");
        view_set_number(n, "seq", e->seq);
        view_set(n, "name", e->name);
        view_set(n, "employer", e->employer);
        view_set(n, "post", e->post);
        view_set(n, "union", e->union_name);
        view_set(n, "field", e->field);
    }
    return true;
}

bool notice_face(struct request *r, struct view_node *v, const struct draft *d, struct fail *f)
{
    const struct draft_words *w = &d->words;
    struct view_node *n = view_child(v, "Face");
    view_set(n, "title", w->title);
    view_set(n, "doc_number", w->doc_number);
    view_set(n, "order_note", w->order_note);
    view_set(n, "handling_office", w->handling_office);
    view_set(n, "handling_phone", w->handling_phone);
    view_set(n, "handling_email", w->handling_email);
    view_set(n, "handling_address", w->handling_address);
    view_set(n, "handling_hours", w->handling_hours);
    view_set(n, "supervision_office", w->supervision_office);
    view_set(n, "supervision_phone", w->supervision_phone);
    view_set(n, "signed_by", w->signed_by);
    if (w->has_signed_day)
        view_set(n, "signed_day", kit_day(r, w->signed_day));
    if (d->has_period) {
        view_set(n, "opens", kit_day(r, d->open_day));
        view_set(n, "closes", kit_closing(r, clock_day_start(d->close_day + 1)));
        view_set(n, "rule", d->period_rule);
    }
    put_body(r, n, w->body);
    return put_people(r, n, d, f);
}
