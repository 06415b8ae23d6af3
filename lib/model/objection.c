/* objection: the words and the table of moves. What is not in the table cannot happen. */
#include "objection.h"

#include <string.h>

#include "staff.h"

static const struct objection_move_row moves[] = {
    {MOVE_CONFIRM_IDENTITY, OBJECTION_SUBMITTED, OBJECTION_PRELIM_REVIEW, STAFF_IDENTITY, 3},
    {MOVE_DENY_IDENTITY, OBJECTION_SUBMITTED, OBJECTION_CLUE, STAFF_IDENTITY, 0},
    {MOVE_ACCEPT, OBJECTION_PRELIM_REVIEW, OBJECTION_ACCEPTED, STAFF_CASE, 15},
    {MOVE_REFUSE, OBJECTION_PRELIM_REVIEW, OBJECTION_NOT_ACCEPTED, STAFF_CASE, 0},
    {MOVE_ASK_UNION, OBJECTION_ACCEPTED, OBJECTION_ASSIST_REQUESTED, STAFF_CASE, 5},
    {MOVE_UNION_REPLIES, OBJECTION_ASSIST_REQUESTED, OBJECTION_ASSIST_REPLIED, 0, 0},
    {MOVE_DRAFT_DECISION, OBJECTION_ACCEPTED, OBJECTION_DECISION_DRAFTED, STAFF_CASE, 5},
    {MOVE_DRAFT_DECISION, OBJECTION_ASSIST_REPLIED, OBJECTION_DECISION_DRAFTED, STAFF_CASE, 5},
    /* Sent back is not accepted anew: the case team has the days of a decision, not of an investigation. */
    {MOVE_RETURN_DECISION, OBJECTION_DECISION_DRAFTED, OBJECTION_ACCEPTED, STAFF_APPROVER, 5},
    {MOVE_DECIDE, OBJECTION_DECISION_DRAFTED, OBJECTION_DECIDED, STAFF_APPROVER, 0},
};

static const char *const state_words[OBJECTION_STATE__MAX] = {
    [OBJECTION_SUBMITTED] = "SUBMITTED",
    [OBJECTION_CLUE] = "CLUE",
    [OBJECTION_LATE_RECORDED] = "LATE_RECORDED",
    [OBJECTION_PRELIM_REVIEW] = "PRELIM_REVIEW",
    [OBJECTION_ACCEPTED] = "ACCEPTED",
    [OBJECTION_NOT_ACCEPTED] = "NOT_ACCEPTED",
    [OBJECTION_ASSIST_REQUESTED] = "ASSIST_REQUESTED",
    [OBJECTION_ASSIST_REPLIED] = "ASSIST_REPLIED",
    [OBJECTION_DECISION_DRAFTED] = "DECISION_DRAFTED",
    [OBJECTION_DECIDED] = "DECIDED",
};

static const char *const move_words[OBJECTION_MOVE__MAX] = {
    [MOVE_CONFIRM_IDENTITY] = "CONFIRM_IDENTITY", [MOVE_DENY_IDENTITY] = "DENY_IDENTITY",
    [MOVE_ACCEPT] = "ACCEPT",                     [MOVE_REFUSE] = "REFUSE",
    [MOVE_ASK_UNION] = "ASK_UNION",               [MOVE_UNION_REPLIES] = "UNION_REPLIES",
    [MOVE_DRAFT_DECISION] = "DRAFT_DECISION",     [MOVE_RETURN_DECISION] = "RETURN_DECISION",
    [MOVE_DECIDE] = "DECIDE",
};

static const char *const kind_words[OBJECTION_KIND__MAX] = {
    [OBJECTION_PERSON] = "PERSON", [OBJECTION_UNIT] = "UNIT", [OBJECTION_ANONYMOUS] = "ANONYMOUS"};

static const struct objection_ground grounds[] = {
    {"C1", "CONDITION"}, {"C2", "CONDITION"}, {"C3", "CONDITION"}, {"C4", "CONDITION"},  {"C5", "CONDITION"},
    {"C6", "CONDITION"}, {"A1", "ADVANCED"},  {"A2", "ADVANCED"},  {"A3", "ADVANCED"},   {"A4", "ADVANCED"},
    {"X1", "EXCLUDED"},  {"X2", "EXCLUDED"},  {"X3", "EXCLUDED"},  {"X4", "EXCLUDED"},   {"UNTRUE", "OTHER"},
    {"OWNERSHIP", "OTHER"}, {"CONDUCT", "OTHER"}, {"PROCEDURE", "OTHER"}, {"TYPING", "OTHER"}, {"OTHER", "OTHER"},
};

const struct objection_move_row *objection_moves(size_t *count)
{
    *count = sizeof moves / sizeof moves[0];
    return moves;
}

const struct objection_move_row *objection_find_move(enum objection_move move, enum objection_state from)
{
    for (size_t i = 0; i < sizeof moves / sizeof moves[0]; i++)
        if (moves[i].move == move && moves[i].from == from)
            return &moves[i];
    return NULL;
}

const struct objection_ground *objection_grounds(size_t *count)
{
    *count = sizeof grounds / sizeof grounds[0];
    return grounds;
}

static const char *word_of(const char *const *words, size_t count, unsigned value)
{
    return value < count ? words[value] : NULL;
}

static bool read_word(const char *const *words, size_t count, const char *word, unsigned *out)
{
    for (unsigned i = 0; i < count; i++)
        if (strcmp(words[i], word) == 0) {
            *out = i;
            return true;
        }
    return false;
}

const char *objection_state_word(enum objection_state s)
{
    return word_of(state_words, OBJECTION_STATE__MAX, s);
}

bool objection_state_read(const char *word, enum objection_state *out)
{
    unsigned value;
    bool known = read_word(state_words, OBJECTION_STATE__MAX, word, &value);
    if (known)
        *out = (enum objection_state)value;
    return known;
}

const char *objection_move_word(enum objection_move m)
{
    return word_of(move_words, OBJECTION_MOVE__MAX, m);
}

const char *objection_kind_word(enum objection_kind k)
{
    return word_of(kind_words, OBJECTION_KIND__MAX, k);
}

bool objection_kind_read(const char *word, enum objection_kind *out)
{
    unsigned value;
    bool known = read_word(kind_words, OBJECTION_KIND__MAX, word, &value);
    if (known)
        *out = (enum objection_kind)value;
    return known;
}

bool objection_state_is_final(enum objection_state s)
{
    for (size_t i = 0; i < sizeof moves / sizeof moves[0]; i++)
        if (moves[i].from == s)
            return false;
    return true;
}
