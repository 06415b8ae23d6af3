/* kit_show: how forms, times and sizes look on a page. */
#include <string.h>

#include "kit.h"

char *kit_number(struct request *r, int64_t number) { return mem_printf(request_mem(r), "%lld", (long long)number); }

char *kit_persons(struct request *r, int64_t number)
{
    return kit_say(r, number == 1 ? "Paper.one_person" : "Paper.persons", kit_number(r, number), NULL);
}

/* "请写明事实，至少 {1} 个字，现在是 {2} 个字。" */
char *kit_say(struct request *r, const char *key, const char *one, const char *two)
{
    struct buf out;
    buf_init(&out, request_mem(r), 4000);
    for (const char *p = kit_word(r, key); *p != '\0'; p++) {
        const char *gap = strncmp(p, "{1}", 3) == 0 ? one : strncmp(p, "{2}", 3) == 0 ? two : NULL;
        if (gap != NULL) {
            buf_text(&out, gap);
            p += 2;
        } else {
            buf_char(&out, *p);
        }
    }
    return out.data;
}

/* The field's own sentence (Fail.<field>_<code>) if there is one: "请写明事实" says more than "请填写". */
static char *fault_text(struct request *r, const struct form_field *field, const struct form_fault *fault)
{
    struct mem *m = request_mem(r);
    char *own = mem_printf(m, "Fail.%s_%s", field->name, fault->code);
    bool has_own = kit_word(r, own) != own;
    return kit_say(r, has_own ? own : mem_printf(m, "Fail.%s", fault->code), kit_number(r, fault->one), kit_number(r, fault->two));
}

static void put_choices(const struct form *form, const struct form_field *field, struct view_node *into)
{
    char choice[64];
    struct view_node *chosen = view_child(into, "chosen");
    for (const char *p = field->choices; p != NULL && *p != '\0';) {
        size_t n = strcspn(p, "|");
        if (n < sizeof choice) {
            memcpy(choice, p, n);
            choice[n] = '\0';
            view_set_flag(chosen, choice, form_chosen(form, field->name, choice));
        }
        p += n + (p[n] == '|');
    }
}

void kit_form(const struct form *form, struct view_node *v)
{
    struct request *r = form_request(form);
    struct view_node *top = view_child(v, "Form");
    int64_t errors = 0;
    for (size_t i = 0; i < form_count(form); i++) {
        const struct form_field *field = form_field_at(form, i);
        const struct form_fault *fault = form_fault_at(form, i);
        struct view_node *into = view_child(top, field->name);
        view_set(into, "value", form_shown(form, i));
        if (field->kind == FORM_CHOICE || field->kind == FORM_CHOICES || field->kind == FORM_TICK)
            put_choices(form, field, into);
        if (field->kind == FORM_TICK)
            view_set_flag(into, "ticked", form_tick(form, field->name));
        if (fault == NULL)
            continue;
        char *text = fault_text(r, field, fault);
        struct view_node *row = view_row(v, "Errors");
        view_set(into, "error", text);
        view_set(row, "field", field->name);
        view_set(row, "text", text);
        errors++;
    }
    if (errors > 0)
        view_set_number(v, "ErrorCount", errors);
}

bool kit_carry_on(struct request *r, struct view_node *v, const char *to, const char *posted)
{
    struct fail f = { .kind = FAIL_NONE };
    struct web_posted *items;
    size_t count;
    if (!request_own_form(r, to) || !request_posted_read(r, posted, &items, &count, &f))
        return false;
    for (size_t i = 0; i < count; i++) {
        struct view_node *row = view_row(v, "Posted");
        view_set(row, "name", items[i].name);
        view_set(row, "value", items[i].value);
    }
    view_set(v, "To_url", mem_printf(request_mem(r), "%s#err", to));
    return true;
}

static const char *month_word(int month)
{
    static const char *const WORDS[] = { "January", "February", "March", "April", "May", "June", "July", "August", "September",
                                         "October", "November", "December" };
    return WORDS[month - 1];
}

static bool english(struct request *r) { return strcmp(request_lang(r), "en") == 0; }

char *kit_day(struct request *r, day d)
{
    struct civil c = clock_day_civil(d);
    return english(r) ? mem_printf(request_mem(r), "%d %s %d", c.mday, month_word(c.month), c.year)
                      : mem_printf(request_mem(r), "%d年%d月%d日", c.year, c.month, c.mday);
}

char *kit_time(struct request *r, instant t)
{
    struct civil c = clock_beijing(t);
    return mem_printf(request_mem(r), "%s %02d:%02d", kit_day(r, clock_day_beijing(t)), c.hour, c.minute);
}

const char *kit_weekday(struct request *r, day d)
{
    static const char *const ZH[] = { "星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日" };
    static const char *const EN[] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };
    return (english(r) ? EN : ZH)[clock_weekday(d)];
}

char *kit_closing(struct request *r, instant closes_at)
{
    /* 00:00 is said as 24:00 of the day before, which is the last day of the period. */
    struct civil c = clock_beijing(closes_at);
    bool midnight = c.hour == 0 && c.minute == 0 && c.second == 0;
    day d = clock_day_beijing(closes_at) - (midnight ? 1 : 0);
    int hour = midnight ? 24 : c.hour;
    if (english(r))
        return mem_printf(request_mem(r), "%s, %s, %02d:%02d Beijing time", kit_weekday(r, d), kit_day(r, d), hour, c.minute);
    if (c.minute == 0)
        return mem_printf(request_mem(r), "%s %d时（%s）", kit_day(r, d), hour, kit_weekday(r, d));
    return mem_printf(request_mem(r), "%s %d时%02d分（%s）", kit_day(r, d), hour, c.minute, kit_weekday(r, d));
}

char *kit_size(struct request *r, int64_t bytes)
{
    if (bytes < 1024 * 1024)
        return mem_printf(request_mem(r), "%lld KB", (long long)((bytes + 1023) / 1024));
    return mem_printf(request_mem(r), "%.1f MB", (double)bytes / (1024 * 1024));
}
