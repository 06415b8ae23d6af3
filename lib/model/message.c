/* message: the table of events. */
#include "message.h"

#include <string.h>

static const struct message_row rows[MESSAGE_EVENT__MAX] = {
    {MESSAGE_NOTICE_PUBLISHED, "notice_published", true, false, "slug|title|opens|closes|count", "count|closes|slug"},
    {MESSAGE_NOTICE_CORRECTED, "notice_corrected", true, false, "slug|title|reason|version", "slug"},
    {MESSAGE_ASSIST_REQUESTED, "assist_requested", true, false, "slug|due", "due|slug"},
    {MESSAGE_ASSIST_CHANGED, "assist_changed", true, false, "slug", "slug"},
    {MESSAGE_UNION_CODE, "union_code", true, true, "", "code"},
    {MESSAGE_OBJECTION_NEWS, "objection_news", false, false, "", "number"},
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
