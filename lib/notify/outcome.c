/* outcome: see outcome.h. Tables and arithmetic, no I/O. */
#include "outcome.h"

#include <string.h>

#define URGENT_FOR (10 * CLOCK_MINUTE) /* as long as a one-time code can be used */

enum notify_outcome outcome_smtp(int reply, enum outcome_smtp_at at)
{
    if (at == OUTCOME_SMTP_BEFORE)
        return NOTIFY_LATER;
    if (reply >= 500 && reply < 600)
        return NOTIFY_NEVER;
    if (at == OUTCOME_SMTP_RECIPIENT || (reply >= 400 && reply < 500))
        return NOTIFY_LATER;
    /* 354 is the server's last word before the text: the final one did not come. */
    return reply >= 200 && reply < 300 ? NOTIFY_SENT : NOTIFY_UNCERTAIN;
}

enum notify_outcome outcome_http(long status, bool sent_request)
{
    /* Taken over with a word that cannot be read, or broken under way; 503 and what is below 500 say that it was not taken. */
    bool may_have_gone = status == 0 || (status >= 200 && status < 300) || (status >= 500 && status != 503);
    return sent_request && may_have_gone ? NOTIFY_UNCERTAIN : NOTIFY_LATER;
}

struct code { const char *code; enum notify_outcome outcome; };

static const struct code ALIYUN[] = {
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
    /* libcurl repeats a request by itself when a kept connection breaks: its first copy did arrive, with an outcome that nobody heard. */
    { "SignatureNonceUsed", NOTIFY_UNCERTAIN },
};

/* What holds for a whole family ends in a dot and stands behind its exceptions. */
static const struct code TENCENT[] = {
    { "Ok", NOTIFY_SENT },
    { "FailedOperation.ContainSensitiveWord", NOTIFY_NEVER },
    { "FailedOperation.PhoneNumberInBlacklist", NOTIFY_NEVER },
    { "FailedOperation.FailResolvePacket", NOTIFY_NEVER },
    { "InvalidParameterValue.SdkAppIdNotExist", NOTIFY_LATER },
    { "InvalidParameterValue.", NOTIFY_NEVER },
    /* Signature and template are the operator's to mend; ceilings, rights and the gateway's own troubles pass. */
    { "FailedOperation.", NOTIFY_LATER },
    { "LimitExceeded.", NOTIFY_LATER },
    { "UnauthorizedOperation.", NOTIFY_LATER },
    { "AuthFailure.", NOTIFY_LATER },
    { "InternalError.", NOTIFY_LATER },
};

/* A code nobody knows is LATER: a person sees it pile up, nothing is lost. */
static enum notify_outcome find(const struct code *rows, size_t count, const char *code)
{
    for (size_t i = 0; i < count; i++) {
        size_t n = strlen(rows[i].code);
        bool family = rows[i].code[n - 1] == '.';
        if (family ? strncmp(rows[i].code, code, n) == 0 : strcmp(rows[i].code, code) == 0)
            return rows[i].outcome;
    }
    return NOTIFY_LATER;
}

enum notify_outcome outcome_aliyun(const char *code)
{
    return find(ALIYUN, sizeof ALIYUN / sizeof *ALIYUN, code);
}

enum notify_outcome outcome_tencent(const char *code)
{
    return find(TENCENT, sizeof TENCENT / sizeof *TENCENT, code);
}

int64_t outcome_retry_after(bool urgent, int attempts, int64_t age_micros)
{
    static const int64_t WAIT[] = { CLOCK_MINUTE, 5 * CLOCK_MINUTE, 15 * CLOCK_MINUTE, CLOCK_HOUR, 4 * CLOCK_HOUR };
    const int last = (int)(sizeof WAIT / sizeof *WAIT) - 1;
    int64_t wait = urgent ? 15 * CLOCK_SECOND : WAIT[attempts - 1 > last ? last : attempts - 1];
    int64_t oldest = urgent ? URGENT_FOR : 3 * CLOCK_DAY;
    return age_micros + wait > oldest ? -1 : wait;
}

int64_t outcome_uncertain_after(bool urgent)
{
    return urgent ? CLOCK_MINUTE : 10 * CLOCK_MINUTE;
}

bool outcome_stale(bool urgent, int64_t age_micros)
{
    return urgent && age_micros >= URGENT_FOR;
}

instant outcome_window(instant now, int from_hour, int until_hour)
{
    struct civil c = clock_beijing(now);
    if (c.hour >= from_hour && c.hour < until_hour)
        return now;
    day d = clock_day_beijing(now) + (c.hour >= until_hour ? 1 : 0);
    return clock_day_start(d) + from_hour * CLOCK_HOUR;
}
