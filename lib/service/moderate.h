/* moderate: what staff do with an objection. Every change of state goes through moderate_step: the row is locked, the table of moves, the
 * role and the state the officer saw are checked, the deadline reckoned, the event written. The identity desk sees the person and never the
 * text; the case side sees the text and never the person. */
#ifndef GS_SERVICE_MODERATE_H
#define GS_SERVICE_MODERATE_H

#include "assist.h"
#include "decision.h"
#include "keyring.h"
#include "casebook.h"
#include "objection.h"
#include "staff.h"

struct moderate_move {
    enum objection_move move;
    const char *seen;       /* the state on the page that was answered; "" if any will do */
    uint32_t roles;         /* of the officer; 0 for a union */
    const char *actor_kind; /* OFFICER UNION */
    int64_t actor_id;
    const char *reason_code;
    struct seal_bytes note; /* len 0: none */
};
/* Inside the caller's transaction, on a row that casebook_lock… locked. *due and *rule (may be NULL) get the deadline of the state entered. */
bool moderate_step(struct mem *m, struct db *db, const struct casebook_locked *row, const struct moderate_move *step, instant *due,
                   char **rule, struct fail *f);

/* ---- the identity desk ---- */
struct moderate_person { char *kind, *state, *unit, *head, *name, *phone, *email; instant submitted_at; };
/* Opens the person; an audit row "unseal_person". */
bool moderate_person(struct mem *m, struct db *db, const struct login_session *s, const char *receipt, struct moderate_person *out,
                     struct fail *f);
/* The note may be read by the identity desk alone. */
bool moderate_identity(struct db *db, const struct login_session *s, const char *receipt, const char *seen, bool confirmed,
                       const char *note, struct fail *f);

/* ---- the case team ---- */
struct moderate_file { int64_t id; char *name, *kind, *purpose; int64_t size; };
struct moderate_case {
    struct casebook_case stored;
    char *statement;
    struct moderate_file *files;
    size_t file_count;
    struct casebook_event *events;
    size_t event_count;
    struct assist *assists; /* reply.data is the opened text */
    size_t assist_count;
    struct decision *decisions; /* text.data is the opened text */
    size_t decision_count;
};
/* Opens the text; an audit row "read_case". */
bool moderate_case(struct mem *m, struct db *db, const struct login_session *s, const char *receipt, struct moderate_case *out,
                   struct fail *f);
bool moderate_accept(struct db *db, const struct login_session *s, const char *receipt, const char *seen, const char *text, struct fail *f);
bool moderate_refuse(struct db *db, const struct login_session *s, const char *receipt, const char *seen, const char *reason_code,
                     const char *text, struct fail *f);
struct moderate_original { char *kind; char *bytes; size_t len; };
/* The original file; an audit row "download" with the reason. */
bool moderate_original(struct mem *m, struct db *db, const struct login_session *s, const char *receipt, int64_t file_id,
                       const char *reason, struct moderate_original *out, struct fail *f);

/* Seals words for the objector and puts his message into the outbox. */
bool moderate_answer(struct mem *m, struct db *db, const struct casebook_locked *row, const char *kind, const char *text, struct fail *f);

#endif
