/* states_words: what the rules' bits say in a sentence. A bit of the tables that has no words here ends the program. */
#include "states.h"

#include "assist_move.h"
#include "candidacy.h"
#include "log.h"
#include "objection.h"

struct bit_words { enum states_bits kind; uint32_t bit; const char *text; };

static const struct bit_words all[] = {
    { STATES_NEEDS, OBJECTION_NEED_TOLD, "words for the objector" },
    { STATES_OWN_NEEDS, OBJECTION_NEED_TOLD, "his words" },
    { STATES_NEEDS, OBJECTION_NEED_NOTE, "words for the file" },
    { STATES_NEEDS, OBJECTION_NEED_CODE, "a reason code" },
    { STATES_NEEDS, OBJECTION_NEED_CASE, "the number of another case of the same candidate" },
    { STATES_NEEDS, OBJECTION_NEED_PAIR, "two investigators" },
    { STATES_NEEDS, OBJECTION_NEED_FINDINGS, "a finding for every ground, and the result" },
    { STATES_OBJECTION_GUARDS, OBJECTION_GUARD_CLEAN, "free of ties" },
    { STATES_OBJECTION_GUARDS, OBJECTION_GUARD_NOT_ENTERER, "not by who typed it in" },
    { STATES_OBJECTION_GUARDS, OBJECTION_GUARD_NOT_DRAFTER, "not by who drafted the decision" },
    { STATES_OBJECTION_GUARDS, OBJECTION_GUARD_OTHER_PEOPLE, "by none who had a hand in the decision" },
    { STATES_OBJECTION_GUARDS, OBJECTION_GUARD_FIRST_SUPPLEMENT, "once only" },
    { STATES_OBJECTION_GUARDS, OBJECTION_GUARD_FIRST_EXTENSION, "once only" },
    { STATES_OBJECTION_GUARDS, OBJECTION_GUARD_FIRST_REVIEW, "once only" },
    { STATES_OBJECTION_GUARDS, OBJECTION_GUARD_ASSIST_ENDED, "no request to a union is open" },
    { STATES_OBJECTION_GUARDS, OBJECTION_GUARD_TERM_OVER, "the term is over" },
    { STATES_OBJECTION_GUARDS, OBJECTION_GUARD_TERM_RUNS, "within the term" },
    { STATES_OBJECTION_GUARDS, OBJECTION_GUARD_BACK, "back to where it was" },
    { STATES_OBJECTION_GUARDS, OBJECTION_GUARD_WAS_REFUSED, "what is reviewed is a refusal" },
    { STATES_ASSIST_GUARDS, ASSIST_GUARD_CLEAN, "free of ties" },
    { STATES_ASSIST_GUARDS, ASSIST_GUARD_NOT_DRAFTER, "not by who wrote the abstract" },
    { STATES_ASSIST_GUARDS, ASSIST_GUARD_NOT_ACCUSED, "the union is not itself accused" },
    { STATES_ASSIST_GUARDS, ASSIST_GUARD_FIRST_TIME, "once only" },
    { STATES_ASSIST_GUARDS, ASSIST_GUARD_TERM_OVER, "the term is over" },
    { STATES_ASSIST_GUARDS, ASSIST_GUARD_DAY_LATE, "the term is over for a whole working day" },
    { STATES_ASSIST_GUARDS, ASSIST_GUARD_SIGNED, "signed for" },
    { STATES_ASSIST_GUARDS, ASSIST_GUARD_UNSIGNED, "not signed for yet" },
    { STATES_ASSIST_GUARDS, ASSIST_GUARD_CASE_ASKS, "the case is accepted or investigated" },
    { STATES_ASSIST_GUARDS, ASSIST_GUARD_CASE_ENDED, "the case is no longer under way" },
    { STATES_CANDIDACY_GUARDS, CANDIDACY_GUARD_CLEAN, "free of ties" },
    { STATES_CANDIDACY_GUARDS, CANDIDACY_GUARD_PERIOD_OVER, "the printed end has passed" },
    { STATES_CANDIDACY_GUARDS, CANDIDACY_GUARD_NONE_OPEN, "no objection is under way" },
    { STATES_CANDIDACY_GUARDS, CANDIDACY_GUARD_ACCEPTED, "an objection was accepted and is under way" },
    { STATES_CANDIDACY_GUARDS, CANDIDACY_GUARD_PARTLY, "one was found right, wholly or in part" },
    { STATES_CANDIDACY_GUARDS, CANDIDACY_GUARD_SUSTAINED, "one was found right" },
    { STATES_CANDIDACY_GUARDS, CANDIDACY_GUARD_NONE_RIGHT, "none was found right, or what was right is corrected" },
    { STATES_CANDIDACY_GUARDS, CANDIDACY_GUARD_NOMINATION, "stands on the 提名奖 list" },
    { STATES_CANDIDACY_GUARDS, CANDIDACY_GUARD_VACANCY, "a place fell free" },
    { STATES_TOLD, OBJECTION_TELL_OBJECTOR, "objector" },
    { STATES_TOLD, OBJECTION_TELL_UNION, "union" },
    { STATES_TOLD, OBJECTION_TELL_CANDIDATE, "candidate (result only)" },
};

static const char *words_of(enum states_bits kind, uint32_t bit)
{
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        if (all[i].kind == kind && all[i].bit == bit)
            return all[i].text;
    log_die("bit %u of kind %d has no words in docs/states_words.c", (unsigned)bit, (int)kind);
}

const char *states_say(struct mem *m, enum states_bits kind, uint32_t bits)
{
    const char *text = "";
    for (uint32_t bit = 1; bit && bit <= bits; bit <<= 1)
        if (bits & bit)
            text = mem_printf(m, "%s%s%s", text, text[0] ? "; " : "", words_of(kind, bit));
    return text;
}

const char *states_term(enum term t)
{
    static const char *const text[TERM__MAX] = {
        [TERM_ENTRY] = "a second reader checks what was typed in", [TERM_IDENTITY] = "who the objector is", [TERM_REVIEW] = "accept or not",
        [TERM_SUPPLEMENT] = "the objector supplies what is missing", [TERM_INVESTIGATE] = "find out what is true, from acceptance",
        [TERM_EXTENSION] = "more time for that, counted on from the old end", [TERM_DECIDE] = "approve a drafted decision",
        [TERM_NOTIFY] = "tell everybody", [TERM_APPEAL] = "ask for a review", [TERM_REDECIDE] = "decide the review",
        [TERM_CLUE] = "look at a clue", [TERM_ASSIST] = "a union answers", [TERM_ASSIST_MORE] = "a union was given more time",
    };
    if (!text[t])
        log_die("%s has no words in docs/states_words.c", term_find(t)->word);
    return text[t];
}

const char *states_clock(struct mem *m, enum term_act act, enum term term)
{
    switch (act) {
    case TERM_ACT_START: return mem_printf(m, "starts %s", term_find(term)->word);
    case TERM_ACT_STOP: return "ends";
    case TERM_ACT_PAUSE: return "stands still";
    case TERM_ACT_RESUME: return "runs on";
    case TERM_ACT_KEEP: return "as it was";
    default: log_die("a clock does %d, which has no words in docs/states_words.c", (int)act);
    }
}
