/* final: the final list (认定公告) of a round as officers make it: drawn up, handed over, given back, published, withdrawn. */
#include <string.h>

#include "announce.h"
#include "conf.h"
#include "final_page.h"
#include "kit_paper.h"
#include "notice_page.h"
#include "roster.h"
#include "round.h"

static const struct form_field seen_fields[] = { NOTICE_SEEN };
static const struct form_field return_fields[] = { NOTICE_SEEN, { "note", FORM_LINE, true, 2, 200, NULL } };
static const struct form_field withdraw_fields[] = { NOTICE_SEEN, { "reason", FORM_LINES, true, 10, 500, NULL } };

char *final_url(struct request *r, const char *rest)
{
    return mem_printf(request_mem(r), "/final/%s%s", request_segment(r, "round"), rest);
}

void final_did(struct request *r, struct response *out, const char *word)
{
    response_redirect(out, mem_printf(request_mem(r), "%s?done=%s", final_url(r, ""), word));
}

/* ---- showing ---- */

void final_put(struct request *r, struct view_node *v, const struct announcement *a)
{
    static const char *const PAGES[] = { "words", "refresh", "ready", "return", "publish", "withdraw" };
    struct view_node *n = view_child(v, "Notice");
    const char *state = draft_state_word(a->state);
    view_set(n, "title", a->words.title);
    view_set(n, "round", a->round_title);
    view_set(n, "state", state);
    view_set(n, "state_text", kit_word(r, mem_printf(request_mem(r), "Staff.Notice.State.%s", state)));
    view_set_number(n, "seen", a->revision);
    view_set(n, "drafted_by", a->drafted_name);
    view_set(n, "own_url", final_url(r, ""));
    for (size_t i = 0; i < sizeof PAGES / sizeof *PAGES; i++)
        view_set(n, mem_printf(request_mem(r), "%s_url", PAGES[i]), final_url(r, mem_printf(request_mem(r), "/%s", PAGES[i])));
}

static bool put_face(struct request *r, struct view_node *v, const struct announcement *a, struct fail *f)
{
    struct announcement_people people;
    struct view_node *face = view_child(v, "Face"), *lists[] = { view_child(face, "Craftsmen"), view_child(face, "Nominations") };
    int64_t in[] = { 0, 0 };
    if (!announcement_list(request_mem(r), staff_db(), a->id, &people, f))
        return false;
    kit_paper(r, face, &(struct kit_paper){
        .title = a->words.title, .doc_number = a->words.doc_number, .body = a->words.body, .order_note = "", .handling_office = "",
        .handling_phone = "", .handling_email = "", .handling_address = "", .handling_hours = "", .supervision_office = "",
        .supervision_phone = "", .signed_by = a->words.signed_by, .signed_day = a->words.signed_day, .period_rule = "" });
    for (size_t i = 0; i < people.count; i++) {
        const struct announcement_person *p = &people.items[i];
        bool nomination = strcmp(p->award, roster_award_word(ROSTER_NOMINATION)) == 0;
        struct view_node *n = view_row(lists[nomination], "People");
        view_set_number(n, "seq", p->seq);
        view_set(n, "name", p->name);
        view_set(n, "employer", p->employer);
        view_set(n, "post", p->post);
        view_set(n, "union", p->union_name);
        in[nomination]++;
    }
    for (int i = 0; i < 2; i++)
        view_set(lists[i], "count", kit_persons(r, in[i]));
    return true;
}

static bool put_stops(struct request *r, struct view_node *v, const struct announcement *a, size_t *count, struct fail *f)
{
    bool stops[ANNOUNCE_STOP__MAX];
    *count = 0;
    if (a->state != DRAFT_WRITING && a->state != DRAFT_READY)
        return true;
    if (!announce_check(request_mem(r), staff_db(), a, stops, count, f))
        return false;
    for (int i = 0; i < ANNOUNCE_STOP__MAX; i++)
        if (stops[i])
            view_set(view_row(v, "Stops"), "text",
                     kit_word(r, mem_printf(request_mem(r), "Announce.%s", announce_stop_word((enum announce_stop)i))));
    return true;
}

