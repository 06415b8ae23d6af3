/* notifyd: sends what waits in the outbox (carry.h), throws away what was kept long enough (lib/service/retain), and does what is due by
 * itself (lib/service/sweep). Any number of them may run on any number of nodes; a message is one's at a time. Woken by a datagram
 * (pokes.h); each second it looks by itself. */
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "alive.h"
#include "carry.h"
#include "conf.h"
#include "letter_text.h"
#include "log.h"
#include "pokes.h"
#include "reports.h"
#include "retain.h"
#include "secret.h"
#include "sweep.h"

enum { LOOK_SECONDS = 5, SWEEP_SECONDS = 60 };

static volatile sig_atomic_t ending;

static void on_end(int sig)
{
    (void)sig;
    ending = 1;
}

/* Says once a spell, not each second, that the database is away. */
static void tell(bool ok, const struct fail *f)
{
    static bool away;
    if (!ok && !away)
        log_fail("outbox", f);
    if (ok != !away)
        alive_say(ok ? "STATUS=sending" : "STATUS=the database is away");
    away = !ok;
}

/* Once a minute, and again at once while there is more. A failure waits for the next time: the turn before says that the database is away. */
static void sweep(struct db *db, const struct sweep_words *words)
{
    static int64_t due;
    struct fail f = { 0 };
    bool more = false;
    if (clock_monotonic() < due)
        return;
    if (!retain_sweep(db, &more, &f) && f.kind != FAIL_UNAVAILABLE)
        log_fail("sweep", &f);
    if (!sweep_round(db, words, &f) && f.kind != FAIL_UNAVAILABLE)
        log_fail("sweep", &f);
    if (!more)
        due = clock_monotonic() + SWEEP_SECONDS * CLOCK_SECOND;
}

static void work(struct db *db, struct carry *carry, struct reports *reports, const struct sweep_words *words)
{
    int64_t look_at = 0, poll_at = 0;
    while (!ending || carry_under_way(carry) > 0) {
        struct fail f = { 0 };
        int64_t now = clock_monotonic();
        bool look = now >= look_at, poll = now >= poll_at, busy = false;
        bool poked = pokes_heard(), due = poked || poll;
        if (ending)
            carry_stop(carry);
        if (look)
            pokes_look(conf_text("socket.poke"));
        bool ok = carry_turn(carry, due && !ending, &busy, &f) &&
                  (ending || reports_turn(reports, look || poked, &busy, &f));
        look_at = look ? now + LOOK_SECONDS * CLOCK_SECOND : look_at;
        poll_at = poll ? now + CLOCK_SECOND : poll_at;
        tell(ok, &f);
        if (ok && !ending)
            sweep(db, words);
        alive_say("WATCHDOG=1");
        int64_t rest = ok ? poll_at - clock_monotonic() : CLOCK_SECOND;
        if (!ok || !busy)
            carry_wait(carry, pokes_fd(), rest < pokes_pending() ? rest : pokes_pending());
    }
    pokes_close();
}

static void set_signals(void)
{
    struct sigaction end = { .sa_handler = on_end };
    sigaction(SIGTERM, &end, NULL);
    sigaction(SIGINT, &end, NULL);
    signal(SIGPIPE, SIG_IGN);
}

/* Nothing of this process may be looked at or dumped: it holds the key to contacts and codes. */
static void hide(void)
{
    struct rlimit none = { 0, 0 };
    umask(0077);
    if (prctl(PR_SET_DUMPABLE, 0) != 0 || setrlimit(RLIMIT_CORE, &none) != 0)
        log_die("cannot keep this process from being dumped");
}

static unsigned read_settings(int argc, char **argv, struct seal_pair *key)
{
    struct fail f = { 0 };
    unsigned char seed[SECRET_KEY];
    unsigned ways = argc == 3 ? CARRY_SMS | CARRY_MAIL : argc != 4 ? 0 : strcmp(argv[3], "sms") == 0 ? CARRY_SMS
                  : strcmp(argv[3], "mail") == 0 ? CARRY_MAIL : 0;
    if (ways == 0 || strcmp(argv[1], "-c") != 0)
        log_die("usage: notifyd -c FILE [sms|mail]");
    if (!conf_open(argv[2], &f) || !secret_key_file(conf_text("dir.secrets"), "notify.key", seed, &f))
        log_die("%s %s", f.code, f.detail);
    if (conf_number("sms.window_start") >= conf_number("sms.window_end"))
        log_die("the setting sms.window_end must be later than sms.window_start");
    seal_pair_from_seed(key, seed);
    secret_wipe(seed, sizeof seed);
    return ways;
}

int main(int argc, char **argv)
{
    struct seal_pair key;
    log_open("notifyd");
    hide();
    secret_start();
    unsigned ways = read_settings(argc, argv, &key);
    struct mem *m = mem_new_secret(NULL, "notifyd");
    struct db *db = db_new(m, DB_NOTIFY);
    struct letter_text *texts = letter_text_open(m, db);
    struct carry *carry = carry_new(m, db, &key, texts, ways);
    struct reports reports;
    reports_open(&reports, db, &key);
    set_signals();
    alive_say("READY=1");
    const struct sweep_words words = { .lapsed = letter_text_lapse(m, texts) };
    work(db, carry, &reports, &words);
    alive_say("STOPPING=1");
    secret_wipe(&key, sizeof key);
    mem_free(&m);
    return 0;
}
