/* What lib/notify promises without a network: signatures as the vendor publishes them, one table of outcomes, mails that cannot
 * carry a second command. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "aliyun_sign.h"
#include "breaker.h"
#include "mail_text.h"
#include "outcome.h"
#include "secret.h"

static void aliyun_signature_equals_the_published_one(void **state)
{
    (void)state;
    struct mem *m = mem_new(NULL, "test");
    const struct aliyun_param params[] = {
        { "RegionId", "cn-shanghai" }, { "ImageId", "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd" } };
    struct aliyun_request r = { "ecs.cn-shanghai.aliyuncs.com", "RunInstances", "2014-05-26", "2023-10-26T10:22:32Z",
                                "3156853299f313e23d1673dc12e1703d", params, 2, "YourAccessKeyId", "YourAccessKeySecret" };
    struct aliyun_signed s;
    aliyun_sign(m, &r, &s);
    assert_string_equal(s.canonical_sha256, "7ea06492da5221eba5297e897ce16e55f964061054b7695beedaac1145b1e259");
    assert_non_null(strstr(s.authorization, "Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0"));
    assert_null(strstr(s.authorization, ", "));
    mem_free(&m);
}

static void aliyun_send_sms_is_signed_with_chinese_words(void **state)
{
    (void)state;
    struct mem *m = mem_new(NULL, "test");
    const struct aliyun_param params[] = { { "PhoneNumbers", "15300000001" }, { "SignName", "杭州市总工会" },
                                           { "TemplateCode", "SMS_71390007" }, { "TemplateParam", "{\"code\":\"YY20230001\"}" },
                                           { "OutId", "123" } };
    struct aliyun_request r = { "dysmsapi.aliyuncs.com", "SendSms", "2017-05-25", "2023-10-26T10:22:32Z",
                                "3156853299f313e23d1673dc12e1703d", params, 5, "YourAccessKeyId", "YourAccessKeySecret" };
    struct aliyun_signed s;
    aliyun_sign(m, &r, &s);
    assert_string_equal(s.canonical_sha256, "cdd21a9b911d79f74c4e35547b93c7509953976cc3e62aaa6d3897d8fc1abef0");
    assert_non_null(strstr(s.authorization, "7210ff34e30467979611f399890efa1f3778f6c652a91eb5215e7c7fc78d25d1"));
    mem_free(&m);
}

static void a_reply_decides_and_silence_after_the_text_is_uncertain(void **state)
{
    (void)state;
    enum { BEFORE = OUTCOME_SMTP_BEFORE, RECIPIENT = OUTCOME_SMTP_RECIPIENT, TEXT = OUTCOME_SMTP_TEXT };
    static const struct { int reply, at; enum notify_outcome want; int curl; } ROWS[] = {
        { 250, TEXT, NOTIFY_SENT, 0 },       { 451, TEXT, NOTIFY_LATER, 0 },     { 421, RECIPIENT, NOTIFY_LATER, 0 },
        { 550, RECIPIENT, NOTIFY_NEVER, 0 }, { 554, TEXT, NOTIFY_NEVER, 0 },     { 354, TEXT, NOTIFY_UNCERTAIN, 0 },
        { 0, TEXT, NOTIFY_UNCERTAIN, 0 },    { 354, RECIPIENT, NOTIFY_LATER, 0 }, { 250, RECIPIENT, NOTIFY_LATER, 0 },
        /* A wrong password, a sender that is not ours, a server that is not for us: no fault of this mail. */
        { 0, BEFORE, NOTIFY_LATER, 0 },      { 220, BEFORE, NOTIFY_LATER, 0 },   { 535, BEFORE, NOTIFY_ALARM, 0 },
        { 554, BEFORE, NOTIFY_ALARM, 0 },    { 553, BEFORE, NOTIFY_ALARM, 0 },    { 421, BEFORE, NOTIFY_LATER, 0 },
        { 530, RECIPIENT, NOTIFY_ALARM, 0 }, { 502, RECIPIENT, NOTIFY_ALARM, 0 }, { 552, RECIPIENT, NOTIFY_NEVER, 0 },
        { 220, BEFORE, NOTIFY_ALARM, 60 }, { 250, BEFORE, NOTIFY_ALARM, 64 }, { 0, BEFORE, NOTIFY_LATER, 7 },
        { 220, BEFORE, NOTIFY_LATER, 28 },
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++)
        assert_int_equal(outcome_smtp(ROWS[i].reply, (enum outcome_smtp_at)ROWS[i].at, ROWS[i].curl), ROWS[i].want);
}

