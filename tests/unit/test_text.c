/* What lib/base/text promises: what is refused as it comes in, and what people's typing becomes. */
#include "check.h"

#include "text.h"

static struct mem *m;

static int open_pool(void **state)
{
    (void)state;
    m = mem_new(NULL, "test");
    return 0;
}

static int close_pool(void **state)
{
    (void)state;
    mem_free(&m);
    return 0;
}

#define S(literal) literal, sizeof(literal) - 1

static void hostile_bytes_are_named(void **state)
{
    (void)state;
    static const struct { const char *bytes; size_t n; enum text_fault one, many; } rows[] = {
        {S(""), TEXT_OK, TEXT_OK},
        {S("张三"), TEXT_OK, TEXT_OK},
        {S("𠮷田 𰻝"), TEXT_OK, TEXT_OK},
        {S("a\tb"), TEXT_OK, TEXT_OK},
        {S("a\nb"), TEXT_CONTROL, TEXT_OK},
        {S("a\r\nb"), TEXT_CONTROL, TEXT_OK},
        {S("a\0b"), TEXT_CONTROL, TEXT_CONTROL},
        {S("\x01"), TEXT_CONTROL, TEXT_CONTROL},
        {S("\x1b[31m"), TEXT_CONTROL, TEXT_CONTROL},
        {S("\x7f"), TEXT_CONTROL, TEXT_CONTROL},
        {S("\xc2\x85"), TEXT_CONTROL, TEXT_CONTROL},
        {S("\xc2\x9f"), TEXT_CONTROL, TEXT_CONTROL},
        {S("\xff"), TEXT_NOT_UTF8, TEXT_NOT_UTF8},
        {S("\x80"), TEXT_NOT_UTF8, TEXT_NOT_UTF8},
        {S("\xc0\xaf"), TEXT_NOT_UTF8, TEXT_NOT_UTF8},         /* overlong slash */
        {S("\xc0\x80"), TEXT_NOT_UTF8, TEXT_NOT_UTF8},         /* overlong NUL */
        {S("\xe0\x80\xaf"), TEXT_NOT_UTF8, TEXT_NOT_UTF8},
        {S("\xed\xa0\x80"), TEXT_NOT_UTF8, TEXT_NOT_UTF8},     /* a surrogate */
        {S("\xf4\x90\x80\x80"), TEXT_NOT_UTF8, TEXT_NOT_UTF8}, /* beyond U+10FFFF */
        {S("\xf8\x88\x80\x80\x80"), TEXT_NOT_UTF8, TEXT_NOT_UTF8},
        {S("中\xe4\xb8"), TEXT_NOT_UTF8, TEXT_NOT_UTF8},       /* cut in two */
        {S("\x01\xff"), TEXT_NOT_UTF8, TEXT_NOT_UTF8},         /* the graver fault wins */
        {S("张\u200b三"), TEXT_INVISIBLE, TEXT_INVISIBLE},
        {S("张\u200d三"), TEXT_INVISIBLE, TEXT_INVISIBLE},
        {S("张\u2060三"), TEXT_INVISIBLE, TEXT_INVISIBLE},
        {S("\ufeff张三"), TEXT_INVISIBLE, TEXT_INVISIBLE},
        {S("\u202e三张"), TEXT_INVISIBLE, TEXT_INVISIBLE},
        {S("\u202atext\u202c"), TEXT_INVISIBLE, TEXT_INVISIBLE},
        {S("\u2066text\u2069"), TEXT_INVISIBLE, TEXT_INVISIBLE},
        {S("\u200etext"), TEXT_INVISIBLE, TEXT_INVISIBLE},
        {S("\u061ctext"), TEXT_INVISIBLE, TEXT_INVISIBLE},
        {S("a\u2028b"), TEXT_INVISIBLE, TEXT_INVISIBLE},
        {S("a\u2029b"), TEXT_INVISIBLE, TEXT_INVISIBLE},
        {S("葛\U000e0100"), TEXT_INVISIBLE, TEXT_INVISIBLE},    /* ideographic variation */
        {S("葛\ufe00"), TEXT_INVISIBLE, TEXT_INVISIBLE},
        {S("a\U000e0041"), TEXT_INVISIBLE, TEXT_INVISIBLE},     /* a tag letter */
        {S("a\u00adb"), TEXT_INVISIBLE, TEXT_INVISIBLE},
        {S("a\u3164b"), TEXT_INVISIBLE, TEXT_INVISIBLE},
        {S("\xef\xbf\xbf"), TEXT_INVISIBLE, TEXT_INVISIBLE},    /* U+FFFF is no character */
    };
    for (size_t i = 0; i < ROWS(rows); i++) {
        assert_int_equal(text_check(rows[i].bytes, rows[i].n, false), rows[i].one);
        assert_int_equal(text_check(rows[i].bytes, rows[i].n, true), rows[i].many);
    }
}

