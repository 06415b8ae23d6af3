-- What no account gets round, the owner included: published words stay, records only grow, a state is what the last event says.
-- Triggers run as gs_trigger, an account that is locked.

-- public_version: bumped here and nowhere else, by what stands in the views shown_* -------------------------

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER round_shown AFTER UPDATE ON round FOR EACH ROW
IF NOT (BINARY NEW.title <=> BINARY OLD.title)
   AND EXISTS (SELECT 1 FROM notice n JOIN notice_version v ON v.notice_id = n.id
               WHERE n.round_id = NEW.id AND v.state IN ('PUBLISHED', 'WITHDRAWN')) THEN
  INSERT INTO public_version (round_id, version) VALUES (0, 1), (NEW.id, 1) ON DUPLICATE KEY UPDATE version = version + 1;
END IF;

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER notice_shown AFTER UPDATE ON notice FOR EACH ROW
IF NOT (NEW.slug <=> OLD.slug AND NEW.round_id <=> OLD.round_id)
   AND EXISTS (SELECT 1 FROM notice_version v WHERE v.notice_id = NEW.id AND v.state IN ('PUBLISHED', 'WITHDRAWN')) THEN
  INSERT INTO public_version (round_id, version) VALUES (0, 1), (OLD.round_id, 1), (NEW.round_id, 1)
  ON DUPLICATE KEY UPDATE version = version + 1;
END IF;

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER candidate_shown AFTER UPDATE ON candidate FOR EACH ROW
IF NOT (NEW.slug <=> OLD.slug AND (NEW.state = OLD.state OR NEW.state <> 'REVOKED'))
   AND EXISTS (SELECT 1 FROM candidate_entry e JOIN notice_version v ON v.id = e.version_id
               WHERE e.candidate_id = NEW.id AND v.state IN ('PUBLISHED', 'WITHDRAWN')) THEN
  INSERT INTO public_version (round_id, version) VALUES (0, 1), (NEW.round_id, 1) ON DUPLICATE KEY UPDATE version = version + 1;
END IF;

-- Public pages count working days.
CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER calendar_shown AFTER INSERT ON calendar_year FOR EACH ROW
INSERT INTO public_version (round_id, version) VALUES (0, 1) ON DUPLICATE KEY UPDATE version = version + 1;

-- Everything else that is shown stands still once it is: only coming into view, withdrawal and its reason are left.
CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER version_shown AFTER UPDATE ON notice_version FOR EACH ROW
IF NEW.state IN ('PUBLISHED', 'WITHDRAWN') AND NEW.state <> OLD.state THEN
  INSERT INTO public_version (round_id, version) SELECT 0, 1 UNION ALL SELECT n.round_id, 1 FROM notice n WHERE n.id = NEW.notice_id
  ON DUPLICATE KEY UPDATE version = public_version.version + 1;
END IF;

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER announcement_shown AFTER UPDATE ON announcement FOR EACH ROW
IF NEW.state IN ('PUBLISHED', 'WITHDRAWN') AND NEW.state <> OLD.state THEN
  INSERT INTO public_version (round_id, version) VALUES (0, 1), (NEW.round_id, 1) ON DUPLICATE KEY UPDATE version = version + 1;
END IF;

