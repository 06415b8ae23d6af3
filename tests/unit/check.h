/* check: what every unit test wants: cmocka with its prerequisites, the number of rows of a table, and a way to see how a call
 * ends that must end the process. */
#ifndef GS_TESTS_UNIT_CHECK_H
#define GS_TESTS_UNIT_CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define ROWS(table) (sizeof(table) / sizeof *(table))

/* Runs `run(arg)` in a child; its standard error goes to `said`. Gives the exit status, or 128 and the signal. */
__attribute__((unused)) static int ending(void (*run)(void *arg), void *arg, char *said, size_t size)
{
    int ends[2], status = 0;
    assert_return_code(pipe(ends), 0);
    fflush(NULL);
    pid_t child = fork();
    assert_return_code(child, 0);
    if (child == 0) {
        dup2(ends[1], STDERR_FILENO);
        close(ends[0]);
        close(ends[1]);
        run(arg);
        _exit(0);
    }
    close(ends[1]);
    size_t n = 0;
    for (ssize_t got; n + 1 < size && (got = read(ends[0], said + n, size - 1 - n)) > 0;)
        n += (size_t)got;
    said[n] = '\0';
    close(ends[0]);
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

#endif
