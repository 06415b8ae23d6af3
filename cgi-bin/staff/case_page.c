/* case_page: see case_page.h. */
#include "case_page.h"

#include <string.h>

#include "assist_move.h"
#include "kit_days.h"
#include "officer.h"
#include "receipt.h"
#include "recusal.h"
#include "seal_key.h"

char *case_url(struct request *r, const char *number, const char *rest)
{
    return mem_printf(request_mem(r), "/inbox/%s%s", number, rest);
}

char *case_desk_url(struct request *r, const char *number, const char *rest)
{
    return mem_printf(request_mem(r), "/identity/%s%s", number, rest);
}

char *case_number(struct request *r, const char *receipt)
{
    char number[RECEIPT_NUMBER], shown[RECEIPT_NUMBER_SHOWN];
    if (!receipt_number_read(receipt, number))
        return mem_text(request_mem(r), receipt);
    receipt_number_show(number, shown);
    return mem_text(request_mem(r), shown);
}

bool case_is(const struct moderate_case *c, enum objection_state state)
{
    return strcmp(c->stored.row.state, objection_state_word(state)) == 0;
}

bool case_may(const struct request *r, const struct moderate_case *c, enum objection_move move)
{
    size_t count;
    const struct objection_move_row *rows = objection_moves(&count);
    for (size_t i = 0; i < count; i++)
        if (rows[i].move == move && !moderate_why_not(c, staff_session(r), &rows[i]))
            return true;
    return false;
}

bool case_may_ask_union(const struct request *r, const struct moderate_case *c)
{
    enum objection_state state;
    return (request_who(r)->roles & STAFF_CASE) && objection_state_read(c->stored.row.state, &state) && assist_may_begin(state);
}

bool case_move_has_page(enum objection_move move)
{
    static const bool elsewhere[OBJECTION_MOVE__MAX] = {
        [MOVE_ASK_SUPPLEMENT] = true,
        [MOVE_CHECK_ENTRY] = true, [MOVE_CHECK_ENTRY_LATE] = true, [MOVE_CHECK_ENTRY_CLUE] = true, [MOVE_VOID_ENTRY] = true, [MOVE_CONFIRM_IDENTITY] = true,
        [MOVE_DENY_IDENTITY] = true, [MOVE_SUPPLY] = true, [MOVE_LAPSE] = true, [MOVE_DRAFT_DECISION] = true,
        [MOVE_RETURN_DECISION] = true, [MOVE_DECIDE] = true, [MOVE_NOTIFY_MERGED] = true, [MOVE_REQUEST_REVIEW] = true,
        [MOVE_CLOSE] = true, [MOVE_WITHDRAW] = true,
    };
    return !elsewhere[move];
}

const char *case_reason(struct request *r, const char *move, const char *code)
{
    const char *words = strcmp(move, objection_move_word(MOVE_REFUSE)) == 0          ? "Refusal"
                        : strcmp(move, objection_move_word(MOVE_DECIDE_REVIEW)) == 0 ? "ReviewResult"
                                                                                     : "Transfer";
    return kit_word(r, mem_printf(request_mem(r), "%s.%s", words, code));
}

/* ---- showing ---- */

void case_show_grounds(struct request *r, struct view_node *v, const char *codes)
{
    for (const char *p = codes; *p != '\0';) {
        size_t n = strcspn(p, ",");
        view_set(view_row(v, "grounds"), "text", kit_word(r, mem_printf(request_mem(r), "Ground.%.*s", (int)n, p)));
        p += n + (p[n] == ',');
    }
}

static void show_deadline(struct request *r, struct view_node *n, const struct casebook_case *c, instant now)
{
    if (!c->row.deadline_at)
        return;
    view_set(n, "due", kit_closing(r, c->row.deadline_at));
    view_set(n, "rule", c->deadline_rule);
    view_set(n, "days_url", kit_days_url(r, c->deadline_rule));
    view_set_flag(n, "overdue", c->row.deadline_at <= now);
}

