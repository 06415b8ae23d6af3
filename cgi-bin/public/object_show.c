/* object_show: the pages of the form. */
#include <string.h>

#include "conf.h"
#include "object.h"
#include "objection.h"
#include "show.h"
#include "work.h"

#define MEBIBYTE (1024 * 1024)

char *object_url(struct objecting *o, const char *rest)
{
    return public_url(o->r, "/object/%s/%s%s", request_segment(o->r, "notice"), request_segment(o->r, "candidate"), rest);
}

/* What is not a word of ours is no notice and no person. */
static bool is_word(const char *text)
{
    return text[0] != '\0' &&
           strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-") == strlen(text);
}

bool object_is_ours(const struct request *r)
{
    return is_word(request_segment(r, "notice")) && is_word(request_segment(r, "candidate"));
}

bool object_load(struct objecting *o)
{
    struct fail f = { .kind = FAIL_NONE };
    struct mem *m = request_mem(o->r);
    const char *notice = request_segment(o->r, "notice"), *candidate = request_segment(o->r, "candidate");
    if (!object_is_ours(o->r)) {
        response_missing(o->out);
        return false;
    }
    if (!db_now(public_db(), &o->now, &f) ||
        !reading_person(m, public_db(), notice, candidate, &o->notice, &o->person, &o->gone, &f) ||
        !attach_items(m, public_db(), &o->token, &o->files, &o->file_count, &f)) {
        if (f.kind == FAIL_UNAVAILABLE || f.kind == FAIL_UNCERTAIN)
            object_show_retry(o, &f);
        else
            response_fail(o->out, &f);
        return false;
    }
    o->phase = reading_phase(&o->notice, &o->person.period, o->now);
    o->late = !o->gone && reading_late(&o->notice, &o->person.period, o->token.opened_at, o->now);
    return true;
}

static void put_addresses(struct objecting *o)
{
    struct view_node *n = view_child(o->v, "Object");
    view_set(n, "own_url", object_url(o, ""));
    view_set(n, "send_url", object_url(o, "/send"));
    view_set(n, "file_url", object_url(o, "/file"));
    view_set(n, "on_url", object_url(o, "/file/next"));
    view_set(n, "drop_url", object_url(o, "/drop"));
    view_set(n, "clear_url", object_url(o, "/clear"));
    /* Another language and another size are buttons of the form, so that what is typed comes along. */
    char *own = mem_printf(request_mem(o->r), "/object/%s/%s", request_segment(o->r, "notice"), request_segment(o->r, "candidate"));
    view_set(n, "other_url", public_other(o->r, true, false, own));
    view_set(n, "size_url", public_other(o->r, false, true, own));
    view_set(view_child(o->v, "Nav"), "other_url", "");
    view_set(view_child(o->v, "Nav"), "size_url", "");
}

static void put_grounds(struct objecting *o)
{
    size_t count;
    const char *group = "";
    struct view_node *groups = NULL;
    const struct objection_ground *g = objection_grounds(&count);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(g[i].group, group) != 0) {
            group = g[i].group;
            groups = view_row(o->v, "Groups");
            view_set(groups, "word", group);
        }
        struct view_node *n = view_row(groups, "Grounds");
        view_set(n, "code", g[i].code);
        view_set_flag(n, "chosen", form_chosen(o->form, "grounds", g[i].code));
        view_set_flag(n, "first", i == 0);
    }
}

/* A ceiling is usually a round number of MB. */
static char *ceiling(struct request *r, const char *setting)
{
    int64_t n = conf_number(setting);
    return n % MEBIBYTE == 0 ? kit_say(r, "Public.megabytes", kit_number(r, n / MEBIBYTE), NULL) : kit_size(r, n);
}

static void put_limits(struct request *r, struct view_node *n)
{
    int64_t one, two;
    attach_numbers("file_too_large", &one, &two);
    view_set_number(n, "document", conf_number("objection.file_max"));
    view_set_number(n, "media", conf_number("objection.media_max"));
    view_set(n, "large", kit_say(r, "Fail.file_too_large", kit_number(r, one), kit_number(r, two)));
    view_set(n, "hint", kit_say(r, "Public.file.hint", ceiling(r, "objection.file_max"), ceiling(r, "objection.media_max")));
    view_set(n, "most", kit_say(r, "Public.files_most", kit_number(r, conf_number("objection.files_max")), NULL));
}

static void put_files(struct objecting *o)
{
    for (size_t i = 0; i < o->file_count; i++) {
        struct view_node *n = view_row(o->v, o->files[i].seal_scan ? "Seals" : "Files");
        view_set_number(n, "id", o->files[i].id);
        view_set(n, "name", o->files[i].name);
        view_set(n, "size", kit_size(o->r, o->files[i].size));
    }
    view_set_number(o->v, "FileCount", (int64_t)o->file_count);
    put_limits(o->r, view_child(o->v, "Limits"));
}

/* What every page of the form shows: whom it is about, until when. */
static void put_frame(struct objecting *o)
{
    struct view_node *person = view_child(o->v, "Person");
    show_notice(o->r, view_child(o->v, "Notice"), &o->notice, &o->person.period, o->now);
    show_person(o->r, person, &o->notice, &o->person);
    view_set(person, "award", o->person.nomination ? "NOMINATION" : "CRAFTSMAN");
    put_addresses(o);
    put_grounds(o);
    view_set_flag(o->v, "Anonymous", strcmp(conf_text("objection.anonymous"), "AS_CLUE") == 0);
    if (o->late)
        view_set(o->v, "Late", kit_say(o->r, "Public.late", kit_closing(o->r, o->person.period.closes_at),
                                       kit_time(o->r, o->person.period.closes_at + conf_number("objection.late_minutes") * CLOCK_MINUTE)));
}

