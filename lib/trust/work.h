/* work: a proof that a browser worked for a moment for one form, asked in place of a puzzle for people. PBKDF2 is what browsers and
 * servers reckon equally fast, so that a machine which sends a thousand forms pays a thousand times what one person's telephone pays. */
#ifndef GS_TRUST_WORK_H
#define GS_TRUST_WORK_H

#include <stdbool.h>

enum {
    WORK_PARTS = 4,     /* several small tasks vary less than one large one */
    WORK_ROUNDS = 1000, /* of PBKDF2 for one try */
    WORK_BITS_MAX = 16,
    WORK_PROOF_MAX = WORK_PARTS * 11
};

/* `proof` is WORK_PARTS numbers with "." between: PBKDF2-HMAC-SHA256 of the password `word` and the salt "<part>.<number>", part from 0
 * on, begins with `bits` zero bits for each. On the average that takes WORK_PARTS << bits tries. */
bool work_done(const char *word, const char *proof, int bits);

#endif
