/* ctl_migrate: brings the database to what this release needs, and makes the secrets that are not there yet. Safe to run again, after
 * having been cut off, and while programs run. */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "audit.h"
#include "conf.h"
#include "ctl.h"
#include "file.h"
#include "listing.h"
#include "schema.h"
#include "secret.h"
#include "wordings.h"

#define SQL_MAX ((size_t)1024 * 1024)
#define WORDS_MAX ((size_t)64 * 1024)
#define FILES_MAX 10000

struct files { char *names[FILES_MAX]; size_t count; };

static int by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool ends_in(const char *name, const char *ending)
{
    size_t n = strlen(name), e = strlen(ending);
    return n > e && strcmp(name + n - e, ending) == 0;
}

/* The files of a folder that begin with four digits and end so, in order. */
static bool list(struct ctl *c, const char *folder, const char *ending, struct files *out, struct fail *f)
{
    DIR *dir = opendir(folder);
    out->count = 0;
    if (dir == NULL)
        return fail_set(f, FAIL_INTERNAL, "file_missing", "%s: %s", folder, strerror(errno));
    for (const struct dirent *e; (e = readdir(dir)) != NULL;)
        if (out->count < FILES_MAX && strspn(e->d_name, "0123456789") == 4 && ends_in(e->d_name, ending))
            out->names[out->count++] = mem_text(c->m, e->d_name);
    closedir(dir);
    qsort(out->names, out->count, sizeof out->names[0], by_name);
    return true;
}

static int number_of(const char *name)
{
    return (name[0] - '0') * 1000 + (name[1] - '0') * 100 + (name[2] - '0') * 10 + (name[3] - '0');
}

static char *read_sql(struct ctl *c, const char *name, size_t *n, struct fail *f)
{
    return file_read(c->m, file_path(c->m, conf_text("dir.sql"), name), SQL_MAX, n, f);
}

static bool run_steps(struct ctl *c, struct fail *f)
{
    struct files *steps = mem_alloc(c->m, sizeof *steps);
    int last = 0;
    if (!list(c, conf_text("dir.sql"), ".sql", steps, f) || !schema_step(c->db, &last, f))
        return false;
    int newest = steps->count > 0 ? number_of(steps->names[steps->count - 1]) : 0;
    if (last > newest)
        return fail_set(f, FAIL_CONFLICT, "database_newer", "the database has step %d, this release ends with %d", last, newest);
    for (size_t i = 0; i < steps->count; i++) {
        size_t n;
        const char *name = steps->names[i];
        if (number_of(name) <= last)
            continue;
        const char *text = read_sql(c, name, &n, f);
        if (text == NULL || !schema_run_step(c->db, number_of(name), name, text, n, f) ||
            !audit_add(c->db, AUDIT_OPERATOR, 0, "migrate", "schema", number_of(name), name, f))
            return false;
        printf("step: %s\n", name);
    }
    return true;
}

static bool secrets_folder(struct fail *f)
{
    const char *folder = conf_text("dir.secrets");
    return mkdir(folder, 0700) == 0 || errno == EEXIST || fail_set(f, FAIL_INTERNAL, "secrets_folder", "%s: %s", folder, strerror(errno));
}

/* A file of 64 random hex digits that only its owner may read, unless it is there. */
static bool make_secret(struct ctl *c, const char *name, struct fail *f)
{
    struct stat st;
    const char *path = file_path(c->m, conf_text("dir.secrets"), name);
    bool there = stat(path, &st) == 0;
    if (there && (st.st_mode & 077) != 0)
        return fail_set(f, FAIL_INTERNAL, "key_file", "%s: group or others may read it (chmod 600)", path);
    if (!secret_key_file_make(conf_text("dir.secrets"), name, f))
        return false;
    if (!there)
        printf("secret: %s\n", path);
    return true;
}

static bool make_keys(struct ctl *c, struct fail *f)
{
    static const char *const names[] = { "form.key", "tag.key", "rest.key", "notify.key", "verp.key", "report.key" };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (!make_secret(c, names[i], f))
            return false;
    return true;
}

static bool make_accounts(struct ctl *c, struct fail *f)
{
    static const enum db_account accounts[] = { DB_PUBLIC, DB_STAFF, DB_UNION, DB_NOTIFY, DB_REPORT };
    for (size_t i = 0; i < sizeof accounts / sizeof accounts[0]; i++) {
        const char *name = mem_printf(c->m, "%s.password", db_account_word(accounts[i]));
        char *password = make_secret(c, name, f) ? ctl_secret(c, file_path(c->m, conf_text("dir.secrets"), name), f) : NULL;
        if (password == NULL || !schema_account(c->db, accounts[i], password, f))
            return false;
    }
    return schema_definers(c->db, f);
}

