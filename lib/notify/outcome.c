/* outcome: see outcome.h. Tables and arithmetic, no I/O. */
#include "outcome.h"

#include <curl/curl.h>
#include <stdio.h>
#include <string.h>

enum {
    BEFORE = OUTCOME_OF_SMTP << OUTCOME_SMTP_BEFORE,
    RECIPIENT = OUTCOME_OF_SMTP << OUTCOME_SMTP_RECIPIENT,
    TEXT = OUTCOME_OF_SMTP << OUTCOME_SMTP_TEXT,
    SMTP = BEFORE | RECIPIENT | TEXT,
    HTTP = OUTCOME_OF_HTTP,
    NETWORK = OUTCOME_OF_CURL,
    ALIYUN = OUTCOME_OF_ALIYUN,
    TENCENT = OUTCOME_OF_TENCENT
};

/* The number is what a row is found by, the name what it means: the compiler holds them together. */
#define CURL_ROW(name, n, outcome) { NETWORK + 0 * sizeof(char[(int)CURLE_##name == (n) ? 1 : -1]), #n, outcome }

/* What holds for a family stands behind its exceptions. */
static const struct outcome_row ROWS[] = {
    /* SMTP (RFC 5321, 4954, 3207): signing in and TLS, at whatever command the server asks for them. */
    { SMTP, "432", NOTIFY_ALARM },  /* the password must be changed */
    { SMTP, "454", NOTIFY_LATER },  /* TLS or signing in does not work at the moment */
    { SMTP, "523", NOTIFY_ALARM },  { SMTP, "524", NOTIFY_ALARM }, { SMTP, "525", NOTIFY_ALARM },
    { SMTP, "530", NOTIFY_ALARM },  /* sign in first, or STARTTLS first */
    { SMTP, "534", NOTIFY_ALARM },  { SMTP, "535", NOTIFY_ALARM }, { SMTP, "538", NOTIFY_ALARM },
    /* What is refused before the recipient is named holds for every mail: greeting, name, sender. */
    { BEFORE, "4*", NOTIFY_LATER }, { BEFORE, "5*", NOTIFY_ALARM },
    /* Commands that the server does not know or not here: we speak wrongly, whoever the recipient is. */
    { RECIPIENT, "500", NOTIFY_ALARM }, { RECIPIENT, "502", NOTIFY_ALARM }, { RECIPIENT, "503", NOTIFY_ALARM },
    { RECIPIENT, "504", NOTIFY_ALARM }, { RECIPIENT, "4*", NOTIFY_LATER }, { RECIPIENT, "5*", NOTIFY_NEVER },
    { TEXT, "2*", NOTIFY_SENT },        { TEXT, "4*", NOTIFY_LATER },      { TEXT, "5*", NOTIFY_NEVER },
    { TEXT, "*", NOTIFY_UNCERTAIN },    /* 354 is the server's last word before the text: the final one did not come */

    /* HTTP without a word of the gateway's own. What is taken over unreadably or broke under way may have gone. */
    { HTTP, "0", NOTIFY_UNCERTAIN },  { HTTP, "2*", NOTIFY_UNCERTAIN },
    { HTTP, "3*", NOTIFY_ALARM },     /* nothing is followed: the address is not the gateway's */
    { HTTP, "408", NOTIFY_LATER },    { HTTP, "421", NOTIFY_LATER }, { HTTP, "425", NOTIFY_LATER }, { HTTP, "429", NOTIFY_LATER },
    { HTTP, "4*", NOTIFY_ALARM },     { HTTP, "501", NOTIFY_ALARM }, { HTTP, "503", NOTIFY_LATER }, { HTTP, "505", NOTIFY_ALARM },
    { HTTP, "5*", NOTIFY_UNCERTAIN },

    /* libcurl, before anything of the message had left. The network's troubles pass; who the other side is does not mend itself. */
    CURL_ROW(UNSUPPORTED_PROTOCOL, 1, NOTIFY_ALARM),   CURL_ROW(URL_MALFORMAT, 3, NOTIFY_ALARM),
    CURL_ROW(NOT_BUILT_IN, 4, NOTIFY_ALARM),           CURL_ROW(COULDNT_RESOLVE_HOST, 6, NOTIFY_LATER),
    CURL_ROW(COULDNT_CONNECT, 7, NOTIFY_LATER),        CURL_ROW(WEIRD_SERVER_REPLY, 8, NOTIFY_LATER),
    CURL_ROW(REMOTE_ACCESS_DENIED, 9, NOTIFY_ALARM),   CURL_ROW(OUT_OF_MEMORY, 27, NOTIFY_LATER),
    CURL_ROW(OPERATION_TIMEDOUT, 28, NOTIFY_LATER),    CURL_ROW(SSL_CONNECT_ERROR, 35, NOTIFY_LATER),
    CURL_ROW(GOT_NOTHING, 52, NOTIFY_LATER),           CURL_ROW(SSL_ENGINE_NOTFOUND, 53, NOTIFY_ALARM),
    CURL_ROW(SSL_ENGINE_SETFAILED, 54, NOTIFY_ALARM),  CURL_ROW(SEND_ERROR, 55, NOTIFY_LATER),
    CURL_ROW(RECV_ERROR, 56, NOTIFY_LATER),            CURL_ROW(SSL_CERTPROBLEM, 58, NOTIFY_ALARM),
    CURL_ROW(SSL_CIPHER, 59, NOTIFY_ALARM),            CURL_ROW(PEER_FAILED_VERIFICATION, 60, NOTIFY_ALARM),
    CURL_ROW(USE_SSL_FAILED, 64, NOTIFY_ALARM),        CURL_ROW(SSL_ENGINE_INITFAILED, 66, NOTIFY_ALARM),
    CURL_ROW(LOGIN_DENIED, 67, NOTIFY_ALARM),          CURL_ROW(SSL_CACERT_BADFILE, 77, NOTIFY_ALARM),
    CURL_ROW(SSL_CRL_BADFILE, 82, NOTIFY_ALARM),       CURL_ROW(SSL_ISSUER_ERROR, 83, NOTIFY_ALARM),
    CURL_ROW(SSL_PINNEDPUBKEYNOTMATCH, 90, NOTIFY_ALARM), CURL_ROW(SSL_INVALIDCERTSTATUS, 91, NOTIFY_ALARM),
    CURL_ROW(AUTH_ERROR, 94, NOTIFY_ALARM),            CURL_ROW(SSL_CLIENTCERT, 98, NOTIFY_ALARM),

    /* Aliyun (domain.md 6.1). */
    { ALIYUN, "OK", NOTIFY_SENT },
    { ALIYUN, "isv.BUSINESS_LIMIT_CONTROL", NOTIFY_LATER },    { ALIYUN, "isv.DAY_LIMIT_CONTROL", NOTIFY_LATER },
    { ALIYUN, "isv.MONTH_LIMIT_CONTROL", NOTIFY_LATER },       { ALIYUN, "isp.SYSTEM_ERROR", NOTIFY_LATER },
    { ALIYUN, "Throttling*", NOTIFY_LATER },                   { ALIYUN, "ServiceUnavailable*", NOTIFY_LATER },
    { ALIYUN, "isv.AMOUNT_NOT_ENOUGH", NOTIFY_ALARM },         { ALIYUN, "isv.OUT_OF_SERVICE", NOTIFY_ALARM },
    { ALIYUN, "isv.ACCOUNT_*", NOTIFY_ALARM },                 { ALIYUN, "isv.PRODUCT_UN_SUBSCRIPT", NOTIFY_ALARM },
    { ALIYUN, "isp.RAM_PERMISSION_DENY", NOTIFY_ALARM },       { ALIYUN, "isv.DENY_IP_RANGE", NOTIFY_ALARM },
    { ALIYUN, "isv.SMS_TEMPLATE_ILLEGAL", NOTIFY_ALARM },      { ALIYUN, "isv.SMS_SIGNATURE_ILLEGAL", NOTIFY_ALARM },
    { ALIYUN, "isv.SMS_SIGNATURE_SCENE_ILLEGAL", NOTIFY_ALARM }, { ALIYUN, "isv.SIGN_STATE_ILLEGAL", NOTIFY_ALARM },
    { ALIYUN, "isv.TEMPLATE_MISSING_PARAMETERS", NOTIFY_ALARM }, { ALIYUN, "isv.EXTEND_CODE_ERROR", NOTIFY_ALARM },
    { ALIYUN, "isv.SMS_SIGN_ILLEGAL", NOTIFY_ALARM },
    { ALIYUN, "isv.MOBILE_NUMBER_ILLEGAL", NOTIFY_NEVER },     { ALIYUN, "isv.MOBILE_COUNT_OVER_LIMIT", NOTIFY_NEVER },
    { ALIYUN, "isv.INVALID_PARAMETERS", NOTIFY_NEVER },        { ALIYUN, "isv.INVALID_JSON_PARAM", NOTIFY_NEVER },
    { ALIYUN, "isv.PARAM_LENGTH_LIMIT", NOTIFY_NEVER },        { ALIYUN, "isv.PARAM_NOT_SUPPORT_URL", NOTIFY_NEVER },
    { ALIYUN, "isv.BLACK_KEY_CONTROL_LIMIT", NOTIFY_NEVER },   { ALIYUN, "isv.SMS_CONTENT_ILLEGAL", NOTIFY_NEVER },
    /* libcurl repeats a request by itself when a kept connection breaks: its first copy did arrive, with an outcome that nobody heard. */
    { ALIYUN, "SignatureNonceUsed", NOTIFY_UNCERTAIN },
    /* Before the gateway looks at a message: our key, our clock, our call. */
    { ALIYUN, "Signature*", NOTIFY_ALARM },                    { ALIYUN, "IncompleteSignature", NOTIFY_ALARM },
    { ALIYUN, "InvalidAccessKeyId*", NOTIFY_ALARM },           { ALIYUN, "InvalidTimeStamp*", NOTIFY_ALARM },
    { ALIYUN, "InvalidAction*", NOTIFY_ALARM },                { ALIYUN, "InvalidVersion*", NOTIFY_ALARM },
    { ALIYUN, "Forbidden*", NOTIFY_ALARM },                    { ALIYUN, "NoPermission*", NOTIFY_ALARM },
    { ALIYUN, "Missing*", NOTIFY_ALARM },

    /* Tencent (domain.md 6.2). */
    { TENCENT, "Ok", NOTIFY_SENT },
    { TENCENT, "FailedOperation.ContainSensitiveWord", NOTIFY_NEVER },
    { TENCENT, "FailedOperation.PhoneNumberInBlacklist", NOTIFY_NEVER },
    { TENCENT, "FailedOperation.FailResolvePacket", NOTIFY_NEVER },
    { TENCENT, "FailedOperation.Signature*", NOTIFY_ALARM },   { TENCENT, "FailedOperation.Template*", NOTIFY_ALARM },
    { TENCENT, "FailedOperation.InsufficientBalance*", NOTIFY_ALARM },
    { TENCENT, "FailedOperation.*", NOTIFY_LATER },
    { TENCENT, "LimitExceeded.*", NOTIFY_LATER },              { TENCENT, "RequestLimitExceeded*", NOTIFY_LATER },
    { TENCENT, "InternalError*", NOTIFY_LATER },
    { TENCENT, "InvalidParameterValue.SdkAppIdNotExist", NOTIFY_ALARM },
    { TENCENT, "InvalidParameterValue.IncorrectPhoneNumber", NOTIFY_NEVER },
    { TENCENT, "InvalidParameterValue.ContentLengthLimit", NOTIFY_NEVER },
    { TENCENT, "InvalidParameterValue.*", NOTIFY_NEVER },
    { TENCENT, "UnauthorizedOperation.*", NOTIFY_ALARM },      { TENCENT, "AuthFailure.*", NOTIFY_ALARM },
    { TENCENT, "MissingParameter*", NOTIFY_ALARM },            { TENCENT, "InvalidAction*", NOTIFY_ALARM },
    { TENCENT, "NoSuchVersion*", NOTIFY_ALARM },               { TENCENT, "UnsupportedRegion*", NOTIFY_ALARM },
};

