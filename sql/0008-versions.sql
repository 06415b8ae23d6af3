-- A correction that matters opens a period of its own for the people that it touches, and leaves that of all the others alone.

-- Whose printed period stands for this person. NULL: that of the version itself, as it is for everybody who is noticed anew.
ALTER TABLE candidate_entry ADD COLUMN IF NOT EXISTS period_version_id BIGINT NULL;
ALTER TABLE candidate_entry
  ADD CONSTRAINT entry_period FOREIGN KEY IF NOT EXISTS entry_period (period_version_id) REFERENCES notice_version(id);
