/* notice_page: see notice_page.h. */
#include "notice_page.h"

#include <string.h>

#include "scan.h"

char *notice_url(struct request *r, int64_t version_id, const char *rest)
{
    return mem_printf(request_mem(r), "/notices/%lld%s", (long long)version_id, rest);
}

char *notice_day_value(struct request *r, day d)
{
    char text[CLOCK_TEXT];
    clock_day_to_text(d, text);
    return mem_text(request_mem(r), text);
}

char *notice_say(struct request *r, const char *key, int64_t one, int64_t two)
{
    return kit_say(r, key, kit_number(r, one), kit_number(r, two));
}

static void put(struct request *r, struct view_node *v, const struct draft *d)
{
    static const char *const PAGES[] = { "words", "period", "order", "check", "ready", "review", "return", "publish", "withdraw",
                                         "correct", "people", "unmake" };
    struct view_node *n = view_child(v, "Notice");
    const char *state = draft_state_word(d->state);
    view_set(n, "title", d->words.title);
    view_set(n, "round", d->round_title);
    view_set(n, "state", state);
    view_set(n, "state_text", kit_word(r, mem_printf(request_mem(r), "Staff.Notice.State.%s", state)));
    view_set_number(n, "version", d->version);
    view_set_flag(n, "correction", d->version > 1);
    view_set_number(n, "seen", d->revision);
    view_set(n, "drafted_by", d->drafted_name);
    view_set(n, "own_url", notice_url(r, d->id, ""));
    for (size_t i = 0; i < sizeof PAGES / sizeof *PAGES; i++)
        view_set(n, mem_printf(request_mem(r), "%s_url", PAGES[i]), notice_url(r, d->id, mem_printf(request_mem(r), "/%s", PAGES[i])));
    view_set(n, "paper_url", notice_url(r, d->id, "/paper.pdf"));
    view_set(n, "move_url", notice_url(r, d->id, "/order/move"));
    view_set(n, "reset_url", notice_url(r, d->id, "/order/reset"));
}

bool notice_get(struct request *r, struct view_node *v, struct response *out, struct draft *d)
{
    struct fail f = { .kind = FAIL_NONE };
    int64_t id = 0;
    if (!scan_i64(request_segment(r, "version"), 1, INT64_MAX, &id)) {
        response_missing(out);
        return false;
    }
    if (!draft_get(request_mem(r), staff_db(), id, d, &f)) {
        response_fail(out, &f);
        return false;
    }
    put(r, v, d);
    return true;
}

bool notice_open(struct request *r, struct view_node *v, enum draft_state state, struct draft *d, struct response *out)
{
    if (!notice_get(r, v, out, d))
        return false;
    if (d->state != state)
        response_redirect(out, notice_url(r, d->id, ""));
    return d->state == state;
}

bool notice_open_correction(struct request *r, struct view_node *v, struct draft *d, struct response *out)
{
    if (!notice_open(r, v, DRAFT_WRITING, d, out))
        return false;
    if (d->version == 1)
        response_redirect(out, notice_url(r, d->id, ""));
    return d->version > 1;
}

bool notice_take(struct request *r, struct view_node *v, struct form *form, struct draft *d, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    if (form_read(form, &f))
        return notice_get(r, v, out, d);
    response_fail(out, &f);
    return false;
}

void notice_title(struct request *r, struct view_node *v, const char *word, const struct draft *d)
{
    staff_title(r, v, mem_printf(request_mem(r), "Notice.%s", word), notice_url(r, d->id, ""));
}

#define NEVER_SEEN INT64_C(-2)

struct draft_seen notice_seen(int64_t version_id, const struct form *form)
{
    int64_t revision = NEVER_SEEN;
    scan_i64(form_text(form, "seen"), 0, INT32_MAX, &revision);
    return (struct draft_seen){ version_id, revision };
}

void notice_put_seen(struct form *form, const struct draft *d)
{
    form_put(form, "seen", kit_number(form_request(form), d->revision));
}

static bool is_return(const char *action)
{
    return strcmp(action, "notice_return") == 0 || strcmp(action, "announce_return") == 0;
}

bool notice_events_of(struct request *r, struct view_node *n, const char *kind, int64_t id, size_t from, struct fail *f)
{
    struct draft_events events;
    if (!draft_history(request_mem(r), staff_db(), kind, id, &events, f))
        return false;
    for (size_t i = from < events.count ? from : events.count ? events.count - 1 : 0; i < events.count; i++) {
        struct view_node *row = view_row(n, "Events");
        view_set(row, "time", kit_time(r, events.items[i].at));
        view_set(row, "who", events.items[i].officer);
        view_set(row, "note", is_return(events.items[i].action) ? events.items[i].detail : NULL);
        view_set(row, "what", kit_word(r, mem_printf(request_mem(r), "Staff.Audit.action.%s", events.items[i].action)));
    }
    return true;
}