const struct outcome_row *outcome_rows(size_t *count)
{
    *count = sizeof ROWS / sizeof *ROWS;
    return ROWS;
}

/* What nobody knows is LATER: a person sees it pile up, nothing is lost. */
static enum notify_outcome find(unsigned whose, const char *word)
{
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        const struct outcome_row *r = &ROWS[i];
        size_t n = strlen(r->word);
        bool family = r->word[n - 1] == '*';
        if ((r->whose & whose) != 0 && (family ? strncmp(r->word, word, n - 1) == 0 : strcmp(r->word, word) == 0))
            return r->outcome;
    }
    return NOTIFY_LATER;
}

static enum notify_outcome find_number(unsigned whose, long number)
{
    char word[24];
    snprintf(word, sizeof word, "%ld", number);
    return find(whose, word);
}

enum notify_outcome outcome_smtp(int reply, enum outcome_smtp_at at, int curl)
{
    bool decides = at == OUTCOME_SMTP_TEXT || (reply >= 400 && reply < 600);
    return decides ? find_number((unsigned)OUTCOME_OF_SMTP << at, reply) : find_number(NETWORK, curl);
}

enum notify_outcome outcome_http(long status, bool sent_request, int curl)
{
    return sent_request ? find_number(HTTP, status) : find_number(NETWORK, curl);
}

enum notify_outcome outcome_aliyun(const char *code)
{
    return find(ALIYUN, code);
}

enum notify_outcome outcome_tencent(const char *code)
{
    return find(TENCENT, code);
}

int64_t outcome_uncertain_after(bool urgent)
{
    return urgent ? CLOCK_MINUTE : 10 * CLOCK_MINUTE;
}

int64_t outcome_alarm_after(bool urgent)
{
    return urgent ? 15 * CLOCK_SECOND : 5 * CLOCK_MINUTE;
}
