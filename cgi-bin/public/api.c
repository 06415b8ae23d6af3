/* api: the same that the pages show, as data for programs, read-only; the OpenAPI document that describes it and the page that explains it. */
#include <jansson.h>
#include <string.h>

#include "reading.h"
#include "ready.h"
#include "show.h"
#include "take.h"

static int put_piece(const char *piece, size_t n, void *to) { return buf_add(to, piece, n) ? 0 : -1; }

static bool put_json(json_t *top, struct buf *b, struct fail *f)
{
    bool done = top != NULL && json_dump_callback(top, put_piece, b, JSON_COMPACT) == 0;
    json_decref(top);
    return done || fail_set(f, FAIL_INTERNAL, "internal", "a document that JSON cannot say");
}

static json_t *iso(instant t)
{
    char text[CLOCK_TEXT];
    clock_to_iso_beijing(t, text);
    return json_string(text);
}

static json_t *notice_of(struct request *r, const struct published *p, instant now)
{
    const struct published_period *of = reading_period(p, now);
    return json_pack("{s:s, s:s, s:s, s:i, s:s, s:o, s:o, s:o, s:s?, s:s, s:s}", "id", p->slug, "title", p->title, "round", p->round_title,
                     "version", p->version, "phase", show_phase(reading_phase(p, of, now)), "published", iso(p->published_at), "opens",
                     iso(of->opens_at), "closes", iso(of->closes_at), "reason", p->reason[0] != '\0' ? p->reason : NULL, "page",
                     take_url(r, public_url(r, "/notice/%s", p->slug)), "data", take_url(r, public_url(r, "/api/notices/%s", p->slug)));
}

static bool write_notices(struct request *r, instant now, instant *until, instant *modified, struct buf *b, struct fail *f)
{
    struct published *all;
    size_t count;
    if (!published_list(public_db(), request_mem(r), &all, &count, f))
        return false;
    *until = clock_day_start(clock_day_beijing(now) + 1);
    *modified = 0; /* phases change by themselves */
    json_t *list = json_array();
    for (size_t i = 0; i < count; i++) {
        instant one = reading_valid_until(&all[i], now);
        *until = one < *until ? one : *until;
        json_array_append_new(list, notice_of(r, &all[i], now));
    }
    return put_json(json_pack("{s:o}", "notices", list), b, f);
}

static bool write_notice(struct request *r, instant now, instant *until, instant *modified, struct buf *b, struct fail *f)
{
    struct taken t;
    if (!take_read(r, now, &t, f))
        return false;
    *until = reading_valid_until(&t.p, now);
    *modified = t.modified;
    json_t *list = json_array();
    for (size_t i = 0; i < t.count; i++) {
        const struct published_entry *e = &t.people[i];
        json_array_append_new(list, json_pack("{s:s, s:i, s:s, s:s, s:s, s:s, s:s, s:s, s:o, s:s}", "id", e->slug, "number", e->seq, "award",
                                              e->nomination ? "NOMINATION" : "CRAFTSMAN", "name", e->name, "employer", e->employer, "post",
                                              e->post, "union", e->union_name, "field", e->field, "closes", iso(e->period.closes_at), "page",
                                              take_url(r, public_url(r, "/notice/%s/candidate/%s", t.p.slug, e->slug))));
    }
    json_t *top = notice_of(r, &t.p, now);
    json_object_set_new(top, "text", json_string(t.p.body));
    json_object_set_new(top, "people", list);
    return put_json(top, b, f);
}

void api_notices_page(struct request *r, struct view_node *v, struct response *out)
{
    (void)v;
    ready_document(r, out, "application/json; charset=utf-8", NULL, write_notices);
}

void api_notice_page(struct request *r, struct view_node *v, struct response *out)
{
    (void)v;
    ready_document(r, out, "application/json; charset=utf-8", NULL, write_notice);
}

/* ---- what it is ---- */

static json_t *text_of(const char *description) { return json_pack("{s:s, s:s}", "type", "string", "description", description); }
static json_t *instant_of(const char *description)
{
    return json_pack("{s:s, s:s, s:s}", "type", "string", "format", "date-time", "description", description);
}
static json_t *address_of(const char *description)
{
    return json_pack("{s:s, s:s, s:s}", "type", "string", "format", "uri", "description", description);
}
static json_t *number_of(const char *description)
{
    return json_pack("{s:s, s:i, s:s}", "type", "integer", "minimum", 1, "description", description);
}

/* Every property is always there. */
static json_t *object_of(json_t *properties)
{
    json_t *needed = json_array(), *value;
    const char *key;
    json_object_foreach(properties, key, value)
        json_array_append_new(needed, json_string(key));
    return json_pack("{s:s, s:o, s:o}", "type", "object", "required", needed, "properties", properties);
}

