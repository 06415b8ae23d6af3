/* test_gateway: what SMS gateways are sent and what their answers mean: signatures against published vectors, plans against what their
 * manual promises. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "gateway_plan.h"
#include "outcome.h"
#include "tencent_sign.h"

#define BODY "{\"Limit\": 1, \"Filters\": [{\"Values\": [\"\\u672a\\u547d\\u540d\"], \"Name\": \"instance-name\"}]}"
#define SMS_BODY "{\"PhoneNumberSet\":[\"+8615300000001\"],\"SmsSdkAppId\":\"1400006666\",\"SignName\":\"杭州市总工会\",\"TemplateId\":\"1110\"," \
                 "\"TemplateParamSet\":[\"YY20230001\"],\"SessionContext\":\"123\"}"
#define STARS "********************************"

static void tencent_signatures_equal_the_published_ones(void **state)
{
    (void)state;
    static const struct { struct tencent_request r; const char *canonical, *end; } ROWS[] = {
        { { "cvm.tencentcloudapi.com", "cvm", NULL, 1551113065, BODY, "AKIDz8krbsJ5yKBZQpn74WFkmLPx3*******",
            "Gu5t9xGARNpq86cd98joQYCN3*******" },
          "5ffe6a04c0664d6b969fab9a13bdab201d63ee709638e2749d62a09ca18d7031",
          "SignedHeaders=content-type;host, Signature=2230eefd229f582d8b1b891af7107b91597240707d778ab3738f756258d7652c" },
        { { "cvm.tencentcloudapi.com", "cvm", "DescribeInstances", 1551113065, BODY, STARS, STARS },
          "7019a55be8395899b900fb5564e4200d984910f34794a27cb3fb7d10ff6a1e84",
          "SignedHeaders=content-type;host;x-tc-action, Signature=10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f" },
        { { "sms.tencentcloudapi.com", "sms", "SendSms", 1551113065, SMS_BODY, STARS, STARS },
          "7791b7752317c775338fd4d06c1df43ffbee2cb8f887c5a9a13f2c255ac3f4ab",
          "Signature=d12f3e5f4b3ecb242ba7ae7d92be61ce5b6b703842f52bddb78a292c0e7b68bf" },
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        struct mem *m = mem_new(NULL, "test");
        struct tencent_signed s;
        tencent_sign(m, &ROWS[i].r, &s);
        assert_string_equal(s.canonical_sha256, ROWS[i].canonical);
        assert_non_null(strstr(s.authorization, ROWS[i].end));
        mem_free(&m);
    }
}

static void the_scope_is_of_the_day_in_utc(void **state)
{
    (void)state;
    struct mem *m = mem_new(NULL, "test");
    struct tencent_request r = { "h", "sms", "SendSms", 1551113065, "{}", "id", "key" };
    struct tencent_signed s;
    r.seconds = 1551139199; /* 2019-02-25T23:59:59Z, the next morning in Beijing */
    tencent_sign(m, &r, &s);
    assert_non_null(strstr(s.authorization, "Credential=id/2019-02-25/sms/tc3_request, "));
    r.seconds++;
    tencent_sign(m, &r, &s);
    assert_non_null(strstr(s.authorization, "Credential=id/2019-02-26/sms/tc3_request, "));
    mem_free(&m);
}

static void codes_of_tencent_mean(void **state)
{
    (void)state;
    static const struct { const char *code; enum notify_outcome want; } ROWS[] = {
        { "Ok", NOTIFY_SENT },
        { "FailedOperation.PhoneNumberInBlacklist", NOTIFY_NEVER },
        { "FailedOperation.ContainSensitiveWord", NOTIFY_NEVER },
        { "FailedOperation.SignatureIncorrectOrUnapproved", NOTIFY_ALARM },
        { "InvalidParameterValue.IncorrectPhoneNumber", NOTIFY_NEVER },
        { "InvalidParameterValue.SdkAppIdNotExist", NOTIFY_ALARM },
        { "LimitExceeded.PhoneNumberDailyLimit", NOTIFY_LATER },
        { "UnauthorizedOperation.RequestIpNotInWhitelist", NOTIFY_ALARM },
        { "AuthFailure.SignatureExpire", NOTIFY_ALARM },
        { "InternalError.OtherError", NOTIFY_LATER },
        { "Nobody.Knows", NOTIFY_LATER },
        { "LimitExceeded", NOTIFY_LATER },
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++)
        assert_int_equal(outcome_tencent(ROWS[i].code), ROWS[i].want);
}

