/* word: the words in capitals that the database stores for an enumeration. */
#ifndef GS_MODEL_WORD_H
#define GS_MODEL_WORD_H

#include <stdbool.h>
#include <stddef.h>

/* The place of `word` in a list; false if it is none of them. */
bool word_read(const char *const *words, size_t count, const char *word, unsigned *out);
/* The word at a place, or NULL beyond the list. */
const char *word_at(const char *const *words, size_t count, unsigned place);

#endif
