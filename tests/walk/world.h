/* world: a real house for the random walk: a throw-away server, officers for every part of the work, unions, notices one after another, and
 * a clock that the walk sets. What the walk looks at it reads with SQL of its own, as the owner. */
#ifndef GS_WALK_WORLD_H
#define GS_WALK_WORLD_H

#include "house.h"
#include "login.h"
#include "union_session.h"

enum { WORLD_OFFICERS = 16, WORLD_CANDIDATES = 4 };

struct world_officer {
    struct login_session s;
    bool reads_cases, reads_persons;
    bool tied;   /* has a tie to every candidate and says so */
    bool silent; /* says nothing of himself */
};
extern struct world_officer world_officers[WORLD_OFFICERS];
extern size_t world_officer_count;
extern const struct union_session_row world_union, world_other_union; /* a contact of the candidates' union, and one of another */
extern struct db *world_staff, *world_public, *world_unions, *world_notify;
extern const unsigned char world_tag_key[32];

void world_begin(uint64_t seed);
/* Takes everything away but the server and its accounts, and begins anew. */
void world_empty(void);

/* The same numbers for the same seed. */
uint64_t world_random(uint64_t below);
bool world_chance(unsigned percent);

/* All handles stand at this instant (seconds since 1970) until the next call. */
extern int64_t world_now;
void world_travel(int64_t seconds);

/* A round with a notice that opened just now and the ids of its candidates; the last of them stands on the 提名奖 list. */
struct world_round {
    int64_t id, version, closes;
    char *notice;
    int64_t candidates[WORLD_CANDIDATES];
    char *slugs[WORLD_CANDIDATES];
};
struct world_round world_round(void);
/* The next version of its notice, which notices some of them anew, and of these some as craftsmen; gives the end of their period. */
int64_t world_correct(struct world_round *r, const bool again[WORLD_CANDIDATES], const bool craftsman[WORLD_CANDIDATES]);

/* SQL as the owner, on one connection; it must go well. world_row gives the columns of the first row as texts (NULL: SQL NULL), or false.
 * */
void world_sql(const char *format, ...) __attribute__((format(printf, 1, 2)));
bool world_row(struct mem *m, char **columns, size_t count, const char *format, ...) __attribute__((format(printf, 4, 5)));
/* The same without a word when it fails: 0 or the server's error number. */
unsigned world_try(const char *text);
int64_t world_number(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
