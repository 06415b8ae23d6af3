-- Each program's account may do its own work and nothing else: what stands in the statements of lib/store, table by table and column
-- by column. A right that is not listed here is taken away by the next `gongshictl migrate`.

-- gs_view, gs_objector: the procedures of views.sql and objector.sql run as these locked accounts, which must be allowed to run them.

GRANT EXECUTE ON PROCEDURE tracking TO gs_view@localhost;
GRANT EXECUTE ON PROCEDURE tracking_event TO gs_view@localhost;
GRANT EXECUTE ON PROCEDURE tracking_answer TO gs_view@localhost;
GRANT EXECUTE ON PROCEDURE objector_move TO gs_objector@localhost;

-- gs_public: reads what is shown, takes in objections and their files. Of an objection it may read what the procedures give
-- for a lookup code, and nothing of the table; it changes one only as its objector may (objector.sql), and removes none.

GRANT SELECT ON shown_version TO gs_public@localhost;
GRANT SELECT ON shown_entry TO gs_public@localhost;
GRANT SELECT ON shown_announcement TO gs_public@localhost;
GRANT SELECT ON shown_announcement_entry TO gs_public@localhost;
GRANT EXECUTE ON PROCEDURE tracking TO gs_public@localhost;
GRANT EXECUTE ON PROCEDURE tracking_event TO gs_public@localhost;
GRANT EXECUTE ON PROCEDURE tracking_answer TO gs_public@localhost;
GRANT EXECUTE ON PROCEDURE objector_move TO gs_public@localhost;
GRANT SELECT (version) ON public_version TO gs_public@localhost;
GRANT SELECT (year, revision, paper, number, loaded_at) ON calendar_year TO gs_public@localhost;
GRANT SELECT (day, year, revision, off, name) ON calendar_day TO gs_public@localhost;
GRANT SELECT (id, purpose, public_key, retired_at) ON seal_key TO gs_public@localhost;
GRANT INSERT (receipt, key_hash, answer_key, notice_id, candidate_id, kind, grounds, state, text_sealed, person_sealed, contact_sealed,
  contact_channel, contact_tag, form_opened_at, submitted_at) ON objection TO gs_public@localhost;
GRANT SELECT (id, form_hash, purpose, kind, size, name_boxed, objection_id, assist_id),
  INSERT (form_hash, purpose, kind, size, head, name_sealed, name_boxed, created_at),
  UPDATE (size, objection_id), DELETE ON attachment TO gs_public@localhost;
GRANT INSERT (attachment_id, n, data) ON attachment_chunk TO gs_public@localhost;
GRANT INSERT (dedupe, event, channel, union_id, contact_id, objection_id, to_sealed, params, code_sealed, urgent, state, due_at,
  message_id, created_at) ON outbox TO gs_public@localhost;
GRANT SELECT (class, tag, window_start, hits), INSERT (class, tag, window_start, hits) ON rate_hit TO gs_public@localhost;
GRANT SELECT (tag, boxed, ends_at), INSERT (tag, boxed, ends_at), UPDATE (boxed, ends_at), DELETE ON unsent_form TO gs_public@localhost;

-- gs_union: what the union was sent, and what it answers. Of an objection nothing.

GRANT SELECT ON shown_version TO gs_union@localhost;
GRANT SELECT ON shown_entry TO gs_union@localhost;
GRANT SELECT ON shown_announcement TO gs_union@localhost;
GRANT SELECT ON shown_announcement_entry TO gs_union@localhost;
GRANT SELECT (version) ON public_version TO gs_union@localhost;
GRANT SELECT (year, revision, paper, number, loaded_at) ON calendar_year TO gs_union@localhost;
GRANT SELECT (day, year, revision, off, name) ON calendar_day TO gs_union@localhost;
GRANT SELECT (id, purpose, public_key, retired_at) ON seal_key TO gs_union@localhost;
GRANT SELECT (id, name, active) ON nominating_union TO gs_union@localhost;
GRANT SELECT (id, union_id, rank, name, phone, email) ON union_contact TO gs_union@localhost;
GRANT SELECT (id, slug, union_id, kind, version_id, assist_id, announcement_id, candidate_id, result, created_at, signed_at),
  UPDATE (signed_at, signed_by)
  ON union_letter TO gs_union@localhost;
