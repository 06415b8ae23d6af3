-- Mail and SMS leave side by side: the order of sending is one a channel, so that a sender of one locks nothing of the other.
ALTER TABLE outbox
  ADD KEY IF NOT EXISTS leaving (channel, done_at, urgent DESC, due_at, id),
  DROP KEY IF EXISTS waiting;
