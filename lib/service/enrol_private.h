/* enrol_private: what enrol.c and enrol_reset.c share. */
#ifndef GS_SERVICE_ENROL_PRIVATE_H
#define GS_SERVICE_ENROL_PRIVATE_H

#include "enrol.h"

/* The hash under which the table knows a pass's code. */
void enrol_code_hash(const unsigned char secret[32], unsigned char hash[32]);
/* A new pair for the officer, wrapped by his password (in turn with other sign-ins, or at once) and by a new recovery code. */
bool enrol_new_keys(struct mem *m, bool in_turn, struct officer_proof *p, const char *password, char **recovery, struct fail *f);
/* The context of the private key under the officer's own recovery code. */
char *enrol_recovery_context(struct mem *m, const struct officer_proof *p);

#endif
