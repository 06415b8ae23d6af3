/* publish_check: what must stand and what should be looked at before a notice goes out. */
#include <string.h>

#include "candidacy.h"
#include "correct.h"
#include "differ.h"
#include "publish.h"
#include "roster.h"

#define SIGNED_EARLY_DAYS 30 /* a date of signature so long before the first day is likely to be a misprint (domain.md 1.1 D) */
#define FINDINGS_MAX 2048    /* every union may be one */

static const char *const words[PUBLISH_CHECK__MAX] = {
    [PUBLISH_NO_TITLE] = "no_title", [PUBLISH_NO_BODY] = "no_body", [PUBLISH_NO_PEOPLE] = "no_people", [PUBLISH_NO_PERIOD] = "no_period",
    [PUBLISH_PERIOD_PAST] = "period_past", [PUBLISH_NO_HANDLING] = "no_handling", [PUBLISH_NO_SUPERVISION] = "no_supervision",
    [PUBLISH_NO_SIGNATURE] = "no_signature", [PUBLISH_SIGNED_LATE] = "signed_late", [PUBLISH_UNION_MUTE] = "union_mute",
    [PUBLISH_NO_GLYPH] = "no_glyph",
    [PUBLISH_NO_REASON] = "no_reason", [PUBLISH_NO_CHANGE] = "no_change", [PUBLISH_BASE_GONE] = "base_gone",
    [PUBLISH_LEFT_OUT] = "left_out", [PUBLISH_NOT_RENEWED] = "not_renewed", [PUBLISH_RENEWED_UNFIT] = "renewed_unfit",
    [PUBLISH_PROMOTED_UNDECIDED] = "promoted_undecided",
    [PUBLISH_SIGNED_EARLY] = "signed_early", [PUBLISH_PERIOD_SHORT] = "period_short", [PUBLISH_PERIOD_UNKNOWN] = "period_unknown",
    [PUBLISH_UNION_RETIRED] = "union_retired", [PUBLISH_QUOTA_CRAFTSMEN] = "quota_craftsmen",
    [PUBLISH_QUOTA_NOMINATIONS] = "quota_nominations",
};

const char *publish_check_word(enum publish_check check)
{
    return check < PUBLISH_CHECK__MAX ? words[check] : "";
}

static void find(struct publish_findings *out, bool wrong, enum publish_check check, int64_t one, int64_t two, const char *name)
{
    if (!wrong || out->count == FINDINGS_MAX)
        return;
    bool stop = check < PUBLISH_SIGNED_EARLY;
    out->items[out->count++] = (struct publish_finding){ check, stop, one, two, name };
    out->stops += stop;
}

static void check_words(const struct draft *d, struct publish_findings *out)
{
    const struct draft_words *w = &d->words;
    find(out, !*w->title, PUBLISH_NO_TITLE, 0, 0, NULL);
    find(out, !*w->body, PUBLISH_NO_BODY, 0, 0, NULL);
    find(out, !*w->handling_office || !*w->handling_phone, PUBLISH_NO_HANDLING, 0, 0, NULL);
    find(out, !*w->supervision_office || !*w->supervision_phone, PUBLISH_NO_SUPERVISION, 0, 0, NULL);
    find(out, !*w->signed_by || !w->has_signed_day, PUBLISH_NO_SIGNATURE, 0, 0, NULL);
}

static publish_glyph *glyph_missing;

void publish_use_glyphs(publish_glyph *missing) { glyph_missing = missing; }

/* The first of some texts that cannot be printed, under the name of whom it is about. */
static void check_glyphs(struct mem *m, const char *const *texts, size_t count, const char *name, struct publish_findings *out)
{
    for (size_t i = 0; glyph_missing != NULL && i < count; i++) {
        uint32_t c = glyph_missing(texts[i]);
        if (c == 0)
            continue;
        find(out, true, PUBLISH_NO_GLYPH, 0, 0, mem_printf(m, "%s U+%04X", name, (unsigned)c));
        return;
    }
}

static void check_all_glyphs(struct mem *m, const struct draft *d, const struct entries *people, struct publish_findings *out)
{
    const struct draft_words *w = &d->words;
    const char *const words_of[] = { w->title, w->doc_number, w->body, w->order_note, w->handling_office, w->handling_phone, w->handling_email,
                                     w->handling_address, w->handling_hours, w->supervision_office, w->supervision_phone, w->signed_by,
                                     d->reason };
    check_glyphs(m, words_of, sizeof words_of / sizeof *words_of, w->title, out);
    for (size_t i = 0; i < people->count; i++) {
        const struct entry *e = &people->items[i];
        const char *const texts[] = { e->name, e->employer, e->post, e->union_name };
        check_glyphs(m, texts, sizeof texts / sizeof *texts, e->name, out);
    }
}

/* Days that were printed before are not looked at again. */
static void check_period(const struct draft *d, bool own, day today, struct publish_findings *out)
{
    const struct draft_words *w = &d->words;
    find(out, !d->has_period, PUBLISH_NO_PERIOD, 0, 0, NULL);
    if (!d->has_period || !own)
        return;
    find(out, d->open_day < today, PUBLISH_PERIOD_PAST, 0, 0, NULL);
    find(out, w->has_signed_day && w->signed_day > d->open_day, PUBLISH_SIGNED_LATE, 0, 0, NULL);
    find(out, w->has_signed_day && w->signed_day < d->open_day - SIGNED_EARLY_DAYS, PUBLISH_SIGNED_EARLY, d->open_day - w->signed_day,
         0, NULL);
}

