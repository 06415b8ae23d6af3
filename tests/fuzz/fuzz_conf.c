/* conf: any file is taken or refused with its line, and after it every setting still fits. */
#include "fuzz.h"

#include <sys/mman.h>
#include <unistd.h>

#include "conf.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct fail f = {0};
    char path[64];
    int fd = memfd_create("settings", 0);
    PROMISE(fd >= 0 && write(fd, data, n) == (ssize_t)n);
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    bool taken = conf_open(path, &f);
    close(fd);
    PROMISE(taken || (strcmp(f.code, "conf_bad") == 0 && strncmp(f.detail, path, strlen(path)) == 0 &&
                      f.detail[strlen(path)] == ':'));
    int64_t idle = conf_number("session.idle_minutes");
    PROMISE(idle >= 1 && idle <= 240);
    PROMISE(conf_text("dir.secrets")[0] == '/');
    PROMISE(taken || strcmp(conf_text("db.name"), "gongshi") == 0);
    return 0;
}
