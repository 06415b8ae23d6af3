/* routes: every address of the report program. The door ({door}) is a secret; main.c compares it before anything is read. A GET is answered
 * like any address that does not exist. */
#include "report_page.h"

#define CALL(path, page) \
    ROUTE(WEB_POST, path, WEB_BODY_JSON, WEB_RATE_OWN, WEB_CSRF_FORM, WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, page), \
    ROUTE(WEB_GET, path, WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE, WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, missing_page)

const struct web_route report_routes[] = {
    CALL("/{door}/aliyun", aliyun_page),
    CALL("/{door}/tencent", tencent_page),
};
const size_t report_route_count = sizeof report_routes / sizeof report_routes[0];
