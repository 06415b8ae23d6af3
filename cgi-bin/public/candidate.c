/* candidate: one person of a notice: who he is, what he did, and the way to object. */
#include "kit_paper.h"
#include "people.h"
#include "rare.h"
#include "ready.h"
#include "show.h"

/* The one before or behind him in the list. */
static bool put_neighbour(struct request *r, struct view_node *v, const struct published *p, const struct published_entry *e, bool before,
                          struct fail *f)
{
    struct published_entry *one;
    struct published_ask ask = { .version_id = p->version_id, .field = "", .award = "", .backward = before, .from = e->place, .limit = 1 };
    size_t count;
    if (!published_piece(public_db(), request_mem(r), &ask, &one, &count, f))
        return false;
    if (count > 0)
        show_person(r, view_child(v, before ? "Previous" : "Next"), p, one);
    return true;
}

/* Back to where he stands in the list: his line, on the page that has it. */
static char *list_url(struct request *r, const struct published *p, const struct published_entry *e)
{
    int64_t people = 0;
    for (size_t i = 0; i < p->period_count; i++)
        people += p->periods[i].people;
    int before = (e->place - 1) / PEOPLE_PIECE * PEOPLE_PIECE;
    return people > PEOPLE_WHOLE && before > 0 ? public_url(r, "/notice/%s?after=%d#p-%s", p->slug, before, e->slug)
                                               : public_url(r, "/notice/%s#p-%s", p->slug, e->slug);
}

static bool fill(struct request *r, struct view_node *v, instant now, instant *until, struct fail *f)
{
    struct published p;
    struct published_entry e;
    bool gone;
    if (!reading_person(request_mem(r), public_db(), request_segment(r, "notice"), request_segment(r, "candidate"), &p, &e, &gone, f) ||
        !reading_must_be_shown(&p, now, f))
        return false;
    struct view_node *n = view_child(v, "Person");
    show_notice(r, view_child(v, "Notice"), &p, &e.period, now);
    show_person(r, n, &p, &e);
    kit_paragraphs(r, n, "Deeds", e.deeds);
    view_set(n, "award", e.nomination ? "NOMINATION" : "CRAFTSMAN");
    view_set_flag(n, "gone", gone);
    view_set(n, "object_url", public_url(r, "/object/%s/%s", p.slug, e.slug));
    view_set(v, "Title", mem_printf(request_mem(r), "%s – %s", e.name, p.title));
    view_set(view_child(v, "Back"), "url", gone ? public_url(r, "/notice/%s#list", p.slug) : list_url(r, &p, &e));
    view_set(view_child(v, "Back"), "text", kit_word(r, "Public.back_to_list"));
    *until = reading_valid_until(&p, now);
    return rare_put(r, v, &p, f) && (gone || (put_neighbour(r, v, &p, &e, true, f) && put_neighbour(r, v, &p, &e, false, f)));
}

void candidate_page(struct request *r, struct view_node *v, struct response *out)
{
    ready_asked(r, v, out, "candidate", fill, "");
}
