/* moderate: what staff do with an objection. Every change of state goes through moderate_step (moderate_private.h): the row is locked, the
 * table of moves, the role, recusal, the second person and the state the officer saw are checked, the deadline reckoned, the event
 * written. The identity desk sees the person and never the text; the case side sees the text and never the person. All is FAIL_FORBIDDEN
 * "undeclared" until an officer has said how he stands to the candidate, and "recused" if he is tied to him (recuse.h). */
#ifndef GS_SERVICE_MODERATE_H
#define GS_SERVICE_MODERATE_H

#include "assist.h"
#include "case_record.h"
#include "casebook.h"
#include "decision.h"
#include "keyring.h"
#include "letter.h"
#include "more.h"
#include "objection.h"
#include "proposal.h"
#include "staff.h"
#include "standing.h"

/* A move and what comes with it; texts are "" where nothing is given. */
struct moderate_in {
    const struct login_session *s;
    const char *receipt;
    const char *seen;      /* the state on the page that was answered; "" if any will do */
    enum objection_move move;
    const char *told;      /* for the objector; the case keeps a copy */
    const char *note;      /* for the file */
    const char *code;      /* a reason code; NULL: none */
    const char *other;     /* the number of another case */
    int64_t pair[2];       /* investigators */
    instant until;         /* the end of the term that the words name; 0: they name none. Should another be reckoned: "case_moved" */
    enum keyring_purpose note_key;
    int64_t proposer;      /* set by moderate_agree alone */
};
/* A word that the move needs and that is missing is FAIL_INPUT beside its field. Does it, or where a second person must agree puts it before him: FAIL_CONFLICT "case_moved", "proposal_waits"; FAIL_FORBIDDEN with what
 * objection_may says. */
bool moderate_do(struct db *db, const struct moderate_in *in, struct fail *f);
/* The second person: lets it happen, or sends it back with the reason. FAIL_FORBIDDEN "same_person". */
bool moderate_agree(struct db *db, const struct login_session *s, const char *receipt, int64_t proposal_id, struct fail *f);
bool moderate_send_back(struct db *db, const struct login_session *s, const char *receipt, int64_t proposal_id, const char *why,
                        struct fail *f);

/* ---- what waits; no key is needed to see it ---- */

/* Objections as casebook_list and casebook_list_identity give them, the nearest deadline first. A new one's deadline is the identity desk's,
 * reckoned from the day it came. */
bool moderate_list(struct mem *m, struct db *db, const struct login_session *s, const struct casebook_filter *filter,
                   struct casebook_row **out, size_t *count, struct fail *f);
bool moderate_waiting(struct mem *m, struct db *db, const struct login_session *s, struct casebook_row **out, size_t *count,
                      struct fail *f);

struct moderate_file { int64_t id, assist_id; char *name, *kind; int64_t size; }; /* assist_id: the union's answer it belongs to, or 0 */

/* ---- the identity desk ---- */

struct moderate_person {
    char *kind, *state, *channel, *unit, *head, *name, *phone, *email, *address;
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

struct moderate_decision {
    struct decision stored;
    char *reasons, *told;
    struct decision_finding *findings;
    size_t finding_count;
};
struct moderate_record { struct case_record stored; const char *whom, *asked, *said, *why; };
struct moderate_proposal { struct proposal stored; enum objection_move move; char *told, *note; }; /* stored.id 0: none */
struct moderate_case {
    struct casebook_case stored;
    char *statement;
    struct moderate_file *files;
    size_t file_count;
    struct casebook_event *events; /* note.data is the opened note of a case move; the desk's notes are left out */
    size_t event_count;
    struct more *more; /* what the objector brought later: words.data is the opened text */
    size_t more_count;
    struct assist *assists; /* reply.data is the opened text */
    size_t assist_count;
    struct assist_event *assist_events; /* of all of them */
    size_t assist_event_count;
    struct moderate_decision *decisions;
    size_t decision_count;
    struct moderate_proposal proposal; /* what waits for a second person */
    struct proposal returned;          /* what was sent back last, if nothing came after it: `words` is why, opened; id 0: nothing */
    struct standing standing;
    struct standing_investigator *investigators;
    size_t investigator_count;
    struct moderate_record *records;
    size_t record_count;
    struct letter_told *told; /* to the union */
    size_t told_count;
};
/* Opens the text; an audit row "read_case". */
bool moderate_case(struct mem *m, struct db *db, const struct login_session *s, const char *receipt, struct moderate_case *out,
                   struct fail *f);
/* NULL if this officer may begin the move, else why not; whether he may agree to what waits. */
const char *moderate_why_not(const struct moderate_case *c, const struct login_session *s, const struct objection_move_row *row);
bool moderate_may_agree(const struct moderate_case *c, const struct login_session *s);

/* A file as it came, for the side whose shelf it stands on (KEYRING_CASE or KEYRING_IDENTITY); an audit row "download" with the reason. */
struct moderate_original { char *kind; char *bytes; size_t len; };
bool moderate_original(struct mem *m, struct db *db, const struct login_session *s, const char *receipt, int64_t file_id,
                       enum keyring_purpose side, const char *reason, struct moderate_original *out, struct fail *f);

/* A decision's sealed paper holds {"reasons":"…","told":"…"}: for the file, and for the objector. */
bool moderate_decision_words(struct mem *m, const struct seal_bytes *plain, char **reasons, char **told, struct fail *f);

#endif
