/* segment: how many SMS a text costs. Phones count UTF-16 units; one message holds 70, each piece of a longer one 67, and no piece ends in
 * the middle of a character of two units (the rare Hanzi of names). The sign 【…】 stands before the text and counts. */
#ifndef GS_MODEL_SEGMENT_H
#define GS_MODEL_SEGMENT_H

#include <stddef.h>

struct segment_count { size_t units, segments; };
/* `sign` without its brackets, "" for none; both valid UTF-8. An empty message has no segment. */
struct segment_count segment_count(const char *sign, const char *text);

#endif
