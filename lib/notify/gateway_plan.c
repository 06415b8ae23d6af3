/* gateway_plan: see gateway_plan.h. */
#include "gateway_plan.h"

#include <jansson.h>
#include <md5.h>
#include <string.h>

#include "buf.h"
#include "mail_text.h"
#include "percent.h"
#include "secret.h"

enum { TEXT_MAX = 64 * 1024, NAME_MAX = 60 };

struct gateway_plan {
    const json_t *top, *words, *digests;
    const char *url, *encode;
};

/* One filling: the values, and the digests that have been made. */
struct filling {
    struct mem *m;
    const struct gateway_plan *plan;
    const struct gateway_values *v;
    const json_t *params;
    json_t *made;
    struct fail *f;
};

static bool wrong(struct fail *f, const char *what, const char *which)
{
    return fail_set(f, FAIL_INTERNAL, "plan_wrong", "%s: %s", what, which);
}

/* ---- gaps ---- */

static const char *built_in(const struct filling *in, const char *name)
{
    const struct gateway_values *v = in->v;
    const struct { const char *name, *value; } ROWS[] = {
        { "mobile", v->mobile }, { "text", v->text },       { "id", v->id }, { "sign", v->sign }, { "template", v->template },
        { "secret", v->secret }, { "unix", mem_printf(in->m, "%lld", (long long)v->unix_seconds) },
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++)
        if (strcmp(ROWS[i].name, name) == 0)
            return ROWS[i].value;
    return NULL;
}

static const char *value_of(const struct filling *in, const char *name)
{
    if (strncmp(name, "param.", 6) == 0) {
        const char *value = json_string_value(json_object_get(in->params, name + 6));
        return value != NULL ? value : ""; /* the words of one message are not those of another */
    }
    const char *value = built_in(in, name);
    if (value == NULL)
        value = json_string_value(json_object_get(in->plan->words, name));
    return value != NULL ? value : json_string_value(json_object_get(in->made, name));
}

/* NULL with a fail. */
static char *fill(const struct filling *in, const char *pattern)
{
    struct buf out;
    buf_init(&out, in->m, TEXT_MAX);
    for (const char *p = pattern; *p != '\0';) {
        size_t n = *p == '{' ? strcspn(p, "}") : 0;
        if (n == 0 || p[n] != '}' || n > NAME_MAX) {
            buf_char(&out, *p++);
            continue;
        }
        const char *name = mem_text_n(in->m, p + 1, n - 1), *value = value_of(in, name);
        if (value == NULL) {
            wrong(in->f, "nothing fills the gap", name);
            return NULL;
        }
        buf_text(&out, value);
        p += n + 1;
    }
    if (out.over)
        wrong(in->f, "too long", "a filled text");
    return out.over ? NULL : out.data;
}

/* ---- digests ---- */

static bool make_digest(struct filling *in, const char *name, const json_t *how)
{
    const char *kind = json_string_value(json_object_get(how, "kind")), *of = json_string_value(json_object_get(how, "of"));
    const char *key = json_string_value(json_object_get(how, "key"));
    unsigned char hash[32];
    if (kind == NULL || of == NULL || built_in(in, name) != NULL)
        return wrong(in->f, "a digest has a name of its own, a kind and an of", name);
    char *text = fill(in, of), *hex = NULL;
    if (text == NULL)
        return false;
    if (strcmp(kind, "md5") == 0) {
        hex = mem_alloc(in->m, MD5_DIGEST_STRING_LENGTH);
        MD5Data((const uint8_t *)text, strlen(text), hex);
    } else if (strcmp(kind, "sha256") == 0) {
        secret_sha256(hash, text, strlen(text));
        hex = secret_to_hex(in->m, hash, sizeof hash);
    } else if (strcmp(kind, "hmac-sha256") == 0 && key != NULL) {
        char *filled = fill(in, key);
        if (filled == NULL)
            return false;
        secret_hmac_sha256(hash, filled, strlen(filled), text, strlen(text));
        hex = secret_to_hex(in->m, hash, sizeof hash);
    }
    return hex != NULL ? json_object_set_new(in->made, name, json_string(hex)) == 0 : wrong(in->f, "a kind of digest that is not known", kind);
}

static bool make_digests(struct filling *in)
{
    const char *name;
    json_t *how;
    json_object_foreach((json_t *)in->plan->digests, name, how)
        if (!make_digest(in, name, how))
            return false;
    return true;
}

