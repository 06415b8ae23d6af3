/* reports: joins what the drivers know to the service. */
#include "reports.h"

#include "conf.h"
#include "log.h"
#include "report_note.h"
#include "verp.h"

static const char *driver_of(enum report_source source)
{
    static const char *const NAMES[] = { [REPORT_ALIYUN] = "aliyun", [REPORT_TENCENT] = "tencent", [REPORT_MAIL] = "smtp" };
    return NAMES[source];
}

static bool message_of(void *ctx, const char *address, int64_t *outbox_id)
{
    return verp_read(ctx, conf_text("mail.bounce"), address, outbox_id);
}

void reports_open(struct reports *r, struct db *db, const struct seal_pair *notify_key)
{
    struct fail f = { 0 };
    *r = (struct reports){ .db = db, .notify_key = notify_key };
    if (!secret_key_file(conf_text("dir.secrets"), VERP_KEY_FILE, r->verp_key, &f))
        log_die("%s %s", f.code, f.detail);
}

bool reports_turn(struct reports *r, bool due, bool *busy, struct fail *f)
{
    const struct report_hands hands = { .ctx = r->verp_key, .driver = driver_of, .message_of = message_of };
    if (!due && !r->more)
        return true;
    bool ok = report_note(r->db, r->notify_key, &hands, &r->more, f);
    *busy = *busy || r->more;
    return ok;
}
