/* resume: see resume.h. */
#include "resume.h"

#include <string.h>

#include "conf.h"
#include "log.h"
#include "seal.h"
#include "secret.h"
#include "unsent.h"

struct keys { unsigned char tag[UNSENT_TAG], box[SECRET_KEY]; };

char *resume_secret(struct mem *m)
{
    unsigned char secret[SECRET_KEY];
    secret_random(secret, sizeof secret);
    char *text = secret_to_base64url(m, secret, sizeof secret);
    secret_wipe(secret, sizeof secret);
    return text;
}

static bool derive(const char *secret, const char *place, struct keys *out)
{
    unsigned char bytes[SECRET_KEY];
    if (secret == NULL || !secret_from_base64url(secret, bytes, sizeof bytes))
        return false;
    secret_mac(out->tag, bytes, "gs-resume-tag", place, strlen(place));
    secret_mac(out->box, bytes, "gs-resume-box", place, strlen(place));
    secret_wipe(bytes, sizeof bytes);
    return true;
}

static char *context(struct mem *m, const char *place) { return mem_printf(m, "unsent:%s", place); }

bool resume_keep(struct mem *m, struct db *db, const char *secret, const char *place, const char *typed)
{
    struct keys keys;
    struct fail f = { .kind = FAIL_NONE };
    bool kept = false;
    int64_t minutes = conf_number("objection.resume_minutes"), most = conf_number("objection.resume_most");
    if (minutes == 0 || strlen(typed) > RESUME_MAX || !derive(secret, place, &keys))
        return false;
    struct seal_bytes boxed = seal_box(m, keys.box, context(m, place), typed, strlen(typed));
    secret_wipe(keys.box, sizeof keys.box);
    if (!unsent_put(db, keys.tag, boxed.data, boxed.len, minutes, most, &kept, &f))
        log_line(LOG_WARNING, "a form is not kept for going back: %s %s", f.code, f.detail);
    return kept;
}

bool resume_find(struct mem *m, struct db *db, const char *secret, const char *place, char **typed, struct fail *f)
{
    struct keys keys;
    struct db_blob boxed;
    struct seal_bytes out;
    struct fail broken = { .kind = FAIL_NONE };
    *typed = NULL;
    if (!derive(secret, place, &keys))
        return true;
    if (!unsent_get(db, m, keys.tag, &boxed, f))
        return false;
    if (boxed.data != NULL && seal_unbox(m, keys.box, context(m, place), boxed.data, boxed.len, &out, &broken))
        *typed = (char *)out.data;
    secret_wipe(keys.box, sizeof keys.box);
    return true;
}

void resume_forget(struct db *db, const char *secret, const char *place)
{
    struct keys keys;
    struct fail f = { .kind = FAIL_NONE };
    if (derive(secret, place, &keys) && !unsent_drop(db, keys.tag, &f))
        log_line(LOG_WARNING, "a kept form is not dropped before its time: %s %s", f.code, f.detail);
    secret_wipe(&keys, sizeof keys);
}