/* ---- plans ---- */

#define MAS \
    "{\"url\": \"https://mas.example.org/sms/submit\"," \
    " \"words\": {\"ecName\": \"测试集团\", \"apId\": \"apid\", \"signId\": \"signcode\", \"addSerial\": \"\"}," \
    " \"digests\": {\"mac\": {\"kind\": \"md5\", \"of\": \"{ecName}{apId}{secret}{mobile}{text}{signId}{addSerial}\"}}," \
    " \"heads\": [\"Content-Type: application/json\"]," \
    " \"body\": {\"ecName\": \"{ecName}\", \"apId\": \"{apId}\", \"mobiles\": \"{mobile}\", \"content\": \"{text}\"," \
    " \"sign\": \"{signId}\", \"addSerial\": \"{addSerial}\", \"mac\": \"{mac}\"}, \"encode\": \"%s\"," \
    " \"answer\": {\"at\": \"/rspcod\", \"sent\": [\"success\"], \"never\": [\"InvalidMessage\"], \"alarm\": [\"IllegalMac\"]," \
    " \"id\": \"/msgGroup\"}}"

static const struct gateway_values VALUES = { "15300000001", "测试内容", "out-id", "杭州市总工会", "T1", "secret", "{\"code\":\"112233\"}", 7 };

static struct gateway_plan *plan(struct mem *m, const char *text)
{
    struct fail f = { 0 };
    struct gateway_plan *p = gateway_plan_read(m, text, strlen(text), &f);
    if (p == NULL)
        print_message("# %s\n", f.detail);
    return p;
}

static void the_mac_of_mas_equals_the_published_one(void **state)
{
    (void)state;
    struct mem *m = mem_new(NULL, "test");
    struct fail f = { 0 };
    struct gateway_call call;
    assert_true(gateway_plan_fill(m, plan(m, mem_printf(m, MAS, "json")), &VALUES, &call, &f));
    assert_non_null(strstr(call.body, "\"mac\":\"805b135fad4731d7939d3e622c7c42a9\""));
    assert_string_equal(call.heads[0], "Content-Type: application/json");
    assert_null(call.heads[1]);
    assert_true(gateway_plan_fill(m, plan(m, mem_printf(m, MAS, "base64")), &VALUES, &call, &f));
    assert_int_equal(strncmp(call.body, "eyJlY05hbWUiOi", 14), 0); /* {"ecName": */
    assert_true(gateway_plan_fill(m, plan(m, mem_printf(m, MAS, "form")), &VALUES, &call, &f));
    assert_non_null(strstr(call.body, "mobiles=15300000001&content=%E6%B5%8B%E8%AF%95%E5%86%85%E5%AE%B9&sign=signcode&addSerial=&mac=805b"));
    mem_free(&m);
}

static void an_answer_reads_as_the_plan_says(void **state)
{
    (void)state;
    static const struct { const char *answer; enum notify_outcome want; const char *word; } ROWS[] = {
        { "{\"rspcod\":\"success\"}", NOTIFY_SENT, "success" },     { "{\"rspcod\":\"InvalidMessage\"}", NOTIFY_NEVER, "InvalidMessage" },
        { "{\"rspcod\":\"IllegalMac\"}", NOTIFY_ALARM, "IllegalMac" }, { "{\"rspcod\":\"Busy\"}", NOTIFY_LATER, "Busy" },
        { "{\"success\":true}", NOTIFY_UNCERTAIN, NULL },
        { "", NOTIFY_UNCERTAIN, NULL },                              { "<html>", NOTIFY_UNCERTAIN, NULL },
        { "{\"rspcod\":{}}", NOTIFY_UNCERTAIN, NULL },              { "[]", NOTIFY_UNCERTAIN, NULL },
    };
    struct mem *m = mem_new(NULL, "test");
    struct gateway_plan *p = plan(m, mem_printf(m, MAS, "json"));
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        struct gateway_reading r;
        gateway_plan_outcome(m, p, ROWS[i].answer, strlen(ROWS[i].answer), &r);
        assert_int_equal(r.outcome, ROWS[i].want);
        assert_true(ROWS[i].word == NULL ? r.word == NULL : strcmp(r.word, ROWS[i].word) == 0);
        assert_null(r.id);
    }
    struct gateway_reading named;
    static const char NAMED[] = "{\"rspcod\":\"success\",\"msgGroup\":\"0926155301\"}";
    gateway_plan_outcome(m, p, NAMED, sizeof NAMED - 1, &named);
    assert_string_equal(named.id, "0926155301");
    mem_free(&m);
}

