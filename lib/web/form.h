/* form: a form is a table of fields. Reading refuses what no field names (400), a field sent twice (400) and broken UTF-8 or
 * NUL; a value that does not fit its field is an error beside that field. A page then either goes on with typed
 * values or shows the form again: kit_form (cgi-bin/kit) puts values, errors and the summary into the view. */
#ifndef GS_WEB_FORM_H
#define GS_WEB_FORM_H

#include "clock.h"
#include "web.h"

enum form_kind {
    FORM_KIND_UNSET = 0,
    FORM_LINE,     /* one line, tidied; min/max in code points */
    FORM_NAME,     /* a person's name: text_name */
    FORM_LINES,    /* several lines, tidied */
    FORM_EXACT,    /* bytes as sent (passwords); min/max in bytes */
    FORM_NUMBER,   /* decimal, full-width accepted; min/max are the value's */
    FORM_DAY,      /* 2026-11-24, 2026/11/24, 2026.11.24 or 2026年11月24日, full-width accepted; the value becomes 2026-11-24 */
    FORM_PHONE,    /* mobile or land line; value becomes digits */
    FORM_EMAIL,
    FORM_CODE,     /* blanks and hyphens dropped, half-width, upper case; min/max in characters */
    FORM_CHOICE,   /* one of `choices` ("a|b|c") */
    FORM_CHOICES,  /* several of `choices`; may be sent more than once, each choice once; at most 24 */
    FORM_TICK,     /* a box: "1" or absent */
    FORM_HIDDEN,   /* opaque token [A-Za-z0-9_.-]; min/max in characters; a fault is a 400, not a field error */
    FORM_FILE,     /* the file input of a multipart form: bytes go to its form_sink, errors beside it; no text */
    FORM_KIND__MAX
};

/* Lengths need a max, choices their words; a table that is not whole ends the program when its form is made. */
struct form_field {
    const char *name; /* [a-z0-9_]+; Lang text: Form.<name>.label/.hint by the template */
    enum form_kind kind;
    bool needed;
    int64_t min, max;
    const char *choices;
};

struct form *form_new(struct request *r, const struct form_field *fields, size_t count);
/* Reads the body of a POST (urlencoded or multipart as the route's limit says). False with a fail that ends the request (400, 413,
 * 415): hand it to response_fail. True: look at form_ok. File parts of multipart go to `sink` (see multipart.h), else refused. */
bool form_read(struct form *form, struct fail *f);
/* The same for the query string of a GET form. */
bool form_read_query(struct form *form, struct fail *f);

bool form_ok(const struct form *form); /* no field error so far */
const char *form_text(const struct form *form, const char *name);   /* "" if absent; asking for an unknown name aborts */
int64_t form_number(const struct form *form, const char *name);     /* 0 if absent */
bool form_day(const struct form *form, const char *name, day *out);
bool form_tick(const struct form *form, const char *name);
bool form_chosen(const struct form *form, const char *name, const char *choice);

/* What the named fields (NULL behind the last) hold, as text that form_read_packed takes back into a form of the same table, with the same
 * errors. NULL if it would be longer than `max` bytes. */
char *form_pack(const struct form *form, const char *const *names, size_t max);
bool form_read_packed(struct form *form, const char *packed, struct fail *f);
/* The field as it stands in another form of the same table, its error too. */
void form_copy(struct form *to, const struct form *from, const char *name);

/* A value put in by the page before showing (editing what is stored, hidden tokens). */
void form_put(struct form *form, const char *name, const char *value);
/* An error found by the page or a service; `code` is a sentence Lang.Fail.<code>; several numbers may fill {1} and {2} in it. */
void form_error(struct form *form, const char *name, const char *code);
void form_error_numbers(struct form *form, const char *name, const char *code, int64_t one, int64_t two);
/* Takes a field's error away: the page that is shown does not ask for it. */
void form_forgive(struct form *form, const char *name);
/* A service's fail with a field, and its number, goes beside the field and true comes back; without one false: use response_fail. */
bool form_take_fail(struct form *form, const struct fail *f);

/* Walking a form, for the kit that puts it into a view: field i, its shown value ("" for FORM_EXACT), its error or NULL. */
struct request *form_request(const struct form *form);
size_t form_count(const struct form *form);
const struct form_field *form_field_at(const struct form *form, size_t i);
const char *form_shown(const struct form *form, size_t i);
struct form_fault { const char *code; int64_t one, two; };
const struct form_fault *form_fault_at(const struct form *form, size_t i);

#endif
