/* The list of unions is read as clerks save it, and a list that is none is told so. */
#include "check.h"
#include "union_sheet.h"

#include <string.h>

#define HEAD "代码,名称,类型,联系人,手机,邮箱,备用联系人,备用手机,备用邮箱\n"

static bool reads(struct mem *m, const char *text, struct union_sheet *out, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    return union_sheet_read(m, text, strlen(text), out, f);
}

static void cells_are_found_by_their_heads(void **state)
{
    (void)state;
    struct mem *m = mem_new(NULL, "test");
    struct union_sheet s;
    struct fail f;
    assert_true(reads(m, "\xEF\xBB\xBF" "名称,代码,备注,类型,联系人,手机,邮箱,备用联系人,备用手机,备用邮箱\r\n\r\n"
                         " 上城区总工会 ,sc,无,区县市,赵样例,199,a@b.cn,,,\r\n,,,,,,,,,\r\n", &s, &f));
    assert_int_equal(s.count, 1);
    assert_int_equal(s.rows[0].line, 3);
    assert_string_equal(s.rows[0].cells[UNION_COLUMN_CODE], "sc");
    assert_string_equal(s.rows[0].cells[UNION_COLUMN_NAME], "上城区总工会");
    assert_string_equal(s.rows[0].cells[UNION_COLUMN_BACKUP_EMAIL], "");
    mem_free(&m);
}

static void a_short_line_has_empty_cells(void **state)
{
    (void)state;
    struct mem *m = mem_new(NULL, "test");
    struct union_sheet s;
    struct fail f;
    assert_true(reads(m, HEAD "sc,上城区总工会", &s, &f));
    assert_string_equal(s.rows[0].cells[UNION_COLUMN_KIND], "");
    mem_free(&m);
}

static void gb18030_is_read(void **state)
{
    (void)state;
    static const char list[] = "\xb4\xfa\xc2\xeb,\xc3\xfb\xb3\xc6,\xc0\xe0\xd0\xcd,\xc1\xaa\xcf\xb5\xc8\xcb,\xca\xd6\xbb\xfa,"
        "\xd3\xca\xcf\xe4,\xb1\xb8\xd3\xc3\xc1\xaa\xcf\xb5\xc8\xcb,\xb1\xb8\xd3\xc3\xca\xd6\xbb\xfa,\xb1\xb8\xd3\xc3\xd3\xca\xcf\xe4\n"
        "sc,\xb9\xa4\xbb\xe1,,,,,,,\n";
    struct mem *m = mem_new(NULL, "test");
    struct union_sheet s;
    struct fail f;
    assert_true(reads(m, list, &s, &f));
    assert_string_equal(s.rows[0].cells[UNION_COLUMN_NAME], "工会");
    mem_free(&m);
}

static void what_is_no_list_is_refused(void **state)
{
    (void)state;
    static const struct { const char *text, *code; } cases[] = {
        { "", "unions_empty" }, { HEAD, "unions_empty" }, { "代码,名称\nsc,x\n", "unions_head" },
        { HEAD "sc,\"x\n", "unions_quotes" }, { "\xff\xff\xff", "unions_not_text" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct mem *m = mem_new(NULL, "test");
        struct union_sheet s;
        struct fail f;
        assert_false(reads(m, cases[i].text, &s, &f));
        assert_string_equal(f.code, cases[i].code);
        assert_string_equal(f.field, "file");
        mem_free(&m);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_are_found_by_their_heads),
        cmocka_unit_test(a_short_line_has_empty_cells),
        cmocka_unit_test(gb18030_is_read),
        cmocka_unit_test(what_is_no_list_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
