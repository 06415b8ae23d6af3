/* routes: every address of the union program and its gates. */
#include "union.h"

const struct web_route union_routes[] = {
    ROUTE(WEB_GET, "/", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE,
          WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, home_page),
    ROUTE(WEB_GET, "/sign-in", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE,
          WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, sign_in_page),
    ROUTE(WEB_POST, "/sign-out", WEB_BODY_SMALL, WEB_RATE_SEND, WEB_CSRF_SESSION,
          WEB_SIGNED_IN, WEB_ROLE_ANY, WEB_NO_STORE, sign_out_page),
    ROUTE(WEB_GET, "/letter/{letter}", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE,
          WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, letter_page),
    ROUTE(WEB_POST, "/letter/{letter}/code", WEB_BODY_TEXT, WEB_RATE_OWN, WEB_CSRF_ORIGIN,
          WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, code_ask_page),
    ROUTE(WEB_GET, "/letter/{letter}/code", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE,
          WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, code_page),
    ROUTE(WEB_POST, "/letter/{letter}/enter", WEB_BODY_TEXT, WEB_RATE_OWN, WEB_CSRF_ORIGIN,
          WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, code_enter_page),
    ROUTE(WEB_POST, "/letter/{letter}/sign", WEB_BODY_SMALL, WEB_RATE_SEND, WEB_CSRF_SESSION,
          WEB_SIGNED_IN, WEB_ROLE_ANY, WEB_NO_STORE, sign_page),
    ROUTE(WEB_GET, "/letter/{letter}/answer", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE,
          WEB_SIGNED_IN, WEB_ROLE_ANY, WEB_NO_STORE, answer_page),
    ROUTE(WEB_POST, "/letter/{letter}/answer", WEB_BODY_TEXT, WEB_RATE_SEND, WEB_CSRF_SESSION,
          WEB_SIGNED_IN, WEB_ROLE_ANY, WEB_NO_STORE, answer_go_page),
    ROUTE(WEB_POST, "/letter/{letter}/file", WEB_BODY_FILE, WEB_RATE_UPLOAD, WEB_CSRF_SESSION,
          WEB_SIGNED_IN, WEB_ROLE_ANY, WEB_NO_STORE, answer_file_page),
    ROUTE(WEB_POST, "/letter/{letter}/drop", WEB_BODY_TEXT, WEB_RATE_SEND, WEB_CSRF_SESSION,
          WEB_SIGNED_IN, WEB_ROLE_ANY, WEB_NO_STORE, answer_drop_page),
    ROUTE(WEB_POST, "/letter/{letter}/send", WEB_BODY_TEXT, WEB_RATE_SEND, WEB_CSRF_SESSION,
          WEB_SIGNED_IN, WEB_ROLE_ANY, WEB_NO_STORE, answer_send_page),
};
const size_t union_route_count = sizeof union_routes / sizeof union_routes[0];
