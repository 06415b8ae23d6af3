/* world: see world.h. */
#include "world.h"

#include <mysql.h>
#include <stdarg.h>

#include "keyring.h"
#include "secret.h"
#include "staff.h"

struct world_officer world_officers[WORLD_OFFICERS];
size_t world_officer_count;
const struct union_session_row world_union = { .id = 1, .contact_id = 1, .union_id = 1 },
                               world_other_union = { .id = 2, .contact_id = 2, .union_id = 2 };
struct db *world_staff, *world_public, *world_unions, *world_notify;
const unsigned char world_tag_key[32] = { 1 };
int64_t world_now;

static MYSQL *sql;
static uint64_t numbers;
static struct fail f;

/* ---- chance and time ---- */

uint64_t world_random(uint64_t below)
{
    numbers ^= numbers >> 12;
    numbers ^= numbers << 25;
    numbers ^= numbers >> 27;
    return (numbers * UINT64_C(2685821657736338717) >> 11) % below;
}

bool world_chance(unsigned percent)
{
    return world_random(100) < percent;
}

void world_travel(int64_t seconds)
{
    struct db *const all[] = { world_staff, world_public, world_unions, world_notify };
    char text[60];
    world_now += seconds;
    int n = snprintf(text, sizeof text, "SET timestamp = %lld", (long long)world_now);
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        house_ok(db_script(all[i], "travel", text, (size_t)n, &f), f);
    world_sql("%s", text);
}

/* ---- SQL of the walk's own ---- */

unsigned world_try(const char *text)
{
    if (mysql_query(sql, text) != 0)
        return mysql_errno(sql);
    for (int next = 0; next == 0; next = mysql_next_result(sql))
        mysql_free_result(mysql_store_result(sql));
    return mysql_errno(sql);
}

void world_sql(const char *format, ...)
{
    struct mem *m = mem_new(NULL, "sql");
    va_list list;
    va_start(list, format);
    const char *text = mem_vprintf(m, format, list);
    va_end(list);
    if (world_try(text) != 0)
        log_die("%s: %s", mysql_error(sql), text);
    mem_free(&m);
}

static bool row(struct mem *m, char **columns, size_t count, const char *text)
{
    if (mysql_query(sql, text) != 0)
        log_die("%s: %s", mysql_error(sql), text);
    MYSQL_RES *rows = mysql_store_result(sql);
    MYSQL_ROW first = rows ? mysql_fetch_row(rows) : NULL;
    for (size_t i = 0; first && i < count; i++)
        columns[i] = first[i] ? mem_text(m, first[i]) : NULL;
    mysql_free_result(rows);
    return first != NULL;
}

bool world_row(struct mem *m, char **columns, size_t count, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    char *text = mem_vprintf(m, format, list);
    va_end(list);
    return row(m, columns, count, text);
}

int64_t world_number(const char *format, ...)
{
    struct mem *m = mem_new(NULL, "number");
    char *column = NULL;
    va_list list;
    va_start(list, format);
    bool there = row(m, &column, 1, mem_vprintf(m, format, list));
    va_end(list);
    int64_t number = there && column ? strtoll(column, NULL, 10) : 0;
    mem_free(&m);
    return number;
}

/* ---- the people ---- */

#define TIED 1
#define SILENT 2
static const struct { const char *login; uint32_t roles; int how; } people[] = {
    { "chief", STAFF_CASE | STAFF_APPROVER, 0 }, { "ding", STAFF_CASE, 0 }, { "wu", STAFF_CASE, 0 }, { "head", STAFF_APPROVER, 0 },
    { "desk", STAFF_IDENTITY, 0 }, { "intake-a", STAFF_INTAKE, 0 }, { "intake-b", STAFF_INTAKE, 0 }, { "reviewer", STAFF_REVIEWER, 0 },
    { "both", STAFF_REVIEWER | STAFF_CASE, 0 }, { "kin", STAFF_CASE | STAFF_APPROVER | STAFF_REVIEWER, TIED },
    { "kin-desk", STAFF_IDENTITY, TIED }, { "shy", STAFF_CASE | STAFF_APPROVER, SILENT }, { "editor", STAFF_EDITOR, 0 },
    { "publisher", STAFF_PUBLISHER, 0 }, { "auditor", STAFF_AUDITOR, 0 },
};

