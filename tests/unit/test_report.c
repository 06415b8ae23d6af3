/* report: what gateways send is read as they document it, whatever else comes is refused or kept unread; and the rules by which a report
 * belongs to a message. */
#include "check.h"
#include "report.h"

static struct mem *m;
static struct report *reports;
static size_t count;
static struct fail f;

static bool reads(enum report_source source, const char *text)
{
    f = (struct fail){ 0 };
    return report_read(m, source, text, strlen(text), &reports, &count, &f);
}

#define ALIYUN "{\"phone_number\":\"13900000001\",\"send_time\":\"2026-04-21 10:00:00\",\"report_time\":\"2026-04-21 10:00:05\"," \
               "\"success\":true,\"err_code\":\"DELIVERED\",\"err_msg\":\"用户接收成功\",\"sms_size\":\"1\",\"biz_id\":\"932702304080415357^0\"," \
               "\"out_id\":\"0123abcd\"}"
#define TENCENT "{\"user_receive_time\":\"2026-04-21 10:00:05\",\"nationcode\":\"86\",\"mobile\":\"13900000001\"," \
                "\"report_status\":\"FAIL\",\"errmsg\":\"REJECTD\",\"description\":\"x\",\"sid\":\"8:1-2\"}"

static void what_the_gateways_document_is_read(void **state)
{
    (void)state;
    assert_true(reads(REPORT_ALIYUN, "[" ALIYUN "]"));
    assert_int_equal(count, 1);
    assert_int_equal(reports[0].verdict, REPORT_DELIVERED);
    assert_string_equal(reports[0].gateway_id, "932702304080415357^0");
    assert_string_equal(reports[0].message_id, "0123abcd");
    assert_string_equal(reports[0].to, "13900000001");
    assert_string_equal(reports[0].code, "DELIVERED");
    assert_true(reports[0].said_at == INT64_C(1776736805) * CLOCK_SECOND);
    assert_true(reads(REPORT_TENCENT, "[" TENCENT "," TENCENT "]"));
    assert_int_equal(count, 2);
    assert_int_equal(reports[1].verdict, REPORT_UNDELIVERED);
    assert_string_equal(reports[1].gateway_id, "8:1-2");
    assert_string_equal(reports[1].code, "REJECTD");
    assert_true(reads(REPORT_ALIYUN, "[]"));
    assert_int_equal(count, 0);
}

static void what_is_no_list_of_reports_is_refused(void **state)
{
    (void)state;
    static const char *const broken[] = { "", "[", "{}", "null", "\"x\"", "[{\"a\":1,\"a\":2}]", "[] []", "[\"\xff\"]" };
    for (size_t i = 0; i < ROWS(broken); i++)
        if (reads(REPORT_ALIYUN, broken[i]) || strcmp(f.code, "request_broken") != 0)
            fail_msg("taken: %s", broken[i]);
    char *many = mem_alloc(m, 2 * REPORT_ELEMENTS_MAX + 10);
    for (size_t i = 0; i <= REPORT_ELEMENTS_MAX; i++)
        memcpy(many + 1 + 2 * i, "1,", 2);
    many[0] = '[';
    many[2 * REPORT_ELEMENTS_MAX + 2] = ']';
    assert_false(reads(REPORT_ALIYUN, many));
    memcpy(many + 2 * REPORT_ELEMENTS_MAX, "]", 2);
    assert_true(reads(REPORT_ALIYUN, many));
    assert_int_equal(count, REPORT_ELEMENTS_MAX);
}

