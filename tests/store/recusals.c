/* recusals: what ties an officer to a candidate is found, asked about, and settled by others; nobody settles for himself. */
#include "case_steps.h"
#include "queue_story.h"
#include "waiting.h"

/* The candidate's employer is 虚构公司, his union 上城区总工会 (case_steps.c). */
#define LIKE_EMPLOYER "虚构 有限公司"
#define LIKE_UNION "杭州市上城区总工会"

static struct login_session second; /* another head */

static int recusals_before(void **state)
{
    case_before(state);
    if (second.officer_id == 0) {
        struct person p = enrolled("second-head", STAFF_APPROVER);
        second = session_of(&p);
    }
    return 0;
}

static struct login_session newcomer(const char *login, uint32_t roles)
{
    struct person p = enrolled(login, roles);
    return session_of(&p);
}

static void tied_by(const struct login_session *who, enum tie_kind kind, const char *name)
{
    int64_t asked;
    house_ok(recuse_tie_add(staff, who, who->officer_id, kind, name, &asked, &f), f);
}

static int64_t request_of(const char *kind, const struct login_session *who)
{
    return house_number(mem_printf(house.m, "SELECT COALESCE(MAX(id), 0) FROM recusal_request WHERE kind = '%s' AND officer_id = %lld AND "
                                   "settled_at IS NULL", kind, (long long)who->officer_id));
}

static const char *stands(const struct login_session *who, const char *receipt)
{
    struct recusal_question q;
    house_ok(recusal_ask(house.m, staff, receipt, who->officer_id, &q, &f), f);
    return q.state;
}

static void cannot_read(const struct login_session *who, const char *receipt, const char *why)
{
    struct moderate_case c;
    struct fail said;
    house_fails(moderate_case(house.m, staff, who, receipt, &c, &said), said, why);
}

static size_t rows_of(const struct login_session *who, const char *receipt, const char *ground, char **grounds)
{
    struct casebook_filter filter = { receipt, "", "", "", "", ground };
    struct casebook_row *rows;
    size_t n;
    house_ok(moderate_list(house.m, staff, who, &filter, &rows, &n, &f), f);
    if (n > 0 && grounds)
        *grounds = rows[0].grounds;
    return n;
}

/* ---- a match ---- */

static void a_match_is_called_none_only_with_a_reason_and_by_a_heads_word(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    struct login_session him = newcomer("matched", STAFF_CASE);
    enum recuse_outcome said;
    struct recuse_view v;
    tied_by(&him, TIE_EMPLOYER, LIKE_EMPLOYER);
    tied_by(&him, TIE_UNION, "虚构的另一个工会");
    house_ok(recuse_look(house.m, staff, &him, o.receipt, &v, &f), f);
    assert_int_equal(v.match_count, 1); /* the other is like nothing of the candidate's */
    assert_true(v.matches[0].employer && !v.matches[0].with_union);
    house_fails(recuse_declare(staff, &him, o.receipt, false, "", &said, &f), f, "none_needed");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(recuse_declare(staff, &him, o.receipt, false, "同名的另一家公司", &said, &f), f);
    assert_int_equal(said, RECUSE_WAITS);
    cannot_read(&him, o.receipt, "undeclared");
    house_fails(recuse_declare(staff, &him, o.receipt, false, "再说一遍", &said, &f), f, "recusal_waits");
    house_fails(recuse_settle(staff, &him, request_of("CLEAR", &him), true, "", &f), f, "forbidden");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(recuse_settle(staff, &boss_now, request_of("CLEAR", &him), true, "", &f), f);
    assert_string_equal(stands(&him, o.receipt), "CLEAR");
    struct moderate_case c;
    house_ok(moderate_case(house.m, staff, &him, o.receipt, &c, &f), f);
    assert_int_equal(NUMBER("SELECT COUNT(*) FROM recusal WHERE officer_id = %lld AND agreed_by IS NOT NULL", him.officer_id), 1);
}