GRANT SELECT (id, union_id, state, abstract, due_at, due_rule, reply_sealed, replied_at),
  UPDATE (state, reply_sealed, replied_by, replied_at) ON assist TO gs_union@localhost;
GRANT SELECT (id, assist_id, at, actor_kind, step, from_state, to_state, note, due_at),
  INSERT (assist_id, at, actor_kind, actor_id, step, from_state, to_state, note, due_at) ON assist_event TO gs_union@localhost;
GRANT SELECT (id, form_hash, purpose, kind, size, name_boxed, objection_id, assist_id),
  INSERT (form_hash, purpose, kind, size, head, name_sealed, name_boxed, created_at),
  UPDATE (size, assist_id), DELETE ON attachment TO gs_union@localhost;
GRANT INSERT (attachment_id, n, data) ON attachment_chunk TO gs_union@localhost;
GRANT SELECT (id, form_hash, contact_id, code_hash, tries, expires_at, used_at),
  INSERT (form_hash, contact_id, code_hash, created_at, expires_at), UPDATE (tries, used_at) ON one_time_code TO gs_union@localhost;
GRANT SELECT (id, token_hash, contact_id, csrf, created_at, seen_at), INSERT (token_hash, contact_id, csrf, created_at, seen_at),
  UPDATE (seen_at), DELETE ON union_session TO gs_union@localhost;
GRANT SELECT (class, tag, window_start, hits), INSERT (class, tag, window_start, hits) ON rate_hit TO gs_union@localhost;
GRANT INSERT (dedupe, event, channel, union_id, contact_id, objection_id, to_sealed, params, code_sealed, urgent, state, due_at,
  message_id, created_at) ON outbox TO gs_union@localhost;
GRANT INSERT (at, actor_kind, actor_id, action, object_kind, object_id, detail) ON audit TO gs_union@localhost;

-- gs_staff: rounds, notices, unions, officers, cases, what came on paper. It changes no objection: events do.

GRANT SELECT ON shown_version TO gs_staff@localhost;
GRANT SELECT ON shown_entry TO gs_staff@localhost;
GRANT SELECT (version) ON public_version TO gs_staff@localhost;
GRANT SELECT (year, revision, paper, number, loaded_at) ON calendar_year TO gs_staff@localhost;
GRANT SELECT (day, year, revision, off, name) ON calendar_day TO gs_staff@localhost;
GRANT SELECT (id, purpose, public_key, retired_at) ON seal_key TO gs_staff@localhost;
GRANT SELECT (officer_id, seal_key_id, sealed), INSERT (officer_id, seal_key_id, sealed, granted_by, granted_at), DELETE
  ON key_grant TO gs_staff@localhost;

GRANT SELECT (id, slug, title, created_at), INSERT (slug, title, created_at) ON round TO gs_staff@localhost;
GRANT SELECT (id, round_id, officer_id, file_name, bytes, created_at), INSERT (round_id, officer_id, file_name, bytes, created_at), DELETE
  ON import_draft TO gs_staff@localhost;
GRANT SELECT (id, round_id, slug), INSERT (round_id, slug, created_at) ON notice TO gs_staff@localhost;
GRANT SELECT (id, notice_id, version, state, revision, title, doc_number, body, order_note, open_day, close_day, closes_at, period_rule,
  handling_office, handling_phone, handling_email, handling_address, handling_hours, supervision_office, supervision_phone, signed_by,
  signed_day, reason, withdrawn_why, drafted_by, created_at, published_by, published_at),
  INSERT (notice_id, version, state, title, doc_number, body, order_note, open_day, close_day, period_rule, handling_office, handling_phone,
  handling_email, handling_address, handling_hours, supervision_office, supervision_phone, signed_by, signed_day, reason, drafted_by,
  created_at),
  UPDATE (state, revision, title, doc_number, body, order_note, open_day, close_day, opens_at, closes_at, period_rule, handling_office,
  handling_phone, handling_email, handling_address, handling_hours, supervision_office, supervision_phone, signed_by, signed_day, reason,
  withdrawn_why, drafted_by, published_by, published_at), DELETE ON notice_version TO gs_staff@localhost;
