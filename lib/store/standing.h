/* standing: how a case stands for the rules of lib/model, and how one officer stands to it. Read inside the transaction that moves it. */
#ifndef GS_STORE_STANDING_H
#define GS_STORE_STANDING_H

#include "db.h"

struct standing {
    char *state, *before;  /* `before`: where the last suspension found it, or "" */
    bool supplemented, extended, reviewed, refused, decided;
    bool assist_open, term_over;
    int64_t enterer, drafter; /* officers; 0: none */
    bool hand;                /* the officer asked about had a part in what a review would look at */
    char *recusal;            /* CLEAR RECUSED LIFTED ASKED of the officer towards the candidate, or "" */
    char *term, *rule;        /* of the last event; "" for none */
    instant deadline_at;      /* 0: none runs */
    int left;                 /* days of a term that stands still */
};
/* `officer_id` 0: nobody. FAIL_MISSING "not_found". */
bool standing_read(struct mem *m, struct db *db, int64_t objection_id, int64_t officer_id, struct standing *out, struct fail *f);

/* Two look into a case. */
bool standing_investigator_add(struct db *db, int64_t objection_id, int64_t officer_id, int64_t named_by, struct fail *f);
struct standing_investigator { int64_t officer_id; char *name; bool recused; }; /* recused since he was named */
bool standing_investigators(struct mem *m, struct db *db, int64_t objection_id, struct standing_investigator **out, size_t *count,
                            struct fail *f);

/* Of another case of the same candidate that is neither at an end nor merged itself; FAIL_MISSING otherwise. Locked. */
bool standing_lead(struct mem *m, struct db *db, int64_t objection_id, const char *receipt, int64_t *lead_id, struct fail *f);
/* The cases that are merged into this one. */
bool standing_merged(struct mem *m, struct db *db, int64_t lead_id, char ***receipts, size_t *count, struct fail *f);

extern const struct db_table standing_table;

#endif
