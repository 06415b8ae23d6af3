/* case_decision: a decision is written, looked at as the objector will read it, and handed to another officer. */
#include <stdio.h>
#include <string.h>

#include "case_page.h"
#include "decide.h"

#define COUNT(list) (sizeof(list) / sizeof(list)[0])

/* A finding for every ground that there is; those of this objection are asked for. */
#define GROUNDS_MAX 24
static const struct form_field fixed[] = {
    CASE_SEEN_FIELDS,
    { "go", FORM_CHOICE, false, 0, 0, "CHANGE|PREVIEW|SEND" },
    { "result", FORM_CHOICE, true, 0, 0, "SUSTAINED|PARTLY|NOT_SUSTAINED" },
    { "reasons", FORM_LINES, true, 20, 5000, NULL },
    { "told", FORM_LINES, true, 20, 3000, NULL },
};

struct finding_name { char text[24]; };

static struct finding_name finding_name(const char *ground)
{
    struct finding_name n;
    snprintf(n.text, sizeof n.text, "finding_%s", ground);
    for (char *p = n.text; *p; p++)
        *p = (char)(*p >= 'A' && *p <= 'Z' ? *p - 'A' + 'a' : *p);
    return n;
}

static struct form *decision_form(struct request *r)
{
    size_t count;
    const struct objection_ground *grounds = objection_grounds(&count);
    struct form_field *fields = mem_array(request_mem(r), COUNT(fixed) + count, sizeof *fields);
    memcpy(fields, fixed, sizeof fixed);
    for (size_t i = 0; i < count; i++)
        fields[COUNT(fixed) + i] = (struct form_field){ mem_text(request_mem(r), finding_name(grounds[i].code).text), FORM_CHOICE, false, 0, 0,
                                                        OBJECTION_FINDING_CHOICES };
    return form_new(r, fields, COUNT(fixed) + count);
}

/* Whether the objection names this ground. */
static bool is_named(const char *grounds, const char *code)
{
    size_t n = strlen(code);
    for (const char *p = grounds; *p != '\0';) {
        size_t len = strcspn(p, ",");
        if (len == n && memcmp(p, code, n) == 0)
            return true;
        p += len + (p[len] == ',');
    }
    return false;
}

/* What was chosen of each; and on the page a question for each ground of this case. */
static size_t read_findings(const struct form *form, struct decision_finding *out)
{
    size_t count, n = 0;
    const struct objection_ground *grounds = objection_grounds(&count);
    for (size_t i = 0; i < count; i++) {
        const char *chosen = form_text(form, finding_name(grounds[i].code).text);
        if (chosen[0])
            out[n++] = (struct decision_finding){ grounds[i].code, chosen };
    }
    return n;
}

static void show_findings(struct request *r, struct view_node *v, const struct form *form, const struct moderate_case *c)
{
    size_t count;
    const struct objection_ground *grounds = objection_grounds(&count);
    for (size_t i = 0; i < count; i++) {
        struct finding_name name = finding_name(grounds[i].code);
        if (!is_named(c->stored.row.grounds, grounds[i].code))
            continue;
        struct view_node *n = view_row(v, "Findings");
        view_set(n, "field", mem_text(request_mem(r), name.text));
        view_set(n, "ground", kit_word(r, mem_printf(request_mem(r), "Ground.%s", grounds[i].code)));
        view_set(n, "finding", form_text(form, name.text));
    }
}

/* Each ground of the case wants its finding; said beside the ground. */
static void ask_findings(struct form *form, const struct moderate_case *c)
{
    size_t count;
    const struct objection_ground *grounds = objection_grounds(&count);
    for (size_t i = 0; i < count; i++) {
        struct finding_name name = finding_name(grounds[i].code);
        if (is_named(c->stored.row.grounds, grounds[i].code) && form_text(form, name.text)[0] == '\0')
            form_error(form, name.text, "finding_choose_one");
    }
}

static void show(struct request *r, struct view_node *v, struct form *form, const struct moderate_case *c, int status, const char *stem,
                 struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    const char *number = c->stored.row.receipt;
    if (!case_show_others(r, v, STAFF_APPROVER, &f)) {
        response_fail(out, &f);
        return;
    }
    if (status == 409)
        case_moved(r, v, form, c, case_may(r, c, MOVE_DRAFT_DECISION));
    kit_form(form, v);
    show_findings(r, v, form, c);
    case_warn_records(v, c);
    view_set(v, "Act_url", case_url(r, number, "/decision"));
    staff_title(r, v, mem_printf(request_mem(r), "Case.%s_title", stem), case_url(r, number, ""));
    response_page_status(out, status, stem);
}

/* A decision that came back is written anew from what stood in it. */
static void begin_with_last(struct form *form, const struct moderate_case *c)
{
    const struct moderate_decision *last = c->decision_count > 0 ? &c->decisions[c->decision_count - 1] : NULL;
    if (!last || !last->stored.returned_at)
        return;
    form_put(form, "result", last->stored.result);
    form_put(form, "reasons", last->reasons);
    form_put(form, "told", last->told);
}

void case_decision_page(struct request *r, struct view_node *v, struct response *out)
{
    struct moderate_case c;
    struct form *form = decision_form(r);
    if (!case_open(r, v, &c, out))
        return;
    if (!case_may(r, &c, MOVE_DRAFT_DECISION)) {
        response_redirect(out, case_url(r, c.stored.row.receipt, ""));
        return;
    }
    case_seen(r, form, &c);
    begin_with_last(form, &c);
    show(r, v, form, &c, 200, "case_decision", out);
}

void case_decision_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct moderate_case c;
    const char *number = request_segment(r, "case");
    struct form *form = decision_form(r);
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    bool look = strcmp(form_text(form, "go"), "PREVIEW") == 0, send = strcmp(form_text(form, "go"), "SEND") == 0;
    int status = 200;
    /* The grounds stand in the case: it is opened before it is judged whether each has its finding. */
    if (!case_open(r, v, &c, out))
        return;
    if (look || send)
        ask_findings(form, &c);
    if (form_ok(form) && send) {
        struct decision_finding findings[GROUNDS_MAX];
        struct decide_in in = { .receipt = number, .seen = form_text(form, "seen"), .result = form_text(form, "result"),
                                .reasons = form_text(form, "reasons"), .told = form_text(form, "told"), .findings = findings,
                                .finding_count = read_findings(form, findings) };
        if (decide_draft(staff_db(), staff_session(r), &in, &f)) {
            response_redirect(out, case_url(r, number, "?done=DECISION"));
            return;
        }
    }
    if (!form_ok(form) || f.kind != FAIL_NONE)
        status = case_refused(r, v, form, &f, KEYRING_CASE, out);
    if (status)
        show(r, v, form, &c, status, status == 200 && look ? "case_preview" : "case_decision", out);
}