static void a_head_who_does_not_believe_it_recuses(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    struct login_session him = newcomer("doubted", STAFF_CASE | STAFF_APPROVER);
    tied_by(&him, TIE_KIN_EMPLOYER, LIKE_UNION);
    house_ok(recuse_declare(staff, &him, o.receipt, false, "只是名字像", NULL, &f), f);
    int64_t id = request_of("CLEAR", &him);
    house_fails(recuse_settle(staff, &him, id, true, "", &f), f, "head_tied"); /* he is a head himself */
    house_fails(recuse_settle(staff, &boss_now, id, false, "", &f), f, "why_needed");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(recuse_settle(staff, &boss_now, id, false, "就是这一家", &f), f);
    assert_string_equal(stands(&him, o.receipt), "RECUSED");
    assert_int_equal(rows_of(&him, o.receipt, "", NULL), 0);
    house_fails(recuse_settle(staff, &second, id, true, "", &f), f, "recusal_settled"); /* once */
}

static void a_tie_that_becomes_known_later_asks_anew(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    struct login_session him = newcomer("later", STAFF_CASE);
    struct person a = enrolled("clerk", STAFF_ADMIN);
    struct login_session clerk = session_of(&a);
    int64_t asked;
    declared(&him, o.receipt);
    assert_int_equal(rows_of(&him, o.receipt, "", NULL), 1);
    house_ok(recuse_tie_add(staff, &clerk, him.officer_id, TIE_EMPLOYER, "与谁都无关的厂", &asked, &f), f);
    assert_int_equal(asked, 0);
    assert_string_equal(stands(&him, o.receipt), "CLEAR");
    house_ok(recuse_tie_add(staff, &clerk, him.officer_id, TIE_UNION, LIKE_UNION, &asked, &f), f);
    assert_int_equal(asked, 1);
    cannot_read(&him, o.receipt, "undeclared");
    confirmed(o.receipt);
    struct moderate_in in = move_in(&him, o.receipt, MOVE_ACCEPT);
    house_fails(moderate_do(staff, &in, &f), f, "undeclared");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(recuse_declare(staff, &him, o.receipt, true, "在那里做过副主席", NULL, &f), f);
    cannot_read(&him, o.receipt, "recused");
}

static void ties_are_entered_by_oneself_and_ended_by_an_administrator_alone(void **state)
{
    (void)state;
    struct login_session him = newcomer("honest", STAFF_CASE), other = newcomer("nosy", STAFF_CASE);
    struct person a = enrolled("clerk2", STAFF_ADMIN);
    struct login_session clerk = session_of(&a);
    struct officer_tie *ties;
    size_t n;
    int64_t asked;
    tied_by(&him, TIE_EMPLOYER, "甲乙丙丁厂");
    house_fails(recuse_tie_add(staff, &him, him.officer_id, TIE_EMPLOYER, "甲乙丙丁厂 ", &asked, &f), f, "tie_known");
    house_fails(recuse_tie_add(staff, &him, him.officer_id, TIE_EMPLOYER, "（）", &asked, &f), f, "tie_name_wrong");
    house_fails(recuse_tie_add(staff, &other, him.officer_id, TIE_EMPLOYER, "戊己庚辛厂", &asked, &f), f, "forbidden");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(officer_tie_list(house.m, staff, him.officer_id, &ties, &n, &f), f);
    assert_int_equal(n, 1);
    house_fails(recuse_tie_end(staff, &him, him.officer_id, ties[0].id, &f), f, "forbidden");
    house_fails(recuse_tie_end(staff, &clerk, other.officer_id, ties[0].id, &f), f, "not_found");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(recuse_tie_end(staff, &clerk, him.officer_id, ties[0].id, &f), f);
    house_fails(recuse_tie_end(staff, &clerk, him.officer_id, ties[0].id, &f), f, "not_found");
    assert_int_equal(NUMBER("SELECT COUNT(*) FROM officer_tie WHERE officer_id = %lld AND ended_by IS NOT NULL", him.officer_id), 1);
}

/* ---- stepping back, and acting again ---- */

