/* worker: a FastCGI worker between two requests. The end signals are blocked for good and read from a descriptor, so that they neither
 * break a request in hand nor get lost between a look and an accept(); the socket is non-blocking, because another worker may be faster. */
#include <errno.h>
#include <fcgiapp.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/signalfd.h>

#include "clock.h"
#include "log.h"
#include "web_private.h"

enum { LISTENER = 0, REST = 100000 /* microseconds */ };

static int fcgi_read(void *ctx, char *to, int n)
{
    FCGX_Request *q = ctx;
    return FCGX_GetStr(to, n, q->in);
}

static bool fcgi_write(void *ctx, const void *bytes, size_t n)
{
    FCGX_Request *q = ctx;
    for (const char *p = bytes; n > 0;) {
        int part = n > 1 << 20 ? 1 << 20 : (int)n;
        if (FCGX_PutStr(p, part, q->out) != part)
            return false;
        p += part;
        n -= (size_t)part;
    }
    return true;
}

/* A set that is ready when somebody connects or when the worker is to end (multiwatch says so by SIGUSR1). Of idle workers the kernel
 * wakes one. */
static int open_watch(void)
{
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGINT);
    sigaddset(&ends, SIGUSR1);
    int flags = fcntl(LISTENER, F_GETFL);
    if (sigprocmask(SIG_BLOCK, &ends, NULL) != 0 || flags < 0 || fcntl(LISTENER, F_SETFL, flags | O_NONBLOCK) != 0)
        log_die("the socket on descriptor 0: %s", strerror(errno));
    int end = signalfd(-1, &ends, SFD_CLOEXEC), watch = epoll_create1(EPOLL_CLOEXEC);
    struct epoll_event work = { .events = EPOLLIN | EPOLLEXCLUSIVE, .data.fd = LISTENER };
    struct epoll_event stop = { .events = EPOLLIN, .data.fd = end };
    if (end < 0 || watch < 0 || epoll_ctl(watch, EPOLL_CTL_ADD, LISTENER, &work) != 0 ||
        epoll_ctl(watch, EPOLL_CTL_ADD, end, &stop) != 0)
        log_die("waiting for requests: %s", strerror(errno));
    return watch;
}

static bool wait_for_work(int watch)
{
    struct epoll_event ready[2];
    int n;
    do
        n = epoll_wait(watch, ready, 2, -1);
    while (n < 0 && errno == EINTR);
    if (n < 0)
        log_die("waiting for requests: %s", strerror(errno));
    for (int i = 0; i < n; i++)
        if (ready[i].data.fd != LISTENER)
            return false;
    return true;
}

/* What FCGX_Accept_r says when it has no request: somebody was faster or the client has gone; or there is a lack that passes. */
static void take_refusal(int result, bool *told)
{
    if (result == -EAGAIN || result == -EINTR || result == -ECONNABORTED || result == -EPROTO)
        return;
    if (result != -EMFILE && result != -ENFILE && result != -ENOBUFS && result != -ENOMEM)
        log_die("the socket takes no requests: %s", strerror(-result));
    if (!*told)
        log_line(LOG_WARNING, "requests wait: %s", strerror(-result));
    *told = true;
    clock_sleep(REST);
}

void worker_run(const struct web_program *p, int64_t requests)
{
    FCGX_Request q;
    bool told = false;
    int watch = open_watch();
    if (FCGX_Init() != 0 || FCGX_InitRequest(&q, LISTENER, 0) != 0)
        log_die("libfcgi does not start");
    while (requests > 0 && wait_for_work(watch)) {
        int result = FCGX_Accept_r(&q);
        if (result != 0) {
            take_refusal(result, &told);
            continue;
        }
        struct web_io io = { &q, q.envp, fcgi_read, fcgi_write };
        told = false;
        serve_request(p, &io);
        q.keepConnection = 0; /* one kept open would have this worker to itself */
        FCGX_Finish_r(&q);
        requests--;
    }
    FCGX_Free(&q, 1);
}