static void a_gateway_that_says_nothing_clear_is_uncertain(void **state)
{
    (void)state;
    static const struct { long status; bool sent; enum notify_outcome want; int curl; } ROWS[] = {
        { 0, true, NOTIFY_UNCERTAIN, 0 },   { 0, false, NOTIFY_LATER, 0 },   { 200, true, NOTIFY_UNCERTAIN, 0 },
        { 302, true, NOTIFY_ALARM, 0 },
        { 400, true, NOTIFY_ALARM, 0 },     { 403, true, NOTIFY_ALARM, 0 },  { 500, true, NOTIFY_UNCERTAIN, 0 },
        { 502, true, NOTIFY_UNCERTAIN, 0 },
        { 503, true, NOTIFY_LATER, 0 },     { 504, true, NOTIFY_UNCERTAIN, 0 }, { 429, true, NOTIFY_LATER, 0 },
        { 0, false, NOTIFY_ALARM, 60 },  { 0, false, NOTIFY_LATER, 7 }, { 0, false, NOTIFY_LATER, 28 },  { 0, true, NOTIFY_UNCERTAIN, 28 },
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++)
        assert_int_equal(outcome_http(ROWS[i].status, ROWS[i].sent, ROWS[i].curl), ROWS[i].want);
    assert_int_equal(outcome_aliyun("OK"), NOTIFY_SENT);
    assert_int_equal(outcome_aliyun("isv.MOBILE_NUMBER_ILLEGAL"), NOTIFY_NEVER);
    assert_int_equal(outcome_aliyun("isv.BUSINESS_LIMIT_CONTROL"), NOTIFY_LATER);
    assert_int_equal(outcome_aliyun("isv.NOBODY_KNOWS"), NOTIFY_LATER);
    assert_int_equal(outcome_aliyun("SignatureNonceUsed"), NOTIFY_UNCERTAIN);
}

/* Every row is heard: none stands behind one that says otherwise. With it the lists of domain.md 6.1 and 6.2, each by its class. */
static void every_row_of_the_table_holds(void **state)
{
    (void)state;
    size_t count, met[NOTIFY_OUTCOME__MAX] = { 0 };
    const struct outcome_row *rows = outcome_rows(&count);
    for (size_t i = 0; i < count; i++) {
        char word[64];
        size_t n = strlen(rows[i].word);
        bool family = rows[i].word[n - 1] == '*';
        const char *more = !family ? "" : rows[i].whose < OUTCOME_OF_ALIYUN ? "99" : "Else";
        snprintf(word, sizeof word, "%.*s%s", (int)(family ? n - 1 : n), rows[i].word, more);
        int number = (int)strtol(word, NULL, 10);
        for (int at = OUTCOME_SMTP_BEFORE; at <= OUTCOME_SMTP_TEXT; at++)
            if ((rows[i].whose & (unsigned)OUTCOME_OF_SMTP << at) != 0)
                assert_int_equal(outcome_smtp(number, (enum outcome_smtp_at)at, 0), rows[i].outcome);
        if ((rows[i].whose & OUTCOME_OF_HTTP) != 0)
            assert_int_equal(outcome_http(number, true, 0), rows[i].outcome);
        if ((rows[i].whose & OUTCOME_OF_CURL) != 0) {
            assert_int_equal(outcome_http(0, false, number), rows[i].outcome);
            assert_int_equal(outcome_smtp(0, OUTCOME_SMTP_BEFORE, number), rows[i].outcome);
        }
        if ((rows[i].whose & OUTCOME_OF_ALIYUN) != 0)
            assert_int_equal(outcome_aliyun(word), rows[i].outcome);
        if ((rows[i].whose & OUTCOME_OF_TENCENT) != 0)
            assert_int_equal(outcome_tencent(word), rows[i].outcome);
        met[rows[i].outcome]++;
    }
    for (size_t o = 0; o < NOTIFY_OUTCOME__MAX; o++)
        assert_true(met[o] > 0);
}