static void a_wish_that_somebody_steps_back_is_settled_by_a_head(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    struct login_session him = newcomer("asked-for", STAFF_CASE);
    bool done;
    declared(&him, o.receipt);
    house_fails(recuse_order(staff, &ding, o.receipt, desk.officer_id + 1000, "OBJECTOR", "说是亲戚", &done, &f), f, "officer_unfit");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(recuse_order(staff, &ding, o.receipt, him.officer_id, "OBJECTOR", "说是亲戚", &done, &f), f);
    assert_false(done);
    assert_string_equal(stands(&him, o.receipt), "CLEAR"); /* a wish alone changes nothing */
    house_fails(recuse_order(staff, &ding, o.receipt, him.officer_id, "CANDIDATE", "又来说", &done, &f), f, "recusal_waits");
    int64_t id = request_of("RECUSE", &him);
    house_fails(recuse_settle(staff, &ding, id, true, "", &f), f, "forbidden");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(recuse_settle(staff, &wu, id, true, "", &f), f);
    assert_string_equal(stands(&him, o.receipt), "RECUSED");
    house_fails(recuse_order(staff, &wu, o.receipt, him.officer_id, "OBJECTOR", "再说", &done, &f), f, "recused_already");
}

static void a_head_recuses_at_once_and_anybody_himself(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    struct login_session one = newcomer("ordered", STAFF_CASE), two = newcomer("stepped-back", STAFF_CASE);
    bool done;
    house_fails(recuse_order(staff, &two, o.receipt, two.officer_id, "OFFICER", "忽然想起", &done, &f), f, "undeclared");
    declared(&two, o.receipt);
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(recuse_order(staff, &boss_now, o.receipt, one.officer_id, "UNION", "曾在该会任职", &done, &f), f);
    assert_true(done);
    cannot_read(&one, o.receipt, "recused");
    house_ok(recuse_order(staff, &two, o.receipt, two.officer_id, "OFFICER", "忽然想起", &done, &f), f);
    assert_true(done);
    cannot_read(&two, o.receipt, "recused");
    house_fails(recuse_order(staff, &two, o.receipt, one.officer_id, "OFFICER", "说别人", &done, &f), f, "recused");
}

static int64_t recusal_of(const struct login_session *who)
{
    return NUMBER("SELECT MAX(id) FROM recusal WHERE officer_id = %lld AND state = 'RECUSED'", who->officer_id);
}

static void two_others_let_somebody_act_again_on_the_record(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    struct login_session him = newcomer("lifted", STAFF_CASE | STAFF_APPROVER);
    struct recusal_row *rows;
    size_t n;
    house_ok(recuse_declare(staff, &him, o.receipt, true, "同学", NULL, &f), f);
    int64_t id = recusal_of(&him);
    house_fails(recuse_lift(staff, &him, id, "我可以的", &f), f, "not_found"); /* he does not even see it */
    house_fails(recuse_lift(staff, &ding, id, "他可以的", &f), f, "forbidden");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(recusal_list(house.m, staff, him.officer_id, &rows, &n, &f), f);
    assert_int_equal(n, 0);
    house_ok(recuse_lift(staff, &boss_now, id, "只同校一年", &f), f);
    int64_t request = request_of("LIFT", &him);
    house_fails(recuse_settle(staff, &boss_now, request, true, "", &f), f, "same_person");
    house_fails(recuse_settle(staff, &him, request, true, "", &f), f, "recusal_settled"); /* nor this */
    cannot_read(&him, o.receipt, "recused");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(recuse_settle(staff, &second, request, true, "", &f), f);
    struct moderate_case c;
    house_ok(moderate_case(house.m, staff, &him, o.receipt, &c, &f), f);
    assert_int_equal(NUMBER("SELECT COUNT(*) FROM recusal WHERE officer_id = %lld AND state = 'LIFTED' AND by_id <> agreed_by "
                            "AND officer_id NOT IN (by_id, agreed_by)", him.officer_id), 1);
    house_fails(recuse_lift(staff, &boss_now, id, "还要解除", &f), f, "not_found"); /* he is not recused any more */
}

