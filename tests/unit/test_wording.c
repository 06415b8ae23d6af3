/* What the words of messages promise: the language of placeholders, what may be written, how many SMS it costs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "placeholder.h"
#include "segment.h"
#include "wording.h"

#define ROWS(list) (sizeof(list) / sizeof(list)[0])

static struct mem *pool;

static int begin(void **state) { (void)state; pool = mem_new(NULL, "test"); return 0; }
static int end(void **state) { (void)state; mem_free(&pool); return 0; }

static char *times(const char *text, size_t n)
{
    struct buf b;
    buf_init(&b, pool, 65536);
    while (n-- > 0)
        buf_text(&b, text);
    return b.data != NULL ? b.data : mem_text(pool, "");
}

static void a_placeholder_is_checked_and_the_unknown_one_is_named(void **state)
{
    (void)state;
    static const struct { const char *words; enum placeholder_fault want; const char *name; } CASES[] = {
        { "", PLACEHOLDER_OK, "" },               { "plain { } [ ] text", PLACEHOLDER_OK, "" },
        { "{{title}}", PLACEHOLDER_OK, "" },      { "a{{ title }}b{{due}}", PLACEHOLDER_OK, "" },
        { "[[, {{due}}]]", PLACEHOLDER_OK, "" },  { "[[{{due}}]][[{{title}}]]", PLACEHOLDER_OK, "" },
        { "{{titel}}", PLACEHOLDER_UNKNOWN, "titel" }, { "{{title}} {{code}}", PLACEHOLDER_UNKNOWN, "code" },
        { "{{titl}}", PLACEHOLDER_UNKNOWN, "titl" },   { "{{title|due}}", PLACEHOLDER_BROKEN, "" },
        { "{{Title}}", PLACEHOLDER_BROKEN, "" },  { "{{}}", PLACEHOLDER_BROKEN, "" },
        { "{{title", PLACEHOLDER_BROKEN, "" },    { "title}}", PLACEHOLDER_BROKEN, "" },
        { "{{{title}}}", PLACEHOLDER_BROKEN, "" }, { "{{{{title}}}}", PLACEHOLDER_BROKEN, "" },
        { "{{aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}}", PLACEHOLDER_BROKEN, "" }, { "{{题目}}", PLACEHOLDER_BROKEN, "" },
        { "[[x]]", PLACEHOLDER_PART, "" },        { "[[{{due}}", PLACEHOLDER_PART, "" },
        { "{{due}}]]", PLACEHOLDER_PART, "" },    { "[[{{due}}[[{{title}}]]]]", PLACEHOLDER_PART, "" },
        { "[[{{due}}]][[x]]", PLACEHOLDER_PART, "" },
        { "<?cs var:Code ?>", PLACEHOLDER_OK, "" }, /* words like any others */
    };
    for (size_t i = 0; i < ROWS(CASES); i++) {
        struct placeholder_error e;
        assert_int_equal(placeholder_check(CASES[i].words, "title|due", &e), CASES[i].want == PLACEHOLDER_OK);
        assert_int_equal(e.fault, CASES[i].want);
        assert_string_equal(e.name, CASES[i].name);
    }
}

static void values_stand_as_they_are_and_are_never_read_again(void **state)
{
    (void)state;
    static const struct placeholder_value VALUES[] = { { "title", "{{due}} [[x]] <b>" }, { "due", "4月30日" }, { "phone", NULL } };
    static const struct { const char *words, *want; bool fine; } CASES[] = {
        { "《{{title}}》{{ due }}", "《{{due}} [[x]] <b>》4月30日", true }, { "a[[，电话 {{phone}}]]b", "ab", true },
        { "a[[ {{due}} {{phone}}]]b", "ab", true },   { "a[[，{{due}}]]b", "a，4月30日b", true },
        { "[[{{phone}}]][[{{due}}]]", "4月30日", true }, { "{{nobody}}x", "x", true },
        { "x{{due", "x", false },                     { "x[[{{due}}", "x4月30日", false },
        { "{ [ ] } %s", "{ [ ] } %s", true },
    };
    for (size_t i = 0; i < ROWS(CASES); i++) {
        struct buf b;
        buf_init(&b, pool, 1000);
        assert_int_equal(placeholder_fill(&b, CASES[i].words, VALUES, ROWS(VALUES)), CASES[i].fine);
        assert_string_equal(b.data != NULL ? b.data : "", CASES[i].want);
    }
    struct buf small;
    buf_init(&small, pool, 5);
    assert_false(placeholder_fill(&small, "{{due}}", VALUES, ROWS(VALUES)));
    assert_true(placeholder_uses("a {{ due }}", "due"));
    assert_false(placeholder_uses("a {{dues}} due", "due"));
}

