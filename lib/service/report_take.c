/* report_take: see report_take.h. */
#include "report_take.h"

#include <jansson.h>
#include <string.h>

#include "file_key.h"
#include "keyring.h"
#include "reported.h"

enum { SECRET_MAX = 6 * (REPORT_RAW_MAX + 100) }; /* as much as escaping can make of it */

struct taking {
    const struct report *reports;
    size_t count, fresh;
    unsigned char key[SECRET_KEY], notify[SEAL_PUBLIC];
};

/* A MAC, not a hash: it is over a number, and who has the database could try all numbers there are. */
static void same_of(struct mem *m, const struct taking *t, const struct report *r, unsigned char out[SECRET_HASH])
{
    const char *all = r->verdict == REPORT_UNREADABLE
                          ? mem_printf(m, "%s\n%s", report_source_word(r->source), r->raw)
                          : mem_printf(m, "%s\n%s\n%s\n%s\n%s\n%s\n%lld", report_source_word(r->source), report_verdict_word(r->verdict),
                                       r->gateway_id, r->message_id, r->to, r->code, (long long)r->said_at);
    secret_mac(out, t->key, "gs-report-same", all, strlen(all));
}

static struct seal_bytes close_secret(struct mem *m, const struct taking *t, const struct report *r, const unsigned char same[SECRET_HASH])
{
    json_t *object = json_pack("{s:s, s:s}", "to", r->to, "raw", r->raw);
    char *text = mem_alloc(m, SECRET_MAX);
    size_t n = json_dumpb(object, text, SECRET_MAX, JSON_COMPACT);
    json_decref(object);
    return seal_close(m, t->notify, mem_printf(m, "report:%s", secret_to_hex(m, same, SECRET_HASH)), text, n);
}

static bool take_work(struct db *db, void *ctx, struct fail *f)
{
    struct taking *t = ctx;
    bool ok = true;
    t->fresh = 0;
    for (size_t i = 0; ok && i < t->count; i++) {
        unsigned char same[SECRET_HASH];
        bool fresh = false;
        struct mem *m = mem_new_secret(NULL, "report");
        same_of(m, t, &t->reports[i], same);
        struct seal_bytes sealed = close_secret(m, t, &t->reports[i], same);
        ok = reported_add(db, &t->reports[i], same, sealed.data, sealed.len, &fresh, f);
        t->fresh += fresh;
        mem_free(&m);
    }
    return ok;
}

bool report_take(struct db *db, const struct report *reports, size_t count, size_t *fresh, struct fail *f)
{
    struct taking t = { .reports = reports, .count = count };
    bool ok = file_key(FILE_KEY_REPORT, t.key, f) && keyring_public(db, KEYRING_NOTIFY, t.notify, f) &&
              db_transaction(db, take_work, &t, f);
    secret_wipe(t.key, sizeof t.key);
    *fresh = t.fresh;
    return ok;
}
