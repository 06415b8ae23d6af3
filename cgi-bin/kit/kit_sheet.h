/* kit_sheet: a notice or a final list as a printed paper (lib/paper/notice_pdf.h), the same whether it stands already (public) or is still being
 * written (staff). The paper is Chinese in every language of the pages. */
#ifndef GS_KIT_KIT_SHEET_H
#define GS_KIT_KIT_SHEET_H

#include "kit_paper.h"

struct kit_sheet_person {
    bool nomination;
    int64_t seq;
    const char *name, *employer, *post, *union_name;
    const char *note; /* below the post: noticed again, revoked; NULL for none */
};

struct kit_sheet {
    struct kit_paper paper;
    bool final;                   /* a final list */
    const char *const *more;      /* sentences after the period: second periods, why it was corrected */
    size_t more_count;
    const struct kit_sheet_person *people;
    size_t count;
    const char *url;              /* of its page; NULL for none */
    const char *watermark;        /* NULL for what stands */
    instant made_at;
};

/* "2026年11月24日至2026年11月30日24时（星期一），5 个工作日，首日计入" */
char *kit_sheet_period(struct request *r, day open, day close, const char *rule);
bool kit_sheet_make(struct request *r, const struct kit_sheet *in, struct buf *out, struct fail *f);

#endif
