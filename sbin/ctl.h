/* ctl: what the commands of gongshictl share: their shape, reading what must not be an argument, saying what failed. */
#ifndef GS_SBIN_CTL_H
#define GS_SBIN_CTL_H

#include "calendar_load.h"
#include "db.h"

enum ctl_exit { CTL_DONE = 0, CTL_FAILED = 1, CTL_USAGE = 2 };

struct ctl {
    struct mem *m; /* a secret pool */
    struct db *db; /* the operator's; connects at its first use */
    int argc;      /* what stands after the command's words */
    char **argv;
};

/* One a function of ctl_*.c; each says by itself what it did or what failed. */
enum ctl_exit ctl_migrate(struct ctl *c);
enum ctl_exit ctl_key_init(struct ctl *c);
enum ctl_exit ctl_officer_add(struct ctl *c);
enum ctl_exit ctl_calendar_load(struct ctl *c);
enum ctl_exit ctl_sample(struct ctl *c);
enum ctl_exit ctl_outbox(struct ctl *c);
enum ctl_exit ctl_outbox_list(struct ctl *c), ctl_outbox_show(struct ctl *c), ctl_outbox_hold(struct ctl *c), ctl_outbox_release(struct ctl *c);
enum ctl_exit ctl_outbox_retry(struct ctl *c), ctl_outbox_resend(struct ctl *c), ctl_outbox_stop(struct ctl *c), ctl_outbox_start(struct ctl *c);

/* Loads the file as a new revision of its year; with `only_new` nothing happens when the year has one. *done is the revision made, or 0. */
bool ctl_calendar(struct ctl *c, const char *path, bool only_new, struct calendar_load_out *out, struct fail *f);

/* Takes "--name VALUE" out of the arguments; NULL if it does not stand there. */
const char *ctl_option(struct ctl *c, const char *name);
/* The first line of a file, or of the standard input for NULL; NULL with `f` when there is none. */
char *ctl_secret(struct ctl *c, const char *path, struct fail *f);
/* Tells the operator; gives CTL_FAILED. */
enum ctl_exit ctl_say_fail(const char *what, const struct fail *f);

#endif
