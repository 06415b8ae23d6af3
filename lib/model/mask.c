/* mask: see mask.h. */
#include "mask.h"

#include <string.h>

char *mask_phone(struct mem *m, const char *phone)
{
    size_t n = strlen(phone);
    return n < 8 ? mem_text(m, "****") : mem_printf(m, "%.3s****%s", phone, phone + n - 4);
}

char *mask_email(struct mem *m, const char *email)
{
    const char *at = strchr(email, '@');
    return mem_printf(m, "%.1s***%s", email, at ? at : "");
}
