/* What lib/trust/password promises: one slow hash, two secrets that do not tell each other, a lost password that loses nothing. */
#include "check.h"

#include "password.h"
#include "seal.h"
#include "secret.h"

static struct mem *m;

static int start(void **state)
{
    (void)state;
    secret_start();
    m = mem_new_secret(NULL, "test");
    return 0;
}

static int end(void **state)
{
    (void)state;
    mem_free(&m);
    return 0;
}

static void only_the_password_opens(void **state)
{
    (void)state;
    struct password_record r, again;
    unsigned char wrap[32], wrap2[32], got[32] = {0}, zero[32] = {0};
    password_make(&r, wrap, "trout-lamp-cedar-91");
    assert_true(r.memory_kib >= 64 * 1024 && r.passes >= 2);
    assert_memory_not_equal(r.verifier, wrap, 32);
    assert_false(password_check(&r, "trout-lamp-cedar-92", got));
    assert_false(password_check(&r, "", got));
    assert_memory_equal(got, zero, 32);
    assert_true(password_check(&r, "trout-lamp-cedar-91", got));
    assert_memory_equal(got, wrap, 32);
    password_make(&again, wrap2, "trout-lamp-cedar-91");
    assert_memory_not_equal(again.salt, r.salt, sizeof r.salt);
    assert_memory_not_equal(again.verifier, r.verifier, 32);
    assert_memory_not_equal(wrap2, wrap, 32);
}

static void composed_and_decomposed_letters_are_one_password(void **state)
{
    (void)state;
    struct password_record r;
    unsigned char wrap[32], got[32];
    password_make(&r, wrap, "caf\u00e9-lamp-cedar-91");
    assert_true(password_check(&r, "cafe\u0301-lamp-cedar-91", got));
    assert_memory_equal(got, wrap, 32);
}

static void records_below_todays_cost_still_open_and_are_told(void **state)
{
    (void)state;
    struct password_record r;
    unsigned char wrap[32], got[32];
    password_make(&r, wrap, "x");
    assert_false(password_is_old(&r));
    static const struct { uint32_t passes, memory_kib; bool old; } rows[] = {
        {1, 65536, true}, {2, 65535, true}, {2, 32768, true}, {2, 65536, false}, {3, 131072, false}};
    for (size_t i = 0; i < ROWS(rows); i++) {
        r.passes = rows[i].passes;
        r.memory_kib = rows[i].memory_kib;
        assert_int_equal(password_is_old(&r), rows[i].old);
    }
    static const struct {
        uint32_t passes, memory_kib;
    } hostile[] = {{0, 65536}, {17, 65536}, {2, 0}, {2, 7}, {2, UINT32_MAX}, {UINT32_MAX, 8}};
    for (size_t i = 0; i < ROWS(hostile); i++) {
        r.passes = hostile[i].passes;
        r.memory_kib = hostile[i].memory_kib;
        assert_false(password_check(&r, "x", got));
    }
    password_check_nobody("x");
}

/* An officer's private key, wrapped twice: the password changes, is then lost, and the key is still read by the printed code. */
static void a_key_outlives_its_passwords(void **state)
{
    (void)state;
    struct fail f;
    struct seal_pair officer;
    struct password_record r;
    unsigned char wrap[32], code[32], by_password[SEAL_WRAPPED], by_code[SEAL_WRAPPED], key[SEAL_PRIVATE];
    seal_pair_make(&officer);
    password_make(&r, wrap, "the first password");
    const char *printed = password_code_make(m, code);
    seal_wrap(by_password, wrap, "officer:7:password", officer.private_key);
    seal_wrap(by_code, code, "officer:7:code", officer.private_key);

    assert_true(password_check(&r, "the first password", wrap));
    assert_true(seal_unwrap(key, wrap, "officer:7:password", by_password, &f));
    password_make(&r, wrap, "the second password");
    seal_wrap(by_password, wrap, "officer:7:password", key);
    assert_false(password_check(&r, "the first password", wrap));
    assert_true(password_check(&r, "the second password", wrap));
    assert_true(seal_unwrap(key, wrap, "officer:7:password", by_password, &f));
    assert_memory_equal(key, officer.private_key, SEAL_PRIVATE);

    unsigned char typed[32];
    memset(key, 0, sizeof key);
    assert_true(password_code_read(printed, typed));
    assert_true(seal_unwrap(key, typed, "officer:7:code", by_code, &f));
    assert_memory_equal(key, officer.private_key, SEAL_PRIVATE);
    password_make(&r, wrap, "the third password");
    seal_wrap(by_password, wrap, "officer:7:password", key);
    struct seal_bytes out, sealed = seal_close(m, officer.public_key, "objection:1:text", "still read", 11);
    struct seal_pair back = officer;
    assert_true(seal_unwrap(back.private_key, wrap, "officer:7:password", by_password, &f));
    assert_true(seal_open(m, &back, "objection:1:text", sealed.data, sealed.len, &out, &f));
    assert_string_equal((char *)out.data, "still read");
}

