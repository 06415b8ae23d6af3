/* web: one request at a time over libfcgi (FastCGI, or plain CGI when a CGI server starts the program). A program gives
 * web_main its routes and hooks; web reads, checks the gates of the route row, calls the page, writes the response, frees the
 * request's pool and logs one line. Pages neither print nor check rights. */
#ifndef GS_WEB_WEB_H
#define GS_WEB_WEB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "clock.h"
#include "fail.h"
#include "mem.h"

struct request;
struct response;
struct view_node; /* page data: opaque here; web hands it from the program's hook to the page and back */

/* ---- the route table ---- */
enum web_method { WEB_METHOD_UNSET = 0, WEB_GET /* and HEAD */, WEB_POST };
enum web_limit { WEB_LIMIT_UNSET = 0, WEB_NO_BODY, WEB_BODY_SMALL /* 64 KiB urlencoded */, WEB_BODY_TEXT /* 512 KiB urlencoded */,
                 WEB_BODY_JSON /* 256 KiB as they come, for programs that call: request_body */,
                 WEB_BODY_FILE /* multipart: the setting objection.media_max and 1 MiB more */ };
enum web_rate { WEB_RATE_UNSET = 0, WEB_RATE_READ /* nginx alone */, WEB_RATE_SEND, WEB_RATE_UPLOAD, WEB_RATE_LOGIN, WEB_RATE_LOOKUP,
                WEB_RATE_OWN /* the service counts what was wrong: a door that strangers must not be able to shut */ };
enum web_csrf { WEB_CSRF_UNSET = 0, WEB_CSRF_SAFE /* a GET */, WEB_CSRF_FORM /* the page checks its form token */,
                WEB_CSRF_SESSION /* token of the session, Origin and Sec-Fetch-Site */,
                WEB_CSRF_ORIGIN /* Origin and Sec-Fetch-Site: sign-in forms */ };
enum web_login { WEB_LOGIN_UNSET = 0, WEB_ANYBODY, WEB_SIGNED_IN, WEB_FRESH /* password and TOTP at most five minutes ago */ };
enum web_cache { WEB_CACHE_UNSET = 0, WEB_CACHE_PUBLIC, WEB_NO_STORE };
#define WEB_ROLE_ANY UINT32_C(0x80000000) /* the role column: bits of which one is enough, or this */

/* The page: fill `v` (the root of the page's data) and say through response_* what to answer. */
typedef void web_page(struct request *r, struct view_node *v, struct response *out);

struct web_route {
    enum web_method method;
    const char *path; /* exact, or with "{name}" segments: "/notice/{notice}" */
    enum web_limit limit;
    enum web_rate rate;
    enum web_csrf csrf;
    enum web_login login;
    uint32_t role;
    enum web_cache cache;
    web_page *page;
};
#define ROUTE(method, path, limit, rate, csrf, login, role, cache, page) \
    { (method), (path), (limit), (rate), (csrf), (login), (role), (cache), (page) }

/* ---- who is asking ---- */
struct web_who {
    bool signed_in;
    bool fresh;
    int64_t id;          /* officer or union contact */
    int64_t union_id;    /* union program only */
    uint32_t roles;
    const char *name;    /* shown in the head of the page */
    const char *csrf;    /* the session's form token */
    const void *session; /* the program's own session struct */
};

/* ---- a program ---- */
struct web_program {
    const char *name;          /* "public", "staff", "union": setting origin.<name> */
    const char *cookie;        /* "gs-staff"; NULL: the program sets no cookie that identifies anybody */
    const char *form_cookie;   /* "gs-form": the key to what is being typed, see response_form_key; NULL: none */
    bool languages;            /* "/en/…" is the English face of every path, "/large/…" and "/en/large/…" the one in large letters */
    const struct web_route *routes;
    size_t route_count;
    /* Called once after settings, log and secrets stand; ends the process if it cannot work. */
    void (*open)(struct mem *m);
    /* Who holds the session token (NULL if the request has none). False with FAIL_UNAVAILABLE when the database is away. */
    bool (*who)(struct request *r, const char *token, struct web_who *out, struct fail *f);
    /* Counts one hit of a rate class for a source tag; false: too many (429), or what the fail says. Asked before a body is read. NULL: not
     * counted. */
    bool (*allow)(struct request *r, enum web_rate rate, struct fail *f);
    /* Shown instead of a refusal when an urlencoded form comes without a session or with one that is not fresh: says how to come in
     * and carries request_posted along, so that nothing typed is lost. NULL: refused. */
    web_page *come_in;
    /* The view, joined in by cgi-bin/kit: data for one page, and its bytes. NULL, both: the program has no pages, its errors are a line. */
    struct view_node *(*page_data)(struct request *r);
    /* Data of the page "error": Error.status, .title, .text, .id. Must not touch the database. */
    struct view_node *(*page_error)(struct request *r, const struct fail *f, int status);
    bool (*page_render)(struct request *r, struct view_node *v, const char *stem, struct buf *out, struct fail *f);
    /* Health: true if the program can do its work (database answers). */
    bool (*healthy)(struct request *r);
};
/* Serves until SIGTERM; the program's main returns this. Reads settings from -c FILE or $GONGSHI_CONF, else the built-in path. */
int web_main(const struct web_program *p, int argc, char **argv);

