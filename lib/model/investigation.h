/* investigation: what two officers write down of a case while they look into it. */
#ifndef GS_MODEL_INVESTIGATION_H
#define GS_MODEL_INVESTIGATION_H

#include <stdbool.h>

enum investigation_kind {
    INVESTIGATION_INTERVIEW, /* 访谈 */
    INVESTIGATION_PAPER,     /* 调阅材料 */
    INVESTIGATION_STATEMENT, /* 人选陈述: he sees the questions, never the objector */
    INVESTIGATION_KIND__MAX
};
#define INVESTIGATION_KIND_CHOICES "INTERVIEW|PAPER|CANDIDATE_STATEMENT"
const char *investigation_kind_word(enum investigation_kind kind);
bool investigation_kind_read(const char *word, enum investigation_kind *out);

/* Two look into a case; when one of them is recused meanwhile, a third takes his place. */
enum { INVESTIGATION_OFFICERS = 2 };

#endif
