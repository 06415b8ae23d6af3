/* enqueue: makes outbox rows: dedupe word, Message-ID or OutId, the sealed code. Says nothing to a gateway: that is notifyd. */
#include "enqueue.h"

#include <jansson.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "conf.h"
#include "keyring.h"
#include "log.h"
#include "office_task.h"
#include "outbox.h"
#include "secret.h"

#define PARAMS_MAX 2000 /* outbox.params */
#define DEDUPE_MAX 80   /* outbox.dedupe */

/* The same at every attempt, and told to nobody but the gateway: what a mail's Message-ID begins with, an SMS's OutId. */
static char *message_id(struct mem *m)
{
    unsigned char random[16];
    secret_random(random, sizeof random);
    return secret_to_hex(m, random, sizeof random);
}

static char *dedupe_word(struct mem *m, const char *event, const char *key, const char *channel, struct fail *f)
{
    char *word = mem_printf(m, "%s:%s:%s", event, key, channel);
    if (strlen(word) <= DEDUPE_MAX)
        return word;
    fail_set(f, FAIL_INTERNAL, "internal", "dedupe word of %zu bytes", strlen(word));
    return NULL;
}

static bool params_fit(const char *params, struct fail *f)
{
    json_error_t error;
    json_t *object = strlen(params) <= PARAMS_MAX ? json_loads(params, JSON_REJECT_DUPLICATES, &error) : NULL;
    bool fits = json_is_object(object);
    json_decref(object);
    return fits || fail_set(f, FAIL_INTERNAL, "internal", "params of a message are no JSON object of at most %d bytes", PARAMS_MAX);
}

/* By both channels; *reached is by how many. */
static bool to_rank(struct db *db, enum message_event event, int64_t union_id, const char *rank, const char *key, const char *params,
                    int *reached, struct fail *f)
{
    static const enum message_channel channels[] = { MESSAGE_EMAIL, MESSAGE_SMS };
    const struct message_row *about = message_row(event);
    *reached = 0;
    if (!params_fit(params, f))
        return false;
    struct mem *m = mem_new(NULL, "enqueue");
    bool ok = true;
    for (size_t i = 0; ok && i < sizeof channels / sizeof channels[0]; i++) {
        struct outbox_new row = { .event = about->word, .channel = channels[i], .params = params, .urgent = about->urgent,
                                  .message_id = message_id(m) };
        bool made = false;
        row.dedupe = dedupe_word(m, about->word, key, outbox_channel_word(channels[i]), f);
        ok = row.dedupe && outbox_add_union(db, union_id, rank, &row, &made, f);
        *reached += made;
    }
    mem_free(&m);
    return ok;
}

/* By no channel: somebody must find out whom to write to. */
static bool nobody(struct db *db, enum message_event event, int64_t union_id, const char *key, const char *params, struct fail *f)
{
    const char *word = message_row(event)->word;
    struct mem *m = mem_new(NULL, "enqueue");
    struct office_task_new task = { .word = mem_printf(m, "%s:%s", word, key), .what = "NO_CONTACT", .event = word, .params = params,
                                    .union_id = union_id };
    log_line(LOG_WARNING, "enqueue: union %lld has no primary contact with an address", (long long)union_id);
    bool ok = office_task_add(db, &task, f);
    mem_free(&m);
    return ok;
}

bool enqueue_union(struct db *db, enum message_event event, int64_t union_id, const char *key, const char *params, struct fail *f)
{
    int reached;
    return to_rank(db, event, union_id, "PRIMARY", key, params, &reached, f) &&
           (reached > 0 || nobody(db, event, union_id, key, params, f));
}

bool enqueue_backup(struct db *db, enum message_event event, int64_t union_id, const char *key, const char *params, struct fail *f)
{
    int reached;
    struct mem *m = mem_new(NULL, "enqueue");
    bool ok = to_rank(db, event, union_id, "BACKUP", mem_printf(m, "%s:backup", key), params, &reached, f);
    mem_free(&m);
    return ok;
}

bool enqueue_again(struct db *db, const struct enqueue_again *in, int64_t *id, struct fail *f)
{
    struct mem *m = mem_new(NULL, "enqueue");
    struct outbox_new row = { .dedupe = in->dedupe, .event = in->event, .channel = in->channel, .params = in->params,
                              .message_id = message_id(m) };
    bool made = false;
    bool ok = outbox_add_union(db, in->union_id, in->rank, &row, &made, f);
    *id = ok && made ? db_insert_id(db) : 0;
    mem_free(&m);
    return ok;
}

bool enqueue_digest(struct db *db, int64_t contact_id, int64_t first, const char *slug, int64_t *id, struct fail *f)
{
    const struct message_row *about = message_row(MESSAGE_DIGEST);
    struct mem *m = mem_new(NULL, "digest");
    const char *params = slug ? mem_printf(m, "{\"count\":0,\"slug\":\"%s\"}", slug) : "{\"count\":0}";
    struct outbox_new row = { .event = about->word, .channel = MESSAGE_SMS, .params = params, .message_id = message_id(m),
                              .dedupe = mem_printf(m, "%s:%lld:SMS", about->word, (long long)first) };
    bool made = false;
    bool ok = params_fit(params, f) && outbox_add_contact(db, contact_id, &row, &made, f);
    *id = ok && made ? db_insert_id(db) : 0;
    mem_free(&m);
    return ok && (made || fail_set(f, FAIL_INTERNAL, "internal", "contact %lld has no number for a digest", (long long)contact_id));
}

