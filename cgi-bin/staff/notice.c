/* notice: one version: what is done and what is left to do before it goes out; afterwards which unions signed for it; and who did what. */
#include "notice_page.h"

#include <string.h>

#include "conf.h"
#include "differ.h"
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

struct counts { int64_t people, craftsmen, by_hand, ties, changed, renewed, words, period; };

static bool count_people(struct request *r, const struct draft *d, struct counts *n, struct fail *f)
{
    struct order order;
    struct draft base;
    struct compare changes;
    if (!order_look(request_mem(r), staff_db(), d->id, &order, f))
        return false;
    n->people = (int64_t)order.count;
    n->ties = (int64_t)order.ties;
    for (size_t i = 0; i < order.count; i++) {
        n->craftsmen += strcmp(order.items[i].entry->award, roster_award_word(ROSTER_CRAFTSMAN)) == 0;
        n->by_hand += order.items[i].entry->by_hand;
        n->renewed += d->version > 1 && order.items[i].entry->period_version_id == 0;
    }
    if (d->version == 1)
        return true;
    if (!draft_base(request_mem(r), staff_db(), d, &base, f) || !differ_drafts(request_mem(r), staff_db(), &base, d, &changes, f))
        return false;
    n->changed = (int64_t)changes.people_count;
    return true;
}

/* A correction begins with its reason; days it has only if it notices somebody anew. */
static void put_first_steps(struct request *r, struct view_node *v, const struct draft *d, const struct counts *n, int *number)
{
    if (d->version == 1) {
        put_step(r, v, d, &(struct step){ ++*number, "people", NULL, n->people > 0,
                                          notice_say(r, "Staff.Notice.people_counts", n->craftsmen, n->people - n->craftsmen) });
        return;
    }
    put_step(r, v, d, &(struct step){ ++*number, "reason", "/correct", *d->reason != '\0', d->reason });
    put_step(r, v, d, &(struct step){ ++*number, "persons", "/people", true,
                                      notice_say(r, "Staff.Notice.changed_counts", n->changed, n->renewed) });
}

static bool put_steps(struct request *r, struct view_node *v, const struct draft *d, struct fail *f)
{
    struct publish_findings found;
    struct counts n = { 0 };
    int number = 0;
    if (!count_people(r, d, &n, f) || !publish_check(request_mem(r), staff_db(), d, &found, f))
        return false;
    for (size_t i = 0; i < found.count; i++) {
        n.words += found.items[i].stop && is_about_words(found.items[i].check);
        n.period += found.items[i].check == PUBLISH_NO_PERIOD || found.items[i].check == PUBLISH_PERIOD_PAST;
    }
    char *days = d->has_period ? mem_printf(request_mem(r), "%s — %s", kit_day(r, d->open_day), kit_closing(r, clock_day_start(d->close_day + 1)))
                               : NULL;
    put_first_steps(r, v, d, &n, &number);
    put_step(r, v, d, &(struct step){ ++number, "words", "/words", n.words == 0,
                                      n.words ? notice_say(r, "Staff.Notice.words_missing", n.words, 0) : NULL });
    if (d->version == 1 || n.renewed > 0)
        put_step(r, v, d, &(struct step){ ++number, d->version == 1 ? "period" : "period_again", "/period", n.period == 0, days });
    put_step(r, v, d, &(struct step){ ++number, "order", "/order", n.people > 0,
                                      notice_say(r, "Staff.Notice.order_counts", n.ties, n.by_hand) });
    put_step(r, v, d, &(struct step){ ++number, "check", "/check", found.stops == 0,
                                      found.count ? notice_say(r, "Staff.Notice.check_counts", (int64_t)found.stops,
                                                               (int64_t)(found.count - found.stops)) : kit_word(r, "Staff.Notice.all_well") });
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
    view_set(n, "told_url", mem_printf(request_mem(r), "/told/notice/%lld", (long long)d->id));
    view_set(n, "published", kit_time(r, d->published_at));
    view_set(n, "by", d->published_name);
    view_set(n, "opens", kit_day(r, d->open_day));
    view_set(n, "closes", kit_closing(r, clock_day_start(d->close_day + 1)));
    view_set(n, "rule", d->period_rule);
    view_set_flag(n, "withdrawn", d->state == DRAFT_WITHDRAWN);
    view_set(n, "reason", *d->reason ? d->reason : NULL);
    return put_letters(r, v, d, f);
}

/* What this officer may do next with a version in this state. What was corrected is neither corrected nor withdrawn again; a correction that is
 * being written stands in the way of another one. */
static bool put_acts(struct request *r, struct view_node *v, const struct draft *d, struct fail *f)
{
    bool writes = staff_opens(r, "/notices/{version}/words"), second = notice_may_publish(r, d);
    struct view_node *n = view_child(v, "May");
    struct draft newest = *d;
    int64_t id = 0;
    int version = 0;
    if (!draft_newest(staff_db(), d->notice_id, &id, &version, f) || !draft_get(request_mem(r), staff_db(), id, &newest, f))
        return false;
    bool stands = d->state == DRAFT_PUBLISHED && (version == d->version || newest.state == DRAFT_WRITING || newest.state == DRAFT_READY);
    view_set_flag(n, "write", writes && d->state == DRAFT_WRITING);
    view_set_flag(n, "unmake", writes && d->state == DRAFT_WRITING && d->version > 1);
    view_set_flag(n, "review", second && d->state == DRAFT_READY);
    view_set_flag(n, "wait", !second && d->state == DRAFT_READY);
    view_set_flag(n, "withdraw", staff_opens(r, "/notices/{version}/withdraw") && stands);
    view_set_flag(n, "correct", staff_opens(r, "/notices/{version}/correct") && stands && version == d->version);
    if (version != d->version)
        view_set(view_child(v, "Newest"), "own_url", notice_url(r, id, ""));
    return true;
}

void notice_show(struct request *r, struct view_node *v, const struct draft *d, int status, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    bool inside = d->state == DRAFT_WRITING || d->state == DRAFT_READY;
    if (!(inside ? put_steps(r, v, d, &f) : put_outside(r, v, d, &f)) || !notice_events(r, v, d->id, 0, &f) || !put_acts(r, v, d, &f)) {
        response_fail(out, &f);
        return;
    }
    view_set(v, "Title", d->words.title);
    view_set(view_child(v, "Back"), "url", "/notices");
    response_page_status(out, status, "notice");
}

void notice_page(struct request *r, struct view_node *v, struct response *out)
{
    struct draft d;
    if (!notice_get(r, v, out, &d))
        return;
    notice_done(r, v);
    notice_show(r, v, &d, 200, out);
}
