/* gateway: see gateway.h. */
#include "gateway.h"

#include <string.h>

#include "conf.h"
#include "file.h"
#include "outcome.h"

bool gateway_url(struct mem *m, const char *key, const char *url, const char **host, struct fail *f)
{
    if (strncmp(url, "https://", 8) != 0 || strcspn(url, "?#@ ") != strlen(url))
        return fail_set(f, FAIL_INTERNAL, "setting_wrong", "%s must begin with https:// and hold no question", key);
    *host = mem_text_n(m, url + 8, strcspn(url + 8, "/"));
    return true;
}

char *gateway_secret(struct mem *m, const char *key, struct fail *f)
{
    size_t n = 0;
    char *secret = file_read(m, conf_text(key), 1024, &n, f);
    if (secret != NULL)
        secret[strcspn(secret, "\r\n")] = '\0';
    return secret;
}

bool gateway_needs(const char *const *keys, size_t count, struct fail *f)
{
    for (size_t i = 0; i < count; i++)
        if (conf_text(keys[i])[0] == '\0')
            return fail_set(f, FAIL_INTERNAL, "setting_missing", "%s", keys[i]);
    return true;
}

const char *gateway_template(struct mem *m, const char *event)
{
    return conf_text(mem_printf(m, "sms.template_%s", event));
}

bool gateway_templates(struct mem *m, struct fail *f)
{
    for (int e = 0; e < MESSAGE_EVENT__MAX; e++) {
        const char *const key = mem_printf(m, "sms.template_%s", message_row((enum message_event)e)->word);
        if (!gateway_needs(&key, 1, f))
            return false;
    }
    return true;
}

void gateway_say(struct notify_result *out, const struct gateway_answer *a)
{
    notify_say(out, outcome_http(a->status, a->sent, a->curl), "http %ld, curl %d, no code", a->status, a->curl);
}
