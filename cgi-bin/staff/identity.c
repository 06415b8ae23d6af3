/* identity: the identity desk: who waits, one person, and what the telephone said. Never what is objected. */
#include <string.h>

#include "case_page.h"

static const struct form_field list_fields[] = { { "done", FORM_CHOICE, false, 0, 0, "CONFIRMED|DENIED|RECUSED|CLAIMED" } };
static const struct form_field fields[] = {
    { "seen", FORM_HIDDEN, true, 1, 24, NULL },
    { "result", FORM_CHOICE, true, 0, 0, "CONFIRMED|DENIED" },
    { "note", FORM_LINES, false, 0, 1000, NULL },
};
#define COUNT(list) (sizeof(list) / sizeof(list)[0])

void identity_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct casebook_row *rows;
    size_t count;
    instant now;
    struct form *form = form_new(r, list_fields, 1);
    if (!form_read_query(form, &f) || !db_now(staff_db(), &now, &f) ||
        !moderate_waiting(request_mem(r), staff_db(), staff_session(r), &rows, &count, &f)) {
        response_fail(out, &f);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        struct view_node *n = view_row(v, "Waiting");
        view_set(n, "url", case_desk_url(r, rows[i].receipt, ""));
        view_set(n, "number", case_number(r, rows[i].receipt));
        view_set(n, "kind", rows[i].kind);
        view_set(n, "came", kit_time(r, rows[i].submitted_at));
        if (rows[i].deadline_at)
            view_set(n, "due", kit_closing(r, rows[i].deadline_at));
        view_set_flag(n, "overdue", rows[i].deadline_at && rows[i].deadline_at <= now);
    }
    view_set_number(v, "Count", (int64_t)count);
    view_set(v, "Done", form_text(form, "done"));
    staff_title(r, v, "Desk.title", NULL);
    response_page(out, "identity");
}

static void show_person(struct request *r, struct view_node *v, const struct moderate_person *p)
{
    struct view_node *n = view_child(v, "Person");
    view_set_flag(n, "yes", true);
    view_set(n, "kind", p->kind);
    view_set(n, "channel", p->channel);
    view_set(n, "unit", p->unit);
    view_set(n, "head", p->head);
    view_set(n, "name", p->name);
    view_set(n, "phone", p->phone);
    view_set(n, "phone_url", mem_printf(request_mem(r), "tel:%s", p->phone));
    view_set(n, "email", p->email);
    view_set(n, "address", p->address);
    view_set(n, "came", kit_time(r, p->submitted_at));
    for (size_t i = 0; i < p->stamped_count; i++) {
        struct view_node *file = view_row(n, "files");
        char *rest = mem_printf(request_mem(r), "/file/%lld", (long long)p->stamped[i].id);
        view_set(file, "url", case_desk_url(r, request_segment(r, "case"), rest));
        view_set(file, "name", p->stamped[i].name);
        view_set(file, "kind", p->stamped[i].kind);
        view_set(file, "size", kit_size(r, p->stamped[i].size));
    }
}

/* A colleague settled it: who, when and how; what was typed stays in the form. */
static bool show_settled(struct request *r, struct view_node *v, const char *note, struct fail *f)
{
    struct casebook_event *events;
    size_t count;
    struct view_node *n = view_child(v, "Moved");
    if (!moderate_desk_moves(request_mem(r), staff_db(), request_segment(r, "case"), &events, &count, f))
        return false;
    view_set_flag(n, "yes", true);
    view_set_flag(n, "closed", true);
    view_set_flag(n, "typed", note[0] != '\0');
    case_show_events(r, n, "events", events, count, 0);
    return true;
}

static void show(struct request *r, struct view_node *v, struct form *form, int status, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    const char *number = request_segment(r, "case");
    if (status == 409 && !show_settled(r, v, form_text(form, "note"), &f)) {
        response_fail(out, &f);
        return;
    }
    kit_form(form, v);
    view_set(view_child(v, "Case"), "number", case_number(r, number));
    view_set(v, "Act_url", case_desk_url(r, number, ""));
    staff_title(r, v, "Desk.person_title", "/identity");
    response_page_status(out, status, "identity_person");
}

void identity_person_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct moderate_person p;
    struct form *form = form_new(r, fields, COUNT(fields));
    bool open = moderate_person(request_mem(r), staff_db(), staff_session(r), request_segment(r, "case"), &p, &f);
    int status = open ? 200 : case_refused(r, v, form, &f, KEYRING_IDENTITY, out);
    if (!status)
        return;
    if (open) {
        show_person(r, v, &p);
        form_put(form, "seen", p.state);
    }
    show(r, v, form, status, out);
}

/* The call may have taken longer than a proof of password and code is fresh: the result needs none, and a form that is shown again does
 * not show the person again. */
void identity_person_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct form *form = form_new(r, fields, COUNT(fields));
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    bool confirmed = form_chosen(form, "result", "CONFIRMED");
    if (form_ok(form) && moderate_identity(staff_db(), staff_session(r), request_segment(r, "case"), form_text(form, "seen"), confirmed,
                                           form_text(form, "note"), &f)) {
        response_redirect(out, confirmed ? "/identity?done=CONFIRMED" : "/identity?done=DENIED");
        return;
    }
    int status = case_refused(r, v, form, &f, KEYRING_IDENTITY, out);
    if (status)
        show(r, v, form, status, out);
}