/* ---- the call ---- */

/* A copy of any JSON with the gaps in its texts filled; NULL with a fail. */
static json_t *fill_json(const struct filling *in, const json_t *from)
{
    const char *name;
    json_t *one, *out;
    size_t i;
    bool ok = true;
    if (json_is_string(from)) {
        char *text = fill(in, json_string_value(from));
        return text != NULL ? json_string(text) : NULL;
    }
    if (json_is_array(from)) {
        out = json_array();
        json_array_foreach((json_t *)from, i, one)
            ok = ok && json_array_append_new(out, fill_json(in, one)) == 0;
    } else if (json_is_object(from)) {
        out = json_object();
        json_object_foreach((json_t *)from, name, one)
            ok = ok && json_object_set_new(out, name, fill_json(in, one)) == 0;
    } else {
        return json_deep_copy(from);
    }
    if (!ok)
        json_decref(out);
    return ok ? out : NULL;
}

static char *as_form(struct mem *m, const json_t *body)
{
    const char *name;
    json_t *one;
    struct buf out;
    buf_init(&out, m, TEXT_MAX);
    json_object_foreach((json_t *)body, name, one) {
        if (out.len > 0)
            buf_char(&out, '&');
        percent_add(&out, name);
        buf_char(&out, '=');
        percent_add(&out, json_is_string(one) ? json_string_value(one) : "");
    }
    return out.data;
}

static bool make_body(const struct filling *in, struct gateway_call *out)
{
    json_t *body = fill_json(in, json_object_get(in->plan->top, "body"));
    if (body == NULL)
        return false;
    size_t n = json_dumpb(body, NULL, 0, JSON_COMPACT);
    char *text = mem_alloc(in->m, n + 1);
    json_dumpb(body, text, n, JSON_COMPACT);
    out->body = strcmp(in->plan->encode, "base64") == 0 ? secret_to_base64(in->m, text, n)
                : strcmp(in->plan->encode, "form") == 0 ? as_form(in->m, body) : text;
    out->len = strlen(out->body);
    json_decref(body);
    return true;
}

static bool make_heads(const struct filling *in, struct gateway_call *out)
{
    const json_t *heads = json_object_get(in->plan->top, "heads");
    size_t count = json_array_size(heads);
    out->heads = mem_array(in->m, count + 1, sizeof *out->heads);
    for (size_t i = 0; i < count; i++) {
        const char *pattern = json_string_value(json_array_get(heads, i));
        char *line = pattern != NULL ? fill(in, pattern) : NULL;
        if (line == NULL)
            return pattern != NULL ? false : wrong(in->f, "a head is a text", "heads");
        if (!mail_text_safe(line) || strchr(line, ':') == NULL)
            return wrong(in->f, "a head is one line with a colon", pattern);
        out->heads[i] = line;
    }
    out->heads[count] = NULL;
    return true;
}

bool gateway_plan_fill(struct mem *m, const struct gateway_plan *p, const struct gateway_values *v, struct gateway_call *out,
                       struct fail *f)
{
    json_error_t error;
    json_t *params = json_loads(v->params, JSON_REJECT_DUPLICATES, &error);
    struct filling in = { m, p, v, params, json_object(), f };
    bool ok = make_digests(&in) && make_heads(&in, out) && make_body(&in, out);
    json_decref(in.made);
    json_decref(params);
    return ok;
}

/* ---- reading the plan ---- */

static bool is_one_of(const char *word, const char *const *list)
{
    for (; *list != NULL; list++)
        if (word != NULL && strcmp(word, *list) == 0)
            return true;
    return false;
}

