/* fonts: what papers are set in. The files in the folders that the setting paper.fonts names, and no other font of the machine: the same paper has the same
 * bytes everywhere, and what no font can show is known before it is printed. */
#ifndef GS_PAPER_FONTS_H
#define GS_PAPER_FONTS_H

#include <stdbool.h>
#include <stdint.h>

#include "fail.h"

/* Reads the fonts at the first call; they stay. FAIL_UNAVAILABLE "paper_fonts" if a folder has none or a family of the
 * settings is missing; later calls try again. */
bool fonts_open(struct fail *f);
/* The first character of valid UTF-8 that none of the fonts has; 0 if all can be shown. Line ends and tabs are none. After fonts_open. */
uint32_t fonts_missing(const char *text);

#endif
