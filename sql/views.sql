-- What an account may see of a table that it must not read: views that run as gs_view, an account that is locked and may only read.
-- shown_* is the whole of what everybody may read; a column that is added there is bumped in triggers.sql.

CREATE OR REPLACE DEFINER = gs_view@localhost SQL SECURITY DEFINER VIEW shown_version AS
SELECT v.id AS version_id, n.id AS notice_id, n.round_id, n.slug, r.title AS round_title, v.version, v.state = 'WITHDRAWN' AS withdrawn,
  v.title, v.doc_number, v.body, v.order_note, v.open_day, v.close_day, v.opens_at, v.closes_at, v.period_rule, v.handling_office,
  v.handling_phone, v.handling_email, v.handling_address, v.handling_hours, v.supervision_office, v.supervision_phone, v.signed_by,
  v.signed_day, v.reason, v.published_at
FROM notice_version v JOIN notice n ON n.id = v.notice_id JOIN round r ON r.id = n.round_id
WHERE v.state IN ('PUBLISHED', 'WITHDRAWN');

CREATE OR REPLACE DEFINER = gs_view@localhost SQL SECURITY DEFINER VIEW shown_entry AS
SELECT e.id, e.version_id, e.candidate_id, c.slug, e.award, e.seq, e.name, e.employer, e.post, e.union_id, e.union_name, e.field, e.deeds
FROM candidate_entry e JOIN candidate c ON c.id = e.candidate_id JOIN notice_version v ON v.id = e.version_id
WHERE v.state IN ('PUBLISHED', 'WITHDRAWN');

-- What a lookup code opens, by its hash.
CREATE OR REPLACE DEFINER = gs_view@localhost SQL SECURITY DEFINER VIEW tracking AS
SELECT o.key_hash, o.receipt, o.kind, o.state, o.submitted_at, n.slug AS notice_slug,
  (SELECT v.title FROM notice_version v WHERE v.notice_id = n.id AND v.state IN ('PUBLISHED', 'WITHDRAWN')
   ORDER BY v.version DESC LIMIT 1) AS notice_title,
  (SELECT e.deadline_at FROM objection_event e WHERE e.objection_id = o.id ORDER BY e.id DESC LIMIT 1) AS deadline_at
FROM objection o JOIN notice n ON n.id = o.notice_id;

CREATE OR REPLACE DEFINER = gs_view@localhost SQL SECURITY DEFINER VIEW tracking_event AS
SELECT o.key_hash, e.id, e.at, e.to_state FROM objection_event e JOIN objection o ON o.id = e.objection_id;

CREATE OR REPLACE DEFINER = gs_view@localhost SQL SECURITY DEFINER VIEW tracking_answer AS
SELECT o.key_hash, a.id, a.at, a.kind, a.sealed FROM objection_answer a JOIN objection o ON o.id = a.objection_id;
