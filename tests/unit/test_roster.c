/* What roster promises: every flaw is named by line and column, what has one right reading is mended, errors stop the file. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "file.h"
#include "roster.h"
#include "text.h"

#define HEAD "序号,姓名,工作单位,岗位,推荐单位,产业领域,类别,主要事迹\n"

static const struct roster_union UNIONS[] = { { 1, "上城区总工会" }, { 2, "桐庐县总工会" }, { 3, "杭州市经信产业工会" } };
static struct mem *pool;

static int before(void **state) { (void)state; pool = mem_new(NULL, "test"); return 0; }
static int after(void **state) { (void)state; mem_free(&pool); return 0; }

static struct roster *parse(const char *text)
{
    return roster_parse(pool, text, strlen(text), UNIONS, 3);
}

static const struct roster_flaw *find(const struct roster *r, enum roster_fault fault)
{
    for (size_t i = 0; i < r->flaw_count; i++)
        if (r->flaws[i].fault == fault)
            return &r->flaws[i];
    return NULL;
}

/* One data line with one flaw: what is found, where, and what becomes of the cell. */
static const struct {
    const char *line;
    enum roster_fault fault;
    enum roster_level level;
    enum roster_column column;
    const char *before, *after; /* NULL: not looked at */
} CASES[] = {
    { "1,,甲,乙,上城区总工会,大数据,认定,", ROSTER_EMPTY, ROSTER_ERROR, ROSTER_NAME, NULL, NULL },
    { "1,丁样,　,乙,上城区总工会,大数据,认定,", ROSTER_EMPTY, ROSTER_ERROR, ROSTER_EMPLOYER, NULL, NULL },
    { "1,丁样,甲,乙,上城区总工会,大数据,,", ROSTER_EMPTY, ROSTER_ERROR, ROSTER_AWARD, NULL, NULL },
    { "1,丁样,甲,乙,,大数据,认定,", ROSTER_EMPTY, ROSTER_ERROR, ROSTER_UNION, NULL, NULL },
    { "1,丁样,甲,乙,月球区总工会,大数据,认定,", ROSTER_UNION_UNKNOWN, ROSTER_ERROR, ROSTER_UNION, "月球区总工会", NULL },
    { "1,丁样,甲,乙,杭州市上城区总工会,大数据,认定,", ROSTER_UNION_READ, ROSTER_MENDED, ROSTER_UNION, "杭州市上城区总工会", "上城区总工会" },
    { "1,丁样,甲,乙,上城区 总工会,大数据,认定,", ROSTER_UNION_READ, ROSTER_MENDED, ROSTER_UNION, NULL, "上城区总工会" },
    { "1,丁样,甲,乙,上城区总工会,大数据,特等奖,", ROSTER_AWARD_UNKNOWN, ROSTER_ERROR, ROSTER_AWARD, "特等奖", NULL },
    { "1,丁样,甲,乙,上城区总工会,大数据,数字工匠,", ROSTER_AWARD_READ, ROSTER_MENDED, ROSTER_AWARD, "数字工匠", "认定" },
    { "1,丁样,甲,乙,上城区总工会,大数据,提名,", ROSTER_AWARD_READ, ROSTER_MENDED, ROSTER_AWARD, "提名", "提名奖" },
    { "一,丁样,甲,乙,上城区总工会,大数据,认定,", ROSTER_NUMBER_ODD, ROSTER_LOOK, ROSTER_NUMBER, "一", NULL },
    { "１２,丁样,甲,乙,上城区总工会,大数据,认定,", ROSTER_WIDTH, ROSTER_MENDED, ROSTER_NUMBER, "１２", "12" },
    { "1,丁样,甲（５Ｇ）,乙,上城区总工会,大数据,认定,", ROSTER_WIDTH, ROSTER_MENDED, ROSTER_EMPLOYER, "甲（５Ｇ）", "甲（5G）" },
    { "1,丁　样,甲,乙,上城区总工会,大数据,认定,", ROSTER_BLANKS, ROSTER_MENDED, ROSTER_NAME, "丁　样", "丁样" },
    { "1,丁样,甲 ,乙,上城区总工会,大数据,认定,", ROSTER_BLANKS, ROSTER_MENDED, ROSTER_EMPLOYER, "甲 ", "甲" },
    { "1,古丽•样,甲,乙,上城区总工会,大数据,认定,", ROSTER_DOT, ROSTER_MENDED, ROSTER_NAME, "古丽•样", "古丽·样" },
    { "1,丁\a样,甲,乙,上城区总工会,大数据,认定,", ROSTER_CONTROL, ROSTER_ERROR, ROSTER_NAME, "丁\xEF\xBF\xBD样", NULL },
    { "1,丁样,\"甲\n乙\",乙,上城区总工会,大数据,认定,", ROSTER_CONTROL, ROSTER_ERROR, ROSTER_EMPLOYER, NULL, NULL },
    { "1,丁\u200b样,甲,乙,上城区总工会,大数据,认定,", ROSTER_INVISIBLE, ROSTER_ERROR, ROSTER_NAME, NULL, NULL },
    { "1,丁\xEE\x84\xA3,甲,乙,上城区总工会,大数据,认定,", ROSTER_PRIVATE, ROSTER_ERROR, ROSTER_NAME, NULL, NULL },
    { "1,丁样,甲,乙,上城区总工会,大数据,认定,x,多", ROSTER_CELLS, ROSTER_ERROR, ROSTER_COLUMN__MAX, NULL, NULL },
    { "1,丁样,甲", ROSTER_EMPTY, ROSTER_ERROR, ROSTER_POST, NULL, NULL },
    { "1,丁样,\"甲,乙,上城区总工会,大数据,认定,", ROSTER_QUOTES, ROSTER_ERROR, ROSTER_COLUMN__MAX, NULL, NULL },
};

