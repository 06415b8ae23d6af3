/* gongshictl: the operator's commands. One table names each; what they do stands in ctl_*.c. Runs as the database's owner. */
#include <stdio.h>
#include <string.h>

#include "conf.h"
#include "ctl.h"
#include "log.h"
#include "secret.h"

static enum ctl_exit settings(struct ctl *c);

static const struct ctl_command {
    const char *words, *arguments, *sentence;
    enum ctl_exit (*run)(struct ctl *c);
} commands[] = {
    { "migrate", "", "Bring the database to this release and make the secrets that are missing.", ctl_migrate },
    { "key init", "", "Make the office's keys, once, and print their recovery code.", ctl_key_init },
    { "officer add", "LOGIN NAME ROLE[,ROLE...] [--password-file FILE] [--recovery-file FILE]",
      "Make an active officer; the password is read from the file or the standard input.", ctl_officer_add },
    { "calendar load", "FILE", "Load the holidays and make-up workdays of a year as a new revision.", ctl_calendar_load },
    { "sample", "FOLDER --editor LOGIN --publisher LOGIN", "Put the sample round in; everything in it is invented.", ctl_sample },
    { "outbox list", "[--state WORD] [--channel EMAIL|SMS] [--event WORD] [--union CODE] [--day DAY] [--case NUMBER] [--before ID]",
      "List messages, the newest first, fifty at a time.", ctl_outbox_list },
    { "outbox show", "ID", "Tell the whole story of one message.", ctl_outbox_show },
    { "outbox hold", "ID REASON", "Hold back one that waits.", ctl_outbox_hold },
    { "outbox release", "ID", "Let go one that is held back.", ctl_outbox_release },
    { "outbox retry", "ID", "Make one that waits for its next attempt due at once.", ctl_outbox_retry },
    { "outbox resend", "ID PRIMARY|BACKUP EMAIL|SMS REASON", "Tell once more what one that ended told, to a contact of the same union.",
      ctl_outbox_resend },
    { "outbox stop", "--channel EMAIL|SMS|ALL [--event WORD] REASON", "Hold back what comes due, codes excepted, until the stop is ended.",
      ctl_outbox_stop },
    { "outbox start", "STOP", "End a stop and let go what it holds.", ctl_outbox_start },
    { "outbox", "", "Say whether messages leave; fails when one is late.", ctl_outbox },
    { "settings", "", "List the settings with their values and what they are for.", settings },
};
#define COUNT (sizeof commands / sizeof commands[0])

static enum ctl_exit usage(void)
{
    fprintf(stderr, "usage: gongshictl [-c FILE] COMMAND\n");
    for (size_t i = 0; i < COUNT; i++)
        fprintf(stderr, "  %s %s\n      %s\n", commands[i].words, commands[i].arguments, commands[i].sentence);
    fprintf(stderr, "exit status: 0 done, 1 failed, 2 used wrongly\n");
    return CTL_USAGE;
}

static enum ctl_exit settings(struct ctl *c)
{
    size_t count;
    const struct conf_setting *table = conf_table(&count);
    if (c->argc != 0)
        return CTL_USAGE;
    for (size_t i = 0; i < count; i++)
        printf("%s = %s\n    %s\n", table[i].key, conf_is_given(table[i].key) ? conf_text(table[i].key) : "(not given)", table[i].sentence);
    return CTL_DONE;
}

/* How many arguments the command's words take; 0: it is another. */
static int matches(const struct ctl_command *command, int argc, char **argv)
{
    int n = 0;
    for (const char *at = command->words; *at != '\0'; n++) {
        size_t len = strcspn(at, " ");
        if (n >= argc || strlen(argv[n]) != len || memcmp(argv[n], at, len) != 0)
            return 0;
        at += len + (at[len] == ' ' ? 1 : 0);
    }
    return n;
}

static enum ctl_exit run(struct ctl *c)
{
    for (size_t i = 0; i < COUNT; i++) {
        int n = matches(&commands[i], c->argc, c->argv);
        if (n == 0)
            continue;
        c->argc -= n;
        c->argv += n;
        c->db = db_new(c->m, DB_OPERATOR);
        enum ctl_exit status = commands[i].run(c);
        return status == CTL_USAGE ? usage() : status;
    }
    return usage();
}

int main(int argc, char **argv)
{
    struct fail f = { .kind = FAIL_NONE };
    const char *file = GS_SYSCONFDIR "/gongshi.conf";
    struct ctl c = { .argc = argc - 1, .argv = argv + 1 };
    log_open("gongshictl");
    secret_start();
    if (c.argc >= 2 && strcmp(c.argv[0], "-c") == 0) {
        file = c.argv[1];
        c.argc -= 2;
        c.argv += 2;
    }
    if (c.argc == 0)
        return (int)usage();
    if (!conf_open(file, &f))
        return (int)ctl_say_fail("settings", &f);
    c.m = mem_new_secret(NULL, "gongshictl");
    enum ctl_exit status = run(&c);
    mem_free(&c.m);
    return fflush(stdout) == 0 ? (int)status : (int)CTL_FAILED;
}
