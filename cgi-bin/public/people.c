/* people: see people.h. */
#include "people.h"

#include <stdlib.h>
#include <string.h>

#include "lookup.h"
#include "show.h"
#include "text.h"

static const struct form_field fields[] = {
    { "q", FORM_LINE, false, 0, 8192, NULL },
    { "union", FORM_NUMBER, false, 1, INT64_MAX, NULL },
    { "field", FORM_LINE, false, 0, 100, NULL },
    { "award", FORM_CHOICE, false, 0, 0, "CRAFTSMAN|NOMINATION" },
    { "sort", FORM_CHOICE, false, 0, 0, "strokes|pinyin" },
    { "after", FORM_NUMBER, false, 0, 1000000000, NULL },
    { "before", FORM_NUMBER, false, 1, 1000000000, NULL },
};
#define BEYOND "1000000000"
enum { FIELDS = sizeof fields / sizeof fields[0] };

const char *people_asked(struct request *r)
{
    const char *query = request_header(r, "QUERY_STRING");
    for (const char *p = query; p != NULL && *p != '\0'; p += strcspn(p, "&"), p += *p == '&')
        for (size_t i = 0; i < FIELDS; i++) {
            size_t n = strlen(fields[i].name);
            if (strncmp(p, fields[i].name, n) == 0 && p[n] == '=' && p[n + 1] != '&' && p[n + 1] != '\0')
                return query;
        }
    return NULL;
}

struct form *people_form(struct request *r, struct fail *f)
{
    struct form *form = form_new(r, fields, FIELDS);
    if (!form_read_query(form, f))
        return NULL;
    /* A place that is no number, or none of any list, is behind the last one. */
    if (!form_ok(form)) {
        form_forgive(form, "before");
        form_forgive(form, "after");
        if (form_ok(form))
            form_put(form, "after", BEYOND);
    }
    return form;
}

struct asked {
    struct published_ask ask;
    const char *q, *sort; /* "" for none */
    bool looked, never;   /* anything but the order; nobody can fit */
    const struct published_group *groups;
    size_t group_count;
    int64_t in[2];        /* who fits, of each award */
};

static void read_form(struct request *r, const struct form *form, const struct known *k, struct asked *a)
{
    *a = (struct asked){ .q = "", .sort = "", .groups = k->groups, .group_count = k->group_count,
                         .ask = { .version_id = k->p.version_id, .field = "", .award = "" } };
    if (form == NULL || !form_ok(form))
        return;
    a->q = form_text(form, "q");
    a->sort = form_text(form, "sort");
    a->ask.union_id = form_number(form, "union");
    a->ask.field = form_text(form, "field");
    a->ask.award = form_text(form, "award");
    a->ask.order = strcmp(a->sort, "pinyin") == 0 ? PUBLISHED_PINYIN : strcmp(a->sort, "strokes") == 0 ? PUBLISHED_STROKES : PUBLISHED_PLACE;
    a->ask.from = form_number(form, "before");
    a->ask.backward = a->ask.from > 0;
    if (!a->ask.backward)
        a->ask.from = form_number(form, "after");
    size_t words = lookup_patterns(request_mem(r), a->q, a->ask.words);
    a->never = text_length(a->q) > LOOKUP_LONGEST;
    a->looked = words > 0 || a->ask.union_id != 0 || a->ask.field[0] != '\0' || a->ask.award[0] != '\0';
    if (words == 0)
        a->q = "";
}

/* ---- how many there are ---- */

enum facet { FACET_UNION, FACET_FIELD, FACET_AWARD, FACET_NONE };

static bool fits_award(const struct asked *a, const struct published_group *g)
{
    return a->ask.award[0] == '\0' || (strcmp(a->ask.award, "NOMINATION") == 0) == g->nomination;
}

/* Whether a group fits what is asked, but for one filter: beside each choice stands what choosing it would give. */
static bool fits(const struct asked *a, const struct published_group *g, enum facet but)
{
    return (but == FACET_UNION || a->ask.union_id == 0 || a->ask.union_id == g->union_id) &&
           (but == FACET_FIELD || a->ask.field[0] == '\0' || strcmp(a->ask.field, g->field) == 0) && (but == FACET_AWARD || fits_award(a, g));
}