static void each_flaw_has_its_line_and_column(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        struct roster *r = parse(mem_printf(pool, HEAD "%s\n", CASES[i].line));
        const struct roster_flaw *w = find(r, CASES[i].fault);
        if (!w)
            fail_msg("case %zu: no flaw %s", i, roster_fault_word(CASES[i].fault));
        assert_int_equal(w->line, 2);
        assert_int_equal(w->level, CASES[i].level);
        assert_int_equal(w->column, CASES[i].column);
        if (CASES[i].before)
            assert_string_equal(w->before, CASES[i].before);
        if (CASES[i].after)
            assert_string_equal(w->after, CASES[i].after);
        assert_int_equal(r->errors > 0, CASES[i].level == ROSTER_ERROR);
    }
}

static void a_clean_line_has_no_flaw(void **state)
{
    (void)state;
    struct roster *r = parse(HEAD "1,李𠮷样,甲（杭州）有限公司,技师,桐庐县总工会,区块链,提名奖,\"一，\"\"二\"\"\n三\"\n");
    assert_int_equal(r->flaw_count, 0);
    assert_int_equal(r->count, 1);
    assert_string_equal(r->rows[0].name, "李𠮷样");
    assert_string_equal(r->rows[0].employer, "甲（杭州）有限公司");
    assert_string_equal(r->rows[0].deeds, "一，\"二\"\n三");
    assert_int_equal(r->rows[0].from->id, 2);
    assert_int_equal(r->rows[0].award, ROSTER_NOMINATION);
    assert_int_equal(r->awards[ROSTER_NOMINATION], 1);
}

static void lengths_are_in_characters(void **state)
{
    (void)state;
    char *fifty = mem_text(pool, ""), *name;
    for (int i = 0; i < 50; i++)
        fifty = mem_printf(pool, "%s𠮷", fifty);
    name = mem_printf(pool, HEAD "1,%s,甲,乙,上城区总工会,大数据,认定,\n", fifty);
    assert_int_equal(parse(name)->errors, 0);
    name = mem_printf(pool, HEAD "1,%s长,甲,乙,上城区总工会,大数据,认定,\n", fifty);
    const struct roster_flaw *w = find(parse(name), ROSTER_LONG);
    assert_non_null(w);
    assert_int_equal(w->one, 51);
    assert_int_equal(w->two, 50);
}

static void rows_are_compared(void **state)
{
    (void)state;
    struct roster *r = parse(HEAD "1,丁样,甲,乙,上城区总工会,大数据,认定,\n\n2,丁样,丙,乙,上城区总工会,大数据,认定,\n"
                                  "3,丁 样,甲,丁,桐庐县总工会,大数据,认定,\n");
    const struct roster_flaw *same = find(r, ROSTER_NAMESAKE), *twice = find(r, ROSTER_TWICE);
    assert_non_null(same);
    assert_int_equal(same->line, 4);
    assert_int_equal(same->one, 2);
    assert_int_equal(same->level, ROSTER_LOOK);
    assert_non_null(twice);
    assert_int_equal(twice->line, 5);
    assert_int_equal(twice->one, 2);
    assert_int_equal(twice->level, ROSTER_ERROR);
    for (size_t i = 1; i < r->flaw_count; i++)
        assert_true(r->flaws[i - 1].line <= r->flaws[i].line);
}

