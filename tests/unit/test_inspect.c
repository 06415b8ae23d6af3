/* What inspectd promises of a file: ending, magic and structure agree, nothing hides before or behind. The good files are made by the
 * build's own tools (tests/unit/inspect-samples.sh); each is then spoiled here. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "file.h"
#include "inspect.h"

static const char *const KINDS[] = { "pdf", "jpeg", "png", "docx", "m4a", "mp3", "mp4" };
enum { KIND_COUNT = sizeof KINDS / sizeof *KINDS };
static struct sample { char *bytes; size_t n; } samples[KIND_COUNT];
static struct mem *pool;

static int load(void **state)
{
    struct fail f = { 0 };
    (void)state;
    pool = mem_new(NULL, "samples");
    for (size_t i = 0; i < KIND_COUNT; i++) {
        char *path = mem_printf(pool, "%s/tests/unit/samples/good.%s", getenv("top_srcdir"), KINDS[i]);
        samples[i].bytes = file_read(pool, path, 1 << 20, &samples[i].n, &f);
        if (samples[i].bytes == NULL)
            return -1;
    }
    return inspect_open() ? 0 : -1;
}

static enum inspect_verdict look(const char *kind, const void *bytes, size_t n)
{
    return inspect_bytes(kind, bytes, n);
}

static void every_kind_is_taken_as_itself_and_as_nothing_else(void **state)
{
    (void)state;
    for (size_t i = 0; i < KIND_COUNT; i++)
        for (size_t k = 0; k < KIND_COUNT; k++) {
            enum inspect_verdict v = look(KINDS[k], samples[i].bytes, samples[i].n);
            bool same_family = strncmp(KINDS[i], "m4a", 3) == 0 || strncmp(KINDS[i], "mp4", 3) == 0;
            if (i == k)
                assert_int_equal(v, INSPECT_OK);
            else if (!(same_family && (strcmp(KINDS[k], "m4a") == 0 || strcmp(KINDS[k], "mp4") == 0)))
                assert_int_not_equal(v, INSPECT_OK);
        }
}

static void half_a_file_is_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < KIND_COUNT; i++)
        if (strcmp(KINDS[i], "mp3") != 0) /* a stream of frames has no end to miss */
            assert_int_not_equal(look(KINDS[i], samples[i].bytes, samples[i].n / 2), INSPECT_OK);
}

static void an_archive_behind_a_picture_is_refused(void **state)
{
    static const char ARCHIVE[] = "PK\3\4.........PK\1\2.....PK\5\6.............";
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        char *both = mem_alloc(pool, samples[i].n + sizeof ARCHIVE);
        memcpy(both, samples[i].bytes, samples[i].n);
        memcpy(both + samples[i].n, ARCHIVE, sizeof ARCHIVE);
        assert_int_equal(look(KINDS[i], both, samples[i].n + sizeof ARCHIVE), INSPECT_BROKEN);
    }
}

/* The DOCX sample with a comment, so that what is to follow belongs to the archive. */
static char *archive_with_comment(const char *comment, size_t comment_n, size_t *n)
{
    const struct sample *docx = &samples[3];
    *n = docx->n + comment_n;
    char *bytes = mem_alloc(pool, *n);
    memcpy(bytes, docx->bytes, docx->n);
    memcpy(bytes + docx->n, comment, comment_n);
    bytes[docx->n - 2] = (char)comment_n;
    assert_int_equal(look("docx", bytes, *n), INSPECT_OK);
    return bytes;
}

static char *joined(const char *a, size_t a_n, const char *b, size_t b_n)
{
    char *both = mem_alloc(pool, a_n + b_n);
    memcpy(both, a, a_n);
    memcpy(both + a_n, b, b_n);
    return both;
}

static void a_file_that_opens_as_an_archive_too_is_refused(void **state)
{
    size_t n;
    (void)state;
    char *zip = archive_with_comment("\xff\xd9", 2, &n); /* ends as a JPEG does */
    assert_int_equal(look("jpeg", joined(samples[1].bytes, samples[1].n, zip, n), samples[1].n + n), INSPECT_BROKEN);
    zip = archive_with_comment("\n%%EOF\n", 7, &n);
    assert_int_equal(look("pdf", joined(samples[0].bytes, samples[0].n, zip, n), samples[0].n + n), INSPECT_BROKEN);
    for (size_t i = 4; i < KIND_COUNT; i++) {
        zip = archive_with_comment("", 0, &n);
        char box[8] = { (char)((n + 8) >> 24), (char)((n + 8) >> 16), (char)((n + 8) >> 8), (char)(n + 8), 'f', 'r', 'e', 'e' };
        char *with_box = joined(samples[i].bytes, samples[i].n, box, 8);
        assert_int_equal(look(KINDS[i], joined(with_box, samples[i].n + 8, zip, n), samples[i].n + 8 + n), INSPECT_BROKEN);
    }
}

