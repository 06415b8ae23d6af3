/* token: the hidden word of a form that is filled in without a session. It carries a 128-bit secret and the instant the form was
 * opened, under a MAC of the file secret form.key. From the secret come the lookup code, the hash that claims draft files and the
 * box key of their names. */
#ifndef GS_TRUST_TOKEN_H
#define GS_TRUST_TOKEN_H

#include <stdbool.h>

#include "clock.h"
#include "mem.h"

#define TOKEN_SECRET 16

struct token { unsigned char secret[TOKEN_SECRET]; instant opened_at; };

/* base64url text for a FORM_HIDDEN field; `purpose` ("union-code", "objection:<notice>/<candidate>") must be the same at reading. */
char *token_make(struct mem *m, const unsigned char key[32], const char *purpose, instant now);
bool token_read(const char *text, const unsigned char key[32], const char *purpose, struct token *out);

/* What is derived from the secret, each under its own purpose word. */
void token_lookup_code(const struct token *t, unsigned char code[16]);
void token_form_hash(const struct token *t, unsigned char hash[32]);
void token_name_key(const struct token *t, unsigned char key[32]);

/* From a lookup code: the hash the table keeps, and the seed of the answer key pair. */
void token_code_hash(const unsigned char code[16], unsigned char hash[32]);
void token_answer_seed(const unsigned char code[16], unsigned char seed[32]);

#endif
