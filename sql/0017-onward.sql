-- What becomes of a message that reached nobody: it goes on by the other channel, to the backup contact, and at last to a person of the
-- office. An SMS beyond a number's ceiling of the day waits for the next one, or is told by a digest.

ALTER TABLE outbox
  MODIFY COLUMN state VARCHAR(12) COLLATE utf8mb4_bin NOT NULL DEFAULT 'WAITING', -- WAITING LEASED SENT FAILED UNCERTAIN GATHERED
  ADD COLUMN IF NOT EXISTS origin_id BIGINT NULL,                                -- the message whose news this one carries on
  ADD COLUMN IF NOT EXISTS digest_id BIGINT NULL,                                -- GATHERED: the digest that tells of it
  ADD COLUMN IF NOT EXISTS given_up_at DATETIME(6) NULL,
  ADD COLUMN IF NOT EXISTS given_up_why VARCHAR(12) COLLATE utf8mb4_bin NULL,    -- onward_reason of service/onward.h
  ADD COLUMN IF NOT EXISTS given_up_to VARCHAR(12) COLLATE utf8mb4_bin NULL,     -- CHANNEL BACKUP TASK NOBODY
  ADD KEY IF NOT EXISTS ended (state, given_up_at, done_at);
ALTER TABLE outbox
  ADD CONSTRAINT outbox_origin FOREIGN KEY IF NOT EXISTS outbox_origin (origin_id) REFERENCES outbox(id),
  ADD CONSTRAINT outbox_digest FOREIGN KEY IF NOT EXISTS outbox_digest (digest_id) REFERENCES outbox(id);

-- What failed before there was anybody to go on to is history.
UPDATE outbox SET given_up_at = done_at, given_up_why = 'BEFORE', given_up_to = 'NOBODY'
WHERE state IN ('FAILED', 'UNCERTAIN') AND done_at IS NOT NULL AND given_up_at IS NULL;

-- What a person must do by hand, and how it was settled.
CREATE TABLE IF NOT EXISTS office_task (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  word VARCHAR(90) COLLATE utf8mb4_bin NOT NULL UNIQUE,      -- of what it is about, so that it stands once
  what VARCHAR(12) COLLATE utf8mb4_bin NOT NULL,             -- UNREACHED NO_CONTACT
  event VARCHAR(32) COLLATE utf8mb4_bin NOT NULL,            -- of model/message.h: what should have been told
  params VARCHAR(2000) NOT NULL DEFAULT '{}',
  outbox_id BIGINT NULL REFERENCES outbox(id),               -- the last message that failed
  union_id BIGINT NULL REFERENCES nominating_union(id),
  objection_id BIGINT NULL REFERENCES objection(id),
  since DATETIME(6) NOT NULL,
  settled_at DATETIME(6) NULL,
  settled_by BIGINT NULL REFERENCES officer(id),
  how VARCHAR(12) COLLATE utf8mb4_bin NULL,                  -- CALLED RESENT OTHER
  words VARCHAR(500) NOT NULL DEFAULT '',
  KEY open (settled_at, since)
);

-- How many SMS a number was sent on a day of Beijing's: of an event, and under the event '' in all.
CREATE TABLE IF NOT EXISTS sms_day (
  number VARCHAR(40) COLLATE utf8mb4_bin NOT NULL,
  day DATE NOT NULL,
  event VARCHAR(32) COLLATE utf8mb4_bin NOT NULL,
  n INT NOT NULL,
  PRIMARY KEY (number, day, event), KEY (day)
);
