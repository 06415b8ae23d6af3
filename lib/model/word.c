/* word: see word.h. */
#include "word.h"

#include <string.h>

bool word_read(const char *const *words, size_t count, const char *word, unsigned *out)
{
    for (unsigned i = 0; i < count; i++)
        if (strcmp(words[i], word) == 0) {
            *out = i;
            return true;
        }
    return false;
}

const char *word_at(const char *const *words, size_t count, unsigned place)
{
    return place < count ? words[place] : NULL;
}
