/* stroke_table: the numbers of strokes that ICU's order gets wrong for the mainland; for stroke.c alone. */
#ifndef GS_MODEL_STROKE_TABLE_H
#define GS_MODEL_STROKE_TABLE_H

#include <stddef.h>

struct stroke_group { int strokes; const char *characters; };
extern const struct stroke_group stroke_groups[];
extern const size_t stroke_group_count;

#endif
