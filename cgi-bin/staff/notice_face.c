/* notice_face: a version that is not out yet, put as the public will see it. */
#include <string.h>

#include "kit_days.h"
#include "kit_paper.h"
#include "notice_page.h"
#include "roster.h"

static void put_person(struct view_node *list, const struct entry *e)
{
    struct view_node *n = view_row(list, "People");
    view_set_number(n, "seq", e->seq);
    view_set(n, "name", e->name);
    view_set(n, "employer", e->employer);
    view_set(n, "post", e->post);
    view_set(n, "union", e->union_name);
    view_set(n, "field", e->field);
}

/* What stands on the person's own page. */
static void put_deeds(struct request *r, struct view_node *face, const struct entry *e)
{
    struct view_node *n = view_row(face, "Deeds");
    view_set(n, "name", e->name);
    kit_paragraphs(r, n, "Text", e->deeds);
}

static bool put_people(struct request *r, struct view_node *face, const struct draft *d, struct fail *f)
{
    struct entries people;
    struct view_node *lists[] = { view_child(face, "Craftsmen"), view_child(face, "Nominations") };
    int64_t in[] = { 0, 0 };
    if (!entry_list(request_mem(r), staff_db(), d->id, &people, f))
        return false;
    for (size_t i = 0; i < people.count; i++) {
        bool nomination = strcmp(people.items[i].award, roster_award_word(ROSTER_NOMINATION)) == 0;
        put_person(lists[nomination], &people.items[i]);
        put_deeds(r, face, &people.items[i]);
        in[nomination]++;
    }
    for (int i = 0; i < 2; i++)
        view_set(lists[i], "count", kit_persons(r, in[i]));
    return true;
}

/* How the period comes about, as the public will be able to unfold it. */
static bool put_days(struct request *r, struct view_node *face, const struct draft *d, struct fail *f)
{
    struct workdays w;
    struct calendar_derivation days;
    if (!d->has_period)
        return true;
    if (!workdays_load(request_mem(r), staff_db(), &w, f))
        return false;
    if (period_explain(request_mem(r), &w.calendar, d->open_day, d->close_day, d->period_rule, &days))
        kit_days(r, face, &days);
    return true;
}

bool notice_face(struct request *r, struct view_node *v, const struct draft *d, struct fail *f)
{
    const struct draft_words *w = &d->words;
    struct view_node *n = view_child(v, "Face");
    kit_paper(r, n, &(struct kit_paper){
        .title = w->title, .doc_number = w->doc_number, .body = w->body, .order_note = w->order_note, .handling_office = w->handling_office,
        .handling_phone = w->handling_phone, .handling_email = w->handling_email, .handling_address = w->handling_address,
        .handling_hours = w->handling_hours, .supervision_office = w->supervision_office, .supervision_phone = w->supervision_phone,
        .signed_by = w->signed_by, .signed_day = w->has_signed_day ? w->signed_day : 0, .open_day = d->has_period ? d->open_day : 0,
        .close_day = d->close_day, .period_rule = d->period_rule });
    return put_days(r, n, d, f) && put_people(r, n, d, f);
}
