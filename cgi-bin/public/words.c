/* words: pages that only say something: how objections are handled, what becomes of personal information, accessibility. */
#include "conf.h"
#include "public.h"
#include "ready.h"
#include "show.h"

static bool hold(instant now, instant *until)
{
    *until = now + CLOCK_DAY;
    return true;
}

static void put_days(struct request *r, struct view_node *v, const char *name, const char *setting)
{
    view_set(view_child(v, "Days"), name, show_workdays(r, conf_number(setting)));
}

static bool fill_about(struct request *r, struct view_node *v, instant now, instant *until, struct fail *f)
{
    (void)f;
    put_days(r, v, "identity", "deadline.identity_workdays");
    put_days(r, v, "review", "deadline.review_workdays");
    put_days(r, v, "assist", "deadline.assist_workdays");
    put_days(r, v, "investigate", "deadline.investigate_workdays");
    put_days(r, v, "decide", "deadline.decide_workdays");
    view_set(v, "Title", kit_word(r, "Public.About.title"));
    return hold(now, until);
}

static bool fill_privacy(struct request *r, struct view_node *v, instant now, instant *until, struct fail *f)
{
    (void)f;
    view_set(v, "Title", kit_word(r, "Public.Privacy.title"));
    if (conf_number("objection.resume_minutes") > 0)
        view_set(v, "Typing", kit_say(r, "Public.Privacy.typing", kit_number(r, conf_number("objection.resume_minutes")), NULL));
    view_set(v, "Drafts", kit_say(r, "Public.Privacy.drafts", kit_number(r, conf_number("objection.draft_hours")), NULL));
    return hold(now, until);
}

static bool fill_accessibility(struct request *r, struct view_node *v, instant now, instant *until, struct fail *f)
{
    (void)f;
    view_set(v, "Title", kit_word(r, "Public.Accessibility.title"));
    return hold(now, until);
}

void about_page(struct request *r, struct view_node *v, struct response *out) { ready_page(r, v, out, "about", fill_about); }
void privacy_page(struct request *r, struct view_node *v, struct response *out) { ready_page(r, v, out, "privacy", fill_privacy); }

void accessibility_page(struct request *r, struct view_node *v, struct response *out)
{
    ready_page(r, v, out, "accessibility", fill_accessibility);
}
