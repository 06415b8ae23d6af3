/* candidate: one person of a notice: who he is, what he did, and the way to object. */
#include <string.h>

#include "kit_paper.h"
#include "rare.h"
#include "ready.h"
#include "show.h"

static bool put_neighbours(struct request *r, struct view_node *v, const struct published *p, const struct published_entry *e, struct fail *f)
{
    struct published_entry *all;
    size_t count;
    if (!published_entries(public_db(), request_mem(r), p->version_id, &all, &count, f))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (strcmp(all[i].slug, e->slug) != 0)
            continue;
        if (i > 0)
            show_person(r, view_child(v, "Previous"), p, &all[i - 1]);
        if (i + 1 < count)
            show_person(r, view_child(v, "Next"), p, &all[i + 1]);
    }
    return true;
}

static bool fill(struct request *r, struct view_node *v, instant now, instant *until, struct fail *f)
{
    struct published p;
    struct published_entry e;
    bool gone;
    if (!reading_person(request_mem(r), public_db(), request_segment(r, "notice"), request_segment(r, "candidate"), &p, &e, &gone, f))
        return false;
    struct view_node *n = view_child(v, "Person");
    show_notice(r, view_child(v, "Notice"), &p, &e.period, now);
    show_person(r, n, &p, &e);
    kit_paragraphs(r, n, "Deeds", e.deeds);
    view_set(n, "award", e.nomination ? "NOMINATION" : "CRAFTSMAN");
    view_set_flag(n, "gone", gone);
    view_set(n, "object_url", public_url(r, "/object/%s/%s", p.slug, e.slug));
    view_set(v, "Title", mem_printf(request_mem(r), "%s – %s", e.name, p.title));
    view_set(view_child(v, "Back"), "url", public_url(r, "/notice/%s#list", p.slug));
    view_set(view_child(v, "Back"), "text", kit_word(r, "Public.back_to_list"));
    *until = reading_valid_until(&p, now);
    return rare_put(r, v, &p, f) && (gone || put_neighbours(r, v, &p, &e, f));
}

void candidate_page(struct request *r, struct view_node *v, struct response *out)
{
    ready_page(r, v, out, "candidate", fill);
}
