/* roster_word: the words of faults, levels and awards: keys of templates/lang and what the database stores. */
#include <string.h>

#include "roster.h"

static const char *const faults[ROSTER_FAULT__MAX] = {
    [ROSTER_FILE_EMPTY] = "file_empty", [ROSTER_FILE_LARGE] = "file_large", [ROSTER_FILE_EXCEL] = "file_excel", [ROSTER_FILE_NO_LIST] = "file_no_list",
    [ROSTER_FILE_NOT_TEXT] = "file_not_text", [ROSTER_FILE_GB18030] = "file_gb18030", [ROSTER_TOO_MANY_ROWS] = "too_many_rows",
    [ROSTER_QUOTES] = "quotes", [ROSTER_COLUMN_MISSING] = "column_missing", [ROSTER_COLUMN_TWICE] = "column_twice",
    [ROSTER_COLUMN_UNKNOWN] = "column_unknown", [ROSTER_CELLS] = "cells", [ROSTER_EMPTY] = "empty", [ROSTER_LONG] = "long",
    [ROSTER_CONTROL] = "control", [ROSTER_INVISIBLE] = "invisible", [ROSTER_PRIVATE] = "private", [ROSTER_BLANKS] = "blanks",
    [ROSTER_DOT] = "dot", [ROSTER_WIDTH] = "width", [ROSTER_NUMBER_ODD] = "number_odd", [ROSTER_UNION_UNKNOWN] = "union_unknown",
    [ROSTER_UNION_READ] = "union_read", [ROSTER_AWARD_UNKNOWN] = "award_unknown", [ROSTER_AWARD_READ] = "award_read",
    [ROSTER_TWICE] = "twice", [ROSTER_NAMESAKE] = "namesake",
};

static const char *const levels[ROSTER_LEVEL__MAX] = { "mended", "look", "error" };
static const char *const awards[ROSTER_AWARD__MAX] = { "CRAFTSMAN", "NOMINATION" };

const char *roster_fault_word(enum roster_fault fault)
{
    return fault < ROSTER_FAULT__MAX ? faults[fault] : "";
}

const char *roster_level_word(enum roster_level level)
{
    return level < ROSTER_LEVEL__MAX ? levels[level] : "";
}

const char *roster_award_word(enum roster_award award)
{
    return award < ROSTER_AWARD__MAX ? awards[award] : "";
}

bool roster_award_read(const char *word, enum roster_award *out)
{
    for (int i = 0; i < ROSTER_AWARD__MAX; i++)
        if (strcmp(awards[i], word) == 0) {
            *out = (enum roster_award)i;
            return true;
        }
    return false;
}
