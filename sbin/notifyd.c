/* notifyd: sends what waits in the outbox. Joins the deliver service with the drivers of lib/notify and the texts of templates/mail
 * and templates/sms. Any number of them may run on any number of nodes; a message is one's at a time. Woken by a datagram at
 * socket.poke (only one process can own that address, the others poll each second). */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "conf.h"
#include "deliver.h"
#include "letter_text.h"
#include "log.h"
#include "notify.h"
#include "outcome.h"
#include "secret.h"

enum { POLL_MS = 1000, TAKE_BACK_EVERY = 5 };

static volatile sig_atomic_t ending;

static void on_end(int sig)
{
    (void)sig;
    ending = 1;
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
    struct notify_message msg;
    struct notify_result result = { .outcome = NOTIFY_NEVER };
    struct fail f = { 0 };
    if (letter_text_make(m, w->texts, letter, &msg, &f))
        (letter->item->is_sms ? w->sms : w->mail)->send(m, &msg, &result);
    else
        notify_say(&result, NOTIFY_LATER, "%s: %s", f.code, f.detail);
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

/* -1 when another notifyd owns the address: polling is enough. */
static int listen_for_pokes(const char *path)
{
    struct sockaddr_un at = { .sun_family = AF_UNIX };
    int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0 || path == NULL || strlen(path) >= sizeof at.sun_path)
        log_die("setting socket.poke is missing or too long");
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

static void work(struct db *db, const struct seal_pair *key, const struct deliver_hands *hands, int fd)
{
    bool away = false;
    for (unsigned turn = 0; !ending; turn++) {
        struct fail f = { 0 };
        size_t handled = 0;
        bool ok = (turn % TAKE_BACK_EVERY != 0 || deliver_take_back(db, hands, &f)) && deliver_round(db, key, hands, &handled, &f);
        if (!ok && !away)
            log_fail("outbox", &f); /* once a spell, not each second */
        away = !ok;
        if (!ok || handled == 0)
            wait_for_work(fd);
    }
}

static void set_signals(void)
{
    struct sigaction end = { .sa_handler = on_end };
    sigaction(SIGTERM, &end, NULL);
    sigaction(SIGINT, &end, NULL);
    signal(SIGPIPE, SIG_IGN);
}

int main(int argc, char **argv)
{
    struct fail f = { 0 };
    unsigned char seed[SECRET_KEY];
    struct seal_pair key;
    struct ways ways;
    log_open("notifyd");
    secret_start();
    if (argc != 3 || strcmp(argv[1], "-c") != 0)
        log_die("usage: notifyd -c FILE");
    if (!conf_open(argv[2], &f) || !secret_key_file(conf_text("dir.secrets"), "notify.key", seed, &f))
        log_die("%s %s", f.code, f.detail);
    prctl(PR_SET_DUMPABLE, 0);
    seal_pair_from_seed(&key, seed);
    secret_wipe(seed, sizeof seed);
    struct mem *m = mem_new(NULL, "notifyd");
    ways.mail = open_driver(m, MESSAGE_EMAIL, "mail.driver");
    ways.sms = open_driver(m, MESSAGE_SMS, "sms.driver");
    ways.texts = letter_text_open(m);
    struct deliver_hands hands = { &ways, driver_name, hand_over, window, outcome_retry_after, OUTCOME_UNCERTAIN_WAIT };
    int fd = listen_for_pokes(conf_text("socket.poke"));
    set_signals();
    work(db_new(m, DB_NOTIFY), &key, &hands, fd);
    secret_wipe(&key, sizeof key);
    mem_free(&m);
    if (fd >= 0)
        unlink(conf_text("socket.poke"));
    return 0;
}
