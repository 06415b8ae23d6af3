-- What the three locked accounts may do in whose name views and triggers run. Given before views and triggers are made.

GRANT SELECT (id, slug, title) ON round TO gs_view@localhost;
GRANT SELECT (id, round_id, slug) ON notice TO gs_view@localhost;
GRANT SELECT (id, notice_id, version, state, title, doc_number, body, order_note, open_day, close_day, opens_at, closes_at, period_rule,
  handling_office, handling_phone, handling_email, handling_address, handling_hours, supervision_office, supervision_phone, signed_by,
  signed_day, reason, withdrawn_why, published_at) ON notice_version TO gs_view@localhost;
GRANT SELECT (id, slug) ON candidate TO gs_view@localhost;
GRANT SELECT (id, round_id, state, title, doc_number, body, signed_by, signed_day, reason, published_at) ON announcement TO gs_view@localhost;
GRANT SELECT (announcement_id, candidate_id, award, seq, name, employer, post, union_id, union_name) ON announcement_entry TO gs_view@localhost;
GRANT SELECT (candidate_id, move, at, reason, paper) ON candidate_event TO gs_view@localhost;
GRANT SELECT (id, version_id, candidate_id, award, seq, name, employer, post, union_id, union_name, field, deeds, period_version_id, pinyin, words,
  place, by_strokes, by_pinyin) ON candidate_entry TO gs_view@localhost;
GRANT SELECT (id, key_hash, receipt, kind, state, submitted_at, notice_id) ON objection TO gs_view@localhost;
GRANT SELECT (id, objection_id, at, move, to_state, deadline_at) ON objection_event TO gs_view@localhost;
GRANT SELECT (id, objection_id, at, kind, sealed) ON objection_answer TO gs_view@localhost;

-- What an objector does himself, of whom no more is known here than the hash of his code.
GRANT SELECT (id, key_hash, state, candidate_id) ON objection TO gs_objector@localhost;
GRANT SELECT (id) ON candidate TO gs_objector@localhost;
GRANT SELECT (id, objection_id, move, deadline_at),
  INSERT (objection_id, at, actor_kind, move, from_state, to_state, term, deadline_at, deadline_rule)
  ON objection_event TO gs_objector@localhost;
GRANT SELECT (objection_id, form_hash), INSERT (objection_id, at, move, text_sealed, form_hash) ON objection_more TO gs_objector@localhost;
GRANT SELECT (objection_id, settled_at), UPDATE (outcome, settled_at) ON proposal TO gs_objector@localhost;

-- A trigger's owner needs TRIGGER on its table, and SELECT on every column that it compares.
GRANT SELECT, INSERT, UPDATE ON public_version TO gs_trigger@localhost;
GRANT TRIGGER, SELECT (id, title) ON round TO gs_trigger@localhost;
GRANT TRIGGER, SELECT (id, round_id, slug) ON notice TO gs_trigger@localhost;
GRANT TRIGGER, SELECT ON notice_version TO gs_trigger@localhost;
GRANT TRIGGER, SELECT ON announcement TO gs_trigger@localhost;
GRANT TRIGGER, SELECT (announcement_id) ON announcement_entry TO gs_trigger@localhost;
GRANT TRIGGER, SELECT (id, round_id, slug, state), UPDATE (state) ON candidate TO gs_trigger@localhost;
GRANT TRIGGER, SELECT (id, candidate_id, actor_kind, agreed_by, move, from_state, to_state) ON candidate_event TO gs_trigger@localhost;
GRANT TRIGGER, SELECT ON candidate_proposal TO gs_trigger@localhost;
GRANT TRIGGER, SELECT ON recognition TO gs_trigger@localhost;
GRANT TRIGGER, SELECT (recognition_id) ON recognition_candidate TO gs_trigger@localhost;
GRANT TRIGGER ON assist_event TO gs_trigger@localhost;
GRANT TRIGGER, SELECT (state, due_at, done_at, held_from) ON outbox TO gs_trigger@localhost;
GRANT TRIGGER ON objection_more TO gs_trigger@localhost;
GRANT TRIGGER ON finding TO gs_trigger@localhost;
GRANT TRIGGER, SELECT ON proposal TO gs_trigger@localhost;
GRANT TRIGGER, SELECT ON message_template TO gs_trigger@localhost;
GRANT TRIGGER ON recusal TO gs_trigger@localhost;
GRANT TRIGGER, SELECT ON officer_tie TO gs_trigger@localhost;
GRANT TRIGGER, SELECT ON recusal_request TO gs_trigger@localhost;
GRANT TRIGGER, SELECT ON investigation_record TO gs_trigger@localhost;
GRANT TRIGGER, SELECT (id, version_id, candidate_id, award, seq, name, employer, post, union_id, union_name, field, deeds, period_version_id, words)
  ON candidate_entry TO gs_trigger@localhost;
GRANT TRIGGER ON calendar_year TO gs_trigger@localhost;
GRANT TRIGGER, SELECT, UPDATE (state) ON objection TO gs_trigger@localhost;
GRANT TRIGGER, SELECT (id, objection_id, actor_kind, move, from_state, to_state),
  INSERT (objection_id, at, actor_kind, actor_id, move, from_state, to_state) ON objection_event TO gs_trigger@localhost;
GRANT TRIGGER ON objection_answer TO gs_trigger@localhost;
GRANT TRIGGER, SELECT (id, objection_id, assist_id) ON attachment TO gs_trigger@localhost;
GRANT TRIGGER, SELECT (attachment_id) ON attachment_chunk TO gs_trigger@localhost;
GRANT TRIGGER ON audit TO gs_trigger@localhost;
