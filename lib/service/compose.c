/* compose: see compose.h. */
#include "compose.h"

#include <jansson.h>
#include <string.h>

#include "conf.h"
#include "message_template.h"
#include "outbox.h"
#include "placeholder.h"
#include "receipt.h"
#include "text.h"

enum { TEXT_MAX = 64 * 1024, VALUES_MAX = 24 };

static const char TRIAL[] = "〔试发〕";

struct known { struct mem *m; struct placeholder_value values[VALUES_MAX]; size_t count; };

static void know(struct known *k, const char *name, const char *value)
{
    for (size_t i = 0; i < k->count; i++)
        if (strcmp(k->values[i].name, name) == 0)
            return;
    if (value != NULL && k->count < VALUES_MAX)
        k->values[k->count++] = (struct placeholder_value){ mem_text(k->m, name), value };
}

static void know_params(struct known *k, const json_t *params)
{
    const char *name;
    const json_t *value;
    json_object_foreach((json_t *)params, name, value)
        know(k, name, json_is_integer(value) ? mem_printf(k->m, "%lld", (long long)json_integer_value(value))
                                             : mem_text(k->m, json_string_value(value)));
}

static void know_house(struct known *k, const struct compose_facts *facts, const char *slug)
{
    know(k, "contact", facts->contact);
    know(k, "union", facts->union_name);
    know(k, "number", facts->number);
    know(k, "code", facts->code);
    know(k, "letter_link", slug != NULL ? mem_printf(k->m, "%s/letter/%s", conf_text("origin.union"), slug) : NULL);
    know(k, "track_link", mem_printf(k->m, "%s/track", conf_text("origin.public")));
    know(k, "staff_link", mem_printf(k->m, "%s/inbox", conf_text("origin.staff")));
    know(k, "organiser", conf_text("site.organiser"));
    know(k, "phone", conf_text("site.phone"));
}

/* What stands in one line: a line end in a value must not end it. */
static char *one_line(struct mem *m, const char *text)
{
    char *out = mem_text(m, text);
    for (char *p = out; *p != '\0'; p++)
        if (*p == '\n' || *p == '\r' || *p == '\t')
            *p = ' ';
    return text_tidy(m, out);
}

static char *fill(const struct known *k, const char *before, const char *words)
{
    struct buf text;
    buf_init(&text, k->m, TEXT_MAX);
    buf_text(&text, before);
    return placeholder_fill(&text, words, k->values, k->count) && text.data != NULL ? text.data : NULL;
}

static char *as_json(struct known *k)
{
    json_t *all = json_object();
    for (size_t i = 0; i < k->count; i++)
        json_object_set_new(all, k->values[i].name, json_string(k->values[i].value));
    size_t n = json_dumpb(all, NULL, 0, JSON_COMPACT);
    char *text = mem_alloc(k->m, n + 1);
    json_dumpb(all, text, n, JSON_COMPACT);
    json_decref(all);
    return text;
}

static bool say(struct known *k, const struct wording *w, bool trial, struct compose_said *out, struct fail *f)
{
    bool sms = w->channel == MESSAGE_SMS;
    char *subject = sms ? mem_text(k->m, "") : fill(k, trial ? TRIAL : "", w->subject);
    char *text = fill(k, trial && sms ? TRIAL : "", w->text);
    if (subject == NULL || text == NULL)
        return fail_set(f, FAIL_INTERNAL, "internal", "words of %s that cannot be filled", message_row(w->event)->word);
    out->subject = one_line(k->m, subject);
    out->text = sms ? one_line(k->m, text) : mem_printf(k->m, "%s\n", text_tidy(k->m, text));
    out->params = as_json(k);
    return true;
}

bool compose(struct mem *m, const struct wording *w, const struct compose_facts *facts, struct compose_said *out, struct fail *f)
{
    struct known k = { .m = m };
    json_error_t error;
    json_t *params = json_loads(facts->params, JSON_REJECT_DUPLICATES, &error);
    bool ok = json_is_object(params) || fail_set(f, FAIL_INTERNAL, "internal", "params of a message: %s", error.text);
    if (ok) {
        const char *slug = json_string_value(json_object_get(params, "slug"));
        know_params(&k, params);
        know_house(&k, facts, slug);
        ok = say(&k, w, json_object_get(params, "trial") != NULL, out, f);
    }
    json_decref(params);
    return ok;
}

/* ---- invented values ---- */

static const struct { const char *name, *zh, *en; } SAMPLES[] = {
    { "slug", "abcdefghijklmnopqrstuvwxyz", NULL },
    { "title", "关于首届“杭州数字工匠”拟认定人选的公示", NULL },
    { "opens", "2026年4月23日", "23 April 2026" },
    { "closes", "2026年4月29日24时", "the end of 29 April 2026" },
    { "due", "2026年4月30日", "30 April 2026" },
    { "reason", "更正一位人选的工作单位名称。", NULL },
    { "version", "2", NULL },
    { "count", "3", NULL },
    { "union", "上城区总工会", NULL },
    { "contact", "王小明", NULL },
    { "number", "1234-5678-9012", NULL },
    { "code", "123456", NULL },
};

char *compose_sample(struct mem *m, enum message_event event, enum message_lang lang, bool trial)
{
    json_t *all = json_object();
    const char *names = mem_printf(m, "|slug|%s|", message_names(m, event));
    for (size_t i = 0; i < sizeof SAMPLES / sizeof *SAMPLES; i++)
        if (strstr(names, mem_printf(m, "|%s|", SAMPLES[i].name)) != NULL)
            json_object_set_new(all, SAMPLES[i].name, json_string(lang == MESSAGE_EN && SAMPLES[i].en != NULL ? SAMPLES[i].en : SAMPLES[i].zh));
    if (trial)
        json_object_set_new(all, "trial", json_integer(1));
    size_t n = json_dumpb(all, NULL, 0, JSON_COMPACT);
    char *text = mem_alloc(m, n + 1);
    json_dumpb(all, text, n, JSON_COMPACT);
    json_decref(all);
    return text;
}

/* ---- what was said ---- */

bool message_shown(struct mem *m, struct db *db, int64_t outbox_id, bool whole, struct message_shown *out, struct fail *f)
{
    struct message_told t;
    if (!message_template_told(m, db, outbox_id, &t, f))
        return false;
    if (t.receipt != NULL && !whole)
        return fail_set(f, FAIL_MISSING, "not_found", "a message to an objector");
    char number[RECEIPT_NUMBER_SHOWN];
    struct compose_facts facts = { .params = t.params, .contact = t.contact, .union_name = t.union_name };
    if (t.receipt != NULL) {
        receipt_number_show(t.receipt, number);
        facts.number = number;
    }
    if (t.words.event == MESSAGE_UNION_CODE)
        facts.code = "••••••";
    *out = (struct message_shown){ .channel = t.words.channel, .lang = t.words.lang, .version = t.version,
                                   .trial = strncmp(t.dedupe, OUTBOX_TRIAL, strlen(OUTBOX_TRIAL)) == 0 };
    return compose(m, &t.words, &facts, &out->said, f);
}
