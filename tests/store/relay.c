/* relay: a child that passes bytes on until a COMMIT goes by. */
#include "relay.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/un.h>

static int listen_at(const char *path)
{
    struct sockaddr_un at = { .sun_family = AF_UNIX };
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    snprintf(at.sun_path, sizeof at.sun_path, "%s", path);
    unlink(path);
    assert_return_code(bind(fd, (struct sockaddr *)&at, sizeof at), errno);
    assert_return_code(listen(fd, 8), errno);
    return fd;
}

static int server_end(void)
{
    struct sockaddr_un at = { .sun_family = AF_UNIX };
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    snprintf(at.sun_path, sizeof at.sun_path, "%s", house.socket);
    return connect(fd, (struct sockaddr *)&at, sizeof at) == 0 ? fd : -1;
}

/* Until one side ends, or a COMMIT has been lost as wanted. */
static void relay(int client, int server, enum relay_loss loss)
{
    char bytes[65536];
    bool committing = false;
    struct pollfd both[2] = { { client, POLLIN, 0 }, { server, POLLIN, 0 } };
    while (poll(both, 2, -1) > 0)
        for (int side = 0; side < 2; side++) {
            if ((both[side].revents & (POLLIN | POLLHUP)) == 0)
                continue;
            ssize_t n = read(both[side].fd, bytes, sizeof bytes);
            if (n <= 0 || (side == 1 && committing))
                return;
            committing = side == 0 && memmem(bytes, (size_t)n, "COMMIT", 6) != NULL;
            if (committing && loss == RELAY_LOSES_QUESTION)
                return;
            if (write(both[1 - side].fd, bytes, (size_t)n) != n)
                return;
        }
}

pid_t relay_start(const char *path, enum relay_loss loss)
{
    int listener = listen_at(path);
    fflush(NULL);
    pid_t child = fork();
    if (child != 0) {
        close(listener);
        return child;
    }
    for (;;) {
        int client = accept(listener, NULL, NULL), server = server_end();
        relay(client, server, loss);
        close(client);
        close(server);
    }
}

void relay_stop(pid_t child)
{
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
}
