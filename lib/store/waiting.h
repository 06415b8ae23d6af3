/* waiting: how much of each kind of work lies there for an officer; counts alone, of no case and no person.
 * What he is recused from is not counted. */
#ifndef GS_STORE_WAITING_H
#define GS_STORE_WAITING_H

#include "db.h"

enum waiting_work {
    WAITING_DRAFTS,    /* notices being written */
    WAITING_PUBLISH,   /* notices ready, written by another */
    WAITING_IDENTITY,  /* objections whose sender is not confirmed */
    WAITING_ENTRIES,   /* typed in by another, to be compared with the paper */
    WAITING_REVIEW,    /* objections to accept or not */
    WAITING_INQUIRY,   /* accepted, or answered by the union */
    WAITING_ABSTRACTS, /* requests to unions, written by another, to be checked */
    WAITING_REQUESTS,  /* a union asks for more time, or was reported as silent */
    WAITING_SPLITS,    /* merged cases whose lead ended without a decision */
    WAITING_PROPOSALS, /* moves of cases that another proposed */
    WAITING_DECISIONS, /* decisions drafted by another */
    WAITING_REVIEWS,   /* 复核 */
    WAITING_CANDIDATES, /* moves of candidates and recognitions that another proposed */
    WAITING_RECORDS,   /* written by the other investigator, to be confirmed by him */
    WAITING_RECUSALS,  /* questions of recusal that he may settle */
    WAITING_OFFICERS,  /* invited, not activated */
    WAITING_RESETS,    /* asked for by another, for another */
    WAITING_MESSAGES,  /* not sent, or nobody knows */
    WAITING_TASKS,     /* what no message could do */
    WAITING_ALARMS,    /* within seven days an officer wanted to open more than he may */
    WAITING__MAX
};

bool waiting_counts(struct db *db, int64_t officer_id, int64_t counts[WAITING__MAX], struct fail *f);

extern const struct db_table waiting_table;

#endif
