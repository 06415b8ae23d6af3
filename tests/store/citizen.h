/* citizen: the small notice of rows.h with the office's keys, and citizens who object to it. Every handle stands at 2026-04-21 10:00 Beijing
 * until it is sent elsewhere. */
#ifndef GS_TESTS_STORE_CITIZEN_H
#define GS_TESTS_STORE_CITIZEN_H

#include "rows.h"
#include "seal.h"
#include "submit.h"
#include "suite.h"
#include "track.h"

#define CITIZEN_NOW "2026-04-21 02:00:00"
#define CITIZEN_STATEMENT "他的社保不在杭州，年限与实际不符"

extern struct db *citizen_public, *citizen_staff, *citizen_union, *citizen_notify; /* handles of these accounts */
extern struct seal_pair citizen_notify_key;
extern struct fail citizen_fail;

/* Setup of each test: the database "rows", made anew. */
int citizen_before(void **state);
/* Sends a handle to another instant. */
void citizen_travel(struct db *db, const char *when);

/* A form that was opened five minutes ago, and what one says in it. */
struct token citizen_form(void);
struct submit_in citizen_words(const struct token *form, enum objection_kind kind);
/* An objection that has come in. */
struct submit_out citizen_objects(enum objection_kind kind);

#define CITIZEN_TEST(name) cmocka_unit_test_setup(name, citizen_before)

#endif
