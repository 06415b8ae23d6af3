/* final: the final list (认定公告) of a round: its words, its people, and who of them was revoked since. */
#include "final.h"

#include "kit_paper.h"
#include "ready.h"
#include "show.h"

void final_link(struct request *r, struct view_node *n, const struct announced *a)
{
    view_set(n, "title", a->title);
    view_set(n, "own_url", public_url(r, "/final/%s", a->slug));
    view_set(n, "published", kit_day(r, clock_day_beijing(a->published_at)));
    view_set_flag(n, "withdrawn", a->withdrawn);
}

/* Nobody is taken out of it: when, why and by which paper a title was revoked stands beside the name. */
static void put_person(struct request *r, struct view_node *n, const struct announced_person *p)
{
    view_set_number(n, "seq", p->seq);
    view_set(n, "name", p->name);
    view_set(n, "employer", p->employer);
    view_set(n, "post", p->post);
    view_set(n, "union", p->union_name);
    if (p->revoked_at == 0)
        return;
    view_set(n, "revoked", kit_day(r, clock_day_beijing(p->revoked_at)));
    view_set(n, "why", p->revoked_why != NULL && p->revoked_why[0] != '\0' ? p->revoked_why : NULL);
    view_set(n, "paper", p->revoked_paper != NULL && p->revoked_paper[0] != '\0' ? p->revoked_paper : NULL);
}

static bool put_people(struct request *r, struct view_node *v, const struct announced *a, struct fail *f)
{
    struct announced_person *all;
    struct view_node *lists[] = { view_child(v, "Craftsmen"), view_child(v, "Nominations") };
    size_t count;
    int64_t in[] = { 0, 0 };
    if (!announced_people(public_db(), request_mem(r), a->id, &all, &count, f))
        return false;
    for (size_t i = 0; i < count; i++) {
        put_person(r, view_row(lists[all[i].nomination], "People"), &all[i]);
        in[all[i].nomination]++;
    }
    for (int i = 0; i < 2; i++)
        view_set(lists[i], "count", kit_persons(r, in[i]));
    return true;
}

static bool fill(struct request *r, struct view_node *v, instant now, instant *until, struct fail *f)
{
    struct announced a;
    if (!announced_read(public_db(), request_mem(r), request_segment(r, "round"), &a, f))
        return false;
    struct view_node *n = view_child(v, "Final");
    final_link(r, n, &a);
    view_set(n, "round", a.round_title);
    view_set(n, "paper_url", mem_printf(request_mem(r), "/final/%s/final.pdf", a.slug));
    view_set(n, "reason", a.reason[0] != '\0' ? a.reason : NULL);
    kit_paper(r, view_child(v, "Paper"), &(struct kit_paper){
        .title = a.title, .doc_number = a.doc_number, .body = a.body, .order_note = "", .handling_office = "", .handling_phone = "",
        .handling_email = "", .handling_address = "", .handling_hours = "", .supervision_office = "", .supervision_phone = "",
        .signed_by = a.signed_by, .signed_day = a.signed_day, .period_rule = "" });
    view_set(v, "Title", a.title);
    view_set(view_child(v, "Back"), "url", public_url(r, "/"));
    view_set(view_child(v, "Back"), "text", kit_word(r, "Nav.home"));
    *until = clock_day_start(clock_day_beijing(now) + 1);
    return put_people(r, v, &a, f);
}

void final_page(struct request *r, struct view_node *v, struct response *out)
{
    ready_page(r, v, out, "final", fill);
}
