/* percent: see percent.h. */
#include "percent.h"

#include <string.h>

void percent_add(struct buf *out, const char *text)
{
    static const char HEX[] = "0123456789ABCDEF";
    for (const unsigned char *p = (const unsigned char *)text; *p != '\0'; p++) {
        if ((*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z') || (*p >= '0' && *p <= '9') || strchr("-_.~", *p) != NULL) {
            buf_char(out, (char)*p);
        } else {
            buf_char(out, '%');
            buf_char(out, HEX[*p >> 4]);
            buf_char(out, HEX[*p & 15]);
        }
    }
}
