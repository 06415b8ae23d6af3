/* watch_spoils: for each rule of watch.c rows that break it; every rule must find its own. */
#include "watch.h"

#define KIN "(SELECT id FROM officer WHERE login = 'kin')"
#define RECOGNISED(candidate, when) \
    "INSERT INTO candidate_event (candidate_id, at, actor_kind, actor_id, agreed_by, move, from_state, to_state) VALUES (" candidate ", " \
    "" when \
    ", 'OFFICER', 1, 4, 'RECOGNISE', 'CLEAR', 'RECOGNISED')"
#define FIRST_CASE "(SELECT o.candidate_id FROM objection o WHERE o.id = (SELECT MIN(e.objection_id) FROM objection_event e WHERE " \
    "e.to_state = 'SUBMITTED'))"
#define FIRST_DAY "(SELECT MIN(e.at) FROM objection_event e WHERE e.to_state = 'SUBMITTED')"

static const struct { const char *rule, *sql; } spoils[] = {
    { "an officer who is tied, or has not declared himself, moved a case",
      "UPDATE objection_event SET actor_id = " KIN " WHERE move = 'CONFIRM_IDENTITY' LIMIT 1" },
    { "an officer who is tied, or has not declared himself, worked on a request",
      "UPDATE assist_event SET actor_id = " KIN " WHERE actor_kind = 'OFFICER' LIMIT 1" },
    { "an officer who is tied, or has not declared himself, wrote an abstract", "UPDATE assist SET drafted_by = " KIN " LIMIT 1" },
    { "an officer who is tied, or has not declared himself, had a part in a decision",
      "UPDATE decision SET drafted_by = " KIN " LIMIT 1" },
    { "an officer who is tied, or has not declared himself, proposed something", "UPDATE proposal SET proposed_by = " KIN " LIMIT 1" },
    { "an officer who is tied, or has not declared himself, moved a candidate", RECOGNISED("10", "UTC_TIMESTAMP(6)")
      "; UPDATE candidate_event SET agreed_by = " KIN " ORDER BY id DESC LIMIT 1" },
    { "a request went out that no second person had checked", "UPDATE assist SET checked_by = drafted_by WHERE sent_at IS NOT NULL LIMIT "
        "1" },
    { "a union was asked about itself",
      "UPDATE walk_objector SET accuses = 1 WHERE objection_id = (SELECT MAX(objection_id) FROM assist)" },
    { "a union finds the objector, his number or his words",
      "UPDATE assist a JOIN objection o ON o.id = a.objection_id SET a.abstract = CONCAT('请核查', o.receipt)" },
    { "a message names the objector or his number", "UPDATE outbox SET params = '{\"name\":\"何反映人\"}' LIMIT 1" },
    { "somebody was recognised while an objection to him was under way", RECOGNISED(FIRST_CASE, FIRST_DAY) },
    { "somebody was recognised before the printed end", RECOGNISED("10", "(SELECT closes_at FROM notice_version WHERE id = 100) - "
        "INTERVAL 1 SECOND") },
    { "a published notice reads otherwise than on the day of its publication",
      "UPDATE candidate_entry SET employer = '另一公司' LIMIT 1" },
    { "the state of a case is not what its last event says", "UPDATE objection SET state = 'CLOSED' WHERE state <> 'CLOSED' LIMIT 1" },
    { "an event does not begin where the one before ended, or came before it",
      "UPDATE objection_event SET at = '2020-01-01' WHERE from_state <> '' LIMIT 1" },
    { "a case made a move that the procedure does not have", "UPDATE objection_event SET to_state = 'CLOSED' WHERE move = 'ACCEPT' LIMIT "
        "1" },
    { "a move says not who made it", "UPDATE objection_event SET actor_id = NULL WHERE actor_kind = 'OFFICER' LIMIT 1" },
    { "a move that needs two was made by one", "UPDATE objection_event SET agreed_by = actor_id WHERE agreed_by IS NOT NULL LIMIT 1" },
    { "a decision was approved by its drafter", "UPDATE decision SET approved_by = drafted_by LIMIT 1" },
    { "a decision was reviewed by one who had a hand in it",
      "INSERT INTO objection_event (objection_id, at, actor_kind, actor_id, move, from_state, to_state) SELECT d.objection_id, "
      "UTC_TIMESTAMP(6), 'OFFICER', d.drafted_by, 'DECIDE_REVIEW', '', '' FROM decision d LIMIT 1" },
    { "a case is investigated by other than two", "DELETE FROM investigator LIMIT 1" },
    { "a move that needs words or a reason has none", "UPDATE objection_event SET note_sealed = NULL WHERE move = 'ACCEPT' LIMIT 1" },
    { "a case is under way without a deadline, or with one that is not explained",
      "UPDATE objection_event SET to_state = 'ACCEPTED', deadline_at = NULL, term_left = NULL WHERE from_state <> '' ORDER BY id DESC "
      "LIMIT 1" },
    { "a request's state is not what its last event says", "UPDATE assist SET state = 'TIME_ASKED' LIMIT 1" },
    { "a request made a move that the procedure does not have", "UPDATE assist_event SET to_state = 'DRAFT' LIMIT 1" },
    { "a request is open without a deadline", "UPDATE assist SET state = 'SENT', due_at = NULL LIMIT 1" },
    { "a candidate's state is not what the last event says", "UPDATE candidate SET state = 'KEPT' WHERE state <> 'KEPT' LIMIT 1" },
    { "a candidate made a move that the procedure does not have", RECOGNISED("10", "UTC_TIMESTAMP(6)")
      "; UPDATE candidate_event SET from_state = 'PROPOSED' ORDER BY id DESC LIMIT 1" },
    { "a candidate was moved by one officer alone", RECOGNISED("10", "UTC_TIMESTAMP(6)")
      "; UPDATE candidate_event SET agreed_by = NULL ORDER BY id DESC LIMIT 1" },
};

/* A trigger would not let any of it happen, nor would a key or a check. */
static void unguard(void)
{
    struct mem *m = mem_new(NULL, "triggers");
    char *name;
    while (world_row(m, &name, 1, "SELECT TRIGGER_NAME FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE() LIMIT 1"))
        world_sql("DROP TRIGGER `%s`", name);
    world_sql("SET foreign_key_checks = 0, check_constraint_checks = 0");
    mem_free(&m);
}

void watch_spoils(void (*told)(bool found, const char *what))
{
    const char *names[64];
    size_t count = watch_rules(names);
    unguard();
    for (size_t i = 0; i < count; i++) {
        bool found = false;
        for (size_t k = 0; k < sizeof spoils / sizeof spoils[0]; k++)
            if (strcmp(spoils[k].rule, names[i]) == 0) {
                world_sql("START TRANSACTION; %s", spoils[k].sql);
                found = watch_breaks(names[i]);
                world_sql("ROLLBACK");
            }
        told(found, names[i]);
    }
}
