/* time_steps: going through time in the tests of what happens by itself: all handles of case_steps.h and the sender's stand at one instant. */
#ifndef GS_TESTS_STORE_TIME_STEPS_H
#define GS_TESTS_STORE_TIME_STEPS_H

#include "case_steps.h"
#include "sweep.h"

#define NINE (9 * 60 * CLOCK_MINUTE)
#define MILLI (CLOCK_SECOND / 1000)

extern struct db *notify;
extern const struct sweep_words said;

/* Setup and teardown of each test; 0 is the present. */
int sweep_before(void **state);
int sweep_after(void **state);
void travel(instant to);
/* A round of the clocks at that instant. */
void swept_at(instant at);

/* The newest request of a case. */
const struct assist *newest(const char *receipt);
/* The start of the Beijing day that begins `n` working days after the last day of a term. */
instant workday(instant due, int n);
/* The SMS of the newest request is reported as delivered at that instant. */
void delivered(const char *receipt, instant at);
/* A request that its union got at once: the term begins with the sending. */
void asked_and_delivered(const char *receipt);

#define SWEPT(name) cmocka_unit_test_setup_teardown(name, sweep_before, sweep_after)

#endif
