/* moderate_desk: what waits and until when, and the identity desk's reading of a person. */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "audit.h"
#include "conf.h"
#include "moderate_private.h"
#include "workdays.h"

/* ---- what waits ---- */

/* An objection that has just come has no event of the house's yet, so that its first deadline stands nowhere. */
bool moderate_first_deadlines(struct mem *m, struct db *db, struct casebook_row *rows, size_t count, struct fail *f)
{
    int identity = (int)conf_number("deadline.identity_workdays"), entry = (int)conf_number("deadline.entry_workdays");
    struct workdays days;
    if (count > 0 && !workdays_load(m, db, &days, f))
        return false;
    for (size_t i = 0; i < count; i++) {
        struct fail unknown = { .kind = FAIL_NONE }; /* beyond the loaded years: no date rather than no list */
        day last;
        bool typed_in = strcmp(rows[i].state, objection_state_word(OBJECTION_REGISTERED)) == 0;
        if (!rows[i].deadline_at && (typed_in || strcmp(rows[i].state, objection_state_word(OBJECTION_SUBMITTED)) == 0) &&
            calendar_after(&days.calendar, clock_day_beijing(rows[i].submitted_at), typed_in ? entry : identity, &last, &unknown))
            rows[i].deadline_at = clock_day_start(last + 1);
    }
    return true;
}

static int nearest_first(const void *a, const void *b)
{
    const struct casebook_row *x = a, *y = b;
    if (!x->deadline_at != !y->deadline_at)
        return x->deadline_at ? -1 : 1;
    if (x->deadline_at != y->deadline_at)
        return x->deadline_at < y->deadline_at ? -1 : 1;
    return (x->id > y->id) - (x->id < y->id);
}

static bool put_in_order(struct mem *m, struct db *db, struct casebook_row *rows, size_t count, struct fail *f)
{
    if (!moderate_first_deadlines(m, db, rows, count, f))
        return false;
    if (count > 0)
        qsort(rows, count, sizeof *rows, nearest_first);
    return true;
}

bool moderate_list(struct mem *m, struct db *db, const struct login_session *s, const struct casebook_filter *filter,
                   struct casebook_row **out, size_t *count, struct fail *f)
{
    return casebook_list(m, db, s->officer_id, filter, out, count, f) && put_in_order(m, db, *out, *count, f);
}

bool moderate_waiting(struct mem *m, struct db *db, const struct login_session *s, struct casebook_row **out, size_t *count,
                      struct fail *f)
{
    return casebook_list_identity(m, db, s->officer_id, out, count, f) && put_in_order(m, db, *out, *count, f);
}

/* ---- one person ---- */

static char *word_of(struct mem *m, json_t *o, const char *name)
{
    const char *text = json_string_value(json_object_get(o, name));
    return mem_text(m, text ? text : "");
}

static bool parse_person(struct mem *m, const struct seal_bytes *plain, struct moderate_person *out, struct fail *f)
{
    json_error_t error;
    json_t *o = json_loadb((const char *)plain->data, plain->len, 0, &error);
    if (!json_is_object(o)) {
        json_decref(o);
        return fail_set(f, FAIL_INTERNAL, "seal_broken", "a person that is no object");
    }
    out->unit = word_of(m, o, "unit");
    out->head = word_of(m, o, "head");
    out->name = word_of(m, o, "name");
    out->phone = word_of(m, o, "phone");
    out->email = word_of(m, o, "email");
    out->address = word_of(m, o, "address");
    json_decref(o);
    return true;
}

bool moderate_person(struct mem *m, struct db *db, const struct login_session *s, const char *receipt, struct moderate_person *out,
                     struct fail *f)
{
    struct casebook_person row;
    struct casebook_file *files;
    struct seal_bytes plain;
    struct moderate_reader r = { .m = m, .db = db, .s = s, .purpose = KEYRING_IDENTITY };
    struct standing now;
    if (!casebook_person_read(m, db, receipt, &row, f) || !standing_read(m, db, row.id, s->officer_id, &now, f) || !moderate_is_clear(&now, f))
        return false;
    if (row.person.len == 0 || strcmp(row.state, objection_state_word(OBJECTION_SUBMITTED)) != 0)
        return fail_set(f, FAIL_CONFLICT, "case_moved", "objection %lld no longer waits for the desk", (long long)row.id);
    *out = (struct moderate_person){ .kind = row.kind, .state = row.state, .channel = row.channel, .submitted_at = row.submitted_at };
    r.objection_id = row.id;
    return moderate_open(&r, mem_printf(m, "objection:%s:person", receipt), &row.person, &plain, f) &&
           audit_add(db, AUDIT_OFFICER, s->officer_id, "unseal_person", "objection", row.id, "", f) &&
           parse_person(m, &plain, out, f) && casebook_files(m, db, row.id, CASEBOOK_STAMPED, &files, &out->stamped_count, f) &&
           moderate_open_files(&r, files, out->stamped_count, &out->stamped, f);
}

bool moderate_is_desk_move(const struct casebook_event *e)
{
    return strcmp(e->move, objection_move_word(MOVE_CONFIRM_IDENTITY)) == 0 || strcmp(e->move, objection_move_word(MOVE_DENY_IDENTITY)) == 0;
}

bool moderate_desk_moves(struct mem *m, struct db *db, const char *receipt, struct casebook_event **out, size_t *count, struct fail *f)
{
    struct casebook_person row;
    size_t all;
    *count = 0;
    if (!casebook_person_read(m, db, receipt, &row, f) || !casebook_events(m, db, row.id, out, &all, f))
        return false;
    for (size_t i = 0; i < all; i++)
        if (moderate_is_desk_move(&(*out)[i])) {
            (*out)[*count] = (*out)[i];
            (*out)[(*count)++].note = (struct db_blob){ NULL, 0 };
        }
    return true;
}
