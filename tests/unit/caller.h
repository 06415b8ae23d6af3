/* caller: whoever asks a small program of web something: puts a request together, hands it to serve_request and reads the answer and the
 * log line. The program has no view: a page is "page <stem>", an error page "error <status> <code> <language>". */
#ifndef GS_TESTS_UNIT_CALLER_H
#define GS_TESTS_UNIT_CALLER_H

#include "web_private.h"

struct call {
    const char *method, *uri;         /* NULL: GET, "/" */
    const char *query;
    const char *headers[24];          /* "HTTP_ORIGIN=…" */
    const char *type;                 /* of the body; NULL: urlencoded if there is a body */
    const char *body;
    size_t body_n;                    /* 0: strlen */
    const char *length;               /* CONTENT_LENGTH if it is to lie */
    size_t piece;                     /* bytes a read gives at most; 0: as asked */
    bool shut;                        /* the client takes no answer */
};

struct answer {
    int status;
    char *head, *body, *log;
    size_t body_n;
};

/* Settings with this origin for every program, and `more` lines of the file. */
void caller_open(const char *origin, const char *more);
/* The answer, valid until the next call. */
struct answer caller_ask(const struct web_program *p, const struct call *c);
/* The value of a header, NULL if it is not there; fails the test if it came twice. */
const char *caller_header(const struct answer *a, const char *name);
/* Runs `act(ctx)` in a process of its own; true if that ended by log_die with `why` in its last words. */
bool caller_dies(void (*act)(const void *ctx), const void *ctx, const char *why);

/* The hooks that stand in for a view. */
struct view_node *caller_page_data(struct request *r);
struct view_node *caller_page_error(struct request *r, const struct fail *f, int status);
bool caller_page_render(struct request *r, struct view_node *v, const char *stem, struct buf *out, struct fail *f);
#define CALLER_HOOKS .page_data = caller_page_data, .page_error = caller_page_error, .page_render = caller_page_render

#endif