/* A file of statements that may be run twice. It is, when it failed: after a connection was killed while it made triggers, MariaDB 10.11
 * misreads one of them as broken, about once in forty times, and reads it well the next time. */
static bool run_sql(struct ctl *c, const char *name, const char *text, size_t n, struct fail *f)
{
    if (db_script(c->db, name, text, n, f))
        return true;
    if (f->kind != FAIL_INTERNAL)
        return false;
    *f = (struct fail){ .kind = FAIL_NONE };
    return db_script(c->db, name, text, n, f);
}

/* Rights of definers first, then what runs in their name, then the programs' rights, and at last what nobody has any more. */
static bool make_rights(struct ctl *c, struct fail *f)
{
    static const char *const names[] = { "definer.sql", "views.sql", "objector.sql", "triggers.sql", "grants.sql" };
    enum { DEFINER, GRANTS = 4, ALL };
    char *texts[ALL];
    size_t n[ALL];
    for (size_t i = 0; i < ALL; i++)
        if ((texts[i] = read_sql(c, names[i], &n[i], f)) == NULL || !run_sql(c, names[i], texts[i], n[i], f))
            return false;
    const char *all = mem_printf(c->m, "%s\n%s", texts[DEFINER], texts[GRANTS]);
    return schema_trim(c->db, all, strlen(all), f);
}

static bool load_calendars(struct ctl *c, struct fail *f)
{
    const char *folder = file_path(c->m, conf_text("dir.sql"), "calendar");
    struct files *years = mem_alloc(c->m, sizeof *years);
    if (!list(c, folder, ".csv", years, f))
        return false;
    for (size_t i = 0; i < years->count; i++) {
        struct calendar_load_out out;
        if (!ctl_calendar(c, file_path(c->m, folder, years->names[i]), true, &out, f))
            return false;
        if (out.revision != 0)
            printf("calendar: %d\n", out.year);
    }
    return true;
}

/* What a message says in this release becomes a version in the database. */
static bool load_words(struct ctl *c, struct wording *w, bool *added, struct fail *f)
{
    size_t n;
    const char *name = mem_printf(c->m, "%s/%s/%s.txt", w->channel == MESSAGE_SMS ? "sms" : "mail", message_lang_word(w->lang),
                                  message_row(w->event)->word);
    const char *text = file_read(c->m, file_path(c->m, conf_text("dir.templates"), name), WORDS_MAX, &n, f);
    if (text == NULL)
        return false;
    if (!wording_read(c->m, text, n, w, f)) {
        struct fail why = *f;
        return fail_set(f, FAIL_INTERNAL, why.code, "%s: %s", name, why.detail);
    }
    return wordings_ship(c->db, w, added, f);
}

static bool load_messages(struct ctl *c, struct fail *f)
{
    size_t all = (size_t)MESSAGE_EVENT__MAX * MESSAGE_CHANNEL__MAX * MESSAGE_LANG__MAX, loaded = 0;
    for (size_t i = 0; i < all; i++) {
        struct wording w = { .event = (enum message_event)(i / (MESSAGE_CHANNEL__MAX * MESSAGE_LANG__MAX)),
                             .channel = (enum message_channel)(i / MESSAGE_LANG__MAX % MESSAGE_CHANNEL__MAX),
                             .lang = (enum message_lang)(i % MESSAGE_LANG__MAX) };
        bool added = false;
        if (!load_words(c, &w, &added, f))
            return false;
        loaded += added;
    }
    if (loaded > 0)
        printf("messages: %zu\n", loaded);
    return true;
}

enum ctl_exit ctl_migrate(struct ctl *c)
{
    struct fail f = { .kind = FAIL_NONE };
    bool alone = false;
    if (c->argc != 0)
        return CTL_USAGE;
    bool ok = schema_create(c->m, &f) && schema_fit(c->db, &f) && schema_lock(c->db, &alone, &f) &&
              (alone || fail_set(&f, FAIL_CONFLICT, "migrating", "another migration is under way on this server"));
    ok = ok && run_steps(c, &f) && secrets_folder(&f) && make_keys(c, &f) && make_accounts(c, &f) && make_rights(c, &f) &&
         listing_catch_up(c->m, c->db, &f) && load_calendars(c, &f) && load_messages(c, &f);
    return ok ? CTL_DONE : ctl_say_fail("migrate", &f);
}
