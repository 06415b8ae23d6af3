/* staffing: roles and their end. */
#include "staffing.h"

#include <stdio.h>

#include "audit.h"
#include "keyring.h"
#include "officer_pass.h"
#include "seal_key.h"
#include "session.h"
#include "staff.h"

struct work { const struct login_session *by; int64_t officer_id; uint32_t roles; bool disable; };

/* An administrator must stay who is not the one concerned. */
static bool somebody_stays(struct db *db, const struct work *w, struct fail *f)
{
    int64_t others = 0;
    if (!w->disable && (w->roles & STAFF_ADMIN))
        return true;
    return officer_count(db, STAFF_ADMIN, w->officer_id, &others, f) &&
           (others > 0 || fail_set(f, FAIL_CONFLICT, "last_admin", "no other administrator"));
}

static bool take_keys(struct db *db, int64_t officer_id, uint32_t roles, struct fail *f)
{
    static const enum keyring_purpose purposes[] = { KEYRING_CASE, KEYRING_IDENTITY };
    bool ok = true;
    for (size_t i = 0; ok && i < sizeof purposes / sizeof purposes[0]; i++)
        ok = keyring_fits(purposes[i], roles) || seal_key_grants_drop(db, officer_id, keyring_word(purposes[i]), f);
    return ok;
}

/* "editor,case", for the audit. */
static void role_words(uint32_t roles, char out[64])
{
    size_t n = 0;
    out[0] = '\0';
    for (uint32_t bit = 1; bit <= STAFF__LAST; bit <<= 1)
        if (roles & bit)
            n += (size_t)snprintf(out + n, 64 - n, "%s%s", n > 0 ? "," : "", staff_role_word(bit));
}

static bool change(struct db *db, void *ctx, struct fail *f)
{
    const struct work *w = ctx;
    uint32_t roles = w->disable ? 0 : w->roles;
    char words[64];
    role_words(roles, words);
    return somebody_stays(db, w, f) &&
           (w->disable ? officer_disable(db, w->officer_id, f) : officer_set_roles(db, w->officer_id, w->roles, f)) &&
           take_keys(db, w->officer_id, roles, f) && session_drop_officer(db, w->officer_id, 0, f) &&
           (!w->disable || officer_pass_void(db, w->officer_id, f)) &&
           audit_add(db, AUDIT_OFFICER, w->by->officer_id, w->disable ? "officer_disable" : "officer_roles", "officer", w->officer_id,
                     words, f);
}

static bool run(struct db *db, struct work *w, struct fail *f)
{
    if (!(w->by->roles & STAFF_ADMIN))
        return fail_set(f, FAIL_FORBIDDEN, "forbidden", "no role for it");
    if (w->by->officer_id == w->officer_id)
        return fail_set(f, FAIL_CONFLICT, "not_oneself", "an officer may not change himself");
    return db_transaction(db, change, w, f);
}

bool staffing_roles(struct mem *m, struct db *db, const struct login_session *by, int64_t officer_id, uint32_t roles, struct fail *f)
{
    struct work w = { by, officer_id, roles, false };
    struct officer_row row;
    if (roles == 0)
        return fail_field(f, "roles", "roles_missing");
    if (!staff_roles_fit(roles))
        return fail_field(f, "roles", "roles_together");
    if (!officer_get(m, db, officer_id, &row, f))
        return false;
    return row.roles == roles || run(db, &w, f);
}

bool staffing_disable(struct db *db, const struct login_session *by, int64_t officer_id, struct fail *f)
{
    struct work w = { by, officer_id, 0, true };
    return run(db, &w, f);
}
