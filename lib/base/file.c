/* file: whole small files. */
#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char *read_open(struct mem *m, int fd, const char *path, size_t max, size_t *n, struct fail *f)
{
    struct stat st;
    if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode))
        return fail_set(f, FAIL_INTERNAL, "file_missing", "%s: not a file", path), NULL;
    if (st.st_size < 0 || (uintmax_t)st.st_size > max)
        return fail_set(f, FAIL_TOO_LARGE, "file_too_large", "%s: more than %zu bytes", path, max), NULL;
    size_t size = (size_t)st.st_size, got = 0;
    char *data = mem_alloc(m, size + 1);
    while (got < size) {
        ssize_t r = read(fd, data + got, size - got);
        if (r < 0 && errno == EINTR)
            continue;
        if (r < 0)
            return fail_set(f, FAIL_INTERNAL, "file_missing", "%s: %s", path, strerror(errno)), NULL;
        if (r == 0)
            break;
        got += (size_t)r;
    }
    data[got] = '\0';
    *n = got;
    return data;
}

char *file_read(struct mem *m, const char *path, size_t max, size_t *n, struct fail *f)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return fail_set(f, FAIL_INTERNAL, "file_missing", "%s: %s", path, strerror(errno)), NULL;
    char *data = read_open(m, fd, path, max, n, f);
    close(fd);
    return data;
}

static bool write_all(int fd, const char *bytes, size_t n)
{
    while (n > 0) {
        ssize_t w = write(fd, bytes, n);
        if (w < 0 && errno == EINTR)
            continue;
        if (w <= 0)
            return false;
        bytes += w;
        n -= (size_t)w;
    }
    return true;
}

/* The new name must survive a power cut as well as the bytes. */
static void sync_folder(const char *path)
{
    char folder[4096];
    snprintf(folder, sizeof folder, "%s", path);
    char *slash = strrchr(folder, '/');
    if (slash == NULL)
        snprintf(folder, sizeof folder, ".");
    else
        slash[slash == folder ? 1 : 0] = '\0';
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        fsync(fd);
        close(fd);
    }
}

bool file_write(const char *path, const void *bytes, size_t n, unsigned mode, struct fail *f)
{
    char tmp[4096];
    if ((size_t)snprintf(tmp, sizeof tmp, "%s.tmp", path) >= sizeof tmp)
        return fail_set(f, FAIL_INTERNAL, "file_write", "path too long");
    unlink(tmp);
    int fd = open(tmp, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, (mode_t)mode);
    if (fd < 0)
        return fail_set(f, FAIL_INTERNAL, "file_write", "%s: %s", tmp, strerror(errno));
    bool done = write_all(fd, bytes, n) && fchmod(fd, (mode_t)mode) == 0 && fsync(fd) == 0;
    done = close(fd) == 0 && done && rename(tmp, path) == 0;
    if (!done) {
        fail_set(f, FAIL_INTERNAL, "file_write", "%s: %s", path, strerror(errno));
        unlink(tmp);
        return false;
    }
    sync_folder(path);
    return true;
}

char *file_path(struct mem *m, const char *dir, const char *name)
{
    return mem_printf(m, "%s/%s", dir, name);
}
