/* inspectd: looks into a file's bytes in memory before they are sealed. Listens on the unix socket socket.inspect; a child a file, which
 * after loading libmagic may do no more than read, answer, allocate and end (inspect_cage). Keeps nothing, writes nothing, knows no key.
 *
 * A client sends "INSPECT <ending>\n", then blocks (4 bytes length, big-endian, and the bytes; length 0 ends); the answer is
 * "OK <kind>\n" or "NO <code>\n". A client that is silent or sends too much is cut off. */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "alive.h"
#include "buf.h"
#include "clock.h"
#include "conf.h"
#include "inspect.h"
#include "inspect_cage.h"
#include "log.h"

enum { CHILDREN_MAX = 8, SECONDS_MAX = 60, SILENT_SECONDS = 10, MEMORY_MAX = 512 * 1024 * 1024 };

static volatile sig_atomic_t ending;

static void on_end(int sig)
{
    (void)sig;
    ending = 1;
}

static bool read_exactly(int fd, void *to, size_t n)
{
    for (char *p = to; n > 0;) {
        ssize_t got = read(fd, p, n);
        if (got <= 0)
            return false;
        p += got;
        n -= (size_t)got;
    }
    return true;
}

static void answer(int fd, const char *word, const char *what)
{
    char line[80];
    size_t n = strlen(word), w = strlen(what);
    memcpy(line, word, n);
    memcpy(line + n, what, w);
    line[n + w] = '\n';
    if (write(fd, line, n + w + 1) < 0)
        _exit(1);
}

/* "INSPECT pdf\n" -> "pdf" */
static bool read_request(int fd, char kind[16])
{
    static const char WORD[] = "INSPECT ";
    char word[sizeof WORD - 1];
    if (!read_exactly(fd, word, sizeof word) || memcmp(word, WORD, sizeof word) != 0)
        return false;
    for (size_t n = 0; n < 16 && read_exactly(fd, kind + n, 1); n++)
        if (kind[n] == '\n') {
            kind[n] = '\0';
            return true;
        }
    return false;
}

static bool read_blocks(int fd, struct buf *bytes)
{
    unsigned char piece[64 * 1024], head[4];
    while (read_exactly(fd, head, sizeof head)) {
        size_t left = (size_t)head[0] << 24 | (size_t)head[1] << 16 | (size_t)head[2] << 8 | head[3];
        if (left == 0)
            return true;
        while (left > 0) {
            size_t n = left < sizeof piece ? left : sizeof piece;
            if (!read_exactly(fd, piece, n) || !buf_add(bytes, piece, n))
                return false;
            left -= n;
        }
    }
    return false;
}

static _Noreturn void serve(int fd)
{
    char ending_word[16];
    struct mem *m = mem_new_secret(NULL, "inspected file");
    struct buf bytes;
    buf_init(&bytes, m, (size_t)conf_number("objection.media_max"));
    if (!inspect_cage_limits(MEMORY_MAX, SECONDS_MAX) || (inspect_cage_is_possible() && !inspect_cage_close(fd)))
        log_die("the cage was refused");
    if (!read_request(fd, ending_word))
        _exit(1);
    const char *kind = inspect_kind(ending_word);
    if (!read_blocks(fd, &bytes)) {
        if (bytes.over)
            answer(fd, "NO ", inspect_verdict_code(INSPECT_TOO_LARGE));
        _exit(1);
    }
    enum inspect_verdict v = kind == NULL ? INSPECT_TYPE : inspect_bytes(kind, (unsigned char *)bytes.data, bytes.len);
    if (v == INSPECT_OK)
        answer(fd, "OK ", kind);
    else
        answer(fd, "NO ", inspect_verdict_code(v));
    mem_free(&m);
    _exit(0);
}

static int listen_at(const char *path)
{
    struct sockaddr_un at = { .sun_family = AF_UNIX };
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0 || strlen(path) >= sizeof at.sun_path)
        log_die("the setting socket.inspect is too long");
    memcpy(at.sun_path, path, strlen(path) + 1);
    unlink(path);
    umask(0117);
    if (bind(fd, (struct sockaddr *)&at, sizeof at) != 0 || listen(fd, 128) != 0)
        log_die("cannot listen at %s: %s", path, strerror(errno));
    umask(0077);
    return fd;
}

static void on_child(int sig)
{
    (void)sig;
}

/* They come only while poll waits, so that none is missed between looking and waiting. */
static void set_signals(sigset_t *while_waiting)
{
    const struct sigaction end = { .sa_handler = on_end }, child = { .sa_handler = on_child };
    sigset_t held;
    sigemptyset(&held);
    sigaddset(&held, SIGTERM);
    sigaddset(&held, SIGINT);
    sigaddset(&held, SIGCHLD);
    sigprocmask(SIG_BLOCK, &held, while_waiting);
    sigaction(SIGTERM, &end, NULL);
    sigaction(SIGINT, &end, NULL);
    sigaction(SIGCHLD, &child, NULL);
    signal(SIGPIPE, SIG_IGN);
}

/* A file in hand is finished whoever asks the whole group to end; the alarm bounds it. True if there is a child now. */
static bool start_child(int listener, int fd)
{
    const struct timeval silent = { .tv_sec = SILENT_SECONDS };
    pid_t child = fork();
    if (child == 0) {
        close(listener);
        if (setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &silent, sizeof silent) != 0)
            _exit(1);
        serve(fd);
    }
    if (child < 0)
        log_line(LOG_ERROR, "no child: %s", strerror(errno));
    return child > 0;
}

static void take_files(int listener, const sigset_t *while_waiting)
{
    int children = 0;
    int status;
    pid_t child;
    while (!ending || children > 0) {
        bool room = !ending && children < CHILDREN_MAX;
        struct pollfd p = { .fd = room ? listener : -1, .events = POLLIN };
        int fd = ppoll(&p, 1, NULL, while_waiting) > 0 ? accept4(listener, NULL, NULL, SOCK_CLOEXEC) : -1;
        if (fd >= 0) {
            children += start_child(listener, fd);
            close(fd);
        } else if (p.revents != 0 && errno != EAGAIN && errno != ECONNABORTED) {
            log_line(LOG_ERROR, "accept: %s", strerror(errno));
            clock_sleep(CLOCK_SECOND); /* out of descriptors: they come back, a busy loop would not help */
        }
        for (; (child = waitpid(-1, &status, WNOHANG)) > 0; children--)
            if (WIFSIGNALED(status))
                log_line(LOG_WARNING, "the look into a file ended by signal %d", WTERMSIG(status));
    }
}

int main(int argc, char **argv)
{
    struct fail f = { 0 };
    sigset_t while_waiting;
    log_open("inspectd");
    if (argc != 3 || strcmp(argv[1], "-c") != 0)
        log_die("usage: inspectd -c FILE");
    if (prctl(PR_SET_DUMPABLE, 0) != 0 || !conf_open(argv[2], &f))
        log_die("%s", f.detail);
    if (!inspect_open())
        log_die("libmagic's database cannot be loaded");
    set_signals(&while_waiting);
    int listener = listen_at(conf_text("socket.inspect"));
    log_line(LOG_NOTICE, "ready");
    alive_say("READY=1");
    take_files(listener, &while_waiting);
    unlink(conf_text("socket.inspect"));
    return 0;
}
