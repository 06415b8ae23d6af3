-- Recusal: what ties officers to units, and what waits for a head. Investigation: what two officers heard and read.

-- What an officer or an administrator entered. Ended, never removed.
CREATE TABLE IF NOT EXISTS officer_tie (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  officer_id BIGINT NOT NULL REFERENCES officer(id),
  kind VARCHAR(16) COLLATE utf8mb4_bin NOT NULL,             -- of model/tie.h
  name VARCHAR(100) NOT NULL,
  entered_by BIGINT NOT NULL REFERENCES officer(id),
  entered_at DATETIME(6) NOT NULL,
  ended_by BIGINT NULL REFERENCES officer(id),
  ended_at DATETIME(6) NULL,
  KEY (officer_id)
);

-- ASKED: a tie that matches became known after he had declared himself; he must answer anew.
ALTER TABLE recusal MODIFY COLUMN state ENUM('CLEAR','RECUSED','LIFTED','ASKED') NOT NULL;

-- What only another officer may settle: that a match is none (CLEAR), that somebody steps back as was asked for (RECUSE), that he may
-- act again (LIFT). One of a kind at a time for an officer and a candidate.
CREATE TABLE IF NOT EXISTS recusal_request (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  kind ENUM('CLEAR','RECUSE','LIFT') NOT NULL,
  officer_id BIGINT NOT NULL REFERENCES officer(id),
  candidate_id BIGINT NOT NULL REFERENCES candidate(id),
  matched VARCHAR(300) NOT NULL DEFAULT '',                  -- CLEAR: the ties that matched, as they were entered
  origin VARCHAR(12) COLLATE utf8mb4_bin NOT NULL DEFAULT '', -- RECUSE: whose wish it is, of service/recuse.h
  reason VARCHAR(500) NOT NULL,
  asked_by BIGINT NOT NULL REFERENCES officer(id),
  asked_at DATETIME(6) NOT NULL,
  settled_by BIGINT NULL REFERENCES officer(id),
  settled_at DATETIME(6) NULL,
  outcome ENUM('AGREED','REFUSED','OVERTAKEN') NULL,
  why VARCHAR(500) NOT NULL DEFAULT '',
  open_pair VARCHAR(60) COLLATE utf8mb4_bin AS (IF(settled_at IS NULL, CONCAT(kind, ':', officer_id, ':', candidate_id), NULL)) PERSISTENT
    UNIQUE,
  KEY (officer_id, candidate_id),
  CHECK (settled_by IS NULL OR (settled_by <> asked_by AND settled_by <> officer_id))
);

-- What was heard and read in a case: written by one investigator, confirmed by the other who was there.
CREATE TABLE IF NOT EXISTS investigation_record (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  objection_id BIGINT NOT NULL REFERENCES objection(id),
  kind VARCHAR(20) COLLATE utf8mb4_bin NOT NULL,             -- of model/investigation.h
  held_on DATE NOT NULL,                                     -- Beijing
  words_sealed MEDIUMBLOB NOT NULL,                          -- case key, "record:<receipt>"
  written_by BIGINT NOT NULL REFERENCES officer(id),
  written_at DATETIME(6) NOT NULL,
  other_id BIGINT NOT NULL REFERENCES officer(id),           -- who was there too and must confirm
  settled_at DATETIME(6) NULL,
  outcome ENUM('CONFIRMED','REJECTED') NULL,
  why_sealed BLOB NULL,                                      -- case key, "record:<receipt>": why it was rejected
  KEY (objection_id),
  CHECK (other_id <> written_by)
);
