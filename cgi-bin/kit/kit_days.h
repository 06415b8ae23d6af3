/* kit_days: how a deadline comes about, day by day, in a page's data. The macro that prints it is templates/shared/_days.cs. */
#ifndef GS_KIT_KIT_DAYS_H
#define GS_KIT_KIT_DAYS_H

#include "calendar.h"
#include "kit.h"

/* Days.<n>: day, weekday, number ("第 3 天"), kind (what day it is), name (of its holiday), note (why it does not
 * count, where the kind does not say so), last.
 * Plans.<n>: the papers: name, revision, paper_url. */
void kit_days(struct request *r, struct view_node *n, const struct calendar_derivation *d);
/* The public page that works out a deadline again, from the words that are stored beside it (calendar_rule_read); NULL when they are none. */
char *kit_days_url(struct request *r, const char *words);

#endif
