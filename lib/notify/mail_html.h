/* mail_html: the second part of a mail, made from its text, so that the two can never say different things: paragraphs, numbered lists and
 * links. Nothing is fetched from anywhere, and a text brings no markup of its own. */
#ifndef GS_NOTIFY_MAIL_HTML_H
#define GS_NOTIFY_MAIL_HTML_H

#include "buf.h"

/* A whole page in UTF-8: `lang` "zh-CN" or "en", `title` its heading. A line that is nothing but an address becomes a link, lines "1. …" that
 * follow one another a list. */
void mail_html(struct buf *out, const char *lang, const char *title, const char *text);

#endif
