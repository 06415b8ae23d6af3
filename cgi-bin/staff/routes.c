/* routes: every address of the officers' program and its gates, a group a piece of work. A grave act (WEB_FRESH) asks for password and
 * code before its form is opened, so the GET of that form is WEB_FRESH too; a form that comes too late is carried through (sign_in.c). */
#include "staff_page.h"

const struct web_route staff_routes[] = {
    /* ---- the officer himself ---- */
    ROUTE(WEB_GET, "/", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE,
          WEB_SIGNED_IN, WEB_ROLE_ANY, WEB_NO_STORE, home_page),
    ROUTE(WEB_GET, "/sign-in", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE,
          WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, sign_in_page),
    ROUTE(WEB_POST, "/sign-in", WEB_BODY_TEXT, WEB_RATE_LOGIN, WEB_CSRF_ORIGIN,
          WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, sign_in_go_page),
    ROUTE(WEB_GET, "/refresh", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE,
          WEB_SIGNED_IN, WEB_ROLE_ANY, WEB_NO_STORE, refresh_page),
    ROUTE(WEB_POST, "/refresh", WEB_BODY_TEXT, WEB_RATE_LOGIN, WEB_CSRF_SESSION,
          WEB_SIGNED_IN, WEB_ROLE_ANY, WEB_NO_STORE, refresh_go_page),
    ROUTE(WEB_POST, "/sign-out", WEB_BODY_SMALL, WEB_RATE_SEND, WEB_CSRF_SESSION,
          WEB_SIGNED_IN, WEB_ROLE_ANY, WEB_NO_STORE, sign_out_page),

    /* ---- officers: invitation, roles, reset, keys; audit ---- */

    /* ---- unions and their contacts ---- */

    /* ---- rounds, lists, notices ---- */

    /* ---- inbox, cases, files, assist requests, decisions ---- */

    /* ---- identity desk ---- */

    /* ---- outbox ---- */
};
const size_t staff_route_count = sizeof staff_routes / sizeof staff_routes[0];