static void heads_are_read_generously(void **state)
{
    (void)state;
    struct roster *r = parse("推荐汇总表,,,,,,\n类 别,姓　名,单位,职务／岗位,推荐工会,领域,备注\n认定,丁样,甲,乙,上城区总工会,大数据,无\n");
    assert_int_equal(r->errors, 0);
    assert_int_equal(r->count, 1);
    assert_string_equal(r->rows[0].post, "乙");
    const struct roster_flaw *w = find(r, ROSTER_COLUMN_UNKNOWN);
    assert_non_null(w);
    assert_string_equal(w->before, "备注");
    assert_int_equal(w->line, 2);
    assert_int_equal(r->rows[0].line, 3);
}

static void missing_and_double_columns_stop_the_file(void **state)
{
    (void)state;
    struct roster *r = parse("序号,姓名,单位,姓名\n1,丁样,甲,丁样\n");
    assert_int_equal(r->count, 0);
    assert_int_equal(r->errors, 5);
    assert_string_equal(find(r, ROSTER_COLUMN_TWICE)->before, "姓名");
    assert_string_equal(find(r, ROSTER_COLUMN_MISSING)->before, "岗位");
}

static void files_that_are_no_lists(void **state)
{
    (void)state;
    static const struct { const char *bytes; size_t n; enum roster_fault fault; } files[] = {
        { "", 0, ROSTER_FILE_EMPTY }, { HEAD, sizeof HEAD - 1, ROSTER_FILE_EMPTY }, { "PK\003\004xxxx", 8, ROSTER_FILE_EXCEL },
        { "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, ROSTER_FILE_EXCEL }, { "\xFF\xFE\x31\x00", 4, ROSTER_FILE_NOT_TEXT },
        { "\xFF\xFF\xFF\xFF,\xFF", 6, ROSTER_FILE_NOT_TEXT }, { "\n\n,,\n", 5, ROSTER_FILE_EMPTY },
        { "你好\n再见\n", 14, ROSTER_FILE_NO_LIST }, { "甲，乙\nSELECT 1, 2;\n", 22, ROSTER_FILE_NO_LIST },
    };
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        struct roster *r = roster_parse(pool, files[i].bytes, files[i].n, UNIONS, 3);
        if (!find(r, files[i].fault))
            fail_msg("file %zu: no flaw %s", i, roster_fault_word(files[i].fault));
        assert_int_equal(r->count, 0);
        assert_int_equal(r->errors, 1);
    }
    char *large = mem_alloc(pool, ROSTER_MAX_BYTES + 1);
    memset(large, 'x', ROSTER_MAX_BYTES + 1);
    assert_non_null(find(roster_parse(pool, large, ROSTER_MAX_BYTES + 1, UNIONS, 3), ROSTER_FILE_LARGE));
}

static void ceilings_hold(void **state)
{
    (void)state;
    size_t room = 200000, n = 0;
    char *text = mem_alloc(pool, room);
    n += (size_t)snprintf(text, room, HEAD);
    for (int i = 0; i < ROSTER_MAX_ROWS + 5; i++)
        n += (size_t)snprintf(text + n, room - n, "%d,n%d,a,b,x,y,认定,\n", i, i);
    struct roster *r = roster_parse(pool, text, n, UNIONS, 3);
    assert_int_equal(r->count, ROSTER_MAX_ROWS);
    assert_int_equal(r->flaw_count, ROSTER_MAX_FLAWS);
    assert_int_equal(r->errors, ROSTER_MAX_ROWS + 1); /* each has an unknown union, and one more says that rows are too many */
}

static struct roster *from_file(const char *name)
{
    struct fail f = { 0 };
    size_t n;
    char *bytes = file_read(pool, mem_printf(pool, "%s/%s", getenv("top_srcdir"), name), ROSTER_MAX_BYTES, &n, &f);
    assert_non_null(bytes);
    struct roster_union *all = mem_array(pool, 40, sizeof *all);
    size_t count = 0, size;
    char *unions = file_read(pool, mem_printf(pool, "%s/sample/unions.csv", getenv("top_srcdir")), 65536, &size, &f);
    for (char *line = strchr(unions, '\n'); line && line[1]; line = strchr(line + 1, '\n')) {
        char *from = strchr(line, ',') + 1;
        all[count] = (struct roster_union){ (int64_t)count + 1, mem_text_n(pool, from, strcspn(from, ",")) };
        count++;
    }
    assert_int_equal(count, 18);
    return roster_parse(pool, bytes, n, all, count);
}