static void each_code_of_the_vendors_lists_has_its_class(void **state)
{
    (void)state;
    static const struct { enum notify_outcome want; const char *codes; } ALIYUN[] = {
        { NOTIFY_LATER, "isv.BUSINESS_LIMIT_CONTROL isp.SYSTEM_ERROR isv.DAY_LIMIT_CONTROL isv.MONTH_LIMIT_CONTROL" },
        { NOTIFY_ALARM, "isv.AMOUNT_NOT_ENOUGH isv.OUT_OF_SERVICE isv.ACCOUNT_ABNORMAL isv.ACCOUNT_NOT_EXISTS isv.PRODUCT_UN_SUBSCRIPT "
                        "isp.RAM_PERMISSION_DENY isv.DENY_IP_RANGE isv.SMS_TEMPLATE_ILLEGAL isv.SMS_SIGNATURE_ILLEGAL "
                        "isv.SMS_SIGNATURE_SCENE_ILLEGAL isv.SIGN_STATE_ILLEGAL isv.TEMPLATE_MISSING_PARAMETERS isv.EXTEND_CODE_ERROR "
                        "isv.SMS_SIGN_ILLEGAL SignatureDoesNotMatch" },
        { NOTIFY_NEVER, "isv.MOBILE_NUMBER_ILLEGAL isv.MOBILE_COUNT_OVER_LIMIT isv.INVALID_PARAMETERS isv.INVALID_JSON_PARAM "
                        "isv.PARAM_LENGTH_LIMIT isv.PARAM_NOT_SUPPORT_URL isv.BLACK_KEY_CONTROL_LIMIT isv.SMS_CONTENT_ILLEGAL" },
    }, TENCENT[] = {
        { NOTIFY_LATER, "LimitExceeded.DeliveryFrequencyLimit LimitExceeded.PhoneNumberDailyLimit InternalError.Timeout" },
        { NOTIFY_ALARM, "FailedOperation.SignatureIncorrectOrUnapproved FailedOperation.TemplateIncorrectOrUnapproved "
                        "InvalidParameterValue.SdkAppIdNotExist UnauthorizedOperation.RequestIpNotInWhitelist AuthFailure.SignatureExpire" },
        { NOTIFY_NEVER, "FailedOperation.ContainSensitiveWord FailedOperation.PhoneNumberInBlacklist FailedOperation.FailResolvePacket "
                        "InvalidParameterValue.IncorrectPhoneNumber InvalidParameterValue.ContentLengthLimit" },
    };
    for (size_t i = 0; i < 3; i++)
        for (int vendor = 0; vendor < 2; vendor++) {
            char all[1000], *rest = all;
            enum notify_outcome want = vendor == 0 ? ALIYUN[i].want : TENCENT[i].want;
            snprintf(all, sizeof all, "%s", vendor == 0 ? ALIYUN[i].codes : TENCENT[i].codes);
            for (const char *code = strtok_r(all, " ", &rest); code != NULL; code = strtok_r(NULL, " ", &rest))
                assert_int_equal(vendor == 0 ? outcome_aliyun(code) : outcome_tencent(code), want);
        }
    assert_int_equal(outcome_tencent("NobodyKnows.This"), NOTIFY_LATER);
}

static void the_one_repetition_waits_for_the_first_to_show_up(void **state)
{
    (void)state;
    assert_int_equal(outcome_uncertain_after(false), 10 * CLOCK_MINUTE);
    assert_int_equal(outcome_uncertain_after(true), CLOCK_MINUTE);
    assert_true(outcome_alarm_after(true) < outcome_alarm_after(false));
}

static void a_way_that_fails_is_left_and_tried_again(void **state)
{
    (void)state;
    enum { REST = 1000 };
    struct breaker b[2] = { { 0, 0 }, { 0, 0 } };
    int64_t now = 5000;
    for (int n = 1; n <= BREAKER_FAILURES; n++) {
        assert_int_equal(breaker_pick(b, 2, 0, now, REST), 0);
        assert_int_equal(breaker_note(&b[0], true, now, REST), n == BREAKER_FAILURES);
    }
    assert_int_equal(breaker_pick(b, 2, 0, now + REST - 1, REST), 1);
    assert_int_equal(breaker_pick(b, 2, 0, now + REST, REST), 0); /* one message */
    assert_int_equal(breaker_pick(b, 2, 0, now + REST, REST), 1); /* the others do not wait for it */
    assert_false(breaker_note(&b[0], true, now + REST, REST));
    assert_int_equal(breaker_pick(b, 2, 0, now + 2 * REST - 1, REST), 1);
    assert_int_equal(breaker_pick(b, 2, 0, now + 2 * REST, REST), 0);
    assert_true(breaker_note(&b[0], false, now + 2 * REST, REST));
    assert_int_equal(breaker_pick(b, 2, 0, now + 2 * REST, REST), 0);
    assert_int_equal(breaker_pick(b, 2, 2, now, REST), 2); /* none is left */
    /* Failures that are not in a row leave nobody. */
    for (int n = 0; n < 10; n++)
        assert_false(breaker_note(&b[1], n % BREAKER_FAILURES != BREAKER_FAILURES - 1, now, REST));
    assert_true(breaker_works(&b[1]));
}

