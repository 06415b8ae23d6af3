/* codes: a union's contact comes in with a one-time code: bound to its form, for ten minutes and five tries, under ceilings, once. */
#include "citizen.h"
#include "union_login.h"
#include "union_work.h"

#define F citizen_fail

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

static void ask(const char *way)
{
    house_ok(union_login_ask(house.m, citizen_union, "letter-of-one", way, &form, &F), F);
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
    F = (struct fail){ .kind = FAIL_NONE };
    return union_login_enter(house.m, citizen_union, slug, with, code, token, &F);
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

static void it_ends_after_ten_minutes(void **state)
{
    (void)state;
    char *token;
    ask("PRIMARY_SMS");
    char *code = newest_code();
    citizen_travel(citizen_union, "2026-04-21 02:10:00");
    assert_false(enter("letter-of-one", &form, code, &token));
    citizen_travel(citizen_union, "2026-04-21 02:09:59.999");
    assert_true(enter("letter-of-one", &form, code, &token));
}

static void the_ceilings_of_a_contact_hold_and_are_not_told(void **state)
{
    (void)state;
    static const struct { const char *when; int64_t sent; } asked[] = {
        { "2026-04-21 02:00:00", 1 }, { "2026-04-21 02:00:59", 1 }, { "2026-04-21 02:01:00", 2 }, { "2026-04-21 02:02:00", 3 },
        { "2026-04-21 02:03:00", 4 }, { "2026-04-21 02:04:00", 5 }, { "2026-04-21 02:05:00", 5 }, { "2026-04-21 02:59:59", 5 },
        { "2026-04-21 03:00:00", 6 }, { "2026-04-21 03:01:00", 7 }, { "2026-04-21 03:02:00", 8 }, { "2026-04-21 03:03:00", 9 },
        { "2026-04-21 03:04:00", 10 }, { "2026-04-21 04:10:00", 10 }, { "2026-04-22 01:59:59", 10 }, { "2026-04-22 02:00:00", 11 },
    };
    for (size_t i = 0; i < ROWS(asked); i++) {
        form = citizen_form();
        citizen_travel(citizen_union, asked[i].when);
        ask("PRIMARY_SMS");
        if (sent() != asked[i].sent)
            fail_msg("at %s: %lld codes", asked[i].when, (long long)sent());
    }
    /* Another contact has ceilings of his own; the same form makes no second code. */
    form = citizen_form();
    ask("BACKUP_EMAIL");
    assert_int_equal(sent(), 12);
    citizen_travel(citizen_union, "2026-04-22 02:01:00");
    ask("BACKUP_EMAIL");
    assert_int_equal(sent(), 12);
    house_fails(union_login_ask(house.m, citizen_union, "letter-of-one", "BACKUP_SMS", &form, &F), F, "choose_one");
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
      TEST(it_opens_nothing_from_another_form_or_for_another_letter), TEST(five_wrong_tries_end_it), TEST(it_ends_after_ten_minutes),
      TEST(the_ceilings_of_a_contact_hold_and_are_not_told), TEST(a_session_ends_idle_and_at_its_limit));