static bool check(const struct gateway_plan *p, struct fail *f)
{
    static const char *const KEYS[] = { "url", "heads", "words", "digests", "body", "encode", "answer", NULL };
    static const char *const ANSWER[] = { "at", "id", "sent", "never", "alarm", "uncertain", NULL };
    static const char *const ENCODE[] = { "json", "base64", "form", NULL };
    const char *name;
    json_t *one;
    json_object_foreach((json_t *)p->top, name, one)
        if (!is_one_of(name, KEYS))
            return wrong(f, "a name that a plan does not have", name);
    if (p->url == NULL || json_object_get(p->top, "body") == NULL)
        return wrong(f, "a plan has an url and a body", "url, body");
    if (!is_one_of(p->encode, ENCODE))
        return wrong(f, "encode is json, base64 or form", p->encode);
    json_object_foreach((json_t *)p->words, name, one)
        if (!json_is_string(one))
            return wrong(f, "a word is a text", name);
    const json_t *answer = json_object_get(p->top, "answer");
    json_object_foreach((json_t *)answer, name, one)
        if (!is_one_of(name, ANSWER))
            return wrong(f, "a name that an answer does not have", name);
    if (json_string_value(json_object_get(answer, "at")) == NULL || json_array_size(json_object_get(answer, "sent")) == 0)
        return wrong(f, "a plan says where the answer's word stands and which mean sent", "answer");
    return true;
}

static void give_back(void *ctx)
{
    json_decref(ctx);
}

struct gateway_plan *gateway_plan_read(struct mem *m, const char *text, size_t n, struct fail *f)
{
    static const struct gateway_values TRIAL = { "13800000001", "text", "id", "sign", "template", "secret", "{}", 0 };
    struct gateway_plan *p = mem_alloc(m, sizeof *p);
    struct gateway_call call;
    json_error_t error;
    json_t *top = json_loadb(text, n, JSON_REJECT_DUPLICATES, &error);
    mem_on_free(m, give_back, top);
    if (!json_is_object(top)) {
        wrong(f, "not a JSON object", error.text);
        return NULL;
    }
    p->top = top;
    const char *encode = json_string_value(json_object_get(p->top, "encode"));
    p->words = json_object_get(p->top, "words");
    p->digests = json_object_get(p->top, "digests");
    p->url = json_string_value(json_object_get(p->top, "url"));
    p->encode = encode != NULL ? encode : "json";
    return check(p, f) && gateway_plan_fill(m, p, &TRIAL, &call, f) ? p : NULL;
}

const char *gateway_plan_url(const struct gateway_plan *p)
{
    return p->url;
}

/* ---- the answer ---- */

/* A path of names and numbers, as in RFC 6901 without its escapes. */
static const json_t *at(struct mem *m, const json_t *top, const char *path)
{
    while (top != NULL && *path == '/') {
        size_t n = strcspn(++path, "/");
        const char *name = mem_text_n(m, path, n);
        if (json_is_array(top))
            top = name[0] >= '0' && name[0] <= '9' && name[1] == '\0' ? json_array_get(top, (size_t)(name[0] - '0')) : NULL;
        else
            top = json_object_get(top, name);
        path += n;
    }
    return top;
}

static const char *as_text(struct mem *m, const json_t *value)
{
    if (json_is_string(value))
        return mem_text(m, json_string_value(value));
    if (json_is_integer(value))
        return mem_printf(m, "%lld", (long long)json_integer_value(value));
    return json_is_boolean(value) ? (json_is_true(value) ? "true" : "false") : NULL;
}

static bool lists(const json_t *list, const char *word)
{
    size_t i;
    json_t *one;
    json_array_foreach((json_t *)list, i, one)
        if (json_is_string(one) && strcmp(json_string_value(one), word) == 0)
            return true;
    return false;
}

void gateway_plan_outcome(struct mem *m, const struct gateway_plan *p, const char *answer, size_t n, struct gateway_reading *out)
{
    static const struct { const char *list; enum notify_outcome outcome; } MEANS[] = {
        { "sent", NOTIFY_SENT }, { "never", NOTIFY_NEVER }, { "alarm", NOTIFY_ALARM }, { "uncertain", NOTIFY_UNCERTAIN } };
    json_error_t error;
    const json_t *how = json_object_get(p->top, "answer");
    const char *id_at = json_string_value(json_object_get(how, "id"));
    json_t *top = json_loadb(answer, n, 0, &error);
    *out = (struct gateway_reading){ .word = as_text(m, at(m, top, json_string_value(json_object_get(how, "at")))) };
    out->id = id_at != NULL ? as_text(m, at(m, top, id_at)) : NULL;
    json_decref(top);
    out->outcome = out->word != NULL ? NOTIFY_LATER : NOTIFY_UNCERTAIN;
    for (size_t i = 0; out->word != NULL && i < sizeof MEANS / sizeof *MEANS; i++)
        if (lists(json_object_get(how, MEANS[i].list), out->word)) {
            out->outcome = MEANS[i].outcome;
            return;
        }
}
