/* audit_list: who saw or did what, for the auditor: newest first, by object and by officer, a page at a time. */
#include <string.h>

#include "audit.h"
#include "officer.h"
#include "staff_page.h"

#define COUNT(list) (sizeof(list) / sizeof(list)[0])
enum { PAGE = 50, ALARMS = 5 };
#define OBJECTS \
    "officer|officer_pass|seal_key|round|notice_version|nominating_union|import_draft|objection|attachment|assist|union_letter|" \
    "union_contact|calendar|candidate|recognition|outbox|outbox_stop|office_task"

static const struct form_field fields[] = {
    { "object", FORM_CHOICE, false, 0, 0, OBJECTS },
    { "number", FORM_CODE, false, 0, 20, NULL },
    { "officer", FORM_NUMBER, false, 0, INT32_MAX, NULL },
    { "before", FORM_NUMBER, false, 0, INT32_MAX, NULL },
};

/* A detail that is a stored word is said in the page's language; several stand with commas between. */
static const char *detail_text(struct request *r, const struct audit_row *a)
{
    static const struct { const char *action, *words; } ROWS[] = {
        { "key_grant", "Staff.Key" }, { "key_open", "Staff.Key" }, { "open_refused", "Staff.Key" }, { "key_made", "Staff.Key" }, { "move", "Move" },
        { "propose", "Move" }, { "send_back", "Move" },
        { "officer_roles", "Role" }, { "reset_done", "Staff.Audit.reset_done" },
        { "task_settle", "Staff.Task.how_word" },
    };
    struct buf out;
    const char *words = NULL;
    for (size_t i = 0; i < COUNT(ROWS); i++)
        if (strcmp(ROWS[i].action, a->action) == 0)
            words = ROWS[i].words;
    if (!words)
        return a->detail;
    if (strcmp(words, "Move") == 0 && strcmp(a->object_kind, "objection") != 0)
        words = "CandidacyMove";
    buf_init(&out, request_mem(r), 2000);
    for (const char *p = a->detail; *p != '\0';) {
        size_t n = strcspn(p, ",");
        buf_printf(&out, "%s%s", out.len > 0 ? "、" : "", kit_word(r, mem_printf(request_mem(r), "%s.%.*s", words, (int)n, p)));
        p += n + (p[n] == ',');
    }
    return out.len > 0 ? out.data : "";
}

static void show_row(struct request *r, struct view_node *n, const struct audit_row *a)
{
    struct mem *m = request_mem(r);
    view_set(n, "at", kit_time(r, a->at));
    view_set(n, "actor", a->actor ? a->actor : kit_word(r, mem_printf(m, "Staff.Audit.actor.%s", a->actor_kind)));
    view_set(n, "action", kit_word(r, mem_printf(m, "Staff.Audit.action.%s", a->action)));
    view_set(n, "kind", kit_word(r, mem_printf(m, "Staff.Audit.object_kind.%s", a->object_kind)));
    view_set(n, "object", a->object ? a->object : a->object_id ? kit_number(r, a->object_id) : NULL);
    view_set(n, "detail", *a->detail ? detail_text(r, a) : NULL);
}

static bool show_officers(struct request *r, struct view_node *v, int64_t chosen, struct fail *f)
{
    struct officer_row *all;
    size_t count;
    if (!officer_list(request_mem(r), staff_db(), &all, &count, f))
        return false;
    for (size_t i = 0; i < count; i++) {
        struct view_node *n = view_row(v, "Officers");
        view_set_number(n, "id", all[i].id);
        view_set(n, "name", all[i].name);
        view_set_flag(n, "chosen", all[i].id == chosen);
    }
    return true;
}

/* What must not be overlooked stands above everything, whatever is looked for. */
static bool show_alarms(struct request *r, struct view_node *v, struct fail *f)
{
    struct audit_row *rows;
    size_t count;
    if (!audit_alarms(request_mem(r), staff_db(), ALARMS, &rows, &count, f))
        return false;
    for (size_t i = 0; i < count; i++)
        show_row(r, view_row(v, "Alarms"), &rows[i]);
    return true;
}

static char *page_url(struct request *r, const struct form *form, int64_t before)
{
    return mem_printf(request_mem(r), "/audit?object=%s&number=%s&officer=%s&before=%lld", form_text(form, "object"),
                      form_text(form, "number"), form_text(form, "officer"), (long long)before);
}

void audit_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct form *form = form_new(r, fields, COUNT(fields));
    struct audit_row *rows = NULL;
    size_t count = 0;
    if (!form_read_query(form, &f)) {
        response_fail(out, &f);
        return;
    }
    struct audit_filter filter = { form_text(form, "object"), form_text(form, "number"), form_number(form, "officer") };
    int64_t before = form_number(form, "before");
    kit_form(form, v);
    if ((form_ok(form) && !audit_list(request_mem(r), staff_db(), &filter, before, PAGE + 1, &rows, &count, &f)) ||
        !show_alarms(r, v, &f) || !show_officers(r, v, filter.officer_id, &f)) {
        response_fail(out, &f);
        return;
    }
    for (size_t i = 0; i < count && i < PAGE; i++)
        show_row(r, view_row(v, "Rows"), &rows[i]);
    if (count > PAGE)
        view_set(v, "Older_url", page_url(r, form, rows[PAGE - 1].id));
    if (before > 0)
        view_set(v, "Newest_url", page_url(r, form, 0));
    staff_title(r, v, "Audit.title", NULL);
    response_page_status(out, form_ok(form) ? 200 : 422, "audit_list");
}