/* The days as they are printed, whichever way they were found. */
static bool check_days(struct mem *m, struct db *db, const struct draft *d, struct publish_findings *out, struct fail *f)
{
    struct workdays calendar;
    struct period period;
    struct period_in in = { .open_day = d->open_day, .last_day = d->close_day };
    if (!d->has_period)
        return true;
    if (!publish_period_look(m, db, &in, &calendar, &period, f))
        return false;
    find(out, !period.known, PUBLISH_PERIOD_UNKNOWN, 0, 0, NULL);
    find(out, period.known && period.workdays < PERIOD_WORKDAYS, PUBLISH_PERIOD_SHORT, period.workdays, PERIOD_WORKDAYS, NULL);
    return true;
}

static void check_people(const struct entries *e, struct publish_findings *out)
{
    int64_t craftsmen = 0;
    for (size_t i = 0; i < e->count; i++)
        craftsmen += strcmp(e->items[i].award, roster_award_word(ROSTER_CRAFTSMAN)) == 0;
    int64_t nominations = (int64_t)e->count - craftsmen;
    find(out, e->count == 0, PUBLISH_NO_PEOPLE, 0, 0, NULL);
    find(out, e->count > 0 && craftsmen != ROSTER_CRAFTSMEN, PUBLISH_QUOTA_CRAFTSMEN, craftsmen, ROSTER_CRAFTSMEN, NULL);
    find(out, e->count > 0 && nominations != ROSTER_NOMINATIONS, PUBLISH_QUOTA_NOMINATIONS, nominations, ROSTER_NOMINATIONS, NULL);
}

/* ---- of a correction ---- */

bool publish_has_period(struct mem *m, struct db *db, const struct draft *d, bool *own, struct fail *f)
{
    struct entries people;
    if (!entry_list(m, db, d->id, &people, f))
        return false;
    *own = d->version == 1;
    for (size_t i = 0; i < people.count; i++)
        *own = *own || people.items[i].period_version_id == 0;
    return true;
}

static const struct entry *find_candidate(const struct entries *all, int64_t candidate_id)
{
    for (size_t i = 0; i < all->count; i++)
        if (all->items[i].candidate_id == candidate_id)
            return &all->items[i];
    return NULL;
}

/* Somebody who waits for a second notice gets it; nobody gets it who is settled; and who is promoted was so by a decision. */
static void check_person(const struct entry *now, const struct entry *was, struct publish_findings *out)
{
    enum candidacy_state s = CANDIDACY_PROPOSED;
    candidacy_state_read(now->state, &s);
    bool renewed = now->period_version_id == 0;
    find(out, s == CANDIDACY_AWAITING && !renewed, PUBLISH_NOT_RENEWED, 0, 0, now->name);
    find(out, renewed && (s == CANDIDACY_REMOVED || s == CANDIDACY_CARRIED_OVER || s == CANDIDACY_RECOGNISED || s == CANDIDACY_REVOKED),
         PUBLISH_RENEWED_UNFIT, 0, 0, now->name);
    find(out, was && strcmp(was->award, now->award) != 0 && s != CANDIDACY_AWAITING, PUBLISH_PROMOTED_UNDECIDED, 0, 0, now->name);
}

static bool check_correction(struct mem *m, struct db *db, const struct draft *d, const struct entries *now, struct publish_findings *out,
                             struct fail *f)
{
    struct draft base;
    struct entries before;
    struct compare changes;
    if (!draft_base(m, db, d, &base, f) || !entry_list(m, db, base.id, &before, f) || !differ_drafts(m, db, &base, d, &changes, f))
        return false;
    find(out, !*d->reason, PUBLISH_NO_REASON, 0, 0, NULL);
    find(out, compare_is_nothing(&changes), PUBLISH_NO_CHANGE, 0, 0, NULL);
    find(out, base.state != DRAFT_PUBLISHED, PUBLISH_BASE_GONE, 0, 0, NULL);
    for (size_t i = 0; i < before.count; i++)
        find(out, !find_candidate(now, before.items[i].candidate_id) && !correct_may_leave_out(before.items[i].state), PUBLISH_LEFT_OUT, 0, 0,
             before.items[i].name);
    for (size_t i = 0; i < now->count; i++)
        check_person(&now->items[i], find_candidate(&before, now->items[i].candidate_id), out);
    return true;
}

bool publish_check(struct mem *m, struct db *db, const struct draft *d, struct publish_findings *out, struct fail *f)
{
    struct entries people;
    struct entry_unions unions;
    instant now;
    bool own;
    if (!db_now(db, &now, f) || !entry_list(m, db, d->id, &people, f) || !publish_unions(m, db, d, &unions, f) ||
        !publish_has_period(m, db, d, &own, f))
        return false;
    *out = (struct publish_findings){ mem_array(m, FINDINGS_MAX, sizeof *out->items), 0, 0 };
    check_words(d, out);
    check_period(d, own, clock_day_beijing(now), out);
    if ((own && !check_days(m, db, d, out, f)) || (d->version > 1 && !check_correction(m, db, d, &people, out, f)))
        return false;
    check_people(&people, out);
    check_all_glyphs(m, d, &people, out);
    for (size_t i = 0; i < unions.count; i++) {
        find(out, !unions.items[i].active, PUBLISH_UNION_RETIRED, 0, 0, unions.items[i].name);
        find(out, unions.items[i].active && !unions.items[i].reachable, PUBLISH_UNION_MUTE, 0, 0, unions.items[i].name);
    }
    return true;
}
