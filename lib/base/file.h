/* file: whole small files, read with a ceiling and written by rename. */
#ifndef GS_BASE_FILE_H
#define GS_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "fail.h"
#include "mem.h"

/* The whole file, NUL after it, its length in *n; NULL and `f` when it is missing or larger than `max`. */
char *file_read(struct mem *m, const char *path, size_t max, size_t *n, struct fail *f);
/* Writes path.tmp with `mode`, syncs it and renames it over `path`. */
bool file_write(const char *path, const void *bytes, size_t n, unsigned mode, struct fail *f);
/* "dir/name" */
char *file_path(struct mem *m, const char *dir, const char *name);

#endif
