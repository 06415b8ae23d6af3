/* incoming: see incoming.h. */
#include "incoming.h"

#include "word.h"

static const char *const words[INCOMING_CHANNEL__MAX] = {
    [INCOMING_ONLINE] = "ONLINE", [INCOMING_LETTER] = "LETTER", [INCOMING_CALL] = "CALL", [INCOMING_VISIT] = "VISIT" };

const char *incoming_word(enum incoming_channel channel)
{
    return word_at(words, INCOMING_CHANNEL__MAX, channel);
}

bool incoming_read(const char *word, enum incoming_channel *out)
{
    unsigned value;
    bool known = word_read(words, INCOMING_CHANNEL__MAX, word, &value);
    if (known)
        *out = (enum incoming_channel)value;
    return known;
}

bool incoming_check(const struct incoming *in, day today, struct fail *f)
{
    if (in->received > today)
        return fail_field(f, "received_day", "received_ahead");
    if (in->postmark && in->channel != INCOMING_LETTER)
        return fail_field(f, "postmark_day", "postmark_of_letter");
    return !in->postmark || in->postmark <= in->received || fail_field(f, "postmark_day", "postmark_after");
}

enum incoming_when incoming_when(const struct incoming *in, const struct incoming_period *periods, size_t count)
{
    day counts = in->postmark ? in->postmark : in->received;
    enum incoming_when when = INCOMING_EARLY;
    for (size_t i = 0; i < count; i++) {
        /* One who had the list before it was published and wrote then is not too early when it arrives. */
        if (in->received >= periods[i].open && counts <= periods[i].close)
            return INCOMING_IN_TIME;
        if (in->received >= periods[i].open)
            when = INCOMING_LATE;
    }
    return when;
}
