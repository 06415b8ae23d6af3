/* sweep_office: what is late at the office itself. On the working day after a term ran out, who stands above hears how many are late; no
 * number of a case and no name. */
#include "due.h"
#include "enqueue.h"
#include "moderate_private.h"
#include "sweep_private.h"

/* Late, and late since yesterday's working day. */
static bool count_late(const struct sweep *s, const struct casebook_row *rows, size_t count, day today, int *late, int *new, struct fail *f)
{
    *late = *new = 0;
    for (size_t i = 0; i < count; i++) {
        day last = clock_day_beijing(rows[i].deadline_at - 1);
        int n;
        if (!rows[i].deadline_at || last >= today)
            continue;
        if (!calendar_between(&s->days.calendar, last, today, &n, f))
            return false;
        *late += n > 0;
        *new += n == 1;
    }
    return true;
}

bool sweep_office(const struct sweep *s, struct fail *f)
{
    struct casebook_row *rows;
    size_t count;
    day today;
    bool is;
    int late, new;
    char text[CLOCK_TEXT];
    if (!sweep_is_office_hour(s, &today, &is, f))
        return false;
    if (!is)
        return true;
    if (!due_office(s->m, s->db, &rows, &count, f) || !moderate_first_deadlines(s->m, s->db, rows, count, f) ||
        !count_late(s, rows, count, today, &late, &new, f))
        return false;
    clock_day_to_text(today, text);
    return new == 0 || enqueue_office(s->db, MESSAGE_OFFICE_LATE, mem_printf(s->m, "day:%s", text), mem_printf(s->m, "{\"count\":%d}", late), f);
}