static void every_control_is_refused_and_no_hanzi(void **state)
{
    (void)state;
    for (unsigned c = 0; c < 0x20; c++) {
        char byte = (char)c;
        bool allowed = c == '\t' || c == '\n' || c == '\r';
        assert_int_equal(text_check(&byte, 1, true), allowed ? TEXT_OK : TEXT_CONTROL);
    }
    for (unsigned c = 0x4e00; c < 0xa000; c++) {
        char hanzi[3] = {(char)(0xe0 | c >> 12), (char)(0x80 | (c >> 6 & 63)), (char)(0x80 | (c & 63))};
        assert_int_equal(text_check(hanzi, 3, false), TEXT_OK);
    }
}

static void lengths_are_what_each_reader_counts(void **state)
{
    (void)state;
    static const struct { const char *text; size_t points, utf16; } rows[] = {
        {"", 0, 0}, {"abc", 3, 3}, {"张三", 2, 2}, {"𠮷", 1, 2}, {"a𠮷中é", 4, 5}, {"·", 1, 1}};
    for (size_t i = 0; i < ROWS(rows); i++) {
        assert_int_equal(text_length(rows[i].text), rows[i].points);
        assert_int_equal(text_utf16(rows[i].text), rows[i].utf16);
    }
}

struct change { const char *from, *to; };

static void assert_changes(char *(*way)(struct mem *, const char *), const struct change *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char *once = way(m, rows[i].from);
        assert_string_equal(once, rows[i].to);
        assert_string_equal(way(m, once), rows[i].to);
    }
}

static void composing_joins_what_belongs_together(void **state)
{
    (void)state;
    static const struct change rows[] = {
        {"", ""},
        {"张三", "张三"},
        {"e\u0301", "é"},
        {"\u212b", "Å"},
        {"\uf900", "豈"},
        {"\U0002f800", "丽"},
        {"한", "한"},
        {"\u1112\u1161\u11ab", "한"},
        {"ﬁ Ａ", "ﬁ Ａ"},
        {"\u1f82\u1f82\u1f82\u1f82\u1f82\u1f82\u1f82\u1f82", "\u1f82\u1f82\u1f82\u1f82\u1f82\u1f82\u1f82\u1f82"},
        /* Three times as long when composed: characters that NFC takes apart for good. */
        {"\U0001d160\U0001d160\U0001d160\U0001d160\U0001d160\U0001d160\U0001d160\U0001d160\U0001d160\U0001d160",
         "\U0001d158\U0001d165\U0001d16e\U0001d158\U0001d165\U0001d16e\U0001d158\U0001d165\U0001d16e\U0001d158"
         "\U0001d165"
         "\U0001d16e\U0001d158\U0001d165\U0001d16e\U0001d158\U0001d165\U0001d16e\U0001d158\U0001d165\U0001d16e"
         "\U0001d158"
         "\U0001d165\U0001d16e\U0001d158\U0001d165\U0001d16e\U0001d158\U0001d165\U0001d16e"}};
    assert_changes(text_nfc, rows, ROWS(rows));
}

static void tidying_trims_and_unifies_line_ends(void **state)
{
    (void)state;
    static const struct change rows[] = {{"", ""},
                                         {"   ", ""},
                                         {"\u3000张三\u3000", "张三"},
                                         {" a b ", "a b"},
                                         {"\xc2\xa0"
                                          "a\u2003",
                                          "a"},
                                         {"a\r\nb\rc\n\n", "a\nb\nc"},
                                         {"\r\n\r\n", ""},
                                         {"a\r\r\nb", "a\n\nb"},
                                         {"一\u3000二", "一\u3000二"},
                                         {"\te\u0301\t", "é"}};
    assert_changes(text_tidy, rows, ROWS(rows));
}

