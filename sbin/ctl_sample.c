/* ctl_sample: puts the sample round in, through the same services as the officers' pages: unions, round, list, words, period, and
 * publication by a second officer. Everything in it is invented (sample/README.md). */
#include <stdio.h>
#include <string.h>

#include "ctl.h"
#include "file.h"
#include "import.h"
#include "officer.h"
#include "publish.h"
#include "text.h"
#include "unions.h"
#include "workdays.h"

#define ROUND_SLUG "2026"
#define ROUND_TITLE "首届杭州数字工匠"
#define NOTICE_MAX ((size_t)64 * 1024)

struct sample {
    struct mem *m;
    struct db *db;
    const char *folder;
    int64_t editor, publisher, round;
    struct draft_seen seen;
};

static bool find_officer(struct sample *s, const char *login, int64_t *id, struct fail *f)
{
    struct officer_proof proof;
    if (!officer_proof_by_login(s->m, s->db, login, &proof, f))
        return false;
    *id = proof.row.id;
    return true;
}

static char *read_part(struct sample *s, const char *name, size_t max, size_t *n, struct fail *f)
{
    return file_read(s->m, file_path(s->m, s->folder, name), max, n, f);
}

static bool put_unions(struct sample *s, struct fail *f)
{
    size_t n = 0;
    struct unions_read_out out;
    const char *bytes = read_part(s, "unions.csv", NOTICE_MAX, &n, f);
    if (bytes == NULL || !unions_read(s->m, s->db, s->editor, bytes, n, &out, f))
        return false;
    printf("unions: %zu added, %zu changed\n", out.added, out.changed);
    return true;
}

static bool put_list(struct sample *s, struct fail *f)
{
    struct import_upload_in in = { .officer_id = s->editor, .file_name = "candidates.csv" };
    struct import_view view;
    int64_t list = 0;
    in.bytes = read_part(s, in.file_name, ROSTER_MAX_BYTES, &in.n, f);
    if (in.bytes == NULL || !publish_round(s->db, s->editor, ROUND_SLUG, ROUND_TITLE, &s->round, f))
        return false;
    in.round_id = s->round;
    if (!import_upload(s->m, s->db, &in, &list, f) || !import_look(s->m, s->db, list, &view, f))
        return false;
    struct import_take_in take = { .draft_id = list, .officer_id = s->editor };
    if (!import_take(s->m, s->db, &take, &s->seen.id, f))
        return false;
    printf("candidates: %zu, %zu mended, %zu to look at\n", view.roster->count, view.roster->mends, view.roster->looks);
    return true;
}

/* "受理单位: …" lines, a blank line, and the body. */
static bool read_words(struct sample *s, struct draft_words *w, struct fail *f)
{
    static const char DELIMITER[] = ": ";
    const struct { const char *head; const char **to; } heads[] = {
        { "标题", &w->title }, { "文号", &w->doc_number }, { "受理单位", &w->handling_office }, { "受理电话", &w->handling_phone },
        { "受理邮箱", &w->handling_email }, { "通讯地址", &w->handling_address }, { "受理时间", &w->handling_hours },
        { "监督单位", &w->supervision_office }, { "监督电话", &w->supervision_phone }, { "落款", &w->signed_by },
    };
    const size_t count = sizeof heads / sizeof heads[0];
    size_t n = 0;
    char *at = read_part(s, "notice.txt", NOTICE_MAX, &n, f);
    *w = (struct draft_words){ .order_note = "按姓氏笔画排序" };
    for (size_t i = 0; i < count; i++)
        *heads[i].to = "";
    while (at != NULL && *at != '\0' && *at != '\n') {
        char *end = strchr(at, '\n'), *value = strstr(at, DELIMITER);
        size_t i = 0;
        if (end == NULL || value == NULL || value > end)
            break;
        *end = *value = '\0';
        while (i < count && strcmp(heads[i].head, at) != 0)
            i++;
        if (i == count)
            return fail_set(f, FAIL_INPUT, "notice_head", "notice.txt: %s", at);
        *heads[i].to = value + sizeof DELIMITER - 1;
        at = end + 1;
    }
    if (at == NULL || *at != '\n')
        return f->kind == FAIL_NONE ? fail_set(f, FAIL_INPUT, "notice_body", "notice.txt: no blank line before the body") : false;
    w->body = text_tidy(s->m, at);
    return true;
}

static bool put_words(struct sample *s, struct fail *f)
{
    struct draft_words words;
    instant now;
    if (!read_words(s, &words, f) || !db_now(s->db, &now, f))
        return false;
    words.has_signed_day = true;
    words.signed_day = clock_day_beijing(now);
    return publish_words(s->db, s->seen, s->editor, &words, f);
}

static bool put_period(struct sample *s, struct fail *f)
{
    instant now;
    struct workdays days;
    struct period_in in;
    if (!db_now(s->db, &now, f) || !workdays_load(s->m, s->db, &days, f))
        return false;
    period_usual(&days.calendar, clock_day_beijing(now), &in);
    if (!in.by_workdays)
        printf("note: the loaded calendars end too early: the sample round stands for %d days, and some deadlines cannot be told\n",
               in.last_day - in.open_day + 1);
    return publish_period(s->m, s->db, s->seen, s->editor, &in, f);
}

static bool publish(struct sample *s, struct fail *f)
{
    return publish_ready(s->m, s->db, s->seen, s->editor, f) && publish_now(s->m, s->db, s->seen, s->publisher, f);
}

enum ctl_exit ctl_sample(struct ctl *c)
{
    struct fail f = { .kind = FAIL_NONE };
    const char *editor = ctl_option(c, "--editor"), *publisher = ctl_option(c, "--publisher");
    struct sample s = { .m = c->m, .db = c->db, .seen.revision = DRAFT_ANY_REVISION };
    if (c->argc != 1 || editor == NULL || publisher == NULL)
        return CTL_USAGE;
    s.folder = c->argv[0];
    if (!find_officer(&s, editor, &s.editor, &f) || !find_officer(&s, publisher, &s.publisher, &f) || !put_unions(&s, &f) ||
        !put_list(&s, &f) || !put_words(&s, &f) || !put_period(&s, &f) || !publish(&s, &f))
        return ctl_say_fail("sample", &f);
    printf("published: %s\n", ROUND_TITLE);
    return CTL_DONE;
}
