/* notice: a notice from the list to its withdrawal, by two officers who get in each other's way. */
#include "file.h"
#include "import.h"
#include "letter.h"
#include "order.h"
#include "publish.h"
#include "suite.h"
#include "unions.h"

enum { WANG = 1, LI, ZHAO };
enum { UNIONS = 18, PEOPLE = 60 };

static struct db *staff;
static struct fail f;
static int64_t round_id;
static day today;

static void sample(const char *name, int64_t *draft_id)
{
    size_t n = 0;
    char *bytes = file_read(house.m, mem_printf(house.m, "%s/sample/%s", house.top, name), ROSTER_MAX_BYTES, &n, &f);
    struct import_upload_in in = { WANG, round_id, name, bytes, n };
    assert_non_null(bytes);
    house_ok(import_upload(house.m, staff, &in, draft_id, &f), f);
}

/* A round of its own for each test: officers and unions stay. */
static int before(void **state)
{
    (void)state;
    instant now;
    struct unions_read_out out;
    size_t n = 0;
    f = (struct fail){ .kind = FAIL_NONE };
    house_use("notice");
    if (staff == NULL)
        staff = house_account(DB_STAFF);
    if (house_number("SELECT COUNT(*) FROM officer") == 0) {
        house_sql("INSERT INTO officer (id, login, name, roles, state, created_at) VALUES (1, 'wang', '王', 3, 'ACTIVE', NOW(6)), "
                  "(2, 'li', '李', 3, 'ACTIVE', NOW(6)), (3, 'zhao', '赵', 3, 'ACTIVE', NOW(6))");
        char *bytes = file_read(house.m, mem_printf(house.m, "%s/sample/unions.csv", house.top), 65536, &n, &f);
        house_ok(unions_read(house.m, staff, WANG, bytes, n, &out, &f), f);
        assert_int_equal(out.added, UNIONS);
    }
    int64_t rounds = house_number("SELECT COUNT(*) FROM round");
    house_ok(publish_round(staff, WANG, mem_printf(house.m, "r%lld", (long long)rounds), "示例", &round_id, &f), f);
    house_ok(db_now(staff, &now, &f), f);
    today = clock_day_beijing(now);
    return 0;
}

static struct draft get(int64_t id)
{
    struct draft d;
    house_ok(draft_get(house.m, staff, id, &d, &f), f);
    return d;
}

static struct draft_seen seen(int64_t id) { return (struct draft_seen){ id, get(id).revision }; }

static int64_t taken(void)
{
    int64_t list, version;
    sample("candidates.csv", &list);
    struct import_take_in in = { .draft_id = list, .officer_id = WANG };
    house_ok(import_take(house.m, staff, &in, &version, &f), f);
    return version;
}

/* Those of a version who stand in a notice, each by one event of the system. */
static int64_t noticed(int64_t version)
{
    return house_number(mem_printf(house.m, "SELECT COUNT(*) FROM candidate_entry e JOIN candidate c ON c.id = e.candidate_id "
        "JOIN candidate_event v ON v.candidate_id = c.id WHERE e.version_id = %lld AND c.state = 'NOTICED' AND v.move = 'PUBLISH' "
        "AND v.actor_kind = 'SYSTEM'", (long long)version));
}

static struct draft_words words(const char *title)
{
    return (struct draft_words){ title, "", "第一段。\n\n第二段。", "按姓氏笔画排序", "办公室", "0571-00000001", "", "", "", "机关纪委",
                                 "0571-00000002", "办公室", true, today };
}

/* Written, with a period that begins today; handed over by the one who wrote last. */
static int64_t written(int64_t officer)
{
    int64_t version = taken();
    struct draft_words w = words("关于示例的公示");
    struct period_in in = { .open_day = today, .last_day = today + 6 };
    house_ok(publish_words(staff, seen(version), officer, &w, &f), f);
    house_ok(publish_period(house.m, staff, seen(version), officer, &in, &f), f);
    return version;
}

