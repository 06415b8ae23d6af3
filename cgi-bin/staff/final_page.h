/* final_page: what the pages of a final list share. */
#ifndef GS_STAFF_FINAL_PAGE_H
#define GS_STAFF_FINAL_PAGE_H

#include "announcement.h"
#include "staff_page.h"

/* "/final/<round>" and what follows. */
char *final_url(struct request *r, const char *rest);
/* Back to the list's own page, which says what was done. */
void final_did(struct request *r, struct response *out, const char *word);
/* The list of the round in the address; false: answered already. */
bool final_get(struct request *r, struct announcement *a, struct response *out);
/* Notice.*: as notice_get puts a version, so that the same macros print it. */
void final_put(struct request *r, struct view_node *v, const struct announcement *a);
/* True if `f` says that something came in between or is missing: Changed.text, and `a` as it is now. */
bool final_changed(struct request *r, struct view_node *v, struct announcement *a, const struct fail *f);

web_page final_page, final_begin_page, final_words_page, final_words_go_page, final_refresh_page, final_ready_page, final_return_page;
web_page final_publish_page, final_withdraw_page, final_withdraw_go_page;

#endif
