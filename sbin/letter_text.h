/* letter_text: how a message reads: templates/mail/<event>.cs (first line the subject, a blank line, the text) and
 * templates/sms/<event>.cs (one line). A template sees Param.<name> (the row's params), Code, Number, Contact, Union, Letter_link,
 * Track_link, Staff_link, Organiser and Phone (if the office gave one). Besides, templates/answer/<word>.cs: what the house itself answers an
 * objector. */
#ifndef GS_LETTER_TEXT_H
#define GS_LETTER_TEXT_H

#include "deliver.h"
#include "notify.h"

struct letter_text;

/* Parses all templates; ends the process if one is wrong or one is missing. */
struct letter_text *letter_text_open(struct mem *m);
/* What an objector is answered when a term of his ran out. */
const char *letter_text_lapse(struct mem *m, struct letter_text *t);
bool letter_text_make(struct mem *m, struct letter_text *t, const struct deliver_letter *letter, struct notify_message *out,
                      struct fail *f);

#endif