static const struct mail_sender FROM = { "notice@example.org", "杭州市总工会", "example.org" };

static void a_mail_holds_no_line_over_76_and_reads_back(void **state)
{
    (void)state;
    struct mem *m = mem_new(NULL, "test");
    struct fail f = { 0 };
    struct buf out;
    struct notify_message msg = { .to = "a@example.org", .to_name = "𠮷野", .message_id = "x", .text = "您好。\n第二行\n",
        .subject = "关于首届“杭州数字工匠”拟认定人选公示的通知，请贵会在公示期内登录平台核对并签收，𠮷字也要完整" };
    buf_init(&out, m, 65536);
    assert_true(mail_text_compose(&out, &FROM, &msg, &f));
    for (const char *line = out.data; *line != '\0';) {
        const char *end = strstr(line, "\r\n");
        assert_non_null(end);
        assert_true(end - line <= 76);
        line = end + 2;
    }
    assert_non_null(strstr(out.data, "Auto-Submitted: auto-generated\r\n"));
    assert_non_null(strstr(out.data, "+0800\r\n"));
    assert_non_null(strstr(out.data, "Message-ID: <x@example.org>\r\n"));
    mem_free(&m);
}

static void no_word_smuggles_a_header_or_a_recipient(void **state)
{
    (void)state;
    static const char *const BAD_TO[] = { "a@b.cn\r\nRCPT TO:<evil@x>", "a@b.cn>", "<a@b.cn", "a b@c.cn", "a@b.cn,c@d.cn", "" };
    static const char *const BAD_WORD[] = { "x\r\nBcc: evil@x", "x\ny", "x\x01", "x\xff", "x\xe2\x80\xae" };
    struct mem *m = mem_new(NULL, "test");
    struct buf out;
    for (size_t i = 0; i < sizeof BAD_TO / sizeof *BAD_TO; i++) {
        struct fail f = { 0 };
        struct notify_message msg = { .to = BAD_TO[i], .message_id = "x", .text = "t", .subject = "s" };
        buf_init(&out, m, 65536);
        assert_false(mail_text_compose(&out, &FROM, &msg, &f));
    }
    for (size_t i = 0; i < sizeof BAD_WORD / sizeof *BAD_WORD; i++) {
        struct fail f = { 0 };
        struct notify_message subject = { .to = "a@b.cn", .message_id = "x", .text = "t", .subject = BAD_WORD[i] };
        struct notify_message name = { .to = "a@b.cn", .to_name = BAD_WORD[i], .message_id = "x", .text = "t", .subject = "s" };
        buf_init(&out, m, 65536);
        assert_false(mail_text_compose(&out, &FROM, &subject, &f));
        assert_false(mail_text_compose(&out, &FROM, &name, &f));
    }
    mem_free(&m);
}

int main(void)
{
    secret_start();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(aliyun_signature_equals_the_published_one),
        cmocka_unit_test(aliyun_send_sms_is_signed_with_chinese_words),
        cmocka_unit_test(a_reply_decides_and_silence_after_the_text_is_uncertain),
        cmocka_unit_test(a_gateway_that_says_nothing_clear_is_uncertain),
        cmocka_unit_test(every_row_of_the_table_holds),
        cmocka_unit_test(each_code_of_the_vendors_lists_has_its_class),
        cmocka_unit_test(the_one_repetition_waits_for_the_first_to_show_up),
        cmocka_unit_test(a_way_that_fails_is_left_and_tried_again),
        cmocka_unit_test(a_mail_holds_no_line_over_76_and_reads_back),
        cmocka_unit_test(no_word_smuggles_a_header_or_a_recipient),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