static void pieces_are_counted_as_phones_do(void **state)
{
    (void)state;
    const struct { const char *sign, *text; size_t units, segments; } CASES[] = {
        { "", "", 0, 0 },                        { "", "a", 1, 1 },
        { "", times("好", 70), 70, 1 },          { "", times("好", 71), 71, 2 },
        { "", times("好", 134), 134, 2 },        { "", times("好", 135), 135, 3 },
        { "", times("好", 201), 201, 3 },        { "", times("好", 202), 202, 4 },
        { "杭州工会", times("好", 64), 70, 1 },  { "杭州工会", times("好", 65), 71, 2 },
        { "杭州工会", times("好", 128), 134, 2 }, { "杭州工会", times("好", 129), 135, 3 },
        { "", times("𠮷", 35), 70, 1 },          { "", times("𠮷", 36), 72, 2 },
        /* 33 characters of two units fill 66 of a piece: none is split over its end. */
        { "", times("𠮷", 66), 132, 2 },         { "", times("𠮷", 67), 134, 3 },
        { "", mem_printf(pool, "a%s", times("𠮷", 66)), 133, 2 },
        { "", mem_printf(pool, "%s𠮷好", times("好", 66)), 69, 1 },
        { "", mem_printf(pool, "%s𠮷%s", times("好", 66), times("好", 65)), 133, 2 },
        { "", mem_printf(pool, "%s𠮷%s", times("好", 66), times("好", 66)), 134, 3 },
    };
    for (size_t i = 0; i < ROWS(CASES); i++) {
        struct segment_count got = segment_count(CASES[i].sign, CASES[i].text);
        assert_int_equal(got.units, CASES[i].units);
        assert_int_equal(got.segments, CASES[i].segments);
    }
}

