/* watch: see watch.h. In a rule {case} and {candidate} stand for "= 17" or "> 0"; one with {all} is about no single case. */
#include "watch.h"

#include "procedure_list.h"

#define FREE(officer, candidate, when) \
    "COALESCE((SELECT r.state FROM recusal r WHERE r.officer_id = " officer " AND r.candidate_id = " candidate " AND r.at <= " when \
    " ORDER BY r.id DESC LIMIT 1), '') IN ('CLEAR', 'LIFTED')"
#define EVENTS "objection_event e JOIN objection o ON o.id = e.objection_id WHERE o.id {case} AND "
#define REQUESTS "assist a JOIN objection o ON o.id = a.objection_id WHERE o.id {case} AND "
#define OPEN \
    "('REGISTERED', 'SUBMITTED', 'PRELIM_REVIEW', 'SUPPLEMENT', 'MERGED', 'ACCEPTED', 'INVESTIGATING', 'EXPERT_REVIEW', 'HEARING', " \
    "'DECISION_DRAFTED', 'DECIDED', 'NOTIFIED', 'REVIEW_REQUESTED', 'REVIEW_DECIDED', 'SUSPENDED')"
/* Of the event that came before this one. */
#define BEFORE(column) \
    "(SELECT x." column " FROM objection_event x WHERE x.objection_id = e.objection_id AND x.id < e.id ORDER BY x.id DESC LIMIT 1)"
#define PERSON "何反映人|13900000009|he@example"
#define READS \
    "SHA2(CONCAT_WS('|', v.title, v.body, v.open_day, v.close_day, v.opens_at, v.closes_at, (SELECT GROUP_CONCAT(CONCAT_WS('|', " \
    "c.candidate_id, c.award, c.seq, c.name, c.employer, c.post, c.deeds) ORDER BY c.id) FROM candidate_entry c WHERE c.version_id = " \
    "v.id)), " \
    "256)"

