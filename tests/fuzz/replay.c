/* replay: gives a fuzz target what is kept in its corpus, so that any compiler checks it. Without arguments the corpus is
 * $top_srcdir/tests/fuzz/corpus/<name of the program without "fuzz_">; every file is one TAP test. Each file is given whole, cut
 * off after every byte and with every byte changed (as far as EVERY), in a block of exactly its size, so that a sanitizer sees the
 * first byte too many. A target says that something is wrong by ending the process. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "mem.h"

#define EVERY 400

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void give(const char *bytes, size_t n)
{
    struct mem *m = mem_new(NULL, "input");
    LLVMFuzzerTestOneInput(mem_bytes(m, bytes, n), n);
    mem_free(&m);
}

static bool replay(const char *path)
{
    struct fail f;
    size_t n;
    struct mem *m = mem_new(NULL, "replay");
    char *bytes = file_read(m, path, (size_t)1 << 20, &n, &f);
    if (bytes != NULL) {
        give(bytes, n);
        size_t every = n < EVERY ? n : EVERY;
        for (size_t i = 0; i < every; i++) {
            char was = bytes[i];
            give(bytes, i);
            bytes[i] = (char)(was ^ (1 << i % 8));
            give(bytes, n);
            bytes[i] = was;
        }
    }
    mem_free(&m);
    return bytes != NULL;
}

static int corpus(const char *program)
{
    static char paths[1000][512];
    char dir[256];
    const char *top = getenv("top_srcdir"), *slash = strrchr(program, '/'), *name = slash != NULL ? slash + 1 : program;
    snprintf(dir, sizeof dir, "%s/tests/fuzz/corpus/%s", top != NULL ? top : ".",
             strncmp(name, "fuzz_", 5) == 0 ? name + 5 : name);
    DIR *d = opendir(dir);
    if (d == NULL) {
        printf("Bail out! no corpus in %s\n", dir);
        return 1;
    }
    int count = 0, good = 0;
    for (struct dirent *e; count < 1000 && (e = readdir(d)) != NULL;)
        if (e->d_name[0] != '.')
            snprintf(paths[count++], sizeof paths[0], "%s/%s", dir, e->d_name);
    closedir(d);
    printf("1..%d\n", count);
    for (int i = 0; i < count; i++) {
        fflush(stdout);
        bool read = replay(paths[i]);
        good += read;
        printf("%s %d - %s\n", read ? "ok" : "not ok", i + 1, strrchr(paths[i], '/') + 1);
    }
    return count > 0 && good == count ? 0 : 1;
}

int main(int argc, char **argv)
{
    if (argc < 2)
        return corpus(argv[0]);
    for (int i = 1; i < argc; i++)
        if (!replay(argv[i]))
            return 1;
    return 0;
}