static void what_may_not_be_written_is_told_beside_its_field(void **state)
{
    (void)state;
    const struct { enum message_event event; enum message_channel channel; const char *subject, *text, *gateway, *field, *code, *name; } CASES[] = {
        { MESSAGE_NOTICE_FINAL, MESSAGE_EMAIL, "请签收：{{title}}", "您好！\r\n{{letter_link}}", "", NULL, "", "" },
        { MESSAGE_NOTICE_FINAL, MESSAGE_EMAIL, " ", "x", "", "subject", "needed", "" },
        { MESSAGE_NOTICE_FINAL, MESSAGE_EMAIL, "x", "", "", "text", "needed", "" },
        { MESSAGE_NOTICE_FINAL, MESSAGE_EMAIL, "a\nBcc: evil@x", "x", "", "subject", "words_one_line", "" },
        { MESSAGE_NOTICE_FINAL, MESSAGE_EMAIL, "x", "a\x01", "", "text", "words_unclean", "" },
        { MESSAGE_NOTICE_FINAL, MESSAGE_EMAIL, "x", "a\xe2\x80\xae", "", "text", "words_unclean", "" },
        { MESSAGE_NOTICE_FINAL, MESSAGE_EMAIL, "x", "a\xff", "", "text", "words_unclean", "" },
        { MESSAGE_NOTICE_FINAL, MESSAGE_EMAIL, times("好", WORDING_SUBJECT_MAX), times("好", WORDING_TEXT_MAX), "", NULL, "", "" },
        { MESSAGE_NOTICE_FINAL, MESSAGE_EMAIL, times("好", WORDING_SUBJECT_MAX + 1), "x", "", "subject", "words_long", "" },
        { MESSAGE_NOTICE_FINAL, MESSAGE_EMAIL, "x", times("好", WORDING_TEXT_MAX + 1), "", "text", "words_long", "" },
        { MESSAGE_NOTICE_FINAL, MESSAGE_EMAIL, "{{slug}}", "x", "", "subject", "placeholder_unknown", "slug" },
        { MESSAGE_NOTICE_FINAL, MESSAGE_EMAIL, "x", "{{count}}", "", "text", "placeholder_unknown", "count" },
        { MESSAGE_NOTICE_FINAL, MESSAGE_SMS, "", "请签收：{{letter_link}}", "", NULL, "", "" },
        { MESSAGE_NOTICE_FINAL, MESSAGE_SMS, "", "a\nb", "", "text", "words_one_line", "" },
        { MESSAGE_NOTICE_FINAL, MESSAGE_SMS, "", "有人提出异议", "", "text", "words_not_in_sms", "" },
        { MESSAGE_NOTICE_FINAL, MESSAGE_SMS, "", "【工会】您好", "", "text", "words_no_sign", "" },
        { MESSAGE_NOTICE_FINAL, MESSAGE_SMS, "", times("好", WORDING_SMS_MAX + 1), "", "text", "words_long", "" },
        { MESSAGE_UNION_CODE, MESSAGE_SMS, "", "您好", "", "text", "words_no_code", "" },
        { MESSAGE_UNION_CODE, MESSAGE_SMS, "", "{{code}}", "aliyun SMS_1 code=code\ntencent 99 1=code", NULL, "", "" },
        { MESSAGE_UNION_CODE, MESSAGE_SMS, "", "{{code}}", "aliyun", "gateway", "gateway_wrong", "" },
        { MESSAGE_UNION_CODE, MESSAGE_SMS, "", "{{code}}", "nobody SMS_1", "gateway", "gateway_wrong", "" },
        { MESSAGE_UNION_CODE, MESSAGE_SMS, "", "{{code}}", "aliyun SMS_1 code", "gateway", "gateway_wrong", "" },
        { MESSAGE_UNION_CODE, MESSAGE_SMS, "", "{{code}}", "aliyun SMS_1 a=b", "gateway", "placeholder_unknown", "b" },
        { MESSAGE_OFFICE_LATE, MESSAGE_EMAIL, "有 {{count}} 件异议", "{{staff_link}}", "", NULL, "", "" },
        { MESSAGE_OFFICE_LATE, MESSAGE_EMAIL, "x", "{{letter_link}}", "", "text", "placeholder_unknown", "letter_link" },
    };
    for (size_t i = 0; i < ROWS(CASES); i++) {
        char name[PLACEHOLDER_NAME_MAX + 1];
        struct fail f = { 0 };
        struct wording out, typed = { .event = CASES[i].event, .channel = CASES[i].channel, .subject = CASES[i].subject, .text = CASES[i].text,
                                      .gateway = CASES[i].gateway };
        bool fine = wording_clean(pool, &typed, &out, name, &f);
        if (fine != (CASES[i].field == NULL))
            print_error("# row %zu: %s %s\n", i, f.field, f.code);
        assert_int_equal(fine, CASES[i].field == NULL);
        assert_string_equal(f.field, CASES[i].field != NULL ? CASES[i].field : "");
        assert_string_equal(f.code, CASES[i].code);
        assert_string_equal(name, CASES[i].name);
    }
}

static void a_gateways_template_is_found_by_its_name(void **state)
{
    (void)state;
    static const char LINES[] = "aliyun SMS_1 n=count,day=closes\ntencent 42";
    struct wording_gateway g;
    const char *variable, *name;
    assert_true(wording_gateway(pool, LINES, "aliyun", &g));
    assert_string_equal(g.id, "SMS_1");
    assert_true(wording_pair(pool, &g.map, &variable, &name));
    assert_string_equal(variable, "n");
    assert_string_equal(name, "count");
    assert_true(wording_pair(pool, &g.map, &variable, &name));
    assert_string_equal(name, "closes");
    assert_false(wording_pair(pool, &g.map, &variable, &name));
    assert_true(wording_gateway(pool, LINES, "tencent", &g));
    assert_string_equal(g.id, "42");
    assert_string_equal(g.map, "");
    assert_false(wording_gateway(pool, LINES, "http-json", &g));
    assert_false(wording_gateway(pool, "", "aliyun", &g));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_placeholder_is_checked_and_the_unknown_one_is_named),
        cmocka_unit_test(values_stand_as_they_are_and_are_never_read_again),
        cmocka_unit_test(pieces_are_counted_as_phones_do),
        cmocka_unit_test(what_may_not_be_written_is_told_beside_its_field),
        cmocka_unit_test(a_gateways_template_is_found_by_its_name),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