static void show_head(struct request *r, struct view_node *v, const struct moderate_case *c, instant now)
{
    const struct casebook_row *row = &c->stored.row;
    struct view_node *n = view_child(v, "Case"), *about = view_child(n, "about");
    view_set(n, "number", case_number(r, row->receipt));
    view_set(n, "url", case_url(r, row->receipt, ""));
    view_set(n, "state", row->state);
    show_deadline(r, n, &c->stored, now);
    view_set(n, "statement", c->statement);
    view_set(about, "candidate", row->candidate);
    view_set(about, "candidate_url", mem_printf(request_mem(r), "/candidates/%s", c->stored.candidate_slug));
    view_set(about, "union", row->union_name);
    view_set(about, "kind", row->kind);
    view_set(about, "channel", c->stored.channel);
    view_set(about, "came", kit_time(r, row->submitted_at));
    case_show_grounds(r, about, row->grounds);
    for (size_t i = 0; i < c->more_count; i++) {
        struct view_node *more = view_row(n, "more");
        view_set(more, "act", kit_word(r, mem_printf(request_mem(r), "Move.%s", c->more[i].move)));
        view_set(more, "at", kit_time(r, c->more[i].at));
        view_set(more, "text", (const char *)c->more[i].words.data);
    }
}

static const char *actor_of(struct request *r, const struct casebook_event *e)
{
    if (e->actor && e->actor[0])
        return e->actor;
    return kit_word(r, mem_printf(request_mem(r), "Actor.%s", e->actor_kind));
}

void case_show_events(struct request *r, struct view_node *v, const char *list, const struct casebook_event *events, size_t count,
                      size_t first)
{
    struct mem *m = request_mem(r);
    for (size_t i = first; i < count; i++) {
        const struct casebook_event *e = &events[i];
        struct view_node *n = view_row(v, list);
        view_set(n, "at", kit_time(r, e->at));
        view_set(n, "actor", actor_of(r, e));
        view_set(n, "agreed", e->agreed_by);
        view_set_flag(n, "still", e->stands_still);
        view_set(n, "act", kit_word(r, mem_printf(m, "Move.%s", e->move)));
        if (e->reason_code && e->reason_code[0])
            view_set(n, "reason", case_reason(r, e->move, e->reason_code));
        if (e->note.len > 0)
            view_set(n, "note", (const char *)e->note.data);
        if (e->deadline_at)
            view_set(n, "due", kit_closing(r, e->deadline_at));
    }
}

void case_show_request(struct request *r, struct view_node *v, const char *list, const struct moderate_case *c, int64_t assist_id,
                       size_t first)
{
    size_t nth = 0;
    for (size_t i = 0; i < c->assist_event_count; i++) {
        const struct assist_event *e = &c->assist_events[i];
        if (e->assist_id != assist_id || nth++ < first)
            continue;
        struct view_node *n = view_row(v, list);
        view_set(n, "at", kit_time(r, e->at));
        view_set(n, "actor", e->actor[0] ? e->actor : kit_word(r, mem_printf(request_mem(r), "Actor.%s", e->actor_kind)));
        view_set(n, "act", kit_word(r, mem_printf(request_mem(r), "Staff.AssistStep.%s", e->step)));
        if (e->note[0])
            view_set(n, "note", e->note);
        if (strcmp(e->step, assist_step_word(ASSIST_STEP_SEND)) == 0 || strcmp(e->step, assist_step_word(ASSIST_STEP_GRANT_TIME)) == 0)
            view_set(n, "due", kit_closing(r, e->due_at));
    }
}

static bool is_among(const int64_t *ids, size_t count, int64_t id)
{
    for (size_t i = 0; i < count; i++)
        if (ids[i] == id)
            return true;
    return false;
}

bool case_officers(struct request *r, uint32_t role, struct case_officer **out, size_t *count, struct fail *f)
{
    struct officer_row *rows;
    int64_t *recused;
    size_t n, recused_count;
    *count = 0;
    if (!officer_list(request_mem(r), staff_db(), &rows, &n, f) ||
        !recusal_from(request_mem(r), staff_db(), request_segment(r, "case"), &recused, &recused_count, f))
        return false;
    *out = mem_array(request_mem(r), n, sizeof **out);
    for (size_t i = 0; i < n; i++) {
        bool holds = false;
        if (rows[i].state != OFFICER_ACTIVE || (rows[i].roles & role) == 0 || is_among(recused, recused_count, rows[i].id))
            continue;
        if (!keyring_has(staff_db(), rows[i].id, KEYRING_CASE, &holds, f))
            return false;
        if (holds)
            (*out)[(*count)++] = (struct case_officer){ rows[i].id, rows[i].name };
    }
    return true;
}

