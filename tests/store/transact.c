/* transact: a deadlock is tried again, a lost answer to COMMIT is told as uncertain, a lost connection heals with the next unit. */
#include "relay.h"
#include "rows.h"
#include "suite.h"

static const struct db_statement title = { "title", "UPDATE round SET title = ? WHERE id = ?", DB_OPERATOR };

struct crossing { int tries; };

static bool sleep_at_server(struct db *db, int64_t millis, struct fail *f)
{
    static const struct db_statement nap = { "nap", "SELECT SLEEP(? / 1000)", DB_OPERATOR };
    struct mem *m = mem_new(NULL, "nap");
    bool ok = db_rows(db, m, &nap, f, db_int(millis)) != NULL;
    mem_free(&m);
    return ok;
}

/* Takes row 1, and then row 2, which another holds who wants row 1. */
static bool cross(struct db *db, void *ctx, struct fail *f)
{
    struct crossing *c = ctx;
    c->tries++;
    return db_run(db, &title, NULL, f, db_text(mem_printf(house.m, "mine %d", c->tries)), db_int(1)) &&
           (c->tries > 1 || sleep_at_server(db, 400, f)) && db_run(db, &title, NULL, f, db_text("mine too"), db_int(2));
}

static void a_deadlock_is_tried_again(void **state)
{
    (void)state;
    int status;
    struct fail f = { .kind = FAIL_NONE };
    struct crossing c = { 0 };
    rows_draft();
    assert_int_equal(house_sql("INSERT INTO round (id, slug, title, created_at) SELECT 1 + seq, CONCAT('r', seq), 'x', NOW(6) FROM seq_1_to_50"), 0);
    struct db *db = house_owner();
    fflush(NULL);
    pid_t other = fork();
    if (other == 0) /* has changed more, so that the server gives up the other one */
        _exit(house_sql("START TRANSACTION; UPDATE round SET title = 'theirs' WHERE id > 1; DO SLEEP(0.2); "
                        "UPDATE round SET title = 'theirs' WHERE id = 1; DO SLEEP(0.3); COMMIT") != 0);
    house_ok(db_transaction(db, cross, &c, &f), f);
    waitpid(other, &status, 0);
    assert_int_equal(status, 0);
    assert_true(c.tries >= 2);
    assert_int_equal(house_number("SELECT COUNT(*) FROM round WHERE id = 1 AND title LIKE 'mine%'"), 1);
    assert_int_equal(house_number("SELECT COUNT(*) FROM round WHERE title = 'mine too'"), 1);
}

static bool once(struct db *db, void *ctx, struct fail *f)
{
    const char *word = ctx;
    return db_run(db, &title, NULL, f, db_text(word), db_int(1));
}

static bool not_at_all(struct db *db, void *ctx, struct fail *f)
{
    return once(db, ctx, f) && fail_set(f, FAIL_CONFLICT, "changed_my_mind", "x");
}

static void what_the_work_refuses_is_rolled_back(void **state)
{
    (void)state;
    struct fail f = { .kind = FAIL_NONE };
    rows_draft();
    struct db *db = house_owner();
    house_fails(db_transaction(db, not_at_all, (void *)"half", &f), f, "changed_my_mind");
    assert_int_equal(house_number("SELECT COUNT(*) FROM round WHERE title = 'half'"), 0);
    house_ok(db_transaction(db, once, (void *)"whole", &f), f);
    assert_int_equal(house_number("SELECT COUNT(*) FROM round WHERE title = 'whole'"), 1);
}

static bool lose(struct db *db, void *ctx, struct fail *f)
{
    (void)house_sql("SET @id = (SELECT ID FROM information_schema.PROCESSLIST WHERE DB = DATABASE() AND ID <> CONNECTION_ID() "
                    "AND COMMAND = 'Sleep' ORDER BY ID DESC LIMIT 1); EXECUTE IMMEDIATE CONCAT('KILL ', @id)");
    return once(db, ctx, f);
}

static void a_lost_connection_fails_its_unit_and_heals_with_the_next(void **state)
{
    (void)state;
    struct fail f = { .kind = FAIL_NONE };
    rows_draft();
    struct db *db = house_owner();
    house_fails(db_transaction(db, lose, (void *)"lost", &f), f, "database_away");
    assert_int_equal(f.kind, FAIL_UNAVAILABLE);
    house_ok(db_transaction(db, once, (void *)"healed", &f), f);
    assert_int_equal(house_number("SELECT COUNT(*) FROM round WHERE title = 'healed'"), 1);
}

static void uncertain(enum relay_loss loss, const char *word, int64_t stands)
{
    struct fail f = { .kind = FAIL_NONE };
    char *path = mem_printf(house.m, "%s/relay.sock", house.folder);
    rows_draft();
    pid_t child = relay_start(path, loss);
    struct db *db = db_connect(house.m, path, house.owner, NULL, "rows", &f);
    assert_non_null(db);
    bool done = db_transaction(db, once, (void *)word, &f);
    db_alive(db);
    relay_stop(child);
    assert_false(done);
    assert_int_equal(f.kind, FAIL_UNCERTAIN);
    assert_string_equal(f.code, "database_uncertain");
    assert_int_equal(house_number(mem_printf(house.m, "SELECT COUNT(*) FROM round WHERE title = '%s'", word)), stands);
}

static void a_lost_answer_to_commit_is_told_as_uncertain(void **state)
{
    (void)state;
    uncertain(RELAY_LOSES_ANSWER, "stands", 1);
    uncertain(RELAY_LOSES_QUESTION, "never arrived", 0);
}

SUITE(transact, cmocka_unit_test(a_deadlock_is_tried_again), cmocka_unit_test(what_the_work_refuses_is_rolled_back),
      cmocka_unit_test(a_lost_connection_fails_its_unit_and_heals_with_the_next),
      cmocka_unit_test(a_lost_answer_to_commit_is_told_as_uncertain));