static void words_of_a_message_stay_words(void **state)
{
    (void)state;
    struct mem *m = mem_new(NULL, "test");
    struct fail f = { 0 };
    struct gateway_call call;
    struct gateway_values v = VALUES;
    struct gateway_plan *p = plan(m, "{\"url\":\"https://g/\",\"body\":{\"to\":[\"{mobile}\"],\"text\":\"{text}\",\"code\":\"{param.code}{param.none}\","
                                     "\"n\":1,\"open\":\"{\"},\"heads\":[\"X-Id: {id}\"],\"answer\":{\"at\":\"/a/0/b\",\"sent\":[\"0\"]}}");
    v.text = "\"},\"to\":[\"13900000009\"],{secret}\n";
    assert_true(gateway_plan_fill(m, p, &v, &call, &f));
    assert_string_equal(call.body, "{\"to\":[\"15300000001\"],\"text\":\"\\\"},\\\"to\\\":[\\\"13900000009\\\"],{secret}\\n\",\"code\":\"112233\","
                                   "\"n\":1,\"open\":\"{\"}");
    v.id = "a\r\nX-Other: b";
    assert_false(gateway_plan_fill(m, p, &v, &call, &f));
    struct gateway_reading r;
    gateway_plan_outcome(m, p, "{\"a\":[{\"b\":0}]}", 15, &r);
    assert_int_equal(r.outcome, NOTIFY_SENT);
    mem_free(&m);
}

static void a_plan_that_is_wrong_says_what(void **state)
{
    (void)state;
#define ANSWER "\"answer\":{\"at\":\"/a\",\"sent\":[\"0\"]}"
    static const struct { const char *plan, *says; } ROWS[] = {
        { "[]", "not a JSON object" },
        { "{", "not a JSON object" },
        { "{\"url\":\"https://g/\",\"body\":{},\"answer\":{\"at\":\"/a\",\"sent\":[\"0\"],\"x\":1}}", "an answer does not have: x" },
        { "{\"url\":\"https://g/\"," ANSWER "}", "a plan has an url and a body" },
        { "{\"url\":\"https://g/\",\"body\":{}}", "says where the answer's word stands" },
        { "{\"url\":\"https://g/\",\"body\":{\"a\":\"{nobody}\"}," ANSWER "}", "nothing fills the gap: nobody" },
        { "{\"url\":\"https://g/\",\"body\":{},\"encode\":\"xml\"," ANSWER "}", "encode is json, base64 or form: xml" },
        { "{\"url\":\"https://g/\",\"body\":{},\"boby\":1," ANSWER "}", "a name that a plan does not have: boby" },
        { "{\"url\":\"https://g/\",\"body\":{},\"words\":{\"a\":1}," ANSWER "}", "a word is a text: a" },
        { "{\"url\":\"https://g/\",\"body\":{},\"heads\":[\"none\"]," ANSWER "}", "a head is one line with a colon: none" },
        { "{\"url\":\"https://g/\",\"body\":{},\"digests\":{\"d\":{\"kind\":\"crc\",\"of\":\"a\"}}," ANSWER "}", "digest that is not known: crc" },
        { "{\"url\":\"https://g/\",\"body\":{},\"digests\":{\"text\":{\"kind\":\"md5\",\"of\":\"a\"}}," ANSWER "}", "a name of its own" },
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        struct mem *m = mem_new(NULL, "test");
        struct fail f = { 0 };
        assert_null(gateway_plan_read(m, ROWS[i].plan, strlen(ROWS[i].plan), &f));
        assert_string_equal(f.code, "plan_wrong");
        assert_non_null(strstr(f.detail, ROWS[i].says));
        mem_free(&m);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tencent_signatures_equal_the_published_ones),
        cmocka_unit_test(the_scope_is_of_the_day_in_utc),
        cmocka_unit_test(codes_of_tencent_mean),
        cmocka_unit_test(the_mac_of_mas_equals_the_published_one),
        cmocka_unit_test(an_answer_reads_as_the_plan_says),
        cmocka_unit_test(words_of_a_message_stay_words),
        cmocka_unit_test(a_plan_that_is_wrong_says_what),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
