/* track_move: what an objector does on his case: one page for supplying what was missing, asking for the review and withdrawing. */
#include <string.h>

#include "token.h"
#include "track_page.h"

#define WORDS_MIN 10
#define WORDS_MAX 5000
#define REASON_MAX 1000

/* What is filled in: why one withdraws may stay unsaid, that one does may not. */
static const struct form_field withdrawal[] = {
    TRACK_WHO_FIELDS,
    { "token", FORM_HIDDEN, false, 1, 200, NULL },
    { "reason", FORM_LINES, false, 0, REASON_MAX, NULL },
    { "sure", FORM_TICK, true, 0, 0, NULL },
};
static const struct form_field saying[] = {
    TRACK_WHO_FIELDS,
    { "token", FORM_HIDDEN, false, 1, 200, NULL },
    { "words", FORM_LINES, true, WORDS_MIN, WORDS_MAX, NULL },
};
static const struct form_field opening[] = { TRACK_WHO_FIELDS };

#define FORM_OF(r, table) form_new((r), (table), sizeof (table) / sizeof (table)[0])

struct moving {
    struct request *r;
    struct view_node *v;
    struct response *out;
    enum objection_move move;
    struct form *form;
    struct track_out found;
    bool there; /* the case was looked up */
};

static char *purpose(const struct moving *w)
{
    return mem_printf(request_mem(w->r), "track:%s:%s", track_word(w->move), form_text(w->form, "number"));
}

static struct form *filled_in(const struct moving *w)
{
    return w->move == MOVE_WITHDRAW ? FORM_OF(w->r, withdrawal) : FORM_OF(w->r, saying);
}

/* False: answered already. */
static bool begin(struct moving *w, struct request *r, struct view_node *v, struct response *out)
{
    *w = (struct moving){ .r = r, .v = v, .out = out };
    if (track_word_read(request_segment(r, "move"), &w->move))
        return true;
    response_missing(out);
    return false;
}

/* ---- showing ---- */

/* What the office wants, and by when. */
static void show_wanted(struct moving *w)
{
    const char *kind = objection_state_word(w->found.state);
    if (w->found.deadline_at != 0 && w->move != MOVE_WITHDRAW)
        view_set(w->v, "Until", kit_closing(w->r, w->found.deadline_at));
    for (size_t i = 0; i < w->found.answer_count; i++)
        if (strcmp(w->found.answers[i].kind, kind) == 0 && w->move != MOVE_WITHDRAW) {
            view_set(w->v, "Wanted", w->found.answers[i].text);
            view_set(w->v, "Wanted_kind", kind);
        }
}

static void show(struct moving *w, int status)
{
    const char *word = objection_move_word(w->move);
    kit_form(w->form, w->v);
    track_frame(w->r, w->v, w->form, mem_printf(request_mem(w->r), "Public.Do.%s.title", word));
    view_set(w->v, "Move", word);
    view_set(w->v, "Send_url", public_url(w->r, "/track/%s/send", track_word(w->move)));
    if (w->there)
        show_wanted(w);
    response_page_status(w->out, status, "track_move");
}

static void show_done(struct moving *w, bool again)
{
    const char *word = objection_move_word(w->move);
    track_frame(w->r, w->v, w->form, mem_printf(request_mem(w->r), "Public.Do.%s.done", word));
    view_set(w->v, "Move", word);
    view_set(w->v, "Number", w->found.number);
    view_set_flag(w->v, "Again", again);
    if (w->found.deadline_at != 0)
        view_set(w->v, "Until", kit_closing(w->r, w->found.deadline_at));
    response_page(w->out, "track_done");
}

/* ---- opening the page ---- */

void track_move_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct moving w;
    instant now;
    if (!begin(&w, r, v, out))
        return;
    struct form *who = FORM_OF(r, opening);
    bool read = form_read(who, &f);
    struct track_in in = { form_text(who, "number"), form_text(who, "code") };
    bool found = read && form_ok(who) && track_look(request_mem(r), public_db(), &in, &w.found, &f) && db_now(public_db(), &now, &f);
    if (read && !found && (f.kind == FAIL_NONE || strcmp(f.code, "track_wrong") == 0)) {
        if (f.kind != FAIL_NONE)
            form_error(who, "number", "track_wrong");
        track_ask(r, v, who, out);
    } else if (!found) {
        response_fail(out, &f);
    } else if (objector_why_not(&w.found, w.move)) { /* somebody was faster; the page says how it stands */
        track_show(r, v, who, &w.found, out);
    } else {
        w.there = true;
        w.form = filled_in(&w);
        form_put(w.form, "number", in.number);
        form_put(w.form, "code", in.code);
        form_put(w.form, "token", token_make(request_mem(r), public_form_key(), purpose(&w), now));
        show(&w, 200);
    }
}

/* ---- sending ---- */

/* What the person can do something about; what was typed stays. */
static void show_refused(struct moving *w, const struct fail *f)
{
    if (strcmp(f->code, "track_wrong") == 0) {
        form_error(w->form, "number", f->code);
        track_ask(w->r, w->v, w->form, w->out);
    } else if (f->kind == FAIL_CONFLICT) {
        w->there = true;
        view_set(w->v, "Closed", f->code);
        show(w, 409);
    } else if (f->kind == FAIL_UNAVAILABLE || f->kind == FAIL_UNCERTAIN) {
        view_set(w->v, "Away", f->kind == FAIL_UNCERTAIN ? "uncertain" : "unavailable");
        show(w, 503);
    } else {
        response_fail(w->out, f);
    }
}

/* A form that is not whole is shown again with the case beside it, as far as that can be had. */
static void show_faults(struct moving *w)
{
    struct fail quiet = { .kind = FAIL_NONE };
    struct track_in in = { form_text(w->form, "number"), form_text(w->form, "code") };
    w->there = track_look(request_mem(w->r), public_db(), &in, &w->found, &quiet);
    show(w, 422);
}

void track_send_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct moving w;
    struct token token;
    if (!begin(&w, r, v, out))
        return;
    w.form = filled_in(&w);
    if (!form_read(w.form, &f) || (!token_read(form_text(w.form, "token"), public_form_key(), purpose(&w), &token) &&
                                   !fail_set(&f, FAIL_INPUT, "form_token", "a form token that is not ours"))) {
        response_fail(out, &f);
        return;
    }
    if (!form_ok(w.form)) {
        show_faults(&w);
        return;
    }
    struct objector_in in = { .who = { form_text(w.form, "number"), form_text(w.form, "code") }, .form = &token, .move = w.move,
                              .words = form_text(w.form, w.move == MOVE_WITHDRAW ? "reason" : "words") };
    struct objector_out done;
    bool ok = objector_do(request_mem(r), public_db(), &in, &done, &f);
    w.found = done.now;
    if (ok)
        show_done(&w, done.again);
    else
        show_refused(&w, &f);
}

/* Opened by hand: the code is asked for. */
void track_anew_page(struct request *r, struct view_node *v, struct response *out)
{
    (void)v;
    response_redirect(out, public_url(r, "/track"));
}