GRANT SELECT (id, round_id, slug, state), INSERT (round_id, slug) ON candidate TO gs_staff@localhost;
GRANT SELECT (id, candidate_id, at, actor_id, agreed_by, move, from_state, to_state, reason, paper, paper_day, recognition_id),
  INSERT (candidate_id, at, actor_kind, actor_id, agreed_by, move, from_state, to_state, reason, paper, paper_day, recognition_id)
  ON candidate_event TO gs_staff@localhost;
GRANT SELECT (id, candidate_id, move, reason, paper, paper_day, proposed_by, proposed_at, settled_by, settled_at, outcome, why),
  INSERT (candidate_id, move, reason, paper, paper_day, proposed_by, proposed_at), UPDATE (settled_by, settled_at, outcome, why)
  ON candidate_proposal TO gs_staff@localhost;
GRANT SELECT (id, round_id, paper, paper_day, proposed_by, proposed_at, settled_by, settled_at, outcome, why),
  INSERT (round_id, paper, paper_day, proposed_by, proposed_at), UPDATE (settled_by, settled_at, outcome, why)
  ON recognition TO gs_staff@localhost;
GRANT SELECT (recognition_id, candidate_id), INSERT (recognition_id, candidate_id) ON recognition_candidate TO gs_staff@localhost;
GRANT SELECT (id, version_id, candidate_id, award, seq, name, employer, post, union_id, union_name, field, deeds, by_hand,
  period_version_id, pinyin),
  INSERT (version_id, candidate_id, award, seq, name, employer, post, union_id, union_name, field, deeds, by_hand, period_version_id, pinyin),
  UPDATE (award, seq, name, employer, post, field, deeds, by_hand, period_version_id, pinyin, words, place, by_strokes, by_pinyin), DELETE ON candidate_entry TO gs_staff@localhost;

GRANT SELECT (id, round_id, state, revision, title, doc_number, body, signed_by, signed_day, reason, drafted_by, published_by, published_at),
  INSERT (round_id, state, title, body, drafted_by, created_at),
  UPDATE (state, revision, title, doc_number, body, signed_by, signed_day, reason, drafted_by, published_by, published_at)
  ON announcement TO gs_staff@localhost;
GRANT SELECT (announcement_id, candidate_id, award, seq, name, employer, post, union_id, union_name),
  INSERT (announcement_id, candidate_id, award, seq, name, employer, post, union_id, union_name), DELETE
  ON announcement_entry TO gs_staff@localhost;

GRANT SELECT (id, code, name, kind, active), INSERT (code, name, kind), UPDATE (name, kind, active)
  ON nominating_union TO gs_staff@localhost;
GRANT SELECT (id, union_id, rank, name, phone, email, lang), INSERT (union_id, rank, name, phone, email, lang), UPDATE (rank)
  ON union_contact TO gs_staff@localhost;

GRANT SELECT (id, login, name, roles, state, pw_salt, pw_passes, pw_memory_kib, pw_verifier, totp_boxed, totp_step, public_key,
  key_by_password, key_by_recovery, created_at),
  INSERT (login, name, roles, state, created_at, created_by),
  UPDATE (roles, state, pw_salt, pw_passes, pw_memory_kib, pw_verifier, totp_boxed, totp_step, public_key, key_by_password,
  key_by_recovery) ON officer TO gs_staff@localhost;
GRANT SELECT (id, officer_id, purpose, code_hash, asked_by, expires_at, used_at),
  INSERT (officer_id, purpose, code_hash, asked_by, created_at, expires_at), UPDATE (code_hash, agreed_by, expires_at, used_at)
  ON officer_pass TO gs_staff@localhost;
GRANT SELECT (id, token_hash, officer_id, key_wrapped, csrf, created_at, seen_at, fresh_at),
  INSERT (token_hash, officer_id, key_wrapped, csrf, created_at, seen_at, fresh_at),
  UPDATE (token_hash, key_wrapped, csrf, seen_at, fresh_at), DELETE ON officer_session TO gs_staff@localhost;
