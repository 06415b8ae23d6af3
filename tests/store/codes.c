/* codes: a union's contact comes in with a one-time code: bound to its form, for five minutes and five tries, under ceilings, once. */
#include "citizen.h"
#include "union_login.h"
#include "union_work.h"

#define F citizen_fail
#define OFFICE "203.0.113.7"

static struct token form;

/* The notice's letter to union 1; a second union with a contact of its own has another. */
static int codes_before(void **state)
{
    citizen_before(state);
    assert_int_equal(house_sql(
        "INSERT INTO union_letter (slug, union_id, kind, version_id, created_at) VALUES ('letter-of-one', 1, 'NOTICE', 1, NOW(6));"
        "INSERT INTO union_contact (id, union_id, rank, name, phone, email) VALUES (2, 1, 'BACKUP', '乙', NULL, 'b@example.org');"
        "INSERT INTO nominating_union (id, code, name, kind) VALUES (2, 'gs', '拱墅区总工会', 'DISTRICT');"
        "INSERT INTO union_contact (id, union_id, rank, name, phone, email) VALUES (3, 2, 'PRIMARY', '丙', NULL, 'c@example.org');"
        "INSERT INTO union_letter (slug, union_id, kind, version_id, created_at) VALUES ('letter-of-two', 2, 'NOTICE', 1, NOW(6))"), 0);
    form = citizen_form();
    return 0;
}

static int64_t sent(void)
{
    return house_number("SELECT COUNT(*) FROM outbox WHERE event = 'union_code'");
}

static bool ask_from(const char *address, const char *way, bool *stands)
{
    struct union_login_in in = { "letter-of-one", &form, address };
    F = (struct fail){ .kind = FAIL_NONE };
    return union_login_ask(house.m, citizen_union, &in, way, stands, &F);
}

static void ask(const char *way)
{
    bool stands;
    house_ok(ask_from(OFFICE, way, &stands), F);
    assert_false(stands);
}

/* What the newest message carries, opened as notifyd opens it. */
static char *newest_code(void)
{
    static const struct db_statement last = { "last", "SELECT dedupe, code_sealed FROM outbox WHERE event = 'union_code' ORDER BY id DESC LIMIT 1",
                                              DB_NOTIFY };
    struct seal_bytes code;
    struct db_rows *rows = db_rows(citizen_notify, house.m, &last, &F);
    assert_true(rows != NULL && db_next(rows, &F));
    struct db_blob sealed = db_get_bytes(rows, 1);
    house_ok(seal_open(house.m, &citizen_notify_key, mem_printf(house.m, "code:%s", db_get_text(rows, 0)), sealed.data, sealed.len, &code, &F), F);
    return (char *)code.data;
}

static char *another_code(const char *code)
{
    char *other = mem_text(house.m, code);
    other[0] = other[0] == '9' ? '0' : (char)(other[0] + 1);
    return other;
}

static bool enter(const char *slug, const struct token *with, const char *code, char **token)
{
    struct union_login_in in = { slug, with, OFFICE };
    F = (struct fail){ .kind = FAIL_NONE };
    return union_login_enter(house.m, citizen_union, &in, code, token, &F);
}

static void a_letter_shows_its_ways_masked_and_a_wrong_one_shows_none(void **state)
{
    (void)state;
    struct union_login_way *ways;
    size_t count;
    house_ok(union_login_ways(house.m, citizen_union, "letter-of-one", &ways, &count, &F), F);
    assert_int_equal(count, 3);
    assert_string_equal(ways[0].masked, "138****0001");
    assert_string_equal(ways[1].masked, "a***@example.org");
    assert_string_equal(ways[2].word, "BACKUP_EMAIL");
    house_fails(union_login_ways(house.m, citizen_union, "letter-of-nobody", &ways, &count, &F), F, "not_found");
    assert_int_equal(house_sql("UPDATE nominating_union SET active = 0 WHERE id = 1"), 0);
    house_fails(union_login_ways(house.m, citizen_union, "letter-of-one", &ways, &count, &F), F, "not_found");
}

