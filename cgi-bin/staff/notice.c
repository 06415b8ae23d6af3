/* notice: one version: what is done and what is left to do before it goes out; afterwards which unions signed for it; and who did what. */
#include "notice_page.h"

#include <string.h>

#include "conf.h"
#include "letter.h"
#include "order.h"
#include "roster.h"

struct step { int number; const char *word, *rest; bool done; const char *text; };

static void put_step(struct request *r, struct view_node *v, const struct draft *d, const struct step *s)
{
    struct view_node *n = view_row(v, "Steps");
    view_set_number(n, "number", s->number);
    view_set(n, "title", kit_word(r, mem_printf(request_mem(r), "Staff.Notice.Step.%s", s->word)));
    view_set(n, "text", s->text);
    view_set_flag(n, "done", s->done);
    if (d->state == DRAFT_WRITING)
        view_set(n, "own_url", s->rest ? notice_url(r, d->id, s->rest) : mem_printf(request_mem(r), "/notices/round/%s/import", d->round_slug));
}

static bool is_about_words(enum publish_check check)
{
    return check == PUBLISH_NO_TITLE || check == PUBLISH_NO_BODY || check == PUBLISH_NO_HANDLING || check == PUBLISH_NO_SUPERVISION ||
           check == PUBLISH_NO_SIGNATURE || check == PUBLISH_SIGNED_LATE;
}

static bool put_steps(struct request *r, struct view_node *v, const struct draft *d, struct fail *f)
{
    struct publish_findings found;
    struct order order;
    if (!order_look(request_mem(r), staff_db(), d->id, &order, f) || !publish_check(request_mem(r), staff_db(), d, &found, f))
        return false;
    int64_t craftsmen = 0, by_hand = 0, words = 0, period = 0;
    for (size_t i = 0; i < order.count; i++) {
        craftsmen += strcmp(order.items[i].entry->award, roster_award_word(ROSTER_CRAFTSMAN)) == 0;
        by_hand += order.items[i].entry->by_hand;
    }
    for (size_t i = 0; i < found.count; i++) {
        words += found.items[i].stop && is_about_words(found.items[i].check);
        period += found.items[i].check == PUBLISH_NO_PERIOD || found.items[i].check == PUBLISH_PERIOD_PAST;
    }
    char *days = d->has_period ? mem_printf(request_mem(r), "%s — %s", kit_day(r, d->open_day), kit_closing(r, clock_day_start(d->close_day + 1)))
                               : NULL;
    const struct step steps[] = {
        { 1, "people", NULL, order.count > 0, notice_say(r, "Staff.Notice.people_counts", craftsmen, (int64_t)order.count - craftsmen) },
        { 2, "words", "/words", words == 0, words ? notice_say(r, "Staff.Notice.words_missing", words, 0) : NULL },
        { 3, "period", "/period", period == 0, days },
        { 4, "order", "/order", order.count > 0, notice_say(r, "Staff.Notice.order_counts", (int64_t)order.ties, by_hand) },
        { 5, "check", "/check", found.stops == 0, found.count ? notice_say(r, "Staff.Notice.check_counts", (int64_t)found.stops,
                                                  (int64_t)(found.count - found.stops)) : kit_word(r, "Staff.Notice.all_well") },
    };
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        put_step(r, v, d, &steps[i]);
    return true;
}

static const char *sent_word(struct request *r, const char *state)
{
    return state ? kit_word(r, mem_printf(request_mem(r), "Staff.Notice.Sent.%s", state)) : kit_word(r, "Staff.Notice.not_sent");
}

static bool put_letters(struct request *r, struct view_node *v, const struct draft *d, struct fail *f)
{
    struct letter_sent *letters;
    size_t count, signed_for = 0;
    if (!letter_sent_list(request_mem(r), staff_db(), d->id, &letters, &count, f))
        return false;
    for (size_t i = 0; i < count; i++) {
        struct view_node *n = view_row(v, "Letters");
        view_set(n, "union", letters[i].union_name);
        view_set(n, "sent", kit_time(r, letters[i].sent_at));
        view_set(n, "mail", sent_word(r, letters[i].mail));
        view_set(n, "sms", sent_word(r, letters[i].sms));
        if (letters[i].signed_at) {
            view_set(n, "signed", kit_time(r, letters[i].signed_at));
            view_set(n, "signed_by", letters[i].signed_by);
            signed_for++;
        }
    }
    view_set(v, "LetterText", notice_say(r, "Staff.Notice.letter_counts", (int64_t)count, (int64_t)signed_for));
    return true;
}

static bool put_outside(struct request *r, struct view_node *v, const struct draft *d, struct fail *f)
{
    struct view_node *n = view_child(v, "Outside");
    view_set(n, "public_url", mem_printf(request_mem(r), "%s/notice/%s", conf_text("origin.public"), d->notice_slug));
    view_set(n, "published", kit_time(r, d->published_at));
    view_set(n, "by", d->published_name);
    view_set(n, "opens", kit_day(r, d->open_day));
    view_set(n, "closes", kit_closing(r, clock_day_start(d->close_day + 1)));
    view_set(n, "rule", d->period_rule);
    if (d->state == DRAFT_WITHDRAWN)
        view_set(n, "reason", d->reason);
    return put_letters(r, v, d, f);
}

/* What this officer may do next with a version in this state. */
static void put_acts(struct request *r, struct view_node *v, const struct draft *d)
{
    bool writes = staff_opens(r, "/notices/{version}/words"), second = notice_may_publish(r, d);
    struct view_node *n = view_child(v, "May");
    view_set_flag(n, "write", writes && d->state == DRAFT_WRITING);
    view_set_flag(n, "review", second && d->state == DRAFT_READY);
    view_set_flag(n, "wait", !second && d->state == DRAFT_READY);
    view_set_flag(n, "withdraw", staff_opens(r, "/notices/{version}/withdraw") && d->state == DRAFT_PUBLISHED);
}

void notice_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct draft d;
    if (!notice_get(r, v, out, &d))
        return;
    bool inside = d.state == DRAFT_WRITING || d.state == DRAFT_READY;
    if (!(inside ? put_steps(r, v, &d, &f) : put_outside(r, v, &d, &f)) || !notice_events(r, v, d.id, 0, &f)) {
        response_fail(out, &f);
        return;
    }
    put_acts(r, v, &d);
    view_set(v, "Title", d.words.title);
    view_set(view_child(v, "Back"), "url", "/notices");
    notice_done(r, v);
    response_page(out, "notice");
}
