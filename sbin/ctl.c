/* ctl: options, secrets and failures of the commands. */
#include "ctl.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "file.h"

#define SECRET_MAX 1024

const char *ctl_option(struct ctl *c, const char *name)
{
    for (int i = 0; i + 1 < c->argc; i++)
        if (strcmp(c->argv[i], name) == 0) {
            const char *value = c->argv[i + 1];
            for (int k = i; k + 2 < c->argc; k++)
                c->argv[k] = c->argv[k + 2];
            c->argc -= 2;
            return value;
        }
    return NULL;
}

static char *standard_input(struct ctl *c, struct fail *f)
{
    char *text = mem_alloc(c->m, SECRET_MAX + 1);
    size_t n = 0;
    for (ssize_t got; n < SECRET_MAX && (got = read(STDIN_FILENO, text + n, SECRET_MAX - n)) > 0; n += (size_t)got)
        if (memchr(text + n, '\n', (size_t)got) != NULL)
            return text;
    if (n > 0 && n < SECRET_MAX)
        return text;
    fail_set(f, FAIL_INPUT, "nothing_read", "the standard input gave no line");
    return NULL;
}

char *ctl_secret(struct ctl *c, const char *path, struct fail *f)
{
    size_t n;
    char *text = path == NULL ? standard_input(c, f) : file_read(c->m, path, SECRET_MAX, &n, f);
    if (text != NULL)
        text[strcspn(text, "\r\n")] = '\0';
    return text;
}

enum ctl_exit ctl_say_fail(const char *what, const struct fail *f)
{
    fprintf(stderr, "gongshictl: %s: %s%s%s%s%s\n", what, f->field, f->field[0] != '\0' ? ": " : "", f->code, f->detail[0] != '\0' ? ": " : "",
            f->detail);
    return CTL_FAILED;
}
