/* mask: how the address of a contact is shown to whoever need not know it whole. */
#ifndef GS_MODEL_MASK_H
#define GS_MODEL_MASK_H

#include "mem.h"

char *mask_phone(struct mem *m, const char *phone); /* "139****5678" */
char *mask_email(struct mem *m, const char *email); /* "z***@example.cn" */

#endif
