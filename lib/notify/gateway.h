/* gateway: what the drivers of SMS gateways share: their settings, the request that they write and the answer that they read. */
#ifndef GS_NOTIFY_GATEWAY_H
#define GS_NOTIFY_GATEWAY_H

#include "notify.h"

/* ---- at start: FAIL_INTERNAL "setting_missing" or "setting_wrong" names the setting ---- */

/* An address that `key` gave: https, a host, no question, no fragment, no user. *host points into `m`: with its port, as Host has it. */
bool gateway_url(struct mem *m, const char *key, const char *url, const char **host, struct fail *f);
/* The first line of the file that the setting names. NULL on failure. */
char *gateway_secret(struct mem *m, const char *key, struct fail *f);
bool gateway_needs(const char *const *keys, size_t count, struct fail *f);
/* Every message has a template at the gateway. */
bool gateway_templates(struct mem *m, struct fail *f);
/* The template of a message at the gateway of this driver, and its variables in their order: by the words' own version, else by the setting
 * sms.template_<event> and message_row()->gateway. The gateway gets these values and no other word. */
struct gateway_template { const char *id, *params; /* JSON object of texts */ };
struct gateway_template gateway_template(struct mem *m, const struct notify_message *msg, const char *driver);

/* ---- sending ---- */

struct gateway_request {
    const char *url;
    const char *const *heads; /* whole lines ("Name: value"; "Name:" takes one away), NULL at the end */
    const char *body;
    size_t len;
};
struct gateway_answer {
    char *text;  /* "" unless a whole answer came; at most 64 KiB */
    size_t len;
    long status; /* 0: none came */
    bool sent;   /* the request had left */
    int curl;    /* of libcurl; 0: an answer came */
};
/* For an answer without a word of its own. */
void gateway_say(struct notify_result *out, const struct gateway_answer *a);

#endif
