/* letter_text: see letter_text.h. */
#include "letter_text.h"

#include <jansson.h>
#include <string.h>

#include "conf.h"
#include "log.h"
#include "scan.h"
#include "secret.h"
#include "text.h"
#include "verp.h"
#include "view.h"

enum { TEXT_MAX = 64 * 1024 };

struct letter_text {
    struct view *mail, *sms, *answer;
    unsigned char verp_key[SECRET_KEY];
};

/* A template that is missing or broken shows when the program starts, not when somebody waits for a message. */
static bool try_all(struct letter_text *t, struct fail *f)
{
    bool ok = true;
    for (size_t e = 0; ok && e < MESSAGE_EVENT__MAX; e++)
        for (int is_sms = 0; ok && is_sms < 2; is_sms++) {
            struct mem *m = mem_new(NULL, "template tried");
            struct notify_message out;
            struct delivery_item item = { .event = mem_text(m, message_row((enum message_event)e)->word), .is_sms = is_sms != 0,
                                          .params = mem_text(m, "{}") };
            struct deliver_letter letter = { .item = &item };
            ok = letter_text_make(m, t, &letter, &out, f);
            mem_free(&m);
        }
    return ok;
}

static bool open_verp(struct mem *m, struct letter_text *t, struct fail *f)
{
    if (conf_text("mail.bounce")[0] == '\0')
        return true;
    return secret_key_file(conf_text("dir.secrets"), VERP_KEY_FILE, t->verp_key, f) &&
           (verp_make(m, t->verp_key, conf_text("mail.bounce"), 1) != NULL ||
            fail_set(f, FAIL_INTERNAL, "setting_wrong", "mail.bounce must be a mailbox with a short name"));
}

struct letter_text *letter_text_open(struct mem *m)
{
    struct fail f = { 0 };
    struct letter_text *t = mem_alloc(m, sizeof *t);
    t->mail = view_open(m, conf_text("dir.templates"), "mail", true, &f);
    t->sms = t->mail != NULL ? view_open(m, conf_text("dir.templates"), "sms", true, &f) : NULL;
    t->answer = t->sms != NULL ? view_open(m, conf_text("dir.templates"), "answer", true, &f) : NULL;
    if (t->answer == NULL || !try_all(t, &f) || !open_verp(m, t, &f))
        log_die("messages: %s %s", f.code, f.detail);
    return t;
}

static void put_params(struct view_node *top, const json_t *params)
{
    struct view_node *into = view_child(top, "Param");
    const char *name;
    const json_t *value;
    json_object_foreach((json_t *)params, name, value) {
        if (!scan_word(name, 30) || strchr(name, '-') != NULL)
            continue;
        if (json_is_string(value))
            view_set(into, name, json_string_value(value));
        else if (json_is_integer(value))
            view_set_number(into, name, json_integer_value(value));
    }
}

static void put_links(struct mem *m, struct view_node *top, const json_t *params)
{
    const char *slug = json_string_value(json_object_get(params, "slug"));
    if (slug != NULL)
        view_set(top, "Letter_link", mem_printf(m, "%s/letter/%s", conf_text("origin.union"), slug));
    view_set(top, "Track_link", mem_printf(m, "%s/track", conf_text("origin.public")));
    view_set(top, "Staff_link", mem_printf(m, "%s/inbox", conf_text("origin.staff")));
    view_set(top, "Organiser", conf_text("site.organiser"));
    if (conf_text("site.phone")[0] != '\0')
        view_set(top, "Phone", conf_text("site.phone"));
}

/* A gateway fills a template of its own: it gets the variables of that template and no other word. */
static char *gateway_params(struct mem *m, const json_t *params, const struct deliver_letter *l)
{
    enum message_event event;
    json_t *out = json_object();
    const char *names = message_read(l->item->event, &event) ? message_row(event)->gateway : "";
    while (*names != '\0') {
        size_t n = strcspn(names, "|");
        const char *name = mem_text_n(m, names, n);
        json_t *value = json_object_get(params, name);
        if (strcmp(name, "code") == 0)
            json_object_set_new(out, name, json_string(l->code));
        else if (strcmp(name, "number") == 0)
            json_object_set_new(out, name, json_string(l->number));
        else if (json_is_integer(value))
            json_object_set_new(out, name, json_string(mem_printf(m, "%lld", (long long)json_integer_value(value))));
        else
            json_object_set(out, name, value);
        names += n + (names[n] == '|' ? 1 : 0);
    }
    size_t n = json_dumpb(out, NULL, 0, JSON_COMPACT | JSON_SORT_KEYS);
    char *text = mem_alloc(m, n + 1);
    json_dumpb(out, text, n, JSON_COMPACT | JSON_SORT_KEYS);
    json_decref(out);
    return text;
}

static bool split_subject(struct mem *m, const char *all, struct notify_message *out, struct fail *f)
{
    const char *end = strchr(all, '\n');
    if (end == NULL)
        return fail_set(f, FAIL_INTERNAL, "template", "a mail template has no line for the subject");
    out->subject = text_tidy(m, mem_text_n(m, all, (size_t)(end - all)));
    out->text = mem_printf(m, "%s\n", text_tidy(m, end));
    return true;
}

bool letter_text_make(struct mem *m, struct letter_text *t, const struct deliver_letter *l, struct notify_message *out, struct fail *f)
{
    const struct delivery_item *i = l->item;
    struct view *v = i->is_sms ? t->sms : t->mail;
    struct view_data *data = view_data_new(m, v, "zh-CN");
    struct view_node *top = view_top(data);
    json_error_t error;
    struct buf text;
    json_t *params = json_loads(i->params, JSON_REJECT_DUPLICATES, &error);
    if (!json_is_object(params)) {
        json_decref(params);
        return fail_set(f, FAIL_INTERNAL, "params", "outbox %lld: %s", (long long)i->id, error.text);
    }
    put_params(top, params);
    put_links(m, top, params);
    view_set(top, "Code", l->code);
    view_set(top, "Number", l->number);
    view_set(top, "Contact", i->contact_name);
    view_set(top, "Union", i->union_name);
    *out = (struct notify_message){ .to = l->to, .to_name = i->contact_name, .event = i->event, .message_id = i->message_id,
                                    .now = l->now, .params = gateway_params(m, params, l) };
    json_decref(params);
    if (!i->is_sms && conf_text("mail.bounce")[0] != '\0')
        out->sender = verp_make(m, t->verp_key, conf_text("mail.bounce"), i->id);
    buf_init(&text, m, TEXT_MAX);
    if (!view_render(v, i->event, data, &text, f))
        return false;
    if (!i->is_sms)
        return split_subject(m, text.data, out, f);
    out->text = text_tidy(m, text.data);
    return true;
}

const char *letter_text_lapse(struct mem *m, struct letter_text *t)
{
    struct fail f = { 0 };
    struct buf text;
    buf_init(&text, m, TEXT_MAX);
    if (!view_render(t->answer, "lapse", view_data_new(m, t->answer, "zh-CN"), &text, &f))
        log_die("templates: %s %s", f.code, f.detail);
    return text_tidy(m, text.data);
}