static void a_list_becomes_a_draft_in_the_order_of_strokes(void **state)
{
    (void)state;
    int64_t list, again, version = taken();
    struct order o;
    house_ok(order_look(house.m, staff, version, &o, &f), f);
    assert_int_equal(o.count, PEOPLE);
    for (size_t i = 1; i < o.count; i++) {
        bool same_award = strcmp(o.items[i].entry->award, o.items[i - 1].entry->award) == 0;
        assert_int_equal(o.items[i].entry->seq, same_award ? o.items[i - 1].entry->seq + 1 : 1);
        assert_true(!same_award || o.items[i].strokes == 0 || o.items[i].strokes >= o.items[i - 1].strokes);
    }
    /* The older encoding is the same list, and whoever was there before stays the same person. */
    int64_t people = house_number("SELECT COUNT(*) FROM candidate");
    sample("candidates-gb18030.csv", &list);
    struct import_take_in in = { list, WANG, seen(version) };
    house_ok(import_take(house.m, staff, &in, &again, &f), f);
    assert_int_equal(again, version);
    assert_int_equal(house_number("SELECT COUNT(*) FROM candidate"), people);
    house_fails(import_take(house.m, staff, &in, &again, &f), f, "import_missing");
    house_fails(import_drop(staff, list, WANG, &f), f, "import_done");
}

static void a_list_with_errors_is_not_taken(void **state)
{
    (void)state;
    static const char bad[] = "姓名,工作单位,岗位,推荐单位,产业领域,类别\n丁样,虚构云图科技有限公司,技师,月球区总工会,大数据,认定\n";
    int64_t list, version;
    struct import_upload_in upload = { WANG, round_id, "bad.csv", bad, sizeof bad - 1 };
    house_ok(import_upload(house.m, staff, &upload, &list, &f), f);
    struct import_take_in in = { .draft_id = list, .officer_id = WANG };
    house_fails(import_take(house.m, staff, &in, &version, &f), f, "import_flawed");
    struct import_view view;
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(import_look(house.m, staff, list, &view, &f), f);
    assert_false(view.has_current);
}

static void two_lists_at_once_make_one_notice(void **state)
{
    (void)state;
    int64_t first, second, version, other;
    sample("candidates.csv", &first);
    sample("candidates.csv", &second);
    struct import_take_in a = { .draft_id = first, .officer_id = WANG }, b = { .draft_id = second, .officer_id = LI };
    house_ok(import_take(house.m, staff, &a, &version, &f), f);
    house_fails(import_take(house.m, staff, &b, &other, &f), f, "notice_changed");
    assert_int_equal(house_number(mem_printf(house.m, "SELECT COUNT(*) FROM notice WHERE round_id = %lld", (long long)round_id)), 1);
}

static void a_form_that_was_overtaken_is_refused(void **state)
{
    (void)state;
    int64_t version = taken();
    struct draft_seen old = seen(version);
    struct draft_words mine = words("我的标题"), theirs = words("别人的标题");
    house_ok(publish_words(staff, old, LI, &theirs, &f), f);
    house_fails(publish_words(staff, old, WANG, &mine, &f), f, "notice_changed");
    assert_string_equal(get(version).words.title, "别人的标题");
    house_fails(order_reset(staff, old, WANG, &f), f, "notice_changed");
    house_fails(publish_ready(house.m, staff, old, LI, &f), f, "notice_changed");
    /* Each change of the revision is one line of the history after the first, which a form's page relies on. */
    struct draft_events events;
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(draft_history(house.m, staff, "notice_version", version, &events, &f), f);
    assert_int_equal(events.count, get(version).revision + 1);
    assert_string_equal(events.items[events.count - 1].action, "notice_words");
    assert_string_equal(events.items[events.count - 1].officer, "李");
    /* The control: who does not say what he saw overwrites. */
    house_ok(publish_words(staff, (struct draft_seen){ version, DRAFT_ANY_REVISION }, WANG, &mine, &f), f);
    assert_string_equal(get(version).words.title, "我的标题");
}

static void a_person_moved_meanwhile_is_not_moved_again(void **state)
{
    (void)state;
    int64_t version = taken();
    struct order o;
    house_ok(order_look(house.m, staff, version, &o, &f), f);
    struct order_move_in in = { version, WANG, o.items[4].entry->id, 5, 2 };
    house_ok(order_move(staff, &in, &f), f);
    house_fails(order_move(staff, &in, &f), f, "order_changed");
    in.seen_seq = 2;
    in.to_seq = 51;
    house_fails(order_move(staff, &in, &f), f, "order_range");
    struct order after;
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(order_look(house.m, staff, version, &after, &f), f);
    assert_int_equal(after.items[1].entry->id, o.items[4].entry->id);
    assert_int_equal(after.items[4].entry->id, o.items[3].entry->id);
    assert_true(after.items[1].misplaced);
}

