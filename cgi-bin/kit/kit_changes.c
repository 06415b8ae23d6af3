/* kit_changes: see kit_changes.h. */
#include "kit_changes.h"

/* What is stored as a code or a date is shown as the page shows it elsewhere, whole. */
static const char *award(struct request *r, const char *code)
{
    return code[0] != '\0' ? kit_word(r, mem_printf(request_mem(r), "Award.%s", code)) : "";
}

static const char *date(struct request *r, const char *text)
{
    day d;
    return clock_day_from_text(text, &d) ? kit_day(r, d) : text;
}

static void put_piece(struct view_node *row, const struct compare_piece *p)
{
    struct view_node *n = view_row(row, "Pieces");
    view_set(n, "before", p->before);
    view_set(n, "after", p->after);
    view_set(n, "removed", p->removed[0] != '\0' ? p->removed : NULL);
    view_set(n, "added", p->added[0] != '\0' ? p->added : NULL);
}

static void put_word(struct request *r, struct view_node *n, const struct compare_change *c)
{
    struct view_node *row = view_row(n, "Words");
    view_set(row, "label", kit_word(r, mem_printf(request_mem(r), "Changes.Word.%s", compare_word_word((enum compare_word)c->what))));
    if (c->what == COMPARE_SIGNED_DAY)
        put_piece(row, &(struct compare_piece){ "", date(r, c->old), date(r, c->now), "" });
    for (size_t i = 0; c->what != COMPARE_SIGNED_DAY && i < c->count; i++)
        put_piece(row, &c->pieces[i]);
}

static void put_fact(struct request *r, struct view_node *n, const struct compare_change *c)
{
    struct view_node *row = view_row(n, "Facts");
    view_set(row, "label", kit_word(r, mem_printf(request_mem(r), "Changes.Fact.%s", compare_fact_word((enum compare_fact)c->what))));
    if (c->what == COMPARE_AWARD)
        put_piece(row, &(struct compare_piece){ "", award(r, c->old), award(r, c->now), "" });
    for (size_t i = 0; c->what != COMPARE_AWARD && i < c->count; i++)
        put_piece(row, &c->pieces[i]);
}

static void put_person(struct request *r, struct view_node *n, const struct compare_touched *t)
{
    static const char *const KINDS[] = { [COMPARE_CHANGED] = "CHANGED", [COMPARE_ADDED] = "ADDED", [COMPARE_LEFT_OUT] = "LEFT_OUT" };
    const struct compare_person *p = t->now != NULL ? t->now : t->old;
    struct view_node *row = view_row(n, "People");
    view_set(row, "name", p->facts[COMPARE_NAME]);
    view_set(row, "employer", p->facts[COMPARE_EMPLOYER]);
    view_set(row, "kind", KINDS[t->kind]);
    view_set_flag(row, "renewed", t->now != NULL && t->now->renewed);
    for (size_t i = 0; i < t->count; i++)
        put_fact(r, row, &t->changes[i]);
}

void kit_changes(struct request *r, struct view_node *n, const struct compare *c)
{
    for (size_t i = 0; i < c->word_count; i++)
        put_word(r, n, &c->words[i]);
    for (size_t i = 0; i < c->people_count; i++)
        put_person(r, n, &c->people[i]);
    view_set_flag(n, "reordered", c->reordered);
    view_set_flag(n, "nothing", compare_is_nothing(c));
}
