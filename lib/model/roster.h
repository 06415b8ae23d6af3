/* roster: the list of candidates as a union's clerk sends it: CSV in UTF-8 (with or without BOM) or GB18030. Reads it, mends what has
 * only one right reading, and names every flaw by line and column. Pure: the known unions are handed in. */
#ifndef GS_MODEL_ROSTER_H
#define GS_MODEL_ROSTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "mem.h"

#define ROSTER_MAX_BYTES (1024 * 1024)
#define ROSTER_MAX_ROWS 2000
#define ROSTER_MAX_FLAWS 1000 /* listed; all are counted */
#define ROSTER_CRAFTSMEN 50   /* the quota: a hint, not a rule (domain.md 3) */
#define ROSTER_NOMINATIONS 10

enum roster_award { ROSTER_CRAFTSMAN, ROSTER_NOMINATION, ROSTER_AWARD__MAX };

/* In the order in which a file usually has them. */
enum roster_column {
    ROSTER_NUMBER,   /* 序号: looked at, not kept */
    ROSTER_NAME,     /* 姓名 */
    ROSTER_EMPLOYER, /* 工作单位 */
    ROSTER_POST,     /* 岗位 */
    ROSTER_UNION,    /* 推荐单位 */
    ROSTER_FIELD,    /* 产业领域 */
    ROSTER_AWARD,    /* 类别 */
    ROSTER_DEEDS,    /* 主要事迹: may be missing */
    ROSTER_COLUMN__MAX
};

enum roster_level {
    ROSTER_MENDED,  /* read otherwise than written; `before` and `after` say how */
    ROSTER_LOOK,    /* perhaps right: a person should look */
    ROSTER_ERROR,   /* the file cannot be taken over like this */
    ROSTER_LEVEL__MAX
};

enum roster_fault {
    /* of the file */
    ROSTER_FILE_EMPTY, ROSTER_FILE_LARGE, ROSTER_FILE_EXCEL, ROSTER_FILE_NOT_TEXT, ROSTER_FILE_NO_LIST, ROSTER_FILE_GB18030,
    ROSTER_TOO_MANY_ROWS, ROSTER_QUOTES,
    /* of the head line; `before` is the head as written */
    ROSTER_COLUMN_MISSING, ROSTER_COLUMN_TWICE, ROSTER_COLUMN_UNKNOWN,
    /* of a row or a cell */
    ROSTER_CELLS, /* one: cells found, two: cells expected */
    ROSTER_EMPTY, ROSTER_LONG /* one: characters found, two: at most */, ROSTER_CONTROL, ROSTER_INVISIBLE, ROSTER_PRIVATE,
    ROSTER_BLANKS, ROSTER_DOT, ROSTER_WIDTH,
    ROSTER_NUMBER_ODD, ROSTER_UNION_UNKNOWN, ROSTER_UNION_READ, ROSTER_AWARD_UNKNOWN, ROSTER_AWARD_READ,
    ROSTER_TWICE /* one: the other line */, ROSTER_NAMESAKE /* one: the other line */,
    ROSTER_FAULT__MAX
};

struct roster_union { int64_t id; const char *name; };

struct roster_row {
    size_t line;
    enum roster_award award;
    const char *name, *employer, *post, *field, *deeds;
    const struct roster_union *from; /* one of those handed in; NULL: unknown, with an error */
    const char *union_name;
};

struct roster_flaw {
    size_t line;               /* from 1; 0: the file as a whole */
    enum roster_column column; /* ROSTER_COLUMN__MAX: none */
    enum roster_level level;
    enum roster_fault fault;
    const char *before, *after; /* NULL: nothing to show; cut to a readable length */
    size_t one, two;
};

struct roster {
    struct roster_row *rows;
    size_t count;
    struct roster_flaw *flaws; /* by line */
    size_t flaw_count;
    size_t errors, looks, mends; /* all, also those not listed */
    size_t awards[ROSTER_AWARD__MAX];
};

struct roster *roster_parse(struct mem *m, const void *bytes, size_t n, const struct roster_union *unions, size_t union_count);

/* The head of a column in the file: "姓名". */
const char *roster_column_head(enum roster_column column);
/* Keys of templates/lang: Flaw.<word>, Level.<word>. */
const char *roster_fault_word(enum roster_fault fault);
const char *roster_level_word(enum roster_level level);
/* As stored: "CRAFTSMAN", "NOMINATION". */
const char *roster_award_word(enum roster_award award);
bool roster_award_read(const char *word, enum roster_award *out);

#endif