static void recovery_codes_are_read_however_typed(void **state)
{
    (void)state;
    unsigned char secret[32], got[32];
    for (int round = 0; round < 50; round++) {
        char *shown = password_code_make(m, secret), typed[64];
        assert_int_equal(strlen(shown), 39);
        size_t n = 0;
        for (size_t i = 0; shown[i] != '\0'; i++) {
            char c = shown[i];
            if (i % 5 == 4)
                assert_int_equal(c, '-');
            typed[n++] = c == '-'   ? ' '
                         : c == 'O' ? '0'
                         : c == 'L' ? '1'
                         : c == 'B' ? '8'
                                    : (char)(c >= 'A' ? c + 32 : c);
        }
        typed[n] = '\0';
        assert_true(password_code_read(typed, got));
        assert_memory_equal(got, secret, 32);
        shown[0] = shown[0] == 'A' ? 'C' : 'A';
        assert_true(password_code_read(shown, got));
        assert_memory_not_equal(got, secret, 32);
    }
    static const char *const wrong[] = {"", "AAAA", "AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAA",
                                        "AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAAA",
                                        "AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAA*"};
    for (size_t i = 0; i < ROWS(wrong); i++)
        assert_false(password_code_read(wrong[i], got));
}

static void weak_passwords_are_told_apart(void **state)
{
    (void)state;
    static const struct { const char *password, *code; } rows[] = {
        {"", "password_short"},
        {"fourteen-chars", "password_short"},
        {"公示公示公示公示公示公示公示", "password_short"}, /* long in bytes, short in points */
        {"aaaaaaaaaaaaaaaaaaaa", "password_common"},
        {"12345678901234567890", "password_common"},
        {"abcdefghijklmnopqrst", "password_common"},
        {"passwordpassword2026", "password_common"},
        {"Password@Hangzhou2026", "password_common"},
        {"hangzhougonghui2026!", "password_common"},
        {"GongShi-GongShi-2026", "password_common"},
        {"li.ming.li.ming.2026", "password_common"},
        {"LI.MING-li.ming-LI.MING", "password_common"},
        {"杭州市总工会数字工匠公示异议管理员", "password_common"},
        {"correcthorsebatterystaple", "password_common"},
        {"qwertyuiop123456", "password_common"},
        {"trout-lamp-cedar-91", NULL},
        {"西湖边的三只猫在看雨吃莲子糖", "password_short"},
        {"西湖边的三只猫在看雨还吃莲子糖", NULL},
        {"fifteen letters", NULL},
        {"k7#Pq9!vTz2@Lm4xW", NULL},
    };
    for (size_t i = 0; i < ROWS(rows); i++) {
        struct fail f = {0};
        bool good = password_acceptable(rows[i].password, "li.ming", &f);
        if (good != (rows[i].code == NULL) || (!good && strcmp(f.code, rows[i].code) != 0))
            fail_msg("row %zu: %s", i, good ? "taken" : f.code);
    }
    struct fail f;
    char wide[400];
    for (int i = 0; i < 257; i++)
        wide[i] = (char)('!' + i * 7 % 90);
    wide[257] = '\0';
    assert_false(password_acceptable(wide, "", &f));
    assert_string_equal(f.code, "password_long");
    wide[256] = '\0';
    assert_true(password_acceptable(wide, "", &f));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_the_password_opens),
        cmocka_unit_test(composed_and_decomposed_letters_are_one_password),
        cmocka_unit_test(records_below_todays_cost_still_open_and_are_told),
        cmocka_unit_test(a_key_outlives_its_passwords),
        cmocka_unit_test(recovery_codes_are_read_however_typed),
        cmocka_unit_test(weak_passwords_are_told_apart),
    };
    return cmocka_run_group_tests_name("password", tests, start, end);
}
