-- What an objector does later comes with a form of its own, which is taken once.
ALTER TABLE objection_more ADD COLUMN IF NOT EXISTS form_hash BINARY(32) NULL;
ALTER TABLE objection_more ADD UNIQUE KEY IF NOT EXISTS more_form (form_hash);
