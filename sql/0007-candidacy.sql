-- Candidates move: proposals about one of them, recognition of many by one paper, and the paper that an event rests on.

-- One paper (认定文件) and those whom it recognises: written by one officer, agreed to by another as a whole.
CREATE TABLE IF NOT EXISTS recognition (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  round_id BIGINT NOT NULL REFERENCES round(id),
  paper VARCHAR(50) NOT NULL,                                -- 文号 X〔2026〕47号
  paper_day DATE NOT NULL,
  proposed_by BIGINT NOT NULL REFERENCES officer(id),
  proposed_at DATETIME(6) NOT NULL,
  settled_by BIGINT NULL REFERENCES officer(id),
  settled_at DATETIME(6) NULL,
  outcome ENUM('AGREED','RETURNED') NULL,
  why VARCHAR(1000) NOT NULL DEFAULT '',                     -- why it was sent back
  KEY (round_id),
  CHECK (settled_by IS NULL OR outcome <> 'AGREED' OR settled_by <> proposed_by)
);

CREATE TABLE IF NOT EXISTS recognition_candidate (
  recognition_id BIGINT NOT NULL REFERENCES recognition(id),
  candidate_id BIGINT NOT NULL REFERENCES candidate(id),
  PRIMARY KEY (recognition_id, candidate_id)
);

-- What an officer wants for one candidate and a second one has not agreed to yet. The words name papers and numbers of cases, never what
-- was said or who said it: they are not sealed.
CREATE TABLE IF NOT EXISTS candidate_proposal (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  candidate_id BIGINT NOT NULL REFERENCES candidate(id),
  move VARCHAR(24) COLLATE utf8mb4_bin NOT NULL,
  reason VARCHAR(1000) NOT NULL,
  paper VARCHAR(50) NOT NULL DEFAULT '',
  paper_day DATE NULL,
  proposed_by BIGINT NOT NULL REFERENCES officer(id),
  proposed_at DATETIME(6) NOT NULL,
  settled_by BIGINT NULL REFERENCES officer(id),
  settled_at DATETIME(6) NULL,
  outcome ENUM('AGREED','RETURNED','OVERTAKEN') NULL,
  why VARCHAR(1000) NOT NULL DEFAULT '',                     -- why it was sent back
  open_candidate BIGINT AS (IF(settled_at IS NULL, candidate_id, NULL)) PERSISTENT UNIQUE,
  KEY (candidate_id),
  CHECK (settled_by IS NULL OR outcome <> 'AGREED' OR settled_by <> proposed_by)
);

ALTER TABLE candidate_event
  ADD COLUMN IF NOT EXISTS paper VARCHAR(50) NOT NULL DEFAULT '',
  ADD COLUMN IF NOT EXISTS paper_day DATE NULL,
  ADD COLUMN IF NOT EXISTS recognition_id BIGINT NULL;
ALTER TABLE candidate_event
  ADD CONSTRAINT candidate_event_recognition FOREIGN KEY IF NOT EXISTS candidate_event_recognition (recognition_id) REFERENCES recognition(id);

-- Who was published before candidates moved, stands in a notice since then; and whose objection had been accepted, is held.
BEGIN NOT ATOMIC
  FOR noticed IN (SELECT c.id, MIN(v.published_at) AS at FROM candidate c JOIN candidate_entry e ON e.candidate_id = c.id
    JOIN notice_version v ON v.id = e.version_id WHERE c.state = 'PROPOSED' AND v.state IN ('PUBLISHED', 'WITHDRAWN') GROUP BY c.id) DO
    INSERT INTO candidate_event (candidate_id, at, actor_kind, move, from_state, to_state)
    VALUES (noticed.id, noticed.at, 'SYSTEM', 'PUBLISH', 'PROPOSED', 'NOTICED');
    UPDATE candidate SET state = 'NOTICED' WHERE id = noticed.id; -- a house without the trigger yet
  END FOR;
  FOR held IN (SELECT DISTINCT c.id FROM candidate c JOIN objection o ON o.candidate_id = c.id
    JOIN objection_event e ON e.objection_id = o.id AND e.move IN ('ACCEPT', 'ORDER_ACCEPTANCE')
    WHERE c.state = 'NOTICED' AND o.state NOT IN ('CLOSED', 'WITHDRAWN', 'CLUE_TAKEN_UP', 'CLUE_FILED')) DO
    INSERT INTO candidate_event (candidate_id, at, actor_kind, move, from_state, to_state)
    VALUES (held.id, UTC_TIMESTAMP(6), 'SYSTEM', 'HOLD', 'NOTICED', 'HELD');
    UPDATE candidate SET state = 'HELD' WHERE id = held.id;
  END FOR;
END;
