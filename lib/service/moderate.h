/* moderate: what staff do with an objection. Every change of state goes through moderate_step: the row is locked, the table of moves, the
 * role and the state the officer saw are checked, the deadline reckoned, the event written. The identity desk sees the person and never the
 * text; the case side sees the text and never the person. */
#ifndef GS_SERVICE_MODERATE_H
#define GS_SERVICE_MODERATE_H

#include "assist.h"
#include "casebook.h"
#include "decision.h"
#include "keyring.h"
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

/* ---- what waits; no key is needed to see it ---- */

/* Objections as casebook_list and casebook_list_identity give them, the nearest deadline first. A new one's deadline is the identity desk's,
 * reckoned from the day it came. */
bool moderate_list(struct mem *m, struct db *db, const struct casebook_filter *filter, struct casebook_row **out, size_t *count,
                   struct fail *f);
bool moderate_waiting(struct mem *m, struct db *db, struct casebook_row **out, size_t *count, struct fail *f);

struct moderate_file { int64_t id, assist_id; char *name, *kind; int64_t size; }; /* assist_id: the union's answer it belongs to, or 0 */

/* ---- the identity desk ---- */

struct moderate_person {
    char *kind, *state, *unit, *head, *name, *phone, *email;
    instant submitted_at;
    struct moderate_file *stamped; /* the unit's stamped papers */
    size_t stamped_count;
};
/* Opens the person; an audit row "unseal_person". FAIL_CONFLICT "case_moved" once somebody has settled who it is. */
bool moderate_person(struct mem *m, struct db *db, const struct login_session *s, const char *receipt, struct moderate_person *out,
                     struct fail *f);
/* The note may be read by the identity desk alone. */
bool moderate_identity(struct db *db, const struct login_session *s, const char *receipt, const char *seen, bool confirmed,
                       const char *note, struct fail *f);

/* Who settled it when: the desk's moves alone, without their notes. */
bool moderate_desk_moves(struct mem *m, struct db *db, const char *receipt, struct casebook_event **out, size_t *count, struct fail *f);

/* ---- the case team ---- */

struct moderate_decision { struct decision stored; char *reasons, *told; };
struct moderate_case {
    struct casebook_case stored;
    char *statement;
    struct moderate_file *files;
    size_t file_count;
    struct casebook_event *events; /* note.data is the opened note of a case move; the desk's notes are left out */
    size_t event_count;
    struct assist *assists; /* reply.data is the opened text */
    size_t assist_count;
    struct moderate_decision *decisions;
    size_t decision_count;
};
/* Opens the text; an audit row "read_case". */
bool moderate_case(struct mem *m, struct db *db, const struct login_session *s, const char *receipt, struct moderate_case *out,
                   struct fail *f);
/* `text` is told to the objector; the case keeps a copy. */
bool moderate_accept(struct db *db, const struct login_session *s, const char *receipt, const char *seen, const char *text, struct fail *f);
bool moderate_refuse(struct db *db, const struct login_session *s, const char *receipt, const char *seen, const char *reason_code,
                     const char *text, struct fail *f);

/* A file as it came, for the side whose shelf it stands on (KEYRING_CASE or KEYRING_IDENTITY); an audit row "download" with the reason. */
struct moderate_original { char *kind; char *bytes; size_t len; };
bool moderate_original(struct mem *m, struct db *db, const struct login_session *s, const char *receipt, int64_t file_id,
                       enum keyring_purpose side, const char *reason, struct moderate_original *out, struct fail *f);

/* Seals words for the objector and puts his message into the outbox. */
bool moderate_answer(struct mem *m, struct db *db, const struct casebook_locked *row, const char *kind, const char *text, struct fail *f);
/* A decision's sealed paper holds {"reasons":"…","told":"…"}: for the file, and for the objector. */
bool moderate_decision_words(struct mem *m, const struct seal_bytes *plain, char **reasons, char **told, struct fail *f);

#endif