static void the_second_officer_publishes_what_he_saw_and_nothing_newer(void **state)
{
    (void)state;
    int64_t version = written(WANG), shown = house_number("SELECT version FROM public_version WHERE round_id = 0");
    house_fails(publish_ready(house.m, staff, seen(version), LI, &f), f, "ready_not_drafter");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(publish_ready(house.m, staff, seen(version), WANG, &f), f);
    struct draft_seen read = seen(version);
    struct draft_words w = words("换了一个标题");
    house_fails(publish_words(staff, read, WANG, &w, &f), f, "notice_is_ready");
    house_fails(publish_now(house.m, staff, read, WANG, &f), f, "publish_own");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(publish_return(staff, read, LI, "标题再看一看", &f), f);
    house_ok(publish_words(staff, seen(version), WANG, &w, &f), f);
    house_ok(publish_ready(house.m, staff, seen(version), WANG, &f), f);
    house_fails(publish_now(house.m, staff, read, LI, &f), f, "notice_changed");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(publish_now(house.m, staff, seen(version), LI, &f), f);
    assert_int_equal(noticed(version), PEOPLE);
    struct draft d = get(version);
    assert_int_equal(d.state, DRAFT_PUBLISHED);
    assert_int_equal(d.published_by, LI);
    assert_true(house_number("SELECT version FROM public_version WHERE round_id = 0") > shown);
    house_fails(publish_now(house.m, staff, seen(version), LI, &f), f, "notice_is_published");
    struct letter_sent *letters;
    size_t count;
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(letter_sent_list(house.m, staff, version, &letters, &count, &f), f);
    assert_int_equal(count, UNIONS);
    for (size_t i = 0; i < count; i++) {
        assert_string_equal(letters[i].mail, "WAITING");
        assert_string_equal(letters[i].sms, "WAITING");
        assert_int_equal(letters[i].signed_at, 0);
    }
}

static bool found(const struct publish_findings *all, enum publish_check check)
{
    for (size_t i = 0; i < all->count; i++)
        if (all->items[i].check == check)
            return true;
    return false;
}

static void what_is_missing_or_odd_is_said_before(void **state)
{
    (void)state;
    int64_t version = taken();
    struct publish_findings all;
    struct period_in two_days = { .open_day = today, .last_day = today + 1 };
    struct draft_words nothing = { "", "", "", "", "", "", "", "", "", "", "", "", false, 0 };
    house_ok(publish_words(staff, seen(version), WANG, &nothing, &f), f);
    struct draft d = get(version);
    house_ok(publish_check(house.m, staff, &d, &all, &f), f);
    assert_true(found(&all, PUBLISH_NO_TITLE) && found(&all, PUBLISH_NO_BODY) && found(&all, PUBLISH_NO_PERIOD) && found(&all, PUBLISH_NO_HANDLING) &&
                found(&all, PUBLISH_NO_SUPERVISION) && found(&all, PUBLISH_NO_SIGNATURE));
    house_fails(publish_ready(house.m, staff, seen(version), WANG, &f), f, "notice_incomplete");
    struct draft_words w = words("关于示例的公示");
    w.signed_day = today + 5;
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(publish_words(staff, seen(version), WANG, &w, &f), f);
    house_ok(publish_period(house.m, staff, seen(version), WANG, &two_days, &f), f);
    d = get(version);
    house_ok(publish_check(house.m, staff, &d, &all, &f), f);
    assert_true(found(&all, PUBLISH_SIGNED_LATE));
    assert_true(found(&all, PUBLISH_PERIOD_SHORT) || found(&all, PUBLISH_PERIOD_UNKNOWN));
    assert_false(found(&all, PUBLISH_NO_BODY) || found(&all, PUBLISH_QUOTA_CRAFTSMEN));
}

static const char *entry_name;
static uint32_t no_glyph_of_the_title(const char *text) { return strstr(text, "关于示例") != NULL ? 0x323F0 : 0; }
static uint32_t no_glyph_of_a_name(const char *text) { return strcmp(text, entry_name) == 0 ? 0x323F0 : 0; }

static void what_cannot_be_printed_stops_publication_and_is_named(void **state)
{
    (void)state;
    int64_t version = written(WANG);
    struct publish_findings all;
    struct entries people;
    struct draft d = get(version);
    house_ok(entry_list(house.m, staff, version, &people, &f), f);
    entry_name = people.items[0].name;
    publish_glyph *const looks[] = { no_glyph_of_the_title, no_glyph_of_a_name };
    for (size_t i = 0; i < 2; i++) {
        publish_use_glyphs(looks[i]);
        house_ok(publish_check(house.m, staff, &d, &all, &f), f);
        assert_true(found(&all, PUBLISH_NO_GLYPH));
        for (size_t j = 0; i == 1 && j < all.count; j++)
            if (all.items[j].check == PUBLISH_NO_GLYPH)
                assert_string_equal(all.items[j].name, mem_printf(house.m, "%s U+323F0", entry_name));
        house_fails(publish_ready(house.m, staff, seen(version), WANG, &f), f, "notice_incomplete");
        f = (struct fail){ .kind = FAIL_NONE };
    }
    publish_use_glyphs(NULL);
    house_ok(publish_ready(house.m, staff, seen(version), WANG, &f), f);
}

