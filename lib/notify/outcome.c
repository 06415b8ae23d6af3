/* outcome: see outcome.h. Tables and arithmetic, no I/O. */
#include "outcome.h"

#include <string.h>

enum notify_outcome outcome_smtp(int reply, bool connected, bool after_data)
{
    if (reply >= 200 && reply < 300 && after_data)
        return NOTIFY_SENT;
    if (reply >= 500 && reply < 600)
        return NOTIFY_NEVER;
    if (reply >= 400 && reply < 500)
        return NOTIFY_LATER;
    /* 354 with nothing behind it: the text had left and the final answer did not come. */
    if (connected && (reply == 354 || after_data))
        return NOTIFY_UNCERTAIN;
    return NOTIFY_LATER;
}

enum notify_outcome outcome_http(long status, bool sent_request)
{
    if (status == 0)
        return sent_request ? NOTIFY_UNCERTAIN : NOTIFY_LATER;
    if (status >= 500 && sent_request)
        return NOTIFY_UNCERTAIN;
    return NOTIFY_LATER;
}

static const struct {
    const char *code;
    enum notify_outcome outcome;
} ALIYUN[] = {
    { "OK", NOTIFY_SENT },
    { "isv.BUSINESS_LIMIT_CONTROL", NOTIFY_LATER },
    { "isv.DAY_LIMIT_CONTROL", NOTIFY_LATER },
    { "isv.MONTH_LIMIT_CONTROL", NOTIFY_LATER },
    { "isp.SYSTEM_ERROR", NOTIFY_LATER },
    { "isv.AMOUNT_NOT_ENOUGH", NOTIFY_LATER },
    { "isv.OUT_OF_SERVICE", NOTIFY_LATER },
    { "isp.RAM_PERMISSION_DENY", NOTIFY_LATER },
    { "isv.DENY_IP_RANGE", NOTIFY_LATER },
    { "isv.SMS_TEMPLATE_ILLEGAL", NOTIFY_LATER },
    { "isv.SMS_SIGNATURE_ILLEGAL", NOTIFY_LATER },
    { "isv.MOBILE_NUMBER_ILLEGAL", NOTIFY_NEVER },
    { "isv.MOBILE_COUNT_OVER_LIMIT", NOTIFY_NEVER },
    { "isv.INVALID_PARAMETERS", NOTIFY_NEVER },
    { "isv.INVALID_JSON_PARAM", NOTIFY_NEVER },
    { "isv.PARAM_LENGTH_LIMIT", NOTIFY_NEVER },
    { "isv.PARAM_NOT_SUPPORT_URL", NOTIFY_NEVER },
    { "isv.BLACK_KEY_CONTROL_LIMIT", NOTIFY_NEVER },
    { "isv.SMS_CONTENT_ILLEGAL", NOTIFY_NEVER },
};

enum notify_outcome outcome_aliyun(const char *code)
{
    for (size_t i = 0; i < sizeof ALIYUN / sizeof *ALIYUN; i++)
        if (strcmp(ALIYUN[i].code, code) == 0)
            return ALIYUN[i].outcome;
    return NOTIFY_LATER;
}

int64_t outcome_retry_after(bool urgent, int attempts, int64_t age_micros)
{
    static const int64_t WAIT[] = { CLOCK_MINUTE, 5 * CLOCK_MINUTE, 15 * CLOCK_MINUTE, CLOCK_HOUR, 4 * CLOCK_HOUR };
    const int last = (int)(sizeof WAIT / sizeof *WAIT) - 1;
    /* A one-time code is worth nothing after ten minutes. */
    int64_t wait = urgent ? 15 * CLOCK_SECOND : WAIT[attempts - 1 > last ? last : attempts - 1];
    int64_t oldest = urgent ? 10 * CLOCK_MINUTE : 3 * CLOCK_DAY;
    return age_micros + wait > oldest ? -1 : wait;
}

instant outcome_window(instant now, int from_hour, int until_hour)
{
    struct civil c = clock_beijing(now);
    if (c.hour >= from_hour && c.hour < until_hour)
        return now;
    day d = clock_day_beijing(now) + (c.hour >= until_hour ? 1 : 0);
    return clock_day_start(d) + from_hour * CLOCK_HOUR;
}
