/* register: what came by letter, call or visit: what waits for a second reader, and typing one in. */
#include <string.h>

#include "case_page.h"
#include "conf.h"
#include "file_key.h"
#include "published.h"
#include "registration.h"
#include "secret.h"

#define PURPOSE "register"

static const struct form_field fields[] = {
    { "token", FORM_HIDDEN, false, 1, 200, NULL },
    { "channel", FORM_CHOICE, true, 0, 0, INCOMING_CHOICES },
    { "received_day", FORM_DAY, true, 0, 0, NULL },
    { "postmark_day", FORM_DAY, false, 0, 0, NULL },
    { "late", FORM_TICK, false, 0, 0, NULL },
    { "candidate", FORM_NUMBER, true, 1, INT64_MAX, NULL },
    { "untied", FORM_TICK, true, 0, 0, NULL },
    { "whose", FORM_CHOICE, true, 0, 0, "PERSON|UNIT|ANONYMOUS" },
    { "unit", FORM_LINE, false, 4, 100, NULL },
    { "head", FORM_NAME, false, 2, 50, NULL },
    { "name", FORM_NAME, false, 2, 50, NULL },
    { "phone", FORM_PHONE, false, 0, 0, NULL },
    { "email", FORM_EMAIL, false, 0, 0, NULL },
    { "address", FORM_LINE, false, 4, 200, NULL },
    { "grounds", FORM_CHOICES, false, 0, 0, OBJECTION_GROUND_CHOICES },
    { "statement", FORM_LINES, true, 5, 5000, NULL },
};

/* ---- what waits ---- */

void register_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct registry_row *rows;
    size_t count;
    instant now;
    if (!staff_banner(r, v, out))
        return;
    if (!db_now(staff_db(), &now, &f) || !registration_list(request_mem(r), staff_db(), staff_session(r), &rows, &count, &f)) {
        response_fail(out, &f);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        const struct casebook_row *c = &rows[i].row;
        struct view_node *n = view_row(v, "Entries");
        bool own = rows[i].entered_by == staff_session(r)->officer_id;
        view_set(n, "number", case_number(r, c->receipt));
        view_set(n, "url", own ? NULL : register_url(r, c->receipt, ""));
        view_set(n, "channel", incoming_word(rows[i].came.channel));
        view_set(n, "received", kit_day(r, rows[i].came.received));
        view_set(n, "candidate", c->candidate);
        view_set(n, "enterer", rows[i].enterer);
        if (c->deadline_at)
            view_set(n, "due", kit_closing(r, c->deadline_at));
        view_set_flag(n, "overdue", c->deadline_at && c->deadline_at <= now);
    }
    view_set(v, "New_url", "/register/new");
    staff_title(r, v, "Register.title", NULL);
    response_page(out, "register");
}

/* ---- typing one in ---- */

/* Everybody who is noticed, under his notice. */
static bool show_people(struct request *r, struct view_node *v, int64_t chosen, struct fail *f)
{
    struct published *notices;
    size_t count;
    if (!published_list(staff_db(), request_mem(r), &notices, &count, f))
        return false;
    for (size_t i = 0; i < count; i++) {
        struct published_entry *people;
        size_t n;
        if (notices[i].withdrawn)
            continue;
        if (!published_entries(staff_db(), request_mem(r), notices[i].version_id, &people, &n, f))
            return false;
        struct view_node *notice = view_row(v, "Notices");
        view_set(notice, "title", notices[i].title);
        for (size_t k = 0; k < n; k++) {
            struct view_node *one = view_row(notice, "people");
            view_set_number(one, "id", people[k].candidate_id);
            view_set(one, "name", people[k].name);
            view_set(one, "employer", people[k].employer);
            view_set_flag(one, "chosen", people[k].candidate_id == chosen);
        }
    }
    return true;
}

static void show(struct request *r, struct view_node *v, struct form *form, int status, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    if (!show_people(r, v, form_number(form, "candidate"), &f)) {
        response_fail(out, &f);
        return;
    }
    kit_form(form, v);
    view_set(v, "Act_url", "/register/new");
    staff_title(r, v, "Register.new_title", "/register");
    response_page_status(out, status, "register_new");
}

void register_new_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct form *form = form_new(r, fields, sizeof fields / sizeof fields[0]);
    instant now;
    if (!db_now(staff_db(), &now, &f)) {
        response_fail(out, &f);
        return;
    }
    form_put(form, "token", token_make(request_mem(r), staff_form_key(), PURPOSE, now));
    show(r, v, form, 200, out);
}

