/* feed: what is new, for programs that look for it: notices, their corrections and withdrawals and the final lists as an Atom feed (RFC 4287); the last day
 * of a notice for a calendar (RFC 5545); and the pages that name nobody, for search engines. */
#include <stdlib.h>
#include <string.h>

#include "announced.h"
#include "conf.h"
#include "reading.h"
#include "ready.h"
#include "take.h"

enum { ENTRIES_MAX = 100, LINE_OCTETS = 75 };

/* ---- Atom ---- */

struct news { instant at; const char *title, *id, *path, *kind; };

static void put_xml(struct buf *b, const char *text)
{
    static const struct { char c; const char *as; } MARKS[] = { { '&', "&amp;" }, { '<', "&lt;" }, { '>', "&gt;" }, { '"', "&quot;" } };
    for (const char *p = text; *p != '\0'; p++) {
        const char *as = NULL;
        for (size_t i = 0; i < sizeof MARKS / sizeof MARKS[0]; i++)
            as = MARKS[i].c == *p ? MARKS[i].as : as;
        if (as != NULL)
            buf_text(b, as);
        else
            buf_char(b, *p);
    }
}

static void put_element(struct buf *b, const char *name, const char *text)
{
    buf_printf(b, "<%s>", name);
    put_xml(b, text);
    buf_printf(b, "</%s>\n", name);
}

static int newest_first(const void *a, const void *b)
{
    const struct news *x = a, *y = b;
    return x->at != y->at ? (x->at < y->at) - (x->at > y->at) : strcmp(x->id, y->id);
}

static void add(struct request *r, struct news **all, size_t *count, struct news one)
{
    *all = mem_resize(request_mem(r), *all, *count * sizeof **all, (*count + 1) * sizeof **all);
    (*all)[(*count)++] = one;
}

static bool news_of(struct request *r, struct news **all, size_t *count, struct fail *f)
{
    struct mem *m = request_mem(r);
    struct published *notices, *versions;
    struct announced *finals;
    size_t notice_count, version_count, final_count;
    if (!published_list(public_db(), m, &notices, &notice_count, f) || !announced_list(public_db(), m, &finals, &final_count, f))
        return false;
    for (size_t i = 0; i < notice_count && i < ENTRIES_MAX; i++) {
        if (!published_versions(public_db(), m, notices[i].slug, &versions, &version_count, f))
            return false;
        for (size_t k = 0; k < version_count; k++) {
            const struct published *p = &versions[k];
            const char *path = p->version == p->newest ? public_url(r, "/notice/%s", p->slug)
                                                       : public_url(r, "/notice/%s/version/%d", p->slug, p->version);
            add(r, all, count, (struct news){ p->published_at, p->title, mem_printf(m, "/notice/%s/version/%d", p->slug, p->version), path,
                                              p->withdrawn ? "Feed.withdrawn" : p->version > 1 ? "Feed.correction" : "Feed.notice" });
        }
    }
    for (size_t i = 0; i < final_count; i++)
        add(r, all, count, (struct news){ finals[i].published_at, finals[i].title, mem_printf(m, "/final/%s#%lld", finals[i].slug, (long long)finals[i].id),
                                          public_url(r, "/final/%s", finals[i].slug), finals[i].withdrawn ? "Feed.withdrawn" : "Feed.final" });
    if (*count > 0)
        qsort(*all, *count, sizeof **all, newest_first);
    return true;
}

static void put_news(struct request *r, struct buf *b, const struct news *n)
{
    char iso[CLOCK_TEXT];
    clock_to_iso_beijing(n->at, iso);
    buf_text(b, "<entry>\n");
    put_element(b, "id", take_url(r, n->id));
    put_element(b, "title", mem_printf(request_mem(r), "%s%s", kit_word(r, n->kind), n->title));
    put_element(b, "updated", iso);
    put_element(b, "published", iso);
    buf_printf(b, "<link rel=\"alternate\" type=\"text/html\" href=\"%s\"/>\n</entry>\n", take_url(r, n->path));
}

static bool write_atom(struct request *r, instant now, instant *until, instant *modified, struct buf *b, struct fail *f)
{
    char iso[CLOCK_TEXT];
    struct news *all = NULL;
    size_t count = 0;
    if (!news_of(r, &all, &count, f))
        return false;
    *until = now + CLOCK_DAY;
    instant newest = count > 0 ? all[0].at : 0;
    bool withdrawn = false; /* which has no instant of its own here */
    for (size_t i = 0; i < count; i++)
        withdrawn = withdrawn || strcmp(all[i].kind, "Feed.withdrawn") == 0;
    *modified = withdrawn ? 0 : newest;
    clock_to_iso_beijing(newest, iso);
    buf_printf(b, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"%s\">\n", request_lang(r));
    put_element(b, "id", take_url(r, public_url(r, "/feed.atom")));
    put_element(b, "title", kit_word(r, "Site.name"));
    put_element(b, "updated", iso);
    buf_text(b, "<author>\n");
    put_element(b, "name", conf_text("site.organiser")[0] != '\0' ? conf_text("site.organiser") : kit_word(r, "Site.name"));
    buf_printf(b, "</author>\n<link rel=\"self\" type=\"application/atom+xml\" href=\"%s\"/>\n<link rel=\"alternate\" type=\"text/html\" href=\"%s\"/>\n",
               take_url(r, public_url(r, "/feed.atom")), take_url(r, public_url(r, "/")));
    for (size_t i = 0; i < count && i < ENTRIES_MAX; i++)
        put_news(r, b, &all[i]);
    buf_text(b, "</feed>\n");
    return true;
}

