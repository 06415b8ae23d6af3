/* tasks: what a person must do because no message could: the open ones, what was settled lately, and settling one. Of an objector the number
 * of the case alone. */
#include <string.h>

#include "case_page.h"
#include "tasks.h"

static const struct form_field fields[] = {
    { "how", FORM_CHOICE, true, 0, 0, TASKS_HOW },
    { "words", FORM_LINES, false, 2, 300, NULL },
};
#define COUNT(list) (sizeof(list) / sizeof(list)[0])

static void show_contact(struct view_node *n, const char *name, const char *phone, const char *email)
{
    view_set(n, "name", name);
    view_set(n, "phone", phone);
    view_set(n, "email", email);
}

static void show_task(struct request *r, struct view_node *n, const struct office_task *t)
{
    view_set(n, "what", t->what);
    view_set(n, "event", t->event);
    view_set(n, "union", t->union_name);
    view_set(n, "number", t->receipt ? case_number(r, t->receipt) : NULL);
    /* How an objector is reached says something of who he is, and why it failed tells the way. */
    if (!t->receipt)
        view_set(n, "why", t->why);
    view_set(n, "since", kit_time(r, t->since));
    if (t->settled_at) {
        view_set(n, "settled", kit_time(r, t->settled_at));
        view_set(n, "by", t->settled_by);
        view_set(n, "how", t->how);
        view_set(n, "words", t->words);
    } else {
        view_set(n, "url", mem_printf(request_mem(r), "/tasks/%lld", (long long)t->id));
        view_set_flag(n, "may", staff_opens(r, "/tasks/{task}"));
    }
}

void tasks_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct office_task *tasks;
    size_t count, open = 0;
    if (!staff_banner(r, v, out))
        return;
    if (!office_task_list(request_mem(r), staff_db(), staff_session(r)->officer_id, &tasks, &count, &f)) {
        response_fail(out, &f);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        open += tasks[i].settled_at == 0;
        show_task(r, view_row(v, tasks[i].settled_at ? "Settled" : "Open"), &tasks[i]);
    }
    view_set_number(v, "Count", (int64_t)open);
    staff_title(r, v, "Task.title", "/");
    response_page(out, "tasks");
}

static void show(struct request *r, struct view_node *v, const struct form *form, int64_t id, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct office_task t;
    if (!office_task_read(request_mem(r), staff_db(), id, staff_session(r)->officer_id, &t, &f)) {
        response_fail(out, &f);
        return;
    }
    struct view_node *n = view_child(v, "Task");
    show_task(r, n, &t);
    if (t.contact)
        show_contact(view_child(n, "contact"), t.contact, t.phone, t.email);
    if (t.backup)
        show_contact(view_child(n, "backup"), t.backup, t.backup_phone, t.backup_email);
    if (t.union_id && staff_opens(r, "/unions/{union}"))
        view_set(n, "union_url", mem_printf(request_mem(r), "/unions/%lld", (long long)t.union_id));
    kit_form(form, v);
    view_set(v, "Act_url", mem_printf(request_mem(r), "/tasks/%lld", (long long)id));
    staff_title(r, v, "Task.settle_title", "/tasks");
    response_page_status(out, form_ok(form) ? 200 : 422, "task");
}

void task_page(struct request *r, struct view_node *v, struct response *out)
{
    int64_t id;
    if (staff_id(r, "task", &id, out))
        show(r, v, form_new(r, fields, COUNT(fields)), id, out);
}

void task_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    int64_t id;
    struct form *form = form_new(r, fields, COUNT(fields));
    if (!staff_id(r, "task", &id, out))
        return;
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    bool ok = form_ok(form) && tasks_settle(request_mem(r), staff_db(), staff_session(r)->officer_id, id, form_text(form, "how"),
                                            form_text(form, "words"), &f);
    if (ok)
        response_redirect(out, "/tasks?done=task");
    else if (strcmp(f.code, "task_settled") == 0)
        response_redirect(out, "/tasks?done=task_settled");
    else if (!form_ok(form) || form_take_fail(form, &f))
        show(r, v, form, id, out);
    else
        response_fail(out, &f);
}
