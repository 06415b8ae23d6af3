/* person: officers for the tests, each with what is his: a login, a password, a phone that makes codes, a paper with a recovery code. */
#ifndef GS_TESTS_STORE_PERSON_H
#define GS_TESTS_STORE_PERSON_H

#include "login.h"
#include "staff.h"
#include "suite.h"
#include "totp.h"

#define PASSWORD "green tin walks over 9 seas"
#define ANOTHER "seven lamps under the ferry"
#define HOME "203.0.113.7"
#define ABROAD "198.51.100.9"
/* One number of a query with an officer's id in it. */
#define NUMBER(query, id) house_number(mem_printf(house.m, query, (long long)(id)))

struct person { const char *login, *password; int64_t id; unsigned char totp[TOTP_SECRET]; char *recovery; };

extern struct db *staff;
extern struct fail f;
extern struct person admin, boss; /* an administrator without a key, an approver with the case key */

/* Setup of each test: the database of the officers, with these two, and no wrong tries noted. */
int person_before(void **state);
/* The one-time code of now, usable even if it was used. */
char *digits(const struct person *p);
bool enter_from(const struct person *p, const char *password, const char *code, const char *address, char **token);
char *token_of(const struct person *p);
bool holds(const char *token, struct login_session *s);
struct login_session session_of(const struct person *p);
/* True if the officer, signing in anew, reads what was sealed at the beginning; f says why not. */
bool reads(const struct person *p);

/* By the operator, with the keys that his roles need. */
struct person enrolled(const char *login, uint32_t roles);
/* Invited by the administrator; active; with the case key from the approver. */
struct person invited(const char *login, uint32_t roles, char **code);
bool activate(struct person *p, const char *code, const char *password);
struct person officer(const char *login, uint32_t roles);
void granted(const struct person *to);
/* A code for one who lost his password, by the two who may; and its use, with ANOTHER as the new password. */
char *reset_code(const struct person *p);
bool reset(struct person *p, const char *code, const char *recovery, const char *one_time);

#define TEST(name) cmocka_unit_test_setup(name, person_before)

#endif
