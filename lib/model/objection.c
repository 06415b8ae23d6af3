/* objection: the words that are stored. The table of moves stands in objection_moves.c. */
#include "objection.h"

#include <string.h>

#include "word.h"

static const struct { const char *word; enum objection_stage stage; } states[OBJECTION_STATE__MAX] = {
    [OBJECTION_REGISTERED] = { "REGISTERED", OBJECTION_OPEN },
    [OBJECTION_ENTRY_VOID] = { "ENTRY_VOID", OBJECTION_ENDED },
    [OBJECTION_SUBMITTED] = { "SUBMITTED", OBJECTION_OPEN },
    [OBJECTION_PRELIM_REVIEW] = { "PRELIM_REVIEW", OBJECTION_OPEN },
    [OBJECTION_SUPPLEMENT] = { "SUPPLEMENT", OBJECTION_OPEN },
    [OBJECTION_ABANDONED] = { "ABANDONED", OBJECTION_ENDED },
    [OBJECTION_NOT_ACCEPTED] = { "NOT_ACCEPTED", OBJECTION_ENDED },
    [OBJECTION_TRANSFERRED] = { "TRANSFERRED", OBJECTION_ENDED },
    [OBJECTION_MERGED] = { "MERGED", OBJECTION_OPEN },
    [OBJECTION_ACCEPTED] = { "ACCEPTED", OBJECTION_OPEN },
    [OBJECTION_INVESTIGATING] = { "INVESTIGATING", OBJECTION_OPEN },
    [OBJECTION_EXPERT_REVIEW] = { "EXPERT_REVIEW", OBJECTION_OPEN },
    [OBJECTION_HEARING] = { "HEARING", OBJECTION_OPEN },
    [OBJECTION_DECISION_DRAFTED] = { "DECISION_DRAFTED", OBJECTION_OPEN },
    [OBJECTION_DECIDED] = { "DECIDED", OBJECTION_OPEN },
    [OBJECTION_NOTIFIED] = { "NOTIFIED", OBJECTION_OPEN },
    [OBJECTION_REVIEW_REQUESTED] = { "REVIEW_REQUESTED", OBJECTION_OPEN },
    [OBJECTION_REVIEW_DECIDED] = { "REVIEW_DECIDED", OBJECTION_OPEN },
    [OBJECTION_SUSPENDED] = { "SUSPENDED", OBJECTION_OPEN },
    [OBJECTION_WITHDRAWN] = { "WITHDRAWN", OBJECTION_ENDED },
    [OBJECTION_CLOSED] = { "CLOSED", OBJECTION_ENDED },
    [OBJECTION_CLUE] = { "CLUE", OBJECTION_AIDE },
    [OBJECTION_LATE_RECORDED] = { "LATE_RECORDED", OBJECTION_AIDE },
    [OBJECTION_CLUE_CHECKED] = { "CLUE_CHECKED", OBJECTION_AIDE },
    [OBJECTION_CLUE_TAKEN_UP] = { "CLUE_TAKEN_UP", OBJECTION_AIDE },
    [OBJECTION_CLUE_FILED] = { "CLUE_FILED", OBJECTION_ENDED },
};

