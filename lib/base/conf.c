/* conf: the table of settings and the reading of the file. */
#include "conf.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include <ini.h>

#include "file.h"
#include "log.h"
#include "scan.h"

#define FILE_MAX ((size_t)256 * 1024)

#define TEXT(key, standard, sentence) {key, CONF_TEXT, standard, 0, 0, "", sentence}
#define PATH(key, standard, sentence) {key, CONF_PATH, standard, 0, 0, "", sentence}
#define ORIGIN(key, sentence) {key, CONF_ORIGIN, NULL, 0, 0, "", sentence}
#define SWITCH(key, standard, sentence) {key, CONF_SWITCH, standard, 0, 0, "", sentence}
#define NUMBER(key, standard, min, max, unit, sentence) {key, CONF_NUMBER, standard, min, max, unit, sentence}
#define CHOICE(key, standard, words, sentence) {key, CONF_CHOICE, standard, 0, 0, words, sentence}

#define PAPER_FONTS \
    "/usr/share/fonts/opentype/noto:/usr/share/fonts/truetype/hanazono:/usr/share/fonts/truetype/babelstone:" \
    "/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol"

static const struct conf_setting table[] = {
    TEXT("db.socket", "/run/mysqld/mysqld.sock", "The socket on which MariaDB listens."),
    TEXT("db.name", "gongshi", "The database."),
    TEXT("db.operator_user", "gongshi",
         "The owner's account, let in by the socket because the operating system knows it (gongshictl)."),
    SWITCH("db.secure_timestamp", "yes", "Refuse a server whose clock a session may set; no is for tests alone."),

    PATH("dir.templates", GS_DATADIR "/templates", "The templates and language files."),
    PATH("dir.static", GS_DATADIR "/static", "Style sheets, small scripts and icons; served by nginx."),
    PATH("dir.sql", GS_DATADIR "/sql", "The numbered steps of the database."),
    PATH("dir.secrets", GS_SYSCONFDIR "/secrets", "The key and password files; only their program may read each."),
    PATH("dir.slots", "/run/gongshi-staff", "Where sign-ins take turns; a folder of the officers' program alone."),

    ORIGIN("origin.public", "The address of the public site, without a path."),
    ORIGIN("origin.staff", "The address of the officers' site."),
    ORIGIN("origin.union", "The address of the unions' site."),
    ORIGIN("origin.report", "The address that gateways call with reports."),

    TEXT("report.sources", "",
         "The addresses and networks that gateways call from, with commas between; from elsewhere nothing is taken, and empty is nowhere."),

    PATH("socket.inspect", "/run/gongshi/inspect.sock", "Where inspectd looks into files."),
    PATH("socket.poke", "/run/gongshi/poke.sock", "Where notifyd is told that something waits."),

    NUMBER("session.idle_minutes", "15", 1, 240, "minutes",
           "An officer's session ends after so long without a request."),
    NUMBER("session.absolute_hours", "8", 1, 24, "hours", "An officer's session ends after so long in any case."),
    NUMBER("session.fresh_minutes", "5", 1, 60, "minutes",
           "How old a proof of password and code may be for grave acts."),
    NUMBER("session.union_idle_minutes", "30", 1, 240, "minutes",
           "A union's session ends after so long without a request."),
    NUMBER("session.union_absolute_hours", "8", 1, 24, "hours", "A union's session ends after so long in any case."),

    NUMBER("objection.file_max", "10485760", 1024, 104857600, "bytes", "The largest document or picture."),
    NUMBER("objection.media_max", "52428800", 1024, 209715200, "bytes", "The largest recording."),
    NUMBER("objection.files_max", "20", 0, 100, "files", "How many files one objection may have."),
    NUMBER("notice.shown_days", "30", 1, 3650, "days", "How long a list is still shown after its last period has ended."),
    NUMBER("objection.late_minutes", "120", 0, 1440, "minutes",
           "A form opened before closing is still kept, as late, when sent so long after."),
    NUMBER("objection.draft_hours", "24", 1, 168, "hours",
           "Files that no objection has claimed are swept after so long."),
    NUMBER("objection.resume_minutes", "120", 0, 1440, "minutes",
           "What is typed into a form and not sent is kept so long, for going back; 0 keeps nothing."),
    NUMBER("objection.resume_most", "2000", 0, 100000, "forms", "How many such forms are kept at once."),
    NUMBER("objection.work_bits", "7", 0, 16, "bits",
           "How much a browser works before it may send an objection at once, twice as much for each; 0 asks for none."),
    NUMBER("objection.slow_seconds", "10", 0, 600, "seconds", "How long a form that did not work for it must have been open."),
    NUMBER("objection.slow_an_hour", "10", 1, 100000, "objections", "How many such forms a network (/24, /64) may send within an hour."),
    CHOICE("objection.anonymous", "AS_CLUE", "AS_CLUE|REJECT", "What becomes of an objection without a name."),

    NUMBER("seal.openings_an_hour", "10", 1, 10000, "objections",
           "How many sealed objections one officer may open within an hour; more are refused and the audit says so."),

    SWITCH("candidacy.promotion", "no", "Whether a nomination award may move up to a place that fell free."),
    NUMBER("deadline.cutoff_hour", "24", 1, 24, "hours after midnight",
           "What comes at this hour or later, or on a day off, counts as come on the next working day; 24: every hour is as good."),
    NUMBER("deadline.entry_workdays", "1", 1, 60, "working days", "A second reader checks what was typed in."),
    NUMBER("deadline.identity_workdays", "1", 1, 60, "working days", "Confirming who an objector is."),
    NUMBER("deadline.review_workdays", "3", 1, 60, "working days", "Accepting an objection or not."),
    NUMBER("deadline.supplement_workdays", "5", 1, 60, "working days", "The objector supplies what is missing."),
    NUMBER("deadline.assist_workdays", "5", 1, 60, "working days", "A union's answer to a request."),
    NUMBER("deadline.delivery_workdays", "3", 0, 30, "working days",
           "A union's term begins with the delivery or its signature, at the latest so long after the sending; 0: with the sending."),
    NUMBER("deadline.assist_more_workdays", "5", 1, 60, "working days", "More time for a union's answer, given once."),
    NUMBER("deadline.investigate_workdays", "15", 1, 120, "working days", "Finding out what is true, from acceptance."),
    NUMBER("deadline.extension_workdays", "15", 1, 120, "working days", "More time to find out what is true, given once."),
    NUMBER("deadline.decide_workdays", "5", 1, 60, "working days", "Approving a drafted decision."),
    NUMBER("deadline.notify_workdays", "5", 1, 60, "working days", "Telling everybody of a decision."),
    NUMBER("deadline.appeal_days", "15", 1, 60, "days", "Asking for a review after being told."),
    NUMBER("deadline.redecide_days", "30", 1, 60, "days", "Deciding a review."),
    NUMBER("deadline.clue_days", "15", 1, 120, "days", "Looking at a clue."),

    TEXT("escalation.email", "",
         "Who hears by e-mail what is late by a working day, at the unions and at the office itself; empty for nobody."),
    TEXT("escalation.phone", "", "The same by SMS."),

    NUMBER("gateway.rest_seconds", "30", 1, 3600, "seconds",
           "How long a gateway or mail server that failed three times is left for the next one, before a message tries it again."),
    CHOICE("mail.driver", NULL, "file|smtp|null", "How e-mail leaves."),
    TEXT("mail.url", NULL, "The mail server, smtp://host:port or smtps://host:port; several, by commas: the first that works."),
    TEXT("mail.user", "", "The name at the mail server; empty for none."),
    PATH("mail.password_file", "", "A file with the password at the mail server."),
    TEXT("mail.from", NULL, "The sender's address."),
    TEXT("mail.from_name", "", "The sender's name."),
    TEXT("mail.domain", NULL, "The domain of message ids."),
    TEXT("mail.bounce", "",
         "Where mail comes back to: an address that is kept with +words after its name; empty for mail.from."),
    PATH("mail.file_dir", NULL, "Where the file driver writes .eml files."),
    PATH("mail.ca_file", "", "Certificates that the mail server is checked against; empty for the system's."),
    NUMBER("mail.reply_seconds", "30", 1, 50, "seconds", "How long the mail server may take for one reply."),

    NUMBER("code.source_minute", "1", 0, 10000, "codes",
           "How many one-time codes an address may ask for in a minute for contacts that never came in from its network; 0 for no ceiling."),
    NUMBER("code.source_hour", "5", 0, 10000, "codes", "The same in an hour."),
    NUMBER("code.source_day", "10", 0, 10000, "codes", "The same in 24 hours. Raise it where many unions share one address."),

    TEXT("sms.driver", NULL, "How SMS leave: file, aliyun, tencent, http-json or null; several, by commas: the first that works."),
    TEXT("sms.sign", "", "The registered sign, without brackets."),
    PATH("sms.file_dir", NULL, "Where the file driver writes .txt files."),
    NUMBER("sms.window_start", "8", 0, 23, "o'clock",
           "Messages that are not urgent go out from this hour on, Beijing time."),
    NUMBER("sms.window_end", "21", 1, 24, "o'clock", "Messages that are not urgent wait from this hour on."),
    NUMBER("sms.per_number_day", "2", 0, 1000, "messages",
           "How many SMS, one-time codes apart, a number gets on one day; 0 for no ceiling. What is more is told by one digest."),
    NUMBER("sms.per_template_day", "50", 0, 1000, "messages", "The same for the SMS of one kind; 0 for no ceiling."),
    TEXT("sms.aliyun_url", "https://dysmsapi.aliyuncs.com/", "The gateway."),
    TEXT("sms.aliyun_key_id", NULL, "The access key's id."),
    PATH("sms.aliyun_key_file", NULL, "A file with the access key's secret."),
    TEXT("sms.tencent_url", "https://sms.tencentcloudapi.com/", "The gateway."),
    TEXT("sms.tencent_region", "ap-guangzhou", "The gateway's region."),
    TEXT("sms.tencent_app_id", NULL, "The application's id (SmsSdkAppId)."),
    TEXT("sms.tencent_key_id", NULL, "The key's id (SecretId)."),
    PATH("sms.tencent_key_file", NULL, "A file with the key's secret (SecretKey)."),
    PATH("sms.http_plan", NULL, "A file that describes another gateway; see gongshi-gateway(5)."),
    PATH("sms.http_key_file", NULL, "A file with that gateway's secret."),
    PATH("sms.ca_file", "", "Certificates that the gateway is checked against; empty for the system's."),
    NUMBER("sms.at_once", "16", 1, 200, "messages", "How many may be under way to the gateway at once."),
    NUMBER("sms.per_second", "50", 0, 5000, "messages", "How many may be handed to the gateway in a second; 0 for no ceiling."),
    NUMBER("sms.reply_seconds", "15", 1, 40, "seconds", "How long the gateway may take for one message."),
    TEXT("sms.template_notice_published", "", "The gateway's template: a notice stands."),
    TEXT("sms.template_notice_corrected", "", "The gateway's template: a notice was corrected."),
    TEXT("sms.template_notice_final", "", "The gateway's template: the final list stands."),
    TEXT("sms.template_assist_requested", "", "The gateway's template: a union is asked to check something."),
    TEXT("sms.template_assist_changed", "", "The gateway's template: a request to a union has news."),
    TEXT("sms.template_assist_reminder", "", "The gateway's template: a union's answer is due soon."),
    TEXT("sms.template_assist_overdue", "", "The gateway's template: a union's answer is late."),
    TEXT("sms.template_case_told", "", "The gateway's template: a union has a result to sign for."),
    TEXT("sms.template_request_late", "", "The gateway's template: somebody above hears that a union's answer is late."),
    TEXT("sms.template_office_late", "", "The gateway's template: somebody above hears that the office is late."),
    TEXT("sms.template_digest", "", "The gateway's template: a union has so many pieces of news on one day that one SMS tells of all."),
    TEXT("sms.template_union_code", "", "The gateway's template: a one-time code."),
    TEXT("sms.template_objection_news", "", "The gateway's template: a case has moved."),

    TEXT("site.organiser", "", "The organiser's name in the footer."),
    TEXT("site.undertaker", "", "Who does the work for the organiser."),
    TEXT("site.phone", "", "The organiser's telephone number in the footer."),
    TEXT("site.email", "", "The organiser's mail address on the page of contacts."),
    TEXT("site.address", "", "The organiser's postal address on the page of contacts."),
    TEXT("site.hours", "", "When the telephone is answered, on the page of contacts."),
    TEXT("site.icp", "", "The ICP filing number."),
    TEXT("site.police", "", "The public security filing number."),
    TEXT("site.identifier", "", "The government site identifier."),

    TEXT("paper.fonts", PAPER_FONTS, "Folders of font files for printed papers, with colons between them; no other font is used."),
    TEXT("paper.title", "Noto Serif CJK SC Bold", "The family of titles (小标宋)."),
    TEXT("paper.body", "FandolFang", "The family of the text (仿宋)."),
    TEXT("paper.head", "Noto Sans CJK SC", "The family of headings (黑体)."),
    TEXT("paper.kai", "FandolKai", "The family of lower headings (楷体)."),
    TEXT("paper.song", "Noto Serif CJK SC", "The family of page numbers (宋体)."),
    TEXT("paper.rare", "Noto Serif CJK SC,HanaMinA,HanaMinB,BabelStone Han",
         "The families from which a character is taken that the others lack, with commas between them."),
    TEXT("paper.red_head", "", "The mark of a red head on printed notices (杭州市总工会文件); empty for papers without one."),

    NUMBER("web.requests_per_worker", "2000", 1, 1000000, "requests",
           "A worker ends after so many requests and is replaced."),
};

