/* messages: what mail and SMS say: all of them, and one: its versions, writing a new one with a look at how it reads, putting it in force by
 * another officer, trying it out. */
#include <string.h>

#include "compose.h"
#include "conf.h"
#include "kit_changes.h"
#include "placeholder.h"
#include "segment.h"
#include "staff_page.h"
#include "wordings.h"

static const struct form_field edit_fields[] = {
    { "subject", FORM_LINES, false, 0, 2 * WORDING_SUBJECT_MAX, NULL },
    { "text", FORM_LINES, false, 0, 2 * WORDING_TEXT_MAX, NULL },
    { "gateway", FORM_LINES, false, 0, 2 * WORDING_GATEWAY_MAX, NULL },
    { "act", FORM_CHOICE, true, 0, 0, "PREVIEW|SAVE" },
};
static const struct form_field settle_fields[] = { { "act", FORM_CHOICE, true, 0, 0, "FORCE|BACK" } };
static const struct form_field try_fields[] = { { "to", FORM_LINE, false, 0, 254, NULL } };
static const struct form_field asked_fields[] = { { "done", FORM_LINE, false, 0, 30, NULL }, { "from", FORM_NUMBER, false, 1, 1000000, NULL } };
#define COUNT(list) (sizeof(list) / sizeof(list)[0])

/* ---- which message ---- */

static const struct { const char *word; enum message_channel channel; enum message_lang lang; } ways[] = {
    { "sms", MESSAGE_SMS, MESSAGE_ZH }, { "mail", MESSAGE_EMAIL, MESSAGE_ZH }, { "sms-en", MESSAGE_SMS, MESSAGE_EN },
    { "mail-en", MESSAGE_EMAIL, MESSAGE_EN } };

static const char *way_word(const struct wording *w)
{
    size_t i = 0;
    while (ways[i].channel != w->channel || ways[i].lang != w->lang)
        i++;
    return ways[i].word;
}

static char *url_of(struct request *r, const struct message_key *k)
{
    struct wording w = { .channel = k->channel, .lang = k->lang };
    return mem_printf(request_mem(r), "/templates/%s/%s", message_row(k->event)->word, way_word(&w));
}

static bool asked(struct request *r, struct message_key *k, struct response *out)
{
    const char *way = request_segment(r, "way");
    for (size_t i = 0; i < COUNT(ways); i++)
        if (strcmp(ways[i].word, way) == 0 && message_read(request_segment(r, "event"), &k->event)) {
            k->channel = ways[i].channel;
            k->lang = ways[i].lang;
            return true;
        }
    response_missing(out);
    return false;
}

/* ---- all of them ---- */

static void put_way(struct request *r, struct view_node *n, const struct message_version *all, size_t count, const struct message_key *k)
{
    view_set(n, "url", url_of(r, k));
    view_set(n, "channel", k->channel == MESSAGE_SMS ? "SMS" : "EMAIL");
    view_set(n, "lang", k->lang == MESSAGE_EN ? "en" : "zh");
    for (size_t i = 0; i < count; i++) {
        const struct message_version *v = &all[i];
        if (v->words.event != k->event || v->words.channel != k->channel || v->words.lang != k->lang)
            continue;
        if (v->in_force)
            view_set_number(n, "version", v->version);
        view_set_flag(n, "waits", v->outcome == NULL);
    }
}

void messages_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct message_version *all;
    size_t count;
    if (!message_template_present(request_mem(r), staff_db(), &all, &count, &f)) {
        response_fail(out, &f);
        return;
    }
    for (int e = 0; e < MESSAGE_EVENT__MAX; e++) {
        struct view_node *n = view_row(v, "Events");
        view_set(n, "event", message_row((enum message_event)e)->word);
        for (size_t i = 0; i < COUNT(ways); i++)
            put_way(r, view_row(n, "ways"), all, count, &(struct message_key){ (enum message_event)e, ways[i].channel, ways[i].lang });
    }
    staff_title(r, v, "Messages.title", NULL);
    response_page(out, "messages");
}

/* ---- how it reads ---- */

