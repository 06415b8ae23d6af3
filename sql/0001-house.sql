-- The house's tables. Times are UTC in DATETIME(6); identity columns are utf8mb4_bin, the rest uca1400_ai_ci.
-- *_sealed columns hold lib/trust/seal formats; what key opens them stands beside each.
-- A step that was cut off begins anew, so each of its statements may be run twice.

-- rounds, unions, people -------------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS round (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  slug VARCHAR(40) COLLATE utf8mb4_bin NOT NULL UNIQUE,      -- stands in addresses: "2026"
  title VARCHAR(100) NOT NULL,                               -- 首届杭州数字工匠
  created_at DATETIME(6) NOT NULL
);

CREATE TABLE IF NOT EXISTS nominating_union (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  code VARCHAR(20) COLLATE utf8mb4_bin NOT NULL UNIQUE,
  name VARCHAR(100) COLLATE utf8mb4_bin NOT NULL UNIQUE,
  kind ENUM('DISTRICT','INDUSTRY') NOT NULL,
  active BOOL NOT NULL DEFAULT TRUE
);

CREATE TABLE IF NOT EXISTS union_contact (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  union_id BIGINT NOT NULL REFERENCES nominating_union(id),
  rank ENUM('PRIMARY','BACKUP') NULL,                        -- NULL: stepped back; the row stays as the one who acted
  name VARCHAR(50) NOT NULL,
  phone VARCHAR(20) COLLATE utf8mb4_bin NULL,
  email VARCHAR(254) COLLATE utf8mb4_bin NULL,
  UNIQUE (union_id, rank)
);

CREATE TABLE IF NOT EXISTS officer (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  login VARCHAR(40) COLLATE utf8mb4_bin NOT NULL UNIQUE,
  name VARCHAR(50) NOT NULL,
  roles INT UNSIGNED NOT NULL,                               -- bits of model/staff.h
  state ENUM('INVITED','ACTIVE','DISABLED') NOT NULL,
  pw_salt BINARY(16) NULL, pw_passes INT NULL, pw_memory_kib INT NULL, pw_verifier BINARY(32) NULL,
  totp_boxed VARBINARY(200) NULL,                            -- file secret rest.key
  totp_step BIGINT NOT NULL DEFAULT 0,
  public_key BINARY(32) NULL,
  key_by_password BINARY(72) NULL,
  key_by_recovery BINARY(72) NULL,
  created_at DATETIME(6) NOT NULL,
  created_by BIGINT NULL REFERENCES officer(id)              -- NULL: by gongshictl
);

-- One code to come in with: first activation, or a reset that two officers ordered.
CREATE TABLE IF NOT EXISTS officer_pass (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  officer_id BIGINT NOT NULL REFERENCES officer(id),
  purpose ENUM('ACTIVATE','RESET') NOT NULL,
  code_hash BINARY(32) NULL UNIQUE,                          -- NULL until a second officer agrees to a reset
  asked_by BIGINT NULL REFERENCES officer(id),
  agreed_by BIGINT NULL REFERENCES officer(id),
  created_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  used_at DATETIME(6) NULL,
  CHECK (agreed_by IS NULL OR agreed_by <> asked_by)
);

CREATE TABLE IF NOT EXISTS officer_session (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  token_hash BINARY(32) NOT NULL UNIQUE,
  officer_id BIGINT NOT NULL REFERENCES officer(id),
  key_wrapped BINARY(72) NOT NULL,                           -- the officer's private key under a secret of the cookie
  csrf CHAR(32) COLLATE utf8mb4_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  seen_at DATETIME(6) NOT NULL,
  fresh_at DATETIME(6) NOT NULL,                             -- password and TOTP given
  KEY (officer_id)
);

CREATE TABLE IF NOT EXISTS union_session (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  token_hash BINARY(32) NOT NULL UNIQUE,
  contact_id BIGINT NOT NULL REFERENCES union_contact(id),
  csrf CHAR(32) COLLATE utf8mb4_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  seen_at DATETIME(6) NOT NULL
);