static const struct { const char *name, *from; } rules[] = {
    /* 1: a conflicted person never acts */
    { "an officer who is tied, or has not declared himself, moved a case",
      EVENTS "e.actor_kind = 'OFFICER' AND e.from_state <> '' AND NOT (" FREE("e.actor_id", "o.candidate_id", "e.at")
      " AND (e.agreed_by IS NULL OR " FREE("e.agreed_by", "o.candidate_id", "e.at") "))" },
    { "an officer who is tied, or has not declared himself, worked on a request",
      "assist_event e JOIN " "assist a ON a.id = e.assist_id JOIN objection o ON o.id = a.objection_id WHERE o.id {case} AND "
      "e.actor_kind = 'OFFICER' AND NOT " FREE("e.actor_id", "o.candidate_id", "e.at") },
    { "an officer who is tied, or has not declared himself, wrote an abstract",
      REQUESTS "NOT " FREE("a.drafted_by", "o.candidate_id", "a.drafted_at") },
    { "an officer who is tied, or has not declared himself, had a part in a decision",
      "decision d JOIN objection o ON o.id = d.objection_id WHERE o.id {case} AND NOT (" FREE("d.drafted_by", "o.candidate_id",
      "d.drafted_at")
      " AND (d.approved_by IS NULL OR " FREE("d.approved_by", "o.candidate_id", "d.approved_at") "))" },
    { "an officer who is tied, or has not declared himself, proposed something",
      "proposal p JOIN objection o ON o.id = p.objection_id WHERE o.id {case} AND NOT " FREE("p.proposed_by", "o.candidate_id",
      "p.proposed_at") },
    { "an officer who is tied, or has not declared himself, moved a candidate",
      "candidate_event e WHERE e.candidate_id {candidate} AND e.actor_kind = 'OFFICER' AND NOT (" FREE("e.actor_id", "e.candidate_id",
      "e.at")
      " AND " FREE("e.agreed_by", "e.candidate_id", "e.at") ")" },
    /* 2: the union sees an abstract that two persons know, and nothing of the objector */
    { "a request went out that no second person had checked",
      REQUESTS "(a.sent_at IS NOT NULL OR a.state NOT IN ('DRAFT', 'RECALLED')) AND (a.checked_by IS NULL OR a.checked_by = "
          "a.drafted_by)" },
    { "a union was asked about itself", REQUESTS "o.id IN (SELECT w.objection_id FROM walk_objector w WHERE w.accuses)" },
    { "a union finds the objector, his number or his words",
      REQUESTS "CONCAT(a.abstract, a.due_rule, COALESCE((SELECT GROUP_CONCAT(x.note) FROM assist_event x WHERE x.assist_id = a.id), '')) "
      "REGEXP CONCAT('" PERSON "|', o.receipt)" },
    { "a message names the objector or his number",
      "outbox x LEFT JOIN walk_objector w ON w.objection_id = x.objection_id WHERE {all} AND x.params REGEXP CONCAT('" PERSON "', "
      "COALESCE(CONCAT('|', w.receipt), ''))" },
    /* 3, 4: recognition */
    { "somebody was recognised while an objection to him was under way",
      "candidate_event k JOIN objection o ON o.candidate_id = k.candidate_id WHERE k.candidate_id {candidate} AND k.to_state = "
      "'RECOGNISED' AND "
      "(SELECT e.to_state FROM objection_event e WHERE e.objection_id = o.id AND e.at <= k.at ORDER BY e.id DESC LIMIT 1) IN " OPEN },
    { "somebody was recognised before the printed end",
      "candidate_event k WHERE k.candidate_id {candidate} AND k.to_state = 'RECOGNISED' AND k.at < (SELECT p.closes_at FROM "
      "candidate_entry c "
      "JOIN notice_version v ON v.id = c.version_id JOIN notice_version p ON p.id = COALESCE(c.period_version_id, c.version_id) "
      "WHERE c.candidate_id = k.candidate_id AND v.published_at <= k.at ORDER BY v.id DESC LIMIT 1)" },
    /* 5: what is published is not changed */
    { "a published notice reads otherwise than on the day of its publication",
      "walk_published w JOIN notice_version v ON v.id = w.version_id WHERE {all} AND w.digest <> " READS },
    /* 6: every move says who, when, from, to, why, by which deadline */
    { "the state of a case is not what its last event says",
      "objection o WHERE o.id {case} AND o.state <> (SELECT e.to_state FROM objection_event e WHERE e.objection_id = o.id ORDER BY e.id "
      "DESC LIMIT 1)" },
    { "an event does not begin where the one before ended, or came before it",
      EVENTS "(e.from_state <> COALESCE(" BEFORE("to_state") ", '') OR e.at < " BEFORE("at") ")" },
    { "a case made a move that the procedure does not have",
      EVENTS "e.from_state <> '' AND NOT EXISTS (SELECT 1 FROM walk_move w WHERE w.machine = 'o' AND w.move = e.move AND w.from_state = "
          "e.from_state "
      "AND w.to_state = e.to_state)" },
    { "a move says not who made it", EVENTS "e.actor_kind IN ('OFFICER', 'UNION') AND e.actor_id IS NULL" },
    { "a move that needs two was made by one",
      EVENTS "(e.agreed_by = e.actor_id OR (e.agreed_by IS NULL AND (e.move IN ('ACCEPT', 'REFUSE', 'TRANSFER', 'EXTEND', 'SUSPEND', "
          "'CONTINUE', "
      "'TAKE_UP_CLUE') OR (e.move = 'FILE_CLUE' AND e.from_state = 'CLUE_TAKEN_UP'))))" },
    { "a decision was approved by its drafter", "decision d WHERE d.objection_id {case} AND d.approved_by = d.drafted_by" },
    { "a decision was reviewed by one who had a hand in it",
      EVENTS "e.move IN ('DECIDE_REVIEW', 'ORDER_ACCEPTANCE') AND (EXISTS (SELECT 1 FROM decision d WHERE d.objection_id = o.id AND "
          "d.drafted_at "
      "< e.at AND e.actor_id IN (d.drafted_by, d.approved_by)) OR EXISTS (SELECT 1 FROM objection_event x WHERE x.objection_id = o.id AND "
      "x.move = 'REFUSE' AND "
      "e.actor_id IN (x.actor_id, x.agreed_by) AND x.at < e.at) OR EXISTS (SELECT 1 FROM investigator i WHERE i.objection_id = o.id AND "
      "i.officer_id = e.actor_id AND i.named_at < e.at) OR EXISTS (SELECT 1 FROM objection_event g JOIN decision d ON d.objection_id = g.other_id "
      "WHERE g.objection_id = o.id AND g.move = 'MERGE' AND g.id = (SELECT MAX(x.id) FROM objection_event x WHERE x.objection_id = o.id AND x.move "
      "IN ('MERGE', 'SPLIT')) AND d.drafted_at < e.at AND e.actor_id IN (d.drafted_by, d.approved_by)))" },
    { "a case is investigated by other than two",
      EVENTS "e.move = 'ASSIGN' AND 2 <> (SELECT COUNT(*) FROM investigator i WHERE i.objection_id = o.id)" },
    { "a move that needs words or a reason has none",
      EVENTS "((e.note_sealed IS NULL AND e.move IN ('VOID_ENTRY', 'DENY_IDENTITY', 'ASK_SUPPLEMENT', 'ACCEPT', 'REFUSE', 'TRANSFER', "
          "'MERGE', "
      "'SPLIT', 'EXTEND', 'ASK_EXPERTS', 'EXPERTS_SPOKE', 'CALL_HEARING', 'HEARING_HELD', 'RETURN_DECISION', 'REVIEW_ON_PAPER', "
      "'DECIDE_REVIEW', 'ORDER_ACCEPTANCE', 'SUSPEND', 'RESUME', 'CONTINUE', 'CHECK_CLUE', 'TAKE_UP_CLUE', 'FILE_CLUE')) "
      "OR (e.reason_code = '' AND e.move IN ('REFUSE', 'TRANSFER')) OR (e.other_id IS NULL AND e.move = 'MERGE'))" },
    { "a case is under way without a deadline, or with one that is not explained",
      EVENTS "e.id = (SELECT MAX(x.id) FROM objection_event x WHERE x.objection_id = o.id) AND e.from_state <> '' AND ((e.deadline_at IS "
          "NULL AND e.term_left IS NULL "
      "AND e.to_state IN " OPEN " AND e.to_state NOT IN ('MERGED', 'REVIEW_DECIDED')) OR (e.deadline_at IS NOT NULL AND "
      "(e.deadline_rule = '' OR e.term = '')))" },
    { "a request's state is not what its last event says",
      REQUESTS "a.state <> COALESCE((SELECT e.to_state FROM assist_event e WHERE e.assist_id = a.id ORDER BY e.id DESC LIMIT 1), "
          "'DRAFT')" },
    { "a request made a move that the procedure does not have",
      "assist_event e JOIN assist a ON a.id = e.assist_id WHERE a.objection_id {case} AND NOT EXISTS (SELECT 1 FROM walk_move w WHERE "
      "w.machine = 'a' AND w.move = e.step AND w.from_state = e.from_state AND w.to_state = e.to_state) "
      "AND NOT (e.step = 'RECKON' AND e.actor_kind = 'SYSTEM' AND e.from_state = e.to_state)" }, /* the clock alone */
    { "a request is open without a deadline", REQUESTS "a.state IN ('SENT', 'SIGNED', 'TIME_ASKED', 'OVERDUE', 'ESCALATED') AND "
      "(a.due_at IS NULL OR a.due_rule = '')" },
    { "a candidate's state is not what the last event says",
      "candidate c WHERE c.id {candidate} AND c.state <> COALESCE((SELECT e.to_state FROM candidate_event e WHERE e.candidate_id = c.id "
      "ORDER BY e.id DESC LIMIT 1), 'PROPOSED')" },
    { "a candidate made a move that the procedure does not have",
      "candidate_event e WHERE e.candidate_id {candidate} AND NOT EXISTS (SELECT 1 FROM walk_move w WHERE w.machine = 'c' AND w.move = "
      "e.move AND "
      "w.from_state = e.from_state AND w.to_state = e.to_state)" },
    { "a candidate was moved by one officer alone",
      "candidate_event e WHERE e.candidate_id {candidate} AND e.actor_kind = 'OFFICER' AND (e.agreed_by IS NULL OR e.agreed_by = "
      "e.actor_id)" },
};
enum { RULES = sizeof rules / sizeof rules[0] };