/* "第 3 步，共 7 步"; before it is known who objects, only which step this is. */
static void put_step(struct objecting *o, enum object_step step)
{
    int number = 0, all = 0;
    bool known = form_text(o->form, "kind")[0] != '\0';
    for (enum object_step s = OBJECT_WHO; s < OBJECT_STEP__MAX; s++)
        if (object_asks(o, s)) {
            all++;
            number += s <= step;
        }
    view_set(o->v, "Step", object_step_word(step));
    view_set(o->v, "StepSay", kit_say(o->r, known ? "Public.step" : "Public.step_first", kit_number(o->r, number), kit_number(o->r, all)));
    enum object_step before = object_before(o, step);
    if (before != OBJECT_STEP__MAX)
        view_set(o->v, "Before", object_step_word(before));
}

static void put_title(struct objecting *o, const char *key)
{
    view_set(o->v, "Title", kit_say(o->r, "Public.object_page", kit_word(o->r, key), o->person.name));
}

/* What the browser is asked to work; with 0 bits nothing. */
static void put_work(struct objecting *o)
{
    struct view_node *work = view_child(o->v, "Work");
    if (conf_number("objection.work_bits") == 0)
        return;
    view_set(work, "bits", kit_number(o->r, conf_number("objection.work_bits")));
    view_set(work, "parts", kit_number(o->r, WORK_PARTS));
    view_set(work, "rounds", kit_number(o->r, WORK_ROUNDS));
}

void object_show(struct objecting *o, enum object_step step, int status)
{
    static const char *const STEMS[OBJECT_STEP__MAX] = {
        [OBJECT_WHO] = "object_who", [OBJECT_GROUNDS] = "object_grounds", [OBJECT_STATEMENT] = "object_statement",
        [OBJECT_FILES] = "object_files", [OBJECT_CONTACT] = "object_contact", [OBJECT_SEAL] = "object_files",
        [OBJECT_CONSENT] = "object_consent", [OBJECT_CHECK] = "object_check",
    };
    bool open = !o->gone && (o->phase == READING_OPEN || o->late);
    if (!open && (o->gone || o->phase == READING_WITHDRAWN || !object_is_kind(o->form, "ANONYMOUS"))) {
        object_show_closed(o, status == 200 ? 200 : 409);
        return;
    }
    object_forgive_others(o, step);
    kit_form(o->form, o->v);
    put_frame(o);
    put_step(o, step);
    put_files(o);
    put_title(o, mem_printf(request_mem(o->r), "Public.Step.%s.title", object_step_word(step)));
    if (step == OBJECT_CHECK)
        put_work(o);
    if (step == OBJECT_WHO) {
        view_set(view_child(o->v, "Back"), "url", public_url(o->r, "/notice/%s/candidate/%s", o->notice.slug, o->person.slug));
        view_set(view_child(o->v, "Back"), "text", kit_word(o->r, "Public.back_to_person"));
    }
    response_page_status(o->out, status, STEMS[step]);
}

void object_show_closed(struct objecting *o, int status)
{
    static const char *const OF_A_PERSON[] = { "name", "phone", "email", "unit", "head", "consent" };
    bool typed = form_text(o->form, "statement")[0] != '\0';
    for (size_t i = 0; i < sizeof OF_A_PERSON / sizeof OF_A_PERSON[0]; i++)
        form_put(o->form, OF_A_PERSON[i], "");
    form_put(o->form, "kind", "ANONYMOUS");
    object_forgive_others(o, OBJECT_CHECK);
    kit_form(o->form, o->v);
    put_frame(o);
    show_paper(o->r, view_child(o->v, "Paper"), &o->notice);
    view_set(o->v, "Go", object_step_word(typed ? object_first_open(o) : OBJECT_GROUNDS));
    view_set_flag(o->v, "Typed", typed);
    view_set_flag(o->v, "Gone", o->gone);
    view_set_flag(o->v, "Clue", !o->gone && o->phase != READING_WITHDRAWN && strcmp(conf_text("objection.anonymous"), "AS_CLUE") == 0);
    put_title(o, "Public.closed_title");
    view_set(view_child(o->v, "Back"), "url", public_url(o->r, "/notice/%s/candidate/%s", o->notice.slug, o->person.slug));
    view_set(view_child(o->v, "Back"), "text", kit_word(o->r, "Public.back_to_person"));
    response_page_status(o->out, status, "object_closed");
}

void object_show_retry(struct objecting *o, const struct fail *f)
{
    bool sending = form_tick(o->form, "send");
    for (size_t i = 0; i < form_count(o->form); i++)
        form_forgive(o->form, form_field_at(o->form, i)->name);
    kit_form(o->form, o->v);
    put_addresses(o);
    put_grounds(o);
    view_set(o->v, "Again_url", object_url(o, sending ? "/send" : ""));
    view_set(o->v, "Uncertain", f->kind == FAIL_UNCERTAIN ? "1" : NULL);
    view_set(o->v, "Title", kit_word(o->r, "Public.retry_title"));
    response_page_status(o->out, 503, "object_retry");
}