GRANT SELECT (class, tag, window_start, hits), INSERT (class, tag, window_start, hits), DELETE
  ON rate_hit TO gs_staff@localhost;

GRANT SELECT (id, receipt, key_hash, answer_key, notice_id, candidate_id, kind, grounds, state, text_sealed, person_sealed, contact_sealed,
  contact_channel, submitted_at, channel, received_day, postmark_day, entered_by),
  INSERT (receipt, key_hash, answer_key, notice_id, candidate_id, kind, grounds, state, text_sealed, person_sealed, contact_sealed,
  contact_channel, contact_tag, form_opened_at, submitted_at, channel, received_day, postmark_day, entered_by) ON objection TO gs_staff@localhost;
GRANT SELECT (objection_id, officer_id, sealed), INSERT (objection_id, officer_id, sealed), DELETE ON entry_copy TO gs_staff@localhost;
GRANT SELECT (id, objection_id, at, actor_kind, actor_id, agreed_by, other_id, move, from_state, to_state, reason_code, note_sealed, term,
  term_left, deadline_at, deadline_rule),
  INSERT (objection_id, at, actor_kind, actor_id, agreed_by, other_id, move, from_state, to_state, reason_code, note_sealed, term,
  term_left, deadline_at, deadline_rule) ON objection_event TO gs_staff@localhost;
GRANT SELECT (id, objection_id, move, reason_code, words_sealed, proposed_by, proposed_at, settled_by, settled_at, outcome, why_sealed),
  INSERT (objection_id, move, reason_code, words_sealed, proposed_by, proposed_at), UPDATE (settled_by, settled_at, outcome, why_sealed)
  ON proposal TO gs_staff@localhost;
GRANT SELECT (objection_id, officer_id), INSERT (objection_id, officer_id, named_by, named_at) ON investigator TO gs_staff@localhost;
GRANT SELECT (id, objection_id, kind, held_on, words_sealed, written_by, written_at, other_id, settled_at, outcome, why_sealed),
  INSERT (objection_id, kind, held_on, words_sealed, written_by, written_at, other_id), UPDATE (settled_at, outcome, why_sealed)
  ON investigation_record TO gs_staff@localhost;
GRANT SELECT (decision_id, ground, finding), INSERT (decision_id, ground, finding) ON finding TO gs_staff@localhost;
GRANT SELECT (id, officer_id, candidate_id, at, state, reason, by_id),
  INSERT (officer_id, candidate_id, at, state, reason, by_id, agreed_by) ON recusal TO gs_staff@localhost;
GRANT SELECT (id, officer_id, kind, name, entered_by, entered_at, ended_at), INSERT (officer_id, kind, name, entered_by, entered_at),
  UPDATE (ended_by, ended_at) ON officer_tie TO gs_staff@localhost;
GRANT SELECT (id, kind, officer_id, candidate_id, matched, origin, reason, asked_by, asked_at, settled_at),
  INSERT (kind, officer_id, candidate_id, matched, origin, reason, asked_by, asked_at), UPDATE (settled_by, settled_at, outcome, why)
  ON recusal_request TO gs_staff@localhost;
GRANT INSERT (objection_id, at, kind, sealed) ON objection_answer TO gs_staff@localhost;
GRANT SELECT (id, objection_id, at, move, text_sealed) ON objection_more TO gs_staff@localhost;
GRANT SELECT (id, form_hash, purpose, kind, size, head, name_sealed, objection_id, assist_id) ON attachment TO gs_staff@localhost;
GRANT SELECT (attachment_id, n, data) ON attachment_chunk TO gs_staff@localhost;
GRANT SELECT (id, objection_id, union_id, state, abstract, drafted_by, drafted_at, checked_by, sent_at, due_at, due_rule, reply_sealed,
  replied_at),
  INSERT (objection_id, union_id, state, abstract, drafted_by, drafted_at),
  UPDATE (state, abstract, drafted_by, drafted_at, checked_by, sent_at, due_at, due_rule) ON assist TO gs_staff@localhost;