static void an_element_that_lacks_something_is_kept_unread(void **state)
{
    (void)state;
    static const char *const odd[] = {
        "1", "null", "[]", "{}", "{\"phone_number\":\"13900000001\",\"success\":true}", "{\"biz_id\":\"1\",\"success\":true}",
        "{\"biz_id\":\"1\",\"phone_number\":\"13900000001\"}", "{\"biz_id\":\"1\",\"phone_number\":\"13900000001\",\"success\":\"true\"}",
        "{\"biz_id\":\"a b\",\"phone_number\":\"13900000001\",\"success\":true}",
        "{\"biz_id\":\"\\u0001\",\"phone_number\":\"13900000001\",\"success\":true}",
    };
    for (size_t i = 0; i < ROWS(odd); i++) {
        assert_true(reads(REPORT_ALIYUN, mem_printf(m, "[%s," ALIYUN "]", odd[i])));
        if (reports[0].verdict != REPORT_UNREADABLE || reports[0].gateway_id[0] != '\0' || reports[0].to[0] != '\0')
            fail_msg("read: %s", odd[i]);
        assert_int_equal(reports[1].verdict, REPORT_DELIVERED); /* the one beside it is whole */
    }
    char *long_one = mem_alloc(m, 3 * REPORT_RAW_MAX);
    memset(long_one, 'x', 2 * REPORT_RAW_MAX);
    assert_true(reads(REPORT_TENCENT, mem_printf(m, "[{\"a\":\"%s\"}]", long_one)));
    assert_true(strlen(reports[0].raw) <= REPORT_RAW_MAX);
}

static void a_report_fits_one_message_alone(void **state)
{
    (void)state;
    static const struct { enum report_source source; const char *to; struct report_about about; const char *why; } rows[] = {
        { REPORT_ALIYUN, "13900000001", { true, true, "13900000001" }, NULL },
        { REPORT_ALIYUN, "8613900000001", { true, true, "139 0000 0001" }, NULL },
        { REPORT_ALIYUN, "13900000002", { true, true, "13900000001" }, "other_number" },
        { REPORT_ALIYUN, "", { true, true, "13900000001" }, "other_number" },
        { REPORT_ALIYUN, "13900000001", { true, true, NULL }, "other_number" },
        { REPORT_ALIYUN, "x", { true, true, "x" }, "other_number" },
        { REPORT_TENCENT, "13900000001", { true, false, "13900000001" }, "other_gateway" },
        { REPORT_TENCENT, "13900000001", { false, true, "13900000001" }, "other_channel" },
        { REPORT_MAIL, "", { false, false, NULL }, NULL },
        { REPORT_MAIL, "", { true, true, NULL }, "other_channel" },
    };
    for (size_t i = 0; i < ROWS(rows); i++) {
        const struct report r = { .source = rows[i].source, .to = rows[i].to };
        const char *why = report_misfit(&r, &rows[i].about);
        if ((why == NULL) != (rows[i].why == NULL) || (why != NULL && strcmp(why, rows[i].why) != 0))
            fail_msg("row %zu: %s", i, why != NULL ? why : "fits");
    }
}

static void delivered_is_the_last_word(void **state)
{
    (void)state;
    for (int known = 0; known < REPORT_VERDICT__MAX; known++)
        for (int said = 0; said < REPORT_VERDICT__MAX; said++)
            assert_int_equal(report_says_more((enum report_verdict)known, (enum report_verdict)said), said > known);
    assert_false(report_says_more(REPORT_DELIVERED, REPORT_UNDELIVERED));
}

static void the_instant_lies_between_the_handing_over_and_now(void **state)
{
    (void)state;
    const instant sent = 1000 * CLOCK_SECOND + 400000, now = 2000 * CLOCK_SECOND;
    assert_true(report_instant(1500 * CLOCK_SECOND, sent, now) == 1500 * CLOCK_SECOND);
    assert_true(report_instant(1000 * CLOCK_SECOND, sent, now) == sent); /* whole seconds */
    assert_true(report_instant(999 * CLOCK_SECOND, sent, now) == now);
    assert_true(report_instant(2001 * CLOCK_SECOND, sent, now) == now);
    assert_true(report_instant(0, sent, now) == now);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_the_gateways_document_is_read), cmocka_unit_test(what_is_no_list_of_reports_is_refused),
        cmocka_unit_test(an_element_that_lacks_something_is_kept_unread), cmocka_unit_test(a_report_fits_one_message_alone),
        cmocka_unit_test(delivered_is_the_last_word), cmocka_unit_test(the_instant_lies_between_the_handing_over_and_now),
    };
    m = mem_new(NULL, "test");
    int failed = cmocka_run_group_tests_name("report", tests, NULL, NULL);
    mem_free(&m);
    return failed;
}
