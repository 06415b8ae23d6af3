/* office_task: what a person at the office must do by hand because no message could: whom to ring up, whose contact to mend. A task says
 * which message or union it is about and never what an objection says. */
#ifndef GS_STORE_OFFICE_TASK_H
#define GS_STORE_OFFICE_TASK_H

#include "db.h"

struct office_task_new {
    const char *word;      /* of what it is about: a second one of the same word is the first */
    const char *what;      /* "UNREACHED": a message reached nobody; "NO_CONTACT": there is no one to write to */
    const char *event, *params;
    int64_t outbox_id, union_id, objection_id; /* 0: none */
};
bool office_task_add(struct db *db, const struct office_task_new *in, struct fail *f);

struct office_task {
    int64_t id, union_id, objection_id;
    char *what, *event, *params, *union_name, *receipt;          /* NULL where there is none */
    char *contact, *phone, *email, *backup, *backup_phone, *backup_email; /* of the union at present */
    char *channel, *why;                                          /* of the last message that failed */
    instant since, settled_at;                                    /* settled_at 0: open */
    char *settled_by, *how, *words;
};
/* The open ones, the oldest first, and after them those that were settled within thirty days; at most 300. Without what is about cases
 * that the officer is recused from. */
bool office_task_list(struct mem *m, struct db *db, int64_t officer_id, struct office_task **out, size_t *count, struct fail *f);
/* One that is open; FAIL_MISSING "task_settled" if there is none such for him. */
bool office_task_read(struct mem *m, struct db *db, int64_t id, int64_t officer_id, struct office_task *out, struct fail *f);
/* "task_settled" when another was faster. */
bool office_task_settle(struct db *db, int64_t id, int64_t officer_id, const char *how, const char *words, struct fail *f);

/* For lib/store: the case that a task `t` is about, as `o`: the objector's, or that of the letter which the union was not told of. */
#define OFFICE_TASK_CASE \
    "LEFT JOIN union_letter l ON l.slug = CONVERT(JSON_VALUE(t.params, '$.slug') USING utf8mb4) COLLATE utf8mb4_bin " \
    "LEFT JOIN assist a ON a.id = l.assist_id LEFT JOIN objection o ON o.id = COALESCE(t.objection_id, l.objection_id, a.objection_id) "

extern const struct db_table office_task_table;

#endif