GRANT SELECT (id, assist_id, at, actor_kind, actor_id, step, from_state, to_state, note, due_at),
  INSERT (assist_id, at, actor_kind, actor_id, step, from_state, to_state, note, due_at) ON assist_event TO gs_staff@localhost;
GRANT SELECT (id, objection_id, result, text_sealed, drafted_by, drafted_at, approved_by, approved_at, returned_at),
  INSERT (objection_id, result, text_sealed, drafted_by, drafted_at), UPDATE (approved_by, approved_at, returned_at)
  ON decision TO gs_staff@localhost;

GRANT SELECT (id, slug, union_id, kind, version_id, assist_id, announcement_id, objection_id, result, created_at, signed_at, signed_by, handed_at,
  handed_by, handed_how),
  INSERT (slug, union_id, kind, version_id, assist_id, announcement_id, objection_id, candidate_id, result, created_at),
  UPDATE (handed_at, handed_by, handed_how) ON union_letter TO gs_staff@localhost;
GRANT SELECT (id, dedupe, event, channel, union_id, contact_id, objection_id, code_sealed, state, due_at, attempts, maybe_twice,
  created_at, done_at, given_up_why, given_up_to, given_up_at, params, urgent, origin_id, digest_id, held_from, stop_id, letter_slug, report,
  report_at, report_code, template_id),
  INSERT (dedupe, event, channel, union_id, contact_id, objection_id, to_sealed, params, code_sealed, urgent, state, due_at, message_id,
  created_at, template_id),
  UPDATE (contact_id, state, due_at, origin_id, held_from, stop_id) ON outbox TO gs_staff@localhost;
GRANT SELECT (id, outbox_id, attempt, driver, outcome, detail, started_at, ended_at) ON delivery TO gs_staff@localhost;
GRANT SELECT (id, channel, event, reason, at, officer_id, ended_at), INSERT (channel, event, reason, at, officer_id),
  UPDATE (ended_at, ended_by) ON outbox_stop TO gs_staff@localhost;
GRANT SELECT (id, what, event, params, outbox_id, union_id, objection_id, since, settled_at, settled_by, how, words),
  INSERT (word, what, event, params, outbox_id, union_id, objection_id, since),
  UPDATE (settled_at, settled_by, how, words) ON office_task TO gs_staff@localhost;
GRANT SELECT (id, at, actor_kind, actor_id, action, object_kind, object_id, detail),
  INSERT (at, actor_kind, actor_id, action, object_kind, object_id, detail) ON audit TO gs_staff@localhost;

GRANT SELECT (id, event, channel, lang, version, subject, words, gateway, saved_by, saved_at, settled_by, settled_at, outcome),
  INSERT (event, channel, lang, version, subject, words, gateway, saved_by, saved_at), UPDATE (settled_by, settled_at, outcome)
  ON message_template TO gs_staff@localhost;

-- gs_report: what gateways and mail servers say of messages. It adds, and reads nothing of it.

GRANT INSERT (same, source, verdict, gateway_id, message_id, code, said_at, sealed, came_at, look_at) ON delivery_report
  TO gs_report@localhost;
GRANT SELECT (id, purpose, public_key, retired_at) ON seal_key TO gs_report@localhost;

-- gs_notify: the outbox and the addresses of what is sent; throwing away what nobody sent and what need not be remembered any more; the
-- clocks: whose period has ended, whose term is over. Of a case it sees how far it is and until when, and no text; which moves it may record says the trigger event_by_clock.

GRANT SELECT (id, dedupe, event, channel, union_id, contact_id, objection_id, to_sealed, params, code_sealed, urgent, state, due_at,
  lease_until, lease_by, attempts, message_id, maybe_twice, created_at, done_at, origin_id, digest_id, given_up_at, template_id),
  UPDATE (to_sealed, code_sealed, state, due_at, lease_until, lease_by, attempts, maybe_twice, done_at, params, origin_id, digest_id,
  given_up_at, given_up_why, given_up_to, held_from, stop_id, template_id) ON outbox TO gs_notify@localhost;
