/* page_input: the data of a page in a file: lines "Notice.title = …", blocks "Notice {" … "}", texts of several lines "body << EOM" …
 * "EOM"; "#" begins a comment line. */
#ifndef GS_TESTS_PAGES_PAGE_INPUT_H
#define GS_TESTS_PAGES_PAGE_INPUT_H

#include "fail.h"
#include "mem.h"
#include "view.h"

/* Puts the file into `top`. With `hostile` every value that is written for people (not a number, a code or an address) ends with it;
 * *count says how many did. */
bool page_input(struct mem *m, const char *path, struct view_node *top, const char *hostile, size_t *count, struct fail *f);

#endif