static void put_acts(struct request *r, struct view_node *v, const struct announcement *a, size_t stops)
{
    bool writes = staff_opens(r, "/final/{round}/words"), drafter = a->drafted_by == request_who(r)->id;
    bool second = staff_opens(r, "/final/{round}/publish") && !drafter;
    struct view_node *n = view_child(v, "May");
    view_set_flag(n, "begin", writes && a->state == DRAFT_WITHDRAWN);
    view_set_flag(n, "write", writes && a->state == DRAFT_WRITING);
    view_set_flag(n, "hand_over", writes && drafter && a->state == DRAFT_WRITING && stops == 0);
    view_set_flag(n, "wait", !second && a->state == DRAFT_READY);
    view_set_flag(n, "give_back", a->state == DRAFT_READY);
    view_set_flag(n, "publish", second && a->state == DRAFT_READY && stops == 0);
    view_set_flag(n, "withdraw", staff_opens(r, "/final/{round}/withdraw") && a->state == DRAFT_PUBLISHED);
}

static void put_outside(struct request *r, struct view_node *v, const struct announcement *a)
{
    struct view_node *n = view_child(v, "Outside");
    if (a->published_at == 0)
        return;
    view_set(n, "public_url", mem_printf(request_mem(r), "%s/final/%s", conf_text("origin.public"), a->round_slug));
    view_set(n, "told_url", mem_printf(request_mem(r), "/told/final/%s", a->round_slug));
    view_set(n, "published", kit_time(r, a->published_at));
    view_set(n, "by", a->published_name);
    view_set(n, "reason", a->state == DRAFT_WITHDRAWN ? a->reason : NULL);
}

static void show(struct request *r, struct view_node *v, const struct announcement *a, int status, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    size_t stops;
    if (!put_face(r, v, a, &f) || !put_stops(r, v, a, &stops, &f) || !notice_events_of(r, v, "announcement", a->id, 0, &f)) {
        response_fail(out, &f);
        return;
    }
    final_put(r, v, a);
    put_acts(r, v, a, stops);
    put_outside(r, v, a);
    staff_title(r, v, "Final.title", "/notices");
    response_page_status(out, status, "final");
}

/* No list yet: who may begin one, may. False: answered already. */
static bool is_round(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct round_row round;
    if (!round_by_slug(request_mem(r), staff_db(), request_segment(r, "round"), &round, &f)) {
        response_fail(out, &f);
        return false;
    }
    view_set(view_child(v, "Notice"), "round", round.title);
    view_set(view_child(v, "Notice"), "own_url", final_url(r, ""));
    view_set_flag(view_child(v, "May"), "begin", staff_opens(r, "/final/{round}/words"));
    return true;
}

static void show_none(struct request *r, struct view_node *v, int status, struct response *out)
{
    if (!is_round(r, v, out))
        return;
    staff_title(r, v, "Final.title", "/notices");
    response_page_status(out, status, "final_none");
}

bool final_get(struct request *r, struct announcement *a, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    if (announcement_of_round(request_mem(r), staff_db(), request_segment(r, "round"), a, &f))
        return true;
    response_fail(out, &f);
    return false;
}

void final_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct announcement a;
    notice_done(r, v);
    if (announcement_of_round(request_mem(r), staff_db(), request_segment(r, "round"), &a, &f))
        show(r, v, &a, 200, out);
    else if (f.kind == FAIL_MISSING)
        show_none(r, v, 200, out);
    else
        response_fail(out, &f);
}

/* ---- acts ---- */

bool final_changed(struct request *r, struct view_node *v, struct announcement *a, const struct fail *f)
{
    struct fail again = { .kind = FAIL_NONE };
    if ((f->kind != FAIL_CONFLICT && f->kind != FAIL_INPUT) ||
        !announcement_of_round(request_mem(r), staff_db(), request_segment(r, "round"), a, &again))
        return false;
    view_set(view_child(v, "Changed"), "text", kit_word(r, mem_printf(request_mem(r), "Fail.%s", f->code)));
    final_put(r, v, a);
    return true;
}

