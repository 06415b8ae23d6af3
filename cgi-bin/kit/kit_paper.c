/* kit_paper: see kit_paper.h. */
#include "kit_paper.h"

#include <string.h>

#include "scan.h"

void kit_paragraphs(struct request *r, struct view_node *n, const char *list, const char *text)
{
    while (*text != '\0') {
        size_t len = strcspn(text, "\n");
        if (len > 0)
            view_set(view_row(n, list), "text", mem_text_n(request_mem(r), text, len));
        text += len + (text[len] == '\n');
    }
}

static void set_given(struct view_node *n, const char *name, const char *value)
{
    view_set(n, name, value != NULL && value[0] != '\0' ? value : NULL);
}

void kit_phone(struct request *r, struct view_node *n, const char *phone)
{
    char digits[20];
    set_given(n, "phone", phone);
    if (scan_phone(phone, digits))
        view_set(n, "tel_url", mem_printf(request_mem(r), "tel:%s", digits));
}

void kit_email(struct request *r, struct view_node *n, const char *email)
{
    set_given(n, "email", email);
    if (scan_email(email))
        view_set(n, "mail_url", mem_printf(request_mem(r), "mailto:%s", email));
}

void kit_paper(struct request *r, struct view_node *n, const struct kit_paper *p)
{
    struct view_node *handling = view_child(n, "Handling"), *supervision = view_child(n, "Supervision");
    set_given(n, "title", p->title);
    set_given(n, "doc_number", p->doc_number);
    set_given(n, "order_note", p->order_note);
    if (p->open_day != 0) {
        view_set(n, "opens", kit_day(r, p->open_day));
        view_set(n, "closes", kit_closing(r, clock_day_start(p->close_day + 1)));
    }
    set_given(n, "period_rule", p->period_rule);
    kit_paragraphs(r, n, "Body", p->body);
    set_given(handling, "office", p->handling_office);
    kit_phone(r, handling, p->handling_phone);
    kit_email(r, handling, p->handling_email);
    set_given(handling, "address", p->handling_address);
    set_given(handling, "hours", p->handling_hours);
    set_given(supervision, "office", p->supervision_office);
    kit_phone(r, supervision, p->supervision_phone);
    set_given(n, "signed_by", p->signed_by);
    if (p->signed_day != 0)
        view_set(n, "signed_day", kit_day(r, p->signed_day));
}
