/* home: what waits for the officer, by the roles he holds. */
#include "keyring.h"
#include "staff_page.h"
#include "waiting.h"

/* Whose work it is, and where it is done. */
static const struct { enum waiting_work work; uint32_t role; const char *path, *word; } rows[] = {
    { WAITING_TASKS, STAFF_AUDITOR | STAFF_CASE | STAFF_APPROVER | STAFF_EDITOR | STAFF_PUBLISHER, "/tasks", "tasks" },
    { WAITING_DRAFTS, STAFF_EDITOR, "/notices", "drafts" },
    { WAITING_PUBLISH, STAFF_PUBLISHER, "/notices", "publish" },
    { WAITING_IDENTITY, STAFF_IDENTITY, "/identity", "identity" },
    { WAITING_ENTRIES, STAFF_INTAKE, "/register", "entries" },
    { WAITING_REVIEW, STAFF_CASE, "/inbox", "review" },
    { WAITING_INQUIRY, STAFF_CASE, "/inbox", "inquiry" },
    { WAITING_ABSTRACTS, STAFF_CASE | STAFF_APPROVER, "/inbox", "abstracts" },
    { WAITING_REQUESTS, STAFF_CASE, "/inbox", "requests" },
    { WAITING_SPLITS, STAFF_CASE, "/inbox", "splits" },
    { WAITING_PROPOSALS, STAFF_APPROVER, "/inbox", "proposals" },
    { WAITING_DECISIONS, STAFF_APPROVER, "/inbox", "decisions" },
    { WAITING_REVIEWS, STAFF_REVIEWER, "/inbox", "reviews" },
    { WAITING_CANDIDATES, STAFF_APPROVER, "/candidates", "candidates" },
    { WAITING_RECORDS, STAFF_CASE, "/inbox", "records" },
    { WAITING_RECUSALS, STAFF_APPROVER, "/recusals", "recusals" },
    { WAITING_OFFICERS, STAFF_ADMIN, "/officers", "officers" },
    { WAITING_RESETS, STAFF_ADMIN | STAFF_APPROVER, "/officers", "resets" },
    { WAITING_ALARMS, STAFF_AUDITOR, "/audit", "alarms" },
    { WAITING_MESSAGES, STAFF_AUDITOR, "/outbox", "messages" },
};

static void show(struct request *r, struct view_node *v, const char *word, const char *path, int64_t count)
{
    if (count == 0)
        return;
    struct view_node *n = view_row(v, "Work");
    view_set(n, "text", kit_word(r, mem_printf(request_mem(r), "Staff.Home.%s", word)));
    view_set(n, "url", staff_opens(r, path) ? path : NULL);
    view_set_number(n, "count", count);
}

/* Colleagues who wait for a key that this officer holds. */
static bool show_keys(struct request *r, struct view_node *v, struct fail *f)
{
    static const enum keyring_purpose PURPOSES[] = { KEYRING_CASE, KEYRING_IDENTITY };
    for (size_t i = 0; i < sizeof PURPOSES / sizeof PURPOSES[0]; i++) {
        struct officer_row *waiting;
        size_t count;
        bool mine = false;
        if (!keyring_fits(PURPOSES[i], request_who(r)->roles))
            continue;
        if (!keyring_has(staff_db(), request_who(r)->id, PURPOSES[i], &mine, f) ||
            !keyring_waiting(request_mem(r), staff_db(), PURPOSES[i], &waiting, &count, f))
            return false;
        if (mine)
            show(r, v, "keys", "/keys", (int64_t)count);
        else
            view_set_flag(v, "Without_key", true);
    }
    return true;
}

void home_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    int64_t counts[WAITING__MAX];
    if (!waiting_counts(staff_db(), request_who(r)->id, counts, &f) || !show_keys(r, v, &f)) {
        response_fail(out, &f);
        return;
    }
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        if (rows[i].role & request_who(r)->roles)
            show(r, v, rows[i].word, rows[i].path, counts[rows[i].work]);
    staff_title(r, v, "Home.title", NULL);
    response_page(out, "home");
}
