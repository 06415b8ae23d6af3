/* citizen: see citizen.h. */
#include "citizen.h"

#include "keyring.h"
#include "secret.h"

struct db *citizen_public, *citizen_staff, *citizen_union, *citizen_notify;
struct seal_pair citizen_notify_key;
struct fail citizen_fail;

void citizen_travel(struct db *db, const char *when)
{
    char *text = mem_printf(house.m, "SET timestamp = UNIX_TIMESTAMP('%s')", when);
    house_ok(db_script(db, "travel", text, strlen(text), &citizen_fail), citizen_fail);
}

/* One connection an account for all tests: the server has not many. */
static void at_work(struct db **db, enum db_account account)
{
    if (*db == NULL)
        *db = house_account(account);
    citizen_travel(*db, CITIZEN_NOW);
}

int citizen_before(void **state)
{
    static const unsigned char seed[32] = { 9 };
    static struct db *owner;
    char *recovery;
    (void)state;
    citizen_fail = (struct fail){ .kind = FAIL_NONE };
    rows_published();
    seal_pair_from_seed(&citizen_notify_key, seed);
    at_work(&owner, DB_OPERATOR);
    at_work(&citizen_public, DB_PUBLIC);
    at_work(&citizen_staff, DB_STAFF);
    at_work(&citizen_union, DB_UNION);
    at_work(&citizen_notify, DB_NOTIFY);
    house_ok(keyring_init(house.m, owner, seed, &recovery, &citizen_fail), citizen_fail);
    return 0;
}

struct token citizen_form(void)
{
    struct token form;
    instant now;
    house_ok(db_now(citizen_public, &now, &citizen_fail), citizen_fail);
    secret_random(form.secret, sizeof form.secret);
    form.opened_at = now - 5 * CLOCK_MINUTE;
    return form;
}

struct submit_in citizen_words(const struct token *form, enum objection_kind kind)
{
    static const unsigned char tag_key[32] = { 1 };
    bool named = kind != OBJECTION_ANONYMOUS, unit = kind == OBJECTION_UNIT;
    return (struct submit_in){ .token = form, .tag_key = tag_key, .notice = "2026-1", .candidate = "abc", .kind = kind, .grounds = "C1,UNTRUE",
                               .statement = CITIZEN_STATEMENT, .name = named ? "何某" : "", .phone = named ? "13900001111" : "",
                               .email = named ? "he@example.org" : "", .unit = unit ? "虚构单位" : "", .head = unit ? "何负责" : "" };
}

struct submit_out citizen_objects(enum objection_kind kind)
{
    struct token form = citizen_form();
    struct submit_in in = citizen_words(&form, kind);
    struct submit_out out;
    house_ok(submit_send(house.m, citizen_public, &in, &out, &citizen_fail), citizen_fail);
    return out;
}
