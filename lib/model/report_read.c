/* report_read: the JSON of gateways. Aliyun: document_detail/101867; Tencent: document/api/382/5807. */
#include <jansson.h>
#include <string.h>

#include "report.h"

static const instant BEIJING = 8 * CLOCK_HOUR;

/* Which member of an element says what. */
struct spelling {
    const char *gateway_id, *message_id, *to, *code, *said_at;
    enum report_verdict (*verdict)(const json_t *element);
};

static enum report_verdict aliyun_verdict(const json_t *element)
{
    const json_t *success = json_object_get(element, "success");
    return json_is_true(success) ? REPORT_DELIVERED : json_is_false(success) ? REPORT_UNDELIVERED : REPORT_UNREADABLE;
}

static enum report_verdict tencent_verdict(const json_t *element)
{
    const char *status = json_string_value(json_object_get(element, "report_status"));
    if (status == NULL)
        return REPORT_UNREADABLE;
    return strcmp(status, "SUCCESS") == 0 ? REPORT_DELIVERED : strcmp(status, "FAIL") == 0 ? REPORT_UNDELIVERED : REPORT_UNREADABLE;
}

static const struct spelling spellings[] = {
    [REPORT_ALIYUN] = { "biz_id", "out_id", "phone_number", "err_code", "report_time", aliyun_verdict },
    [REPORT_TENCENT] = { "sid", NULL, "mobile", "errmsg", "user_receive_time", tencent_verdict },
};

/* Printable ASCII of at most `max` bytes; "" for anything else. */
static const char *word_of(struct mem *m, const json_t *element, const char *name, size_t max)
{
    const char *value = name != NULL ? json_string_value(json_object_get(element, name)) : NULL;
    size_t n = value != NULL ? strlen(value) : 0;
    for (size_t i = 0; i < n; i++)
        if (value[i] <= ' ' || value[i] > '~')
            return "";
    return n <= max ? mem_text_n(m, value != NULL ? value : "", n) : "";
}

/* "2026-04-21 10:00:05", Beijing. */
static instant time_of(const json_t *element, const char *name)
{
    const char *value = json_string_value(json_object_get(element, name));
    instant at;
    return value != NULL && clock_from_sql(value, &at) ? at - BEIJING : 0;
}

/* What does not fit is left out from there on, piece by piece of the JSON. */
static const char *raw_of(struct mem *m, const json_t *element)
{
    char *all = mem_alloc(m, REPORT_RAW_MAX + 1);
    json_dumpb(element, all, REPORT_RAW_MAX, JSON_COMPACT | JSON_ENCODE_ANY);
    return all;
}

static struct report read_one(struct mem *m, enum report_source source, const json_t *element)
{
    const struct spelling *s = &spellings[source];
    struct report r = { .source = source, .gateway_id = word_of(m, element, s->gateway_id, REPORT_ID_MAX),
                        .message_id = word_of(m, element, s->message_id, REPORT_ID_MAX), .to = word_of(m, element, s->to, 20),
                        .code = word_of(m, element, s->code, REPORT_CODE_MAX), .said_at = time_of(element, s->said_at),
                        .raw = raw_of(m, element) };
    if (r.to[0] != '\0' && (r.gateway_id[0] != '\0' || r.message_id[0] != '\0'))
        r.verdict = s->verdict(element);
    if (r.verdict == REPORT_UNREADABLE)
        r.gateway_id = r.message_id = r.to = r.code = "";
    return r;
}

bool report_read(struct mem *m, enum report_source source, const void *bytes, size_t n, struct report **out, size_t *count, struct fail *f)
{
    json_error_t error;
    json_t *all = json_loadb(bytes, n, JSON_REJECT_DUPLICATES, &error), *element;
    size_t i;
    *count = json_array_size(all);
    *out = NULL;
    bool ok = json_is_array(all) && *count <= REPORT_ELEMENTS_MAX;
    if (ok) {
        *out = mem_array(m, *count, sizeof **out);
        json_array_foreach(all, i, element)
            (*out)[i] = read_one(m, source, element);
    }
    json_decref(all);
    return ok || fail_set(f, FAIL_INPUT, "request_broken", "no JSON array of at most %d reports", REPORT_ELEMENTS_MAX);
}
