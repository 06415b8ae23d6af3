/* recognise: a round is recognised by a paper (认定文件). One officer proposes it for everybody who is fit, another agrees to it as a whole;
 * if one of them is no longer fit by then, nobody is recognised and it says who. */
#ifndef GS_SERVICE_RECOGNISE_H
#define GS_SERVICE_RECOGNISE_H

#include "candidacy_work.h"
#include "recognition.h"

struct recognise_person { struct candidate_row row; const char *why_not; }; /* NULL: fit; else what candidacy_may says */
struct recognise_view {
    struct recognition paper; /* id 0: none yet */
    struct recognise_person *people;
    size_t count, fit;
    bool hidden;              /* it names one whom the officer is recused from: then nobody is shown */
};
/* Everybody of the round, as it is for this officer now. */
bool recognise_look(struct mem *m, struct db *db, const struct login_session *s, int64_t round_id, struct recognise_view *out,
                    struct fail *f);
/* Those whom a paper names; while it is open, who is no longer fit. */
bool recognise_read(struct mem *m, struct db *db, const struct login_session *s, int64_t id, struct recognise_view *out, struct fail *f);

struct recognise_in {
    const struct login_session *s;
    int64_t round_id;
    const int64_t *people; /* whom the page showed as fit, by id */
    size_t count;
    const char *paper;
    day paper_day;
};
/* FAIL_CONFLICT "recognise_unfit" if one of them is not (or no more) fit, "recognition_waits" while one of the round is open. */
bool recognise_propose(struct db *db, const struct recognise_in *in, int64_t *id, struct fail *f);
/* FAIL_CONFLICT "recognise_unfit", "case_moved" (settled already); FAIL_FORBIDDEN "same_person", "forbidden", "recused", "undeclared". */
bool recognise_agree(struct db *db, const struct login_session *s, int64_t id, struct fail *f);
bool recognise_send_back(struct db *db, const struct login_session *s, int64_t id, const char *why, struct fail *f);

#endif
