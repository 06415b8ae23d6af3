/* file_key: reads <dir.secrets>/form.key, tag.key, rest.key, report.key when first asked for. */
#include "file_key.h"

#include <string.h>

#include "conf.h"

static const char *const names[FILE_KEY__MAX] = { [FILE_KEY_FORM] = "form.key", [FILE_KEY_TAG] = "tag.key", [FILE_KEY_REST] = "rest.key",
                                                   [FILE_KEY_REPORT] = "report.key" };
static struct { bool there; unsigned char bytes[SECRET_KEY]; } keys[FILE_KEY__MAX];

bool file_key(enum file_key_use use, unsigned char out[SECRET_KEY], struct fail *f)
{
    if (!keys[use].there && !secret_key_file(conf_text("dir.secrets"), names[use], keys[use].bytes, f)) {
        f->kind = FAIL_UNAVAILABLE;
        return false;
    }
    keys[use].there = true;
    memcpy(out, keys[use].bytes, SECRET_KEY);
    return true;
}

bool file_key_tag(const char *purpose, const void *bytes, size_t n, unsigned char out[16], struct fail *f)
{
    unsigned char key[SECRET_KEY], mac[SECRET_HASH];
    if (!file_key(FILE_KEY_TAG, key, f))
        return false;
    secret_mac(mac, key, purpose, bytes, n);
    memcpy(out, mac, 16);
    secret_wipe(key, sizeof key);
    return true;
}