static void a_refused_lifting_leaves_him_recused(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    struct login_session him = newcomer("still-tied", STAFF_CASE);
    int64_t counts[WAITING__MAX], mine[WAITING__MAX];
    house_ok(recuse_declare(staff, &him, o.receipt, true, "邻居", NULL, &f), f);
    house_ok(recuse_lift(staff, &boss_now, recusal_of(&him), "搬走了", &f), f);
    house_ok(waiting_counts(staff, second.officer_id, counts, &f) && waiting_counts(staff, boss_now.officer_id, mine, &f), f);
    assert_int_equal(counts[WAITING_RECUSALS], mine[WAITING_RECUSALS] + 1); /* his own request does not wait for him */
    house_ok(recuse_settle(staff, &second, request_of("LIFT", &him), false, "仍是亲戚", &f), f);
    assert_string_equal(stands(&him, o.receipt), "RECUSED");
    assert_int_not_equal(house_sql(mem_printf(house.m, "INSERT INTO recusal (officer_id, candidate_id, at, state, by_id, agreed_by) VALUES "
                                              "(%lld, 1, NOW(6), 'LIFTED', %lld, %lld)", (long long)him.officer_id,
                                              (long long)boss_now.officer_id, (long long)boss_now.officer_id)), 0);
}

/* ---- what else would tell ---- */

static size_t told_of(const struct login_session *who, const char *receipt)
{
    struct queue_filter all = { "", "", "", "", 0, 0, 0, 0, false, false }, of_case = { "", "", "", receipt, 0, 0, 0, 0, false, false };
    struct queue_row *rows;
    struct queue_message one;
    size_t n, about = 0, found;
    house_ok(queue_list(house.m, staff, who->officer_id, &all, 500, &rows, &n, &f), f);
    for (size_t i = 0; i < n; i++)
        about += rows[i].receipt && strcmp(rows[i].receipt, receipt) == 0;
    house_ok(queue_list(house.m, staff, who->officer_id, &of_case, 500, &rows, &found, &f), f);
    assert_int_equal(found, about);
    int64_t any = house_number(mem_printf(house.m, "SELECT MAX(x.id) FROM outbox x JOIN objection o ON o.id = x.objection_id WHERE o.receipt = '%s'",
                                          receipt));
    assert_int_equal(queue_message(house.m, staff, who->officer_id, any, &one, &f), about > 0);
    return about;
}

static void who_is_recused_reads_of_no_message_and_is_offered_to_nobody(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    struct login_session him = newcomer("unseen", STAFF_CASE);
    int64_t *recused;
    size_t n;
    assert_int_equal(told_of(&him, o.receipt), 1);
    house_ok(recuse_declare(staff, &him, o.receipt, true, "师徒", NULL, &f), f);
    assert_int_equal(told_of(&him, o.receipt), 0);
    assert_int_equal(told_of(&ding, o.receipt), 1);
    house_ok(recusal_from(house.m, staff, o.receipt, &recused, &n, &f), f);
    bool named = false;
    for (size_t i = 0; i < n; i++) {
        assert_int_not_equal(recused[i], ding.officer_id);
        named = named || recused[i] == him.officer_id;
    }
    assert_true(named);
}

static void what_somebody_drafted_does_not_go_out_once_he_is_recused(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    struct login_session him = newcomer("drafter", STAFF_CASE);
    struct decide_in decision = { o.receipt, "INVESTIGATING", "PARTLY", REASONS, TOLD, findings, 2 };
    accepted(o.receipt);
    declared(&him, o.receipt);
    declared(&wu, o.receipt);
    moved(&ding, o.receipt, MOVE_ASSIGN);
    struct assist_work_in request = abstract_in(o.receipt);
    house_ok(assist_work_draft(staff, &him, &request, &f), f);
    house_ok(decide_draft(staff, &him, &decision, &f), f);
    int64_t id = house_number("SELECT MAX(id) FROM decision");
    house_sql(mem_printf(house.m, "INSERT INTO recusal (officer_id, candidate_id, at, state, by_id) SELECT %lld, candidate_id, NOW(6), 'RECUSED', 1 "
                         "FROM objection WHERE receipt = '%s'", (long long)him.officer_id, o.receipt));
    house_fails(decide_approve(staff, &boss_now, o.receipt, id, &f), f, "drafter_recused");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(decide_return(staff, &boss_now, o.receipt, id, "起草人已经回避", &f), f);
    request = abstract_in(o.receipt);
    house_fails(assist_work_send(staff, &wu, &request, &f), f, "drafter_recused");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(assist_work_draft(staff, &ding, &request, &f), f); /* another writes it anew */
    request = abstract_in(o.receipt);
    house_ok(assist_work_send(staff, &wu, &request, &f), f);
}

