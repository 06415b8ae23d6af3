/* What lib/model/objection promises besides what the walk proves (tests/walk): who stands on which side, what each guard says, words. */
#include "check.h"

#include "conf.h"
#include "objection.h"
#include "staff.h"

static void nobody_on_the_identity_side_moves_what_was_said(void **state)
{
    (void)state;
    size_t count;
    const struct objection_move_row *rows = objection_moves(&count);
    for (size_t i = 0; i < count; i++) {
        bool identity = staff_reads_identity(rows[i].role | rows[i].second), cases = staff_reads_cases(rows[i].role | rows[i].second);
        assert_false(identity && cases);
        assert_int_equal(identity, rows[i].from == OBJECTION_SUBMITTED && rows[i].who == ACTOR_OFFICER);
    }
}

/* Whoever touches a case has said that nothing ties him to its candidate. */
static void every_officer_has_declared_himself(void **state)
{
    (void)state;
    size_t count;
    const struct objection_move_row *rows = objection_moves(&count);
    for (size_t i = 0; i < count; i++)
        assert_true(rows[i].who != ACTOR_OFFICER || (rows[i].guards & OBJECTION_GUARD_CLEAN));
}

/* Where a reading of the table ends nobody waits for anything. */
static void only_what_is_open_has_a_way_on(void **state)
{
    (void)state;
    size_t count;
    const struct objection_move_row *rows = objection_moves(&count);
    for (int s = 0; s < OBJECTION_STATE__MAX; s++) {
        bool way_on = false;
        for (size_t i = 0; i < count; i++)
            way_on = way_on || (int)rows[i].from == s;
        assert_true(way_on || objection_state_stage((enum objection_state)s) == OBJECTION_ENDED);
    }
}

static struct objection_facts in(enum objection_state state)
{
    return (struct objection_facts){ .state = state, .before = OBJECTION_STATE__MAX };
}

static void each_guard_has_its_reason(void **state)
{
    (void)state;
    const int64_t seven = 7;
    struct actor able = { ACTOR_OFFICER, 7, UINT32_MAX, true, false }, tied = able, silent = able;
    tied.conflicted = true;
    silent.declared = false;
    struct objection_facts f = in(OBJECTION_PRELIM_REVIEW);
    const struct objection_move_row *row = objection_find_move(MOVE_ACCEPT, OBJECTION_PRELIM_REVIEW, OBJECTION_STATE__MAX);
    assert_null(objection_may(row, &f, &able));
    assert_string_equal(objection_may(row, &f, &tied), "recused");
    assert_string_equal(objection_may(row, &f, &silent), "undeclared");
    assert_string_equal(objection_may_agree(row, &f, &able, 7), "same_person");
    assert_null(objection_may_agree(row, &f, &able, 8));
    f.state = OBJECTION_ACCEPTED;
    assert_string_equal(objection_may(row, &f, &able), "case_moved");
    f = in(OBJECTION_PRELIM_REVIEW);
    f.supplemented = true;
    row = objection_find_move(MOVE_ASK_SUPPLEMENT, OBJECTION_PRELIM_REVIEW, OBJECTION_STATE__MAX);
    assert_string_equal(objection_may(row, &f, &able), "once_only");
    f = in(OBJECTION_INVESTIGATING);
    f.assist_open = true;
    row = objection_find_move(MOVE_DRAFT_DECISION, OBJECTION_INVESTIGATING, OBJECTION_STATE__MAX);
    assert_string_equal(objection_may(row, &f, &able), "assist_open");
    f = in(OBJECTION_DECISION_DRAFTED);
    f.drafter = 7;
    row = objection_find_move(MOVE_DECIDE, OBJECTION_DECISION_DRAFTED, OBJECTION_STATE__MAX);
    assert_string_equal(objection_may(row, &f, &able), "same_person");
    f = in(OBJECTION_REVIEW_REQUESTED);
    f.hands = &seven;
    f.hand_count = 1;
    row = objection_find_move(MOVE_DECIDE_REVIEW, OBJECTION_REVIEW_REQUESTED, OBJECTION_STATE__MAX);
    assert_string_equal(objection_may(row, &f, &able), "same_person");
}

