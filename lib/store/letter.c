/* letter: rows of union_letter. */
#include "letter.h"

#include <string.h>

#include "secret.h"

enum { ADD };

static const struct db_statement statements[] = {
    [ADD] = { "letter_add",
        "INSERT INTO union_letter (slug, union_id, kind, version_id, assist_id, created_at) VALUES (?, ?, ?, ?, ?, UTC_TIMESTAMP(6))",
        DB_STAFF | DB_OPERATOR },
};

const struct db_table letter_table = { "letter", statements, sizeof statements / sizeof statements[0] };

bool letter_add(struct db *db, int64_t union_id, int64_t version_id, int64_t assist_id, int64_t *id, char slug[LETTER_SLUG],
                struct fail *f)
{
    unsigned char random[16];
    secret_random(random, sizeof random);
    struct mem *m = mem_new(NULL, "letter slug");
    memcpy(slug, secret_to_base32(m, random, sizeof random), LETTER_SLUG);
    mem_free(&m);
    for (char *c = slug; *c; c++)
        if (*c >= 'A' && *c <= 'Z')
            *c = (char)(*c - 'A' + 'a');
    if (!db_run(db, &statements[ADD], NULL, f, db_text(slug), db_int(union_id), db_text(assist_id ? "ASSIST" : "NOTICE"),
                db_id(version_id), db_id(assist_id)))
        return db_was_duplicate(db) ? fail_set(f, FAIL_CONFLICT, "letter_exists", "a letter of this kind stands") : false;
    *id = db_insert_id(db);
    return true;
}
