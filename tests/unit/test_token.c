/* What lib/trust/token promises: a form's word that nobody else can make, for one purpose, and secrets that do not tell each other. */
#include "check.h"

#include "secret.h"
#include "token.h"

static struct mem *m;
static unsigned char key[32];

static int start(void **state)
{
    (void)state;
    secret_start();
    secret_random(key, sizeof key);
    m = mem_new_secret(NULL, "test");
    return 0;
}

static int end(void **state)
{
    (void)state;
    mem_free(&m);
    return 0;
}

static void a_token_comes_back_with_its_instant(void **state)
{
    (void)state;
    static const instant at[] = {0, 1, INT64_C(1795509903000001), INT64_MAX};
    for (size_t i = 0; i < ROWS(at); i++) {
        struct token t = {0}, u = {0};
        const char *text = token_make(m, key, "objection", at[i]);
        assert_int_equal(strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
                         strlen(text));
        assert_true(token_read(text, key, "objection", &t));
        assert_true(t.opened_at == at[i]);
        assert_true(token_read(token_make(m, key, "objection", at[i]), key, "objection", &u));
        assert_memory_not_equal(t.secret, u.secret, TOKEN_SECRET);
    }
}

static void a_token_with_any_character_changed_is_none(void **state)
{
    (void)state;
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/=. \n\x80";
    struct token t;
    char *text = token_make(m, key, "objection", 1);
    size_t n = strlen(text);
    for (size_t i = 0; i < n; i++) {
        char was = text[i];
        for (const char *c = letters; *c != '\0'; c++) {
            text[i] = *c;
            assert_int_equal(token_read(text, key, "objection", &t), *c == was);
        }
        text[i] = was;
    }
    assert_false(token_read(mem_printf(m, "%sA", text), key, "objection", &t));
    for (size_t i = 0; i < n; i++)
        assert_false(token_read(mem_text_n(m, text, i), key, "objection", &t));
}

static void a_token_serves_one_purpose_under_one_key(void **state)
{
    (void)state;
    static const char *const others[] = {"", "union-code", "objection2", "objectio"};
    struct token t = {.opened_at = 4711};
    unsigned char wrong[32] = {0};
    const char *text = token_make(m, key, "objection", 1);
    for (size_t i = 0; i < ROWS(others); i++)
        assert_false(token_read(text, key, others[i], &t));
    assert_false(token_read(text, wrong, "objection", &t));
    assert_int_equal(t.opened_at, 4711);
    /* However long it is: two people of one notice have forms of their own. */
    char *one = mem_printf(m, "objection:%0100d/a", 0), *two = mem_printf(m, "objection:%0100d/b", 0);
    text = token_make(m, key, one, 1);
    assert_false(token_read(text, key, two, &t));
    assert_true(token_read(text, key, one, &t));
}

static void what_is_derived_differs_and_stays(void **state)
{
    (void)state;
    struct token t = {.secret = "sixteen secrets"}, u = t;
    unsigned char v[5][32] = {{0}}, w[5][32] = {{0}};
    struct token *tokens[2] = {&t, &u};
    for (int i = 0; i < 2; i++) {
        unsigned char(*to)[32] = i == 0 ? v : w;
        token_lookup_code(tokens[i], to[0]);
        token_form_hash(tokens[i], to[1]);
        token_name_key(tokens[i], to[2]);
        token_code_hash(to[0], to[3]);
        token_answer_seed(to[0], to[4]);
    }
    assert_memory_equal(v, w, sizeof v);
    for (int i = 0; i < 5; i++)
        for (int j = 0; j < i; j++)
            assert_memory_not_equal(v[i], v[j], 16);
    u.secret[15] ^= 1;
    token_lookup_code(&u, w[0]);
    assert_memory_not_equal(v[0], w[0], 16);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_token_comes_back_with_its_instant),
        cmocka_unit_test(a_token_with_any_character_changed_is_none),
        cmocka_unit_test(a_token_serves_one_purpose_under_one_key),
        cmocka_unit_test(what_is_derived_differs_and_stays),
    };
    return cmocka_run_group_tests_name("token", tests, start, end);
}
