/* states: the tables of lib/model as a page and as drawings. */
#ifndef GS_DOCS_STATES_H
#define GS_DOCS_STATES_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "actor.h"
#include "mem.h"
#include "term.h"
#include "view.h"

/* One row of any of the three tables, in words. */
struct states_move {
    const char *move, *from, *to;         /* as stored */
    const char *needs, *guards, *clock, *told; /* English, "" for none */
    enum actor_kind who;
    uint32_t role, second;
};
struct states_state { const char *word, *stage; };
struct states_machine {
    const char *name;         /* "objection": of the file of its drawing */
    const char *title, *text; /* Chinese; English */
    const char *state_words, *move_words; /* where templates/lang has them: "Move" */
    const struct states_state *states;
    const struct states_move *moves;
    size_t state_count, move_count;
};

enum { STATES_OBJECTION, STATES_REQUEST, STATES_CANDIDATE, STATES__MAX };
/* All three. */
const struct states_machine *states_machines(struct mem *m);

/* What bits say, joined by "; ". A bit without words ends the program: new rules want words in states_words.c. */
enum states_bits { STATES_NEEDS, STATES_OWN_NEEDS, STATES_OBJECTION_GUARDS, STATES_ASSIST_GUARDS, STATES_CANDIDACY_GUARDS, STATES_TOLD };
const char *states_say(struct mem *m, enum states_bits kind, uint32_t bits);
const char *states_clock(struct mem *m, enum term_act act, enum term term);
const char *states_term(enum term t);

/* The word of templates/lang/zh-CN; that there is none ends the program. */
const char *states_word(struct view *v, const char *group, const char *code);
/* "承办 or 负责人"; of an actor who is no officer "the objector" … */
const char *states_who(struct mem *m, struct view *v, enum actor_kind who, uint32_t roles, const char *between);

/* The page, and one machine in the language of graphviz. */
void states_page(struct mem *m, struct view *v);
void states_drawing(struct view *v, const struct states_machine *of);

#endif
