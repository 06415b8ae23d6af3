/* unions: see unions.h. */
#include "unions.h"

#include <string.h>

#include "audit.h"
#include "message.h"
#include "scan.h"
#include "secret.h"
#include "text.h"
#include "union_sheet.h"

#define CODE_MAX 20
#define NAME_MAX_POINTS 100
#define PERSON_MAX_POINTS 50

/* ---- what was typed, made clean ---- */

struct clean {
    const char *code, *name;
    bool industry;
    struct nominating_contact contacts[UNION_RANK__MAX]; /* name NULL: none */
};

static bool field_of(struct fail *f, struct mem *m, enum union_rank rank, const char *what, const char *code)
{
    return fail_field(f, mem_printf(m, "%s_%s", rank == UNION_PRIMARY ? "primary" : "backup", what), code);
}

static bool clean_contact(struct mem *m, const struct unions_contact *in, enum union_rank rank, struct nominating_contact *out,
                          struct fail *f)
{
    char digits[12];
    const char *name = text_name(m, in->name), *phone = text_half_width(m, text_tidy(m, in->phone)), *email = text_tidy(m, in->email);
    *out = (struct nominating_contact){ 0 };
    if (rank == UNION_BACKUP && !*name && !*phone && !*email)
        return true;
    if (!*name)
        return field_of(f, m, rank, "name", "needed");
    if (text_check(name, strlen(name), false) != TEXT_OK || text_length(name) > PERSON_MAX_POINTS)
        return field_of(f, m, rank, "name", "contact_name_wrong");
    if (*phone && !scan_mobile(phone, digits))
        return field_of(f, m, rank, "phone", "not_a_mobile");
    if (*email && !scan_email(email))
        return field_of(f, m, rank, "email", "email_wrong");
    if (!*phone && !*email)
        return field_of(f, m, rank, "phone", "contact_unreachable");
    *out = (struct nominating_contact){ 0, mem_text(m, name), *phone ? mem_text(m, digits) : NULL, *email ? mem_text(m, email) : NULL,
                                        mem_text(m, in->lang != NULL ? in->lang : message_lang_word(MESSAGE_ZH)) };
    return true;
}

static bool clean(struct mem *m, const struct unions_in *in, struct clean *out, struct fail *f)
{
    const char *name = text_tidy(m, in->name);
    *out = (struct clean){ .code = in->code, .name = name, .industry = in->industry };
    if (!*name)
        return fail_field(f, "union_name", "needed");
    if (text_check(name, strlen(name), false) != TEXT_OK || text_length(name) > NAME_MAX_POINTS)
        return fail_field(f, "union_name", "union_name_long");
    return clean_contact(m, &in->contacts[UNION_PRIMARY], UNION_PRIMARY, &out->contacts[UNION_PRIMARY], f) &&
           clean_contact(m, &in->contacts[UNION_BACKUP], UNION_BACKUP, &out->contacts[UNION_BACKUP], f);
}

/* A contact's row never changes, so that its number tells all of it. */
char *unions_seen(struct mem *m, const struct nominating_union *u)
{
    unsigned char hash[SECRET_HASH];
    char *all = mem_printf(m, "%lld %lld %d %d %s", (long long)u->contacts[UNION_PRIMARY].id, (long long)u->contacts[UNION_BACKUP].id,
                           u->industry, u->active, u->name);
    secret_hash(hash, "gs-union-seen", all, strlen(all));
    return secret_to_hex(m, hash, 8);
}

/* ---- one union, inside a transaction ---- */

struct work { struct mem *m; int64_t officer_id, id; const struct clean *in; const char *seen; bool active; };

static bool noted(struct db *db, const struct work *w, const char *action, struct fail *f)
{
    return audit_add(db, AUDIT_OFFICER, w->officer_id, action, "nominating_union", w->id, "", f);
}

static bool same(const char *a, const char *b) { return a && b ? strcmp(a, b) == 0 : a == b; }

static bool same_contact(const struct nominating_contact *a, const struct nominating_contact *b)
{
    return same(a->name, b->name) && same(a->phone, b->phone) && same(a->email, b->email) && same(a->lang, b->lang);
}

/* The backup's letters go to the primary contact when nobody follows; *primary is the primary contact's id from the first call on. */
static bool set_contact(struct db *db, const struct work *w, enum union_rank rank, const struct nominating_contact *old, int64_t *primary,
                        struct fail *f)
{
    static const char *const actions[] = { "union_contact", "union_backup" };
    const struct nominating_contact *now = &w->in->contacts[rank];
    int64_t id = old->id;
    bool changed = !same_contact(old, now);
    if (changed && old->id && !nominating_union_contact_leave(db, w->id, rank, f))
        return false;
    if (changed && now->name && !nominating_union_contact_add(db, w->id, rank, now, &id, f))
        return false;
    if (rank == UNION_PRIMARY)
        *primary = id;
    if (changed && old->id && !nominating_union_mail_follows(db, old->id, now->name ? id : *primary, f))
        return false;
    return !changed || noted(db, w, actions[rank], f);
}

static bool set_contacts(struct db *db, const struct work *w, const struct nominating_union *old, struct fail *f)
{
    int64_t primary = 0;
    return set_contact(db, w, UNION_PRIMARY, &old->contacts[UNION_PRIMARY], &primary, f) &&
           set_contact(db, w, UNION_BACKUP, &old->contacts[UNION_BACKUP], &primary, f);
}

static bool free_name(struct db *db, const struct work *w, struct fail *f)
{
    int64_t other = 0;
    if (!nominating_union_by_name(w->m, db, w->in->name, &other, f))
        return false;
    return other == 0 || other == w->id || fail_field(f, "union_name", "union_name_taken");
}

