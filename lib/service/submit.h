/* submit: an objection comes in. One small transaction: the sealed objection, its files, the message to who left a contact. The same
 * form sent again gives the same receipt.
 * What is sealed for whom: sealing.h. */
#ifndef GS_SERVICE_SUBMIT_H
#define GS_SERVICE_SUBMIT_H

#include "db.h"
#include "objection.h"
#include "receipt.h"
#include "token.h"

struct submit_in {
    const struct token *token;
    const unsigned char *tag_key;          /* 32 */
    const char *notice, *candidate;        /* as they stand in addresses */
    enum objection_kind kind;
    const char *grounds, *statement;       /* codes, comma between; text */
    const char *name, *phone, *email;      /* the person, or the unit's contact person; "" where not given */
    const char *unit, *head;               /* 单位全称, 法定代表人 */
    size_t files;                          /* as many as the review page showed */
};
struct submit_out {
    char number[RECEIPT_NUMBER_SHOWN];
    char code[RECEIPT_CODE_SHOWN];
    enum objection_state state;
    instant submitted_at;
    bool again; /* the form had been sent before */
};

/* Fails for the page to act on: period_over, files_changed (FAIL_CONFLICT), seal_needed (field "file"), anonymous_refused (field "kind"). */
bool submit_send(struct mem *m, struct db *db, const struct submit_in *in, struct submit_out *out, struct fail *f);

#endif
