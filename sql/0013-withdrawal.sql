-- Why a version was withdrawn stands beside why it was written: what was published of a correction stays.
ALTER TABLE notice_version ADD COLUMN IF NOT EXISTS withdrawn_why VARCHAR(500) NOT NULL DEFAULT '';
