/* kit_paper: the words of a notice in a page's data, the same whether it stands already (public) or is still being written (staff). The
 * macros that print them are templates/shared/_paper.cs. */
#ifndef GS_KIT_KIT_PAPER_H
#define GS_KIT_KIT_PAPER_H

#include "kit.h"

struct kit_paper {
    const char *title, *doc_number, *body, *order_note; /* "" for none */
    const char *handling_office, *handling_phone, *handling_email, *handling_address, *handling_hours;
    const char *supervision_office, *supervision_phone;
    const char *signed_by;
    day signed_day;          /* 0: none */
    day open_day, close_day; /* 0: none yet */
    const char *period_rule;
};
/* title, doc_number, order_note, opens, closes, period_rule, Body, Handling, Supervision, signed_by, signed_day. */
void kit_paper(struct request *r, struct view_node *n, const struct kit_paper *p);

/* phone and tel_url, email and mail_url. A number with words around it ("转 2", two numbers) is text; a plain one can be dialled. */
void kit_phone(struct request *r, struct view_node *n, const char *phone);
void kit_email(struct request *r, struct view_node *n, const char *email);

/* A list of paragraphs with their text, from a text with lines. */
void kit_paragraphs(struct request *r, struct view_node *n, const char *list, const char *text);

#endif