struct choice { int64_t id, people; const char *word; };

static int by_people(const void *x, const void *y)
{
    const struct choice *a = x, *b = y;
    return a->people != b->people ? (a->people < b->people) - (a->people > b->people) : strcmp(a->word, b->word);
}

/* All choices of a filter in the whole list, those with most people first, with how many of them fit. */
static void put_choices(struct request *r, struct view_node *v, const char *list, const struct known *k, const struct asked *a, enum facet facet)
{
    struct choice *all = mem_array(request_mem(r), k->group_count, sizeof *all);
    size_t count = 0;
    for (size_t i = 0; i < k->group_count + a->group_count; i++) {
        bool whole = i < k->group_count;
        const struct published_group *g = whole ? &k->groups[i] : &a->groups[i - k->group_count];
        const char *word = facet == FACET_UNION ? g->union_name : g->field;
        size_t at = 0;
        while (at < count && (facet == FACET_UNION ? all[at].id != g->union_id : strcmp(all[at].word, word) != 0))
            at++;
        if (at == count && whole)
            all[count++] = (struct choice){ .id = g->union_id, .word = word };
        if (at < count && !whole && fits(a, g, facet))
            all[at].people += g->people;
    }
    qsort(all, count, sizeof *all, by_people);
    for (size_t i = 0; count > 1 && i < count; i++) {
        struct view_node *n = view_row(v, list);
        if (facet == FACET_UNION)
            view_set(n, "id", kit_number(r, all[i].id));
        view_set(n, "word", all[i].word);
        view_set_number(n, "people", all[i].people);
        view_set_flag(n, "here", facet == FACET_UNION ? a->ask.union_id == all[i].id : strcmp(a->ask.field, all[i].word) == 0);
    }
}

static void put_awards(struct view_node *v, const struct known *k, const struct asked *a)
{
    static const char *const WORDS[] = { "CRAFTSMAN", "NOMINATION" };
    int64_t in[] = { 0, 0 }, whole[] = { 0, 0 };
    for (size_t i = 0; i < k->group_count; i++)
        whole[k->groups[i].nomination] += k->groups[i].people;
    for (size_t i = 0; i < a->group_count; i++)
        in[a->groups[i].nomination] += fits(a, &a->groups[i], FACET_AWARD) ? a->groups[i].people : 0;
    for (int i = 0; whole[0] > 0 && whole[1] > 0 && i < 2; i++) {
        struct view_node *n = view_row(v, "Awards");
        view_set(n, "word", WORDS[i]);
        view_set_number(n, "people", in[i]);
        view_set_flag(n, "here", strcmp(a->ask.award, WORDS[i]) == 0);
    }
}

static bool count(struct request *r, struct asked *a, struct fail *f)
{
    struct published_group *found;
    if (a->never)
        a->group_count = 0;
    else if (a->q[0] != '\0') {
        if (!published_groups(public_db(), request_mem(r), &a->ask, &found, &a->group_count, f))
            return false;
        a->groups = found;
    }
    for (size_t i = 0; i < a->group_count; i++)
        a->in[a->groups[i].nomination] += fits(a, &a->groups[i], FACET_NONE) ? a->groups[i].people : 0;
    return true;
}

/* ---- the page ---- */

/* The address of the same question at another place of the list; `key` NULL: from its beginning. */
static char *piece_url(struct request *r, const struct asked *a, const char *key, int64_t from)
{
    struct mem *m = request_mem(r);
    struct buf b;
    const struct { const char *name, *value; } words[] = {
        { "q", a->q }, { "union", a->ask.union_id != 0 ? kit_number(r, a->ask.union_id) : "" }, { "field", a->ask.field }, { "award", a->ask.award },
        { "sort", a->sort }, { key, key != NULL ? kit_number(r, from) : "" } };
    char with = '?';
    buf_init(&b, m, 16384);
    buf_text(&b, public_url(r, "%s", request_path(r)));
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (words[i].value[0] != '\0') {
            buf_printf(&b, "%c%s=%s", with, words[i].name, request_query_value(m, words[i].value));
            with = '&';
        }
    return b.over ? mem_text(m, "") : mem_printf(m, "%s#list", b.data);
}

