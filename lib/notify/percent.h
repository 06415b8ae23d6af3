/* percent: RFC 3986 percent-encoding: all but letters, digits and -_.~ */
#ifndef GS_NOTIFY_PERCENT_H
#define GS_NOTIFY_PERCENT_H

#include "buf.h"

void percent_add(struct buf *out, const char *text);

#endif