static void a_suspended_case_goes_back_where_it_was(void **state)
{
    (void)state;
    const struct objection_move_row *row = objection_find_move(MOVE_RESUME, OBJECTION_SUSPENDED, OBJECTION_ACCEPTED);
    assert_int_equal(row->to, OBJECTION_ACCEPTED);
    assert_null(objection_find_move(MOVE_RESUME, OBJECTION_SUSPENDED, OBJECTION_CLOSED));
}

static void every_term_has_its_word_and_its_length(void **state)
{
    (void)state;
    for (int t = TERM_NONE + 1; t < TERM__MAX; t++) {
        enum term read;
        const struct term_row *row = term_find((enum term)t);
        assert_non_null(row);
        assert_true(term_read(row->word, &read));
        assert_int_equal(read, t);
        assert_int_equal(conf_number(row->setting), row->usual);
    }
    assert_null(term_find(TERM_NONE));
}

static void words_are_read_as_they_are_written(void **state)
{
    (void)state;
    static const char *const wrong[] = {"", "submitted", "SUBMITTED ", "SUBMIT", "NULL", "已提交"};
    enum objection_state s;
    enum objection_kind k;
    for (int i = 0; i < OBJECTION_STATE__MAX; i++) {
        assert_true(objection_state_read(objection_state_word((enum objection_state)i), &s));
        assert_int_equal(s, i);
        assert_true(strlen(objection_state_word((enum objection_state)i)) <= 24);
    }
    for (int i = 0; i < OBJECTION_KIND__MAX; i++) {
        assert_true(objection_kind_read(objection_kind_word((enum objection_kind)i), &k));
        assert_int_equal(k, i);
    }
    for (int i = 0; i < OBJECTION_MOVE__MAX; i++)
        assert_true(strlen(objection_move_word((enum objection_move)i)) <= 24);
    for (size_t i = 0; i < ROWS(wrong); i++) {
        assert_false(objection_state_read(wrong[i], &s));
        assert_false(objection_kind_read(wrong[i], &k));
    }
    assert_null(objection_state_word(OBJECTION_STATE__MAX));
    assert_null(objection_move_word(OBJECTION_MOVE__MAX));
    assert_null(objection_kind_word(OBJECTION_KIND__MAX));
}

static void the_grounds_are_the_choices_of_the_form(void **state)
{
    (void)state;
    static const char *const groups[] = {"CONDITION", "ADVANCED", "EXCLUDED", "OTHER"};
    size_t count, group = 0;
    const struct objection_ground *grounds = objection_grounds(&count);
    char joined[400] = "";
    for (size_t i = 0; i < count; i++) {
        size_t n = strlen(joined);
        snprintf(joined + n, sizeof joined - n, "%s%s", i > 0 ? "|" : "", grounds[i].code);
        while (group < ROWS(groups) && strcmp(groups[group], grounds[i].group) != 0)
            group++;
        assert_true(group < ROWS(groups)); /* groups stand together, in their order */
    }
    assert_string_equal(joined, OBJECTION_GROUND_CHOICES);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nobody_on_the_identity_side_moves_what_was_said), cmocka_unit_test(every_officer_has_declared_himself),
        cmocka_unit_test(only_what_is_open_has_a_way_on), cmocka_unit_test(each_guard_has_its_reason),
        cmocka_unit_test(a_suspended_case_goes_back_where_it_was), cmocka_unit_test(every_term_has_its_word_and_its_length),
        cmocka_unit_test(words_are_read_as_they_are_written),
        cmocka_unit_test(the_grounds_are_the_choices_of_the_form),
    };
    return cmocka_run_group_tests_name("objection", tests, NULL, NULL);
}
