-- Clocks that run by themselves; requests that ask for more time.

-- Whether more time was asked for is what the events of the request say.
ALTER TABLE assist DROP COLUMN IF EXISTS more_time;
