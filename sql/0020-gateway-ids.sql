-- What the gateway calls a message that it took: by it reports are matched. ALARM: our settings are wrong, and the message waits.
ALTER TABLE delivery
  ADD COLUMN IF NOT EXISTS gateway_id VARCHAR(64) COLLATE utf8mb4_bin NULL,
  MODIFY outcome ENUM('SENT','LATER','NEVER','UNCERTAIN','ALARM') NULL, -- NULL: was under way when the sender died
  ADD KEY IF NOT EXISTS gateway (gateway_id);
