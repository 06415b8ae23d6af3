/* track_page: what the pages of a case that was looked up share. Number and lookup code come in a POST and go along in hidden fields, so that
 * neither a session nor a cookie is needed. */
#ifndef GS_PUBLIC_TRACK_PAGE_H
#define GS_PUBLIC_TRACK_PAGE_H

#include "objector.h"
#include "public.h"

#define TRACK_WHO_FIELDS { "number", FORM_CODE, true, 1, 40, NULL }, { "code", FORM_CODE, true, 1, 60, NULL }

/* The question for number and code, with what was typed. */
void track_ask(struct request *r, struct view_node *v, struct form *form, struct response *out);
/* The case; `form` holds the number and the code. */
void track_show(struct request *r, struct view_node *v, const struct form *form, const struct track_out *found, struct response *out);
/* A page of the case: its frame, and Who.* for the hidden fields. */
void track_frame(struct request *r, struct view_node *v, const struct form *form, const char *title);
/* "/track/withdraw" for MOVE_WITHDRAW; false if the word names no move of an objector. */
const char *track_word(enum objection_move move);
bool track_word_read(const char *word, enum objection_move *move);

#endif
