/* publish_private: what the files of publish share; for nobody else. */
#ifndef GS_SERVICE_PUBLISH_PRIVATE_H
#define GS_SERVICE_PUBLISH_PRIVATE_H

#include "publish.h"

/* Inside the transaction that publishes: a letter and messages to every union of publish_unions that is in use. */
bool publish_letters(struct mem *m, struct db *db, const struct draft *d, struct fail *f);

#endif