-- published is published ---------------------------------------------------------------------------------

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER version_added BEFORE INSERT ON notice_version FOR EACH ROW
IF NEW.state <> 'DRAFT' THEN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a version begins as a draft';
END IF;

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER version_kept BEFORE UPDATE ON notice_version FOR EACH ROW
BEGIN
  IF OLD.state IN ('PUBLISHED', 'WITHDRAWN') AND NOT (
     (NEW.state = OLD.state AND BINARY NEW.withdrawn_why <=> BINARY OLD.withdrawn_why OR OLD.state = 'PUBLISHED' AND NEW.state = 'WITHDRAWN')
     AND BINARY NEW.reason <=> BINARY OLD.reason
     AND NEW.id <=> OLD.id AND NEW.notice_id <=> OLD.notice_id AND NEW.version <=> OLD.version
     AND NEW.revision <=> OLD.revision
     AND BINARY NEW.title <=> BINARY OLD.title AND BINARY NEW.doc_number <=> BINARY OLD.doc_number
     AND BINARY NEW.body <=> BINARY OLD.body AND BINARY NEW.order_note <=> BINARY OLD.order_note
     AND NEW.open_day <=> OLD.open_day AND NEW.close_day <=> OLD.close_day AND NEW.opens_at <=> OLD.opens_at
     AND NEW.closes_at <=> OLD.closes_at AND BINARY NEW.period_rule <=> BINARY OLD.period_rule
     AND BINARY NEW.handling_office <=> BINARY OLD.handling_office AND BINARY NEW.handling_phone <=> BINARY OLD.handling_phone
     AND BINARY NEW.handling_email <=> BINARY OLD.handling_email AND BINARY NEW.handling_address <=> BINARY OLD.handling_address
     AND BINARY NEW.handling_hours <=> BINARY OLD.handling_hours
     AND BINARY NEW.supervision_office <=> BINARY OLD.supervision_office
     AND BINARY NEW.supervision_phone <=> BINARY OLD.supervision_phone AND BINARY NEW.signed_by <=> BINARY OLD.signed_by
     AND NEW.signed_day <=> OLD.signed_day AND NEW.drafted_by <=> OLD.drafted_by AND NEW.created_at <=> OLD.created_at
     AND NEW.published_by <=> OLD.published_by AND NEW.published_at <=> OLD.published_at) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a published version stays as it is';
  END IF;
  IF OLD.state NOT IN ('PUBLISHED', 'WITHDRAWN') AND (NEW.state = 'WITHDRAWN' OR NEW.state = 'PUBLISHED' AND
     (NEW.published_by IS NULL OR NEW.published_at IS NULL OR NEW.drafted_by IS NULL OR NEW.opens_at IS NULL OR NEW.closes_at IS NULL)) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a version is published by somebody, at an instant, for a period';
  END IF;
  IF OLD.state <> 'PUBLISHED' AND NEW.state = 'PUBLISHED' AND EXISTS (SELECT 1 FROM candidate_entry e WHERE e.version_id = NEW.id
     AND e.period_version_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM candidate_entry p JOIN notice_version w ON w.id = p.version_id
       WHERE w.notice_id = NEW.notice_id AND w.version = NEW.version - 1 AND w.state = 'PUBLISHED' AND p.candidate_id = e.candidate_id
       AND COALESCE(p.period_version_id, p.version_id) = e.period_version_id)) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'who is not noticed anew keeps his period';
  END IF;
END;

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER version_not_removed BEFORE DELETE ON notice_version FOR EACH ROW
IF OLD.state IN ('PUBLISHED', 'WITHDRAWN') THEN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a published version stays';
END IF;

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER entry_added BEFORE INSERT ON candidate_entry FOR EACH ROW
IF (SELECT v.state FROM notice_version v WHERE v.id = NEW.version_id) IN ('PUBLISHED', 'WITHDRAWN') THEN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'nobody is added to a published version';
END IF;

-- What people are found by is worked out once, also for a version that was published before there was any of it.
CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER entry_kept BEFORE UPDATE ON candidate_entry FOR EACH ROW
IF NOT (OLD.words = '' AND NEW.id = OLD.id AND NEW.version_id = OLD.version_id AND NEW.candidate_id = OLD.candidate_id
   AND NEW.award = OLD.award AND NEW.seq = OLD.seq AND NEW.name = OLD.name AND BINARY NEW.employer = BINARY OLD.employer
   AND BINARY NEW.post = BINARY OLD.post AND NEW.union_id = OLD.union_id AND BINARY NEW.union_name = BINARY OLD.union_name
   AND BINARY NEW.field = BINARY OLD.field AND BINARY NEW.deeds = BINARY OLD.deeds AND NEW.period_version_id <=> OLD.period_version_id)
   AND EXISTS (SELECT 1 FROM notice_version v WHERE v.id IN (OLD.version_id, NEW.version_id) AND v.state IN ('PUBLISHED', 'WITHDRAWN')) THEN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the people of a published version stay as they are';
