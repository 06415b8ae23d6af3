/* candidate: one person of a notice: who he is, what he did, and the way to object. */
#include <string.h>

#include "kit_paper.h"
#include "ready.h"
#include "show.h"

/* The person in the newest version; if he stands there no more, in the last one that had him (`last`). */
static bool find(struct request *r, struct published *p, struct published *last, struct published_entry *e, struct fail *f)
{
    const char *slug = request_segment(r, "candidate");
    struct published *all;
    size_t count;
    if (!published_versions(public_db(), request_mem(r), request_segment(r, "notice"), &all, &count, f))
        return false;
    for (size_t i = 0; i < count; i++) {
        *last = all[i];
        if (published_entry_read(public_db(), request_mem(r), all[i].version_id, slug, e, f)) {
            *p = all[0];
            return true;
        }
        if (f->kind != FAIL_MISSING)
            return false;
    }
    return fail_set(f, FAIL_MISSING, "not_found", "nobody of that name in that notice");
}

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
    struct published p = { 0 }, last = { 0 };
    struct published_entry e;
    if (!find(r, &p, &last, &e, f))
        return false;
    struct view_node *n = view_child(v, "Person");
    show_notice(r, view_child(v, "Notice"), &p, now);
    show_person(r, n, &p, &e);
    kit_paragraphs(r, n, "Deeds", e.deeds);
    view_set(n, "award", e.nomination ? "NOMINATION" : "CRAFTSMAN");
    view_set_flag(n, "gone", last.version != p.version);
    view_set(n, "object_url", public_url(r, "/object/%s/%s", p.slug, e.slug));
    view_set(v, "Title", mem_printf(request_mem(r), "%s – %s", e.name, p.title));
    view_set(view_child(v, "Back"), "url", public_url(r, "/notice/%s#list", p.slug));
    view_set(view_child(v, "Back"), "text", kit_word(r, "Public.back_to_list"));
    *until = reading_valid_until(&p, now);
    return last.version != p.version || put_neighbours(r, v, &p, &e, f);
}

void candidate_page(struct request *r, struct view_node *v, struct response *out)
{
    ready_page(r, v, out, "candidate", fill);
}
