-- What messages say, in versions: those that come with a release (saved_by NULL) and the office's own, saved by one officer and put in force
-- by another. The words of a version never change (trigger template_kept); in force is the newest that was put in force.

CREATE TABLE IF NOT EXISTS message_template (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  event VARCHAR(32) COLLATE utf8mb4_bin NOT NULL,            -- of model/message.h
  channel ENUM('EMAIL','SMS') NOT NULL,
  lang VARCHAR(5) COLLATE utf8mb4_bin NOT NULL,              -- zh-CN en
  version INT NOT NULL,                                      -- from 1 on
  subject VARCHAR(200) NOT NULL,                             -- '' for SMS
  words VARCHAR(4000) NOT NULL,                              -- model/placeholder.h
  gateway VARCHAR(1000) NOT NULL,                            -- the templates at the SMS gateways, model/wording.h
  saved_by BIGINT NULL,
  saved_at DATETIME(6) NOT NULL,
  settled_by BIGINT NULL,
  settled_at DATETIME(6) NULL,
  outcome ENUM('FORCE','BACK','REPLACED') NULL,              -- NULL: waits for another officer
  UNIQUE (event, channel, lang, version),
  CONSTRAINT template_saved_by FOREIGN KEY (saved_by) REFERENCES officer(id),
  CONSTRAINT template_settled_by FOREIGN KEY (settled_by) REFERENCES officer(id),
  CONSTRAINT template_by_two CHECK (outcome <> 'FORCE' OR saved_by IS NULL OR (settled_by IS NOT NULL AND settled_by <> saved_by))
);

-- The version that a message was first said with: a repeat says the same, and its story shows the same.
ALTER TABLE outbox
  ADD COLUMN IF NOT EXISTS template_id BIGINT NULL;
ALTER TABLE outbox
  ADD CONSTRAINT outbox_template FOREIGN KEY IF NOT EXISTS outbox_template (template_id) REFERENCES message_template(id);

-- The language a contact is written to in.
ALTER TABLE union_contact
  ADD COLUMN IF NOT EXISTS lang VARCHAR(5) COLLATE utf8mb4_bin NOT NULL DEFAULT 'zh-CN';
