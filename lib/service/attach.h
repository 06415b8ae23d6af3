/* attach: files of a form, one by one: seen by inspectd and sealed as they stream by, a chunk of 1 MiB a row: for the case key, but a
 * stamped paper, which says who objects, for the identity key. Nothing of a file is kept unless all of it was good: run begin, data and
 * end inside one transaction. The form's token is the only way to them. */
#ifndef GS_SERVICE_ATTACH_H
#define GS_SERVICE_ATTACH_H

#include "db.h"
#include "seal.h"
#include "token.h"

struct attach_in {
    const struct token *token;
    const char *purpose;   /* EVIDENCE SEAL_SCAN ANSWER */
    const char *file_name; /* as the browser says */
};
struct attach;

/* Where the sealed bytes belong; `what` is "file" for chunks and "name" for name_sealed. Readers of cases use it too. */
char *attach_context(struct mem *m, const unsigned char form_hash[32], const char *what);

/* Fails of the field "file": file_type (by its name), files_full; FAIL_UNAVAILABLE without inspectd. `m` must live until the end. */
struct attach *attach_begin(struct mem *m, struct db *db, const struct attach_in *in, struct fail *f);
bool attach_data(struct attach *a, const void *bytes, size_t n, struct fail *f); /* file_too_large */
bool attach_end(struct attach *a, struct fail *f);                               /* file_empty, file_broken, file_unlike … */
/* The numbers in the sentence of such a fail: of file_too_large the two ceilings in MB, of files_full how many files; else 0. */
void attach_numbers(const char *code, int64_t *one, int64_t *two);

struct attach_item { int64_t id; char *name, *kind; int64_t size; bool seal_scan; };
bool attach_items(struct mem *m, struct db *db, const struct token *token, struct attach_item **out, size_t *count, struct fail *f);
bool attach_drop(struct db *db, const struct token *token, int64_t id, struct fail *f);

#endif