/* What the table of fields cannot say: what is needed depends on who it is from. */
static void ask_who(struct form *form)
{
    bool unit = form_chosen(form, "whose", "UNIT"), named = unit || form_chosen(form, "whose", "PERSON");
    static const char *const OF_A_UNIT[] = { "unit", "head" };
    for (size_t i = 0; unit && i < 2; i++)
        if (form_text(form, OF_A_UNIT[i])[0] == '\0')
            form_error(form, OF_A_UNIT[i], "needed");
    if (named && form_text(form, "name")[0] == '\0')
        form_error(form, "name", "needed");
    if (named && !form_text(form, "phone")[0] && !form_text(form, "email")[0] && !form_text(form, "address")[0])
        form_error(form, "phone", "reach_needed");
}

static char *grounds_of(struct request *r, const struct form *form)
{
    size_t count;
    char *all = mem_text(request_mem(r), "");
    const struct objection_ground *g = objection_grounds(&count);
    for (size_t i = 0; i < count; i++)
        if (form_chosen(form, "grounds", g[i].code))
            all = mem_printf(request_mem(r), "%s%s%s", all, all[0] != '\0' ? "," : "", g[i].code);
    return all;
}

static bool enter(struct request *r, const struct form *form, const struct token *token, struct registration_out *done, struct fail *f)
{
    unsigned char tag[SECRET_KEY];
    bool unit = form_chosen(form, "whose", "UNIT"), named = !form_chosen(form, "whose", "ANONYMOUS");
    struct registration_in in = {
        .s = staff_session(r), .token = token, .tag_key = tag, .candidate_id = form_number(form, "candidate"),
        .late_known = form_tick(form, "late"),
        .said = { .grounds = grounds_of(r, form), .statement = form_text(form, "statement"),
                  .name = named ? form_text(form, "name") : "", .phone = named ? form_text(form, "phone") : "",
                  .email = named ? form_text(form, "email") : "", .address = named ? form_text(form, "address") : "",
                  .unit = unit ? form_text(form, "unit") : "", .head = unit ? form_text(form, "head") : "" } };
    incoming_read(form_text(form, "channel"), &in.came.channel);
    objection_kind_read(form_text(form, "whose"), &in.said.kind);
    form_day(form, "received_day", &in.came.received);
    if (form_text(form, "postmark_day")[0])
        form_day(form, "postmark_day", &in.came.postmark);
    return file_key(FILE_KEY_TAG, tag, f) && registration_enter(request_mem(r), staff_db(), &in, done, f);
}

static void show_receipt(struct request *r, struct view_node *v, const struct form *form, const struct registration_out *done,
                         struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct registry_whom whom;
    struct view_node *n = view_child(v, "Receipt");
    if (!registry_whom(request_mem(r), staff_db(), form_number(form, "candidate"), &whom, &f)) {
        response_fail(out, &f);
        return;
    }
    view_set(n, "number", done->number);
    view_set(n, "code", done->code);
    view_set(n, "time", kit_time(r, done->at));
    view_set(n, "candidate", whom.candidate);
    view_set(n, "title", whom.title);
    view_set(n, "track", mem_printf(request_mem(r), "%s/track", conf_text("origin.public")));
    view_set(n, "channel", form_text(form, "channel"));
    view_set_flag(n, "again", done->again);
    view_set_flag(n, "late", form_tick(form, "late"));
    view_set_flag(n, "anonymous", form_chosen(form, "whose", "ANONYMOUS"));
    view_set(v, "List_url", "/register");
    staff_title(r, v, "Register.receipt_title", NULL);
    response_page(out, "register_receipt");
}

void register_new_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct token token;
    struct registration_out done;
    struct form *form = form_new(r, fields, sizeof fields / sizeof fields[0]);
    if (!form_read(form, &f) || (!token_read(form_text(form, "token"), staff_form_key(), PURPOSE, &token) &&
                                 !fail_set(&f, FAIL_INPUT, "form_token", "a form token that is not ours"))) {
        response_fail(out, &f);
        return;
    }
    ask_who(form);
    if (form_ok(form) && enter(r, form, &token, &done, &f)) {
        show_receipt(r, v, form, &done, out);
        return;
    }
    if (form_ok(form) && strcmp(f.code, "no_second_reader") == 0)
        view_set_flag(v, "Alone", true);
    else if (form_ok(form) && (f.kind == FAIL_UNAVAILABLE || f.kind == FAIL_UNCERTAIN))
        view_set_flag(v, "Away", true);
    else if (form_ok(form) && !form_take_fail(form, &f)) {
        response_fail(out, &f);
        return;
    }
    show(r, v, form, form_ok(form) ? fail_status(f.kind) : 422, out);
}
