/* notice_page: what the pages about rounds, lists and versions of a notice share. */
#ifndef GS_STAFF_NOTICE_PAGE_H
#define GS_STAFF_NOTICE_PAGE_H

#include "entry.h"
#include "publish.h"
#include "staff_page.h"

/* "/notices/<version>" and what follows. */
char *notice_url(struct request *r, int64_t version_id, const char *rest);
/* "2026-11-24": what a date field of a form holds. */
char *notice_day_value(struct request *r, day d);

/* A sentence with two numbers in it. */
char *notice_say(struct request *r, const char *key, int64_t one, int64_t two);

/* The version that the address names, with Notice.* (title, state, seen, addresses) in the view; false: answered already. */
bool notice_get(struct request *r, struct view_node *v, struct response *out, struct draft *d);
/* The same for a page that shows a form: only a version in this state has it, any other leads to its own page. */
bool notice_open(struct request *r, struct view_node *v, enum draft_state state, struct draft *d, struct response *out);
/* The same for the pages of a correction that is being written. */
bool notice_open_correction(struct request *r, struct view_node *v, struct draft *d, struct response *out);
/* The same for the form's answer, which is read first. */
bool notice_take(struct request *r, struct view_node *v, struct form *form, struct draft *d, struct response *out);
/* The page's title from Lang.Staff.Notice.<word>, and back to the version's own page. */
void notice_title(struct request *r, struct view_node *v, const char *word, const struct draft *d);

/* A field of every form that changes a version: its revision when the form was made. */
#define NOTICE_SEEN { "seen", FORM_HIDDEN, true, 1, 10, NULL }
struct draft_seen notice_seen(int64_t version_id, const struct form *form);
void notice_put_seen(struct form *form, const struct draft *d);
/* True if `f` says that the version is not as it was seen: Changed.text and Changed.events tell what happened, `d` and Notice.* are as they
 * are now, and the page shows itself again with 409. False: any other failure. */
bool notice_changed(struct request *r, struct view_node *v, struct draft *d, int64_t seen, const struct fail *f);
/* Who did what, into the list Events of `n`, from the event of number `from` (0: the first) on. */
bool notice_events_of(struct request *r, struct view_node *n, const char *kind, int64_t id, size_t from, struct fail *f);
bool notice_events(struct request *r, struct view_node *n, int64_t version_id, size_t from, struct fail *f);
/* Done: the sentence of what was just done, if the address ends in ?done=<word>. */
void notice_done(struct request *r, struct view_node *v);
/* The redirect that says so; `rest` as in notice_url. */
void notice_did(struct request *r, struct response *out, int64_t version_id, const char *rest, const char *word);

/* The version's own page. */
void notice_show(struct request *r, struct view_node *v, const struct draft *d, int status, struct response *out);
/* Face.*: the version as the public will see it (templates/staff/_face.cs). */
bool notice_face(struct request *r, struct view_node *v, const struct draft *d, struct fail *f);
/* Findings of publish_check with where to mend each; StopCount, HintCount. */
void notice_findings(struct request *r, struct view_node *v, const struct draft *d, const struct publish_findings *found);

/* Face, findings, what a correction changes: the whole version for whoever checks it. */
bool notice_put_whole(struct request *r, struct view_node *v, const struct draft *d, size_t *stops, struct fail *f);
/* Whether this officer may be the second one. */
bool notice_may_publish(const struct request *r, const struct draft *d);

web_page notices_page, round_add_page, round_add_go_page, list_template_page;
web_page notice_upload_page, notice_upload_go_page, notice_import_page, notice_take_page, notice_drop_page;
web_page notice_page, notice_words_page, notice_words_go_page, notice_period_page, notice_period_go_page;
web_page notice_order_page, notice_move_page, notice_reset_page, notice_check_page, notice_ready_page;
web_page notice_draft_paper_page, notice_review_page, notice_return_page, notice_publish_page, notice_publish_go_page;
web_page notice_withdraw_page, notice_withdraw_go_page;
web_page notice_correct_page, notice_correct_go_page, notice_unmake_page;
web_page notice_people_page, notice_person_page, notice_person_go_page, notice_person_out_page, notice_person_back_page;

#endif
