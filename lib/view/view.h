/* view: the only room that knows ClearSilver. Templates are parsed once at start from
 * <root>/<program>/<page>.cs; page data is a tree of nodes built node-relative; every value is escaped for HTML when a page is
 * rendered. Words of a language (templates/lang/<lang>/common.hdf, model.hdf and the program's own <program>*.hdf) are readable in every
 * template as Lang.<...>.
 * Values must be valid UTF-8 (text_check has seen them). At most 11 fields a row (stack.md 1.3). */
#ifndef GS_VIEW_VIEW_H
#define GS_VIEW_VIEW_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"
#include "fail.h"
#include "mem.h"

struct view;      /* templates and languages of one program; lives as long as the process */
struct view_data; /* the data of one page */
struct view_node; /* a place in that data */

/* Parses every *.cs in <root>/<folder> whose name does not begin with '_' (those are parts to include), for pages
 * (`plain` false: html escaping, words of the languages) or for answers to objectors (`plain` true: they carry their own
 * words; of this folder alone). Any template error, a missing part among them, is a start failure. */
struct view *view_open(struct mem *m, const char *root, const char *folder, bool plain, struct fail *f);

/* `lang` is "zh-CN" or "en"; an unknown one is taken as zh-CN. Freed with `m`. */
struct view_data *view_data_new(struct mem *m, struct view *v, const char *lang);
struct view_node *view_top(struct view_data *d);

/* Names are literals of the code, never data: [A-Za-z0-9_] and no dots. NULL values are left out. */
void view_set(struct view_node *n, const char *name, const char *value);
void view_set_number(struct view_node *n, const char *name, int64_t value);
void view_set_flag(struct view_node *n, const char *name, bool value); /* "1" or left out */
struct view_node *view_child(struct view_node *n, const char *name);   /* makes it if need be */
struct view_node *view_row(struct view_node *n, const char *list);     /* appends list.0, list.1 … */

/* `page` is the stem: "notice_list". */
bool view_render(struct view *v, const char *page, struct view_data *d, struct buf *out, struct fail *f);
/* The same from the top node alone. */
bool view_render_node(struct view *v, const char *page, struct view_node *top, const char *lang, struct buf *out, struct fail *f);

/* A sentence of the language, e.g. view_word(v, "zh-CN", "Fail.seal_broken"); NULL if the language has none. */
const char *view_word(struct view *v, const char *lang, const char *key);

#endif