static void full_width_becomes_half_width(void **state)
{
    (void)state;
    static const struct change rows[] = {{"１３８０１２３４５６７", "13801234567"},
                                         {"ＡＢｃ：（１）　～", "ABc:(1) ~"},
                                         {"张三", "张三"},
                                         {"￥、。", "￥、。"},
                                         {"", ""},
                                         {"𠮷１", "𠮷1"}};
    assert_changes(text_half_width, rows, ROWS(rows));
}

static void names_get_one_form(void **state)
{
    (void)state;
    static const struct change rows[] = {
        {"张三", "张三"},
        {" 张　三 ", "张三"},
        {"张 三", "张三"},
        {"欧阳\u00a0修", "欧阳修"},
        {"𠮷 田", "𠮷田"},
        {"阿卜杜拉•买买提", "阿卜杜拉·买买提"},
        {"阿卜杜拉・买买提", "阿卜杜拉·买买提"},
        {"阿卜杜拉．买买提", "阿卜杜拉·买买提"},
        {"阿卜杜拉･买买提", "阿卜杜拉·买买提"},
        {"阿卜杜拉‧买买提", "阿卜杜拉·买买提"},
        {"阿卜杜拉.买买提", "阿卜杜拉·买买提"},
        {"阿卜杜拉·买买提", "阿卜杜拉·买买提"},
        {"阿卜杜拉 • 买买提", "阿卜杜拉·买买提"},
        {"阿卜杜拉· 买买提·吐尔逊", "阿卜杜拉·买买提·吐尔逊"},
        {"John   Smith", "John Smith"},
        {"J. Smith", "J. Smith"},
        {"李 John", "李 John"},
        {"张三.", "张三."},
        {".张三", ".张三"},
        {"A..B", "A..B"},
        {"", ""},
        {"Zoe\u0301", "Zoé"},
    };
    assert_changes(text_name, rows, ROWS(rows));
}

static void cutting_counts_points(void **state)
{
    (void)state;
    static const struct { const char *from; size_t points; const char *to; } rows[] = {
        {"一二三", 2, "一二…"}, {"一二三", 3, "一二三"}, {"一二三", 9, "一二三"}, {"𠮷田", 1, "𠮷…"}, {"", 0, ""}, {"a", 0, "…"}};
    for (size_t i = 0; i < ROWS(rows); i++)
        assert_string_equal(text_cut(m, rows[i].from, rows[i].points), rows[i].to);
}

static void gb18030_is_read_or_refused(void **state)
{
    (void)state;
    static const struct { const char *bytes; size_t n; const char *want; } rows[] = {
        {S("\xd5\xc5\xc8\xfd"), "张三"},
        {S("abc"), "abc"},
        {S(""), ""},
        {S("\x95\x32\x82\x36"), "\U00020000"},
        {S("\x95\x34\xb2\x35"), "𠮷"},
        {S("\xa1\xa4"), "·"},
        {S("\xd5"), NULL},
        {S("\xff\xff"), NULL},
        {S("\xd5\x20"), NULL},
        {S("a\0b"), NULL},
    };
    for (size_t i = 0; i < ROWS(rows); i++) {
        char *got = text_from_gb18030(m, rows[i].bytes, rows[i].n);
        if (rows[i].want == NULL)
            assert_null(got);
        else
            assert_string_equal(got, rows[i].want);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hostile_bytes_are_named),
        cmocka_unit_test(every_control_is_refused_and_no_hanzi),
        cmocka_unit_test(lengths_are_what_each_reader_counts),
        cmocka_unit_test(composing_joins_what_belongs_together),
        cmocka_unit_test(tidying_trims_and_unifies_line_ends),
        cmocka_unit_test(full_width_becomes_half_width),
        cmocka_unit_test(names_get_one_form),
        cmocka_unit_test(cutting_counts_points),
        cmocka_unit_test(gb18030_is_read_or_refused),
    };
    return cmocka_run_group_tests_name("text", tests, open_pool, close_pool);
}