GRANT SELECT (id, channel, event, ended_at) ON outbox_stop TO gs_notify@localhost;
GRANT INSERT (word, what, event, params, outbox_id, union_id, objection_id, since) ON office_task TO gs_notify@localhost;
GRANT SELECT (number, day, event, n), INSERT (number, day, event, n), UPDATE (n), DELETE ON sms_day TO gs_notify@localhost;
GRANT SELECT (outbox_id, attempt, driver, started_at, ended_at), INSERT (outbox_id, attempt, driver, started_at),
  UPDATE (driver, ended_at, outcome, detail, gateway_id)
  ON delivery TO gs_notify@localhost;
GRANT SELECT (report, report_at, letter_slug), UPDATE (report, report_at, report_code) ON outbox TO gs_notify@localhost;
GRANT SELECT (id, driver, started_at, gateway_id) ON delivery TO gs_notify@localhost;
GRANT SELECT (id, same, source, verdict, gateway_id, message_id, code, said_at, sealed, came_at, state, look_at),
  UPDATE (sealed, state, look_at, why, outbox_id, settled_at) ON delivery_report TO gs_notify@localhost;
GRANT SELECT (created_at, objection_id, assist_id), DELETE ON attachment TO gs_notify@localhost;
GRANT SELECT (class, window_start), DELETE ON rate_hit TO gs_notify@localhost;
GRANT SELECT (ends_at), DELETE ON unsent_form TO gs_notify@localhost;
GRANT SELECT (id, union_id, rank, name, phone, email, lang) ON union_contact TO gs_notify@localhost;
GRANT SELECT (id, event, channel, lang, version, subject, words, gateway, outcome) ON message_template TO gs_notify@localhost;
GRANT SELECT (id, name) ON nominating_union TO gs_notify@localhost;
GRANT SELECT (id, receipt, state, answer_key, candidate_id, contact_sealed, contact_channel, contact_tag, submitted_at) ON objection
  TO gs_notify@localhost;
GRANT SELECT (id, state) ON candidate TO gs_notify@localhost;
GRANT SELECT (version_id, candidate_id, period_version_id) ON candidate_entry TO gs_notify@localhost;
GRANT SELECT (id, state, published_at, closes_at) ON notice_version TO gs_notify@localhost;
GRANT INSERT (candidate_id, at, actor_kind, actor_id, agreed_by, move, from_state, to_state, reason, paper, paper_day, recognition_id)
  ON candidate_event TO gs_notify@localhost;
GRANT SELECT (year, revision, paper, number, loaded_at) ON calendar_year TO gs_notify@localhost;
GRANT SELECT (day, year, revision, off, name) ON calendar_day TO gs_notify@localhost;
GRANT SELECT (id, purpose, public_key, retired_at) ON seal_key TO gs_notify@localhost;
GRANT INSERT (at, actor_kind, actor_id, action, object_kind, object_id, detail) ON audit TO gs_notify@localhost;
GRANT SELECT (id, objection_id, term, deadline_at, deadline_rule),
  INSERT (objection_id, at, actor_kind, actor_id, agreed_by, other_id, move, from_state, to_state, reason_code, note_sealed, term,
  term_left, deadline_at, deadline_rule) ON objection_event TO gs_notify@localhost;
GRANT INSERT (objection_id, at, kind, sealed) ON objection_answer TO gs_notify@localhost;
GRANT SELECT (objection_id, settled_at), UPDATE (settled_at, outcome) ON proposal TO gs_notify@localhost;
GRANT SELECT (id, objection_id, union_id, drafted_by, state, sent_at, due_at, due_rule), UPDATE (state, due_at, due_rule) ON assist
  TO gs_notify@localhost;
GRANT SELECT (assist_id, step), INSERT (assist_id, at, actor_kind, actor_id, step, from_state, to_state, note, due_at) ON assist_event
  TO gs_notify@localhost;
GRANT SELECT (slug, assist_id, signed_at) ON union_letter TO gs_notify@localhost;
GRANT INSERT (dedupe, event, channel, union_id, contact_id, objection_id, to_sealed, params, code_sealed, urgent, state, due_at,
  message_id, created_at) ON outbox TO gs_notify@localhost;
