/* notice_list: the first page: every notice, those that are open first, and the final lists: below as long as somebody may object. */
#include "final.h"
#include "ready.h"
#include "show.h"

static bool fill(struct request *r, struct view_node *v, instant now, instant *until, struct fail *f)
{
    struct published *all;
    struct announced *finals;
    size_t count, final_count;
    if (!published_list(public_db(), request_mem(r), &all, &count, f) ||
        !announced_list(public_db(), request_mem(r), &finals, &final_count, f))
        return false;
    for (size_t i = 0; i < final_count; i++)
        final_link(r, view_row(v, "Finals"), &finals[i]);
    bool any_open = false;
    *until = clock_day_start(clock_day_beijing(now) + 1);
    for (int open = 1; open >= 0; open--)
        for (size_t i = 0; i < count; i++) {
            instant one = reading_valid_until(&all[i], now);
            *until = one < *until ? one : *until;
            const struct published_period *of = reading_period(&all[i], now);
            if ((reading_phase(&all[i], of, now) == READING_OPEN) != open)
                continue;
            any_open = any_open || open;
            show_notice(r, view_row(v, "Notices"), &all[i], of, now);
        }
    view_set_flag(v, "AnyOpen", any_open);
    view_set(v, "Here", "home");
    return true;
}

void notice_list_page(struct request *r, struct view_node *v, struct response *out)
{
    ready_page(r, v, out, "notice_list", fill);
    response_indexed(out);
}
