-- What unions are told of a case: that more time was taken, what was decided. The union learns whom it is about and the result.

ALTER TABLE union_letter
  MODIFY COLUMN kind VARCHAR(12) COLLATE utf8mb4_bin NOT NULL,       -- NOTICE ASSIST EXTENSION RESULT REVIEW
  ADD COLUMN IF NOT EXISTS objection_id BIGINT NULL,                 -- of the last three; no union reads it
  ADD COLUMN IF NOT EXISTS candidate_id BIGINT NULL,
  ADD COLUMN IF NOT EXISTS result VARCHAR(16) COLLATE utf8mb4_bin NOT NULL DEFAULT '',
  ADD COLUMN IF NOT EXISTS handed_at DATETIME(6) NULL,               -- the candidate's paper was handed over
  ADD COLUMN IF NOT EXISTS handed_by BIGINT NULL,
  ADD COLUMN IF NOT EXISTS handed_how VARCHAR(200) NOT NULL DEFAULT '';
ALTER TABLE union_letter
  ADD CONSTRAINT letter_objection FOREIGN KEY IF NOT EXISTS letter_objection (objection_id) REFERENCES objection(id),
  ADD CONSTRAINT letter_candidate FOREIGN KEY IF NOT EXISTS letter_candidate (candidate_id) REFERENCES candidate(id),
  ADD CONSTRAINT letter_handed_by FOREIGN KEY IF NOT EXISTS letter_handed_by (handed_by) REFERENCES officer(id);