static bool add(struct db *db, void *ctx, struct fail *f)
{
    static const struct nominating_union nobody;
    struct work *w = ctx;
    int64_t other = 0;
    w->id = 0;
    if (!nominating_union_by_code(w->m, db, w->in->code, &other, f))
        return false;
    if (other != 0)
        return fail_field(f, "union_code", "union_code_taken");
    return free_name(db, w, f) && nominating_union_add(db, w->in->code, w->in->name, w->in->industry, &w->id, f) &&
           noted(db, w, "union_add", f) && set_contacts(db, w, &nobody, f);
}

static bool change(struct db *db, void *ctx, struct fail *f)
{
    const struct work *w = ctx;
    struct nominating_union old;
    if (!nominating_union_hold(w->m, db, w->id, &old, f))
        return false;
    if (w->seen && strcmp(w->seen, unions_seen(w->m, &old)) != 0)
        return fail_set(f, FAIL_CONFLICT, "union_changed", "union %lld was changed meanwhile", (long long)w->id);
    if (!free_name(db, w, f))
        return false;
    bool renamed = !same(old.name, w->in->name) || old.industry != w->in->industry;
    if (renamed && (!nominating_union_change(db, w->id, w->in->name, w->in->industry, f) || !noted(db, w, "union_change", f)))
        return false;
    return set_contacts(db, w, &old, f);
}

static bool set_active(struct db *db, void *ctx, struct fail *f)
{
    const struct work *w = ctx;
    struct nominating_union old;
    if (!nominating_union_hold(w->m, db, w->id, &old, f))
        return false;
    return old.active == w->active ||
           (nominating_union_set_active(db, w->id, w->active, f) && noted(db, w, w->active ? "union_resume" : "union_retire", f));
}

static bool code_fits(const char *code, struct fail *f)
{
    if (!*code)
        return fail_field(f, "union_code", "needed");
    return scan_word(code, CODE_MAX) || fail_field(f, "union_code", "union_code_bad");
}

bool unions_add(struct mem *m, struct db *db, int64_t officer_id, const struct unions_in *in, int64_t *id, struct fail *f)
{
    struct clean values;
    struct work w = { .m = m, .officer_id = officer_id, .in = &values };
    if (!code_fits(in->code, f) || !clean(m, in, &values, f) || !db_transaction(db, add, &w, f))
        return false;
    *id = w.id;
    return true;
}

bool unions_change(struct mem *m, struct db *db, int64_t officer_id, int64_t id, const struct unions_in *in, struct fail *f)
{
    struct clean values;
    struct work w = { .m = m, .officer_id = officer_id, .id = id, .in = &values, .seen = in->seen };
    return clean(m, in, &values, f) && db_transaction(db, change, &w, f);
}

bool unions_set_active(struct mem *m, struct db *db, int64_t officer_id, int64_t id, bool active, struct fail *f)
{
    struct work w = { .m = m, .officer_id = officer_id, .id = id, .active = active };
    return db_transaction(db, set_active, &w, f);
}

/* ---- a list ---- */

struct list { struct mem *m; int64_t officer_id; const struct union_sheet *sheet; struct unions_read_out *out; };

static bool row_in(struct mem *m, const struct union_sheet_row *row, struct unions_in *in, struct fail *f)
{
    const char *const *c = row->cells;
    bool industry = strcmp(c[UNION_COLUMN_KIND], "产业") == 0 || strcmp(c[UNION_COLUMN_KIND], "产业工会") == 0;
    bool district = strcmp(c[UNION_COLUMN_KIND], "区县市") == 0 || strcmp(c[UNION_COLUMN_KIND], "区县市总工会") == 0;
    *in = (struct unions_in){ text_half_width(m, c[UNION_COLUMN_CODE]), c[UNION_COLUMN_NAME], industry,
        { { c[UNION_COLUMN_CONTACT], c[UNION_COLUMN_PHONE], c[UNION_COLUMN_EMAIL], NULL },
          { c[UNION_COLUMN_BACKUP], c[UNION_COLUMN_BACKUP_PHONE], c[UNION_COLUMN_BACKUP_EMAIL], NULL } }, NULL };
    return code_fits(in->code, f) && (industry || district || fail_field(f, "kind", "union_kind_unknown"));
}

static bool take_row(struct db *db, const struct list *l, const struct union_sheet_row *row, struct fail *f)
{
    struct unions_in in;
    struct clean values;
    struct work w = { .m = l->m, .officer_id = l->officer_id, .in = &values };
    if (!row_in(l->m, row, &in, f) || !clean(l->m, &in, &values, f) || !nominating_union_by_code(l->m, db, in.code, &w.id, f))
        return false;
    bool known = w.id != 0;
    if (!(known ? change : add)(db, &w, f))
        return false;
    *(known ? &l->out->changed : &l->out->added) += 1;
    return true;
}

static bool take_list(struct db *db, void *ctx, struct fail *f)
{
    const struct list *l = ctx;
    *l->out = (struct unions_read_out){ 0 };
    for (size_t i = 0; i < l->sheet->count; i++) {
        l->out->line = l->sheet->rows[i].line;
        if (!take_row(db, l, &l->sheet->rows[i], f))
            return false;
    }
    l->out->line = 0;
    return true;
}

bool unions_read(struct mem *m, struct db *db, int64_t officer_id, const void *bytes, size_t n, struct unions_read_out *out, struct fail *f)
{
    struct union_sheet sheet;
    struct list l = { m, officer_id, &sheet, out };
    *out = (struct unions_read_out){ 0 };
    return union_sheet_read(m, bytes, n, &sheet, f) && db_transaction(db, take_list, &l, f);
}