END IF;

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER entry_not_removed BEFORE DELETE ON candidate_entry FOR EACH ROW
IF (SELECT v.state FROM notice_version v WHERE v.id = OLD.version_id) IN ('PUBLISHED', 'WITHDRAWN') THEN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the people of a published version stay';
END IF;

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER announcement_added BEFORE INSERT ON announcement FOR EACH ROW
IF NEW.state <> 'DRAFT' THEN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an announcement begins as a draft';
END IF;

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER announcement_kept BEFORE UPDATE ON announcement FOR EACH ROW
BEGIN
  IF OLD.state IN ('PUBLISHED', 'WITHDRAWN') AND NOT (OLD.state = 'PUBLISHED' AND NEW.state = 'WITHDRAWN' AND NEW.id = OLD.id
     AND NEW.round_id = OLD.round_id AND BINARY NEW.title = BINARY OLD.title AND BINARY NEW.doc_number = BINARY OLD.doc_number
     AND BINARY NEW.body = BINARY OLD.body AND BINARY NEW.signed_by = BINARY OLD.signed_by AND NEW.signed_day <=> OLD.signed_day
     AND NEW.revision = OLD.revision AND NEW.drafted_by = OLD.drafted_by AND NEW.created_at = OLD.created_at
     AND NEW.published_by <=> OLD.published_by AND NEW.published_at <=> OLD.published_at) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a published announcement stays as it is';
  END IF;
  IF OLD.state NOT IN ('PUBLISHED', 'WITHDRAWN') AND (NEW.state = 'WITHDRAWN' OR NEW.state = 'PUBLISHED' AND
     (NEW.published_by IS NULL OR NEW.published_at IS NULL)) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an announcement is published by somebody, at an instant';
  END IF;
END;

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER announcement_not_removed BEFORE DELETE ON announcement FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an announcement stays';

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER announced_added BEFORE INSERT ON announcement_entry FOR EACH ROW
IF (SELECT a.state FROM announcement a WHERE a.id = NEW.announcement_id) IN ('PUBLISHED', 'WITHDRAWN') THEN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'nobody is added to a published announcement';
END IF;

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER announced_kept BEFORE UPDATE ON announcement_entry FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the people of an announcement stay as they were drawn up';

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER announced_not_removed BEFORE DELETE ON announcement_entry FOR EACH ROW
IF (SELECT a.state FROM announcement a WHERE a.id = OLD.announcement_id) IN ('PUBLISHED', 'WITHDRAWN') THEN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the people of a published announcement stay';
END IF;

-- objections: the events say what happened, in order ------------------------------------------------------

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER objection_came_in AFTER INSERT ON objection FOR EACH ROW
INSERT INTO objection_event (objection_id, at, actor_kind, actor_id, move, from_state, to_state)
VALUES (NEW.id, NEW.submitted_at, IF(NEW.entered_by IS NULL, 'OBJECTOR', 'OFFICER'), NEW.entered_by,
  IF(NEW.entered_by IS NULL, 'SUBMIT', 'REGISTER'), '', NEW.state);

-- What an officer types in waits for a second reader, and nothing else does; the officers' program objects to nobody.
CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER objection_typed BEFORE INSERT ON objection FOR EACH ROW
IF (NEW.entered_by IS NULL) = (NEW.state = 'REGISTERED') OR (NEW.entered_by IS NULL AND SUBSTRING_INDEX(USER(), '@', 1) = 'gs_staff') THEN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what is typed in waits for a second reader';
END IF;

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER objection_kept BEFORE UPDATE ON objection FOR EACH ROW
IF NOT (NEW.id <=> OLD.id AND NEW.receipt <=> OLD.receipt AND NEW.key_hash <=> OLD.key_hash AND NEW.answer_key <=> OLD.answer_key
   AND NEW.notice_id <=> OLD.notice_id AND NEW.candidate_id <=> OLD.candidate_id AND NEW.kind <=> OLD.kind
   AND NEW.grounds <=> OLD.grounds AND NEW.text_sealed <=> OLD.text_sealed AND NEW.person_sealed <=> OLD.person_sealed
   AND NEW.contact_sealed <=> OLD.contact_sealed AND NEW.contact_channel <=> OLD.contact_channel
   AND NEW.channel <=> OLD.channel AND NEW.received_day <=> OLD.received_day AND NEW.postmark_day <=> OLD.postmark_day
   AND NEW.entered_by <=> OLD.entered_by
   AND NEW.contact_tag <=> OLD.contact_tag AND NEW.form_opened_at <=> OLD.form_opened_at AND NEW.submitted_at <=> OLD.submitted_at
   AND NEW.state <=> (SELECT e.to_state FROM objection_event e WHERE e.objection_id = OLD.id ORDER BY e.id DESC LIMIT 1)) THEN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an objection stays as it came; its state is what the last event says';