static int64_t waits(const struct login_session *who, enum waiting_work work)
{
    int64_t counts[WAITING__MAX];
    house_ok(waiting_counts(staff, who->officer_id, counts, &f), f);
    return counts[work];
}

static void what_waits_for_a_second_person_or_a_reviewer_is_counted(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON), other = filed(OBJECTION_PERSON);
    confirmed(o.receipt);
    confirmed(other.receipt);
    int64_t proposals = waits(&second, WAITING_PROPOSALS), dings = waits(&ding, WAITING_PROPOSALS), reviews = waits(&second, WAITING_REVIEWS),
            splits = waits(&ding, WAITING_SPLITS);
    struct moderate_in merge = move_in(&ding, other.receipt, MOVE_MERGE);
    merge.other = o.receipt;
    house_ok(moderate_do(staff, &merge, &f), f);
    assert_int_equal(waits(&ding, WAITING_SPLITS), splits);
    moved(&ding, o.receipt, MOVE_REFUSE);
    assert_int_equal(waits(&second, WAITING_PROPOSALS), proposals + 1);
    assert_int_equal(waits(&ding, WAITING_PROPOSALS), dings); /* not his own */
    agreed(&boss_now, o.receipt);
    assert_int_equal(waits(&second, WAITING_PROPOSALS), proposals);
    assert_int_equal(waits(&ding, WAITING_SPLITS), splits + 1);
    moved(&ding, o.receipt, MOVE_REVIEW_ON_PAPER);
    assert_int_equal(waits(&second, WAITING_REVIEWS), reviews + 1);
}

/* ---- what may be seen before ---- */

static void what_it_is_about_stands_in_no_list_before_one_has_declared(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    struct login_session him = newcomer("fresh", STAFF_CASE);
    char *grounds = NULL;
    assert_int_equal(rows_of(&him, o.receipt, "", &grounds), 1);
    assert_string_equal(grounds, "");
    assert_int_equal(rows_of(&him, o.receipt, "A1", NULL), 0);
    declared(&him, o.receipt);
    assert_int_equal(rows_of(&him, o.receipt, "A1", &grounds), 1);
    assert_string_equal(grounds, "A1,OWNERSHIP");
}

#define RECUSAL(name) cmocka_unit_test_setup(name, recusals_before)
SUITE(recusals, RECUSAL(a_match_is_called_none_only_with_a_reason_and_by_a_heads_word), RECUSAL(a_head_who_does_not_believe_it_recuses),
      RECUSAL(a_tie_that_becomes_known_later_asks_anew), RECUSAL(ties_are_entered_by_oneself_and_ended_by_an_administrator_alone),
      RECUSAL(a_wish_that_somebody_steps_back_is_settled_by_a_head), RECUSAL(a_head_recuses_at_once_and_anybody_himself),
      RECUSAL(two_others_let_somebody_act_again_on_the_record), RECUSAL(a_refused_lifting_leaves_him_recused),
      RECUSAL(who_is_recused_reads_of_no_message_and_is_offered_to_nobody),
      RECUSAL(what_somebody_drafted_does_not_go_out_once_he_is_recused),
      RECUSAL(what_waits_for_a_second_person_or_a_reviewer_is_counted),
      RECUSAL(what_it_is_about_stands_in_no_list_before_one_has_declared));
