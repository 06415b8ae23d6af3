/* files: what a form takes with it: looked into by inspectd, sealed as it streams by, kept whole or not at all, claimed once. */
#include "attach.h"
#include "citizen.h"
#include "file.h"
#include "inspection.h"

#define F citizen_fail

static struct token form;

static int files_before(void **state)
{
    citizen_before(state);
    house_inspectd();
    form = citizen_form();
    return 0;
}

struct upload { const char *name; const char *bytes; size_t n; const struct token *form; };

static bool upload_work(struct db *db, void *ctx, struct fail *f)
{
    const struct upload *u = ctx;
    struct mem *m = mem_new(NULL, "upload");
    struct attach_in in = { u->form, "EVIDENCE", u->name };
    struct attach *a = attach_begin(m, db, &in, f);
    bool ok = a != NULL;
    for (size_t at = 0; ok && at < u->n; at += 65536)
        ok = attach_data(a, u->bytes + at, u->n - at < 65536 ? u->n - at : 65536, f);
    ok = ok && attach_end(a, f);
    mem_free(&m);
    return ok;
}

static bool upload(const char *name, const void *bytes, size_t n)
{
    struct upload u = { name, bytes, n, &form };
    F = (struct fail){ .kind = FAIL_NONE };
    return db_transaction(citizen_public, upload_work, &u, &F);
}

static char *sample(const char *name, size_t *n)
{
    char *bytes = file_read(house.m, mem_printf(house.m, "%s/tests/unit/samples/%s", house.top, name), 1 << 20, n, &F);
    assert_non_null(bytes);
    return bytes;
}

static size_t items(const struct token *of, struct attach_item **out)
{
    size_t count;
    house_ok(attach_items(house.m, citizen_public, of, out, &count, &F), F);
    return count;
}

static void each_kind_is_kept_sealed_and_listed_for_its_form_alone(void **state)
{
    (void)state;
    static const char *const names[] = { "good.pdf", "good.jpeg", "good.png", "good.docx", "good.m4a", "good.mp3", "good.mp4" };
    struct attach_item *list;
    struct token other = citizen_form();
    size_t n;
    for (size_t i = 0; i < ROWS(names); i++) {
        char *bytes = sample(names[i], &n);
        house_ok(upload(names[i], bytes, n), F);
        assert_int_equal(items(&form, &list), i + 1);
        assert_string_equal(list[i].name, names[i]);
        assert_int_equal(list[i].size, n);
    }
    assert_int_equal(items(&other, &list), 0);
    assert_int_equal(house_number("SELECT COUNT(*) FROM attachment_chunk WHERE INSTR(data, '%PDF')"), 0);
    assert_int_equal(house_number("SELECT COUNT(*) FROM attachment WHERE INSTR(CONCAT(name_sealed, name_boxed), 'good')"), 0);
}

static void what_is_not_what_its_name_says_leaves_nothing(void **state)
{
    (void)state;
    size_t pdf, png;
    char *good = sample("good.pdf", &pdf), *picture = sample("good.png", &png);
    static const char script[] = "#!/bin/sh\necho hello\n";
    struct { const char *name; const void *bytes; size_t n; const char *code; } bad[] = {
        { "letter.pdf", picture, png, "file_unlike" }, { "letter.exe", good, pdf, "file_type" }, { "letter", good, pdf, "file_type" },
        { "letter.pdf", script, sizeof script - 1, "file_unlike" }, { "letter.pdf", "", 0, "file_empty" },
        { "letter.pdf", good, pdf / 2, NULL },
    };
    for (size_t i = 0; i < ROWS(bad); i++) {
        assert_false(upload(bad[i].name, bad[i].bytes, bad[i].n));
        assert_string_equal(F.field, "file");
        if (bad[i].code != NULL)
            assert_string_equal(F.code, bad[i].code);
    }
    assert_int_equal(house_number("SELECT COUNT(*) FROM attachment"), 0);
    assert_int_equal(house_number("SELECT COUNT(*) FROM attachment_chunk"), 0);
    assert_true(upload("letter.pdf", good, pdf));
}