static void the_sample_is_mended_alike_in_both_encodings(void **state)
{
    (void)state;
    struct roster *a = from_file("sample/candidates.csv"), *b = from_file("sample/candidates-gb18030.csv");
    assert_int_equal(a->errors, 0);
    assert_int_equal(a->count, 60);
    assert_int_equal(a->awards[ROSTER_CRAFTSMAN], ROSTER_CRAFTSMEN);
    assert_int_equal(a->awards[ROSTER_NOMINATION], ROSTER_NOMINATIONS);
    assert_int_equal(b->flaw_count, a->flaw_count + 1);
    assert_non_null(find(b, ROSTER_FILE_GB18030));
    size_t longest = 0, rare = 0;
    for (size_t i = 0; i < 60; i++) {
        assert_string_equal(a->rows[i].name, b->rows[i].name);
        assert_string_equal(a->rows[i].deeds, b->rows[i].deeds);
        longest = text_length(a->rows[i].name) > longest ? text_length(a->rows[i].name) : longest;
        rare += strstr(a->rows[i].name, "𠮷") != NULL;
        assert_null(strstr(a->rows[i].name, "•"));
    }
    assert_int_equal(longest, 25);
    assert_int_equal(rare, 1);
    static const enum roster_fault seen[] = { ROSTER_WIDTH, ROSTER_BLANKS, ROSTER_DOT, ROSTER_UNION_READ, ROSTER_AWARD_READ };
    for (size_t i = 0; i < sizeof seen / sizeof seen[0]; i++)
        assert_non_null(find(a, seen[i]));
}

static void the_flawed_file_is_told_line_by_line(void **state)
{
    (void)state;
    static const struct { size_t line; enum roster_fault fault; } expected[] = {
        { 3, ROSTER_EMPTY }, { 4, ROSTER_UNION_UNKNOWN }, { 5, ROSTER_AWARD_UNKNOWN }, { 6, ROSTER_TWICE }, { 7, ROSTER_NAMESAKE },
        { 8, ROSTER_LONG }, { 9, ROSTER_CONTROL }, { 10, ROSTER_INVISIBLE }, { 11, ROSTER_PRIVATE }, { 12, ROSTER_CELLS },
        { 13, ROSTER_EMPTY }, { 14, ROSTER_NUMBER_ODD }, { 15, ROSTER_DOT },
    };
    struct roster *r = from_file("tests/unit/data/roster-flawed.csv");
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++) {
        bool found = false;
        for (size_t k = 0; k < r->flaw_count; k++)
            found |= r->flaws[k].line == expected[i].line && r->flaws[k].fault == expected[i].fault;
        if (!found)
            fail_msg("line %zu: no flaw %s", expected[i].line, roster_fault_word(expected[i].fault));
    }
    assert_non_null(find(from_file("tests/unit/data/roster-flawed-columns.csv"), ROSTER_COLUMN_MISSING));
    assert_int_equal(find(from_file("tests/unit/data/roster-flawed-quotes.csv"), ROSTER_QUOTES)->line, 3);
}

static void words_are_there_for_all(void **state)
{
    (void)state;
    for (int i = 0; i < ROSTER_FAULT__MAX; i++)
        assert_true(*roster_fault_word((enum roster_fault)i));
    enum roster_award award;
    assert_true(roster_award_read("NOMINATION", &award) && award == ROSTER_NOMINATION);
    assert_false(roster_award_read("提名奖", &award));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_flaw_has_its_line_and_column, before, after),
        cmocka_unit_test_setup_teardown(a_clean_line_has_no_flaw, before, after),
        cmocka_unit_test_setup_teardown(lengths_are_in_characters, before, after),
        cmocka_unit_test_setup_teardown(rows_are_compared, before, after),
        cmocka_unit_test_setup_teardown(heads_are_read_generously, before, after),
        cmocka_unit_test_setup_teardown(missing_and_double_columns_stop_the_file, before, after),
        cmocka_unit_test_setup_teardown(files_that_are_no_lists, before, after),
        cmocka_unit_test_setup_teardown(ceilings_hold, before, after),
        cmocka_unit_test_setup_teardown(the_sample_is_mended_alike_in_both_encodings, before, after),
        cmocka_unit_test_setup_teardown(the_flawed_file_is_told_line_by_line, before, after),
        cmocka_unit_test_setup_teardown(words_are_there_for_all, before, after),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