-- A one-time code: bound to the form that asked, ten minutes, five tries.
CREATE TABLE IF NOT EXISTS one_time_code (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  form_hash BINARY(32) NOT NULL UNIQUE,
  contact_id BIGINT NOT NULL REFERENCES union_contact(id),
  code_hash BINARY(32) NOT NULL,
  tries INT NOT NULL DEFAULT 0,
  created_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  used_at DATETIME(6) NULL
);

-- Hits of a rate class by a keyed tag of the source (address, login, number), in windows.
CREATE TABLE IF NOT EXISTS rate_hit (
  class VARCHAR(20) COLLATE utf8mb4_bin NOT NULL,
  tag BINARY(16) NOT NULL,
  window_start DATETIME(6) NOT NULL,
  hits INT NOT NULL,
  PRIMARY KEY (class, tag, window_start),
  KEY (window_start)
);

-- keys ---------------------------------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS seal_key (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  purpose ENUM('CASE','IDENTITY','NOTIFY') NOT NULL,
  public_key BINARY(32) NOT NULL UNIQUE,
  by_recovery BINARY(72) NULL,                               -- private part under the office's printed recovery code
  created_at DATETIME(6) NOT NULL,
  retired_at DATETIME(6) NULL
);

-- A private key handed to an officer: sealed for his own public key.
CREATE TABLE IF NOT EXISTS key_grant (
  officer_id BIGINT NOT NULL REFERENCES officer(id),
  seal_key_id BIGINT NOT NULL REFERENCES seal_key(id),
  sealed BLOB NOT NULL,
  granted_by BIGINT NULL REFERENCES officer(id),             -- NULL: by gongshictl with the recovery code
  granted_at DATETIME(6) NOT NULL,
  PRIMARY KEY (officer_id, seal_key_id)
);

-- notices ------------------------------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS import_draft (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  round_id BIGINT NOT NULL REFERENCES round(id),
  officer_id BIGINT NOT NULL REFERENCES officer(id),
  file_name VARCHAR(200) NOT NULL,
  bytes MEDIUMBLOB NOT NULL,
  created_at DATETIME(6) NOT NULL
);

CREATE TABLE IF NOT EXISTS notice (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  round_id BIGINT NOT NULL REFERENCES round(id),
  slug VARCHAR(40) COLLATE utf8mb4_bin NOT NULL UNIQUE,      -- stands in addresses: "2026-1"
  created_at DATETIME(6) NOT NULL
);

-- Immutable once published (triggers). The newest published version is the notice.
CREATE TABLE IF NOT EXISTS notice_version (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  notice_id BIGINT NOT NULL REFERENCES notice(id),
  version INT NOT NULL,
  state ENUM('DRAFT','READY','PUBLISHED','WITHDRAWN') NOT NULL,
  title VARCHAR(150) NOT NULL,
  doc_number VARCHAR(50) NOT NULL DEFAULT '',                -- 文号 X〔2023〕47号
  body TEXT NOT NULL,                                        -- plain text, blank line between paragraphs
  order_note VARCHAR(100) NOT NULL DEFAULT '按姓氏笔画排序',
  open_day DATE NULL, close_day DATE NULL,                   -- the printed first and last day, Beijing
  opens_at DATETIME(6) NULL, closes_at DATETIME(6) NULL,     -- [opens_at, closes_at): 00:00 of open_day, 24:00 of close_day
  period_rule VARCHAR(100) NOT NULL DEFAULT '',              -- "5 个工作日，首日计入"
  handling_office VARCHAR(100) NOT NULL DEFAULT '',
  handling_phone VARCHAR(60) NOT NULL DEFAULT '',
  handling_email VARCHAR(254) NOT NULL DEFAULT '',
  handling_address VARCHAR(200) NOT NULL DEFAULT '',
  handling_hours VARCHAR(100) NOT NULL DEFAULT '',
  supervision_office VARCHAR(100) NOT NULL DEFAULT '',
  supervision_phone VARCHAR(60) NOT NULL DEFAULT '',
  signed_by VARCHAR(100) NOT NULL DEFAULT '',                -- 落款
  signed_day DATE NULL,
  reason VARCHAR(500) NOT NULL DEFAULT '',                   -- why this version or withdrawal, shown to the public
  revision INT NOT NULL DEFAULT 0,                           -- how often it was changed before publication: what a form has seen
  drafted_by BIGINT NULL REFERENCES officer(id),
  created_at DATETIME(6) NOT NULL,
  published_by BIGINT NULL REFERENCES officer(id),
  published_at DATETIME(6) NULL,
  UNIQUE (notice_id, version),
  CHECK (published_by IS NULL OR published_by <> drafted_by),
  CHECK (closes_at IS NULL OR closes_at > opens_at)
);