static void a_union_out_of_use_is_said_and_not_written_to(void **state)
{
    (void)state;
    struct publish_findings all;
    struct letter_sent *letters;
    size_t count;
    int64_t version = written(WANG);
    house_ok(unions_set_active(house.m, staff, WANG, 3, false, &f), f);
    struct draft d = get(version);
    house_ok(publish_check(house.m, staff, &d, &all, &f), f);
    assert_true(found(&all, PUBLISH_UNION_RETIRED));
    house_ok(publish_ready(house.m, staff, seen(version), WANG, &f), f);
    house_ok(publish_now(house.m, staff, seen(version), LI, &f), f);
    house_ok(letter_sent_list(house.m, staff, version, &letters, &count, &f), f);
    assert_int_equal(count, UNIONS - 1);
    house_ok(unions_set_active(house.m, staff, WANG, 3, true, &f), f);
}

static void the_notice_after_a_withdrawn_one_begins_with_its_words(void **state)
{
    (void)state;
    int64_t first = written(WANG);
    house_ok(publish_ready(house.m, staff, seen(first), WANG, &f), f);
    house_ok(publish_now(house.m, staff, seen(first), LI, &f), f);
    house_fails(publish_withdraw(staff, first + 1000, LI, "没有这份公示的理由", &f), f, "notice_missing");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(publish_withdraw(staff, first, LI, "名单中有一处写错。", &f), f);
    house_fails(publish_withdraw(staff, first, LI, "再撤一次。", &f), f, "notice_is_withdrawn");
    f = (struct fail){ .kind = FAIL_NONE };
    int64_t second = taken();
    struct draft d = get(second);
    assert_true(second != first);
    assert_string_equal(d.words.title, "关于示例的公示");
    assert_string_equal(d.words.body, "第一段。\n\n第二段。");
    assert_string_equal(d.words.supervision_phone, "0571-00000002");
    assert_string_equal(d.words.doc_number, "");
    assert_false(d.words.has_signed_day);
    assert_int_equal(d.revision, 0);
}

static void a_union_changed_meanwhile_is_not_overwritten(void **state)
{
    (void)state;
    struct nominating_union u;
    house_ok(nominating_union_get(house.m, staff, 5, &u, &f), f);
    struct unions_in in = { .name = u.name, .contacts = { { "周样", "13800138000", "" }, { "", "", "" } },
                            .seen = unions_seen(house.m, &u) };
    house_ok(unions_change(house.m, staff, WANG, 5, &in, &f), f);
    in.contacts[UNION_PRIMARY].phone = "13900139000";
    house_fails(unions_change(house.m, staff, LI, 5, &in, &f), f, "union_changed");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(nominating_union_get(house.m, staff, 5, &u, &f), f);
    assert_string_equal(u.contacts[UNION_PRIMARY].phone, "13800138000");
    in.seen = NULL;
    house_ok(unions_change(house.m, staff, LI, 5, &in, &f), f);
}

SUITE(notice,
      cmocka_unit_test_setup(a_list_becomes_a_draft_in_the_order_of_strokes, before),
      cmocka_unit_test_setup(a_list_with_errors_is_not_taken, before),
      cmocka_unit_test_setup(two_lists_at_once_make_one_notice, before),
      cmocka_unit_test_setup(a_form_that_was_overtaken_is_refused, before),
      cmocka_unit_test_setup(a_person_moved_meanwhile_is_not_moved_again, before),
      cmocka_unit_test_setup(the_second_officer_publishes_what_he_saw_and_nothing_newer, before),
      cmocka_unit_test_setup(what_is_missing_or_odd_is_said_before, before),
      cmocka_unit_test_setup(what_cannot_be_printed_stops_publication_and_is_named, before),
      cmocka_unit_test_setup(a_union_out_of_use_is_said_and_not_written_to, before),
      cmocka_unit_test_setup(the_notice_after_a_withdrawn_one_begins_with_its_words, before),
      cmocka_unit_test_setup(a_union_changed_meanwhile_is_not_overwritten, before));
