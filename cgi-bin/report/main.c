/* report: the program that gateways call with what became of messages. It has no pages and shows nothing to anybody: who does not come from
 * a listed address through the secret door is told that there is nothing here. */
#include <string.h>

#include "conf.h"
#include "file_key.h"
#include "log.h"
#include "report_page.h"
#include "source.h"

static struct db *handle;
static char *door;

struct db *report_db(void)
{
    return handle;
}

static void start(struct mem *m)
{
    struct fail f = { 0 };
    unsigned char key[SECRET_KEY];
    if (!file_key(FILE_KEY_REPORT, key, &f))
        log_die("report.key: %s", f.detail);
    if (!source_list_is_whole(conf_text("report.sources")))
        log_die("the setting report.sources holds what is no address and no network");
    door = secret_to_hex(m, key, sizeof key);
    secret_wipe(key, sizeof key);
    handle = db_new(m, DB_REPORT);
}

/* Before the body is read. The two reasons are told apart by nobody. */
static bool allow(struct request *r, enum web_rate rate, struct fail *f)
{
    const char *said = request_segment(r, "door");
    size_t n = strlen(door);
    bool listed = source_is_listed(conf_text("report.sources"), request_address(r));
    bool right = strlen(said) == n && secret_equal(said, door, n);
    (void)rate;
    return (listed && right) || fail_set(f, FAIL_MISSING, "page_missing", "%s", listed ? "another door" : "not from a listed address");
}

static bool healthy(struct request *r)
{
    (void)r;
    return db_alive(handle);
}

int main(int argc, char **argv)
{
    const struct web_program program = { .name = "report", .routes = report_routes, .route_count = report_route_count, .open = start,
                                         .allow = allow, .healthy = healthy };
    return web_main(&program, argc, argv);
}