void feed_page(struct request *r, struct view_node *v, struct response *out)
{
    (void)v;
    ready_document(r, out, "application/atom+xml; charset=utf-8", NULL, write_atom);
}

/* ---- the calendar ---- */

/* A line of at most 75 octets, its rest on lines that begin with a blank, no character torn apart. */
static void put_line(struct buf *b, const char *line)
{
    size_t used = 0;
    for (const char *p = line; *p != '\0';) {
        size_t n = 1;
        while ((p[n] & 0xc0) == 0x80)
            n++;
        if (used + n > LINE_OCTETS) {
            buf_text(b, "\r\n ");
            used = 1;
        }
        buf_add(b, p, n);
        used += n;
        p += n;
    }
    buf_text(b, "\r\n");
}

static void put_text(struct request *r, struct buf *b, const char *name, const char *text)
{
    struct buf line;
    buf_init(&line, request_mem(r), 64 * 1024);
    buf_printf(&line, "%s:", name);
    for (const char *p = text; *p != '\0'; p++) {
        if (*p == '\\' || *p == ';' || *p == ',')
            buf_char(&line, '\\');
        if (*p == '\n')
            buf_text(&line, "\\n");
        else if (*p != '\r')
            buf_char(&line, *p);
    }
    put_line(b, line.data);
}

static void put_instant(struct buf *b, const char *name, instant t, const char *end)
{
    struct civil c = clock_beijing(t);
    buf_printf(b, "%s:%04d%02d%02dT%02d%02d%02d%s\r\n", name, c.year, c.month, c.mday, c.hour, c.minute, c.second, end);
}

/* The period's last day, from its first hour to its end; told a day before. */
static void put_period(struct request *r, struct buf *b, const struct published *p, const struct published_period *of, int number)
{
    static const char ZONE[] = ";TZID=Asia/Shanghai";
    buf_text(b, "BEGIN:VEVENT\r\n");
    put_text(r, b, "UID", mem_printf(request_mem(r), "%s-%d@%s", p->slug, number, strstr(request_origin(r), "://") + 3));
    buf_printf(b, "SEQUENCE:%d\r\n", p->version - 1 + p->withdrawn);
    put_instant(b, "DTSTAMP", p->published_at - 8 * CLOCK_HOUR, "Z");
    put_instant(b, mem_printf(request_mem(r), "DTSTART%s", ZONE), of->closes_at - CLOCK_DAY, "");
    put_instant(b, mem_printf(request_mem(r), "DTEND%s", ZONE), of->closes_at, "");
    put_text(r, b, "SUMMARY", kit_say(r, "Feed.closes", p->title, NULL));
    put_text(r, b, "DESCRIPTION", kit_say(r, "Feed.closes_text", kit_closing(r, of->closes_at), NULL));
    put_text(r, b, "URL", take_url(r, public_url(r, "/notice/%s", p->slug)));
    buf_printf(b, "STATUS:%s\r\nTRANSP:TRANSPARENT\r\n", p->withdrawn ? "CANCELLED" : "CONFIRMED");
    buf_text(b, "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT15H\r\n");
    put_text(r, b, "DESCRIPTION", kit_say(r, "Feed.closes", p->title, NULL));
    buf_text(b, "END:VALARM\r\nEND:VEVENT\r\n");
}

static bool write_ics(struct request *r, instant now, instant *until, instant *modified, struct buf *b, struct fail *f)
{
    struct published p;
    if (!published_read(public_db(), request_mem(r), request_segment(r, "notice"), 0, &p, f))
        return false;
    *until = reading_valid_until(&p, now);
    *modified = p.withdrawn ? 0 : p.published_at;
    buf_text(b, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Gongshi//notice//ZH\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\nBEGIN:VTIMEZONE\r\n"
                "TZID:Asia/Shanghai\r\nBEGIN:STANDARD\r\nDTSTART:19910915T000000\r\nTZOFFSETFROM:+0800\r\nTZOFFSETTO:+0800\r\nTZNAME:CST\r\n"
                "END:STANDARD\r\nEND:VTIMEZONE\r\n");
    for (size_t i = 0; i < p.period_count; i++)
        put_period(r, b, &p, &p.periods[i], p.periods[i].version);
    buf_text(b, "END:VCALENDAR\r\n");
    return true;
}

void calendar_page(struct request *r, struct view_node *v, struct response *out)
{
    (void)v;
    ready_document(r, out, "text/calendar; charset=utf-8", "deadline.ics", write_ics);
}

/* ---- search engines ---- */

static bool write_sitemap(struct request *r, instant now, instant *until, instant *modified, struct buf *b, struct fail *f)
{
    static const char *const PATHS[] = { "/", "/about", "/deadline", "/privacy", "/accessibility", "/contact", "/map", "/api" };
    (void)f;
    (void)modified;
    *until = now + CLOCK_DAY;
    buf_text(b, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for (size_t i = 0; i < sizeof PATHS / sizeof PATHS[0]; i++)
        for (int english = 0; english < 2; english++)
            buf_printf(b, "<url><loc>%s%s%s</loc></url>\n", request_origin(r), english ? "/en" : "", english && i == 0 ? "" : PATHS[i]);
    buf_text(b, "</urlset>\n");
    return true;
}

void sitemap_page(struct request *r, struct view_node *v, struct response *out)
{
    (void)v;
    ready_document(r, out, "application/xml; charset=utf-8", NULL, write_sitemap);
}