/* ---- the request ---- */
struct mem *request_mem(struct request *r);
const char *request_id(const struct request *r);
const char *request_path(const struct request *r);
const char *request_lang(const struct request *r);   /* "zh-CN" or "en" (path prefix /en/ on the public host) */
bool request_large(const struct request *r);          /* large letters were asked for */
/* What own addresses begin with to stay in this language and size: "", "/en", "/large" or "/en/large". */
const char *request_face(const struct request *r);
const char *request_origin(const struct request *r); /* the setting, never a header */
const char *request_address(const struct request *r); /* GS_ADDR; for keyed tags only, never to a log or table */
bool request_is_head(const struct request *r);
const struct web_who *request_who(const struct request *r);
/* A "{name}" segment of the path, percent-decoded, checked UTF-8, one line, at most 100 code points. Never NULL. */
const char *request_segment(const struct request *r, const char *name);
const char *request_header(const struct request *r, const char *cgi_name); /* "HTTP_IF_NONE_MATCH"; NULL if absent */
/* The body of a WEB_BODY_JSON route, followed by a NUL that is not counted; nobody has looked at it yet. */
const char *request_body(const struct request *r, size_t *n);

/* The key that this browser was given for what it is typing; NULL if it sent none. */
const char *request_form_key(const struct request *r);

/* Percent-encoded for a value in the query of an own address. */
char *request_query_value(struct mem *m, const char *text);
/* True if `path` is an own GET page: what a "next" field must be before it is followed. */
bool request_own_path(const struct request *r, const char *path);

/* A form that met a closed door, packed into one line for a hidden field of the sign-in form (NULL if it cannot travel), and unpacked
 * again. Form tokens and proofs (csrf, password, old, digits, code, recovery) do not travel. */
enum { WEB_POSTED_MAX = 300000 };
struct web_posted { const char *name, *value; };
const char *request_posted(struct request *r);
bool request_posted_read(struct request *r, const char *posted, struct web_posted **items, size_t *count, struct fail *f);
/* True if `path` takes such forms. */
bool request_own_form(const struct request *r, const char *path);

/* ---- the response: exactly one of these ---- */
void response_page(struct response *out, const char *stem);              /* 200 with the template */
void response_page_status(struct response *out, int status, const char *stem); /* 422 with the same form … */
void response_redirect(struct response *out, const char *path);          /* 303 to an own path; what no address may hold is encoded */
void response_fail(struct response *out, const struct fail *f);          /* the error page of its kind */
void response_missing(struct response *out);                             /* 404 */
/* A download: type and name are ours; Content-Disposition: attachment and the sandbox CSP are set. */
void response_file(struct response *out, const char *type, const char *name, const void *bytes, size_t n);
/* A picture that a page of the same program shows (an SVG of ours); never stored. */
void response_image(struct response *out, const char *type, const void *bytes, size_t n);
/* JSON that a calling program waits for: 200. */
void response_json(struct response *out, const char *text);
/* Page bytes that the program keeps ready (public lists): plain, and gzip or NULL; `etag` without quotes. Answers
 * If-None-Match with 304 and HEAD without a body. Only for rows of WEB_CACHE_PUBLIC. */
void response_ready(struct response *out, const void *html, size_t n, const void *gzip, size_t gzip_n, const char *etag);
/* A file that is the same for everybody until something published changes: for others to keep or to look at. Answers If-None-Match and
 * If-Modified-Since with 304 and HEAD without a body. Only for rows of WEB_CACHE_PUBLIC. */
struct web_document {
    const char *type;        /* "application/pdf" */
    const char *name;        /* under which it is kept, of any letters but quotes and slashes; NULL: a part of a page */
    bool attachment;         /* is kept, not shown */
    const void *bytes, *gzip; /* gzip may be NULL */
    size_t n, gzip_n;
    const char *etag;        /* without quotes */
    instant modified;        /* 0: not said */
    bool forever;            /* its address says what it is made of, so that it never changes */
};
void response_document(struct response *out, const struct web_document *d);
/* The page names nobody: search engines may keep it. */
void response_indexed(struct response *out);
/* Sets the session cookie (HttpOnly, SameSite=Strict, Secure and __Host- on https) or takes it away. */
void response_cookie(struct response *out, const char *token);
void response_cookie_clear(struct response *out); /* and Clear-Site-Data */
/* Gives the browser a new key to what it is typing, until it is closed: a random word that says nothing about anybody. */
void response_form_key(struct response *out, const char *key);

#endif