static bool preview(struct request *r, struct view_node *v, const struct wording *w, struct fail *f)
{
    struct compose_facts facts = { .params = compose_sample(request_mem(r), w->event, w->lang, false) };
    struct compose_said said;
    struct view_node *n = view_child(v, "Preview");
    if (!compose(request_mem(r), w, &facts, &said, f))
        return false;
    if (w->channel == MESSAGE_SMS) {
        struct segment_count c = segment_count(conf_text("sms.sign"), said.text);
        view_set(n, "text", mem_printf(request_mem(r), "【%s】%s", conf_text("sms.sign"), said.text));
        view_set(n, "cost", kit_say(r, "Staff.Messages.cost", kit_number(r, (int64_t)c.units), kit_number(r, (int64_t)c.segments)));
        return true;
    }
    view_set(n, "subject", said.subject);
    view_set(n, "text", said.text);
    return true;
}

/* ---- one of them ---- */

struct page { struct message_key k; struct message_version *all; size_t count; const char *unknown; const struct wording *shown; };

static void put_version(struct request *r, struct view_node *n, const struct page *p, const struct message_version *m)
{
    const char *url = url_of(r, &p->k);
    view_set_number(n, "version", m->version);
    view_set(n, "state", m->in_force ? "IN_FORCE" : m->outcome == NULL ? "WAITS" : m->outcome);
    view_set(n, "saver", m->saver);
    view_set(n, "at", kit_time(r, m->saved_at));
    view_set(n, "settler", m->settler);
    view_set(n, "from_url", mem_printf(request_mem(r), "%s?from=%lld", url, (long long)m->version));
    view_set(n, "try_url", mem_printf(request_mem(r), "%s/%lld/try", url, (long long)m->version));
    if (m->outcome == NULL && staff_opens(r, "/templates/{event}/{way}/{version}"))
        view_set(n, "settle_url", mem_printf(request_mem(r), "%s/%lld", url, (long long)m->version));
    view_set_flag(n, "own", m->saved_by == staff_session(r)->officer_id);
    struct view_node *said = view_child(n, "said");
    view_set(said, "subject", m->words.subject[0] != '\0' ? m->words.subject : NULL);
    view_set(said, "gateway", m->words.gateway[0] != '\0' ? m->words.gateway : NULL);
    view_set(said, "text", m->words.text);
}

/* What it says otherwise than the version before it. */
static void put_changes(struct request *r, struct view_node *n, const struct wording *old, const struct wording *now)
{
    struct compare c;
    struct compare_side sides[2] = { { .people = NULL }, { .people = NULL } };
    sides[0].words[COMPARE_TITLE] = old->subject;
    sides[0].words[COMPARE_BODY] = old->text;
    sides[1].words[COMPARE_TITLE] = now->subject;
    sides[1].words[COMPARE_BODY] = now->text;
    compare_sides(request_mem(r), &sides[0], &sides[1], &c);
    kit_changes(r, n, &c);
}

static void put_page(struct request *r, struct view_node *v, const struct page *p)
{
    for (size_t i = 0; i < p->count; i++) {
        struct view_node *row = view_row(v, "Versions");
        put_version(r, row, p, &p->all[i]);
        if (i + 1 < p->count)
            put_changes(r, view_child(row, "changed"), &p->all[i + 1].words, &p->all[i].words);
    }
    struct view_node *n = view_child(v, "Message");
    view_set(n, "event", message_row(p->k.event)->word);
    view_set(n, "channel", p->k.channel == MESSAGE_SMS ? "SMS" : "EMAIL");
    view_set(n, "lang", p->k.lang == MESSAGE_EN ? "en" : "zh");
    view_set(n, "url", url_of(r, &p->k));
    const char *names = message_names(request_mem(r), p->k.event);
    while (*names != '\0') {
        size_t length = strcspn(names, "|");
        view_set(view_row(n, "names"), "name", mem_text_n(request_mem(r), names, length));
        names += length + (names[length] == '|' ? 1 : 0);
    }
}

/* An unknown name is named beside its field. */
static void put_unknown(struct request *r, struct view_node *v, const struct form *form, const char *unknown)
{
    struct view_node *fields = view_child(v, "Form");
    for (size_t i = 0; unknown != NULL && *unknown != '\0' && i < form_count(form); i++)
        if (form_fault_at(form, i) != NULL)
            view_set(view_child(fields, form_field_at(form, i)->name), "error",
                     mem_printf(request_mem(r), "%s{{%s}}", kit_word(r, "Staff.Messages.unknown"), unknown));
}

