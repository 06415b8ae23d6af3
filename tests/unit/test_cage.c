/* What the cage of inspectd promises: reading, answering and allocating go on; everything else ends the process at once. Each act runs in a
 * child of its own, first outside the cage (it must work there) and then inside. */
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "inspect_cage.h"

static int own; /* the one socket that a caged child may use */
static int foreign;

static bool opens(void) { return open("/dev/null", O_RDONLY) >= 0; }
static bool opens_to_write(void) { return open("/tmp", O_TMPFILE | O_WRONLY, 0600) >= 0; }
static bool connects(void) { return socket(AF_INET, SOCK_STREAM, 0) >= 0; }
static bool connects_locally(void) { return socket(AF_UNIX, SOCK_STREAM, 0) >= 0; }
static bool forks(void) { return fork() >= 0; }
static bool signals(void) { return kill(getpid(), 0) == 0; }
static bool starts_a_program(void) { return execl("/bin/true", "true", (char *)NULL) == 0; }
static bool writes_elsewhere(void) { return write(foreign, "x", 1) == 1; }
static bool reads_elsewhere(void) { char c; return read(foreign, &c, 0) == 0; }
static bool maps_code(void) { return mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED; }
static bool makes_code(void)
{
    void *p = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return p != MAP_FAILED && mprotect(p, 4096, PROT_READ | PROT_EXEC) == 0;
}
static bool answers(void) { return write(own, "x", 1) == 1; }
static bool allocates(void)
{
    unsigned char *volatile p = malloc(64 << 20);
    if (p == NULL)
        return false;
    memset(p, 1, 64 << 20);
    free(p);
    return true;
}
/* Volatile is the pointer: clang leaves out a block that nobody looks at. */
static bool eats_memory(void)
{
    char *volatile p = malloc((size_t)300 << 20);
    return p != NULL;
}

/* What became of a child that does `act`: its exit status, or 1000 + the signal that ended it. */
static int run(bool (*act)(void), bool caged)
{
    int status;
    pid_t child = fork();
    if (child == 0) {
        if (caged && !(inspect_cage_limits((size_t)256 << 20, 20) && inspect_cage_close(own)))
            _exit(99);
        _exit(act() ? 0 : 1);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFSIGNALED(status) ? 1000 + WTERMSIG(status) : WEXITSTATUS(status);
}

static int set_up(void **state)
{
    int pair[2], other[2];
    (void)state;
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, pair) != 0 || socketpair(AF_UNIX, SOCK_STREAM, 0, other) != 0)
        return -1;
    own = pair[0];
    foreign = other[0];
    return 0;
}

static void what_a_stranger_would_want_ends_the_process(void **state)
{
    static bool (*const ACTS[])(void) = { opens, opens_to_write, connects, connects_locally, forks, signals, starts_a_program,
                                          writes_elsewhere, reads_elsewhere, maps_code, makes_code };
    (void)state;
    if (!inspect_cage_is_possible())
        skip();
    for (size_t i = 0; i < sizeof ACTS / sizeof *ACTS; i++) {
        assert_int_equal(run(ACTS[i], false), 0);
        assert_int_equal(run(ACTS[i], true), 1000 + SIGSYS);
    }
}

static void looking_and_answering_go_on(void **state)
{
    (void)state;
    if (!inspect_cage_is_possible())
        skip();
    assert_int_equal(run(answers, true), 0);
    assert_int_equal(run(allocates, true), 0);
}

static void memory_has_an_end(void **state)
{
    (void)state;
    if (!inspect_cage_is_possible())
        skip();
    assert_int_equal(run(eats_memory, false), 0);
    assert_int_equal(run(eats_memory, true), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_a_stranger_would_want_ends_the_process),
        cmocka_unit_test(looking_and_answering_go_on),
        cmocka_unit_test(memory_has_an_end),
    };
    return cmocka_run_group_tests(tests, set_up, NULL);
}
