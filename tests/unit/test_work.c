/* What lib/trust/work promises: a proof is good for its form and its task, whole, and for nothing else. The proofs were reckoned elsewhere
 * (tests/support/proof.py). */
#include "check.h"

#include <string.h>

#include "work.h"

static const struct { const char *word; int bits; const char *proof; } good[] = {
    { "a form", 4, "1.7.5.13" }, { "a form", 7, "82.27.212.14" }, { "另一张", 6, "29.10.9.119" },
};

static void a_proof_is_good_for_its_form_and_task(void **state)
{
    (void)state;
    for (size_t i = 0; i < ROWS(good); i++) {
        assert_true(work_done(good[i].word, good[i].proof, good[i].bits));
        assert_true(work_done(good[i].word, good[i].proof, good[i].bits - 1));
        assert_false(work_done("a former", good[i].proof, good[i].bits));
        assert_false(work_done(good[i].word, good[i].proof, WORK_BITS_MAX));
    }
}

static void what_is_no_proof_is_none(void **state)
{
    (void)state;
    static const char *const none[] = {
        "", ".", "...", "82", "82.27.212", "82.27.212.", "82.27.212.14.", "82.27.212.14.1", "82.27.212.15", "83.27.212.14", "82.27.213.14",
        "27.82.212.14", "082.27.212.14", " 82.27.212.14", "82.27.212.14 ", "+82.27.212.14", "82.27.212.0x14", "82.27.212.00000000014",
        "99999999999.27.212.14", "82,27,212,14", "８2.27.212.14",
    };
    for (size_t i = 0; i < ROWS(none); i++)
        assert_false(work_done("a form", none[i], 7));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_proof_is_good_for_its_form_and_task),
        cmocka_unit_test(what_is_no_proof_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
