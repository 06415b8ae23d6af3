/* inspect_cage: see inspect_cage.h. */
#include "inspect_cage.h"

#include <errno.h>
#include <seccomp.h>
#include <sys/resource.h>
#include <unistd.h>

#ifndef __has_feature
#define __has_feature(x) 0
#endif

bool inspect_cage_is_possible(void)
{
#if defined __SANITIZE_ADDRESS__ || __has_feature(address_sanitizer)
    return false;
#else
    return true;
#endif
}

bool inspect_cage_limits(size_t memory, unsigned seconds)
{
    const struct rlimit most = { memory, memory }, none = { 0, 0 };
    alarm(seconds);
    return (!inspect_cage_is_possible() || setrlimit(RLIMIT_AS, &most) == 0) && setrlimit(RLIMIT_CORE, &none) == 0;
}

static bool close_cage(int fd, bool blind)
{
    static const int ALLOWED[] = { SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(exit),
                                   SCMP_SYS(exit_group), SCMP_SYS(rt_sigreturn), SCMP_SYS(clock_gettime), SCMP_SYS(getrandom),
                                   SCMP_SYS(futex), SCMP_SYS(close) };
    enum { EXECUTABLE = 4 }; /* PROT_EXEC */
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_KILL_PROCESS);
    int bad = filter == NULL;
    for (size_t i = 0; !bad && i < sizeof ALLOWED / sizeof *ALLOWED; i++)
        bad = seccomp_rule_add(filter, SCMP_ACT_ALLOW, ALLOWED[i], 0);
    bad = bad || seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(read), 1, SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)fd, 0));
    bad = bad || seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(write), 1, SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)fd, 0));
    bad = bad || seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, EXECUTABLE, 0));
    /* stdio asks what it writes to; it does without. */
    bad = bad || seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(fstat), 0);
    bad = bad || seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(newfstatat), 0);
    bad = bad || (blind && seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(openat), 0) != 0);
    bad = bad || seccomp_load(filter) != 0;
    if (filter != NULL)
        seccomp_release(filter);
    return !bad;
}

bool inspect_cage_close(int fd)
{
    return close_cage(fd, false);
}

bool inspect_cage_close_blind(int fd)
{
    return close_cage(fd, true);
}
