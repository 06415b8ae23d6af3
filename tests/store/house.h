/* house: the throw-away server of the store tests and a migrated database for each file of them. */
#ifndef GS_TESTS_STORE_HOUSE_H
#define GS_TESTS_STORE_HOUSE_H

#include "check.h"
#include "db.h"
#include "log.h"

struct house {
    struct mem *m;
    const char *top, *build; /* source and build folder */
    char *folder;            /* everything of the suite lies here */
    char *socket, *secrets, *owner;
};
extern struct house house;

/* Group setup and teardown: the server, which is gone with this process however it ends. */
int house_begin(void **state);
int house_end(void **state);

/* Makes (once) and migrates the database of this name and opens settings for it: db_new then gives handles of it. */
void house_use(const char *name);
/* The same anew, with more lines of [db] than the socket, the name and the owner; gives gongshictl's exit status. */
int house_migrate(const char *name, const char *more);
/* Sets seal.openings_an_hour until the next house_use. */
void house_openings(int an_hour);
/* Sets candidacy.promotion, which is yes for the tests, until the next house_use. */
void house_promotion(bool may);
/* Empties the present database but for its steps and its calendar. */
void house_empty(void);
/* The owner's handle of the present database. */
struct db *house_owner(void);
/* A program's handle of the present database, connected. */
struct db *house_account(enum db_account account);

/* Runs a program; its output goes to *said (may be NULL). Gives the exit status, or 128 and the signal. */
int house_run(const char *const argv[], char **said);
/* The same for gongshictl under the present settings. */
#define house_ctl(said, ...) house_ctl_run((const char *const[]){ __VA_ARGS__, NULL }, (said))
int house_ctl_run(const char *const argv[], char **said);

/* Starts inspectd at the settings' socket, once; it ends with this process. */
void house_inspectd(void);

/* Plain SQL by the owner (in no database, or in the present one), or by a program's account; 0 or the server's error number. */
unsigned house_server_sql(const char *text);
unsigned house_sql(const char *text);
unsigned house_sql_as(enum db_account account, const char *text);
/* The one number that a query by the owner gives. */
int64_t house_number(const char *query);

/* Asserts with the fail's words. */
#define house_ok(call, f_) \
    do { \
        if (!(call)) \
            fail_msg("%s: %s %s %s", #call, (f_).code, (f_).field, (f_).detail); \
    } while (0)
#define house_fails(call, f_, wanted) \
    do { \
        (f_) = (struct fail){ .kind = FAIL_NONE }; \
        if (call) \
            fail_msg("%s: went well, wanted %s", #call, (wanted)); \
        if (strcmp((f_).code, (wanted)) != 0) \
            fail_msg("%s: %s %s %s, wanted %s", #call, (f_).code, (f_).field, (f_).detail, (wanted)); \
    } while (0)

#endif
