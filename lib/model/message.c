/* message: the table of events. */
#include "message.h"

#include <string.h>

static const struct message_row rows[MESSAGE_EVENT__MAX] = {
    {MESSAGE_NOTICE_PUBLISHED, "notice_published", MESSAGE_TO_UNION, false, MESSAGE_BY_DAY, 7 * CLOCK_DAY, 0, "slug|title|opens|closes|count",
     "count|closes|slug"},
    {MESSAGE_NOTICE_CORRECTED, "notice_corrected", MESSAGE_TO_UNION, false, MESSAGE_BY_DAY, 7 * CLOCK_DAY, 0, "slug|title|reason|version",
     "slug"},
    {MESSAGE_NOTICE_FINAL, "notice_final", MESSAGE_TO_UNION, false, MESSAGE_BY_DAY, 7 * CLOCK_DAY, 0, "slug|title",
     "slug"},
    {MESSAGE_ASSIST_REQUESTED, "assist_requested", MESSAGE_TO_UNION, false, MESSAGE_BY_DAY, 3 * CLOCK_DAY, 0, "slug|due",
     "due|slug"},
    {MESSAGE_ASSIST_CHANGED, "assist_changed", MESSAGE_TO_UNION, false, MESSAGE_BY_DAY, 3 * CLOCK_DAY, 0, "slug",
     "slug"},
    {MESSAGE_ASSIST_REMINDER, "assist_reminder", MESSAGE_TO_UNION, false, MESSAGE_ON_WORKDAYS, CLOCK_DAY, 1, "slug|due",
     "due|slug"},
    {MESSAGE_ASSIST_OVERDUE, "assist_overdue", MESSAGE_TO_UNION, false, MESSAGE_ON_WORKDAYS, 2 * CLOCK_DAY, 1, "slug|due",
     "due|slug"},
    {MESSAGE_CASE_TOLD, "case_told", MESSAGE_TO_UNION, false, MESSAGE_BY_DAY, 7 * CLOCK_DAY, 0, "slug",
     "slug"},
    {MESSAGE_REQUEST_LATE, "request_late", MESSAGE_TO_OFFICE, false, MESSAGE_BY_DAY, 2 * CLOCK_DAY, 0, "",
     ""},
    {MESSAGE_OFFICE_LATE, "office_late", MESSAGE_TO_OFFICE, false, MESSAGE_ON_WORKDAYS, CLOCK_DAY, 1, "count",
     "count"},
    {MESSAGE_DIGEST, "digest", MESSAGE_TO_UNION, false, MESSAGE_BY_DAY, 2 * CLOCK_DAY, 0, "slug|count",
     "count|slug"},
    {MESSAGE_UNION_CODE, "union_code", MESSAGE_TO_UNION, true, MESSAGE_AT_ONCE, MESSAGE_CODE_MINUTES * CLOCK_MINUTE, 0, "",
     "code"},
    {MESSAGE_OBJECTION_NEWS, "objection_news", MESSAGE_TO_OBJECTOR, false, MESSAGE_BY_DAY, 7 * CLOCK_DAY, 0, "",
     "number"},
};

const struct message_row *message_row(enum message_event event)
{
    return &rows[event];
}

bool message_read(const char *word, enum message_event *out)
{
    for (size_t i = 0; i < MESSAGE_EVENT__MAX; i++)
        if (strcmp(rows[i].word, word) == 0) {
            *out = rows[i].event;
            return true;
        }
    return false;
}

const struct message_row *message_kind(const char *word)
{
    static const struct message_row unknown = { .word = "", .when = MESSAGE_BY_DAY, .age = 3 * CLOCK_DAY, .params = "", .gateway = "" };
    enum message_event event;
    return message_read(word, &event) ? &rows[event] : &unknown;
}

static const char *const langs[MESSAGE_LANG__MAX] = { [MESSAGE_ZH] = "zh-CN", [MESSAGE_EN] = "en" };

const char *message_lang_word(enum message_lang lang)
{
    return langs[lang];
}

bool message_lang_read(const char *word, enum message_lang *out)
{
    for (size_t i = 0; i < MESSAGE_LANG__MAX; i++)
        if (strcmp(langs[i], word) == 0) {
            *out = (enum message_lang)i;
            return true;
        }
    return false;
}

char *message_names(struct mem *m, enum message_event event)
{
    static const char *const KNOWN[] = { [MESSAGE_TO_UNION] = "union|contact", [MESSAGE_TO_OBJECTOR] = "number|track_link",
                                         [MESSAGE_TO_OFFICE] = "staff_link" };
    const struct message_row *row = &rows[event];
    const char *params = row->params;
    bool letter = strncmp(params, "slug", 4) == 0;
    if (letter)
        params += params[4] == '|' ? 5 : 4;
    return mem_printf(m, "%s%s%s%s%s|organiser|phone", params, *params != '\0' ? "|" : "", KNOWN[row->to],
                      letter ? "|letter_link" : "", event == MESSAGE_UNION_CODE ? "|code" : "");
}
