/* verp: the envelope address that a mail is sent from, so that a mail that comes back says which message it was: "bounce@d" becomes
 * "bounce+<message>-<tag>@d". The tag is a MAC under the file secret verp.key: nobody makes one for a message of his choice. */
#ifndef GS_NOTIFY_VERP_H
#define GS_NOTIFY_VERP_H

#include <stdbool.h>
#include <stdint.h>

#include "mem.h"
#include "secret.h"

#define VERP_KEY_FILE "verp.key" /* in dir.secrets; secret_key_file */

/* The address of message `id` (> 0); `base` is the setting mail.bounce. NULL if that is no mailbox or its local part is too long (a local
 * part has at most 64 bytes). */
char *verp_make(struct mem *m, const unsigned char key[SECRET_KEY], const char *base, int64_t id);
/* Reads such an address, without brackets or blanks around it, letters of either case (mail servers change them). False, leaving *id alone,
 * for any other text and for a tag that is not ours. */
bool verp_read(const unsigned char key[SECRET_KEY], const char *base, const char *address, int64_t *id);

#endif
