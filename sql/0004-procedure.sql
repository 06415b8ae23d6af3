-- The whole procedure: a clock with every event, second persons, recusal, candidates that move, requests beside their case.

-- An event carries the clock as it stands after it: which term, until when, or how much of it is left while it stands still.
ALTER TABLE objection_event
  ADD COLUMN IF NOT EXISTS agreed_by BIGINT NULL,                                   -- the second person
  ADD COLUMN IF NOT EXISTS other_id BIGINT NULL,                                    -- the case it was merged into
  ADD COLUMN IF NOT EXISTS term VARCHAR(20) COLLATE utf8mb4_bin NOT NULL DEFAULT '', -- of model/term.h
  ADD COLUMN IF NOT EXISTS term_left INT NULL;                                      -- days of it, while it stands still
-- A key beside its column would be made once more by a second run.
ALTER TABLE objection_event
  ADD CONSTRAINT event_agreed_by FOREIGN KEY IF NOT EXISTS event_agreed_by (agreed_by) REFERENCES officer(id),
  ADD CONSTRAINT event_other_id FOREIGN KEY IF NOT EXISTS event_other_id (other_id) REFERENCES objection(id);

-- What an officer wants and a second one has not agreed to yet. One at a time for a case.
CREATE TABLE IF NOT EXISTS proposal (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  objection_id BIGINT NOT NULL REFERENCES objection(id),
  move VARCHAR(24) COLLATE utf8mb4_bin NOT NULL,
  reason_code VARCHAR(40) COLLATE utf8mb4_bin NOT NULL DEFAULT '',
  words_sealed BLOB NOT NULL,                                -- case key, "proposal:<receipt>": {"told":"…","note":"…"}
  proposed_by BIGINT NOT NULL REFERENCES officer(id),
  proposed_at DATETIME(6) NOT NULL,
  settled_by BIGINT NULL REFERENCES officer(id),
  settled_at DATETIME(6) NULL,
  outcome ENUM('AGREED','RETURNED','OVERTAKEN') NULL,
  why_sealed BLOB NULL,                                      -- case key, "proposal:<receipt>": why it was sent back
  open_case BIGINT AS (IF(settled_at IS NULL, objection_id, NULL)) PERSISTENT UNIQUE,
  KEY (objection_id),
  CHECK (settled_by IS NULL OR outcome <> 'AGREED' OR settled_by <> proposed_by)
);

-- Who looks into a case: two, by the event that named them.
CREATE TABLE IF NOT EXISTS investigator (
  objection_id BIGINT NOT NULL REFERENCES objection(id),
  officer_id BIGINT NOT NULL REFERENCES officer(id),
  named_by BIGINT NOT NULL REFERENCES officer(id),
  named_at DATETIME(6) NOT NULL,
  PRIMARY KEY (objection_id, officer_id)
);

-- What was found of each ground.
CREATE TABLE IF NOT EXISTS finding (
  decision_id BIGINT NOT NULL REFERENCES decision(id),
  ground VARCHAR(12) COLLATE utf8mb4_bin NOT NULL,
  finding ENUM('TRUE','PARTLY_TRUE','UNTRUE','UNVERIFIABLE') NOT NULL,
  PRIMARY KEY (decision_id, ground)
);

-- What an objector says later: what was missing, why he wants a review.
CREATE TABLE IF NOT EXISTS objection_more (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  objection_id BIGINT NOT NULL REFERENCES objection(id),
  at DATETIME(6) NOT NULL,
  move VARCHAR(24) COLLATE utf8mb4_bin NOT NULL,
  text_sealed MEDIUMBLOB NOT NULL,                           -- case key, "objection:<receipt>:more"
  KEY (objection_id)
);

