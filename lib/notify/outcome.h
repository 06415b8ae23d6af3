/* outcome: what a reply means, in one place; what time does to a message is lib/model/pace. Sources: RFC 5321 reply
 * classes; the gateways' error lists in domain.md 6.1 and 6.2; stack.md 6 for what libcurl's errors mean. */
#ifndef GS_NOTIFY_OUTCOME_H
#define GS_NOTIFY_OUTCOME_H

#include <stdbool.h>

#include "clock.h"
#include "notify.h"

/* How far a conversation with a mail server had come. What is refused before the recipient was named (greeting, TLS, sign-in, sender) is
 * about the server or our settings and holds for every mail: it never condemns this one. */
enum outcome_smtp_at {
    OUTCOME_SMTP_BEFORE,
    OUTCOME_SMTP_RECIPIENT, /* named; the text had not been handed over whole */
    OUTCOME_SMTP_TEXT       /* the text had been handed over whole: only the server's word is missing */
};
/* `reply` is the last SMTP reply code (0: none), `curl` libcurl's error, which counts where no reply decides. */
enum notify_outcome outcome_smtp(int reply, enum outcome_smtp_at at, int curl);
/* An HTTPS gateway whose answer holds no word of its own: status 0 means that none came; `sent_request` whether the request had left:
 * what had not is libcurl's error alone. */
enum notify_outcome outcome_http(long status, bool sent_request, int curl);
/* The "Code" of Aliyun's SendSms. Unknown codes are LATER: a person will see them pile up, nothing is lost. */
enum notify_outcome outcome_aliyun(const char *code);
/* The "Code" of Tencent's SendSms: of one number, or of the whole call. Unknown ones as above. */
enum notify_outcome outcome_tencent(const char *code);

/* The table itself, for its test: whose words (bits), the word, a family with a star at its end. The first row that fits holds. */
enum outcome_whose {
    OUTCOME_OF_SMTP = 1, /* << enum outcome_smtp_at */
    OUTCOME_OF_HTTP = 8,
    OUTCOME_OF_CURL = 16,
    OUTCOME_OF_ALIYUN = 32,
    OUTCOME_OF_TENCENT = 64
};
struct outcome_row { unsigned whose; const char *word; enum notify_outcome outcome; };
const struct outcome_row *outcome_rows(size_t *count);

/* How long an uncertain message waits for its one repetition: time for the first to show up. A one-time code does no harm twice and is of
 * no use later, so it waits for the gateway's minute alone. */
int64_t outcome_uncertain_after(bool urgent);
/* How long a message waits while our settings are wrong: that says nothing about it, and it is tried as long as its kind allows. */
int64_t outcome_alarm_after(bool urgent);

#endif
