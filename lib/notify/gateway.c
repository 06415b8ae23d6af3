/* gateway: see gateway.h. */
#include "gateway.h"

#include <jansson.h>
#include <string.h>

#include "buf.h"
#include "conf.h"
#include "file.h"
#include "outcome.h"
#include "wording.h"

enum { MAP_MAX = 1000 };

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

/* The event's own variables, as a map of wording.h. */
static const char *own_map(struct mem *m, const char *event)
{
    enum message_event e;
    struct buf map;
    buf_init(&map, m, MAP_MAX);
    const char *names = message_read(event, &e) ? message_row(e)->gateway : "";
    while (*names != '\0') {
        int n = (int)strcspn(names, "|");
        buf_printf(&map, "%s%.*s=%.*s", map.len > 0 ? "," : "", n, names, n, names);
        names += n + (names[n] == '|' ? 1 : 0);
    }
    return map.len > 0 ? map.data : "";
}

static char *pick(struct mem *m, const char *map, const char *params)
{
    json_error_t error;
    json_t *out = json_object(), *all = json_loads(params, JSON_REJECT_DUPLICATES, &error);
    const char *variable, *name;
    while (wording_pair(m, &map, &variable, &name)) {
        const char *value = json_string_value(json_object_get(all, name));
        json_object_set_new(out, variable, json_string(value != NULL ? value : ""));
    }
    size_t n = json_dumpb(out, NULL, 0, JSON_COMPACT);
    char *text = mem_alloc(m, n + 1);
    json_dumpb(out, text, n, JSON_COMPACT);
    json_decref(all);
    json_decref(out);
    return text;
}

struct gateway_template gateway_template(struct mem *m, const struct notify_message *msg, const char *driver)
{
    struct wording_gateway written;
    bool own = msg->gateway != NULL && wording_gateway(m, msg->gateway, driver, &written);
    const char *map = own && *written.map != '\0' ? written.map : own_map(m, msg->event);
    return (struct gateway_template){ own ? written.id : conf_text(mem_printf(m, "sms.template_%s", msg->event)), pick(m, map, msg->params) };
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
    out->way_failed = true;
}
