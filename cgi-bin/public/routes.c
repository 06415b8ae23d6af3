/* routes: every address of the citizens' program with its gates. A form has no session: its page checks the form's own token. A step of
 * the form changes nothing and is not counted; sending, uploading and looking up are. */
#include "public.h"

#define READ(path, page) \
    ROUTE(WEB_GET, path, WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE, WEB_ANYBODY, WEB_ROLE_ANY, WEB_CACHE_PUBLIC, page)
#define OPEN(path, page) \
    ROUTE(WEB_GET, path, WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE, WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, page)
/* The address of a step shows what is kept of a form. */
#define STEP(word) OPEN("/object/{notice}/{candidate}/" word, object_step_page)
#define FORM(path, limit, rate, page) \
    ROUTE(WEB_POST, path, limit, rate, WEB_CSRF_FORM, WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, page)

const struct web_route public_routes[] = {
    READ("/", notice_list_page),
    READ("/notice/{notice}", notice_page),
    READ("/notice/{notice}/version/{version}", notice_version_page),
    READ("/notice/{notice}/version/{version}/changes", notice_changes_page),
    READ("/notice/{notice}/candidate/{candidate}", candidate_page),
    READ("/notice/{notice}/object", object_whom_page),
    READ("/notice/{notice}/notice.pdf", notice_paper_page),
    READ("/notice/{notice}/objection.pdf", paper_form_page),
    READ("/notice/{notice}/version/{version}/notice.pdf", notice_version_paper_page),
    READ("/final/{round}/final.pdf", final_paper_page),
    READ("/static/rare/{notice}/{file}", rare_page),
    READ("/final/{round}", final_page),
    READ("/about", about_page),
    READ("/deadline", deadline_page),
    READ("/privacy", privacy_page),
    READ("/accessibility", accessibility_page),
    READ("/contact", contact_page),
    READ("/map", map_page),

    READ("/notice/{notice}/list.csv", take_csv_page),
    READ("/notice/{notice}/list-gb18030.csv", take_gb18030_page),
    READ("/notice/{notice}/list.xlsx", take_xlsx_page),
    READ("/notice/{notice}/deadline.ics", calendar_page),
    READ("/feed.atom", feed_page),
    READ("/sitemap.xml", sitemap_page),
    READ("/api", api_page),
    READ("/api/openapi.json", api_document_page),
    READ("/api/notices", api_notices_page),
    READ("/api/notices/{notice}", api_notice_page),

    OPEN("/object/{notice}/{candidate}", object_page),
    STEP("who"), STEP("grounds"), STEP("statement"), STEP("files"), STEP("contact"), STEP("seal"), STEP("consent"), STEP("check"),
    FORM("/object/{notice}/{candidate}", WEB_BODY_TEXT, WEB_RATE_READ, object_answer_page),
    FORM("/object/{notice}/{candidate}/file", WEB_BODY_FILE, WEB_RATE_UPLOAD, object_file_page),
    OPEN("/object/{notice}/{candidate}/file", object_anew_page),
    FORM("/object/{notice}/{candidate}/file/next", WEB_BODY_FILE, WEB_RATE_UPLOAD, object_file_next_page),
    OPEN("/object/{notice}/{candidate}/file/next", object_anew_page),
    FORM("/object/{notice}/{candidate}/drop", WEB_BODY_TEXT, WEB_RATE_SEND, object_drop_page),
    OPEN("/object/{notice}/{candidate}/drop", object_anew_page),
    FORM("/object/{notice}/{candidate}/send", WEB_BODY_TEXT, WEB_RATE_SEND, object_send_page),
    OPEN("/object/{notice}/{candidate}/send", object_sent_page),
    FORM("/object/{notice}/{candidate}/clear", WEB_BODY_TEXT, WEB_RATE_SEND, object_clear_page),
    OPEN("/object/{notice}/{candidate}/clear", object_anew_page),

    OPEN("/track", track_page),
    FORM("/track", WEB_BODY_SMALL, WEB_RATE_LOOKUP, track_look_page),
    FORM("/track/{move}", WEB_BODY_SMALL, WEB_RATE_LOOKUP, track_move_page),
    OPEN("/track/{move}", track_anew_page),
    FORM("/track/{move}/send", WEB_BODY_TEXT, WEB_RATE_SEND, track_send_page),
    OPEN("/track/{move}/send", track_anew_page),
};
const size_t public_route_count = sizeof public_routes / sizeof public_routes[0];
