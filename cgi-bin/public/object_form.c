/* object_form: the fields, the steps, and what each step needs. */
#include <string.h>

#include "conf.h"
#include "object.h"
#include "objection.h"
#include "work.h"

#define STEPS "WHO|GROUNDS|STATEMENT|FILES|CONTACT|SEAL|CONSENT|CHECK"
#define STATEMENT_MIN 20
#define STATEMENT_MAX 5000

/* `step` was answered; `go` is where a button leads; `back` says that the answer was changed from the last page. Which fields are
 * needed depends on the way taken, so that the steps say it and not the table. */
static const struct form_field fields[] = {
    { "token", FORM_HIDDEN, true, 20, 200, NULL },
    { "step", FORM_CHOICE, false, 0, 0, STEPS },
    { "go", FORM_CHOICE, false, 0, 0, STEPS },
    { "back", FORM_TICK, false, 0, 0, NULL },
    { "kind", FORM_CHOICE, false, 0, 0, "PERSON|UNIT|ANONYMOUS" },
    { "grounds", FORM_CHOICES, false, 0, 0, OBJECTION_GROUND_CHOICES },
    { "statement", FORM_LINES, false, STATEMENT_MIN, STATEMENT_MAX, NULL },
    { "unit", FORM_LINE, false, 4, 100, NULL },
    { "head", FORM_NAME, false, 2, 50, NULL },
    { "name", FORM_NAME, false, 2, 50, NULL },
    { "phone", FORM_PHONE, false, 0, 0, NULL },
    { "email", FORM_EMAIL, false, 0, 0, NULL },
    { "consent", FORM_TICK, false, 0, 0, NULL },
    { "files", FORM_NUMBER, false, 0, 1000, NULL },
    { "send", FORM_TICK, false, 0, 0, NULL },
    { "id", FORM_NUMBER, false, 0, INT64_MAX, NULL },
    { "file", FORM_FILE, false, 0, 0, NULL },
    { "wrong", FORM_CHOICE, false, 0, 0, STEPS }, /* the step whose errors are said, and what is said of an upload or a sending */
    { "said", FORM_CHOICE, false, 0, 0, "uploaded|too_fast|too_soon|slow_full|files_changed|file_needed|file_type|file_unlike|file_broken|file_encrypted|"
      "file_too_large|file_empty|files_full|inspect_away|file_lost" },
    { "proof", FORM_HIDDEN, false, 0, WORK_PROOF_MAX, NULL }, /* of the browser's work */
    { "site", FORM_LINE, false, 0, 200, NULL }, /* hidden from people; who fills it in is a machine */
};

enum { SHOWN_MAX = 5 };

static const struct { const char *word; const char *shows[SHOWN_MAX]; } STEP[OBJECT_STEP__MAX] = {
    [OBJECT_WHO] = { "WHO", { "kind" } },
    [OBJECT_GROUNDS] = { "GROUNDS", { "grounds" } },
    [OBJECT_STATEMENT] = { "STATEMENT", { "statement" } },
    [OBJECT_FILES] = { "FILES", { "file" } },
    [OBJECT_CONTACT] = { "CONTACT", { "unit", "head", "name", "phone", "email" } },
    [OBJECT_SEAL] = { "SEAL", { "file" } },
    [OBJECT_CONSENT] = { "CONSENT", { "consent" } },
    [OBJECT_CHECK] = { "CHECK", { "files", "send" } },
};

struct form *object_form(struct request *r) { return form_new(r, fields, sizeof fields / sizeof fields[0]); }

const char *object_step_word(enum object_step step) { return STEP[step].word; }

enum object_step object_step_of(const struct form *form, const char *name)
{
    enum object_step step = OBJECT_WHO;
    while (step < OBJECT_STEP__MAX && strcmp(form_text(form, name), STEP[step].word) != 0)
        step++;
    return step;
}

/* A token is of the form about one person: with another's it would show his name over a receipt that is not about him. */
static char *purpose(const struct objecting *o)
{
    return mem_printf(request_mem(o->r), "objection:%s/%s", request_segment(o->r, "notice"), request_segment(o->r, "candidate"));
}

bool object_token(struct objecting *o, struct fail *f)
{
    return token_read(form_text(o->form, "token"), public_form_key(), purpose(o), &o->token) ||
           fail_set(f, FAIL_INPUT, "form_token", "a form token that is not ours");
}

