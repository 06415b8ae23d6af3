-- What an account may see of a table that it must not read: views that run as gs_view, an account that is locked and may only read.
-- shown_* is the whole of what everybody may read; a column that is added there is bumped in triggers.sql.
-- The period of a version is that of the people who are noticed by it; everybody's own stands in shown_entry.

CREATE OR REPLACE DEFINER = gs_view@localhost SQL SECURITY DEFINER VIEW shown_version AS
SELECT v.id AS version_id, n.id AS notice_id, n.round_id, n.slug, r.title AS round_title, v.version, v.state = 'WITHDRAWN' AS withdrawn,
  v.title, v.doc_number, v.body, v.order_note, v.open_day, v.close_day, v.opens_at, v.closes_at, v.period_rule, v.handling_office,
  v.handling_phone, v.handling_email, v.handling_address, v.handling_hours, v.supervision_office, v.supervision_phone, v.signed_by,
  v.signed_day, IF(v.state = 'WITHDRAWN' AND v.withdrawn_why <> '', v.withdrawn_why, v.reason) AS reason, v.published_at,
  IF(v.version > 1, v.reason, '') AS corrected_why
FROM notice_version v JOIN notice n ON n.id = v.notice_id JOIN round r ON r.id = n.round_id
WHERE v.state IN ('PUBLISHED', 'WITHDRAWN');

CREATE OR REPLACE DEFINER = gs_view@localhost SQL SECURITY DEFINER VIEW shown_entry AS
SELECT e.id, e.version_id, e.candidate_id, c.slug, e.award, e.seq, e.name, e.employer, e.post, e.union_id, e.union_name, e.field, e.deeds,
  e.pinyin, e.words, e.place, e.by_strokes, e.by_pinyin, w.version AS period_version, w.open_day, w.close_day, w.opens_at, w.closes_at, w.period_rule,
  w.published_at AS printed_at
FROM candidate_entry e JOIN candidate c ON c.id = e.candidate_id JOIN notice_version v ON v.id = e.version_id
JOIN notice_version w ON w.id = COALESCE(e.period_version_id, e.version_id)
WHERE v.state IN ('PUBLISHED', 'WITHDRAWN');

CREATE OR REPLACE DEFINER = gs_view@localhost SQL SECURITY DEFINER VIEW shown_announcement AS
SELECT a.id, a.round_id, r.slug, r.title AS round_title, a.state = 'WITHDRAWN' AS withdrawn, a.title, a.doc_number, a.body, a.signed_by,
  a.signed_day, a.reason, a.published_at
FROM announcement a JOIN round r ON r.id = a.round_id WHERE a.state IN ('PUBLISHED', 'WITHDRAWN');

-- Whose title was revoked stays in the list; when, why and by which paper stands beside the name.
CREATE OR REPLACE DEFINER = gs_view@localhost SQL SECURITY DEFINER VIEW shown_announcement_entry AS
SELECT e.announcement_id, e.award = 'NOMINATION' AS nomination, e.seq, e.name, e.employer, e.post, e.union_id, e.union_name,
  v.at AS revoked_at, v.reason AS revoked_why, v.paper AS revoked_paper
FROM announcement_entry e JOIN announcement a ON a.id = e.announcement_id
LEFT JOIN candidate_event v ON v.candidate_id = e.candidate_id AND v.move = 'REVOKE'
WHERE a.state IN ('PUBLISHED', 'WITHDRAWN');

-- What a lookup code opens. Procedures and no views, so that whoever breaks into the public program can ask for a code that he has and
-- can list nothing. Each is replaced at every migration, which takes all rights at it away; grants.sql gives them again.
DROP VIEW IF EXISTS tracking, tracking_event, tracking_answer;

CREATE OR REPLACE DEFINER = gs_view@localhost PROCEDURE tracking(asked BINARY(32)) READS SQL DATA SQL SECURITY DEFINER
SELECT o.receipt, o.kind, o.state, o.submitted_at, n.slug,
  (SELECT v.title FROM notice_version v WHERE v.notice_id = n.id AND v.state IN ('PUBLISHED', 'WITHDRAWN')
   ORDER BY v.version DESC LIMIT 1),
  (SELECT e.deadline_at FROM objection_event e WHERE e.objection_id = o.id ORDER BY e.id DESC LIMIT 1),
  COALESCE((SELECT e.deadline_at FROM objection_event e WHERE e.objection_id = o.id ORDER BY e.id DESC LIMIT 1) <= UTC_TIMESTAMP(6), FALSE),
  EXISTS (SELECT 1 FROM objection_event e WHERE e.objection_id = o.id AND e.move IN ('REQUEST_REVIEW', 'REVIEW_ON_PAPER'))
FROM objection o JOIN notice n ON n.id = o.notice_id WHERE o.key_hash = asked;

CREATE OR REPLACE DEFINER = gs_view@localhost PROCEDURE tracking_event(asked BINARY(32)) READS SQL DATA SQL SECURITY DEFINER
SELECT e.at, e.to_state FROM objection o JOIN objection_event e ON e.objection_id = o.id WHERE o.key_hash = asked AND e.move <> 'RECKON'
ORDER BY e.id;

CREATE OR REPLACE DEFINER = gs_view@localhost PROCEDURE tracking_answer(asked BINARY(32)) READS SQL DATA SQL SECURITY DEFINER
SELECT a.at, a.kind, a.sealed FROM objection o JOIN objection_answer a ON a.objection_id = o.id WHERE o.key_hash = asked ORDER BY a.id;