static void a_file_that_is_too_large_leaves_nothing(void **state)
{
    (void)state;
    enum { LARGE = 10485760 + 1 };
    size_t n;
    char *good = sample("good.pdf", &n), *large = mem_alloc(house.m, LARGE);
    memcpy(large, good, n);
    assert_false(upload("large.pdf", large, LARGE));
    assert_string_equal(F.code, "file_too_large");
    assert_int_equal(house_number("SELECT COUNT(*) FROM attachment_chunk"), 0);
}

static void twenty_are_enough(void **state)
{
    (void)state;
    size_t n;
    char *good = sample("good.png", &n);
    for (int i = 0; i < 20; i++)
        house_ok(upload("one.png", good, n), F);
    assert_false(upload("one.png", good, n));
    assert_string_equal(F.code, "files_full");
    assert_int_equal(house_number("SELECT COUNT(*) FROM attachment"), 20);
}

static void names_are_tamed(void **state)
{
    (void)state;
    static const struct { const char *given, *kept; } names[] = {
        { "C:\\我的文件\\证据.png", "证据.png" }, { "../../etc/证据.PNG", "证据.PNG" }, { "a\u202Egnp.png", "file.png" }, { "\x80.png", "file.png" },
    };
    struct attach_item *list;
    size_t n;
    char *good = sample("good.png", &n);
    for (size_t i = 0; i < ROWS(names); i++) {
        house_ok(upload(names[i].given, good, n), F);
        items(&form, &list);
        assert_string_equal(list[i].name, names[i].kept);
    }
}

static void what_is_dropped_is_gone_and_what_was_sent_stays(void **state)
{
    (void)state;
    struct attach_item *list;
    struct token other = citizen_form();
    struct submit_in in = citizen_words(&form, OBJECTION_PERSON);
    struct submit_out out;
    size_t n;
    char *good = sample("good.png", &n);
    assert_true(upload("one.png", good, n) && upload("two.png", good, n));
    items(&form, &list);
    int64_t first = list[0].id, second = list[1].id;
    house_ok(attach_drop(citizen_public, &other, first, &F), F); /* another form's: nothing happens */
    assert_int_equal(items(&form, &list), 2);
    house_ok(attach_drop(citizen_public, &form, first, &F), F);
    assert_int_equal(items(&form, &list), 1);
    assert_int_equal(house_number("SELECT COUNT(*) FROM attachment_chunk"), 1);
    in.files = 1;
    house_ok(submit_send(house.m, citizen_public, &in, &out, &F), F);
    assert_int_equal(items(&form, &list), 0);
    house_ok(attach_drop(citizen_public, &form, second, &F), F);
    assert_int_equal(house_number("SELECT COUNT(*) FROM attachment WHERE objection_id IS NOT NULL"), 1);
    assert_int_equal(house_number("SELECT COUNT(*) FROM attachment_chunk"), 1);
}

static void nobody_there_to_look_into_it_is_said(void **state)
{
    (void)state;
    size_t n;
    char *good = sample("good.png", &n), *socket = file_path(house.m, house.folder, "inspect.sock");
    char *aside = file_path(house.m, house.folder, "aside.sock");
    assert_return_code(rename(socket, aside), 0);
    bool kept = upload("one.png", good, n);
    assert_return_code(rename(aside, socket), 0);
    assert_false(kept);
    assert_int_equal(F.kind, FAIL_UNAVAILABLE);
    assert_int_equal(house_number("SELECT COUNT(*) FROM attachment"), 0);
    assert_true(upload("one.png", good, n));
}

#define TEST(name) cmocka_unit_test_setup(name, files_before)
SUITE(files, TEST(each_kind_is_kept_sealed_and_listed_for_its_form_alone), TEST(what_is_not_what_its_name_says_leaves_nothing),
      TEST(a_file_that_is_too_large_leaves_nothing), TEST(twenty_are_enough), TEST(names_are_tamed),
      TEST(what_is_dropped_is_gone_and_what_was_sent_stays), TEST(nobody_there_to_look_into_it_is_said));
