/* case_supplement: one letter that names everything that is missing, and the last day for it; looked at as the objector reads it, then sent. */
#include <string.h>

#include "case_page.h"
#include "reckon.h"

static const struct form_field fields[] = {
    CASE_SEEN_FIELDS,
    { "go", FORM_CHOICE, false, 0, 0, "CHANGE|PREVIEW|SEND" },
    { "missing", FORM_CHOICES, false, 0, 0, OBJECTION_MISSING_CHOICES },
    { "besides", FORM_LINES, false, 0, 1000, NULL },
};

/* "1. …" for each box that is ticked, in the order of the list, then what was written besides. */
static char *points(struct request *r, const struct form *form, int *count)
{
    struct mem *m = request_mem(r);
    char *all = mem_text(m, "");
    *count = 0;
    for (const char *p = OBJECTION_MISSING_CHOICES; *p != '\0';) {
        size_t n = strcspn(p, "|");
        const char *code = mem_text_n(m, p, n);
        if (form_chosen(form, "missing", code))
            all = mem_printf(m, "%s%d. %s\n", all, ++*count, kit_word(r, mem_printf(m, "Staff.Case.Missing.%s", code)));
        p += n + (p[n] == '|');
    }
    const char *besides = form_text(form, "besides");
    if (besides[0])
        all = mem_printf(m, "%s%d. %s\n", all, ++*count, besides);
    return all;
}

/* The letter, as it is sent if it is sent now. */
static char *letter(struct request *r, const char *list, const struct reckon *term)
{
    return mem_printf(request_mem(r), "%s\n\n%s\n%s", kit_word(r, "Staff.Case.supplement_begin"), list,
                      kit_say(r, "Staff.Case.supplement_end", kit_closing(r, term->due), NULL));
}

static void show(struct request *r, struct view_node *v, struct form *form, const struct moderate_case *c, int status, const char *told,
                 struct response *out)
{
    const char *number = c->stored.row.receipt, *stem = told ? "case_supplement_check" : "case_supplement";
    if (status == 409)
        case_moved(r, v, form, c, case_may(r, c, MOVE_ASK_SUPPLEMENT));
    kit_form(form, v);
    for (const char *p = OBJECTION_MISSING_CHOICES; *p != '\0';) {
        size_t n = strcspn(p, "|");
        const char *code = mem_text_n(request_mem(r), p, n);
        if (form_chosen(form, "missing", code))
            view_set(view_row(v, "Missing"), "code", code);
        p += n + (p[n] == '|');
    }
    view_set(v, "Told", told);
    view_set(v, "Act_url", case_url(r, number, "/supplement"));
    staff_title(r, v, "Case.Move.ASK_SUPPLEMENT.title", case_url(r, number, ""));
    response_page_status(out, status, stem);
}

void case_supplement_page(struct request *r, struct view_node *v, struct response *out)
{
    struct moderate_case c;
    struct form *form = form_new(r, fields, sizeof fields / sizeof fields[0]);
    if (!case_open(r, v, &c, out))
        return;
    if (!case_may(r, &c, MOVE_ASK_SUPPLEMENT)) {
        response_redirect(out, case_url(r, c.stored.row.receipt, ""));
        return;
    }
    case_seen(r, form, &c);
    show(r, v, form, &c, 200, NULL, out);
}

/* The words name the day: should another one be reckoned when they are sent, nothing is. */
static bool send(struct request *r, const struct form *form, const char *told, const struct reckon *term, struct fail *f)
{
    struct moderate_in in = { .s = staff_session(r), .receipt = request_segment(r, "case"), .seen = form_text(form, "seen"),
                              .move = MOVE_ASK_SUPPLEMENT, .told = told, .note = "", .code = "", .other = "", .until = term->due,
                              .note_key = KEYRING_CASE };
    return moderate_do(staff_db(), &in, f);
}

void case_supplement_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct moderate_case c;
    struct reckon term;
    int count, status = 200;
    struct form *form = form_new(r, fields, sizeof fields / sizeof fields[0]);
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    bool look = strcmp(form_text(form, "go"), "PREVIEW") == 0, sends = strcmp(form_text(form, "go"), "SEND") == 0;
    char *list = points(r, form, &count), *told = NULL;
    if ((look || sends) && count == 0)
        form_error(form, "missing", "missing_choose_one");
    if (form_ok(form) && (look || sends) && reckon_start(request_mem(r), staff_db(), TERM_SUPPLEMENT, &term, &f)) {
        told = letter(r, list, &term);
        if (sends && send(r, form, told, &term, &f)) {
            response_redirect(out, case_url(r, request_segment(r, "case"), "?done=ASK_SUPPLEMENT"));
            return;
        }
    }
    if (!form_ok(form) || f.kind != FAIL_NONE)
        status = case_refused(r, v, form, &f, KEYRING_CASE, out);
    if (status && case_open(r, v, &c, out))
        show(r, v, form, &c, status, status == 200 && look ? told : NULL, out);
}