/* No password: the walk comes in by no door. The keys are handed out by the office's recovery code, as the operator does it. */
static void hire(size_t i, struct db *owner, const char *recovery)
{
    struct world_officer *o = &world_officers[i];
    unsigned char seed[32] = { (unsigned char)(i + 1) };
    *o = (struct world_officer){ .tied = people[i].how == TIED, .silent = people[i].how == SILENT,
                                 .reads_cases = staff_reads_cases(people[i].roles),
                                     .reads_persons = staff_reads_identity(people[i].roles) };
    o->s = (struct login_session){ .id = (int64_t)i + 1, .officer_id = (int64_t)i + 1, .roles = people[i].roles, .fresh = true,
                                   .name = mem_text(house.m, people[i].login), .login = mem_text(house.m, people[i].login),
                                   .csrf = mem_text(house.m, "") };
    seal_pair_from_seed(&o->s.keys, seed);
    const char *hex = secret_to_hex(house.m, o->s.keys.public_key, SEAL_PUBLIC);
    world_sql("INSERT INTO officer (id, login, name, roles, state, pw_salt, pw_passes, pw_memory_kib, pw_verifier, key_by_password, "
        "key_by_recovery, public_key, "
              "created_at) VALUES (%zu, '%s', '%s', %u, 'ACTIVE', REPEAT('s', 16), 1, 8, REPEAT('v', 32), REPEAT('k', 72), REPEAT('r', "
              "72), UNHEX('%s'), "
              "UTC_TIMESTAMP(6))", i + 1, people[i].login, people[i].login, (unsigned)people[i].roles, hex);
    if (o->reads_cases || o->reads_persons)
        house_ok(keyring_grant_recovery(owner, recovery, (int64_t)i + 1, &f), f);
    world_officer_count = i + 1;
}

static void connect_owner(void)
{
    my_bool off = 0;
    sql = mysql_init(NULL);
    mysql_optionsv(sql, MYSQL_OPT_RECONNECT, &off);
    if (!mysql_real_connect(sql, NULL, house.owner, NULL, "walk", 0, house.socket, CLIENT_MULTI_STATEMENTS))
        log_die("%s", mysql_error(sql));
    world_sql("SET NAMES utf8mb4, time_zone = '+00:00', sql_mode = '" DB_SQL_MODE "'");
}

static int64_t last_round;

static void settle(void)
{
    static const unsigned char notify_seed[32] = { 9 };
    static struct db *owner;
    char *recovery;
    if (!owner)
        owner = house_owner();
    house_ok(keyring_init(house.m, owner, notify_seed, &recovery, &f), f);
    for (size_t i = 0; i < sizeof people / sizeof people[0]; i++)
        hire(i, owner, recovery);
    world_sql("INSERT INTO nominating_union (id, code, name, kind) VALUES (1, 'sc', '上城区总工会', 'DISTRICT'), (2, 'gs', '拱墅区总工会', 'DISTRICT');"
              "INSERT INTO union_contact (id, union_id, rank, name, phone, email) VALUES (1, 1, 'PRIMARY', '甲', '13800000001', "
              "'a@example.org'),"
              " (2, 2, 'PRIMARY', '乙', '13800000002', 'b@example.org')");
    last_round = 0;
    world_now = 1767571200; /* 2026-01-05 08:00 in Beijing, a Monday */
    world_travel(0);
}

void world_begin(uint64_t seed)
{
    numbers = seed * UINT64_C(0x9E3779B97F4A7C15) + 1;
    assert_int_equal(house_begin(NULL), 0);
    house_use("walk");
    connect_owner();
    world_sql("INSERT IGNORE INTO calendar_year (year, revision, paper, loaded_at) SELECT seq, 1, 'tests', '2023-01-01' FROM "
        "seq_2024_to_2039");
    world_staff = house_account(DB_STAFF);
    world_public = house_account(DB_PUBLIC);
    world_unions = house_account(DB_UNION);
    world_notify = house_account(DB_NOTIFY);
    settle();
}

