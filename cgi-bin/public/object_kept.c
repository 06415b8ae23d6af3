/* object_kept: what is typed stays with the form for a while, so that the browser's Back, a reload and another language show it again. A
 * step that was answered is kept (service/resume.h) and leads to the address of the next one; a browser that takes no cookie, and a
 * database that keeps nothing now, get the next page at once, and the form itself carries everything. */
#include <string.h>
#include <strings.h>

#include "conf.h"
#include "object.h"
#include "resume.h"

#define SENT "sent" /* kept in place of a form that was sent */

/* What is said of an act and not of the answers: with the form, so that the page that follows can say it. */
static const struct { const char *code, *field; } SAYINGS[] = {
    { "too_fast", "send" }, { "too_soon", "send" }, { "slow_full", "send" }, { "files_changed", "files" }, { "file_needed", "file" }, { "file_type", "file" }, { "file_unlike", "file" },
    { "file_broken", "file" }, { "file_encrypted", "file" }, { "file_too_large", "file" }, { "file_empty", "file" },
    { "files_full", "file" }, { "inspect_away", "file" }, { "file_lost", "file" },
};

void object_fault(struct objecting *o, const char *code)
{
    int64_t one, two;
    size_t i = 0, last = sizeof SAYINGS / sizeof SAYINGS[0] - 1;
    while (i < last && strcmp(SAYINGS[i].code, code) != 0)
        i++;
    attach_numbers(code, &one, &two);
    if (strcmp(code, "too_soon") == 0)
        one = conf_number("objection.slow_seconds");
    form_put(o->form, "said", SAYINGS[i].code);
    form_error_numbers(o->form, SAYINGS[i].field, SAYINGS[i].code, one, two);
}

/* Behind the answers what is said of them. */
enum { ANSWERS = 11 };
static const char *const KEPT[] = { "token", "back", "kind", "grounds", "statement", "unit", "head", "name", "phone", "email", "consent",
                                    "wrong", "said", NULL };

static char *place(struct request *r)
{
    return mem_printf(request_mem(r), "%s/%s", request_segment(r, "notice"), request_segment(r, "candidate"));
}

static char *step_url(struct objecting *o, enum object_step step)
{
    char *end = mem_printf(request_mem(o->r), "/%s", object_step_word(step));
    for (char *c = end; *c != '\0'; c++)
        *c = *c >= 'A' && *c <= 'Z' ? (char)(*c - 'A' + 'a') : *c;
    return object_url(o, end);
}

static bool keep(struct objecting *o)
{
    const char *key = request_form_key(o->r);
    char *typed = form_pack(o->form, KEPT, RESUME_MAX);
    return key != NULL && typed != NULL && resume_keep(request_mem(o->r), public_db(), key, place(o->r), typed);
}

void object_answer(struct objecting *o, enum object_step step, int status)
{
    form_put(o->form, "wrong", status == 200 ? "" : object_step_word(step));
    if (keep(o))
        response_redirect(o->out, step_url(o, step));
    else
        object_show(o, step, status);
}

/* Nothing is kept here any more, or only that it was sent. */
static void show_left(struct objecting *o, bool sent)
{
    view_set_flag(o->v, "Sent", sent);
    view_set(o->v, "Left", kit_say(o->r, "Public.left_text", kit_number(o->r, conf_number("objection.resume_minutes")), NULL));
    view_set(o->v, "Anew_url", object_url(o, ""));
    view_set(o->v, "Title", kit_word(o->r, sent ? "Public.sent_title" : "Public.left_title"));
    response_page(o->out, "object_left");
}

bool object_take_kept(struct objecting *o)
{
    struct fail f = { .kind = FAIL_NONE };
    struct form *kept = object_form(o->r);
    enum object_step step = object_step_of(o->form, "step");
    char *typed;
    if (!resume_find(request_mem(o->r), public_db(), request_form_key(o->r), place(o->r), &typed, &f) || typed == NULL)
        return true;
    if (strcmp(typed, SENT) == 0) {
        show_left(o, true);
        return false;
    }
    if (step >= OBJECT_CHECK || !form_read_packed(kept, typed, &f) || strcmp(form_text(kept, "token"), form_text(o->form, "token")) != 0)
        return true;
    for (size_t i = 0; i < ANSWERS; i++)
        if (!object_step_shows(step, KEPT[i]))
            form_copy(o->form, kept, KEPT[i]);
    return true;
}