static const char *const move_words[OBJECTION_MOVE__MAX] = {
    [MOVE_CHECK_ENTRY] = "CHECK_ENTRY", [MOVE_CHECK_ENTRY_LATE] = "CHECK_ENTRY_LATE",
    [MOVE_CHECK_ENTRY_CLUE] = "CHECK_ENTRY_CLUE", [MOVE_VOID_ENTRY] = "VOID_ENTRY",
    [MOVE_CONFIRM_IDENTITY] = "CONFIRM_IDENTITY", [MOVE_DENY_IDENTITY] = "DENY_IDENTITY", [MOVE_ASK_SUPPLEMENT] = "ASK_SUPPLEMENT",
    [MOVE_SUPPLY] = "SUPPLY", [MOVE_LAPSE] = "LAPSE", [MOVE_ACCEPT] = "ACCEPT", [MOVE_REFUSE] = "REFUSE", [MOVE_TRANSFER] = "TRANSFER",
    [MOVE_MERGE] = "MERGE", [MOVE_SPLIT] = "SPLIT", [MOVE_ASSIGN] = "ASSIGN", [MOVE_EXTEND] = "EXTEND",
    [MOVE_ASK_EXPERTS] = "ASK_EXPERTS", [MOVE_EXPERTS_SPOKE] = "EXPERTS_SPOKE", [MOVE_CALL_HEARING] = "CALL_HEARING",
    [MOVE_HEARING_HELD] = "HEARING_HELD", [MOVE_DRAFT_DECISION] = "DRAFT_DECISION", [MOVE_RETURN_DECISION] = "RETURN_DECISION",
    [MOVE_DECIDE] = "DECIDE", [MOVE_NOTIFY] = "NOTIFY", [MOVE_NOTIFY_MERGED] = "NOTIFY_MERGED", [MOVE_REQUEST_REVIEW] = "REQUEST_REVIEW",
    [MOVE_REVIEW_ON_PAPER] = "REVIEW_ON_PAPER", [MOVE_DECIDE_REVIEW] = "DECIDE_REVIEW",
    [MOVE_ORDER_ACCEPTANCE] = "ORDER_ACCEPTANCE", [MOVE_CLOSE] = "CLOSE", [MOVE_SUSPEND] = "SUSPEND", [MOVE_RESUME] = "RESUME",
    [MOVE_WITHDRAW] = "WITHDRAW", [MOVE_CONTINUE] = "CONTINUE", [MOVE_CHECK_CLUE] = "CHECK_CLUE", [MOVE_TAKE_UP_CLUE] = "TAKE_UP_CLUE",
    [MOVE_FILE_CLUE] = "FILE_CLUE",
};

static const char *const kind_words[OBJECTION_KIND__MAX] = {
    [OBJECTION_PERSON] = "PERSON", [OBJECTION_UNIT] = "UNIT", [OBJECTION_ANONYMOUS] = "ANONYMOUS"};

static const struct objection_ground grounds[] = {
    {"C1", "CONDITION"}, {"C2", "CONDITION"}, {"C3", "CONDITION"}, {"C4", "CONDITION"},  {"C5", "CONDITION"},
    {"C6", "CONDITION"}, {"A1", "ADVANCED"},  {"A2", "ADVANCED"},  {"A3", "ADVANCED"},   {"A4", "ADVANCED"},
    {"X1", "EXCLUDED"},  {"X2", "EXCLUDED"},  {"X3", "EXCLUDED"},  {"X4", "EXCLUDED"},   {"UNTRUE", "OTHER"},
    {"OWNERSHIP", "OTHER"}, {"CONDUCT", "OTHER"}, {"PROCEDURE", "OTHER"}, {"TYPING", "OTHER"}, {"OTHER", "OTHER"},
};

const struct objection_ground *objection_grounds(size_t *count)
{
    *count = sizeof grounds / sizeof grounds[0];
    return grounds;
}

const char *objection_state_word(enum objection_state s)
{
    return (unsigned)s < OBJECTION_STATE__MAX ? states[s].word : NULL;
}

bool objection_state_read(const char *word, enum objection_state *out)
{
    for (unsigned s = 0; s < OBJECTION_STATE__MAX; s++)
        if (strcmp(states[s].word, word) == 0) {
            *out = (enum objection_state)s;
            return true;
        }
    return false;
}

enum objection_stage objection_state_stage(enum objection_state s)
{
    return states[s].stage;
}

const char *objection_move_word(enum objection_move m)
{
    return word_at(move_words, OBJECTION_MOVE__MAX, m);
}

bool objection_move_read(const char *word, enum objection_move *out)
{
    unsigned value;
    bool known = word_read(move_words, OBJECTION_MOVE__MAX, word, &value);
    if (known)
        *out = (enum objection_move)value;
    return known;
}

const char *objection_kind_word(enum objection_kind k)
{
    return word_at(kind_words, OBJECTION_KIND__MAX, k);
}

bool objection_kind_read(const char *word, enum objection_kind *out)
{
    unsigned value;
    bool known = word_read(kind_words, OBJECTION_KIND__MAX, word, &value);
    if (known)
        *out = (enum objection_kind)value;
    return known;
}
