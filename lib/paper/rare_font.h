/* rare_font: a small web font of the rare characters of one notice, so that nobody's name is a box on a telephone that lacks them. Cut by
 * HarfBuzz out of the one font of paper.fonts that has most of them, packed as WOFF2. */
#ifndef GS_PAPER_RARE_FONT_H
#define GS_PAPER_RARE_FONT_H

#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "fail.h"

#define RARE_FONT_TYPE "font/woff2"
enum { RARE_FONT_MAX = 256 };

/* Adds the rare characters of a text to a sorted set of at most RARE_FONT_MAX: Hanzi beyond the 20,902 that every system has (extensions, later
 * additions, compatibility forms) and the signs that describe one. */
size_t rare_font_collect(const char *text, uint32_t *set, size_t count);
/* FAIL_UNAVAILABLE "paper_fonts"; FAIL_MISSING "not_found" if no font has any of them. */
bool rare_font_make(struct mem *m, const uint32_t *set, size_t count, struct buf *out, struct fail *f);

#endif