END IF;

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER objection_not_removed BEFORE DELETE ON objection FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what was accepted is not removed';

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER event_follows BEFORE INSERT ON objection_event FOR EACH ROW
IF NEW.move IN ('SUBMIT', 'REGISTER') THEN
  IF NEW.from_state <> '' OR EXISTS (SELECT 1 FROM objection_event e WHERE e.objection_id = NEW.objection_id) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an objection comes in once';
  END IF;
ELSEIF NEW.from_state <> (SELECT o.state FROM objection o WHERE o.id = NEW.objection_id LOCK IN SHARE MODE) THEN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an event begins where the last one ended';
END IF;

-- The program that runs the clocks records what ends by itself, and nothing that a person does.
CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER event_by_clock BEFORE INSERT ON objection_event FOR EACH ROW
IF USER() LIKE 'gs_notify@%' AND NOT (NEW.actor_kind = 'SYSTEM' AND (NEW.move, NEW.from_state, NEW.to_state) IN
   (('LAPSE', 'SUPPLEMENT', 'ABANDONED'), ('CLOSE', 'NOTIFIED', 'CLOSED'), ('CLOSE', 'REVIEW_DECIDED', 'CLOSED'))) THEN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a clock ends what ends by itself';
END IF;

-- The event of a submission comes from the row itself, which has its state.
CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER event_moves AFTER INSERT ON objection_event FOR EACH ROW
IF NEW.move NOT IN ('SUBMIT', 'REGISTER') THEN
  UPDATE objection SET state = NEW.to_state WHERE id = NEW.objection_id;
END IF;

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER event_kept BEFORE UPDATE ON objection_event FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what happened stays as it was';

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER event_not_removed BEFORE DELETE ON objection_event FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what happened stays';

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER answer_kept BEFORE UPDATE ON objection_answer FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an answer stays as it was given';

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER answer_not_removed BEFORE DELETE ON objection_answer FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an answer stays';

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER more_kept BEFORE UPDATE ON objection_more FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what an objector added stays as it came';

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER more_not_removed BEFORE DELETE ON objection_more FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what an objector added stays';

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER finding_kept BEFORE UPDATE ON finding FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what was found stays as it was written';

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER finding_not_removed BEFORE DELETE ON finding FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what was found stays';

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER proposal_settled_once BEFORE UPDATE ON proposal FOR EACH ROW
IF OLD.settled_at IS NOT NULL OR NOT (NEW.objection_id <=> OLD.objection_id AND NEW.move <=> OLD.move
   AND NEW.reason_code <=> OLD.reason_code AND NEW.words_sealed <=> OLD.words_sealed AND NEW.proposed_by <=> OLD.proposed_by
   AND NEW.proposed_at <=> OLD.proposed_at) THEN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a proposal is settled once and stays as it was made';
END IF;

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER proposal_not_removed BEFORE DELETE ON proposal FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a proposal stays';

-- recusal: what was said stays ----------------------------------------------------------------------------

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER recusal_kept BEFORE UPDATE ON recusal FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what was declared stays as it was';

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER recusal_not_removed BEFORE DELETE ON recusal FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what was declared stays';

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER tie_ends_once BEFORE UPDATE ON officer_tie FOR EACH ROW
IF OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL OR NEW.ended_by IS NULL OR NOT (NEW.officer_id <=> OLD.officer_id
   AND NEW.kind <=> OLD.kind AND BINARY NEW.name <=> BINARY OLD.name AND NEW.entered_by <=> OLD.entered_by
   AND NEW.entered_at <=> OLD.entered_at) THEN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a tie stays as it was entered, and ends once';
