/* object: whom an objection is about, its questions one after the other, and the sending. */
#include <string.h>

#include "conf.h"
#include "lane.h"
#include "log.h"
#include "object.h"
#include "objection.h"
#include "ready.h"
#include "show.h"
#include "submit.h"
#include "work.h"

#define FILL_SECONDS 3 /* nobody reads and fills in a form faster */

/* ---- whom it is about ---- */

static bool fill_whom(struct request *r, struct view_node *v, instant now, instant *until, struct fail *f)
{
    struct published p;
    struct published_entry *all;
    size_t count;
    if (!published_read(public_db(), request_mem(r), request_segment(r, "notice"), 0, &p, f) ||
        !reading_must_be_shown(&p, now, f) || !published_entries(public_db(), request_mem(r), p.version_id, &all, &count, f))
        return false;
    show_notice(r, view_child(v, "Notice"), &p, reading_period(&p, now), now);
    for (size_t i = 0; i < count; i++) {
        struct view_node *n = view_row(v, all[i].nomination ? "Nominations" : "Craftsmen");
        view_set(n, "name", all[i].name);
        view_set(n, "employer", all[i].employer);
        view_set(n, "object_url", public_url(r, "/object/%s/%s", p.slug, all[i].slug));
        if (p.period_count > 1)
            show_period(r, n, &p, &all[i].period, now);
    }
    view_set(view_child(v, "Notice"), "form_url", mem_printf(request_mem(r), "/notice/%s/objection.pdf", p.slug));
    view_set(v, "Title", kit_word(r, "Public.whom_title"));
    view_set(view_child(v, "Back"), "url", public_url(r, "/notice/%s", p.slug));
    view_set(view_child(v, "Back"), "text", kit_word(r, "Public.back_to_notice"));
    *until = reading_valid_until(&p, now);
    return true;
}

void object_whom_page(struct request *r, struct view_node *v, struct response *out)
{
    ready_page(r, v, out, "object_whom", fill_whom);
}

/* ---- one question after the other ---- */

bool object_begin(struct objecting *o, struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    *o = (struct objecting){ .r = r, .v = v, .out = out, .form = object_form(r) };
    if (form_read(o->form, &f) && object_token(o, &f))
        return object_load(o);
    response_fail(out, &f);
    return false;
}

void object_go_on(struct objecting *o, enum object_step step)
{
    enum object_step go = object_step_of(o->form, "go");
    if (go != OBJECT_STEP__MAX) {
        object_forgive_others(o, OBJECT_STEP__MAX);
        object_answer(o, go, 200);
    } else if (!object_complete(o, step)) {
        object_answer(o, step, 422);
    } else {
        enum object_step next = form_tick(o->form, "back") ? OBJECT_CHECK : object_after(o, step);
        enum object_step open = next == OBJECT_CHECK ? object_first_open(o) : next;
        if (open != OBJECT_CHECK) /* asked for the first time, and nothing wrong yet */
            object_forgive_others(o, OBJECT_STEP__MAX);
        object_answer(o, open, 200);
    }
}

void object_answer_page(struct request *r, struct view_node *v, struct response *out)
{
    struct objecting o;
    if (!object_begin(&o, r, v, out) || !object_take_kept(&o))
        return;
    enum object_step step = object_step_of(o.form, "step");
    object_go_on(&o, step == OBJECT_STEP__MAX ? OBJECT_WHO : step);
}

/* An address of the form that takes files, opened by hand: what was not sent is looked for, what was is followed elsewhere. */
void object_anew_page(struct request *r, struct view_node *v, struct response *out)
{
    struct objecting o = { .r = r, .v = v, .out = out };
    if (object_is_ours(r))
        response_redirect(out, object_url(&o, request_form_key(r) != NULL ? "/files" : ""));
    else
        response_missing(out);
}

void object_sent_page(struct request *r, struct view_node *v, struct response *out)
{
    (void)v;
    response_redirect(out, public_url(r, "/track"));
}

/* ---- sending ---- */

static char *chosen_grounds(struct objecting *o)
{
    size_t count;
    char *all = mem_text(request_mem(o->r), "");
    const struct objection_ground *g = objection_grounds(&count);
    for (size_t i = 0; i < count; i++)
        if (form_chosen(o->form, "grounds", g[i].code))
            all = mem_printf(request_mem(o->r), "%s%s%s", all, all[0] != '\0' ? "," : "", g[i].code);
    return all;
}

/* What the service refused, where the person can do something about it. */
static void show_refused(struct objecting *o, const struct fail *f)
{
    if (f->kind == FAIL_UNAVAILABLE || f->kind == FAIL_UNCERTAIN) {
        object_show_retry(o, f);
    } else if (strcmp(f->code, "period_over") == 0 || f->kind == FAIL_MISSING) {
        o->late = false;
        object_show_closed(o, 409);
    } else if (strcmp(f->code, "files_changed") == 0 || strcmp(f->code, "too_soon") == 0 || strcmp(f->code, "slow_full") == 0) {
        object_fault(o, f->code);
        object_answer(o, OBJECT_CHECK, f->kind == FAIL_TOO_MANY ? 429 : 409);
    } else if (strcmp(f->code, "seal_needed") == 0) {
        form_error(o->form, "file", f->code);
        object_answer(o, OBJECT_SEAL, 422);
    } else {
        response_fail(o->out, f);
    }
}

/* Whether the browser worked for this form; asked without a database, for a flood sends much. */
static bool worked(const struct objecting *o)
{
    int bits = (int)conf_number("objection.work_bits");
    return bits == 0 || work_done(form_text(o->form, "token"), form_text(o->form, "proof"), bits);
}

static void send(struct objecting *o)
{
    struct fail f = { .kind = FAIL_NONE };
    struct submit_out sent;
    bool quick = worked(o);
    struct submit_in in = {
        .token = &o->token, .tag_key = public_tag_key(), .notice = o->notice.slug, .candidate = o->person.slug,
        .grounds = chosen_grounds(o), .statement = form_text(o->form, "statement"), .name = form_text(o->form, "name"),
        .phone = form_text(o->form, "phone"), .email = form_text(o->form, "email"), .unit = form_text(o->form, "unit"),
        .head = form_text(o->form, "head"), .files = (size_t)form_number(o->form, "files"),
    };
    objection_kind_read(form_text(o->form, "kind"), &in.kind);
    if ((!quick && !lane_open(public_db(), request_address(o->r), o->token.opened_at, o->now, &f)) ||
        !submit_send(request_mem(o->r), public_db(), &in, &sent, &f)) {
        show_refused(o, &f);
        return;
    }
    if (!quick && !sent.again && !lane_passed(public_db(), request_address(o->r), &f))
        log_line(LOG_WARNING, "the slower lane was not counted: %s", f.detail);
    object_keep_sent(o);
    object_show_receipt(o, &sent);
}

void object_send_page(struct request *r, struct view_node *v, struct response *out)
{
    struct objecting o;
    if (!object_begin(&o, r, v, out))
        return;
    enum object_step open = object_first_open(&o);
    bool fast = o.now - o.token.opened_at < FILL_SECONDS * CLOCK_SECOND || form_text(o.form, "site")[0] != '\0';
    if (open == OBJECT_CHECK && fast) {
        form_put(o.form, "site", "");
        object_fault(&o, "too_fast");
    }
    if (open != OBJECT_CHECK || fast)
        object_answer(&o, open, 422);
    else
        send(&o);
}
