/* object: the form in which somebody objects: one question a page, and everything typed travels on in the form itself. Nothing of it
 * stands in an address, a cookie or a log. object_form.c knows the questions, object_show.c how they look, object.c and object_file.c
 * what is done with the answers, object_kept.c how the browser's Back finds them again. */
#ifndef GS_PUBLIC_OBJECT_H
#define GS_PUBLIC_OBJECT_H

#include "attach.h"
#include "public.h"
#include "reading.h"
#include "token.h"

/* In the order in which they are asked. */
enum object_step { OBJECT_WHO, OBJECT_GROUNDS, OBJECT_STATEMENT, OBJECT_FILES, OBJECT_CONTACT, OBJECT_SEAL, OBJECT_CONSENT, OBJECT_CHECK,
                   OBJECT_STEP__MAX };

struct objecting {
    struct request *r;
    struct view_node *v;
    struct response *out;
    struct form *form;
    struct token token;
    struct published notice;
    struct published_entry person;
    instant now;
    enum reading_phase phase;
    bool late;             /* closed, but the form was opened before and there is still time */
    bool gone;             /* the person is not in the notice any more */
    struct attach_item *files;
    size_t file_count;
};

/* ---- the questions: object_form.c ---- */
struct form *object_form(struct request *r);
const char *object_step_word(enum object_step step);
/* The step that the form's field `name` names; OBJECT_STEP__MAX if it names none. */
enum object_step object_step_of(const struct form *form, const char *name);
/* Whether the step itself asks for the field; what it does not ask for travels along. */
bool object_step_shows(enum object_step step, const char *name);
/* Reads the form's own token into `o`. */
bool object_token(struct objecting *o, struct fail *f);
/* A token for a new form. */
void object_new_token(struct objecting *o, instant now);
bool object_is_kind(const struct form *form, const char *kind);
/* Whether this form comes to the step at all: nobody asks an anonymous person for a name. */
bool object_asks(const struct objecting *o, enum object_step step);
enum object_step object_after(const struct objecting *o, enum object_step step);
/* OBJECT_STEP__MAX before the first one. */
enum object_step object_before(const struct objecting *o, enum object_step step);
/* Says at its fields what the step still needs; true if nothing. */
bool object_complete(struct objecting *o, enum object_step step);
/* The first step that is not complete, or OBJECT_CHECK. */
enum object_step object_first_open(struct objecting *o);
/* Leaves errors only at the fields that the step shows; OBJECT_STEP__MAX: none. */
void object_forgive_others(struct objecting *o, enum object_step step);

/* ---- how it looks: object_show.c ---- */
/* Notice, person, time and files for the form of `o`, whose token is read. False: answered already. */
bool object_load(struct objecting *o);
void object_show(struct objecting *o, enum object_step step, int status);
/* No objection can be made now: says why and offers to take it as a clue, with what was typed. */
void object_show_closed(struct objecting *o, int status);
/* Nothing can be reached at the moment: the form itself comes back with a button to try again. */
void object_show_retry(struct objecting *o, const struct fail *f);
/* Whether the address can be one of ours at all. */
bool object_is_ours(const struct request *r);
/* An address below the form's own: object_url(o, "/send"). */
char *object_url(struct objecting *o, const char *rest);

/* ---- going back: object_kept.c ---- */
/* The answer to a step that was sent: leads to the address of `step`, or shows it at once where nothing can be kept. */
void object_answer(struct objecting *o, enum object_step step, int status);
/* Of a step that was sent: what it does not ask for is taken as it was last kept, since the page may be an old one that the browser's Back
 * brought up again. Only the last page sends what it shows. False: answered already, the form was sent before. */
bool object_take_kept(struct objecting *o);
/* A fail of an act, such as an upload, beside its field; the page that follows says it. Unknown codes are said as "file_lost". */
void object_fault(struct objecting *o, const char *code);
#define OBJECT_UPLOADED "uploaded" /* in the field "said": a file has just come */
/* Going back from the receipt shows no form any more. */
void object_keep_sent(struct objecting *o);

/* ---- what is done: object.c ---- */
/* Reads form and token, loads the rest. False: answered already. */
bool object_begin(struct objecting *o, struct request *r, struct view_node *v, struct response *out);
/* From an answered step to the next one: errors stay here, `go` leads elsewhere. */
void object_go_on(struct objecting *o, enum object_step step);

/* ---- the end: object_receipt.c ---- */
struct submit_out;
void object_show_receipt(struct objecting *o, const struct submit_out *sent);

#endif
