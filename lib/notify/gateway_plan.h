/* gateway_plan: an SMS gateway as a file describes it (man 5 gongshi-gateway): its address, heads and body with gaps to be filled, digests
 * that it asks for, and how its answer reads. Pure: text in, text out. */
#ifndef GS_NOTIFY_GATEWAY_PLAN_H
#define GS_NOTIFY_GATEWAY_PLAN_H

#include "notify.h"

struct gateway_plan;
/* FAIL_INTERNAL "plan_wrong" says what. Everything in it is tried once, so that a gap nobody fills shows when the program starts. */
struct gateway_plan *gateway_plan_read(struct mem *m, const char *text, size_t n, struct fail *f);
const char *gateway_plan_url(const struct gateway_plan *p);

/* What fills the gaps {mobile}, {text}, {id}, {sign}, {template}, {secret}, {unix} and, of the JSON object `params`, {param.<name>}. */
struct gateway_values { const char *mobile, *text, *id, *sign, *template, *secret, *params; int64_t unix_seconds; };
struct gateway_call { const char **heads; char *body; size_t len; }; /* heads: NULL at the end */
/* FAIL_INTERNAL "plan_wrong" for an unknown gap or a head that would not be one line. */
bool gateway_plan_fill(struct mem *m, const struct gateway_plan *p, const struct gateway_values *v, struct gateway_call *out,
                       struct fail *f);

/* What an answer means; `word` is what it said, NULL if it said nothing where the plan looks; `id` what it calls the message, NULL if
 * it does not say or the plan does not ask. */
struct gateway_reading { enum notify_outcome outcome; const char *word, *id; };
void gateway_plan_outcome(struct mem *m, const struct gateway_plan *p, const char *answer, size_t n, struct gateway_reading *out);

#endif
