-- The final list (认定公告): one that stands for a round, of those whom papers recognised.

CREATE TABLE IF NOT EXISTS announcement (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  round_id BIGINT NOT NULL REFERENCES round(id),
  state ENUM('DRAFT','READY','PUBLISHED','WITHDRAWN') NOT NULL,
  title VARCHAR(150) NOT NULL,
  doc_number VARCHAR(50) NOT NULL DEFAULT '',                -- 文号 X〔2026〕47号
  body TEXT NOT NULL,                                        -- plain text, blank line between paragraphs
  signed_by VARCHAR(100) NOT NULL DEFAULT '',                -- 落款
  signed_day DATE NULL,
  reason VARCHAR(500) NOT NULL DEFAULT '',                   -- why withdrawn, shown to the public
  revision INT NOT NULL DEFAULT 0,                           -- how often it was changed: what a form has seen
  drafted_by BIGINT NOT NULL REFERENCES officer(id),
  created_at DATETIME(6) NOT NULL,
  published_by BIGINT NULL REFERENCES officer(id),
  published_at DATETIME(6) NULL,
  stands BIGINT AS (IF(state = 'WITHDRAWN', NULL, round_id)) PERSISTENT UNIQUE,
  CHECK (published_by IS NULL OR published_by <> drafted_by)
);

-- As the newest notice printed them when the list was drawn up.
CREATE TABLE IF NOT EXISTS announcement_entry (
  announcement_id BIGINT NOT NULL REFERENCES announcement(id),
  candidate_id BIGINT NOT NULL REFERENCES candidate(id),
  award ENUM('CRAFTSMAN','NOMINATION') NOT NULL,
  seq INT NOT NULL,                                          -- 序号 within the award
  name VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,
  employer VARCHAR(100) NOT NULL,
  post VARCHAR(100) NOT NULL,
  union_id BIGINT NOT NULL REFERENCES nominating_union(id),
  union_name VARCHAR(100) NOT NULL,
  PRIMARY KEY (announcement_id, candidate_id)
);

-- A letter may be about the final list, too: its kind is FINAL.
ALTER TABLE union_letter
  ADD COLUMN IF NOT EXISTS announcement_id BIGINT NULL,
  ADD UNIQUE KEY IF NOT EXISTS letter_of_announcement (union_id, announcement_id);
ALTER TABLE union_letter
  ADD CONSTRAINT letter_announcement FOREIGN KEY IF NOT EXISTS letter_announcement (announcement_id) REFERENCES announcement(id);