-- A person across versions.
CREATE TABLE IF NOT EXISTS candidate (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  round_id BIGINT NOT NULL REFERENCES round(id),
  slug VARCHAR(40) COLLATE utf8mb4_bin NOT NULL UNIQUE       -- stands in addresses; random
);

CREATE TABLE IF NOT EXISTS candidate_entry (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  version_id BIGINT NOT NULL REFERENCES notice_version(id),
  candidate_id BIGINT NOT NULL REFERENCES candidate(id),
  award ENUM('CRAFTSMAN','NOMINATION') NOT NULL,             -- 认定, 提名奖
  seq INT NOT NULL,                                          -- 序号 within the award, stored at publication
  name VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,
  employer VARCHAR(100) NOT NULL,
  post VARCHAR(100) NOT NULL,
  union_id BIGINT NOT NULL REFERENCES nominating_union(id),
  union_name VARCHAR(100) NOT NULL,                          -- as printed
  field VARCHAR(50) NOT NULL,
  deeds TEXT NOT NULL,
  by_hand BOOL NOT NULL DEFAULT FALSE,                       -- an officer set seq
  UNIQUE (version_id, candidate_id),
  KEY (version_id, award, seq)
);

-- Bumped by triggers on publicly shown tables and by nothing else; round_id 0 is the site.
CREATE TABLE IF NOT EXISTS public_version (
  round_id BIGINT NOT NULL PRIMARY KEY,
  version BIGINT NOT NULL
);
INSERT IGNORE INTO public_version VALUES (0, 1);

-- objections ---------------------------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS objection (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  receipt CHAR(12) COLLATE utf8mb4_bin NOT NULL UNIQUE,      -- random digits with two check digits (model/receipt.h)
  key_hash BINARY(32) NOT NULL UNIQUE,                       -- BLAKE2b of the lookup code
  answer_key BINARY(32) NOT NULL,                            -- public key derived from the lookup code
  notice_id BIGINT NOT NULL REFERENCES notice(id),
  candidate_id BIGINT NOT NULL REFERENCES candidate(id),
  kind ENUM('PERSON','UNIT','ANONYMOUS') NOT NULL,
  grounds VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,         -- codes of model/objection.h, comma between
  state VARCHAR(24) COLLATE utf8mb4_bin NOT NULL,            -- what the last event says; kept by trigger
  text_sealed MEDIUMBLOB NOT NULL,                           -- case key, "objection:<receipt>:text"
  person_sealed BLOB NULL,                                   -- identity key, "objection:<receipt>:person"; NULL: anonymous
  contact_sealed BLOB NULL,                                  -- notify key, "objection:<receipt>:contact"
  contact_channel ENUM('EMAIL','SMS') NULL,                  -- what contact_sealed is; NULL: no contact was left for messages
  contact_tag BINARY(16) NULL,                               -- keyed tag, to see repeats
  form_opened_at DATETIME(6) NOT NULL,
  submitted_at DATETIME(6) NOT NULL,
  KEY (notice_id, state), KEY (candidate_id)
);

-- Append-only. The row that a submission makes comes from a trigger.
CREATE TABLE IF NOT EXISTS objection_event (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  objection_id BIGINT NOT NULL REFERENCES objection(id),
  at DATETIME(6) NOT NULL,
  actor_kind ENUM('OBJECTOR','OFFICER','UNION','SYSTEM') NOT NULL,
  actor_id BIGINT NULL,
  move VARCHAR(24) COLLATE utf8mb4_bin NOT NULL,             -- of model/objection.h's table
  from_state VARCHAR(24) COLLATE utf8mb4_bin NOT NULL,
  to_state VARCHAR(24) COLLATE utf8mb4_bin NOT NULL,
  reason_code VARCHAR(40) COLLATE utf8mb4_bin NOT NULL DEFAULT '',
  note_sealed BLOB NULL,                                     -- case key, or identity key for the desk's moves
  deadline_at DATETIME(6) NULL,
  deadline_rule VARCHAR(200) NOT NULL DEFAULT '',
  KEY (objection_id, id)
);