END IF;

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER tie_not_removed BEFORE DELETE ON officer_tie FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a tie stays';

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER recusal_request_settled_once BEFORE UPDATE ON recusal_request FOR EACH ROW
IF OLD.settled_at IS NOT NULL OR NEW.settled_at IS NULL OR NEW.outcome IS NULL OR NOT (NEW.kind <=> OLD.kind
   AND NEW.officer_id <=> OLD.officer_id AND NEW.candidate_id <=> OLD.candidate_id AND BINARY NEW.matched <=> BINARY OLD.matched
   AND NEW.origin <=> OLD.origin AND BINARY NEW.reason <=> BINARY OLD.reason AND NEW.asked_by <=> OLD.asked_by
   AND NEW.asked_at <=> OLD.asked_at) THEN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a request about a recusal is settled once and stays as it was made';
END IF;

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER recusal_request_not_removed BEFORE DELETE ON recusal_request FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a request about a recusal stays';

-- investigation: what two officers wrote down stays --------------------------------------------------------

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER record_settled_once BEFORE UPDATE ON investigation_record FOR EACH ROW
IF OLD.settled_at IS NOT NULL OR NEW.settled_at IS NULL OR NEW.outcome IS NULL OR NOT (NEW.objection_id <=> OLD.objection_id
   AND NEW.kind <=> OLD.kind AND NEW.held_on <=> OLD.held_on AND NEW.words_sealed <=> OLD.words_sealed
   AND NEW.written_by <=> OLD.written_by AND NEW.written_at <=> OLD.written_at AND NEW.other_id <=> OLD.other_id) THEN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a record of an investigation is settled once and stays as it was written';
END IF;

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER record_not_removed BEFORE DELETE ON investigation_record FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a record of an investigation stays';

-- candidates and requests: their events say what happened --------------------------------------------------

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER candidate_kept BEFORE UPDATE ON candidate FOR EACH ROW
IF NOT (NEW.state <=> OLD.state) AND NOT (NEW.state <=> (SELECT e.to_state FROM candidate_event e WHERE e.candidate_id = OLD.id
                                                         ORDER BY e.id DESC LIMIT 1)) THEN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a candidate stands where the last event says';
END IF;

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER candidate_event_follows BEFORE INSERT ON candidate_event FOR EACH ROW
IF NEW.from_state <> (SELECT c.state FROM candidate c WHERE c.id = NEW.candidate_id LOCK IN SHARE MODE) THEN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an event begins where the last one ended';
ELSEIF NEW.actor_kind = 'OFFICER' AND NEW.agreed_by IS NULL THEN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'no officer moves a candidate alone';
END IF;

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER candidate_event_by_clock BEFORE INSERT ON candidate_event FOR EACH ROW
IF USER() LIKE 'gs_notify@%' AND NOT (NEW.actor_kind = 'SYSTEM' AND NEW.move = 'EXPIRE' AND NEW.from_state = 'NOTICED'
   AND NEW.to_state = 'CLEAR') THEN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a clock ends what ends by itself';
END IF;

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER candidate_event_moves AFTER INSERT ON candidate_event FOR EACH ROW
UPDATE candidate SET state = NEW.to_state WHERE id = NEW.candidate_id;

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER candidate_event_kept BEFORE UPDATE ON candidate_event FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what happened stays as it was';

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER candidate_event_not_removed BEFORE DELETE ON candidate_event FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what happened stays';

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER candidate_proposal_settled_once BEFORE UPDATE ON candidate_proposal FOR EACH ROW
IF OLD.settled_at IS NOT NULL OR NOT (NEW.candidate_id <=> OLD.candidate_id AND NEW.move <=> OLD.move
   AND BINARY NEW.reason <=> BINARY OLD.reason AND BINARY NEW.paper <=> BINARY OLD.paper AND NEW.paper_day <=> OLD.paper_day
   AND NEW.proposed_by <=> OLD.proposed_by AND NEW.proposed_at <=> OLD.proposed_at) THEN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a proposal is settled once and stays as it was made';