void world_empty(void)
{
    world_sql("DROP TABLE walk_objector, walk_published, walk_move");
    house_empty();
    settle();
}

/* ---- one round after another ---- */

static void publish(int64_t version)
{
    world_sql("UPDATE notice_version SET state = 'PUBLISHED', published_by = 14, published_at = UTC_TIMESTAMP(6) WHERE id = %lld",
        (long long)version);
}

struct world_round world_round(void)
{
    int64_t last = ++last_round;
    struct world_round r = { .id = last, .version = last * 100, .closes = world_now + (7 + (int64_t)world_random(14)) * 86400 };
    r.notice = mem_printf(house.m, "n-%lld", (long long)last);
    world_sql("INSERT INTO round (id, slug, title, created_at) VALUES (%lld, 'r-%lld', '届', UTC_TIMESTAMP(6));"
              "INSERT INTO notice (id, round_id, slug, created_at) VALUES (%lld, %lld, '%s', UTC_TIMESTAMP(6));"
              "INSERT INTO notice_version (id, notice_id, version, state, title, body, drafted_by, created_at, open_day, close_day, "
              "opens_at, "
              "closes_at) VALUES (%lld, %lld, 1, 'DRAFT', '公示', '全文', 13, UTC_TIMESTAMP(6), DATE(UTC_TIMESTAMP()), "
              "DATE(FROM_UNIXTIME(%lld)), "
              "UTC_TIMESTAMP(6), FROM_UNIXTIME(%lld))",
              (long long)last, (long long)last, (long long)last, (long long)last, r.notice, (long long)r.version, (long long)last,
              (long long)r.closes, (long long)r.closes);
    for (int64_t i = 0; i < WORLD_CANDIDATES; i++) {
        r.candidates[i] = last * 10 + i;
        r.slugs[i] = mem_printf(house.m, "c-%lld", (long long)r.candidates[i]);
        world_sql("INSERT INTO candidate (id, round_id, slug) VALUES (%lld, %lld, '%s');"
                  "INSERT INTO candidate_entry (version_id, candidate_id, award, seq, name, employer, post, union_id, union_name, field, "
                  "deeds) "
                  "VALUES (%lld, %lld, '%s', %lld, '人选', '虚构公司', '技师', 1, '上城区总工会', '大数据', '')",
                  (long long)r.candidates[i], (long long)last, r.slugs[i], (long long)r.version, (long long)r.candidates[i],
                  i + 1 < WORLD_CANDIDATES ? "CRAFTSMAN" : "NOMINATION", (long long)i + 1);
    }
    publish(r.version);
    return r;
}

int64_t world_correct(struct world_round *r, const bool again[WORLD_CANDIDATES], const bool craftsman[WORLD_CANDIDATES])
{
    int64_t old = r->version++, closes = world_now + (3 + (int64_t)world_random(5)) * 86400;
    world_sql("INSERT INTO notice_version (id, notice_id, version, state, title, body, drafted_by, created_at, open_day, close_day, "
        "opens_at, "
              "closes_at, reason) SELECT %lld, notice_id, version + 1, 'DRAFT', title, body, drafted_by, UTC_TIMESTAMP(6), "
              "DATE(UTC_TIMESTAMP()), "
              "DATE(FROM_UNIXTIME(%lld)), UTC_TIMESTAMP(6), FROM_UNIXTIME(%lld), '更正' FROM notice_version WHERE id = %lld",
              (long long)r->version, (long long)closes, (long long)closes, (long long)old);
    for (int i = 0; i < WORLD_CANDIDATES; i++)
        world_sql("INSERT INTO candidate_entry (version_id, candidate_id, award, seq, name, employer, post, union_id, union_name, field, "
            "deeds, "
                  "period_version_id) SELECT %lld, candidate_id, %s, seq, name, employer, post, union_id, union_name, field, deeds, "
                  "%s FROM candidate_entry WHERE version_id = %lld AND candidate_id = %lld",
                  (long long)r->version, again[i] && craftsman[i] ? "'CRAFTSMAN'" : "award", again[i] ? "NULL"
                      : "COALESCE(period_version_id, version_id)",
                  (long long)old, (long long)r->candidates[i]);
    publish(r->version);
    return closes;
}
