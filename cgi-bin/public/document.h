/* document: files that are the same for everybody and take long to make (papers, fonts), kept until something published changes. They are few
 * and large: pages are kept by ready.h. */
#ifndef GS_PUBLIC_DOCUMENT_H
#define GS_PUBLIC_DOCUMENT_H

#include "kit.h"

enum { DOCUMENT_MAX = 8 * 1024 * 1024 };

/* Writes the file into `out` and says in `d` what it is: type, name, attachment, modified, forever; in *until when it is another by the mere
 * passing of time, if ever. */
typedef bool document_make(struct request *r, instant now, instant *until, struct buf *out, struct web_document *d, struct fail *f);

void document_open(struct mem *m);
/* Answers with the file of this address. It may depend on the path and on what is published, on nothing else. */
void document_page(struct request *r, struct response *out, document_make *make);

#endif