#define COUNT (sizeof table / sizeof table[0])

static const char *given[COUNT];
static struct mem *pool;

static size_t find(const char *key)
{
    size_t i = 0;
    while (i < COUNT && strcmp(table[i].key, key) != 0)
        i++;
    return i;
}

static bool is_choice(const char *words, const char *value)
{
    size_t n = strlen(value);
    for (const char *at = words; n > 0; at++) {
        size_t word = strcspn(at, "|");
        if (word == n && memcmp(at, value, n) == 0)
            return true;
        at += word;
        if (*at == '\0')
            break;
    }
    return false;
}

static bool is_origin(const char *value)
{
    static const char of_host[] = "abcdefghijklmnopqrstuvwxyz0123456789.-";
    const char *host = strncmp(value, "https://", 8) == 0  ? value + 8
                       : strncmp(value, "http://", 7) == 0 ? value + 7
                                                           : "";
    size_t n = strspn(host, of_host);
    uint64_t port;
    return n > 0 && (host[n] == '\0' || (host[n] == ':' && scan_u64(host + n + 1, 65535, &port) && port > 0));
}

static bool fits(const struct conf_setting *s, const char *value)
{
    int64_t number;
    switch (s->kind) {
    case CONF_TEXT: return true;
    case CONF_PATH: return value[0] == '/' || (value[0] == '\0' && s->standard != NULL && s->standard[0] == '\0');
    case CONF_NUMBER: return scan_i64(value, s->min, s->max, &number);
    case CONF_SWITCH: return strcmp(value, "yes") == 0 || strcmp(value, "no") == 0;
    case CONF_ORIGIN: return is_origin(value);
    case CONF_CHOICE: return is_choice(s->unit, value);
    }
    return false;
}

