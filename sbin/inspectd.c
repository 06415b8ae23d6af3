/* inspectd: looks into a file's bytes in memory before they are sealed. Listens on the unix socket socket.inspect; a child a file, which
 * after loading libmagic may do no more than read, answer, allocate and end (seccomp). Keeps nothing, writes nothing, knows no key.
 *
 * A client sends "INSPECT <ending>\n", then blocks (4 bytes length, big-endian, and the bytes; length 0 ends); the answer is
 * "OK <kind>\n" or "NO <code>\n". A client that is slow or sends too much is cut off. */
#include <errno.h>
#include <seccomp.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "buf.h"
#include "conf.h"
#include "inspect.h"
#include "log.h"

enum { CHILDREN_MAX = 8, SECONDS_MAX = 60, MEMORY_MAX = 512 * 1024 * 1024 };

/* AddressSanitizer maps terabytes and calls what the filter forbids; only a build for tests has it. */
#ifndef __has_feature
#define __has_feature(x) 0
#endif
#if defined __SANITIZE_ADDRESS__ || __has_feature(address_sanitizer)
enum { SANITIZED = 1 };
#else
enum { SANITIZED = 0 };
#endif

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
    size_t n = 0;
    if (!read_exactly(fd, word, sizeof word) || memcmp(word, WORD, sizeof word) != 0)
        return false;
    while (n < 15 && read_exactly(fd, kind + n, 1) && kind[n] != '\n')
        n++;
    if (n == 15)
        return false;
    kind[n] = '\0';
    return true;
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

/* After this the child can open nothing, connect nowhere and start nothing. */
static void lock_down(void)
{
    static const int ALLOWED[] = { SCMP_SYS(read), SCMP_SYS(write), SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap),
                                   SCMP_SYS(madvise), SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(rt_sigreturn),
                                   SCMP_SYS(clock_gettime), SCMP_SYS(getrandom), SCMP_SYS(futex), SCMP_SYS(close) };
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_KILL_PROCESS);
    int bad = filter == NULL;
    for (size_t i = 0; !bad && i < sizeof ALLOWED / sizeof *ALLOWED; i++)
        bad = seccomp_rule_add(filter, SCMP_ACT_ALLOW, ALLOWED[i], 0);
    /* Memory yes, executable memory no. */
    bad = bad || seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, 4, 0));
    bad = bad || seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(fstat), 0);
    bad = bad || seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(newfstatat), 0);
    if (bad || seccomp_load(filter) != 0)
        log_die("the seccomp filter was refused");
    seccomp_release(filter);
}

static _Noreturn void serve(int fd)
{
    char ending_word[16];
    struct mem *m = mem_new_secret(NULL, "inspected file");
    struct buf bytes;
    buf_init(&bytes, m, (size_t)conf_number("objection.media_max"));
    alarm(SECONDS_MAX);
    if (!SANITIZED)
        lock_down();
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
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0 || path == NULL || strlen(path) >= sizeof at.sun_path)
        log_die("setting socket.inspect is missing or too long");
    memcpy(at.sun_path, path, strlen(path) + 1);
    unlink(path);
    umask(0117);
    if (bind(fd, (struct sockaddr *)&at, sizeof at) != 0 || listen(fd, 128) != 0)
        log_die("cannot listen at %s: %s", path, strerror(errno));
    return fd;
}

static void set_signals(void)
{
    struct sigaction end = { .sa_handler = on_end }; /* no SA_RESTART: accept must come back */
    sigaction(SIGTERM, &end, NULL);
    sigaction(SIGINT, &end, NULL);
    signal(SIGPIPE, SIG_IGN);
}

static void start_child(int listener, int fd)
{
    pid_t child = fork();
    if (child == 0) {
        struct rlimit memory = { MEMORY_MAX, MEMORY_MAX };
        signal(SIGTERM, SIG_DFL);
        close(listener);
        if (!SANITIZED)
            setrlimit(RLIMIT_AS, &memory);
        serve(fd);
    }
    if (child < 0)
        log_line(LOG_ERROR, "no child: %s", strerror(errno));
}

int main(int argc, char **argv)
{
    struct fail f = { 0 };
    int children = 0;
    log_open("inspectd");
    if (argc != 3 || strcmp(argv[1], "-c") != 0)
        log_die("usage: inspectd -c FILE");
    if (!conf_open(argv[2], &f))
        log_die("%s", f.detail);
    if (!inspect_open())
        log_die("libmagic's database cannot be loaded");
    prctl(PR_SET_DUMPABLE, 0);
    int listener = listen_at(conf_text("socket.inspect"));
    set_signals();
    while (!ending) {
        int fd = children < CHILDREN_MAX ? accept(listener, NULL, NULL) : -1;
        if (fd >= 0) {
            start_child(listener, fd);
            children++;
            close(fd);
        }
        while (children > 0 && waitpid(-1, NULL, children < CHILDREN_MAX ? WNOHANG : 0) > 0)
            children--;
    }
    unlink(conf_text("socket.inspect"));
    return 0;
}
