/* mail_text: one mail as RFC 5322 text, and the guard that every word passes before it may stand in a header or an envelope
 * (libcurl 7.88 hands CR LF through to the server). */
#ifndef GS_NOTIFY_MAIL_TEXT_H
#define GS_NOTIFY_MAIL_TEXT_H

#include "buf.h"
#include "notify.h"

struct mail_sender { const char *address, *name, *domain; }; /* domain: of Message-IDs */

/* True if `text` may stand in a header: valid UTF-8, one line, no control bytes. */
bool mail_text_safe(const char *text);
/* Appends `text` as RFC 2047 encoded words (each at most 75 characters, no code point split), folded at 76. */
bool mail_text_words(struct buf *out, const char *text);
/* The whole mail, lines ending in CR LF: From, To, Subject, Date (+0800), Message-ID, Auto-Submitted, the text and the same
 * as a page (mail_html.h). False with FAIL_INPUT if a word is not safe. */
bool mail_text_compose(struct buf *out, const struct mail_sender *from, const struct notify_message *msg, struct fail *f);

#endif
