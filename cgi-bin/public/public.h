/* public: what the pages of the citizens' program share. Nobody signs in here, and no cookie says who somebody
 * is: the one there is is the key to what is being typed (object_kept.c). */
#ifndef GS_PUBLIC_PUBLIC_H
#define GS_PUBLIC_PUBLIC_H

#include "db.h"
#include "kit.h"
#include "published.h"

struct db *public_db(void);
const unsigned char *public_form_key(void); /* 32 */
const unsigned char *public_tag_key(void);  /* 32 */
/* The address of a page ("/track") in the other language, the other size, or both. */
char *public_other(struct request *r, bool language, bool size, const char *path);
/* An own address in the language and size of the request: public_url(r, "/notice/%s", slug). */
char *public_url(struct request *r, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Nav.other_url and .size_url: this page in the other language and the other size; `query` ("?…" or "") goes along. */
void public_faces(struct request *r, struct view_node *nav, const char *query);

extern const struct web_route public_routes[];
extern const size_t public_route_count;

web_page notice_list_page, final_page, notice_page, notice_version_page, notice_changes_page, candidate_page;
web_page object_whom_page, object_page, object_answer_page, object_file_page, object_file_next_page, object_drop_page, object_send_page;
web_page object_step_page, object_clear_page, object_anew_page, object_sent_page, track_page, track_look_page;
web_page track_move_page, track_send_page, track_anew_page;
web_page take_csv_page, take_gb18030_page, take_xlsx_page, feed_page, calendar_page, sitemap_page;
web_page api_page, api_notices_page, api_notice_page, api_document_page;
web_page rare_page, paper_form_page, notice_paper_page, notice_version_paper_page, final_paper_page;
web_page about_page, privacy_page, accessibility_page, contact_page, map_page, deadline_page;

#endif
