/* What lib/base/file promises: a ceiling, the mode that was asked for, and never half a file under the name. */
#include "check.h"

#include <sys/stat.h>

#include "file.h"

static struct mem *m;
static char dir[] = "/tmp/gs-file-XXXXXX";

static int start(void **state)
{
    (void)state;
    m = mem_new(NULL, "test");
    return mkdtemp(dir) != NULL ? 0 : -1;
}

static int end(void **state)
{
    (void)state;
    mem_free(&m);
    return rmdir(dir);
}

static void a_file_comes_back_as_it_was_written(void **state)
{
    (void)state;
    struct fail f;
    struct stat st;
    size_t n;
    const char *path = file_path(m, dir, "a");
    assert_true(file_write(path, "one\0two", 7, 0640, &f));
    assert_int_equal(stat(path, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0640);
    char *got = file_read(m, path, 7, &n, &f);
    assert_non_null(got);
    assert_int_equal(n, 7);
    assert_memory_equal(got, "one\0two\0", 8);
    assert_true(file_write(path, "", 0, 0600, &f));
    assert_int_equal(stat(path, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    assert_non_null(file_read(m, path, 0, &n, &f));
    assert_int_equal(n, 0);
    assert_int_not_equal(access(file_path(m, dir, "a.tmp"), F_OK), 0);
    assert_int_equal(unlink(path), 0);
}

static void too_large_missing_or_no_file_is_told(void **state)
{
    (void)state;
    struct fail f;
    size_t n;
    const char *path = file_path(m, dir, "b");
    assert_true(file_write(path, "12345", 5, 0600, &f));
    assert_null(file_read(m, path, 4, &n, &f));
    assert_int_equal(f.kind, FAIL_TOO_LARGE);
    assert_int_equal(unlink(path), 0);
    assert_null(file_read(m, path, 4, &n, &f));
    assert_string_equal(f.code, "file_missing");
    assert_null(file_read(m, dir, 4000, &n, &f));
    assert_int_equal(mkfifo(path, 0600), 0);
    assert_null(file_read(m, path, 4, &n, &f));
    assert_int_equal(unlink(path), 0);
}

static void what_cannot_be_written_leaves_the_old_file(void **state)
{
    (void)state;
    struct fail f;
    size_t n;
    const char *path = file_path(m, dir, "c");
    assert_true(file_write(path, "old", 3, 0600, &f));
    assert_int_equal(mkdir(file_path(m, dir, "c.tmp"), 0700), 0);
    assert_false(file_write(path, "new", 3, 0600, &f));
    assert_string_equal(f.code, "file_write");
    assert_string_equal(file_read(m, path, 10, &n, &f), "old");
    assert_int_equal(rmdir(file_path(m, dir, "c.tmp")), 0);
    /* What a crash left behind is no obstacle, and a link planted there is not followed. */
    assert_int_equal(symlink(path, file_path(m, dir, "d.tmp")), 0);
    assert_true(file_write(file_path(m, dir, "d"), "new", 3, 0600, &f));
    assert_string_equal(file_read(m, path, 10, &n, &f), "old");
    assert_false(file_write("/nowhere/at/all", "x", 1, 0600, &f));
    assert_int_equal(unlink(file_path(m, dir, "d")), 0);
    assert_int_equal(unlink(path), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_comes_back_as_it_was_written),
        cmocka_unit_test(too_large_missing_or_no_file_is_told),
        cmocka_unit_test(what_cannot_be_written_leaves_the_old_file),
    };
    return cmocka_run_group_tests_name("file", tests, start, end);
}