/* A browser that holds pages in its memory for going back lets go of them when the cookie changes. */
static void new_key(struct objecting *o, const char *typed)
{
    char *key = resume_secret(request_mem(o->r));
    if (typed != NULL)
        resume_keep(request_mem(o->r), public_db(), key, place(o->r), typed);
    response_form_key(o->out, key);
}

void object_keep_sent(struct objecting *o)
{
    const char *key = request_form_key(o->r);
    if (key == NULL)
        return;
    new_key(o, SENT);
    resume_forget(public_db(), key, place(o->r));
}

/* ---- the addresses of the steps ---- */

/* A form that is begun gets a key of its own: what was typed before, by whomever, opens with it no more. */
void object_page(struct request *r, struct view_node *v, struct response *out)
{
    struct objecting o = { .r = r, .v = v, .out = out };
    if (!object_is_ours(r)) {
        response_missing(out);
        return;
    }
    if (conf_number("objection.resume_minutes") > 0)
        new_key(&o, NULL);
    response_redirect(out, step_url(&o, OBJECT_WHO));
}

static void show_new(struct objecting *o)
{
    struct fail f = { .kind = FAIL_NONE };
    instant now;
    if (!db_now(public_db(), &now, &f)) {
        response_fail(o->out, &f);
        return;
    }
    object_new_token(o, now);
    if (object_load(o))
        object_show(o, OBJECT_WHO, 200);
}

/* No step before the one that is asked for is left out. */
static void show_kept(struct objecting *o, enum object_step step)
{
    const char *said = form_text(o->form, "said");
    enum object_step open = object_first_open(o);
    if (!object_asks(o, step) || step > open)
        step = open;
    if (object_step_of(o->form, "wrong") == step)
        object_complete(o, step);
    else
        object_forgive_others(o, OBJECT_STEP__MAX);
    view_set_flag(o->v, "Uploaded", strcmp(said, OBJECT_UPLOADED) == 0);
    if (said[0] != '\0' && strcmp(said, OBJECT_UPLOADED) != 0 && object_step_of(o->form, "wrong") == step)
        object_fault(o, said);
    object_show(o, step, 200);
}

static enum object_step step_of_address(const struct request *r)
{
    const char *end = strrchr(request_path(r), '/') + 1;
    enum object_step step = OBJECT_WHO;
    while (step < OBJECT_CHECK && strcasecmp(end, object_step_word(step)) != 0)
        step++;
    return step;
}

void object_step_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct objecting o = { .r = r, .v = v, .out = out, .form = object_form(r) };
    enum object_step step = step_of_address(r);
    char *typed;
    if (!resume_find(request_mem(r), public_db(), request_form_key(r), place(r), &typed, &f))
        response_fail(out, &f);
    else if (typed == NULL && step == OBJECT_WHO)
        show_new(&o);
    else if (typed == NULL || strcmp(typed, SENT) == 0)
        show_left(&o, typed != NULL);
    else if (!form_read_packed(o.form, typed, &f) || !object_token(&o, &f))
        response_fail(out, &f);
    else if (object_load(&o))
        show_kept(&o, step);
}

/* ---- leaving it ---- */

void object_clear_page(struct request *r, struct view_node *v, struct response *out)
{
    struct objecting o;
    struct fail f = { .kind = FAIL_NONE };
    if (!object_begin(&o, r, v, out))
        return;
    for (size_t i = 0; i < o.file_count; i++)
        if (!attach_drop(public_db(), &o.token, o.files[i].id, &f)) {
            response_fail(out, &f);
            return;
        }
    if (request_form_key(r) != NULL) {
        resume_forget(public_db(), request_form_key(r), place(r));
        new_key(&o, NULL);
    }
    response_redirect(out, public_url(r, "/notice/%s/candidate/%s", request_segment(r, "notice"), request_segment(r, "candidate")));
}
