/* compose: what a message says: the words of a version filled with what is known of it. One renderer for what is sent, what is tried out and
 * what is shown later. */
#ifndef GS_SERVICE_COMPOSE_H
#define GS_SERVICE_COMPOSE_H

#include "db.h"
#include "wording.h"

/* What is known of one message; NULL where there is none. */
struct compose_facts {
    const char *params; /* JSON object of the outbox row; what it names stands before the rest */
    const char *contact, *union_name, *number, *code;
};
struct compose_said {
    char *subject; /* "" for an SMS */
    char *text;    /* an SMS without its sign */
    char *params;  /* JSON object of all values, for the template at a gateway */
};
/* FAIL_INTERNAL for params that are none, or a text without end. */
bool compose(struct mem *m, const struct wording *w, const struct compose_facts *facts, struct compose_said *out, struct fail *f);

/* Invented values for every placeholder of the event, as params: for a preview and for trying out. `trial` marks what is sent as such. */
char *compose_sample(struct mem *m, enum message_event event, enum message_lang lang, bool trial);

/* A message of the outbox as it was said, or would be now if it was not yet: the words of its version. A one-time code is never there
 * (it reads ••••••), nor where an objector is reached. `whole` false: of an objector's message nothing, since mail and SMS read differently
 * and by which way he is reached says something of who he is. FAIL_MISSING "not_found". Whether the officer may see the row at all is
 * outbox.h's. */
struct message_shown { struct compose_said said; enum message_channel channel; enum message_lang lang; int64_t version; bool trial; };
bool message_shown(struct mem *m, struct db *db, int64_t outbox_id, bool whole, struct message_shown *out, struct fail *f);

#endif