END IF;

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER candidate_proposal_not_removed BEFORE DELETE ON candidate_proposal FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a proposal stays';

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER recognition_settled_once BEFORE UPDATE ON recognition FOR EACH ROW
IF OLD.settled_at IS NOT NULL OR NOT (NEW.round_id <=> OLD.round_id AND BINARY NEW.paper <=> BINARY OLD.paper
   AND NEW.paper_day <=> OLD.paper_day AND NEW.proposed_by <=> OLD.proposed_by AND NEW.proposed_at <=> OLD.proposed_at) THEN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a recognition is settled once and stays as it was proposed';
END IF;

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER recognition_not_removed BEFORE DELETE ON recognition FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a recognition stays';

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER recognised_added BEFORE INSERT ON recognition_candidate FOR EACH ROW
IF (SELECT r.settled_at FROM recognition r WHERE r.id = NEW.recognition_id) IS NOT NULL THEN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'nobody is added to a recognition that is settled';
END IF;

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER recognised_kept BEFORE UPDATE ON recognition_candidate FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'who stands in a recognition stays there';

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER recognised_not_removed BEFORE DELETE ON recognition_candidate FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'who stands in a recognition stays there';

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER assist_event_kept BEFORE UPDATE ON assist_event FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what happened stays as it was';

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER assist_event_not_removed BEFORE DELETE ON assist_event FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what happened stays';

-- files: what was sent with an objection or an answer stays ------------------------------------------------

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER attachment_kept BEFORE UPDATE ON attachment FOR EACH ROW
IF OLD.objection_id IS NOT NULL OR OLD.assist_id IS NOT NULL THEN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a file that was sent stays as it is';
END IF;

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER attachment_not_removed BEFORE DELETE ON attachment FOR EACH ROW
IF OLD.objection_id IS NOT NULL OR OLD.assist_id IS NOT NULL THEN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a file that was sent stays';
END IF;

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER chunk_added BEFORE INSERT ON attachment_chunk FOR EACH ROW
IF EXISTS (SELECT 1 FROM attachment a WHERE a.id = NEW.attachment_id AND (a.objection_id IS NOT NULL OR a.assist_id IS NOT NULL)) THEN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'nothing is added to a file that was sent';
END IF;

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER chunk_kept BEFORE UPDATE ON attachment_chunk FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the bytes of a file stay as they came';

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER chunk_not_removed BEFORE DELETE ON attachment_chunk FOR EACH ROW
IF EXISTS (SELECT 1 FROM attachment a WHERE a.id = OLD.attachment_id AND (a.objection_id IS NOT NULL OR a.assist_id IS NOT NULL)) THEN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the bytes of a file that was sent stay';
END IF;

-- who saw or did what --------------------------------------------------------------------------------------

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER audit_kept BEFORE UPDATE ON audit FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the audit only grows';

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER audit_not_removed BEFORE DELETE ON audit FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the audit only grows';

-- An officer holds back what waits and lets it go again; what became of a message is said by its sender alone.
CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER outbox_by_hand BEFORE UPDATE ON outbox FOR EACH ROW
IF USER() LIKE 'gs_staff@%' AND (NEW.state <> OLD.state OR NEW.due_at <> OLD.due_at) AND (OLD.done_at IS NOT NULL OR OLD.state = 'LEASED'
   OR NOT (NEW.state = OLD.state OR NEW.state = 'HELD' OR (OLD.state = 'HELD' AND NEW.state = OLD.held_from))) THEN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'only what waits is held or let go by hand';
END IF;

-- what a message says -------------------------------------------------------------------------------------

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER template_kept BEFORE UPDATE ON message_template FOR EACH ROW
IF OLD.outcome IS NOT NULL OR NEW.outcome IS NULL OR NOT (
   NEW.id = OLD.id AND BINARY NEW.event = BINARY OLD.event AND NEW.channel = OLD.channel AND BINARY NEW.lang = BINARY OLD.lang
   AND NEW.version = OLD.version AND BINARY NEW.subject = BINARY OLD.subject AND BINARY NEW.words = BINARY OLD.words
   AND BINARY NEW.gateway = BINARY OLD.gateway AND NEW.saved_by <=> OLD.saved_by AND NEW.saved_at = OLD.saved_at) THEN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a version of a message is settled once and never changed';
END IF;

CREATE OR REPLACE DEFINER = gs_trigger@localhost TRIGGER template_stays BEFORE DELETE ON message_template FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a version of a message stays';
