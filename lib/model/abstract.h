/* abstract: what a union is shown of an objection (协查摘要) must not be in the objector's own words: they give him away. */
#ifndef GS_MODEL_ABSTRACT_H
#define GS_MODEL_ABSTRACT_H

#include "mem.h"

#define ABSTRACT_RUN 16 /* characters in a row; a name of a firm or a paper is shorter */

/* The first run of ABSTRACT_RUN characters or more that the abstract has from the statement, blanks and marks left out; NULL: none.
 * Valid UTF-8. */
char *abstract_repeats(struct mem *m, const char *statement, const char *abstract);

#endif
