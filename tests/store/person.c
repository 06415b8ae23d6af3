/* person: see person.h. */
#include "person.h"

#include "conf.h"
#include "enrol.h"
#include "keyring.h"
#include "officer_pass.h"
#include "secret.h"

#define PLANTED "何某在二〇二五年的专利不是他本人的"
#define CONTEXT "objection:230400170861:text"

struct db *staff;
struct fail f;
struct person admin, boss;
static char *office_code;
static struct seal_bytes sealed;

/* The one-time code of now, made usable again: what makes it good once is a test of its own. */
char *digits(const struct person *p)
{
    char code[7];
    instant now;
    house_sql(mem_printf(house.m, "UPDATE officer SET totp_step = 0 WHERE id = %lld", (long long)p->id));
    house_ok(db_now(staff, &now, &f), f);
    totp_digits(p->totp, now, code);
    return mem_text(house.m, code);
}

struct person enrolled(const char *login, uint32_t roles)
{
    struct enrol_operator_in in = { login, "某人", PASSWORD, staff_reads_cases(roles) || staff_reads_identity(roles) ? office_code : NULL, roles };
    struct enrol_operator_out out;
    struct person p = { .login = login, .password = PASSWORD };
    house_ok(enrol_operator(house.m, house_owner(), &in, &out, &f), f);
    assert_true(secret_from_base32(out.totp, p.totp, sizeof p.totp));
    p.id = out.id;
    p.recovery = out.recovery;
    return p;
}

int person_before(void **state)
{
    unsigned char seed[32] = { 7 }, case_key[SEAL_PUBLIC];
    (void)state;
    f = (struct fail){ .kind = FAIL_NONE };
    house_use("officers");
    house_sql("DELETE FROM rate_hit");
    if (staff)
        return 0;
    staff = house_account(DB_STAFF);
    house_ok(keyring_init(house.m, house_owner(), seed, &office_code, &f), f);
    admin = enrolled("chief", STAFF_ADMIN);
    boss = enrolled("boss", STAFF_APPROVER);
    house_ok(keyring_public(staff, KEYRING_CASE, case_key, &f), f);
    sealed = seal_close(house.m, case_key, CONTEXT, PLANTED, sizeof PLANTED);
    return 0;
}

bool enter_from(const struct person *p, const char *password, const char *code, const char *address, char **token)
{
    struct login_in in = { p->login, password, code, address };
    f = (struct fail){ .kind = FAIL_NONE };
    return login_enter(house.m, staff, &in, token, &f);
}

char *token_of(const struct person *p)
{
    char *token;
    house_ok(enter_from(p, p->password, digits(p), HOME, &token), f);
    return token;
}

bool holds(const char *token, struct login_session *s)
{
    f = (struct fail){ .kind = FAIL_NONE };
    return login_who(house.m, staff, token, s, &f);
}

struct login_session session_of(const struct person *p)
{
    struct login_session s;
    house_ok(holds(token_of(p), &s), f);
    return s;
}

/* True if the officer, signing in anew, reads what was sealed at the beginning. */
bool reads(const struct person *p)
{
    struct login_session s = session_of(p);
    struct seal_pair key;
    struct seal_bytes plain;
    f = (struct fail){ .kind = FAIL_NONE };
    return keyring_open(house.m, staff, &s, KEYRING_CASE, 1, sealed.data, sealed.len, &key, &f) &&
           seal_open(house.m, &key, CONTEXT, sealed.data, sealed.len, &plain, &f) && strcmp((char *)plain.data, PLANTED) == 0;
}

struct person invited(const char *login, uint32_t roles, char **code)
{
    struct login_session by = session_of(&admin);
    struct enrol_invite_in in = { login, "新人", roles };
    struct person p = { .login = login, .password = PASSWORD };
    house_ok(enrol_invite(house.m, staff, &by, &in, code, &p.id, &f), f);
    return p;
}

bool activate(struct person *p, const char *code, const char *password)
{
    struct officer_pass_row pass;
    char *offer, *uri, *typed, word[7];
    instant now;
    f = (struct fail){ .kind = FAIL_NONE };
    if (!enrol_pass(house.m, staff, code, &pass, &f))
        return false;
    house_ok(enrol_totp_offer(house.m, &pass, &offer, &f), f);
    house_ok(enrol_totp_show(house.m, &pass, offer, &uri, &typed, &f), f);
    const char *secret = strstr(uri, "secret=") + strlen("secret=");
    assert_true(secret_from_base32(mem_text_n(house.m, secret, strcspn(secret, "&")), p->totp, sizeof p->totp));
    house_ok(db_now(staff, &now, &f), f);
    totp_digits(p->totp, now, word);
    struct enrol_activate_in in = { code, offer, password, word };
    return enrol_activate(house.m, staff, &in, &p->recovery, &f);
}

struct person officer(const char *login, uint32_t roles)
{
    char *code;
    struct person p = invited(login, roles, &code);
    house_ok(activate(&p, code, PASSWORD), f);
    return p;
}

void granted(const struct person *to)
{
    struct login_session by = session_of(&boss);
    house_ok(keyring_grant(staff, &by, KEYRING_CASE, to->id, &f), f);
}

/* A code for one who lost his password, by the two who may. */
char *reset_code(const struct person *p)
{
    struct login_session asks = session_of(&admin), agrees = session_of(&boss);
    char *code;
    house_ok(enrol_reset_ask(staff, &asks, p->id, &f), f);
    int64_t pass = NUMBER("SELECT MAX(id) FROM officer_pass WHERE officer_id = %lld", p->id);
    house_ok(enrol_reset_agree(house.m, staff, &agrees, pass, &code, &f), f);
    return code;
}

bool reset(struct person *p, const char *code, const char *recovery, const char *one_time)
{
    struct enrol_reset_in in = { code, one_time, recovery, ANOTHER };
    char *made;
    f = (struct fail){ .kind = FAIL_NONE };
    if (!enrol_reset(house.m, staff, &in, &made, &f))
        return false;
    p->password = ANOTHER;
    p->recovery = made ? made : p->recovery;
    return true;
}
