/* site: see site.h. */
#include "site.h"

#include <string.h>

#include "conf.h"
#include "kit_paper.h"

static void put(struct view_node *n, const char *name, const char *setting)
{
    if (conf_text(setting)[0] != '\0')
        view_set(n, name, conf_text(setting));
}

/* The ministries' own pages: whoever doubts a filing number can look it up there. */
static void put_filing(struct request *r, struct view_node *n)
{
    const char *police = conf_text("site.police");
    char *digits = mem_text(request_mem(r), police);
    size_t count = 0;
    for (const char *at = police; *at != '\0'; at++)
        if (*at >= '0' && *at <= '9')
            digits[count++] = *at;
    digits[count] = '\0';
    view_set(n, "icp_url", "https://beian.miit.gov.cn/");
    if (count > 0)
        view_set(n, "police_url", mem_printf(request_mem(r), "https://beian.mps.gov.cn/#/query/webSearch?code=%s", digits));
}

void site_put(struct request *r, struct view_node *n)
{
    put(n, "organiser", "site.organiser");
    put(n, "undertaker", "site.undertaker");
    put(n, "address", "site.address");
    put(n, "hours", "site.hours");
    put(n, "icp", "site.icp");
    put(n, "police", "site.police");
    put(n, "identifier", "site.identifier");
    kit_phone(r, n, conf_text("site.phone"));
    kit_email(r, n, conf_text("site.email"));
    put_filing(r, n);
}
