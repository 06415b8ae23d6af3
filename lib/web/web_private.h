/* web_private: what the files of lib/web share; for nobody else. */
#ifndef GS_WEB_PRIVATE_H
#define GS_WEB_PRIVATE_H

#include "form.h"
#include "multipart.h"
#include "web.h"

/* Where a request comes from and its answer goes: FastCGI or plain CGI. */
struct web_io {
    void *ctx;
    char **env;
    int (*read)(void *ctx, char *to, int n);               /* bytes, 0 at the end, -1 on error */
    bool (*write)(void *ctx, const void *bytes, size_t n); /* false: the client has gone */
};

enum { WEB_SEGMENTS_MAX = 4, WEB_PAIRS_MAX = 200 };

struct web_pair { const char *name, *value; size_t len; };
struct web_pairs { struct web_pair *items; size_t count; };

struct request {
    struct mem *mem;
    const struct web_program *program;
    struct web_io *io;
    char id[17];
    const struct web_route *route;
    web_page *page;          /* the row's, unless the gate puts program->come_in there */
    const char *method, *path, *lang, *origin;
    bool head, large;
    struct { const char *name, *value; } segments[WEB_SEGMENTS_MAX];
    size_t segment_count;
    struct web_who who;
    struct web_pairs body;   /* of an urlencoded POST, read before the page is called */
    const char *raw;         /* of a WEB_BODY_JSON route */
    uint64_t length;         /* CONTENT_LENGTH */
    bool csrf_seen;
    struct fail why;         /* what the log line says besides the status */
};

enum response_kind { RESPONSE_NONE = 0, RESPONSE_PAGE, RESPONSE_REDIRECT, RESPONSE_FAIL, RESPONSE_FILE, RESPONSE_IMAGE,
                     RESPONSE_JSON, RESPONSE_READY, RESPONSE_DOCUMENT };
struct response {
    enum response_kind kind;
    int status;
    const char *stem, *location, *type, *name, *etag;
    const void *bytes, *gzip;
    size_t n, gzip_n;
    instant modified;
    bool attachment, forever;
    struct fail fail;
    const char *cookie; /* a new token */
    const char *form_key;
    bool cookie_clear;
    const char *allow;
    bool indexed;
};

/* ---- route.c ---- */
/* Ends the process if a row lacks a gate. */
void route_check(const struct web_program *p);
/* The row for method and path, segments filled. NULL: none; *allow gets the methods that the path has, or NULL if it is unknown. */
const struct web_route *route_find(struct request *r, const char **allow);
bool route_matches(const char *pattern, const char *path);

/* ---- request.c ---- */
/* Fills method, path, language, length; false with a fail if they cannot be read, or if what may come once came twice. */
bool request_read_line(struct request *r, struct fail *f);
/* Reads and splits an urlencoded body as the route's limit says; for other routes checks that there is no body. */
bool request_read_body(struct request *r, struct fail *f);
bool request_split(struct mem *m, const char *text, size_t n, struct web_pairs *out, struct fail *f);
/* Its one value; NULL also if the name came twice. */
const char *request_cookie(const struct request *r, const char *name);
/* The cookie's full name, with "__Host-" on https. */
const char *request_cookie_name(const struct request *r, const char *name);
bool request_is_https(const struct request *r);

/* ---- gate.c ---- */
/* All gates of the row, in order: r->page is what to call. False: `out` is filled with what to answer. */
bool gate_pass(struct request *r, struct response *out);
/* Compares the form's token with the session's. */
bool gate_csrf(struct request *r, const char *value, size_t n, struct fail *f);

/* ---- headers.c, response.c ---- */
struct buf;
void headers_write(const struct request *r, const struct response *out, int status, struct buf *b);
/* Renders and writes the answer; returns its status. */
int response_send(struct request *r, struct view_node *v, struct response *out);
/* One line of plain text under the same headers: for health, and for what is left when no page can be shown. */
int response_plain(struct request *r, struct response *out, int status, const char *text);

/* ---- serve.c ---- */
int serve_request(const struct web_program *p, struct web_io *io);

/* ---- worker.c ---- */
/* Takes requests from the socket on descriptor 0 until it is told to end or has served so many; what is in hand is finished. */
void worker_run(const struct web_program *p, int64_t requests);

#endif
