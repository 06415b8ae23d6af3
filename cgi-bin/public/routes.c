/* routes: every address of the citizens' program with its gates. A form has no session: its page checks the form's own token. */
#include "public.h"

#define READ(path, page) \
    ROUTE(WEB_GET, path, WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE, WEB_ANYBODY, WEB_ROLE_ANY, WEB_CACHE_PUBLIC, page)

const struct web_route public_routes[] = {
    READ("/", notice_list_page),
    READ("/notice/{notice}", notice_page),
    READ("/notice/{notice}/version/{version}", notice_version_page),
    READ("/notice/{notice}/candidate/{candidate}", candidate_page),
};
const size_t public_route_count = sizeof public_routes / sizeof public_routes[0];
