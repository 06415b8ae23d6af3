/* notice_words: the words of a notice: title, number, text, contacts, signature; and how the public will see them. */
#include <string.h>

#include "doc_number.h"
#include "notice_page.h"

#define BODY_MAX 10000 /* characters */

/* As wide as the columns of notice_version. */
static const struct form_field fields[] = {
    NOTICE_SEEN,
    { "title", FORM_LINE, true, 4, 150, NULL },
    { "doc_number", FORM_LINE, false, 0, 50, NULL },
    { "body", FORM_LINES, false, 0, BODY_MAX, NULL },
    { "order_note", FORM_LINE, false, 0, 100, NULL },
    { "handling_office", FORM_LINE, false, 0, 100, NULL },
    { "handling_phone", FORM_LINE, false, 0, 60, NULL },
    { "handling_email", FORM_EMAIL, false, 0, 254, NULL },
    { "handling_address", FORM_LINE, false, 0, 200, NULL },
    { "handling_hours", FORM_LINE, false, 0, 100, NULL },
    { "supervision_office", FORM_LINE, false, 0, 100, NULL },
    { "supervision_phone", FORM_LINE, false, 0, 60, NULL },
    { "signed_by", FORM_LINE, false, 0, 100, NULL },
    { "signed_day", FORM_DAY, false, 0, 0, NULL },
    { "go", FORM_CHOICE, false, 0, 0, "SAVE|PREVIEW" },
};
#define COUNT (sizeof fields / sizeof *fields)

/* One place where the form and the stored words meet. */
static const char *stored(struct request *r, const struct draft_words *w, const char *field)
{
    const struct { const char *field, *value; } pairs[] = {
        { "title", w->title }, { "doc_number", w->doc_number }, { "body", w->body }, { "order_note", w->order_note },
        { "handling_office", w->handling_office }, { "handling_phone", w->handling_phone }, { "handling_email", w->handling_email },
        { "handling_address", w->handling_address }, { "handling_hours", w->handling_hours },
        { "supervision_office", w->supervision_office }, { "supervision_phone", w->supervision_phone }, { "signed_by", w->signed_by },
        { "signed_day", w->has_signed_day ? notice_day_value(r, w->signed_day) : "" },
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (strcmp(pairs[i].field, field) == 0)
            return pairs[i].value;
    return NULL;
}

static struct draft_words typed(const struct form *form)
{
    struct draft_words w = {
        .title = form_text(form, "title"), .doc_number = form_text(form, "doc_number"), .body = form_text(form, "body"),
        .order_note = form_text(form, "order_note"), .handling_office = form_text(form, "handling_office"),
        .handling_phone = form_text(form, "handling_phone"), .handling_email = form_text(form, "handling_email"),
        .handling_address = form_text(form, "handling_address"), .handling_hours = form_text(form, "handling_hours"),
        .supervision_office = form_text(form, "supervision_office"), .supervision_phone = form_text(form, "supervision_phone"),
        .signed_by = form_text(form, "signed_by") };
    w.has_signed_day = form_day(form, "signed_day", &w.signed_day);
    return w;
}

static void show(struct request *r, struct view_node *v, const struct draft *d, struct form *form, int status, struct response *out)
{
    kit_form(form, v);
    notice_title(r, v, "words_title", d);
    response_page_status(out, status, "notice_words");
}

void notice_words_page(struct request *r, struct view_node *v, struct response *out)
{
    struct draft d;
    struct form *form = form_new(r, fields, COUNT);
    if (!notice_open(r, v, DRAFT_WRITING, &d, out))
        return;
    notice_put_seen(form, &d);
    for (size_t i = 0; i < COUNT; i++)
        if (stored(r, &d.words, fields[i].name))
            form_put(form, fields[i].name, stored(r, &d.words, fields[i].name));
    show(r, v, &d, form, 200, out);
}

/* The form with what was typed, what the other one wrote beside it where it differs, and leave to overwrite it knowingly. */
static void show_changed(struct request *r, struct view_node *v, const struct draft *now, struct form *form, struct response *out)
{
    struct view_node *n = view_child(v, "Changed");
    for (size_t i = 0; i < COUNT; i++) {
        const char *theirs = stored(r, &now->words, fields[i].name);
        if (!theirs || strcmp(theirs, form_text(form, fields[i].name)) == 0)
            continue;
        struct view_node *row = view_row(n, "Fields");
        view_set(row, "label", kit_word(r, mem_printf(request_mem(r), "Staff.Words.%s.label", fields[i].name)));
        view_set(row, "theirs", *theirs ? theirs : kit_word(r, "Field.blank"));
    }
    notice_put_seen(form, now);
    show(r, v, now, form, 409, out);
}

static void preview(struct request *r, struct view_node *v, struct draft *d, struct form *form, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    d->words = typed(form);
    if (notice_face(r, v, d, &f))
        show(r, v, d, form, 200, out);
    else
        response_fail(out, &f);
}

/* What has one right spelling is shown in it. */
static void mend(struct request *r, struct form *form)
{
    day signed_day;
    const char *number = form_text(form, "doc_number");
    char *mended = *number ? doc_number_read(request_mem(r), number) : NULL;
    if (mended)
        form_put(form, "doc_number", mended);
    else if (*number)
        form_error(form, "doc_number", "doc_number_wrong");
    if (form_day(form, "signed_day", &signed_day))
        form_put(form, "signed_day", notice_day_value(r, signed_day));
}

void notice_words_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct draft d;
    struct form *form = form_new(r, fields, COUNT);
    if (!notice_take(r, v, form, &d, out))
        return;
    mend(r, form);
    if (!form_ok(form)) {
        show(r, v, &d, form, 422, out);
    } else if (strcmp(form_text(form, "go"), "PREVIEW") == 0) {
        preview(r, v, &d, form, out);
    } else {
        struct draft_words w = typed(form);
        if (publish_words(staff_db(), notice_seen(d.id, form), request_who(r)->id, &w, &f))
            notice_did(r, out, d.id, "", "words");
        else if (notice_changed(r, v, &d, notice_seen(d.id, form).revision, &f))
            show_changed(r, v, &d, form, out);
        else
            response_fail(out, &f);
    }
}