/* After an act: on to the page that says so, or the page as it is now with what came in between. */
static void end(struct request *r, struct view_node *v, bool ok, const char *word, const struct fail *f, struct response *out)
{
    struct announcement a;
    if (ok)
        final_did(r, out, word);
    else if (final_changed(r, v, &a, f))
        show(r, v, &a, fail_status(f->kind), out);
    else
        response_fail(out, f);
}

/* Reads the form and the list. False: answered already. */
static bool take(struct request *r, struct form *form, struct announcement *a, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    if (form_read(form, &f))
        return final_get(r, a, out);
    response_fail(out, &f);
    return false;
}

void final_begin_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct announcement a;
    if (!staff_read_nothing(r, out))
        return;
    if (announce_begin(request_mem(r), staff_db(), request_segment(r, "round"), request_who(r)->id, &f)) {
        final_did(r, out, "drawn_up");
    } else if (f.kind == FAIL_CONFLICT && !final_changed(r, v, &a, &f)) {
        view_set(view_child(v, "Changed"), "text", kit_word(r, mem_printf(request_mem(r), "Fail.%s", f.code)));
        show_none(r, v, 409, out);
    } else if (f.kind == FAIL_CONFLICT) {
        show(r, v, &a, 409, out);
    } else {
        response_fail(out, &f);
    }
}

void final_refresh_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct announcement a;
    struct form *form = form_new(r, seen_fields, 1);
    if (take(r, form, &a, out))
        end(r, v, announce_refresh(request_mem(r), staff_db(), notice_seen(a.id, form), a.round_id, request_who(r)->id, &f), "refreshed", &f, out);
}

void final_ready_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct announcement a;
    struct form *form = form_new(r, seen_fields, 1);
    if (take(r, form, &a, out))
        end(r, v, announce_ready(request_mem(r), staff_db(), &a, notice_seen(a.id, form), request_who(r)->id, &f), "ready", &f, out);
}

void final_publish_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct announcement a;
    struct form *form = form_new(r, seen_fields, 1);
    if (take(r, form, &a, out))
        end(r, v, announce_now(request_mem(r), staff_db(), &a, notice_seen(a.id, form), request_who(r)->id, &f), "out", &f, out);
}

void final_return_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct announcement a;
    struct form *form = form_new(r, return_fields, sizeof return_fields / sizeof *return_fields);
    if (!take(r, form, &a, out))
        return;
    kit_form(form, v);
    if (form_ok(form))
        end(r, v, announce_return(staff_db(), notice_seen(a.id, form), request_who(r)->id, form_text(form, "note"), &f), "returned", &f, out);
    else
        show(r, v, &a, 422, out);
}

static void show_withdraw(struct request *r, struct view_node *v, const struct announcement *a, struct form *form, int status,
                          struct response *out)
{
    kit_form(form, v);
    final_put(r, v, a);
    staff_title(r, v, "Final.withdraw_title", final_url(r, ""));
    response_page_status(out, status, "final_withdraw");
}

void final_withdraw_page(struct request *r, struct view_node *v, struct response *out)
{
    struct announcement a;
    if (!final_get(r, &a, out))
        return;
    if (a.state == DRAFT_PUBLISHED)
        show_withdraw(r, v, &a, form_new(r, withdraw_fields, sizeof withdraw_fields / sizeof *withdraw_fields), 200, out);
    else
        response_redirect(out, final_url(r, ""));
}

void final_withdraw_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct announcement a;
    struct form *form = form_new(r, withdraw_fields, sizeof withdraw_fields / sizeof *withdraw_fields);
    if (!take(r, form, &a, out))
        return;
    if (form_ok(form))
        end(r, v, announce_withdraw(staff_db(), notice_seen(a.id, form), request_who(r)->id, form_text(form, "reason"), &f), "unsaid", &f, out);
    else
        show_withdraw(r, v, &a, form, 422, out);
}
