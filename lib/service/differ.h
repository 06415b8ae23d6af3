/* differ: two versions of a notice laid beside each other (model/compare.h): as officers work on them, or as everybody reads them. */
#ifndef GS_SERVICE_DIFFER_H
#define GS_SERVICE_DIFFER_H

#include "compare.h"
#include "draft.h"
#include "published.h"

bool differ_drafts(struct mem *m, struct db *db, const struct draft *old, const struct draft *now, struct compare *out, struct fail *f);
bool differ_published(struct mem *m, struct db *db, const struct published *old, const struct published *now, struct compare *out,
                      struct fail *f);

#endif