-- Files: of an unsent form (objection_id and assist_id NULL; swept after 24 h), of an objection, or of a union's answer.
CREATE TABLE IF NOT EXISTS attachment (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  form_hash BINARY(32) NOT NULL,                             -- hash of the form secret that may claim it
  purpose ENUM('EVIDENCE','SEAL_SCAN','ANSWER') NOT NULL,
  kind VARCHAR(8) COLLATE utf8mb4_bin NOT NULL,              -- pdf jpeg png docx m4a mp3 mp4
  size BIGINT NOT NULL,
  head BLOB NOT NULL,                                        -- case key: sealed data key and stream header
  name_sealed BLOB NOT NULL,                                 -- case key: the file's own name
  name_boxed BLOB NOT NULL,                                  -- key from the form secret: the same for the list while filling in
  created_at DATETIME(6) NOT NULL,
  objection_id BIGINT NULL REFERENCES objection(id),
  assist_id BIGINT NULL,
  KEY (form_hash), KEY (objection_id), KEY (assist_id)
);

CREATE TABLE IF NOT EXISTS attachment_chunk (
  attachment_id BIGINT NOT NULL REFERENCES attachment(id) ON DELETE CASCADE,
  n INT NOT NULL,
  data MEDIUMBLOB NOT NULL,
  PRIMARY KEY (attachment_id, n)
);

-- What the objector may read: sealed for his answer key, "answer:<receipt>".
CREATE TABLE IF NOT EXISTS objection_answer (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  objection_id BIGINT NOT NULL REFERENCES objection(id),
  at DATETIME(6) NOT NULL,
  kind ENUM('RECEIVED','ACCEPTED','NOT_ACCEPTED','DECIDED') NOT NULL,
  sealed BLOB NOT NULL,
  KEY (objection_id)
);

CREATE TABLE IF NOT EXISTS assist (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  objection_id BIGINT NOT NULL REFERENCES objection(id),
  union_id BIGINT NOT NULL REFERENCES nominating_union(id),
  state ENUM('DRAFT','SENT','SIGNED','REPLIED') NOT NULL,
  abstract TEXT NOT NULL,                                    -- written by staff; what the union sees
  drafted_by BIGINT NOT NULL REFERENCES officer(id),
  drafted_at DATETIME(6) NOT NULL,
  checked_by BIGINT NULL REFERENCES officer(id),
  sent_at DATETIME(6) NULL,
  due_at DATETIME(6) NULL,
  due_rule VARCHAR(200) NOT NULL DEFAULT '',
  reply_sealed MEDIUMBLOB NULL,                              -- case key, "assist:<id>:reply"
  replied_by BIGINT NULL REFERENCES union_contact(id),
  replied_at DATETIME(6) NULL,
  CHECK (checked_by IS NULL OR checked_by <> drafted_by)
);

CREATE TABLE IF NOT EXISTS decision (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  objection_id BIGINT NOT NULL REFERENCES objection(id),
  result ENUM('SUSTAINED','PARTLY','NOT_SUSTAINED') NOT NULL,
  text_sealed BLOB NOT NULL,                                 -- case key, "decision:<receipt>"
  drafted_by BIGINT NOT NULL REFERENCES officer(id),
  drafted_at DATETIME(6) NOT NULL,
  approved_by BIGINT NULL REFERENCES officer(id),
  approved_at DATETIME(6) NULL,
  returned_at DATETIME(6) NULL,                              -- sent back by the approver: no longer counts
  CHECK (approved_by IS NULL OR approved_by <> drafted_by)
);

-- letters to unions and the outbox -----------------------------------------------------------------------