static void the_code_that_was_sent_opens_once(void **state)
{
    (void)state;
    char *token, *again;
    struct union_session_row who;
    ask("PRIMARY_SMS");
    assert_int_equal(sent(), 1);
    assert_int_equal(house_number("SELECT COUNT(*) FROM outbox WHERE urgent AND channel = 'SMS' AND contact_id = 1"), 1);
    char *code = newest_code();
    assert_true(enter("letter-of-one", &form, code, &token));
    assert_false(enter("letter-of-one", &form, code, &again));
    F = (struct fail){ .kind = FAIL_NONE };
    house_ok(union_login_who(house.m, citizen_union, token, &who, &F), F);
    assert_int_equal(who.union_id, 1);
    assert_int_equal(who.contact_id, 1);
    house_ok(union_login_leave(citizen_union, &who, &F), F);
    house_fails(union_login_who(house.m, citizen_union, token, &who, &F), F, "signed_out");
}

static void it_opens_nothing_from_another_form_or_for_another_letter(void **state)
{
    (void)state;
    char *token;
    struct token other = citizen_form();
    ask("PRIMARY_SMS");
    char *code = newest_code();
    assert_false(enter("letter-of-one", &other, code, &token));
    assert_string_equal(F.code, "code_wrong");
    assert_false(enter("letter-of-two", &form, code, &token));
    assert_string_equal(F.code, "code_wrong");
    assert_true(enter("letter-of-one", &form, code, &token));
}

static void five_wrong_tries_end_it(void **state)
{
    (void)state;
    char *token;
    ask("PRIMARY_SMS");
    char *code = newest_code();
    for (int i = 0; i < UNION_LOGIN_TRIES; i++)
        assert_false(enter("letter-of-one", &form, another_code(code), &token));
    assert_false(enter("letter-of-one", &form, code, &token));
    assert_string_equal(F.code, "code_wrong");
    /* The control: after four it still opens. */
    form = citizen_form();
    citizen_travel(citizen_union, "2026-04-21 02:02:00");
    ask("PRIMARY_SMS");
    code = newest_code();
    for (int i = 0; i < UNION_LOGIN_TRIES - 1; i++)
        assert_false(enter("letter-of-one", &form, another_code(code), &token));
    assert_true(enter("letter-of-one", &form, code, &token));
}

static void it_ends_after_five_minutes(void **state)
{
    (void)state;
    char *token;
    ask("PRIMARY_SMS");
    char *code = newest_code();
    citizen_travel(citizen_union, "2026-04-21 02:05:00");
    assert_false(enter("letter-of-one", &form, code, &token));
    citizen_travel(citizen_union, "2026-04-21 02:04:59.999999");
    assert_true(enter("letter-of-one", &form, code, &token));
}

/* One of several neighbours asks with a form of his own. */
static bool neighbour_asks(const char *network, int n, const char *when, const char *way)
{
    bool stands;
    form = citizen_form();
    citizen_travel(citizen_union, when);
    return ask_from(mem_printf(house.m, "%s.%d", network, n), way, &stands);
}

static void the_office_came_in(void)
{
    char *token;
    ask("PRIMARY_SMS");
    assert_true(enter("letter-of-one", &form, newest_code(), &token));
}

static void a_number_gets_no_more_codes_than_its_ceilings_whoever_asks(void **state)
{
    (void)state;
    static const struct { const char *when; int64_t sent; } asked[] = {
        { "2026-04-21 02:00:59", 1 }, { "2026-04-21 02:01:00", 2 }, { "2026-04-21 02:02:00", 3 }, { "2026-04-21 02:03:00", 4 },
        { "2026-04-21 02:04:00", 5 }, { "2026-04-21 02:05:00", 5 }, { "2026-04-21 02:59:59", 5 }, { "2026-04-21 03:00:00", 6 },
        { "2026-04-21 03:01:00", 7 }, { "2026-04-21 03:02:00", 8 }, { "2026-04-21 03:03:00", 9 }, { "2026-04-21 03:04:00", 10 },
        { "2026-04-21 04:10:00", 10 }, { "2026-04-22 01:59:59", 10 }, { "2026-04-22 02:00:00", 11 },
    };
    the_office_came_in();
    for (size_t i = 0; i < ROWS(asked); i++) {
        bool more = sent() < asked[i].sent, got = neighbour_asks("203.0.113", 10 + (int)i, asked[i].when, "PRIMARY_SMS");
        if (sent() != asked[i].sent || got != more)
            fail_msg("at %s: %lld codes", asked[i].when, (long long)sent());
        if (!got)
            assert_true(strncmp(F.code, "code_later", 10) == 0 && F.number > 0);
    }
    /* Another number of the same union has ceilings of its own. */
    assert_true(neighbour_asks("203.0.113", 10, "2026-04-22 02:00:00", "PRIMARY_EMAIL"));
    assert_true(neighbour_asks("203.0.113", 10, "2026-04-22 02:00:00", "BACKUP_EMAIL"));
    assert_false(neighbour_asks("203.0.113", 10, "2026-04-22 02:00:00", "BACKUP_SMS"));
    assert_string_equal(F.code, "choose_one");
}

