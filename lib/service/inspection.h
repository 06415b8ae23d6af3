/* inspection: asking inspectd about a file's bytes while they stream by. One connection a file over the setting socket.inspect:
 * "INSPECT <ending>\n", blocks of 4 bytes length (most significant first) and bytes, length 0 ends; it answers one line "OK <kind>\n" or
 * "NO <code>\n". Knows no database. */
#ifndef GS_SERVICE_INSPECTION_H
#define GS_SERVICE_INSPECTION_H

#include <stdbool.h>
#include <stddef.h>

#include "fail.h"
#include "mem.h"

struct inspection;

/* The connection is closed with `m`. FAIL_UNAVAILABLE "inspect_away" when nobody answers. */
struct inspection *inspection_open(struct mem *m, const char *ending, struct fail *f);
/* After inspectd has spoken early, further bytes are dropped and the answer comes at the end. */
bool inspection_send(struct inspection *s, const void *bytes, size_t n, struct fail *f);
/* True if the bytes are of the kind that the ending says; else a fail of the field "file" with inspectd's code. */
bool inspection_end(struct inspection *s, struct fail *f);

#endif