bool case_show_others(struct request *r, struct view_node *v, uint32_t role, struct fail *f)
{
    struct case_officer *all;
    size_t n;
    if (!case_officers(r, role, &all, &n, f))
        return false;
    for (size_t i = 0; i < n; i++)
        if (all[i].id != staff_session(r)->officer_id)
            view_set(view_row(v, "Others"), "name", all[i].name);
    return true;
}

/* ---- opening ---- */

/* Who lacks a key learns who can hand it over. */
static void no_key(struct request *r, struct view_node *v, enum keyring_purpose purpose, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    char **names;
    size_t n;
    if (!seal_key_holders(request_mem(r), staff_db(), keyring_word(purpose), &names, &n, &f)) {
        response_fail(out, &f);
        return;
    }
    for (size_t i = 0; i < n; i++)
        view_set(view_row(v, "Holders"), "name", names[i]);
    view_set_flag(v, "Desk", purpose == KEYRING_IDENTITY);
    staff_title(r, v, "Case.no_key_title", purpose == KEYRING_IDENTITY ? "/identity" : "/inbox");
    response_page_status(out, 403, "no_key");
}

bool case_open(struct request *r, struct view_node *v, struct moderate_case *c, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    instant now;
    const char *number = request_segment(r, "case");
    if (db_now(staff_db(), &now, &f) && moderate_case(request_mem(r), staff_db(), staff_session(r), number, c, &f)) {
        show_head(r, v, c, now);
        return true;
    }
    if (strcmp(f.code, "undeclared") == 0)
        response_redirect(out, case_url(r, number, "/declare"));
    else if (strcmp(f.code, "key_not_granted") == 0)
        no_key(r, v, KEYRING_CASE, out);
    else
        response_fail(out, &f);
    return false;
}

/* ---- two at once ---- */

static void put_number(struct request *r, struct form *form, const char *field, int64_t number)
{
    form_put(form, field, mem_printf(request_mem(r), "%lld", (long long)number));
}

void case_seen(struct request *r, struct form *form, const struct moderate_case *c)
{
    form_put(form, "seen", c->stored.row.state);
    put_number(r, form, "steps", (int64_t)c->event_count);
}

void case_moved(struct request *r, struct view_node *v, struct form *form, const struct moderate_case *c, bool still_possible)
{
    struct view_node *n = view_child(v, "Moved");
    int64_t steps = form_number(form, "steps");
    view_set_flag(n, "yes", true);
    view_set_flag(n, "closed", !still_possible);
    for (size_t i = 0; i < form_count(form); i++)
        if (form_field_at(form, i)->kind == FORM_LINES && *form_shown(form, i) != '\0')
            view_set_flag(n, "typed", true);
    case_show_events(r, n, "events", c->events, c->event_count, steps < 0 ? 0 : (size_t)steps);
    case_seen(r, form, c);
}

int case_refused(struct request *r, struct view_node *v, struct form *form, const struct fail *f, enum keyring_purpose purpose,
                 struct response *out)
{
    if (!form_ok(form) || form_take_fail(form, f))
        return 422;
    if (strcmp(f->code, "case_moved") == 0 || strcmp(f->code, "proposal_waits") == 0)
        return 409;
    if (strcmp(f->code, "undeclared") == 0)
        response_redirect(out, purpose == KEYRING_IDENTITY ? case_desk_url(r, request_segment(r, "case"), "/declare")
                                                           : case_url(r, request_segment(r, "case"), "/declare"));
    else if (strcmp(f->code, "key_not_granted") == 0)
        no_key(r, v, purpose, out);
    else
        response_fail(out, f);
    return 0;
}
