/* notice_changes: what a correction changed, why and when, beside the version before it. */
#include "differ.h"
#include "kit_changes.h"
#include "ready.h"
#include "scan.h"
#include "show.h"

static void put_version(struct request *r, struct view_node *n, const struct published *p)
{
    view_set(n, "name", kit_say(r, "Public.version_name", kit_number(r, p->version), NULL));
    view_set(n, "own_url", public_url(r, "/notice/%s/version/%d", p->slug, p->version));
    view_set(n, "published", kit_day(r, clock_day_beijing(p->published_at)));
}

/* The period that this version opened, if it noticed anybody anew. */
static void put_period(struct request *r, struct view_node *v, const struct published *p, instant now)
{
    for (size_t i = 1; i < p->period_count; i++)
        if (p->periods[i].version == p->version)
            show_period(r, view_child(v, "Again"), p, &p->periods[i], now);
}

static bool fill(struct request *r, struct view_node *v, instant now, instant *until, struct fail *f)
{
    struct published old, p;
    struct compare changes;
    struct mem *m = request_mem(r);
    const char *slug = request_segment(r, "notice");
    int64_t version;
    if (!scan_i64(request_segment(r, "version"), 2, 1000000, &version))
        return fail_set(f, FAIL_MISSING, "not_found", "no version that corrects another");
    if (!published_read(public_db(), m, slug, (int)version, &p, f) || !published_read(public_db(), m, slug, (int)version - 1, &old, f) ||
        !reading_must_be_shown(&p, now, f) || !differ_published(m, public_db(), &old, &p, &changes, f))
        return false;
    struct view_node *n = view_child(v, "Notice");
    view_set(n, "title", p.title);
    view_set(n, "reason", p.corrected_why[0] != '\0' ? p.corrected_why : NULL);
    view_set(n, "withdrawn", p.withdrawn ? p.reason : NULL);
    put_version(r, view_child(v, "Old"), &old);
    put_version(r, view_child(v, "New"), &p);
    put_period(r, v, &p, now);
    kit_changes(r, view_child(v, "Changes"), &changes);
    view_set(v, "Title", kit_say(r, "Public.changes_title", kit_number(r, version), NULL));
    view_set(view_child(v, "Back"), "url", public_url(r, "/notice/%s", p.slug));
    view_set(view_child(v, "Back"), "text", kit_word(r, "Public.back_to_notice"));
    *until = reading_valid_until(&p, now);
    return true;
}

void notice_changes_page(struct request *r, struct view_node *v, struct response *out)
{
    ready_page(r, v, out, "notice_changes", fill);
}
