/* inspect_cage: what a child of inspectd or bounced may still ask of the kernel while it reads a stranger's bytes: read, write, allocate and
 * end. */
#ifndef GS_INSPECT_CAGE_H
#define GS_INSPECT_CAGE_H

#include <stdbool.h>
#include <stddef.h>

/* From here on any other call, and reading or writing elsewhere than `fd`, ends the process with SIGSYS: nothing can be opened, connected,
 * started or made executable. No way back. False if the kernel refused the filter. */
bool inspect_cage_close(int fd);
/* The same, but to open a file is only refused: for a library that goes on without. */
bool inspect_cage_close_blind(int fd);
/* At most so many bytes of memory, no core file, and an end after so many seconds. Before the cage is closed. */
bool inspect_cage_limits(size_t memory, unsigned seconds);
/* False in a build for tests with AddressSanitizer, which maps terabytes and calls what the cage forbids. */
bool inspect_cage_is_possible(void);

#endif
