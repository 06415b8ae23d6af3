/* inspection: the client's side of inspectd. */
#include "inspection.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include "conf.h"
#include "scan.h"

#define WAIT_SECONDS 60
#define LINE_MAX_BYTES 80

struct inspection { int fd; bool spoke; };

static void hang_up(void *ctx)
{
    struct inspection *s = ctx;
    if (s->fd >= 0)
        close(s->fd);
    s->fd = -1;
}

static bool away(struct fail *f, const char *what)
{
    fail_set(f, FAIL_UNAVAILABLE, "inspect_away", "%s: %s", what, strerror(errno));
    return false;
}

/* False also when inspectd has answered and hung up before the end: then its answer is what counts. */
static bool put(struct inspection *s, const void *bytes, size_t n)
{
    const char *at = bytes;
    while (n > 0) {
        ssize_t sent = send(s->fd, at, n, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent <= 0)
            return false;
        at += sent;
        n -= (size_t)sent;
    }
    return true;
}

struct inspection *inspection_open(struct mem *m, const char *ending, struct fail *f)
{
    struct sockaddr_un to = { .sun_family = AF_UNIX };
    const char *path = conf_text("socket.inspect");
    if (strlen(path) >= sizeof to.sun_path) {
        fail_set(f, FAIL_INTERNAL, "internal", "socket.inspect is too long");
        return NULL;
    }
    memcpy(to.sun_path, path, strlen(path) + 1);
    struct inspection *s = mem_alloc(m, sizeof *s);
    s->fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    mem_on_free(m, hang_up, s);
    struct timeval wait = { .tv_sec = WAIT_SECONDS };
    char *line = mem_printf(m, "INSPECT %s\n", ending);
    if (s->fd < 0 || setsockopt(s->fd, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof wait) < 0 ||
        setsockopt(s->fd, SOL_SOCKET, SO_SNDTIMEO, &wait, sizeof wait) < 0 ||
        connect(s->fd, (const struct sockaddr *)&to, sizeof to) < 0 || !put(s, line, strlen(line))) {
        away(f, "inspectd");
        return NULL;
    }
    return s;
}

bool inspection_send(struct inspection *s, const void *bytes, size_t n, struct fail *f)
{
    unsigned char head[4] = { (unsigned char)(n >> 24), (unsigned char)(n >> 16), (unsigned char)(n >> 8), (unsigned char)n };
    if (n == 0 || s->spoke)
        return true;
    if (put(s, head, sizeof head) && put(s, bytes, n))
        return true;
    if (errno != EPIPE && errno != ECONNRESET)
        return away(f, "inspectd while sending");
    s->spoke = true;
    return true;
}

static bool read_line(struct inspection *s, char line[LINE_MAX_BYTES])
{
    size_t n = 0;
    while (n + 1 < LINE_MAX_BYTES) {
        ssize_t got = recv(s->fd, line + n, 1, 0);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        if (line[n] == '\n') {
            line[n] = '\0';
            return true;
        }
        n++;
    }
    return false;
}

bool inspection_end(struct inspection *s, struct fail *f)
{
    static const unsigned char nothing_more[4] = { 0 };
    char line[LINE_MAX_BYTES] = { 0 };
    if (!s->spoke && !put(s, nothing_more, sizeof nothing_more) && errno != EPIPE && errno != ECONNRESET)
        return away(f, "inspectd at the end");
    bool heard = read_line(s, line);
    hang_up(s);
    if (heard && strncmp(line, "OK ", 3) == 0)
        return true;
    if (heard && strncmp(line, "NO ", 3) == 0 && scan_word(line + 3, 40))
        return fail_field(f, "file", line + 3);
    return away(f, "inspectd gave no answer");
}
