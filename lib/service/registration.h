/* registration: objections by letter, call or visit (来信, 来电, 来访). Who types one in seals it as the citizens' program does and sees it
 * no more; another officer of the same desk compares it with the paper, from a copy sealed for his own key that is gone once it is settled. The
 * objector gets number and lookup code on paper, or is told them, as one who objected online. */
#ifndef GS_SERVICE_REGISTRATION_H
#define GS_SERVICE_REGISTRATION_H

#include "login.h"
#include "objection.h"
#include "receipt.h"
#include "registry.h"
#include "sealing.h"
#include "token.h"

struct registration_in {
    const struct login_session *s;
    const struct token *token;    /* the same form again gives the same receipt */
    const unsigned char *tag_key; /* 32 */
    int64_t candidate_id;
    struct incoming came;
    struct sealing_in said;
    bool late_known;              /* who types it in has seen that it is late */
};
struct registration_out {
    char number[RECEIPT_NUMBER_SHOWN];
    char code[RECEIPT_CODE_SHOWN];
    instant at;
    bool again;
};
/* Faults beside "candidate", "received_day" (early ones too), "postmark_day", "whose", and "late" until it is known that it is. FAIL_CONFLICT
 * "no_second_reader". */
bool registration_enter(struct mem *m, struct db *db, const struct registration_in *in, struct registration_out *out, struct fail *f);

/* What waits for a second reader, with the day by which it should be read; without what he is recused from. */
bool registration_list(struct mem *m, struct db *db, const struct login_session *s, struct registry_row **out, size_t *count,
                       struct fail *f);

/* One entry, to be compared with the paper. */
struct registration_view {
    struct registry_row row;
    enum objection_move move; /* what it becomes if it is right: MOVE_CHECK_ENTRY, _LATE or _CLUE */
    bool own;                 /* he typed it in: another one reads it */
    bool open;                /* what follows is filled; else no copy is sealed for him */
    char *grounds, *statement, *name, *phone, *email, *unit, *head, *address;
};
/* FAIL_FORBIDDEN "undeclared", "recused"; FAIL_CONFLICT "case_moved" once it is settled; FAIL_TOO_MANY "open_refused". Never inside a
 * transaction. */
bool registration_look(struct mem *m, struct db *db, const struct login_session *s, const char *receipt, struct registration_view *out,
                       struct fail *f);
/* It is as on the paper, or it is void and `why` says so for the file. FAIL_FORBIDDEN "same_person"; FAIL_CONFLICT "case_moved". */
bool registration_settle(struct db *db, const struct login_session *s, const char *receipt, bool right, const char *why, struct fail *f);

#endif
