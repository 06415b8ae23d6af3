/* letter_text: how a message reads: the words of its version (lib/service/compose), a mail's two parts and the address on its envelope.
 * Besides, templates/answer/<word>.cs: what the house itself answers an objector. */
#ifndef GS_LETTER_TEXT_H
#define GS_LETTER_TEXT_H

#include "deliver.h"
#include "notify.h"

struct letter_text;

/* Ends the process if a template is wrong or one is missing. Words of messages are read over `db` when they are first needed. */
struct letter_text *letter_text_open(struct mem *m, struct db *db);
/* What an objector is answered when a term of his ran out. */
const char *letter_text_lapse(struct mem *m, struct letter_text *t);
bool letter_text_make(struct mem *m, struct letter_text *t, const struct deliver_letter *letter, struct notify_message *out,
                      struct fail *f);

#endif