bool enqueue_office(struct db *db, enum message_event event, const char *key, const char *params, struct fail *f)
{
    static const struct { const char *setting; enum message_channel channel; } ways[] = {
        { "escalation.email", MESSAGE_EMAIL }, { "escalation.phone", MESSAGE_SMS } };
    const struct message_row *about = message_row(event);
    unsigned char notify[SEAL_PUBLIC];
    if (!params_fit(params, f) || !keyring_public(db, KEYRING_NOTIFY, notify, f))
        return false;
    struct mem *m = mem_new_secret(NULL, "enqueue");
    bool ok = true;
    for (size_t i = 0; ok && i < sizeof ways / sizeof ways[0]; i++) {
        const char *to = conf_text(ways[i].setting);
        struct outbox_new row = { .event = about->word, .channel = ways[i].channel, .params = params, .urgent = about->urgent,
                                  .message_id = message_id(m) };
        if (!to[0])
            continue;
        row.dedupe = dedupe_word(m, about->word, key, outbox_channel_word(row.channel), f);
        ok = row.dedupe != NULL;
        if (ok) {
            struct seal_bytes sealed = seal_close(m, notify, mem_printf(m, "office:%s", row.dedupe), to, strlen(to));
            ok = outbox_add_office(db, sealed.data, sealed.len, &row, f);
        }
    }
    mem_free(&m);
    return ok;
}

bool enqueue_code(struct db *db, int64_t contact_id, enum message_channel channel, const char *key, const char *code, struct fail *f)
{
    const struct message_row *about = message_row(MESSAGE_UNION_CODE);
    unsigned char notify[SEAL_PUBLIC];
    if (!keyring_public(db, KEYRING_NOTIFY, notify, f))
        return false;
    struct mem *m = mem_new_secret(NULL, "enqueue code");
    struct outbox_new row = { .event = about->word, .channel = channel, .params = "{}", .urgent = about->urgent,
                              .message_id = message_id(m) };
    bool made = false, ok = false;
    row.dedupe = dedupe_word(m, about->word, key, outbox_channel_word(channel), f);
    if (row.dedupe) {
        struct seal_bytes sealed = seal_close(m, notify, mem_printf(m, "code:%s", row.dedupe), code, strlen(code));
        row.code_sealed = sealed.data;
        row.code_sealed_n = sealed.len;
        ok = outbox_add_contact(db, contact_id, &row, &made, f);
        if (ok && !made)
            ok = fail_set(f, FAIL_MISSING, "contact_missing", "contact %lld has no such address", (long long)contact_id);
    }
    mem_free(&m);
    return ok;
}

bool enqueue_objector(struct db *db, int64_t objection_id, const char *key, struct fail *f)
{
    const struct message_row *about = message_row(MESSAGE_OBJECTION_NEWS);
    struct mem *m = mem_new(NULL, "enqueue");
    struct outbox_new row = { .event = about->word, .params = "{}", .urgent = about->urgent };
    bool made = false;
    row.message_id = message_id(m);
    row.dedupe = dedupe_word(m, about->word, key, "objector", f);
    bool ok = row.dedupe && outbox_add_objector(db, objection_id, &row, &made, f);
    mem_free(&m);
    return ok;
}

bool enqueue_receipt(struct db *db, int64_t objection_id, enum message_channel channel, const void *to_sealed, size_t n, const char *key,
                     struct fail *f)
{
    const struct message_row *about = message_row(MESSAGE_OBJECTION_NEWS);
    struct mem *m = mem_new(NULL, "enqueue");
    struct outbox_new row = { .event = about->word, .channel = channel, .params = "{}", .urgent = about->urgent };
    row.message_id = message_id(m);
    row.dedupe = dedupe_word(m, about->word, key, "objector", f);
    bool ok = row.dedupe && outbox_add_receipt(db, objection_id, to_sealed, n, &row, f);
    mem_free(&m);
    return ok;
}

bool enqueue_trial(struct db *db, const struct enqueue_trial *in, struct fail *f)
{
    unsigned char notify[SEAL_PUBLIC];
    if (!params_fit(in->params, f) || !keyring_public(db, KEYRING_NOTIFY, notify, f))
        return false;
    struct mem *m = mem_new_secret(NULL, "enqueue trial");
    struct outbox_new row = { .event = message_row(in->event)->word, .channel = in->channel, .params = in->params, .message_id = message_id(m) };
    row.dedupe = mem_printf(m, OUTBOX_TRIAL "%s", row.message_id);
    struct seal_bytes sealed = seal_close(m, notify, mem_printf(m, "office:%s", row.dedupe), in->to, strlen(in->to));
    bool ok = outbox_add_trial(db, sealed.data, sealed.len, in->template_id, &row, f);
    mem_free(&m);
    return ok;
}

void enqueue_poke(void)
{
    struct sockaddr_un to = { .sun_family = AF_UNIX };
    const char *path = conf_text("socket.poke");
    if (strlen(path) >= sizeof to.sun_path)
        return;
    memcpy(to.sun_path, path, strlen(path) + 1);
    int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return;
    if (sendto(fd, "", 1, MSG_NOSIGNAL, (const struct sockaddr *)&to, sizeof to) < 0)
        log_line(LOG_DEBUG, "enqueue: notifyd was not poked; it polls");
    close(fd);
}
