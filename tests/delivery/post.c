/* post: puts messages into the outbox as the programs do, through lib/service/enqueue with each program's own account, so that the delivery
 * tests send what people would cause. Usage: post CONF VERB ARGUMENT…; prints nothing but what `contact` seals. */
#include <stdio.h>
#include <string.h>

#include "conf.h"
#include "enqueue.h"
#include "keyring.h"
#include "log.h"
#include "scan.h"
#include "secret.h"

struct job { struct mem *m; char **a; int64_t count; };

static int64_t number(const char *text)
{
    int64_t n;
    if (!scan_i64(text, 0, INT64_MAX, &n))
        log_die("not a number: %s", text);
    return n;
}

static enum message_channel channel(const char *word)
{
    return strcmp(word, "EMAIL") == 0 ? MESSAGE_EMAIL : MESSAGE_SMS;
}

/* EVENT UNION KEY PARAMS */
static bool to_union(struct db *db, void *ctx, struct fail *f)
{
    const struct job *j = ctx;
    enum message_event event;
    return message_read(j->a[0], &event) && enqueue_union(db, event, number(j->a[1]), j->a[2], j->a[3], f);
}

/* UNION PREFIX PARAMS COUNT, for `pace` and how many a second: a transaction each, as many requests at once would. */
static bool one_of_many(struct db *db, void *ctx, struct fail *f)
{
    const struct job *j = ctx;
    return enqueue_union(db, MESSAGE_NOTICE_PUBLISHED, number(j->a[0]), mem_printf(j->m, "%s%lld", j->a[1], (long long)j->count), j->a[2], f);
}

/* CONTACT CHANNEL KEY CODE */
static bool code(struct db *db, void *ctx, struct fail *f)
{
    const struct job *j = ctx;
    return enqueue_code(db, number(j->a[0]), channel(j->a[1]), j->a[2], j->a[3], f);
}

static struct seal_bytes contact(struct mem *m, struct db *db, const char *receipt, const char *to)
{
    struct fail f = { 0 };
    unsigned char key[SEAL_PUBLIC];
    if (!keyring_public(db, KEYRING_NOTIFY, key, &f))
        log_die("%s %s", f.code, f.detail);
    const char *json = mem_printf(m, "{\"to\":\"%s\"}", to);
    return seal_close(m, key, mem_printf(m, "objection:%s:contact", receipt), json, strlen(json));
}

/* OBJECTION CHANNEL RECEIPT ADDRESS KEY */
static bool receipt(struct db *db, void *ctx, struct fail *f)
{
    const struct job *j = ctx;
    struct seal_bytes sealed = contact(j->m, db, j->a[2], j->a[3]);
    return enqueue_receipt(db, number(j->a[0]), channel(j->a[1]), sealed.data, sealed.len, j->a[4], f);
}

/* OBJECTION KEY */
static bool news(struct db *db, void *ctx, struct fail *f)
{
    const struct job *j = ctx;
    return enqueue_objector(db, number(j->a[0]), j->a[1], f);
}

/* RECEIPT ADDRESS: what stands in objection.contact_sealed, as hex. */
static bool print_contact(struct db *db, void *ctx, struct fail *f)
{
    const struct job *j = ctx;
    struct seal_bytes sealed = contact(j->m, db, j->a[0], j->a[1]);
    (void)f;
    return puts(secret_to_hex(j->m, sealed.data, sealed.len)) > 0;
}

static const struct verb {
    const char *word;
    int arguments;
    enum db_account account;
    bool (*run)(struct db *db, void *ctx, struct fail *f);
} VERBS[] = {
    { "union", 4, DB_STAFF, to_union },   { "many", 4, DB_STAFF, one_of_many }, { "code", 4, DB_UNION, code },
    { "pace", 5, DB_STAFF, one_of_many },
    { "receipt", 5, DB_PUBLIC, receipt }, { "news", 2, DB_STAFF, news },        { "contact", 2, DB_PUBLIC, print_contact },
};

int main(int argc, char **argv)
{
    struct fail f = { 0 };
    const struct verb *v = NULL;
    log_open("post");
    secret_start();
    for (size_t i = 0; i < sizeof VERBS / sizeof *VERBS; i++)
        if (argc >= 3 && strcmp(argv[2], VERBS[i].word) == 0 && argc == 3 + VERBS[i].arguments)
            v = &VERBS[i];
    if (v == NULL)
        log_die("usage: post CONF union|many|pace|code|receipt|news|contact ARGUMENT...");
    if (!conf_open(argv[1], &f))
        log_die("%s", f.detail);
    struct job job = { .m = mem_new(NULL, "post"), .a = argv + 3 };
    struct db *db = db_new(job.m, v->account);
    bool ok = true;
    int64_t every = v->arguments == 5 && v->run == one_of_many ? CLOCK_SECOND / number(argv[7]) : 0, next = clock_monotonic();
    for (job.count = v->run == one_of_many ? number(argv[6]) : 1; ok && job.count > 0; job.count--, next += every) {
        int64_t early = next - clock_monotonic();
        if (every > 0 && early > 0)
            clock_sleep(early);
        ok = db_transaction(db, v->run, &job, &f);
        enqueue_poke();
    }
    if (!ok)
        log_fail(v->word, &f);
    mem_free(&job.m);
    return ok ? 0 : 1;
}
