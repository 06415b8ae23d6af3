-- What came by letter, call or visit and was typed in by an officer.
ALTER TABLE objection
  ADD COLUMN IF NOT EXISTS channel ENUM('ONLINE','LETTER','CALL','VISIT') NOT NULL DEFAULT 'ONLINE',
  ADD COLUMN IF NOT EXISTS received_day DATE NULL,           -- Beijing; NULL: online
  ADD COLUMN IF NOT EXISTS postmark_day DATE NULL,           -- of a letter, if it can be read: then it counts
  ADD COLUMN IF NOT EXISTS entered_by BIGINT NULL;
ALTER TABLE objection
  ADD CONSTRAINT objection_entered_by FOREIGN KEY IF NOT EXISTS objection_entered_by (entered_by) REFERENCES officer(id);
ALTER TABLE objection ADD CONSTRAINT IF NOT EXISTS objection_typed_in CHECK (
  (channel = 'ONLINE') = (entered_by IS NULL) AND (channel = 'ONLINE') = (received_day IS NULL)
  AND (postmark_day IS NULL OR (channel = 'LETTER' AND postmark_day <= received_day)));

-- For those who may compare it with the paper: the whole entry, sealed for each one's own key, until it is settled.
CREATE TABLE IF NOT EXISTS entry_copy (
  objection_id BIGINT NOT NULL REFERENCES objection(id),
  officer_id BIGINT NOT NULL REFERENCES officer(id),
  sealed MEDIUMBLOB NOT NULL,                                -- the officer's key, "objection:<receipt>:entry"
  PRIMARY KEY (objection_id, officer_id)
);
