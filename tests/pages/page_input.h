/* page_input: the data of a page in a file: lines "Notice.title = …", blocks "Notice {" … "}", texts of several lines "body << EOM" …
 * "EOM"; "! name = …" is an error of a field with its line in the summary; "< _notice.hdf" takes in what several pages have; "title = @Staff.Case.title" is a word of
 * the page's language, "@Fail.too_short 10 | 3" one with gaps; "#" begins a comment line. */
#ifndef GS_TESTS_PAGES_PAGE_INPUT_H
#define GS_TESTS_PAGES_PAGE_INPUT_H

#include "fail.h"
#include "mem.h"
#include "view.h"

struct page_source {
    struct view *view;
    const char *lang, *folder;
    const char *hostile; /* ends every value that is written for people (no number, code or address), or NULL */
    size_t *count;       /* how many values it ended */
};

/* Puts the file `name` of the folder into `top`. */
bool page_input(struct mem *m, const struct page_source *from, const char *name, struct view_node *top, struct fail *f);

#endif