static int said;

void watch_begin(void)
{
    world_sql("CREATE TABLE walk_objector (objection_id BIGINT PRIMARY KEY, receipt CHAR(12), accuses BOOL);"
              "CREATE TABLE walk_published (version_id BIGINT PRIMARY KEY, digest CHAR(64));"
              "CREATE TABLE walk_move (machine CHAR(1), move VARCHAR(24), from_state VARCHAR(24), to_state VARCHAR(24), KEY (move)) "
              "COLLATE utf8mb4_bin");
    for (size_t i = 0; i < sizeof procedure_list / sizeof procedure_list[0]; i++)
        world_sql("INSERT INTO walk_move VALUES ('%c', '%s', '%s', '%s')", procedure_list[i].machine, procedure_list[i].move,
                  procedure_list[i].from, procedure_list[i].to);
}

void watch_published(void)
{
    world_sql("INSERT INTO walk_published SELECT v.id, " READS " FROM notice_version v WHERE v.state = 'PUBLISHED' AND v.id NOT IN "
              "(SELECT w.version_id FROM walk_published w)");
}

static char *replace(struct mem *m, const char *text, const char *mark, const char *by)
{
    char *out = mem_text(m, "");
    for (const char *at; (at = strstr(text, mark)) != NULL; text = at + strlen(mark))
        out = mem_printf(m, "%s%.*s%s", out, (int)(at - text), text, by);
    return mem_printf(m, "%s%s", out, text);
}