/* inih tells a handler no line; it asks for the lines one by one, so they are counted where it gets them. */
struct reading {
    const char *path;
    const char *at;
    int line;
    bool failed;
    int refused; /* the line that was refused first */
    struct fail *f;
};

static int refuse(struct reading *r, const char *why, const char *what)
{
    if (!r->failed) {
        fail_set(r->f, FAIL_INPUT, "conf_bad", "%s:%d: %s%s", r->path, r->line, why, what);
        r->refused = r->line;
    }
    r->failed = true;
    return 0;
}

static char *next_line(char *out, int size, void *ctx)
{
    struct reading *r = ctx;
    if (*r->at == '\0')
        return NULL;
    r->line++;
    size_t n = strcspn(r->at, "\n");
    size_t taken = n;
    if (n + 2 > (size_t)size) {
        refuse(r, "line too long", "");
        taken = 0;
    }
    memcpy(out, r->at, taken);
    out[taken] = '\n';
    out[taken + 1] = '\0';
    r->at += n + (r->at[n] == '\n' ? 1 : 0);
    return out;
}

static int take(void *ctx, const char *section, const char *name, const char *value)
{
    struct reading *r = ctx;
    char key[128];
    size_t s = strlen(section), n = strlen(name);
    if (s + n + 2 > sizeof key)
        return refuse(r, "unknown setting ", name);
    memcpy(key, section, s);
    key[s] = '.';
    memcpy(key + s + 1, name, n + 1);
    size_t i = find(key);
    if (i == COUNT)
        return refuse(r, "unknown setting ", key);
    if (given[i] != NULL)
        return refuse(r, "given twice: ", key);
    if (!fits(&table[i], value))
        return refuse(r, "this value does not fit ", key);
    given[i] = mem_text(pool, value);
    return 1;
}