/* One person may be the contact of several unions, and one who is entered anew is another contact. */
static void a_number_is_the_same_whosever_contact_it_is(void **state)
{
    (void)state;
    bool stands;
    struct token own = citizen_form();
    struct union_login_in other = { "letter-of-two", &own, "198.51.100.9" };
    ask("PRIMARY_EMAIL");
    assert_int_equal(house_sql("UPDATE union_contact SET email = (SELECT * FROM (SELECT email FROM union_contact WHERE id = 1) x) WHERE id = 3"), 0);
    house_fails(union_login_ask(house.m, citizen_union, &other, "PRIMARY_EMAIL", &stands, &F), F, "code_later");
    /* The control: a number of its own. */
    assert_int_equal(house_sql("UPDATE union_contact SET email = 'c@example.org' WHERE id = 3"), 0);
    F = (struct fail){ .kind = FAIL_NONE };
    house_ok(union_login_ask(house.m, citizen_union, &other, "PRIMARY_EMAIL", &stands, &F), F);
}

static void strangers_use_up_neither_the_codes_of_the_union_nor_its_patience(void **state)
{
    (void)state;
    the_office_came_in();
    int64_t first = sent();
    /* One address, as long as it likes. */
    for (int i = 0; i < 24 * 12; i++)
        neighbour_asks("198.51.100", 9, mem_printf(house.m, "2026-04-21 %02d:%02d:30", 2 + i / 20, i % 20 * 3), "PRIMARY_SMS");
    assert_int_equal(sent() - first, 5);
    /* A hundred of them. */
    for (int i = 0; i < 100; i++)
        neighbour_asks("198.51.100", 100 + i, mem_printf(house.m, "2026-04-21 17:%02d:%02d", i / 2, i % 2 * 30), "PRIMARY_SMS");
    assert_int_equal(sent() - first, 6); /* the union's own first code, before its network was known, was the seventh */
    /* The union has what it needs, and its number is still not flooded. */
    assert_true(neighbour_asks("203.0.113", 7, "2026-04-21 18:00:00", "PRIMARY_SMS"));
    assert_true(neighbour_asks("203.0.113", 7, "2026-04-21 18:02:00", "PRIMARY_SMS"));
    assert_true(neighbour_asks("203.0.113", 7, "2026-04-21 18:04:00", "PRIMARY_SMS"));
    assert_int_equal(sent(), 10);
    assert_false(neighbour_asks("203.0.113", 8, "2026-04-21 18:05:00", "PRIMARY_SMS"));
    assert_false(neighbour_asks("192.0.2", 7, "2026-04-21 18:06:00", "PRIMARY_SMS"));
}

static bool of_another(int n, const char *address, const char *when)
{
    bool stands;
    struct token own = citizen_form();
    struct union_login_in in = { mem_printf(house.m, "letter-%d", n), &own, address };
    citizen_travel(citizen_union, when);
    F = (struct fail){ .kind = FAIL_NONE };
    return union_login_ask(house.m, citizen_union, &in, "PRIMARY_EMAIL", &stands, &F);
}

