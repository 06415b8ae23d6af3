/* qr: a QR code as the outline of one SVG path, one unit a module. It stands in the page itself: an address of its own would carry what
 * the code holds. */
#ifndef GS_STAFF_QR_H
#define GS_STAFF_QR_H

#include "mem.h"

/* `side` is the picture's width in modules, the quiet margin of four included. NULL if the text is too long for a code. */
char *qr_path(struct mem *m, const char *text, int *side);

#endif
