/* kit: what the three programs share when they join web and view: opening the templates, a page's data with what every page shows,
 * forms and errors put into it. Knows no table and no service (but kit_rate). */
#ifndef GS_KIT_KIT_H
#define GS_KIT_KIT_H

#include "form.h"
#include "view.h"
#include "web.h"

/* Opens templates/<program>; `frame` (may be NULL) adds what every page of the program shows, error pages too: it
 * does not touch the database. Ends the process on a template error. */
void kit_open(struct mem *m, const char *program, void (*frame)(struct request *r, struct view_node *v));
/* The hooks for struct web_program. A page gets: Lang, Path, Origin.public/.staff/.union, Asset.css (hashed name), Who.name/.csrf,
 * Role.<word>=1, Language ("zh-CN"/"en"). */
struct view_node *kit_page_data(struct request *r);
struct view_node *kit_page_error(struct request *r, const struct fail *f, int status);
bool kit_page_render(struct request *r, struct view_node *v, const char *stem, struct buf *out, struct fail *f);

/* Form.<name>.value, .error (a sentence), .chosen.<choice>=1 and Errors.<n>.field/.text, ErrorCount, in the order of the fields. */
void kit_form(const struct form *form, struct view_node *v);
/* A sentence of the request's language: kit_word(r, "Fail.seal_broken"); the key itself if the language lacks it. */
const char *kit_word(struct request *r, const char *key);
/* The same with {1} and {2} in it filled; NULL where a sentence has only one gap. */
char *kit_say(struct request *r, const char *key, const char *one, const char *two);
char *kit_number(struct request *r, int64_t number);
/* "1 person", "60 people". */
char *kit_persons(struct request *r, int64_t number);

/* After coming in: where a carried form goes on (To_url) and what it held (Posted.<n>.name/.value); false if there is nothing to carry. */
bool kit_carry_on(struct request *r, struct view_node *v, const char *to, const char *posted);

/* How times and numbers are shown (Beijing): "2026年11月24日 16:05", "2026年11月24日", "2026年11月30日 24时（星期一）" for a
 * closing instant, "3.2 MB". */
char *kit_time(struct request *r, instant t);
char *kit_day(struct request *r, day d);
char *kit_closing(struct request *r, instant closes_at);
const char *kit_weekday(struct request *r, day d); /* "星期一" */
char *kit_size(struct request *r, int64_t bytes);

#endif
