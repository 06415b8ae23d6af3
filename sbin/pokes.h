/* pokes: how a notifyd hears that something waits: a datagram at socket.poke. One process of a node owns that address and passes on what it
 * hears to the others, who have addresses of their own beside it ("….1234"). Who is not woken polls. */
#ifndef GS_POKES_H
#define GS_POKES_H

#include <stdbool.h>
#include <stdint.h>

/* Looks whether the address is free and takes it; again each few seconds. Ends the process if `path` is none to listen at. */
void pokes_look(const char *path);
/* To wait for; -1: none. */
int pokes_fd(void);
/* Whether somebody poked since. The owner passes it on, at most once in POKES_PAUSE. */
bool pokes_heard(void);
#define POKES_PAUSE 20000 /* micros */
/* How long the owner may wait at most until it must look again: something is left to be passed on. INT64_MAX: nothing is. */
int64_t pokes_pending(void);
void pokes_close(void);

#endif
