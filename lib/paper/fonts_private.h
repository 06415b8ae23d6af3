/* fonts_private: the fonts as lib/paper uses them. */
#ifndef GS_PAPER_FONTS_PRIVATE_H
#define GS_PAPER_FONTS_PRIVATE_H

#include <pango/pangocairo.h>

#include "fonts.h"

/* What stands where in GB/T 9704: each has a setting of its own. */
enum fonts_role { FONTS_TITLE /* 小标宋 */, FONTS_BODY /* 仿宋 */, FONTS_HEAD /* 黑体 */, FONTS_KAI /* 楷体 */, FONTS_SONG /* 宋体 */, FONTS_ROLE__MAX };

PangoContext *fonts_context(void);
/* Free with pango_font_description_free. A character that the role's font lacks is taken from those of paper.rare. */
PangoFontDescription *fonts_description(enum fonts_role role, double size);
/* Whether the role's own font has all of it. */
bool fonts_has(enum fonts_role role, const char *text);
/* The file that has most of a set of characters, and which of its fonts; false if none has any. */
bool fonts_best(const uint32_t *set, size_t count, const char **path, int *index);

#endif
