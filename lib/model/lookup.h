/* lookup: finding people of a list by what somebody types: a piece of the name, its pinyin or initials, the employer or the nominating union. What is
 * looked in is worked out once, when the list is published. */
#ifndef GS_MODEL_LOOKUP_H
#define GS_MODEL_LOOKUP_H

#include <stddef.h>

#include "mem.h"

enum { LOOKUP_TERMS = 3, LOOKUP_LONGEST = 50 /* characters; nobody is called more */ };

/* Only what is written, not how: NFC, half width, small letters, no blanks, no middle dots. Lines: the name; its pinyin from each syllable on ("shanguoqiang",
 * "guoqiang", "qiang"), with "v" and "u" for "ü"; initials the same way; employer; union; Latin words of these two. */
char *lookup_words(struct mem *m, const char *name, const char *pinyin, const char *employer, const char *union_name);

/* Patterns for LIKE with "\" as its escape, one a word, all of which must fit; "%" in the places left over. Latin letters fit the beginning of
 * a syllable or a word, everything else any piece. Returns how many words there are; 0: nothing to look for. */
size_t lookup_patterns(struct mem *m, const char *asked, const char *patterns[LOOKUP_TERMS]);

#endif
