/* investigation: see investigation.h. */
#include "investigation.h"

#include "word.h"

static const char *const kinds[INVESTIGATION_KIND__MAX] = { "INTERVIEW", "PAPER", "CANDIDATE_STATEMENT" };

const char *investigation_kind_word(enum investigation_kind kind)
{
    return word_at(kinds, INVESTIGATION_KIND__MAX, kind);
}

bool investigation_kind_read(const char *word, enum investigation_kind *out)
{
    unsigned place = 0;
    bool found = word_read(kinds, INVESTIGATION_KIND__MAX, word, &place);
    *out = (enum investigation_kind)place;
    return found;
}
