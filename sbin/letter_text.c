/* letter_text: see letter_text.h. */
#include "letter_text.h"

#include <string.h>

#include "compose.h"
#include "conf.h"
#include "log.h"
#include "message_template.h"
#include "secret.h"
#include "text.h"
#include "verp.h"
#include "view.h"

enum { TEXT_MAX = 64 * 1024, KEPT = 128 };

/* A version never changes: once read it is kept, the newest in the place of the oldest. */
struct kept { int64_t id; struct mem *m; struct wording words; };

struct letter_text {
    struct mem *m;
    struct db *db;
    struct view *answer;
    unsigned char verp_key[SECRET_KEY];
    struct kept kept[KEPT];
    size_t next;
};

static bool open_verp(struct mem *m, struct letter_text *t, struct fail *f)
{
    if (conf_text("mail.bounce")[0] == '\0')
        return true;
    return secret_key_file(conf_text("dir.secrets"), VERP_KEY_FILE, t->verp_key, f) &&
           (verp_make(m, t->verp_key, conf_text("mail.bounce"), 1) != NULL ||
            fail_set(f, FAIL_INTERNAL, "setting_wrong", "mail.bounce must be a mailbox with a short name"));
}

struct letter_text *letter_text_open(struct mem *m, struct db *db)
{
    struct fail f = { 0 };
    struct letter_text *t = mem_alloc(m, sizeof *t);
    t->m = m;
    t->db = db;
    t->answer = view_open(m, conf_text("dir.templates"), "answer", true, &f);
    if (t->answer == NULL || !open_verp(m, t, &f))
        log_die("messages: %s %s", f.code, f.detail);
    return t;
}

static const struct wording *words_of(struct letter_text *t, int64_t id, struct fail *f)
{
    for (size_t i = 0; i < KEPT; i++)
        if (t->kept[i].id == id && t->kept[i].m != NULL)
            return &t->kept[i].words;
    struct kept *k = &t->kept[t->next % KEPT];
    struct mem *m = mem_new(t->m, "words");
    struct wording words;
    if (!message_template_words(m, t->db, id, &words, f)) {
        mem_free(&m);
        return NULL;
    }
    mem_free(&k->m);
    *k = (struct kept){ id, m, words };
    t->next++;
    return &k->words;
}

bool letter_text_make(struct mem *m, struct letter_text *t, const struct deliver_letter *l, struct notify_message *out, struct fail *f)
{
    const struct delivery_item *i = l->item;
    struct compose_facts facts = { i->params, i->contact_name, i->union_name, l->number, l->code };
    struct compose_said said;
    const struct wording *words = words_of(t, i->template_id, f);
    if (words == NULL || !compose(m, words, &facts, &said, f))
        return false;
    *out = (struct notify_message){ .to = l->to, .to_name = i->contact_name, .subject = said.subject, .text = said.text, .event = i->event,
                                    .message_id = i->message_id, .now = l->now, .before = i->before, .params = said.params,
                                    .gateway = mem_text(m, words->gateway), .lang = message_lang_word(words->lang) };
    if (!i->is_sms && conf_text("mail.bounce")[0] != '\0')
        out->sender = verp_make(m, t->verp_key, conf_text("mail.bounce"), i->id);
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
