/* letter: the list of a union's letters, one letter, and signing for it. Whoever is not signed in sees the sign-in form instead. */
#include <string.h>

#include "assist.h"
#include "conf.h"
#include "union.h"

static const struct form_field done_fields[] = { { "done", FORM_CHOICE, false, 0, 0, "SIGN|TIME|ANSWER" } };

char *union_letter_url(struct request *r, const char *slug, const char *rest)
{
    return mem_printf(request_mem(r), "/letter/%s%s", slug, rest);
}

static bool is_in(const struct letter *l, enum assist_state state)
{
    return l->assist_id && strcmp(l->assist_state, assist_state_word(state)) == 0;
}

bool union_letter_ended(const struct letter *l)
{
    return is_in(l, ASSIST_REPLIED) || is_in(l, ASSIST_RECALLED) || is_in(l, ASSIST_UNANSWERED);
}

const char *union_letter_title(struct request *r, const struct letter *l)
{
    if (l->assist_id)
        return kit_word(r, "Union.assist_title");
    return l->version_id || l->announcement_id ? l->title : kit_word(r, mem_printf(request_mem(r), "Union.told_title.%s", l->kind));
}

void union_show_letter(struct request *r, struct view_node *n, const struct letter *l, instant now)
{
    bool assist = l->assist_id != 0, ended = union_letter_ended(l);
    view_set(n, "title", union_letter_title(r, l));
    view_set(n, "own_url", union_letter_url(r, l->slug, ""));
    view_set(n, "sent", kit_time(r, l->created_at));
    view_set_flag(n, "assist", assist);
    if (l->signed_at)
        view_set(n, "signed_at", kit_time(r, l->signed_at));
    if (l->due_at)
        view_set(n, "due", kit_closing(r, l->due_at));
    if (l->replied_at)
        view_set(n, "replied", kit_time(r, l->replied_at));
    if (assist)
        view_set(n, "state", l->assist_state);
    view_set_flag(n, "overdue", l->due_at && l->due_at <= now && !ended);
    view_set_flag(n, "to_sign", !l->signed_at && !ended);
    view_set_flag(n, "to_answer", assist && l->signed_at && !ended);
}

void home_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct letter *all;
    size_t count;
    instant now;
    view_set(v, "Title", kit_word(r, "Union.home_title"));
    if (!request_who(r)->signed_in) {
        response_page(out, "closed");
        return;
    }
    if (!db_now(union_db(), &now, &f) || !letter_list(request_mem(r), union_db(), union_session(r)->union_id, &all, &count, &f)) {
        response_fail(out, &f);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        bool ended = union_letter_ended(&all[i]), sign = !all[i].signed_at && !ended, answer = all[i].assist_id && !sign && !ended;
        union_show_letter(r, view_row(v, sign ? "ToSign" : answer ? "ToAnswer" : "Done"), &all[i], now);
    }
    response_page(out, "home");
}

static bool show_people(struct request *r, struct view_node *v, const struct letter *l, struct fail *f)
{
    struct letter_person *people;
    size_t count;
    int64_t union_id = union_session(r)->union_id;
    if (!(l->announcement_id ? letter_final_people(request_mem(r), union_db(), l->announcement_id, union_id, &people, &count, f)
                             : letter_people(request_mem(r), union_db(), l->version_id, union_id, &people, &count, f)))
        return false;
    for (size_t i = 0; i < count; i++) {
        struct view_node *p = view_row(v, "People");
        view_set(p, "name", people[i].name);
        view_set(p, "employer", people[i].employer);
    }
    return true;
}

/* What became of the request so far, and whether more time may still be asked for. */
static bool show_steps(struct request *r, struct view_node *v, struct view_node *n, const struct letter *l, struct fail *f)
{
    struct assist_event *all;
    size_t count;
    bool asked = false;
    if (!assist_events_own(request_mem(r), union_db(), l->assist_id, union_session(r)->union_id, &all, &count, f))
        return false;
    for (size_t i = 0; i < count; i++) {
        struct view_node *row = view_row(v, "Steps");
        view_set(row, "at", kit_time(r, all[i].at));
        view_set(row, "step", all[i].step);
        view_set(row, "note", all[i].note);
        asked = asked || strcmp(all[i].step, assist_step_word(ASSIST_STEP_ASK_TIME)) == 0;
    }
    if (is_in(l, ASSIST_SIGNED) && !asked)
        view_set(n, "time_url", union_letter_url(r, l->slug, "/time"));
    return true;
}

static bool show_letter(struct request *r, struct view_node *v, const struct letter *l, struct fail *f)
{
    struct view_node *n = view_child(v, "Letter");
    instant now;
    if (!db_now(union_db(), &now, f))
        return false;
    union_show_letter(r, n, l, now);
    view_set(n, "sign_url", union_letter_url(r, l->slug, "/sign"));
    view_set(n, "answer_url", union_letter_url(r, l->slug, "/answer"));
    if (l->assist_id) {
        view_set(n, "abstract", l->abstract);
        view_set(n, "rule", l->due_rule);
        return show_steps(r, v, n, l, f);
    }
    view_set(n, "notice_url", l->announcement_id ? mem_printf(request_mem(r), "%s/final/%s", conf_text("origin.public"), l->round)
                                                 : mem_printf(request_mem(r), "%s/notice/%s", conf_text("origin.public"), l->notice));
    view_set_flag(n, "final", l->announcement_id != 0);
    if (!l->version_id && !l->announcement_id) {
        view_set(n, "told", l->kind);
        view_set(n, "result", l->result);
        struct view_node *p = view_row(v, "People");
        view_set(p, "name", l->name);
        view_set(p, "employer", l->employer);
        return true;
    }
    if (l->version > 1) {
        view_set(n, "reason", l->reason);
        view_set(n, "changes_url", mem_printf(request_mem(r), "%s/notice/%s/version/%d/changes", conf_text("origin.public"), l->notice, l->version));
    }
    return show_people(r, v, l, f);
}

void letter_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct letter l;
    const char *slug = request_segment(r, "letter");
    struct form *form = form_new(r, done_fields, 1);
    if (!request_who(r)->signed_in) {
        union_show_sign_in(r, v, NULL, 200, out);
        return;
    }
    if (!form_read_query(form, &f) || !letter_read(request_mem(r), union_db(), slug, union_session(r)->union_id, &l, &f) ||
        !show_letter(r, v, &l, &f)) {
        response_fail(out, &f);
        return;
    }
    view_set(v, "Done", form_text(form, "done"));
    view_set(v, "Title", union_letter_title(r, &l));
    view_set(view_child(v, "Back"), "url", "/");
    response_page(out, "letter");
}

void sign_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    const char *slug = request_segment(r, "letter");
    struct form *form = form_new(r, NULL, 0);
    (void)v;
    if (form_read(form, &f) && union_work_sign(union_db(), union_session(r), slug, &f))
        response_redirect(out, union_letter_url(r, slug, "?done=SIGN"));
    else if (f.kind == FAIL_CONFLICT) /* taken back meanwhile: the letter says so */
        response_redirect(out, union_letter_url(r, slug, ""));
    else
        response_fail(out, &f);
}
