/* notify: the list of drivers and the words of outcomes. */
#include "notify.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "drivers.h"

const char *notify_outcome_word(enum notify_outcome o)
{
    static const char *const WORDS[NOTIFY_OUTCOME__MAX] = { "SENT", "LATER", "NEVER", "UNCERTAIN", "ALARM" };
    return WORDS[o];
}

const struct notify_driver *notify_driver_find(enum message_channel channel, const char *name)
{
    static const struct {
        enum message_channel channel;
        const struct notify_driver *driver;
    } DRIVERS[] = {
        { MESSAGE_EMAIL, &drv_file_mail },
        { MESSAGE_EMAIL, &drv_smtp },
        { MESSAGE_EMAIL, &drv_null },
        { MESSAGE_SMS, &drv_file_sms },
        { MESSAGE_SMS, &drv_aliyun },
        { MESSAGE_SMS, &drv_tencent },
        { MESSAGE_SMS, &drv_http_json },
        { MESSAGE_SMS, &drv_null },
    };
    for (size_t i = 0; i < sizeof DRIVERS / sizeof *DRIVERS; i++)
        if (DRIVERS[i].channel == channel && strcmp(DRIVERS[i].driver->name, name) == 0)
            return DRIVERS[i].driver;
    return NULL;
}

void notify_name(struct notify_result *out, const char *gateway_id)
{
    size_t n = gateway_id != NULL ? strlen(gateway_id) : 0;
    bool plain = n > 0 && n < sizeof out->gateway_id;
    for (size_t i = 0; plain && i < n; i++)
        plain = gateway_id[i] > 0x20 && gateway_id[i] < 0x7f;
    if (plain)
        memcpy(out->gateway_id, gateway_id, n + 1);
}

void notify_say(struct notify_result *out, enum notify_outcome outcome, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    vsnprintf(out->detail, sizeof out->detail, format, ap);
    va_end(ap);
    /* A reply from outside may hold anything; only ASCII goes into a table. */
    for (char *p = out->detail; *p != '\0'; p++)
        if ((unsigned char)*p < 0x20 || (unsigned char)*p > 0x7e)
            *p = '?';
    out->outcome = outcome;
    out->way_failed = outcome == NOTIFY_ALARM;
}
