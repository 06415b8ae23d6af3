-- Clocks that run by themselves; requests that ask for more time.

-- Whether more time was asked for is what the events of the request say.
ALTER TABLE assist DROP COLUMN IF EXISTS more_time;

-- Each minute the clocks look for what is over.
ALTER TABLE objection ADD KEY IF NOT EXISTS by_state (state);
ALTER TABLE assist ADD KEY IF NOT EXISTS by_state (state);