static int watch(int64_t objection, int64_t candidate, bool broken[RULES])
{
    struct mem *m = mem_new(NULL, "watch");
    const char *of_case = objection ? mem_printf(m, "= %lld", (long long)objection) : "> 0";
    const char *of_candidate = candidate ? mem_printf(m, "= %lld", (long long)candidate) : "> 0";
    char *text = mem_text(m, "SELECT 0"), *columns[RULES + 1] = { NULL };
    int count = 0;
    for (size_t i = 0; i < RULES; i++)
        text = objection && strstr(rules[i].from, "{all}") ? mem_printf(m, "%s, 0", text)
                                                           : mem_printf(m, "%s, EXISTS (SELECT 1 FROM %s)", text, rules[i].from);
    text = replace(m, replace(m, replace(m, text, "{case}", of_case), "{candidate}", of_candidate), "{all}", "TRUE");
    world_row(m, columns, RULES + 1, "%s", text);
    for (size_t i = 0; i < RULES; i++) {
        broken[i] = strcmp(columns[i + 1], "0") != 0;
        count += broken[i];
    }
    mem_free(&m);
    return count;
}

static int tell(int64_t objection, int64_t candidate)
{
    bool broken[RULES];
    int count = watch(objection, candidate, broken);
    for (size_t i = 0; count > 0 && i < RULES; i++)
        if (broken[i] && said++ < 20)
            printf("# objection %lld, candidate %lld: %s\n", (long long)objection, (long long)candidate, rules[i].name);
    return count;
}

int watch_case(int64_t objection_id, int64_t candidate_id)
{
    return tell(objection_id, candidate_id);
}

int watch_all(void)
{
    return tell(0, 0);
}

bool watch_breaks(const char *name)
{
    bool broken[RULES];
    watch(0, 0, broken);
    for (size_t i = 0; i < RULES; i++)
        if (strcmp(rules[i].name, name) == 0)
            return broken[i];
    log_die("no rule says: %s", name);
}

size_t watch_rules(const char *names[64])
{
    for (size_t i = 0; i < RULES; i++)
        names[i] = rules[i].name;
    return RULES;
}
