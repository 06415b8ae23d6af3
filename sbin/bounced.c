/* bounced: takes mail that came back and keeps what it says as a report (lib/service/report_take); notifyd finds the message. One mail
 * from the standard input (a pipe of the mail server), or a maildir for as long as it runs: what was understood is removed, what is no
 * report, or of nothing of ours, is moved to its folder cur for a person to look at. A mail is read by a child that may do no more than that
 * (inspect_cage). A mail that cannot be kept now is asked for again: exit status 75, or the file stays. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <sysexits.h>
#include <unistd.h>

#include "bounce_read.h"
#include "buf.h"
#include "conf.h"
#include "enqueue.h"
#include "file.h"
#include "inspect_cage.h"
#include "log.h"
#include "report_take.h"
#include "secret.h"

enum { MAIL_MAX = 512 * 1024, SECONDS_MAX = 10, MEMORY_MAX = 256 * 1024 * 1024, LOOK_SECONDS = 2 };
enum taken { KEPT, NOT_OURS, TRY_AGAIN };

static volatile sig_atomic_t ending;

static void on_end(int sig)
{
    (void)sig;
    ending = 1;
}

/* ---- the cage ---- */

static _Noreturn void read_caged(int fd, const char *bytes, size_t n)
{
    struct bounce b;
    if (!inspect_cage_limits(MEMORY_MAX, SECONDS_MAX) || (inspect_cage_is_possible() && !inspect_cage_close_blind(fd)))
        _exit(1);
    bounce_read(bytes, n, &b);
    _exit(write(fd, &b, sizeof b) == (ssize_t)sizeof b ? 0 : 1);
}

static bool receive(int fd, struct bounce *out)
{
    char *to = (char *)out;
    size_t n = 0;
    for (ssize_t got; n < sizeof *out && (got = read(fd, to + n, sizeof *out - n)) != 0;) {
        if (got < 0 && errno != EINTR)
            return false;
        n += got > 0 ? (size_t)got : 0;
    }
    return n == sizeof *out;
}

/* What came out of the cage is a stranger's word too. */
static bool is_sound(struct bounce *b)
{
    for (size_t i = 0; i < BOUNCE_TO_COUNT; i++)
        b->to[i][BOUNCE_TO_MAX] = '\0';
    b->code[REPORT_CODE_MAX] = '\0';
    return !b->is_report || b->verdict == REPORT_DELAYED || b->verdict == REPORT_UNDELIVERED || b->verdict == REPORT_DELIVERED;
}

static bool look_into(const char *bytes, size_t n, struct bounce *out)
{
    int ends[2], status = 0;
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        log_die("no socket pair: %s", strerror(errno));
    pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        read_caged(ends[1], bytes, n);
    }
    if (child < 0)
        log_die("no child: %s", strerror(errno));
    close(ends[1]);
    bool whole = receive(ends[0], out);
    close(ends[0]);
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (WIFSIGNALED(status))
        log_line(LOG_WARNING, "the look into a mail ended by signal %d", WTERMSIG(status));
    return whole && is_sound(out);
}

/* ---- one mail ---- */

/* The one address that looks like one of ours: "bounce+…@d" where mail.bounce is "bounce@d". Whether it is, notifyd knows. */
static const char *our_address(const struct bounce *b)
{
    const char *base = conf_text("mail.bounce"), *at = strchr(base, '@');
    for (size_t i = 0; at != NULL && i < BOUNCE_TO_COUNT; i++) {
        const char *to = b->to[i], *end = strrchr(to, '@');
        size_t n = (size_t)(at - base);
        if (end != NULL && strncasecmp(to, base, n) == 0 && to[n] == '+' && strcasecmp(end, at) == 0 && strlen(to) <= REPORT_ID_MAX)
            return to;
    }
    return NULL;
}

