/* actor: who makes a move. The rules ask no more of a person than this. */
#ifndef GS_MODEL_ACTOR_H
#define GS_MODEL_ACTOR_H

#include <stdbool.h>
#include <stdint.h>

enum actor_kind { ACTOR_OBJECTOR, ACTOR_OFFICER, ACTOR_UNION, ACTOR_SYSTEM, ACTOR_KIND__MAX };

struct actor {
    enum actor_kind kind;
    int64_t id;       /* of the officer or of the union; 0 for the others */
    uint32_t roles;   /* of an officer: bits of staff.h */
    bool declared;    /* an officer: said that nothing ties him to the candidate */
    bool conflicted;  /* an officer: stands recused (回避) */
};

#endif
