/* conf: the settings. One table (conf.c) names each: key, kind, default, unit, one sentence; an unknown key or a value
 * that does not fit refuses to start and names file and line. Read once at start, then constant. */
#ifndef GS_BASE_CONF_H
#define GS_BASE_CONF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "fail.h"
#include "mem.h"

enum conf_kind { CONF_TEXT, CONF_PATH, CONF_NUMBER, CONF_SWITCH, CONF_ORIGIN, CONF_CHOICE };

struct conf_setting {
    const char *key;     /* "section.name" */
    enum conf_kind kind;
    const char *standard; /* the default as text; NULL: must be given when it is asked for */
    int64_t min, max;    /* for CONF_NUMBER */
    const char *unit;    /* "minutes" … or ""; for CONF_CHOICE the words, "|" between */
    const char *sentence;
};

/* Reads an INI file ([section] name = value). CONF_PATH is absolute or empty, CONF_SWITCH yes or no, CONF_ORIGIN
 * http(s)://host[:port] and nothing after it. Until it is called, and after it failed, every setting has its default.
 * $CREDENTIALS_DIRECTORY, where systemd sets it, takes the place of dir.secrets. */
bool conf_open(const char *path, struct fail *f);
/* Getters; asking for a key that the table does not hold aborts: it is a mistake in the code. A setting without a
 * default that was not given ends the program with a line that names it. */
const char *conf_text(const char *key);
int64_t conf_number(const char *key);
bool conf_switch(const char *key);
/* True if conf_text would not abort: it was given, or has a default. */
bool conf_is_given(const char *key);
/* The table, for `gongshictl settings` and the lint. */
const struct conf_setting *conf_table(size_t *count);

#endif