static void an_address_that_nobody_knows_asks_for_few_whatever_numbers_it_asks_for(void **state)
{
    (void)state;
    static const struct { const char *when; bool gets; const char *code; int64_t number; } ROWS_[] = {
        { "2026-04-21 02:00:00", true, "", 0 },               { "2026-04-21 02:00:59.999999", false, "code_later", 1 },
        { "2026-04-21 02:01:00", true, "", 0 },               { "2026-04-21 02:02:00", true, "", 0 },
        { "2026-04-21 02:03:00", true, "", 0 },               { "2026-04-21 02:04:00", true, "", 0 },
        { "2026-04-21 02:05:00", false, "code_later", 55 },   { "2026-04-21 02:59:59.999999", false, "code_later", 1 },
        { "2026-04-21 03:00:00", true, "", 0 },               { "2026-04-21 03:01:00", true, "", 0 },
        { "2026-04-21 03:02:00", true, "", 0 },               { "2026-04-21 03:03:00", true, "", 0 },
        { "2026-04-21 03:04:00", true, "", 0 },               { "2026-04-21 04:10:00", false, "code_later_hours", 22 },
        { "2026-04-22 01:59:59.999999", false, "code_later", 1 }, { "2026-04-22 02:00:00", true, "", 0 },
    };
    for (int i = 0; i < (int)ROWS(ROWS_); i++)
        assert_int_equal(house_sql(mem_printf(house.m,
            "INSERT INTO nominating_union (id, code, name, kind) VALUES (%d, 'u%d', '工会%d', 'DISTRICT');"
            "INSERT INTO union_contact (id, union_id, rank, name, phone, email) VALUES (%d, %d, 'PRIMARY', '丁', NULL, 'd%d@example.org');"
            "INSERT INTO union_letter (slug, union_id, kind, version_id, created_at) VALUES ('letter-%d', %d, 'NOTICE', 1, NOW(6))",
            100 + i, i, i, 100 + i, 100 + i, i, i, 100 + i)), 0);
    for (int i = 0; i < (int)ROWS(ROWS_); i++) {
        bool got = of_another(i, "198.51.100.9", ROWS_[i].when);
        if (got != ROWS_[i].gets || strcmp(F.code, ROWS_[i].code) != 0 || F.number != ROWS_[i].number)
            fail_msg("at %s: %d %s %lld", ROWS_[i].when, got, F.code, (long long)F.number);
    }
    /* The control: another address is asked nothing of this. */
    assert_true(of_another(1, "198.51.100.10", "2026-04-22 02:00:00"));
}

static void a_code_that_is_still_good_is_not_sent_again(void **state)
{
    (void)state;
    char *token;
    bool stands = false;
    ask("PRIMARY_SMS");
    citizen_travel(citizen_union, "2026-04-21 02:04:00");
    house_ok(ask_from(OFFICE, "PRIMARY_SMS", &stands), F);
    assert_true(stands);
    assert_int_equal(sent(), 1);
    assert_int_equal(house_number("SELECT COUNT(*) FROM rate_hit WHERE class = 'union-code'"), 1);
    assert_true(enter("letter-of-one", &form, newest_code(), &token));
    assert_false(ask_from(OFFICE, "PRIMARY_SMS", &stands));
    assert_string_equal(F.code, "code_over");
    assert_false(stands);
    assert_int_equal(sent(), 1);
}

static void a_session_ends_idle_and_at_its_limit(void **state)
{
    (void)state;
    char *token;
    struct union_session_row who;
    ask("PRIMARY_SMS");
    assert_true(enter("letter-of-one", &form, newest_code(), &token));
    citizen_travel(citizen_union, "2026-04-21 02:29:59");
    house_ok(union_login_who(house.m, citizen_union, token, &who, &F), F);
    citizen_travel(citizen_union, "2026-04-21 02:59:58");
    house_ok(union_login_who(house.m, citizen_union, token, &who, &F), F);
    citizen_travel(citizen_union, "2026-04-21 03:29:58");
    house_fails(union_login_who(house.m, citizen_union, token, &who, &F), F, "signed_out");
    assert_int_equal(house_sql("UPDATE union_session SET seen_at = '2026-04-21 09:59:59'"), 0);
    citizen_travel(citizen_union, "2026-04-21 09:59:59");
    F = (struct fail){ .kind = FAIL_NONE };
    house_ok(union_login_who(house.m, citizen_union, token, &who, &F), F);
    citizen_travel(citizen_union, "2026-04-21 10:00:00");
    house_fails(union_login_who(house.m, citizen_union, token, &who, &F), F, "signed_out");
    house_fails(union_login_who(house.m, citizen_union, "no token", &who, &F), F, "signed_out");
}

#define TEST(name) cmocka_unit_test_setup(name, codes_before)
SUITE(codes, TEST(a_letter_shows_its_ways_masked_and_a_wrong_one_shows_none), TEST(the_code_that_was_sent_opens_once),
      TEST(it_opens_nothing_from_another_form_or_for_another_letter), TEST(five_wrong_tries_end_it), TEST(it_ends_after_five_minutes),
      TEST(a_number_gets_no_more_codes_than_its_ceilings_whoever_asks), TEST(a_number_is_the_same_whosever_contact_it_is),
      TEST(strangers_use_up_neither_the_codes_of_the_union_nor_its_patience), TEST(a_code_that_is_still_good_is_not_sent_again),
      TEST(an_address_that_nobody_knows_asks_for_few_whatever_numbers_it_asks_for), TEST(a_session_ends_idle_and_at_its_limit));
