/* show: see show.h. */
#include "show.h"

#include <string.h>

#include "scan.h"

const char *show_phase(enum reading_phase phase)
{
    static const char *const WORDS[] = { "BEFORE", "OPEN", "CLOSED", "WITHDRAWN" };
    return WORDS[phase];
}

/* "还剩 3 天", "今天截止", "11月25日 0时开始" … */
static const char *left(struct request *r, const struct published *p, instant now)
{
    int days = reading_days_left(p, now);
    switch (reading_phase(p, now)) {
    case READING_BEFORE:
        return kit_say(r, "Public.opens", kit_day(r, p->open_day), NULL);
    case READING_OPEN:
        return days == 0 ? kit_word(r, "Public.last_day") : kit_say(r, days == 1 ? "Public.one_day_left" : "Public.days_left",
                                                                    kit_number(r, days), NULL);
    case READING_CLOSED:
        return kit_word(r, "Public.over");
    case READING_WITHDRAWN:
        break;
    }
    return NULL;
}

void show_notice(struct request *r, struct view_node *n, const struct published *p, instant now)
{
    char iso[CLOCK_TEXT];
    clock_to_iso_beijing(p->closes_at, iso);
    view_set(n, "title", p->title);
    view_set(n, "own_url", public_url(r, "/notice/%s", p->slug));
    view_set(n, "phase", show_phase(reading_phase(p, now)));
    view_set(n, "closes", kit_closing(r, p->closes_at));
    view_set(n, "closes_iso", iso);
    view_set(n, "opens", kit_day(r, p->open_day));
    view_set(n, "left", left(r, p, now));
    view_set(n, "published", kit_day(r, clock_day_beijing(p->published_at)));
    view_set(n, "reason", p->reason[0] != '\0' ? p->reason : NULL);
    view_set_flag(n, "corrected", p->version > 1);
}

void show_paragraphs(struct view_node *n, const char *list, struct mem *m, const char *text)
{
    while (*text != '\0') {
        size_t len = strcspn(text, "\n");
        if (len > 0)
            view_set(view_row(n, list), "text", mem_text_n(m, text, len));
        text += len + (text[len] == '\n');
    }
}

static void set_given(struct view_node *n, const char *name, const char *value)
{
    view_set(n, name, value != NULL && value[0] != '\0' ? value : NULL);
}

/* A number with words around it ("转 2", two numbers) is text; a plain one can be dialled. */
static void put_phone(struct request *r, struct view_node *n, const char *phone)
{
    char digits[20];
    set_given(n, "phone", phone);
    if (scan_phone(phone, digits))
        view_set(n, "tel_url", mem_printf(request_mem(r), "tel:%s", digits));
}

void show_paper(struct request *r, struct view_node *n, const struct published *p)
{
    struct view_node *handling = view_child(n, "Handling"), *supervision = view_child(n, "Supervision");
    set_given(n, "doc_number", p->doc_number);
    set_given(n, "order_note", p->order_note);
    set_given(n, "period_rule", p->period_rule);
    show_paragraphs(n, "Body", request_mem(r), p->body);
    set_given(handling, "office", p->handling_office);
    put_phone(r, handling, p->handling_phone);
    set_given(handling, "email", p->handling_email);
    if (scan_email(p->handling_email))
        view_set(handling, "mail_url", mem_printf(request_mem(r), "mailto:%s", p->handling_email));
    set_given(handling, "address", p->handling_address);
    set_given(handling, "hours", p->handling_hours);
    set_given(supervision, "office", p->supervision_office);
    put_phone(r, supervision, p->supervision_phone);
    set_given(n, "signed_by", p->signed_by);
    if (p->signed_day != 0)
        view_set(n, "signed_day", kit_day(r, p->signed_day));
}

void show_person(struct request *r, struct view_node *n, const struct published *p, const struct published_entry *e)
{
    view_set_number(n, "seq", e->seq);
    view_set(n, "name", e->name);
    view_set(n, "employer", e->employer);
    view_set(n, "post", e->post);
    view_set(n, "union", e->union_name);
    view_set(n, "field", e->field);
    view_set(n, "own_url", public_url(r, "/notice/%s/candidate/%s", p->slug, e->slug));
}
