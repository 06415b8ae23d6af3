/* tables: every statement table there is, for the test that prepares each statement under every account. */
#include "announced.h"
#include "announcement.h"
#include "assist.h"
#include "attachment.h"
#include "audit.h"
#include "candidate.h"
#include "candidate_proposal.h"
#include "decision.h"
#include "delivery.h"
#include "draft.h"
#include "due.h"
#include "entry.h"
#include "evidence.h"
#include "given_up.h"
#include "letter.h"
#include "lock.h"
#include "message_template.h"
#include "more.h"
#include "case_record.h"
#include "casebook.h"
#include "nominating_union.h"
#include "office_task.h"
#include "officer.h"
#include "officer_pass.h"
#include "officer_tie.h"
#include "outbox.h"
#include "published.h"
#include "proposal.h"
#include "queue.h"
#include "queue_act.h"
#include "queue_story.h"
#include "rate.h"
#include "recognition.h"
#include "recusal.h"
#include "recusal_request.h"
#include "registry.h"
#include "reported.h"
#include "round.h"
#include "schema.h"
#include "seal_key.h"
#include "session.h"
#include "sms_day.h"
#include "standing.h"
#include "submission.h"
#include "union_session.h"
#include "unsent.h"
#include "waiting.h"
#include "workdays.h"

const struct db_table *db_tables(size_t *count)
{
    static const struct db_table *const tables[] = {
        &announced_table,
        &announcement_table,
        &assist_table,
        &attachment_table,
        &audit_table,
        &decision_table,
        &delivery_table,
        &draft_table,
        &due_table,
        &entry_table,
        &given_up_table,
        &letter_table,
        &lock_table,
        &message_template_table,
        &more_table,
        &case_record_table,
        &casebook_table,
        &candidate_table,
        &candidate_proposal_table,
        &nominating_union_table,
        &office_task_table,
        &officer_table,
        &officer_pass_table,
        &officer_tie_table,
        &outbox_table,
        &published_table,
        &proposal_table,
        &queue_table,
        &queue_act_table,
        &queue_story_table,
        &evidence_table,
        &rate_table,
        &recognition_table,
        &recusal_table,
        &recusal_request_table,
        &registry_table,
        &reported_table,
        &round_table,
        &schema_table,
        &seal_key_table,
        &session_table,
        &sms_day_table,
        &standing_table,
        &submission_table,
        &union_session_table,
        &unsent_table,
        &waiting_table,
        &workdays_table,
    };
    static struct db_table all[sizeof tables / sizeof *tables];
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        all[i] = *tables[i];
    *count = sizeof all / sizeof *all;
    return all;
}
