/* relay: stands between a client and the suite's server and loses a COMMIT, or the answer to it. */
#ifndef GS_TESTS_STORE_RELAY_H
#define GS_TESTS_STORE_RELAY_H

#include "house.h"

enum relay_loss { RELAY_LOSES_ANSWER, RELAY_LOSES_QUESTION };

/* Listens at a socket of this path. */
pid_t relay_start(const char *path, enum relay_loss loss);
void relay_stop(pid_t child);

#endif
