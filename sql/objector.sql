-- What an objector does on his own case. A procedure that runs as gs_objector, an account that is locked, so that whoever breaks into the
-- public program can do with a code that he has what its owner may do, and nothing else. Replaced at every migration.

-- Under the hash of a lookup code: one of the three moves, from where lib/model/objection_moves.c lets it begin (tests/store/objector.c
-- compares), within its term, a review once. `words` are sealed for the case key; `due` and `rule` are the term that begins, NULL where no
-- plan of the year is loaded. The same form again changes nothing. Gives one word: done, again, not_found, or why not.
CREATE OR REPLACE DEFINER = gs_objector@localhost PROCEDURE objector_move(asked BINARY(32), form BINARY(32), wanted VARCHAR(24),
  words MEDIUMBLOB, due DATETIME(6), rule VARCHAR(200)) MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
  DECLARE this, sent BIGINT;
  DECLARE stood, entered VARCHAR(24);
  DECLARE began VARCHAR(20) DEFAULT '';
  DECLARE term_ends DATETIME(6);
  DECLARE reviewed BOOL;
  -- His candidate too: while a review is asked for nobody recognises him.
  SELECT o.id, o.state INTO this, stood FROM objection o JOIN candidate c ON c.id = o.candidate_id WHERE o.key_hash = asked
    FOR UPDATE;
  SELECT m.objection_id INTO sent FROM objection_more m WHERE m.form_hash = form;
  SELECT e.deadline_at INTO term_ends FROM objection_event e WHERE e.objection_id = this ORDER BY e.id DESC LIMIT 1;
  SELECT EXISTS (SELECT 1 FROM objection_event e WHERE e.objection_id = this AND e.move IN ('REQUEST_REVIEW', 'REVIEW_ON_PAPER'))
    INTO reviewed;
  IF wanted = 'SUPPLY' AND stood = 'SUPPLEMENT' THEN
    SET entered = 'PRELIM_REVIEW', began = 'REVIEW';
  ELSEIF wanted = 'REQUEST_REVIEW' AND stood IN ('NOTIFIED', 'NOT_ACCEPTED') THEN
    SET entered = 'REVIEW_REQUESTED', began = 'REDECIDE';
  ELSEIF wanted = 'WITHDRAW' AND stood IN ('SUBMITTED', 'PRELIM_REVIEW', 'SUPPLEMENT', 'MERGED', 'ACCEPTED', 'INVESTIGATING',
    'EXPERT_REVIEW', 'HEARING', 'DECISION_DRAFTED', 'SUSPENDED') THEN
    SET entered = 'WITHDRAWN';
  END IF;
  IF this IS NULL OR sent <> this THEN
    SELECT 'not_found';
  ELSEIF sent = this THEN
    SELECT 'again';
  ELSEIF entered IS NULL THEN
    SELECT 'case_moved';
  ELSEIF wanted = 'REQUEST_REVIEW' AND reviewed THEN
    SELECT 'once_only';
  ELSEIF wanted <> 'WITHDRAW' AND term_ends <= UTC_TIMESTAMP(6) THEN
    SELECT 'too_late';
  ELSE
    INSERT INTO objection_event (objection_id, at, actor_kind, move, from_state, to_state, term, deadline_at, deadline_rule)
    VALUES (this, UTC_TIMESTAMP(6), 'OBJECTOR', wanted, stood, entered, IF(due IS NULL, '', began), IF(began = '', NULL, due),
      IF(began = '' OR due IS NULL, '', rule));
    INSERT INTO objection_more (objection_id, at, move, text_sealed, form_hash) VALUES (this, UTC_TIMESTAMP(6), wanted, words, form);
    UPDATE proposal SET outcome = 'OVERTAKEN', settled_at = UTC_TIMESTAMP(6) WHERE objection_id = this AND settled_at IS NULL;
    SELECT 'done';
  END IF;
END;
