/* case_move: one page for every move that is a few words and a button: what is asked for stands in the table of moves. Requests to a union,
 * decisions and who it is have pages of their own. */
#include <string.h>

#include "case_page.h"
#include "decide.h"

#define FIELDS_MAX 8

/* The choices of a reason code: one list a move. */
static const char *codes_of(enum objection_move move)
{
    switch (move) {
    case MOVE_REFUSE: return OBJECTION_REFUSAL_CHOICES;
    case MOVE_DECIDE_REVIEW: return OBJECTION_REVIEW_CHOICES;
    default: return OBJECTION_TRANSFER_CHOICES;
    }
}

static struct form *form_of(struct request *r, const struct objection_move_row *row)
{
    struct form_field *fields = mem_array(request_mem(r), FIELDS_MAX, sizeof *fields);
    static const struct form_field seen[] = { CASE_SEEN_FIELDS };
    size_t n = 0;
    fields[n++] = seen[0];
    fields[n++] = seen[1];
    if (row->needs & OBJECTION_NEED_CODE)
        fields[n++] = (struct form_field){ "code", FORM_CHOICE, true, 0, 0, codes_of(row->move) };
    if (row->needs & OBJECTION_NEED_CASE)
        fields[n++] = (struct form_field){ "other", FORM_CODE, true, 12, 12, NULL };
    if (row->needs & OBJECTION_NEED_PAIR) {
        fields[n++] = (struct form_field){ "first", FORM_NUMBER, true, 1, INT32_MAX, NULL };
        fields[n++] = (struct form_field){ "second", FORM_NUMBER, true, 1, INT32_MAX, NULL };
    }
    if (row->needs & OBJECTION_NEED_TOLD)
        fields[n++] = (struct form_field){ "told", FORM_LINES, true, 10, 2000, NULL };
    if (row->needs & OBJECTION_NEED_NOTE)
        fields[n++] = (struct form_field){ "record", FORM_LINES, true, 5, 2000, NULL };
    return form_new(r, fields, n);
}

/* The row that the address names, if there is one in the table from the state of the case. */
static const struct objection_move_row *row_of(const struct request *r, const struct moderate_case *c)
{
    enum objection_move move;
    enum objection_state state, before = OBJECTION_STATE__MAX;
    if (!objection_move_read(request_segment(r, "move"), &move) || !case_move_has_page(move) ||
        !objection_state_read(c->standing.state, &state))
        return NULL;
    if (c->standing.before[0])
        objection_state_read(c->standing.before, &before);
    return objection_find_move(move, state, before);
}

/* Any row of the move: when the case has gone on meanwhile, what was typed is still shown. */
static const struct objection_move_row *any_row(const struct request *r)
{
    size_t count;
    enum objection_move move;
    const struct objection_move_row *rows = objection_moves(&count);
    for (size_t i = 0; objection_move_read(request_segment(r, "move"), &move) && case_move_has_page(move) && i < count; i++)
        if (rows[i].move == move)
            return &rows[i];
    return NULL;
}

static bool show_people(struct request *r, struct view_node *v, const struct form *form, struct fail *f)
{
    int64_t first = form_number(form, "first"), second = form_number(form, "second");
    struct case_officer *all;
    size_t n;
    if (!case_officers(r, STAFF_CASE, &all, &n, f))
        return false;
    for (size_t i = 0; i < n; i++) {
        struct view_node *row = view_row(v, "People");
        view_set_number(row, "id", all[i].id);
        view_set(row, "name", all[i].name);
        view_set_flag(row, "first", all[i].id == first);
        view_set_flag(row, "second", all[i].id == second);
    }
    return true;
}

static void show_asked(struct view_node *v, const struct objection_move_row *row)
{
    struct view_node *n = view_child(v, "Asks");
    view_set_flag(n, "code", row->needs & OBJECTION_NEED_CODE);
    view_set_flag(n, "other", row->needs & OBJECTION_NEED_CASE);
    view_set_flag(n, "first", row->needs & OBJECTION_NEED_PAIR);
    view_set_flag(n, "told", row->needs & OBJECTION_NEED_TOLD);
    view_set_flag(n, "record", row->needs & OBJECTION_NEED_NOTE);
}

