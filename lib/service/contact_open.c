/* contact_open: see contact_open.h. */
#include "contact_open.h"

#include <jansson.h>

char *contact_open(struct mem *m, const struct seal_pair *notify_key, const char *receipt, const struct db_blob *sealed, struct fail *f)
{
    struct seal_bytes plain;
    json_error_t error;
    if (!seal_open(m, notify_key, mem_printf(m, "objection:%s:contact", receipt), sealed->data, sealed->len, &plain, f))
        return NULL;
    json_t *top = json_loadb((const char *)plain.data, plain.len, JSON_REJECT_DUPLICATES, &error);
    char *to = mem_text(m, json_string_value(json_object_get(top, "to")));
    json_decref(top);
    if (to == NULL)
        fail_set(f, FAIL_INTERNAL, "contact_broken", "no address in a sealed contact");
    return to;
}