-- An officer and a candidate: declared free of ties, or recused. The newest row says how it stands.
CREATE TABLE IF NOT EXISTS recusal (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  officer_id BIGINT NOT NULL REFERENCES officer(id),
  candidate_id BIGINT NOT NULL REFERENCES candidate(id),
  at DATETIME(6) NOT NULL,
  state ENUM('CLEAR','RECUSED','LIFTED') NOT NULL,           -- LIFTED: two others let him act again
  reason VARCHAR(500) NOT NULL DEFAULT '',
  by_id BIGINT NOT NULL REFERENCES officer(id),
  agreed_by BIGINT NULL REFERENCES officer(id),
  KEY (officer_id, candidate_id, id),
  CHECK (state <> 'LIFTED' OR (agreed_by IS NOT NULL AND agreed_by <> by_id AND by_id <> officer_id AND agreed_by <> officer_id))
);

-- Candidates: the state is what the last event says; kept by trigger.
ALTER TABLE candidate
  ADD COLUMN IF NOT EXISTS state VARCHAR(16) COLLATE utf8mb4_bin NOT NULL DEFAULT 'PROPOSED'; -- of model/candidacy.h

CREATE TABLE IF NOT EXISTS candidate_event (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  candidate_id BIGINT NOT NULL REFERENCES candidate(id),
  at DATETIME(6) NOT NULL,
  actor_kind ENUM('OFFICER','SYSTEM') NOT NULL,
  actor_id BIGINT NULL REFERENCES officer(id),
  agreed_by BIGINT NULL REFERENCES officer(id),
  move VARCHAR(24) COLLATE utf8mb4_bin NOT NULL,
  from_state VARCHAR(16) COLLATE utf8mb4_bin NOT NULL,
  to_state VARCHAR(16) COLLATE utf8mb4_bin NOT NULL,
  reason VARCHAR(1000) NOT NULL DEFAULT '',
  KEY (candidate_id, id),
  CHECK (agreed_by IS NULL OR agreed_by <> actor_id)
);

-- Requests to unions have states of their own.
ALTER TABLE assist
  MODIFY COLUMN state VARCHAR(16) COLLATE utf8mb4_bin NOT NULL, -- of model/assist_move.h
  ADD COLUMN IF NOT EXISTS more_time BOOL NOT NULL DEFAULT FALSE;

CREATE TABLE IF NOT EXISTS assist_event (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  assist_id BIGINT NOT NULL REFERENCES assist(id),
  at DATETIME(6) NOT NULL,
  actor_kind ENUM('OFFICER','UNION','SYSTEM') NOT NULL,
  actor_id BIGINT NULL,
  step VARCHAR(16) COLLATE utf8mb4_bin NOT NULL,
  from_state VARCHAR(16) COLLATE utf8mb4_bin NOT NULL,
  to_state VARCHAR(16) COLLATE utf8mb4_bin NOT NULL,
  note VARCHAR(1000) NOT NULL DEFAULT '',                    -- between the office and the union; says nothing of the objector
  due_at DATETIME(6) NULL,
  KEY (assist_id, id)
);

-- Words for the objector come with any move; what they are is the state that was entered.
ALTER TABLE objection_answer MODIFY COLUMN kind VARCHAR(24) COLLATE utf8mb4_bin NOT NULL;

-- Cases that waited for a union when requests had no states of their own: they are being investigated, until the day that acceptance gave.
-- (One by one: the trigger that moves a case may not run within a statement that reads cases.)
BEGIN NOT ATOMIC
  FOR waiting IN (SELECT o.id, o.state, a.deadline_at, a.deadline_rule FROM objection o JOIN objection_event a ON a.objection_id = o.id
    WHERE o.state IN ('ASSIST_REQUESTED', 'ASSIST_REPLIED') AND a.id = (SELECT MAX(x.id) FROM objection_event x
      WHERE x.objection_id = o.id AND x.move IN ('ACCEPT', 'RETURN_DECISION'))) DO
    INSERT INTO objection_event (objection_id, at, actor_kind, move, from_state, to_state, term, deadline_at, deadline_rule)
    VALUES (waiting.id, UTC_TIMESTAMP(6), 'SYSTEM', 'REGROUP', waiting.state, 'INVESTIGATING', 'INVESTIGATE', waiting.deadline_at,
      waiting.deadline_rule);
  END FOR;
END;
