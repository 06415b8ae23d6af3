/* What lib/model/objection promises: exactly these moves, each by exactly these people. The list below was written from the
 * procedure, not from the table; every pair of a move and a state that it does not name must be impossible. */
#include "check.h"

#include "objection.h"
#include "staff.h"

static const struct { const char *move, *from, *to; uint32_t who; int workdays; } procedure[] = {
    {"CONFIRM_IDENTITY", "SUBMITTED", "PRELIM_REVIEW", STAFF_IDENTITY, 3},
    {"DENY_IDENTITY", "SUBMITTED", "CLUE", STAFF_IDENTITY, 0},
    {"ACCEPT", "PRELIM_REVIEW", "ACCEPTED", STAFF_CASE, 15},
    {"REFUSE", "PRELIM_REVIEW", "NOT_ACCEPTED", STAFF_CASE, 0},
    {"ASK_UNION", "ACCEPTED", "ASSIST_REQUESTED", STAFF_CASE, 5},
    {"UNION_REPLIES", "ASSIST_REQUESTED", "ASSIST_REPLIED", 0, 0},
    {"DRAFT_DECISION", "ACCEPTED", "DECISION_DRAFTED", STAFF_CASE, 5},
    {"DRAFT_DECISION", "ASSIST_REPLIED", "DECISION_DRAFTED", STAFF_CASE, 5},
    {"RETURN_DECISION", "DECISION_DRAFTED", "ACCEPTED", STAFF_APPROVER, 5},
    {"DECIDE", "DECISION_DRAFTED", "DECIDED", STAFF_APPROVER, 0},
};

static void only_the_procedure_moves_a_case(void **state)
{
    (void)state;
    size_t possible = 0, count;
    for (int move = 0; move < OBJECTION_MOVE__MAX; move++)
        for (int from = 0; from < OBJECTION_STATE__MAX; from++) {
            const struct objection_move_row *row =
                objection_find_move((enum objection_move)move, (enum objection_state)from);
            size_t i = 0;
            while (i < ROWS(procedure) &&
                   (strcmp(procedure[i].move, objection_move_word((enum objection_move)move)) != 0 ||
                    strcmp(procedure[i].from, objection_state_word((enum objection_state)from)) != 0))
                i++;
            assert_int_equal(row != NULL, i < ROWS(procedure));
            if (row == NULL)
                continue;
            possible++;
            assert_string_equal(objection_state_word(row->to), procedure[i].to);
            assert_int_equal(row->role, procedure[i].who);
            assert_int_equal(row->deadline_workdays, procedure[i].workdays);
        }
    assert_int_equal(possible, ROWS(procedure));
    objection_moves(&count);
    assert_int_equal(count, ROWS(procedure));
}

static void nobody_on_the_identity_side_moves_what_was_said(void **state)
{
    (void)state;
    size_t count;
    const struct objection_move_row *rows = objection_moves(&count);
    for (size_t i = 0; i < count; i++) {
        bool identity = staff_reads_identity(rows[i].role), cases = staff_reads_cases(rows[i].role);
        assert_false(identity && cases);
        assert_int_equal(identity, rows[i].from == OBJECTION_SUBMITTED);
    }
}

static void every_state_is_reached_or_begins_and_ends(void **state)
{
    (void)state;
    static const char *const final[] = {"CLUE", "LATE_RECORDED", "NOT_ACCEPTED", "DECIDED"};
    static const char *const begins[] = {"SUBMITTED", "CLUE", "LATE_RECORDED"};
    size_t count;
    const struct objection_move_row *rows = objection_moves(&count);
    for (int s = 0; s < OBJECTION_STATE__MAX; s++) {
        const char *word = objection_state_word((enum objection_state)s);
        bool is_final = false, reached = false;
        for (size_t i = 0; i < ROWS(final); i++)
            is_final = is_final || strcmp(final[i], word) == 0;
        for (size_t i = 0; i < ROWS(begins); i++)
            reached = reached || strcmp(begins[i], word) == 0;
        for (size_t i = 0; i < count; i++)
            reached = reached || (int)rows[i].to == s;
        assert_true(reached);
        assert_int_equal(objection_state_is_final((enum objection_state)s), is_final);
    }
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
        cmocka_unit_test(only_the_procedure_moves_a_case),
        cmocka_unit_test(nobody_on_the_identity_side_moves_what_was_said),
        cmocka_unit_test(every_state_is_reached_or_begins_and_ends),
        cmocka_unit_test(words_are_read_as_they_are_written),
        cmocka_unit_test(the_grounds_are_the_choices_of_the_form),
    };
    return cmocka_run_group_tests_name("objection", tests, NULL, NULL);
}
