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
    ROUTE(WEB_GET, "/inbox", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE,
          WEB_SIGNED_IN, STAFF_CASE | STAFF_APPROVER, WEB_NO_STORE, inbox_page),
    ROUTE(WEB_GET, "/inbox/{case}", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE,
          WEB_SIGNED_IN, STAFF_CASE | STAFF_APPROVER, WEB_NO_STORE, case_page),
    ROUTE(WEB_GET, "/inbox/{case}/accept", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE,
          WEB_SIGNED_IN, STAFF_CASE, WEB_NO_STORE, case_accept_page),
    ROUTE(WEB_POST, "/inbox/{case}/accept", WEB_BODY_TEXT, WEB_RATE_SEND, WEB_CSRF_SESSION,
          WEB_SIGNED_IN, STAFF_CASE, WEB_NO_STORE, case_accept_go_page),
    ROUTE(WEB_GET, "/inbox/{case}/refuse", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE,
          WEB_SIGNED_IN, STAFF_CASE, WEB_NO_STORE, case_refuse_page),
    ROUTE(WEB_POST, "/inbox/{case}/refuse", WEB_BODY_TEXT, WEB_RATE_SEND, WEB_CSRF_SESSION,
          WEB_SIGNED_IN, STAFF_CASE, WEB_NO_STORE, case_refuse_go_page),
    ROUTE(WEB_GET, "/inbox/{case}/assist", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE,
          WEB_SIGNED_IN, STAFF_CASE, WEB_NO_STORE, case_assist_page),
    ROUTE(WEB_POST, "/inbox/{case}/assist", WEB_BODY_TEXT, WEB_RATE_SEND, WEB_CSRF_SESSION,
          WEB_SIGNED_IN, STAFF_CASE, WEB_NO_STORE, case_assist_go_page),
    ROUTE(WEB_GET, "/inbox/{case}/assist/check", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE,
          WEB_SIGNED_IN, STAFF_CASE, WEB_NO_STORE, case_assist_check_page),
    ROUTE(WEB_POST, "/inbox/{case}/assist/check", WEB_BODY_TEXT, WEB_RATE_SEND, WEB_CSRF_SESSION,
          WEB_SIGNED_IN, STAFF_CASE, WEB_NO_STORE, case_assist_check_go_page),
    ROUTE(WEB_GET, "/inbox/{case}/decision", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE,
          WEB_SIGNED_IN, STAFF_CASE, WEB_NO_STORE, case_decision_page),
    ROUTE(WEB_POST, "/inbox/{case}/decision", WEB_BODY_TEXT, WEB_RATE_SEND, WEB_CSRF_SESSION,
          WEB_SIGNED_IN, STAFF_CASE, WEB_NO_STORE, case_decision_go_page),
    ROUTE(WEB_GET, "/inbox/{case}/approve", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE,
          WEB_FRESH, STAFF_APPROVER, WEB_NO_STORE, case_approve_page),
    ROUTE(WEB_POST, "/inbox/{case}/approve", WEB_BODY_TEXT, WEB_RATE_SEND, WEB_CSRF_SESSION,
          WEB_FRESH, STAFF_APPROVER, WEB_NO_STORE, case_approve_go_page),
    ROUTE(WEB_GET, "/inbox/{case}/return", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE,
          WEB_FRESH, STAFF_APPROVER, WEB_NO_STORE, case_return_page),
    ROUTE(WEB_POST, "/inbox/{case}/return", WEB_BODY_TEXT, WEB_RATE_SEND, WEB_CSRF_SESSION,
          WEB_FRESH, STAFF_APPROVER, WEB_NO_STORE, case_return_go_page),
    ROUTE(WEB_GET, "/inbox/{case}/file/{file}", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE,
          WEB_FRESH, STAFF_CASE | STAFF_APPROVER, WEB_NO_STORE, case_file_page),
    ROUTE(WEB_POST, "/inbox/{case}/file/{file}", WEB_BODY_TEXT, WEB_RATE_SEND, WEB_CSRF_SESSION,
          WEB_FRESH, STAFF_CASE | STAFF_APPROVER, WEB_NO_STORE, case_file_go_page),

    /* ---- identity desk ---- */
    ROUTE(WEB_GET, "/identity", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE,
          WEB_SIGNED_IN, STAFF_IDENTITY, WEB_NO_STORE, identity_page),
    ROUTE(WEB_GET, "/identity/{case}", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE,
          WEB_FRESH, STAFF_IDENTITY, WEB_NO_STORE, identity_person_page),
    /* A telephone call takes longer than a proof is fresh; this page shows nobody. */
    ROUTE(WEB_POST, "/identity/{case}", WEB_BODY_TEXT, WEB_RATE_SEND, WEB_CSRF_SESSION,
          WEB_SIGNED_IN, STAFF_IDENTITY, WEB_NO_STORE, identity_person_go_page),
    ROUTE(WEB_GET, "/identity/{case}/file/{file}", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE,
          WEB_FRESH, STAFF_IDENTITY, WEB_NO_STORE, identity_file_page),
    ROUTE(WEB_POST, "/identity/{case}/file/{file}", WEB_BODY_TEXT, WEB_RATE_SEND, WEB_CSRF_SESSION,
          WEB_FRESH, STAFF_IDENTITY, WEB_NO_STORE, identity_file_go_page),

    /* ---- outbox ---- */
    ROUTE(WEB_GET, "/outbox", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE,
          WEB_SIGNED_IN, STAFF_AUDITOR | STAFF_CASE | STAFF_APPROVER | STAFF_EDITOR | STAFF_PUBLISHER, WEB_NO_STORE, outbox_page),
};
const size_t staff_route_count = sizeof staff_routes / sizeof staff_routes[0];