static void forget(void)
{
    memset(given, 0, sizeof given);
    mem_free(&pool);
}

/* A unit of systemd gets its secrets, and no others, in a folder that only it can read (LoadCredential=). */
static void take_credentials(void)
{
    const char *folder = getenv("CREDENTIALS_DIRECTORY");
    if (folder != NULL && folder[0] == '/')
        given[find("dir.secrets")] = mem_text(pool, folder);
}

bool conf_open(const char *path, struct fail *f)
{
    size_t n;
    forget();
    pool = mem_new(NULL, "settings");
    char *text = file_read(pool, path, FILE_MAX, &n, f);
    struct reading r = {.path = path, .at = text, .f = f};
    if (text == NULL) {
        r.failed = true;
    } else if (strlen(text) != n) {
        refuse(&r, "not a text file", "");
    } else {
        int line = ini_parse_stream(next_line, &r, take, &r);
        /* A line that inih cannot read is told only here; it may stand before one that was refused. */
        if (line != 0 && (!r.failed || line < r.refused)) {
            r = (struct reading){.path = path, .line = line, .f = f};
            refuse(&r, "neither a [section] nor name = value", "");
        }
    }
    if (r.failed)
        forget();
    else
        take_credentials();
    return !r.failed;
}

static const char *value_of(const char *key)
{
    size_t i = find(key);
    if (i == COUNT) {
        log_line(LOG_ERROR, "no such setting: %s", key);
        abort();
    }
    return given[i] != NULL ? given[i] : table[i].standard;
}

bool conf_is_given(const char *key)
{
    return value_of(key) != NULL;
}

const char *conf_text(const char *key)
{
    const char *value = value_of(key);
    if (value == NULL)
        log_die("the setting %s must be given", key);
    return value;
}

int64_t conf_number(const char *key)
{
    int64_t number;
    if (!scan_i64(conf_text(key), INT64_MIN, INT64_MAX, &number)) {
        log_line(LOG_ERROR, "not a number: the setting %s", key);
        abort();
    }
    return number;
}

bool conf_switch(const char *key)
{
    return strcmp(conf_text(key), "yes") == 0;
}

const struct conf_setting *conf_table(size_t *count)
{
    *count = COUNT;
    return table;
}