static void four_bytes_far_from_the_end_are_no_archive(void **state)
{
    enum { TIMES = 200 };
    const struct sample *mp3 = &samples[5];
    char *lots = mem_alloc(pool, mp3->n * TIMES);
    (void)state;
    for (size_t i = 0; i < TIMES; i++)
        memcpy(lots + i * mp3->n, mp3->bytes, mp3->n);
    assert_int_equal(look("mp3", lots, mp3->n * TIMES), INSPECT_OK);
    memcpy(lots + mp3->n - 10, "PK\5\6", 4);
    assert_int_equal(look("mp3", lots, mp3->n * TIMES), INSPECT_OK);
    memcpy(lots + mp3->n * TIMES - 100, "PK\5\6", 4);
    assert_int_equal(look("mp3", lots, mp3->n * TIMES), INSPECT_BROKEN);
}

static void a_second_end_does_not_hide_what_follows_a_picture(void **state)
{
    static const char PAGE[] = "<html><script>x()</script>\xff\xd9";
    const struct sample *jpeg = &samples[1];
    (void)state;
    assert_int_equal(look("jpeg", joined(jpeg->bytes, jpeg->n, PAGE, sizeof PAGE - 1), jpeg->n + sizeof PAGE - 1), INSPECT_BROKEN);
    assert_int_equal(look("jpeg", joined(jpeg->bytes, jpeg->n, "trailer", 7), jpeg->n + 7), INSPECT_OK);
}

static void text_before_the_magic_is_refused(void **state)
{
    static const char PAGE[] = "<html><script>alert(1)</script>\n";
    (void)state;
    for (size_t i = 0; i < KIND_COUNT; i++) {
        char *both = mem_alloc(pool, samples[i].n + sizeof PAGE);
        memcpy(both, PAGE, sizeof PAGE - 1);
        memcpy(both + sizeof PAGE - 1, samples[i].bytes, samples[i].n);
        assert_int_not_equal(look(KINDS[i], both, samples[i].n + sizeof PAGE - 1), INSPECT_OK);
    }
}

static void a_huge_picture_is_refused_by_its_head(void **state)
{
    (void)state;
    char *png = mem_bytes(pool, samples[2].bytes, samples[2].n);
    memcpy(png + 16, "\x00\x00\xff\xff\x00\x00\xff\xff", 8);
    assert_int_equal(look("png", png, samples[2].n), INSPECT_TOO_LARGE);
}

static void nothing_and_unknown_kinds_are_refused(void **state)
{
    (void)state;
    assert_int_equal(look("pdf", "", 0), INSPECT_EMPTY);
    assert_int_equal(look("exe", "MZ", 2), INSPECT_TYPE);
    assert_null(inspect_kind("docm"));
    assert_string_equal(inspect_kind("jpg"), "jpeg");
}

static void no_flipped_byte_makes_it_crash(void **state)
{
    (void)state;
    for (size_t i = 0; i < KIND_COUNT; i++) {
        char *copy = mem_bytes(pool, samples[i].bytes, samples[i].n);
        for (size_t at = 0; at < samples[i].n; at += 1 + samples[i].n / 800) {
            copy[at] = (char)~copy[at];
            look(KINDS[i], copy, samples[i].n);
            copy[at] = (char)~copy[at];
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_is_taken_as_itself_and_as_nothing_else),
        cmocka_unit_test(half_a_file_is_refused),
        cmocka_unit_test(an_archive_behind_a_picture_is_refused),
        cmocka_unit_test(a_file_that_opens_as_an_archive_too_is_refused),
        cmocka_unit_test(four_bytes_far_from_the_end_are_no_archive),
        cmocka_unit_test(a_second_end_does_not_hide_what_follows_a_picture),
        cmocka_unit_test(text_before_the_magic_is_refused),
        cmocka_unit_test(a_huge_picture_is_refused_by_its_head),
        cmocka_unit_test(nothing_and_unknown_kinds_are_refused),
        cmocka_unit_test(no_flipped_byte_makes_it_crash),
    };
    return cmocka_run_group_tests(tests, load, NULL);
}