static enum taken take(struct db *db, const char *bytes, size_t n)
{
    struct bounce b;
    struct fail f = { 0 };
    size_t fresh;
    const char *to = look_into(bytes, n, &b) ? our_address(&b) : NULL;
    if (to == NULL || !b.is_report) {
        log_line(LOG_INFO, "a mail that is no report%s", to == NULL ? " or to no address of ours" : "");
        return NOT_OURS;
    }
    const struct report r = { .source = REPORT_MAIL, .verdict = b.verdict, .gateway_id = "", .message_id = to, .to = "", .code = b.code,
                              .said_at = b.said_at, .raw = "" };
    if (!report_take(db, &r, 1, &fresh, &f)) {
        log_fail("bounce", &f);
        return TRY_AGAIN;
    }
    enqueue_poke();
    return KEPT;
}

/* The rest of a long mail is the one that came back. */
static enum taken take_stream(struct db *db, int fd)
{
    char piece[16 * 1024];
    struct buf mail;
    struct mem *m = mem_new_secret(NULL, "mail");
    ssize_t got;
    buf_init(&mail, m, MAIL_MAX);
    while ((got = read(fd, piece, sizeof piece)) > 0 || (got < 0 && errno == EINTR))
        if (got > 0)
            buf_add(&mail, piece, mail.len + (size_t)got <= MAIL_MAX ? (size_t)got : MAIL_MAX - mail.len);
    enum taken taken = got < 0 ? TRY_AGAIN : take(db, mail.data != NULL ? mail.data : "", mail.len);
    mem_free(&m);
    return taken;
}

/* ---- a maildir ---- */

/* False: the database is away, the others wait too. */
static bool take_file(struct db *db, struct mem *m, const char *folder, const char *name)
{
    const char *path = mem_printf(m, "%s/new/%s", folder, name);
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0) {
        log_line(LOG_WARNING, "a mail cannot be read: %s", strerror(errno));
        return true;
    }
    enum taken taken = take_stream(db, fd);
    close(fd);
    if (taken == TRY_AGAIN)
        return false;
    if ((taken == KEPT ? unlink(path) : rename(path, mem_printf(m, "%s/cur/%s:2,", folder, name))) != 0)
        log_die("a mail cannot be put away in %s: %s", folder, strerror(errno));
    return true;
}

static void make_maildir(const char *folder)
{
    static const char *const PARTS[] = { "", "/new", "/cur", "/tmp" };
    struct mem *m = mem_new(NULL, "maildir");
    for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++)
        if (mkdir(mem_printf(m, "%s%s", folder, PARTS[i]), 0700) != 0 && errno != EEXIST)
            log_die("%s cannot be made: %s", folder, strerror(errno));
    mem_free(&m);
}

static void take_maildir(struct db *db, const char *folder)
{
    struct mem *m = mem_new(NULL, "maildir");
    DIR *dir = opendir(mem_printf(m, "%s/new", folder));
    if (dir == NULL)
        log_die("%s is no maildir: %s", folder, strerror(errno));
    for (const struct dirent *e; !ending && (e = readdir(dir)) != NULL;)
        if (e->d_name[0] != '.' && !take_file(db, m, folder, e->d_name))
            break;
    closedir(dir);
    mem_free(&m);
}

int main(int argc, char **argv)
{
    const struct sigaction end = { .sa_handler = on_end };
    struct fail f = { 0 };
    log_open("bounced");
    secret_start();
    if (argc < 3 || argc > 4 || strcmp(argv[1], "-c") != 0)
        log_die("usage: bounced -c FILE [MAILDIR]");
    if (prctl(PR_SET_DUMPABLE, 0) != 0 || !conf_open(argv[2], &f))
        log_die("%s", f.detail);
    bounce_read_open();
    signal(SIGPIPE, SIG_IGN);
    struct mem *m = mem_new_secret(NULL, "bounced");
    struct db *db = db_new(m, DB_REPORT);
    enum taken taken = KEPT;
    if (argc == 3) {
        taken = take_stream(db, STDIN_FILENO);
    } else {
        sigaction(SIGTERM, &end, NULL);
        sigaction(SIGINT, &end, NULL);
        make_maildir(argv[3]);
        for (; !ending; sleep(LOOK_SECONDS))
            take_maildir(db, argv[3]);
    }
    mem_free(&m);
    return taken == TRY_AGAIN ? EX_TEMPFAIL : EX_OK;
}