bool notice_events(struct request *r, struct view_node *n, int64_t version_id, size_t from, struct fail *f)
{
    return notice_events_of(r, n, "notice_version", version_id, from, f);
}

/* What only somebody faster can have brought about. */
static bool is_of_correction(const char *code)
{
    return strcmp(code, "correction_begun") == 0 || strcmp(code, "notice_corrected") == 0 || strcmp(code, "period_stays") == 0 ||
           strcmp(code, "entry_stays") == 0 || strcmp(code, "entry_there") == 0;
}

/* Every change of the revision wrote one line of the audit, and the first line made the version: so many lines were there then. */
bool notice_changed(struct request *r, struct view_node *v, struct draft *d, int64_t seen, const struct fail *f)
{
    struct fail again = { .kind = FAIL_NONE };
    bool state = strncmp(f->code, "notice_is_", strlen("notice_is_")) == 0;
    if (f->kind != FAIL_CONFLICT || (!state && strcmp(f->code, "notice_changed") != 0 && strcmp(f->code, "order_changed") != 0 &&
         !is_of_correction(f->code)) ||
        !draft_get(request_mem(r), staff_db(), d->id, d, &again))
        return false;
    struct view_node *n = view_child(v, "Changed");
    view_set(n, "text", kit_word(r, mem_printf(request_mem(r), "Fail.%s", f->code)));
    if (!notice_events(r, n, d->id, seen < 0 ? 0 : (size_t)seen + 1, &again))
        return false;
    put(r, v, d);
    return true;
}

#define DONE "round|taken|dropped|words|period|moved|reset|ready|returned|published|withdrawn|begun|correction|unmade|person|left_out|put_back|drawn_up|refreshed|paper|out|unsaid"
static const struct form_field done_fields[] = { { "done", FORM_CHOICE, false, 0, 0, DONE } };

void notice_done(struct request *r, struct view_node *v)
{
    struct fail f = { .kind = FAIL_NONE };
    struct form *form = form_new(r, done_fields, 1);
    if (form_read_query(form, &f) && form_ok(form) && *form_text(form, "done"))
        view_set(v, "Done", kit_word(r, mem_printf(request_mem(r), "Staff.Notice.Done.%s", form_text(form, "done"))));
}

void notice_did(struct request *r, struct response *out, int64_t version_id, const char *rest, const char *word)
{
    const char *mark = strchr(rest, '#');
    int n = mark ? (int)(mark - rest) : (int)strlen(rest);
    response_redirect(out, mem_printf(request_mem(r), "/notices/%lld%.*s?done=%s%s", (long long)version_id, n, rest, word, mark ? mark : ""));
}

/* ---- what is missing or odd ---- */

static const char *mend_rest(enum publish_check check, bool correction)
{
    switch (check) {
    case PUBLISH_NO_PERIOD:
    case PUBLISH_PERIOD_PAST:
    case PUBLISH_PERIOD_SHORT:
    case PUBLISH_PERIOD_UNKNOWN:
        return "/period";
    case PUBLISH_NO_REASON:
        return "/correct";
    case PUBLISH_LEFT_OUT:
    case PUBLISH_NOT_RENEWED:
    case PUBLISH_RENEWED_UNFIT:
    case PUBLISH_PROMOTED_UNDECIDED:
        return "/people";
    case PUBLISH_NO_CHANGE:
    case PUBLISH_BASE_GONE:
    case PUBLISH_NO_GLYPH:
        return "";
    case PUBLISH_NO_PEOPLE:
    case PUBLISH_QUOTA_CRAFTSMEN:
    case PUBLISH_QUOTA_NOMINATIONS:
        return correction ? "/people" : NULL;
    case PUBLISH_UNION_MUTE:
    case PUBLISH_UNION_RETIRED:
        return NULL;
    default:
        return "/words";
    }
}

void notice_findings(struct request *r, struct view_node *v, const struct draft *d, const struct publish_findings *found)
{
    for (size_t i = 0; i < found->count; i++) {
        const struct publish_finding *p = &found->items[i];
        struct view_node *n = view_row(v, p->stop ? "Stops" : "Hints");
        const char *rest = mend_rest(p->check, d->version > 1);
        view_set(n, "text", notice_say(r, mem_printf(request_mem(r), "Check.%s", publish_check_word(p->check)), p->one, p->two));
        view_set(n, "name", p->name);
        view_set(n, "mend_url", rest ? notice_url(r, d->id, rest)
                                : p->name ? "/unions"
                                : mem_printf(request_mem(r), "/notices/round/%s/import", d->round_slug));
    }
    view_set_number(v, "StopCount", (int64_t)found->stops);
    view_set_number(v, "HintCount", (int64_t)(found->count - found->stops));
}
