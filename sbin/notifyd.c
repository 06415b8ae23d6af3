/* notifyd: sends what waits in the outbox, throws away what was kept long enough (lib/service/retain), and does what is due by itself
 * (lib/service/sweep). Joins the deliver service with the drivers of lib/notify and the texts of templates/mail
 * and templates/sms. Any number of them may run on any number of nodes; a message is one's at a time. Woken by a datagram at
 * socket.poke (only one process can own that address, the others poll each second). */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "alive.h"
#include "conf.h"
#include "deliver.h"
#include "letter_text.h"
#include "log.h"
#include "notify.h"
#include "outcome.h"
#include "retain.h"
#include "secret.h"
#include "sweep.h"

enum { POLL_MS = 1000, LOOK_SECONDS = 5, SWEEP_SECONDS = 60 };

static volatile sig_atomic_t ending;

static void on_end(int sig)
{
    (void)sig;
    ending = 1;
}

static bool is_ending(void)
{
    return ending != 0;
}

struct ways { const struct notify_driver *mail, *sms; struct letter_text *texts; };

static const char *driver_name(void *ctx, bool is_sms)
{
    const struct ways *w = ctx;
    return is_sms ? w->sms->name : w->mail->name;
}

static void hand_over(struct mem *m, void *ctx, const struct deliver_letter *letter, struct deliver_answer *out)
{
    const struct ways *w = ctx;
    const struct notify_driver *driver = letter->item->is_sms ? w->sms : w->mail;
    struct notify_message msg;
    struct notify_result result = { .outcome = NOTIFY_LATER };
    struct fail f = { 0 };
    if (!letter_text_make(m, w->texts, letter, &msg, &f)) {
        notify_say(&result, NOTIFY_LATER, "%s: %s", f.code, f.detail);
    } else {
        if (letter->item->maybe_twice && driver->ask != NULL)
            driver->ask(m, &msg, &result);
        out->once = result.outcome == NOTIFY_SENT;
        if (!out->once)
            driver->send(m, &msg, &result);
    }
    out->outcome = notify_outcome_word(result.outcome);
    memcpy(out->detail, result.detail, sizeof out->detail);
}

static instant window(instant now)
{
    return outcome_window(now, (int)conf_number("sms.window_start"), (int)conf_number("sms.window_end"));
}

static const struct notify_driver *open_driver(struct mem *m, enum message_channel channel, const char *key)
{
    struct fail f = { 0 };
    const struct notify_driver *d = notify_driver_find(channel, conf_text(key));
    if (d == NULL)
        log_die("setting %s: there is no driver \"%s\"", key, conf_text(key));
    if (!d->open(m, &f))
        log_die("driver %s: %s %s", d->name, f.code, f.detail);
    return d;
}

/* -1 when another notifyd owns the address: polling is enough, and it is looked at again. */
static int listen_for_pokes(const char *path)
{
    struct sockaddr_un at = { .sun_family = AF_UNIX };
    int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0 || strlen(path) >= sizeof at.sun_path)
        log_die("the setting socket.poke is too long");
    memcpy(at.sun_path, path, strlen(path) + 1);
    if (connect(fd, (struct sockaddr *)&at, sizeof at) == 0) {
        close(fd);
        return -1;
    }
    unlink(path);
    umask(0117);
    if (bind(fd, (struct sockaddr *)&at, sizeof at) != 0)
        log_die("cannot listen at %s: %s", path, strerror(errno));
    umask(0077);
    return fd;
}

static void wait_for_work(int fd)
{
    char drop[16];
    struct pollfd p = { .fd = fd, .events = POLLIN };
    if (poll(&p, 1, POLL_MS) > 0)
        while (recv(fd, drop, sizeof drop, MSG_DONTWAIT) > 0)
            ;
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

/* Once a minute, and again at once while there is more. A failure waits for the next time: deliver_round says that the database is away. */
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

static void work(struct db *db, const struct seal_pair *key, const struct deliver_hands *hands, const struct sweep_words *words)
{
    int fd = -1;
    int64_t look_at = 0;
    while (!ending) {
        struct fail f = { 0 };
        size_t handled = 0;
        bool look = clock_monotonic() >= look_at;
        if (look && fd < 0)
            fd = listen_for_pokes(conf_text("socket.poke"));
        bool ok = (!look || deliver_take_back(db, hands, &f)) && deliver_round(db, key, hands, &handled, &f);
        if (look)
            look_at = clock_monotonic() + LOOK_SECONDS * CLOCK_SECOND;
        tell(ok, &f);
        if (ok)
            sweep(db, words);
        alive_say("WATCHDOG=1");
        if (!ending && (!ok || handled == 0))
            wait_for_work(fd);
    }
    if (fd >= 0)
        unlink(conf_text("socket.poke"));
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

static void read_settings(int argc, char **argv, struct seal_pair *key)
{
    struct fail f = { 0 };
    unsigned char seed[SECRET_KEY];
    if (argc != 3 || strcmp(argv[1], "-c") != 0)
        log_die("usage: notifyd -c FILE");
    if (!conf_open(argv[2], &f) || !secret_key_file(conf_text("dir.secrets"), "notify.key", seed, &f))
        log_die("%s %s", f.code, f.detail);
    if (conf_number("sms.window_start") >= conf_number("sms.window_end"))
        log_die("the setting sms.window_end must be later than sms.window_start");
    seal_pair_from_seed(key, seed);
    secret_wipe(seed, sizeof seed);
}

int main(int argc, char **argv)
{
    struct seal_pair key;
    struct ways ways;
    log_open("notifyd");
    hide();
    secret_start();
    read_settings(argc, argv, &key);
    struct mem *m = mem_new_secret(NULL, "notifyd");
    ways.mail = open_driver(m, MESSAGE_EMAIL, "mail.driver");
    ways.sms = open_driver(m, MESSAGE_SMS, "sms.driver");
    ways.texts = letter_text_open(m);
    const struct deliver_hands hands = {
        .ctx = &ways, .driver = driver_name, .send = hand_over, .ending = is_ending, .window = window,
        .retry_after = outcome_retry_after, .uncertain_after = outcome_uncertain_after, .stale = outcome_stale };
    set_signals();
    log_line(LOG_NOTICE, "ready: mail by %s, SMS by %s", ways.mail->name, ways.sms->name);
    alive_say("READY=1");
    const struct sweep_words words = { .lapsed = letter_text_lapse(m, ways.texts) };
    work(db_new(m, DB_NOTIFY), &key, &hands, &words);
    alive_say("STOPPING=1");
    secret_wipe(&key, sizeof key);
    mem_free(&m);
    return 0;
}
