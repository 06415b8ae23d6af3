/* differ: see differ.h. */
#include "differ.h"

#include "entry.h"
#include "roster.h"

static const char *day_text(struct mem *m, bool given, day d)
{
    char text[CLOCK_TEXT];
    if (!given)
        return "";
    clock_day_to_text(d, text);
    return mem_text(m, text);
}

static bool draft_side(struct mem *m, struct db *db, const struct draft *d, struct compare_side *out, struct fail *f)
{
    const struct draft_words *w = &d->words;
    struct entries people;
    if (!entry_list(m, db, d->id, &people, f))
        return false;
    struct compare_person *all = mem_array(m, people.count, sizeof *all);
    for (size_t i = 0; i < people.count; i++) {
        const struct entry *e = &people.items[i];
        all[i] = (struct compare_person){ .id = e->candidate_id, .renewed = e->period_version_id == 0, .facts = {
            [COMPARE_AWARD] = e->award, [COMPARE_NAME] = e->name, [COMPARE_EMPLOYER] = e->employer, [COMPARE_POST] = e->post,
            [COMPARE_UNION] = e->union_name, [COMPARE_FIELD] = e->field, [COMPARE_DEEDS] = e->deeds } };
    }
    *out = (struct compare_side){ .people = all, .count = people.count, .words = {
        [COMPARE_TITLE] = w->title, [COMPARE_DOC_NUMBER] = w->doc_number, [COMPARE_BODY] = w->body, [COMPARE_ORDER_NOTE] = w->order_note,
        [COMPARE_HANDLING_OFFICE] = w->handling_office, [COMPARE_HANDLING_PHONE] = w->handling_phone,
        [COMPARE_HANDLING_EMAIL] = w->handling_email, [COMPARE_HANDLING_ADDRESS] = w->handling_address,
        [COMPARE_HANDLING_HOURS] = w->handling_hours, [COMPARE_SUPERVISION_OFFICE] = w->supervision_office,
        [COMPARE_SUPERVISION_PHONE] = w->supervision_phone, [COMPARE_SIGNED_BY] = w->signed_by,
        [COMPARE_SIGNED_DAY] = day_text(m, w->has_signed_day, w->signed_day) } };
    return true;
}

bool differ_drafts(struct mem *m, struct db *db, const struct draft *old, const struct draft *now, struct compare *out, struct fail *f)
{
    struct compare_side *sides = mem_array(m, 2, sizeof *sides);
    if (!draft_side(m, db, old, &sides[0], f) || !draft_side(m, db, now, &sides[1], f))
        return false;
    compare_sides(m, &sides[0], &sides[1], out);
    return true;
}

static bool published_side(struct mem *m, struct db *db, const struct published *p, struct compare_side *out, struct fail *f)
{
    struct published_entry *people;
    size_t count;
    if (!published_people(db, m, p->version_id, &people, &count, f))
        return false;
    struct compare_person *all = mem_array(m, count, sizeof *all);
    for (size_t i = 0; i < count; i++) {
        const struct published_entry *e = &people[i];
        all[i] = (struct compare_person){ .id = e->candidate_id, .renewed = e->period.version == p->version, .facts = {
            [COMPARE_AWARD] = roster_award_word(e->nomination ? ROSTER_NOMINATION : ROSTER_CRAFTSMAN), [COMPARE_NAME] = e->name,
            [COMPARE_EMPLOYER] = e->employer, [COMPARE_POST] = e->post, [COMPARE_UNION] = e->union_name, [COMPARE_FIELD] = e->field,
            [COMPARE_DEEDS] = e->deeds } };
    }
    *out = (struct compare_side){ .people = all, .count = count, .words = {
        [COMPARE_TITLE] = p->title, [COMPARE_DOC_NUMBER] = p->doc_number, [COMPARE_BODY] = p->body, [COMPARE_ORDER_NOTE] = p->order_note,
        [COMPARE_HANDLING_OFFICE] = p->handling_office, [COMPARE_HANDLING_PHONE] = p->handling_phone,
        [COMPARE_HANDLING_EMAIL] = p->handling_email, [COMPARE_HANDLING_ADDRESS] = p->handling_address,
        [COMPARE_HANDLING_HOURS] = p->handling_hours, [COMPARE_SUPERVISION_OFFICE] = p->supervision_office,
        [COMPARE_SUPERVISION_PHONE] = p->supervision_phone, [COMPARE_SIGNED_BY] = p->signed_by,
        [COMPARE_SIGNED_DAY] = day_text(m, p->signed_day != 0, p->signed_day) } };
    return true;
}

bool differ_published(struct mem *m, struct db *db, const struct published *old, const struct published *now, struct compare *out,
                      struct fail *f)
{
    struct compare_side *sides = mem_array(m, 2, sizeof *sides);
    if (!published_side(m, db, old, &sides[0], f) || !published_side(m, db, now, &sides[1], f))
        return false;
    compare_sides(m, &sides[0], &sides[1], out);
    return true;
}