static void show(struct request *r, struct view_node *v, const struct objection_move_row *row, struct form *form,
                 const struct moderate_case *c, int status, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    const char *number = c->stored.row.receipt, *word = objection_move_word(row->move);
    if (status == 409)
        case_moved(r, v, form, c, row == row_of(r, c) && !moderate_why_not(c, staff_session(r), row));
    if (((row->needs & OBJECTION_NEED_PAIR) && !show_people(r, v, form, &f)) ||
        (row->second && !case_show_others(r, v, row->second, &f))) {
        response_fail(out, &f);
        return;
    }
    show_asked(v, row);
    kit_form(form, v);
    view_set(v, "Act_url", case_url(r, number, mem_printf(request_mem(r), "/move/%s", word)));
    view_set(v, "Move", word);
    view_set_flag(v, "Second", row->second != 0);
    staff_title(r, v, mem_printf(request_mem(r), "Case.Move.%s.title", word), case_url(r, number, ""));
    response_page_status(out, status, "case_move");
}

/* The words that a page begins with: of some moves they are only the beginning. */
static const char *beginning(struct request *r, const struct objection_move_row *row)
{
    return kit_word(r, mem_printf(request_mem(r), "Staff.Case.Move.%s.words", objection_move_word(row->move)));
}

void case_move_page(struct request *r, struct view_node *v, struct response *out)
{
    struct moderate_case c;
    if (!case_open(r, v, &c, out))
        return;
    const struct objection_move_row *row = row_of(r, &c);
    if (!row || moderate_why_not(&c, staff_session(r), row)) {
        response_redirect(out, case_url(r, c.stored.row.receipt, ""));
        return;
    }
    struct form *form = form_of(r, row);
    case_seen(r, form, &c);
    if (row->needs & OBJECTION_NEED_TOLD)
        form_put(form, "told", beginning(r, row));
    show(r, v, row, form, &c, 200, out);
}

/* "" where the move does not ask for it. */
static const char *text_of(const struct form *form, const char *name)
{
    for (size_t i = 0; i < form_count(form); i++)
        if (strcmp(form_field_at(form, i)->name, name) == 0)
            return form_text(form, name);
    return "";
}

static void ask_for_the_rest(struct request *r, const struct objection_move_row *row, struct form *form)
{
    bool goes_on = row->move == MOVE_CALL_HEARING || row->move == MOVE_SUSPEND || row->move == MOVE_DECIDE_REVIEW;
    if (form_ok(form) && goes_on && strcmp(form_text(form, "told"), beginning(r, row)) == 0)
        form_error(form, "told", "told_unfinished");
}

/* What an objector reads says what it comes to and why, whatever else was written. */
static const char *told_with_reason(struct request *r, const struct objection_move_row *row, const char *code, const char *told)
{
    struct mem *m = request_mem(r);
    if (row->move == MOVE_DECIDE_REVIEW)
        return mem_printf(m, "%s\n\n%s", kit_word(r, mem_printf(m, "ReviewResult.%s", code)), told);
    if (row->move == MOVE_REFUSE)
        return mem_printf(m, "%s\n\n%s", kit_say(r, "Staff.Case.refused_because", kit_word(r, mem_printf(m, "Refusal.%s", code)), NULL), told);
    return told;
}

static bool perform(struct request *r, const struct objection_move_row *row, const struct form *form, struct fail *f)
{
    struct moderate_in in = { .s = staff_session(r), .receipt = request_segment(r, "case"), .seen = form_text(form, "seen"),
                              .move = row->move, .told = text_of(form, "told"), .note = text_of(form, "record"),
                              .code = text_of(form, "code"), .other = text_of(form, "other"), .note_key = KEYRING_CASE };
    if (row->move == MOVE_NOTIFY) {
        struct decide_words words = { kit_word(r, "Result.SUSTAINED"), kit_word(r, "Result.PARTLY"), kit_word(r, "Result.NOT_SUSTAINED") };
        return decide_notify(staff_db(), in.s, in.receipt, in.seen, &words, f);
    }
    in.told = told_with_reason(r, row, in.code, in.told);
    if (row->needs & OBJECTION_NEED_PAIR) {
        in.pair[0] = form_number(form, "first");
        in.pair[1] = form_number(form, "second");
    }
    return moderate_do(staff_db(), &in, f);
}

void case_move_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct moderate_case c;
    const struct objection_move_row *row = any_row(r);
    if (!row) {
        fail_set(&f, FAIL_MISSING, "not_found", "no such move");
        response_fail(out, &f);
        return;
    }
    struct form *form = form_of(r, row);
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    ask_for_the_rest(r, row, form);
    if (form_ok(form) && perform(r, row, form, &f)) {
        const char *done = row->second ? "PROPOSED" : objection_move_word(row->move);
        response_redirect(out, case_url(r, request_segment(r, "case"), mem_printf(request_mem(r), "?done=%s", done)));
        return;
    }
    int status = case_refused(r, v, form, &f, KEYRING_CASE, out);
    if (!status || !case_open(r, v, &c, out))
        return;
    const struct objection_move_row *now = row_of(r, &c);
    show(r, v, now ? now : row, form, &c, status, out);
}