static void show(struct request *r, struct view_node *v, struct page *p, struct form *form, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    if (!message_template_history(request_mem(r), staff_db(), &p->k, &p->all, &p->count, &f) ||
        (p->shown != NULL && !preview(r, v, p->shown, &f))) {
        response_fail(out, &f);
        return;
    }
    put_page(r, v, p);
    kit_form(form, v);
    put_unknown(r, v, form, p->unknown);
    staff_title(r, v, "Messages.one_title", "/templates");
    response_page_status(out, form_ok(form) ? 200 : 422, "message");
}

void message_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct page p = { 0 };
    struct form *query = form_new(r, asked_fields, COUNT(asked_fields)), *form = form_new(r, edit_fields, COUNT(edit_fields));
    if (!asked(r, &p.k, out))
        return;
    if (!form_read_query(query, &f) || !message_template_history(request_mem(r), staff_db(), &p.k, &p.all, &p.count, &f)) {
        response_fail(out, &f);
        return;
    }
    staff_said(r, v, form_text(query, "done"));
    int64_t from = form_ok(query) ? form_number(query, "from") : 0;
    for (size_t i = 0; i < p.count; i++)
        if (from > 0 ? p.all[i].version == from : p.all[i].in_force) {
            form_put(form, "subject", p.all[i].words.subject);
            form_put(form, "text", p.all[i].words.text);
            form_put(form, "gateway", p.all[i].words.gateway);
            p.shown = &p.all[i].words;
        }
    show(r, v, &p, form, out);
}

void message_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    char unknown[PLACEHOLDER_NAME_MAX + 1] = "";
    struct page p = { .unknown = unknown };
    struct wording clean;
    struct form *form = form_new(r, edit_fields, COUNT(edit_fields));
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    if (!asked(r, &p.k, out))
        return;
    struct wording typed = { p.k.event, p.k.channel, p.k.lang, form_text(form, "subject"), form_text(form, "text"), form_text(form, "gateway") };
    bool fine = form_ok(form) && wording_clean(request_mem(r), &typed, &clean, unknown, &f);
    p.shown = fine ? &clean : NULL;
    if (fine && form_chosen(form, "act", "SAVE") &&
        wordings_save(request_mem(r), staff_db(), staff_session(r), &typed, unknown, &f))
        response_redirect(out, mem_printf(request_mem(r), "%s?done=message_saved", url_of(r, &p.k)));
    else if (f.kind == FAIL_NONE || form_take_fail(form, &f))
        show(r, v, &p, form, out);
    else
        response_fail(out, &f);
}

void message_settle_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct message_key k;
    int64_t version;
    struct form *form = form_new(r, settle_fields, 1);
    (void)v;
    if (!form_read(form, &f) || (!form_ok(form) && !fail_set(&f, FAIL_INPUT, "request_broken", "neither in force nor back"))) {
        response_fail(out, &f);
        return;
    }
    if (!asked(r, &k, out) || !staff_id(r, "version", &version, out))
        return;
    bool force = form_chosen(form, "act", "FORCE");
    if (wordings_settle(request_mem(r), staff_db(), staff_session(r), &k, version, force, &f))
        response_redirect(out, mem_printf(request_mem(r), "%s?done=%s", url_of(r, &k), force ? "message_forced" : "message_back"));
    else
        response_fail(out, &f);
}

void message_try_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct message_key k;
    int64_t version;
    struct form *form = form_new(r, try_fields, 1);
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    if (!asked(r, &k, out) || !staff_id(r, "version", &version, out))
        return;
    if (form_ok(form) && wordings_try(request_mem(r), staff_db(), staff_session(r), &k, version, form_text(form, "to"), &f)) {
        response_redirect(out, mem_printf(request_mem(r), "%s?done=message_tried", url_of(r, &k)));
    } else if (!form_ok(form) || form_take_fail(form, &f)) {
        kit_form(form, v);
        view_set(v, "Act_url", mem_printf(request_mem(r), "%s/%lld/try", url_of(r, &k), (long long)version));
        staff_title(r, v, "Messages.try_title", url_of(r, &k));
        response_page_status(out, 422, "message_try");
    } else {
        response_fail(out, &f);
    }
}
