/* wording: see wording.h. */
#include "wording.h"

#include <string.h>

#include "placeholder.h"
#include "scan.h"
#include "text.h"

/* What a gateway's reviewers refuse, and what tells a stranger who looks at the screen what it is about. */
static const char *const NOT_IN_SMS[] = { "异议", "信访", "举报", "投诉", "检举", "维权", "控告", "【", "】" };
#define COUNT(list) (sizeof(list) / sizeof(list)[0])

struct checking { struct mem *m; const char *names; char *name; struct fail *f; };

static bool placeholders(struct checking *c, const char *field, const char *words)
{
    static const char *const CODES[] = { [PLACEHOLDER_UNKNOWN] = "placeholder_unknown", [PLACEHOLDER_BROKEN] = "placeholder_broken",
                                         [PLACEHOLDER_PART] = "placeholder_part" };
    struct placeholder_error e;
    if (placeholder_check(words, c->names, &e))
        return true;
    memcpy(c->name, e.name, sizeof e.name);
    return fail_field(c->f, field, CODES[e.fault]);
}

static bool readable(struct checking *c, const char *field, const char *words)
{
    return (text_check(words, strlen(words), true) == TEXT_OK && strchr(words, '\t') == NULL) || fail_field(c->f, field, "words_unclean");
}

static bool fits(struct checking *c, const char *field, const char *words, bool many_lines, size_t most)
{
    if (*words == '\0')
        return fail_field(c->f, field, "needed");
    if (!many_lines && strchr(words, '\n') != NULL)
        return fail_field(c->f, field, "words_one_line");
    if (text_length(words) > most) {
        fail_field(c->f, field, "words_long");
        c->f->number = (int64_t)most;
        return false;
    }
    return placeholders(c, field, words);
}

static bool neutral(struct checking *c, const char *words)
{
    for (size_t i = 0; i < COUNT(NOT_IN_SMS); i++)
        if (strstr(words, NOT_IN_SMS[i]) != NULL)
            return fail_field(c->f, "text", i < 7 ? "words_not_in_sms" : "words_no_sign");
    return true;
}

/* A code that does not stand in its message helps nobody. */
static bool whole(struct checking *c, const struct wording *w)
{
    return w->event != MESSAGE_UNION_CODE || placeholder_uses(w->text, "code") || fail_field(c->f, "text", "words_no_code");
}

/* ---- the gateway's templates ---- */

static const char *line_of(struct mem *m, const char **lines)
{
    size_t n = strcspn(*lines, "\n");
    const char *line = mem_text_n(m, *lines, n);
    *lines += n + ((*lines)[n] == '\n' ? 1 : 0);
    return line;
}

static const char *word_of(struct mem *m, const char **line)
{
    *line += strspn(*line, " ");
    size_t n = strcspn(*line, " ");
    const char *word = mem_text_n(m, *line, n);
    *line += n;
    return word;
}

bool wording_pair(struct mem *m, const char **map, const char **variable, const char **name)
{
    size_t n = strcspn(*map, ","), equals = strcspn(*map, "=,");
    if (n == 0 || equals == n)
        return false;
    *variable = mem_text_n(m, *map, equals);
    *name = mem_text_n(m, *map + equals + 1, n - equals - 1);
    *map += n + ((*map)[n] == ',' ? 1 : 0);
    return true;
}

bool wording_gateway(struct mem *m, const char *lines, const char *driver, struct wording_gateway *out)
{
    while (*lines != '\0') {
        const char *line = line_of(m, &lines);
        if (strcmp(word_of(m, &line), driver) != 0)
            continue;
        out->id = word_of(m, &line);
        out->map = word_of(m, &line);
        return *out->id != '\0';
    }
    return false;
}

static bool is_id(const char *id)
{
    size_t n = strlen(id);
    return n > 0 && n <= 60 && strspn(id, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-") == n;
}

/* A template at a gateway may hold the link but for its last part, which is no placeholder of ours. */
static bool map_fits(struct checking *c, const char *map)
{
    const char *variable, *name;
    if (strstr(c->names, "letter_link") != NULL)
        c->names = mem_printf(c->m, "%s|slug", c->names);
    while (wording_pair(c->m, &map, &variable, &name)) {
        if (!is_id(variable))
            return fail_field(c->f, "gateway", "gateway_wrong");
        if (!placeholders(c, "gateway", mem_printf(c->m, "{{%s}}", name)))
            return false;
    }
    return *map == '\0' || fail_field(c->f, "gateway", "gateway_wrong");
}

static bool gateways(struct checking *c, const char *lines)
{
    static const char *const DRIVERS[] = { "aliyun", "tencent", "http-json" };
    if (text_length(lines) > WORDING_GATEWAY_MAX)
        return fail_field(c->f, "gateway", "gateway_wrong");
    while (*lines != '\0') {
        const char *line = line_of(c->m, &lines), *driver = word_of(c->m, &line), *id = word_of(c->m, &line), *map = word_of(c->m, &line);
        bool known = false;
        for (size_t i = 0; i < COUNT(DRIVERS); i++)
            known = known || strcmp(driver, DRIVERS[i]) == 0;
        if (!known || !is_id(id) || *word_of(c->m, &line) != '\0')
            return fail_field(c->f, "gateway", "gateway_wrong");
        if (!map_fits(c, map))
            return false;
    }
    return true;
}

bool wording_clean(struct mem *m, const struct wording *typed, struct wording *out, char *name, struct fail *f)
{
    struct checking c = { m, message_names(m, typed->event), name, f };
    *name = '\0';
    *out = *typed;
    /* What is no text is not made clean. */
    if (!readable(&c, "subject", typed->subject) || !readable(&c, "text", typed->text) || !readable(&c, "gateway", typed->gateway))
        return false;
    out->subject = text_tidy(m, typed->subject);
    out->text = text_tidy(m, typed->text);
    out->gateway = text_tidy(m, typed->gateway);
    if (typed->channel == MESSAGE_EMAIL) {
        out->gateway = "";
        return fits(&c, "subject", out->subject, false, WORDING_SUBJECT_MAX) && fits(&c, "text", out->text, true, WORDING_TEXT_MAX) &&
               whole(&c, out);
    }
    out->subject = "";
    return fits(&c, "text", out->text, false, WORDING_SMS_MAX) && neutral(&c, out->text) && whole(&c, out) && gateways(&c, out->gateway);
}

bool wording_read(struct mem *m, const char *bytes, size_t n, struct wording *out, struct fail *f)
{
    char name[PLACEHOLDER_NAME_MAX + 1];
    struct wording typed = *out;
    const char *text = mem_text_n(m, bytes, n), *end = strchr(text, '\n');
    if (strlen(text) != n || (out->channel == MESSAGE_EMAIL && (end == NULL || end[1] != '\n')))
        return fail_set(f, FAIL_INPUT, "internal", "no line for the subject, or a NUL");
    typed.gateway = "";
    typed.subject = out->channel == MESSAGE_EMAIL ? mem_text_n(m, text, (size_t)(end - text)) : "";
    typed.text = out->channel == MESSAGE_EMAIL ? end : text;
    if (wording_clean(m, &typed, out, name, f))
        return true;
    fail_set(f, FAIL_INPUT, "internal", "%s: %s %s", f->field, f->code, name);
    return false;
}
