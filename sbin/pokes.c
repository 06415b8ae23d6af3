/* pokes: see pokes.h. */
#include "pokes.h"

#include <errno.h>
#include <glob.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "clock.h"
#include "log.h"

static struct { int fd; bool owner, left; int64_t passed_at; struct sockaddr_un shared, own; } here = { .fd = -1 };

static void name(struct sockaddr_un *at, const char *path, long number)
{
    *at = (struct sockaddr_un){ .sun_family = AF_UNIX };
    int n = number == 0 ? snprintf(at->sun_path, sizeof at->sun_path, "%s", path)
                        : snprintf(at->sun_path, sizeof at->sun_path, "%s.%ld", path, number);
    if (n < 0 || (size_t)n >= sizeof at->sun_path)
        log_die("the setting socket.poke is too long");
}

static int listen_at(const struct sockaddr_un *at, mode_t mask)
{
    int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    unlink(at->sun_path);
    umask(mask);
    if (fd < 0 || bind(fd, (const struct sockaddr *)at, sizeof *at) != 0)
        log_die("cannot listen at %s: %s", at->sun_path, strerror(errno));
    umask(0077);
    return fd;
}

static bool is_owned(const struct sockaddr_un *at)
{
    int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    bool owned = fd >= 0 && connect(fd, (const struct sockaddr *)at, sizeof *at) == 0;
    if (fd >= 0)
        close(fd);
    return owned;
}

void pokes_look(const char *path)
{
    if (here.owner)
        return;
    name(&here.shared, path, 0);
    name(&here.own, path, (long)getpid());
    bool owned = is_owned(&here.shared);
    if (owned && here.fd >= 0)
        return;
    if (!owned && here.fd >= 0) {
        close(here.fd);
        unlink(here.own.sun_path);
    }
    here.owner = !owned;
    here.fd = owned ? listen_at(&here.own, 0177) : listen_at(&here.shared, 0117);
}

int pokes_fd(void)
{
    return here.fd;
}

/* Those whose process is gone are cleared away. */
static void pass_on(void)
{
    glob_t found;
    char pattern[sizeof here.shared.sun_path + 2];
    snprintf(pattern, sizeof pattern, "%s.*", here.shared.sun_path);
    if (glob(pattern, GLOB_NOSORT, NULL, &found) == 0) {
        for (size_t i = 0; i < found.gl_pathc; i++) {
            struct sockaddr_un at;
            name(&at, found.gl_pathv[i], 0);
            if (sendto(here.fd, "", 1, MSG_DONTWAIT | MSG_NOSIGNAL, (const struct sockaddr *)&at, sizeof at) < 0 && errno == ECONNREFUSED)
                unlink(at.sun_path);
        }
        globfree(&found);
    }
    here.left = false;
    here.passed_at = clock_monotonic();
}

bool pokes_heard(void)
{
    char drop[16];
    bool heard = false;
    while (here.fd >= 0 && recv(here.fd, drop, sizeof drop, MSG_DONTWAIT) > 0)
        heard = true;
    here.left = here.owner && (here.left || heard);
    if (here.left && clock_monotonic() - here.passed_at >= POKES_PAUSE)
        pass_on();
    return heard;
}

int64_t pokes_pending(void)
{
    return here.left ? POKES_PAUSE : INT64_MAX;
}

void pokes_close(void)
{
    if (here.fd >= 0)
        unlink(here.owner ? here.shared.sun_path : here.own.sun_path);
    here.fd = -1;
}
