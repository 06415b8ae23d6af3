/* known: what a worker knows of a published version of a notice, kept until something published changes: its words and periods, its versions,
 * how many people there are of each award, union and field, final lists and plans. A page that is made then asks for its people alone. */
#ifndef GS_PUBLIC_KNOWN_H
#define GS_PUBLIC_KNOWN_H

#include "announced.h"
#include "public.h"
#include "workdays.h"

struct known {
    struct published p;
    struct published *versions;     /* all, the newest first */
    size_t version_count;
    struct published_group *groups; /* of everybody */
    size_t group_count;
    int64_t people;
    struct announced *finals;
    size_t final_count;
    struct workdays plans;
};

void known_open(struct mem *m);
/* `version` 0 is the newest. FAIL_MISSING "not_found". What it gives holds until the next call. */
bool known_notice(const char *slug, int version, const struct known **out, struct fail *f);

#endif
