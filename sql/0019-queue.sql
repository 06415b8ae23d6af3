-- What officers see of the messages and do with those that wait: one is held back and let go, an event or a channel is stopped while
-- something is out of order, what reached nobody is sent once more.

-- What is stopped: '' stands for every channel, every event. notifyd holds back what comes due under it, and an officer's word lets it go.
CREATE TABLE IF NOT EXISTS outbox_stop (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  channel VARCHAR(8) COLLATE utf8mb4_bin NOT NULL DEFAULT '',
  event VARCHAR(32) COLLATE utf8mb4_bin NOT NULL DEFAULT '',
  reason VARCHAR(200) NOT NULL,
  at DATETIME(6) NOT NULL,
  officer_id BIGINT NULL REFERENCES officer(id),             -- NULL: the operator
  ended_at DATETIME(6) NULL,
  ended_by BIGINT NULL REFERENCES officer(id),
  KEY standing (ended_at)
);

ALTER TABLE outbox
  MODIFY COLUMN state VARCHAR(12) COLLATE utf8mb4_bin NOT NULL DEFAULT 'WAITING', -- HELD too: due_at is then beyond all time
  ADD COLUMN IF NOT EXISTS origin_id BIGINT NULL,                                -- the message whose news this one carries on
  ADD COLUMN IF NOT EXISTS held_from VARCHAR(12) COLLATE utf8mb4_bin NULL,       -- HELD: the state that it goes back to
  ADD COLUMN IF NOT EXISTS stop_id BIGINT NULL,                                  -- the last stop that held it back
  ADD COLUMN IF NOT EXISTS letter_slug VARCHAR(26) COLLATE utf8mb4_bin AS (JSON_VALUE(params, '$.slug')) VIRTUAL, -- the letter it brings
  ADD KEY IF NOT EXISTS made (created_at),
  ADD KEY IF NOT EXISTS by_state (state),
  ADD KEY IF NOT EXISTS by_event (event),
  ADD KEY IF NOT EXISTS by_letter (letter_slug),
  ADD KEY IF NOT EXISTS stopped (stop_id, state);
ALTER TABLE outbox
  ADD CONSTRAINT outbox_origin FOREIGN KEY IF NOT EXISTS outbox_origin (origin_id) REFERENCES outbox(id),
  ADD CONSTRAINT outbox_stopped FOREIGN KEY IF NOT EXISTS outbox_stopped (stop_id) REFERENCES outbox_stop(id);
