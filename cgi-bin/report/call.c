/* call: a gateway's call with reports, each answered in the words that the gateway takes for "received"; anything else makes it call again,
 * after one, five and ten minutes. */
#include "enqueue.h"
#include "log.h"
#include "report_page.h"
#include "report_take.h"

static void call(struct request *r, enum report_source source, const char *received, struct response *out)
{
    struct fail f = { 0 };
    struct report *reports;
    size_t n, count, fresh = 0;
    const char *body = request_body(r, &n);
    if (!report_read(request_mem(r), source, body, n, &reports, &count, &f) || !report_take(report_db(), reports, count, &fresh, &f)) {
        response_fail(out, &f);
        return;
    }
    log_line(LOG_INFO, "%zu reports of %s, %zu of them new", count, report_source_word(source), fresh);
    if (fresh > 0)
        enqueue_poke();
    response_json(out, received);
}

void aliyun_page(struct request *r, struct view_node *v, struct response *out)
{
    (void)v;
    call(r, REPORT_ALIYUN, "{\"code\":0,\"msg\":\"接收成功\"}", out);
}

void tencent_page(struct request *r, struct view_node *v, struct response *out)
{
    (void)v;
    call(r, REPORT_TENCENT, "{\"result\":0,\"errmsg\":\"OK\"}", out);
}

void missing_page(struct request *r, struct view_node *v, struct response *out)
{
    (void)r;
    (void)v;
    response_missing(out);
}
