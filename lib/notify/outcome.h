/* outcome: all policy of sending in one place: what a reply means, when to try again, when to give up. Sources: RFC 5321 reply
 * classes; the gateway's error list in domain.md 6.1; stack.md 6 for what libcurl's errors mean. */
#ifndef GS_NOTIFY_OUTCOME_H
#define GS_NOTIFY_OUTCOME_H

#include <stdbool.h>

#include "clock.h"
#include "notify.h"

/* `reply` is the last SMTP reply code (0: none), `after_data` true when the text had been handed over whole. */
enum notify_outcome outcome_smtp(int reply, bool connected, bool after_data);
/* An HTTPS gateway: status 0 means that no answer came; `sent_request` whether the request had left. */
enum notify_outcome outcome_http(long status, bool sent_request);
/* The "Code" of Aliyun's SendSms. Unknown codes are LATER: a person will see them pile up, nothing is lost. */
enum notify_outcome outcome_aliyun(const char *code);

/* How long to wait before attempt n+1 (n >= 1), or -1 to give up because the message is older than its kind allows. */
int64_t outcome_retry_after(bool urgent, int attempts, int64_t age_micros);
#define OUTCOME_UNCERTAIN_WAIT (10 * CLOCK_MINUTE)
/* The next instant at which an SMS that is not urgent may leave: `now` itself inside [from, until) o'clock Beijing. */
instant outcome_window(instant now, int from_hour, int until_hour);

#endif
