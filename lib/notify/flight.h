/* flight: messages under way, many at once: requests to a gateway in one libcurl multi loop over kept connections. Certificates are
 * verified, nothing is redirected, no proxy is used. A message that may have gone before is asked about first, where the gateway can be
 * asked. Where there are several gateways the first that works is
 * taken (breaker.h), and what one surely did not take goes to the next at once. Messages of a driver that blocks are over when they were
 * started. */
#ifndef GS_NOTIFY_FLIGHT_H
#define GS_NOTIFY_FLIGHT_H

#include "notify.h"

struct flight;
/* At most `most` (1 or more) at once and `per_second` started in a second (0: no ceiling). FAIL_INTERNAL without libcurl. */
struct flight *flight_new(struct mem *m, const struct notify_driver *const *drivers, size_t count, size_t most, int64_t per_second,
                          struct fail *f);
/* How many more may be started now. Of a driver that blocks: as many as it will hand over within FLIGHT_BATCH, as fast as it did before. */
#define FLIGHT_BATCH (100 * 1000) /* micros */
size_t flight_room(struct flight *f);
size_t flight_under_way(const struct flight *f);
/* The driver for the next message; `before`: by which it may have gone already (that one can be asked), else NULL. */
const char *flight_route(struct flight *f, const char *before);
/* `driver` is flight_route's; `m` and `msg` stay until the message has landed. */
void flight_start(struct flight *f, struct mem *m, const struct notify_message *msg, const char *driver, bool may_have_gone, void *owner);
/* Lands at once with `r`: a message that cannot be sent. */
void flight_refuse(struct flight *f, const struct notify_result *r, void *owner);
/* Works for at most `millis`, and less if something lands or `fd` (-1: none) can be read. */
void flight_wait(struct flight *f, int fd, int millis);
/* The next that landed; false: none at the moment. `asked`: it went out before, as the gateway says, and not again. `untouched`: those before
 * it in the same room took longer than FLIGHT_BATCH, so it was not begun. `driver`: who dealt with it, NULL: nobody. */
struct flight_landing { void *owner; const char *driver; struct notify_result result; bool asked, untouched; };
bool flight_landed(struct flight *f, struct flight_landing *out);

#endif
