/* message: the table of events. */
#include "message.h"

#include <string.h>

static const struct message_row rows[MESSAGE_EVENT__MAX] = {
    {MESSAGE_NOTICE_PUBLISHED, "notice_published", MESSAGE_TO_UNION, false, "slug|title|opens|closes|count", "count|closes|slug"},
    {MESSAGE_NOTICE_CORRECTED, "notice_corrected", MESSAGE_TO_UNION, false, "slug|title|reason|version", "slug"},
    {MESSAGE_NOTICE_FINAL, "notice_final", MESSAGE_TO_UNION, false, "slug|title", "slug"},
    {MESSAGE_ASSIST_REQUESTED, "assist_requested", MESSAGE_TO_UNION, false, "slug|due", "due|slug"},
    {MESSAGE_ASSIST_CHANGED, "assist_changed", MESSAGE_TO_UNION, false, "slug", "slug"},
    {MESSAGE_ASSIST_REMINDER, "assist_reminder", MESSAGE_TO_UNION, false, "slug|due", "due|slug"},
    {MESSAGE_ASSIST_OVERDUE, "assist_overdue", MESSAGE_TO_UNION, false, "slug|due", "due|slug"},
    {MESSAGE_CASE_TOLD, "case_told", MESSAGE_TO_UNION, false, "slug", "slug"},
    {MESSAGE_REQUEST_LATE, "request_late", MESSAGE_TO_OFFICE, false, "", ""},
    {MESSAGE_OFFICE_LATE, "office_late", MESSAGE_TO_OFFICE, false, "count", "count"},
    {MESSAGE_UNION_CODE, "union_code", MESSAGE_TO_UNION, true, "", "code"},
    {MESSAGE_OBJECTION_NEWS, "objection_news", MESSAGE_TO_OBJECTOR, false, "", "number"},
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
