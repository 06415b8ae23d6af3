/* form_private: what form.c and form_value.c share; for nobody else. */
#ifndef GS_WEB_FORM_PRIVATE_H
#define GS_WEB_FORM_PRIVATE_H

#include "web_private.h"

enum { FORM_CHOICES_MAX = 24 };

struct form_cell {
    char *value;   /* as shown; NULL: did not come */
    size_t count;  /* how often it came */
    char *choices[FORM_CHOICES_MAX];
    int64_t number;
    day day;
    bool has_day, faulty;
    struct form_fault fault;
};

struct form {
    struct request *r;
    const struct form_field *fields;
    size_t count;
    struct form_cell *cells;
    struct form_sink *sink;
    uint64_t file_bytes, file_max;
    bool token_came;
    bool read; /* every value is settled: nothing more may come */
};

/* NULL if the form has no such field. */
struct form_cell *form_cell(const struct form *form, const char *name);
/* Tidies and checks one value after all came; false only for a fault of a hidden field (400). */
bool form_value_settle(struct form *form, const struct form_field *field, struct form_cell *cell, struct fail *f);

#endif
