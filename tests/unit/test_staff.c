/* What lib/model/staff and lib/model/message promise: who may not be one person, and the table of messages. */
#include "check.h"

#include "message.h"
#include "staff.h"

static void no_one_reads_both_what_and_who(void **state)
{
    (void)state;
    int fitting = 0;
    for (uint32_t roles = 0; roles < 1024; roles++) {
        bool what = roles & (STAFF_CASE | STAFF_APPROVER | STAFF_REVIEWER), who = roles & STAFF_IDENTITY,
             admin = roles & STAFF_ADMIN, intake = roles & STAFF_INTAKE;
        bool want = roles < 512 && what + who + admin + intake <= 1;
        assert_int_equal(staff_roles_fit(roles), want);
        assert_int_equal(staff_reads_cases(roles), what);
        assert_int_equal(staff_reads_identity(roles), who);
        assert_int_equal(staff_sees_objections(roles), what || who || intake);
        fitting += want;
    }
    assert_int_equal(fitting, 8 * 11); /* three free roles; none, identity, admin, intake, or one of seven on the case side */
    assert_false(staff_roles_fit(UINT32_MAX));
}

static void bits_are_stored_and_never_move(void **state)
{
    (void)state;
    static const struct { uint32_t bit; const char *word;
    } rows[] = {{1, "editor"},    {2, "publisher"}, {4, "identity"}, {8, "case"},
                {16, "approver"}, {32, "admin"},    {64, "auditor"},
                {128, "intake"}, {256, "reviewer"}};
    for (size_t i = 0; i < ROWS(rows); i++)
        assert_string_equal(staff_role_word(rows[i].bit), rows[i].word);
    static const uint32_t none[] = {0, 3, 512, 0x80000000u};
    for (size_t i = 0; i < ROWS(none); i++)
        assert_null(staff_role_word(none[i]));
}

static void messages_have_their_words(void **state)
{
    (void)state;
    static const struct { const char *word; enum message_to to; bool urgent;
    } rows[MESSAGE_EVENT__MAX] = {{"notice_published", MESSAGE_TO_UNION, false}, {"notice_corrected", MESSAGE_TO_UNION, false},
                                  {"notice_final", MESSAGE_TO_UNION, false},
                                  {"assist_requested", MESSAGE_TO_UNION, false},
                                  {"assist_changed", MESSAGE_TO_UNION, false}, {"assist_reminder", MESSAGE_TO_UNION, false},
                                  {"assist_overdue", MESSAGE_TO_UNION, false}, {"case_told", MESSAGE_TO_UNION, false},
                                  {"request_late", MESSAGE_TO_OFFICE, false},
                                  {"office_late", MESSAGE_TO_OFFICE, false}, {"digest", MESSAGE_TO_UNION, false}, {"union_code", MESSAGE_TO_UNION, true},
                                  {"objection_news", MESSAGE_TO_OBJECTOR, false}};
    enum message_event e;
    for (int i = 0; i < MESSAGE_EVENT__MAX; i++) {
        const struct message_row *row = message_row((enum message_event)i);
        assert_int_equal(row->event, i);
        assert_string_equal(row->word, rows[i].word);
        assert_true(row->to == rows[i].to && row->urgent == rows[i].urgent);
        assert_true(message_read(row->word, &e));
        assert_int_equal(e, i);
    }
    assert_false(message_read("", &e));
    assert_false(message_read("notice", &e));
    assert_string_equal(message_row(MESSAGE_OBJECTION_NEWS)->params, ""); /* nothing of a case leaves but its number */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_one_reads_both_what_and_who),
        cmocka_unit_test(bits_are_stored_and_never_move),
        cmocka_unit_test(messages_have_their_words),
    };
    return cmocka_run_group_tests_name("staff", tests, NULL, NULL);
}
