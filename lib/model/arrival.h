/* arrival: when a term begins that begins with notice to somebody (送达): with the delivery or the signature, whichever is known first, and never
 * with the handing over to a gateway. Who cannot be shown to have got it is not late for that; but nobody keeps a term from beginning by not
 * signing: it begins at the latest at an instant that follows from the sending. */
#ifndef GS_MODEL_ARRIVAL_H
#define GS_MODEL_ARRIVAL_H

#include "clock.h"

struct arrival {
    instant sent;      /* put into the outbox */
    instant delivered; /* a report says DELIVERED; 0: none does */
    instant signed_at; /* 0: nobody has */
    instant latest;    /* it begins then in any case; no earlier than `sent` */
};
/* When the term began, 0 if it has not at `now`. */
instant arrival_begin(const struct arrival *a, instant now);

#endif
