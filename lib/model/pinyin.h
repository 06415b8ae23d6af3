/* pinyin: how a name is read: syllables without tones, a blank between ("shan guo qiang", "lü bu"), by ICU and a table of what is read
 * otherwise as a surname. A reading that somebody gave goes before. */
#ifndef GS_MODEL_PINYIN_H
#define GS_MODEL_PINYIN_H

#include "fail.h"
#include "mem.h"

struct pinyin;

/* FAIL_INTERNAL if ICU knows no readings. Freed with `m`. */
struct pinyin *pinyin_open(struct mem *m, struct fail *f);
/* "" for a name without any letter. */
char *pinyin_of(struct mem *m, const struct pinyin *p, const char *name);
/* A reading as people write it ("Shàn Guó Qiáng", "lv bu") in our form; NULL if it is none. */
char *pinyin_given(struct mem *m, const char *text);
/* By syllables; of equal ones by ICU's order of the characters. */
int pinyin_compare(const struct pinyin *p, const char *reading_a, const char *name_a, const char *reading_b, const char *name_b);

#endif
