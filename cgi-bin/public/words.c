/* words: pages that only say something: how objections are handled, what becomes of personal information, accessibility, whom to ask, the map of the site. */
#include "conf.h"
#include "final.h"
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
    view_set(v, "Here", "about");
    return hold(now, until);
}

static bool fill_privacy(struct request *r, struct view_node *v, instant now, instant *until, struct fail *f)
{
    (void)f;
    view_set(v, "Title", kit_word(r, "Public.Privacy.title"));
    view_set(v, "Here", "privacy");
    if (conf_number("objection.resume_minutes") > 0)
        view_set(v, "Typing", kit_say(r, "Public.Privacy.typing", kit_number(r, conf_number("objection.resume_minutes")), NULL));
    view_set(v, "Drafts", kit_say(r, "Public.Privacy.drafts", kit_number(r, conf_number("objection.draft_hours")), NULL));
    return hold(now, until);
}

static bool fill_accessibility(struct request *r, struct view_node *v, instant now, instant *until, struct fail *f)
{
    (void)f;
    view_set(v, "Title", kit_word(r, "Public.Accessibility.title"));
    view_set(v, "Here", "accessibility");
    return hold(now, until);
}

static bool fill_contact(struct request *r, struct view_node *v, instant now, instant *until, struct fail *f)
{
    (void)f;
    view_set(v, "Title", kit_word(r, "Public.Contact.title"));
    view_set(v, "Here", "contact");
    return hold(now, until);
}

/* Every notice and every final list by name, so that the map leads to all that is published. */
static bool fill_map(struct request *r, struct view_node *v, instant now, instant *until, struct fail *f)
{
    struct published *all;
    struct announced *finals;
    size_t count, final_count;
    if (!published_list(public_db(), request_mem(r), &all, &count, f) ||
        !announced_list(public_db(), request_mem(r), &finals, &final_count, f))
        return false;
    for (size_t i = 0; i < final_count; i++)
        final_link(r, view_row(v, "Finals"), &finals[i]);
    for (size_t i = 0; i < count; i++) {
        struct view_node *n = view_row(v, "Notices");
        view_set(n, "title", all[i].title);
        view_set(n, "own_url", public_url(r, "/notice/%s", all[i].slug));
    }
    view_set(v, "Title", kit_word(r, "Public.Map.title"));
    view_set(v, "Here", "map");
    return hold(now, until);
}

void about_page(struct request *r, struct view_node *v, struct response *out)
{
    ready_page(r, v, out, "about", fill_about);
    response_indexed(out);
}

void privacy_page(struct request *r, struct view_node *v, struct response *out)
{
    ready_page(r, v, out, "privacy", fill_privacy);
    response_indexed(out);
}

void accessibility_page(struct request *r, struct view_node *v, struct response *out)
{
    ready_page(r, v, out, "accessibility", fill_accessibility);
    response_indexed(out);
}

void contact_page(struct request *r, struct view_node *v, struct response *out)
{
    ready_page(r, v, out, "contact", fill_contact);
    response_indexed(out);
}

void map_page(struct request *r, struct view_node *v, struct response *out)
{
    ready_page(r, v, out, "map", fill_map);
    response_indexed(out);
}
