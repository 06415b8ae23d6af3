/* sealing: how what an objector says is cut in three and sealed, whoever types it in: text for the case key, person for the identity key,
 * contact for notifyd's. As JSON: {"grounds":"C1,UNTRUE","statement":"…"}; {"kind":"PERSON","name":"…","phone":"…","email":"…"} or
 * {"kind":"UNIT","unit":"…","head":"…","name":"…","phone":"…","email":"…"}, with "address" where one was given; {"channel":"EMAIL|SMS","to":"…"}. */
#ifndef GS_SERVICE_SEALING_H
#define GS_SERVICE_SEALING_H

#include "db.h"
#include "objection.h"
#include "receipt.h"
#include "seal.h"
#include "token.h"

struct sealing_in {
    enum objection_kind kind;
    const char *grounds, *statement;  /* codes, comma between; text */
    const char *name, *phone, *email; /* the person, or the unit's contact person; "" where not given */
    const char *unit, *head;          /* 单位全称, 法定代表人 */
    const char *address;              /* of who wrote a letter; "": not given */
};
struct sealing {
    struct db_blob text, person, contact; /* empty: none */
    const char *channel;                  /* "EMAIL", "SMS", or NULL: no contact for messages */
    unsigned char contact_tag[16];        /* keyed, to see repeats; only with a channel */
};
/* `tag_key`: 32 bytes. */
bool sealing_close(struct mem *m, struct db *db, const struct sealing_in *in, const char *receipt, const unsigned char *tag_key,
                   struct sealing *out, struct fail *f);
/* What a form's token becomes: the hash that the table keeps, the public key of answers, and the lookup code as it is shown. */
void sealing_code(const struct token *token, unsigned char key_hash[32], unsigned char answer_key[SEAL_PUBLIC],
                  char shown[RECEIPT_CODE_SHOWN]);
/* A receipt number by chance, so that it counts nothing. */
void sealing_number(char receipt[RECEIPT_NUMBER]);

#endif
