/* final_words: the words of a final list. */
#include "announce.h"
#include "doc_number.h"
#include "final_page.h"
#include "notice_page.h"

static const struct form_field fields[] = {
    NOTICE_SEEN,
    { "title", FORM_LINE, true, 4, 150, NULL },
    { "doc_number", FORM_LINE, false, 0, 50, NULL },
    { "body", FORM_LINES, false, 0, 10000, NULL },
    { "signed_by", FORM_LINE, false, 0, 100, NULL },
    { "signed_day", FORM_DAY, false, 0, 0, NULL },
};
#define COUNT (sizeof fields / sizeof *fields)

static void show(struct request *r, struct view_node *v, const struct announcement *a, struct form *form, int status, struct response *out)
{
    kit_form(form, v);
    final_put(r, v, a);
    staff_title(r, v, "Final.words_title", final_url(r, ""));
    response_page_status(out, status, "final_words");
}

void final_words_page(struct request *r, struct view_node *v, struct response *out)
{
    struct announcement a;
    struct form *form = form_new(r, fields, COUNT);
    if (!final_get(r, &a, out))
        return;
    if (a.state != DRAFT_WRITING) {
        response_redirect(out, final_url(r, ""));
        return;
    }
    form_put(form, "title", a.words.title);
    form_put(form, "doc_number", a.words.doc_number);
    form_put(form, "body", a.words.body);
    form_put(form, "signed_by", a.words.signed_by);
    form_put(form, "signed_day", a.words.signed_day ? notice_day_value(r, a.words.signed_day) : "");
    show(r, v, &a, form, 200, out);
}

/* What has one right spelling is shown in it. */
static void mend(struct request *r, struct form *form)
{
    const char *number = form_text(form, "doc_number");
    char *mended = *number ? doc_number_read(request_mem(r), number) : NULL;
    if (mended)
        form_put(form, "doc_number", mended);
    else if (*number)
        form_error(form, "doc_number", "doc_number_wrong");
}

void final_words_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct announcement a;
    struct form *form = form_new(r, fields, COUNT);
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    if (!final_get(r, &a, out))
        return;
    mend(r, form);
    struct announcement_words w = { .title = form_text(form, "title"), .doc_number = form_text(form, "doc_number"),
                                    .body = form_text(form, "body"), .signed_by = form_text(form, "signed_by") };
    form_day(form, "signed_day", &w.signed_day);
    if (!form_ok(form))
        show(r, v, &a, form, 422, out);
    else if (announce_words(staff_db(), notice_seen(a.id, form), request_who(r)->id, &w, &f))
        final_did(r, out, "paper");
    else if (final_changed(r, v, &a, &f))
        show(r, v, &a, form, 409, out);
    else
        response_fail(out, &f);
}