static void put_pages(struct request *r, struct view_node *v, const struct known *k, const struct asked *a, const struct published_entry *all,
                      size_t shown, bool more)
{
    struct view_node *n = view_child(v, "Pages");
    bool behind = a->ask.backward || more, before = a->ask.backward ? more : a->ask.from > 0;
    if (shown == 0) {
        view_set(n, "first_url", a->ask.from > 0 ? piece_url(r, a, NULL, 0) : NULL);
        return;
    }
    if (before)
        view_set(n, "previous_url", piece_url(r, a, "before", all[0].place));
    if (behind)
        view_set(n, "next_url", piece_url(r, a, "after", all[shown - 1].place));
    if ((before || behind) && !a->looked)
        view_set(n, "shown", kit_say(r, "Public.pages_shown", mem_printf(request_mem(r), "%d–%d", all[0].place, all[shown - 1].place),
                                     kit_number(r, k->people)));
    if (before)
        view_set(v, "Title", mem_printf(request_mem(r), "%s（%d–%d）", k->p.title, all[0].place, all[shown - 1].place));
}

static void put_result(struct request *r, struct view_node *v, const struct known *k, const struct asked *a)
{
    struct view_node *n = view_child(v, "Search");
    int64_t found = a->in[0] + a->in[1];
    const char *none = a->q[0] != '\0' ? kit_say(r, "Public.search_none", text_cut(request_mem(r), a->q, 40), NULL)
                                       : kit_word(r, "Public.filter_none");
    view_set(n, "result", found == 0 ? none : kit_say(r, found == 1 ? "Public.search_one" : "Public.search_found", kit_number(r, found), NULL));
    view_set(n, "all", kit_say(r, "Public.search_all", kit_number(r, k->people), NULL));
}

/* Of an earlier version names are not links: the page of a person is today's. */
static void put_person(struct request *r, struct view_node *n, const struct published *p, const struct published_entry *e)
{
    show_person(r, n, p, e);
    if (e->period.version > p->periods[0].version)
        view_set(n, "again", kit_say(r, "Public.again_person", kit_closing(r, e->period.closes_at), NULL));
}

bool people_put(struct request *r, struct view_node *v, const struct known *k, const struct form *form, struct fail *f)
{
    struct asked a;
    struct published_entry *all = NULL;
    struct view_node *lists[] = { view_child(v, "Craftsmen"), view_child(v, "Nominations") };
    size_t got = 0;
    read_form(r, form, k, &a);
    if (!count(r, &a, f))
        return false;
    int64_t found = a.in[0] + a.in[1];
    int limit = found <= PEOPLE_WHOLE ? PEOPLE_WHOLE : PEOPLE_PIECE;
    /* Places begin with 1, and with 0 where there are none yet: asked for from the beginning, nobody is left out. */
    if (!a.ask.backward)
        a.ask.from = a.ask.from > 0 ? a.ask.from : -1;
    a.ask.limit = limit + 1;
    if (found > 0 && !published_piece(public_db(), request_mem(r), &a.ask, &all, &got, f))
        return false;
    bool more = got > (size_t)limit;
    size_t shown = more ? (size_t)limit : got;
    all += more && a.ask.backward;
    for (size_t i = 0; i < shown; i++)
        put_person(r, view_row(lists[all[i].nomination], "People"), &k->p, &all[i]);
    for (int i = 0; i < 2; i++)
        view_set(lists[i], "count", kit_persons(r, a.in[i]));
    put_pages(r, v, k, &a, all, shown, more);
    put_choices(r, v, "Unions", k, &a, FACET_UNION);
    put_choices(r, v, "Fields", k, &a, FACET_FIELD);
    put_awards(v, k, &a);
    if (a.looked)
        put_result(r, v, k, &a);
    return true;
}