static json_t *notice_properties(void)
{
    return json_pack("{s:o, s:o, s:o, s:o, s:{s:s, s:[s, s, s, s]}, s:o, s:o, s:o, s:{s:[s, s], s:s}, s:o, s:o}", "id",
                     text_of("Names the notice in addresses."), "title", text_of("As printed."), "round", text_of("The round that it is of."),
                     "version", number_of("Grows with each correction."), "phase", "type", "string", "enum", "BEFORE", "OPEN", "CLOSED",
                     "WITHDRAWN", "published", instant_of("When this version was published."), "opens",
                     instant_of("When its period began or begins; of several the one that matters now."), "closes",
                     instant_of("When it ends; this instant is outside of it."), "reason", "type", "string", "null", "description",
                     "Why it was corrected or withdrawn.", "page", address_of("For people."), "data", address_of("With its people."));
}

static json_t *person_properties(void)
{
    return json_pack("{s:o, s:o, s:{s:s, s:[s, s]}, s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "id", text_of("Names the person in addresses."), "number",
                     number_of("As printed, within the award."), "award", "type", "string", "enum", "CRAFTSMAN", "NOMINATION", "name",
                     text_of("As printed."), "employer", text_of("As printed."), "post", text_of("As printed."), "union",
                     text_of("The nominating union."), "field", text_of("As printed."), "closes", instant_of("When the period of this person ends."),
                     "page", address_of("For people; objections begin there."));
}

static json_t *answer_of(json_t *schema, const char *description)
{
    return json_pack("{s:s, s:{s:{s:o}}}", "description", description, "content", "application/json", "schema", schema);
}

static json_t *paths(void)
{
    json_t *list = object_of(json_pack("{s:{s:s, s:{s:s}}}", "notices", "type", "array", "items", "$ref", "#/components/schemas/Notice"));
    json_t *one = json_pack("{s:s}", "$ref", "#/components/schemas/NoticeWithPeople");
    json_t *first = json_pack("{s:s, s:s, s:{s:o, s:{s:s}}}", "operationId", "listNotices", "summary", "Every notice, the newest first.", "responses", "200",
                              answer_of(list, "All notices."), "304", "description", "Nothing changed since the ETag or the date that was sent.");
    json_t *second = json_pack("{s:s, s:s, s:[{s:s, s:s, s:b, s:{s:s}}], s:{s:o, s:{s:s}, s:{s:s}}}", "operationId", "readNotice", "summary",
                               "One notice, its newest version, with everybody in it.", "parameters", "name", "notice", "in", "path", "required", 1, "schema",
                               "type", "string", "responses", "200", answer_of(one, "The notice."), "304", "description",
                               "Nothing changed since the ETag or the date that was sent.", "404", "description", "There is no such notice.");
    return json_pack("{s:{s:o}, s:{s:o}}", "/api/notices", "get", first, "/api/notices/{notice}", "get", second);
}

static bool write_openapi(struct request *r, instant now, instant *until, instant *modified, struct buf *b, struct fail *f)
{
    (void)modified;
    *until = now + CLOCK_DAY;
    json_t *whole = notice_properties();
    json_object_set_new(whole, "text", text_of("The words of the notice."));
    json_object_set_new(whole, "people", json_pack("{s:s, s:{s:s}}", "type", "array", "items", "$ref", "#/components/schemas/Person"));
    json_t *schemas = json_pack("{s:o, s:o, s:o}", "Notice", object_of(notice_properties()), "NoticeWithPeople", object_of(whole), "Person",
                                object_of(person_properties()));
    return put_json(json_pack("{s:s, s:{s:s, s:s, s:s}, s:[{s:s}], s:o, s:{s:o}}", "openapi", "3.1.0", "info", "title", "Gongshi", "version", "1.0.0",
                              "description", "Published notices and their people, read-only: what the pages show.", "servers", "url",
                              request_origin(r), "paths", paths(), "components", "schemas", schemas), b, f);
}

void api_document_page(struct request *r, struct view_node *v, struct response *out)
{
    (void)v;
    ready_document(r, out, "application/json; charset=utf-8", NULL, write_openapi);
}

static bool fill_api(struct request *r, struct view_node *v, instant now, instant *until, struct fail *f)
{
    (void)f;
    view_set(v, "Title", kit_word(r, "Public.Api.title"));
    view_set(v, "notices_url", take_url(r, "/api/notices"));
    view_set(v, "document_url", take_url(r, "/api/openapi.json"));
    view_set(v, "feed_url", take_url(r, public_url(r, "/feed.atom")));
    *until = now + CLOCK_DAY;
    return true;
}

void api_page(struct request *r, struct view_node *v, struct response *out)
{
    ready_page(r, v, out, "api", fill_api);
    response_indexed(out);
}