void object_new_token(struct objecting *o, instant now)
{
    struct fail f = { .kind = FAIL_NONE };
    form_put(o->form, "token", token_make(request_mem(o->r), public_form_key(), purpose(o), now));
    object_token(o, &f);
}

bool object_is_kind(const struct form *form, const char *kind) { return strcmp(form_text(form, "kind"), kind) == 0; }

bool object_asks(const struct objecting *o, enum object_step step)
{
    bool named = !object_is_kind(o->form, "ANONYMOUS");
    switch (step) {
    case OBJECT_WHO:
        return o->phase == READING_OPEN || o->late;
    case OBJECT_CONTACT:
    case OBJECT_CONSENT:
        return named;
    case OBJECT_SEAL:
        return object_is_kind(o->form, "UNIT");
    default:
        return true;
    }
}

enum object_step object_after(const struct objecting *o, enum object_step step)
{
    while (step < OBJECT_CHECK && !object_asks(o, ++step))
        continue;
    return step;
}

enum object_step object_before(const struct objecting *o, enum object_step step)
{
    while (step > OBJECT_WHO)
        if (object_asks(o, --step))
            return step;
    return OBJECT_STEP__MAX;
}

static void want(struct form *form, const char *name)
{
    if (form_text(form, name)[0] == '\0')
        form_error(form, name, "needed");
}

static void want_grounds(struct form *form)
{
    size_t count;
    const struct objection_ground *g = objection_grounds(&count);
    for (size_t i = 0; i < count; i++)
        if (form_chosen(form, "grounds", g[i].code))
            return;
    form_error(form, "grounds", "choose_one");
}

static void want_contact(struct form *form)
{
    bool unit = object_is_kind(form, "UNIT");
    want(form, "name");
    if (unit) {
        want(form, "unit");
        want(form, "head");
        want(form, "phone");
    } else if (form_text(form, "phone")[0] == '\0' && form_text(form, "email")[0] == '\0') {
        form_error(form, "phone", "or_email_needed");
    }
}

static bool has_seal(const struct objecting *o)
{
    for (size_t i = 0; i < o->file_count; i++)
        if (o->files[i].seal_scan)
            return true;
    return false;
}

bool object_step_shows(enum object_step step, const char *name)
{
    for (size_t i = 0; step < OBJECT_STEP__MAX && i < SHOWN_MAX && STEP[step].shows[i] != NULL; i++)
        if (strcmp(STEP[step].shows[i], name) == 0)
            return true;
    return false;
}

static bool has_errors(const struct form *form, enum object_step step)
{
    for (size_t i = 0; i < form_count(form); i++)
        if (object_step_shows(step, form_field_at(form, i)->name) && form_fault_at(form, i) != NULL)
            return true;
    return false;
}

bool object_complete(struct objecting *o, enum object_step step)
{
    struct form *form = o->form;
    bool rejects = strcmp(conf_text("objection.anonymous"), "REJECT") == 0;
    switch (step) {
    case OBJECT_WHO:
        if (form_text(form, "kind")[0] == '\0' || (rejects && object_is_kind(form, "ANONYMOUS")))
            form_error(form, "kind", "choose_one");
        break;
    case OBJECT_GROUNDS:
        want_grounds(form);
        break;
    case OBJECT_STATEMENT:
        want(form, "statement");
        break;
    case OBJECT_CONTACT:
        want_contact(form);
        break;
    case OBJECT_SEAL:
        if (!has_seal(o))
            form_error(form, "file", "seal_needed");
        break;
    case OBJECT_CONSENT:
        if (!form_tick(form, "consent"))
            form_error(form, "consent", "tick_needed");
        break;
    default:
        break;
    }
    return !has_errors(form, step);
}

enum object_step object_first_open(struct objecting *o)
{
    enum object_step step = OBJECT_WHO;
    while (step < OBJECT_CHECK && (!object_asks(o, step) || object_complete(o, step)))
        step++;
    return step;
}

void object_forgive_others(struct objecting *o, enum object_step step)
{
    for (size_t i = 0; i < form_count(o->form); i++)
        if (!object_step_shows(step, form_field_at(o->form, i)->name))
            form_forgive(o->form, form_field_at(o->form, i)->name);
}