-- What a union must sign for (签收): a published notice version or an assist request.
CREATE TABLE IF NOT EXISTS union_letter (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  slug CHAR(26) COLLATE utf8mb4_bin NOT NULL UNIQUE,         -- random; stands in the link that is sent
  union_id BIGINT NOT NULL REFERENCES nominating_union(id),
  kind ENUM('NOTICE','ASSIST') NOT NULL,
  version_id BIGINT NULL REFERENCES notice_version(id),
  assist_id BIGINT NULL REFERENCES assist(id),
  created_at DATETIME(6) NOT NULL,
  signed_at DATETIME(6) NULL,
  signed_by BIGINT NULL REFERENCES union_contact(id),
  UNIQUE (union_id, version_id), UNIQUE (assist_id)
);

CREATE TABLE IF NOT EXISTS outbox (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  dedupe VARCHAR(80) COLLATE utf8mb4_bin NOT NULL UNIQUE,
  event VARCHAR(32) COLLATE utf8mb4_bin NOT NULL,            -- of model/message.h
  channel ENUM('EMAIL','SMS') NOT NULL,
  union_id BIGINT NULL REFERENCES nominating_union(id),
  contact_id BIGINT NULL REFERENCES union_contact(id),       -- address is read when sending
  objection_id BIGINT NULL REFERENCES objection(id),
  to_sealed BLOB NULL,                                       -- notify key: an objector's contact, as in objection.contact_sealed
  params VARCHAR(2000) NOT NULL DEFAULT '{}',                -- JSON of harmless words for the template
  code_sealed BLOB NULL,                                     -- notify key, "code:<dedupe>": a one-time code; cleared after sending
  urgent BOOL NOT NULL DEFAULT FALSE,                        -- not held back by the sending window
  state ENUM('WAITING','LEASED','SENT','FAILED','UNCERTAIN') NOT NULL DEFAULT 'WAITING',
  due_at DATETIME(6) NOT NULL,
  lease_until DATETIME(6) NULL,
  lease_by CHAR(32) COLLATE utf8mb4_bin NULL,
  attempts INT NOT NULL DEFAULT 0,
  message_id VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,      -- Message-ID or OutId, the same at every attempt
  maybe_twice BOOL NOT NULL DEFAULT FALSE,
  created_at DATETIME(6) NOT NULL,
  done_at DATETIME(6) NULL,
  KEY (state, due_at),
  KEY waiting (done_at, urgent DESC, due_at, id)             -- the order of sending, so that a sender locks no more than it takes
);

CREATE TABLE IF NOT EXISTS delivery (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  outbox_id BIGINT NOT NULL REFERENCES outbox(id),
  attempt INT NOT NULL,
  driver VARCHAR(20) COLLATE utf8mb4_bin NOT NULL,
  started_at DATETIME(6) NOT NULL,
  ended_at DATETIME(6) NULL,
  outcome ENUM('SENT','LATER','NEVER','UNCERTAIN') NULL,     -- NULL: was under way when the sender died
  detail VARCHAR(200) NOT NULL DEFAULT '',
  UNIQUE (outbox_id, attempt)
);

-- calendar, audit ----------------------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS calendar_year (
  year INT NOT NULL,
  revision INT NOT NULL,
  paper VARCHAR(200) NOT NULL,
  loaded_at DATETIME(6) NOT NULL,
  PRIMARY KEY (year, revision)
);

-- Only days that differ from Monday-to-Friday, by the year they lie in.
CREATE TABLE IF NOT EXISTS calendar_day (
  day DATE NOT NULL,
  year INT NOT NULL,
  revision INT NOT NULL,
  off BOOL NOT NULL,                                         -- TRUE holiday, FALSE make-up workday
  name VARCHAR(40) NOT NULL,
  PRIMARY KEY (day, revision),
  FOREIGN KEY (year, revision) REFERENCES calendar_year(year, revision)
);

-- Who saw or did what. Append-only: no account but the owner may change it.
CREATE TABLE IF NOT EXISTS audit (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  at DATETIME(6) NOT NULL,
  actor_kind ENUM('OFFICER','UNION','OPERATOR','SYSTEM') NOT NULL,
  actor_id BIGINT NULL,
  action VARCHAR(40) COLLATE utf8mb4_bin NOT NULL,
  object_kind VARCHAR(20) COLLATE utf8mb4_bin NOT NULL,
  object_id BIGINT NULL,
  detail VARCHAR(300) NOT NULL DEFAULT '',
  KEY (object_kind, object_id), KEY (at)
);
