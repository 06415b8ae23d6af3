-- What gateways and mail servers say later of a message that was handed over, and what is known of it then.

ALTER TABLE delivery
  ADD COLUMN IF NOT EXISTS gateway_id VARCHAR(64) COLLATE utf8mb4_bin NULL,    -- what the gateway called the message when it took it
  ADD KEY IF NOT EXISTS gateway (gateway_id);
ALTER TABLE outbox
  ADD COLUMN IF NOT EXISTS report VARCHAR(12) COLLATE utf8mb4_bin NULL,        -- DELAYED UNDELIVERED DELIVERED; NULL: nobody has said
  ADD COLUMN IF NOT EXISTS report_at DATETIME(6) NULL,                         -- when it was so
  ADD COLUMN IF NOT EXISTS report_code VARCHAR(64) COLLATE utf8mb4_bin NULL,   -- the other side's word: DELIVERED, 5.1.1
  ADD KEY IF NOT EXISTS by_message (message_id);

-- Each report that came, once; notifyd finds its message. One that names nothing of ours is kept, with the reason.
CREATE TABLE IF NOT EXISTS delivery_report (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  same BINARY(32) NOT NULL UNIQUE,                           -- MAC of what it says: the same again is the same
  source VARCHAR(8) COLLATE utf8mb4_bin NOT NULL,            -- of model/report.h: ALIYUN TENCENT MAIL
  verdict VARCHAR(12) COLLATE utf8mb4_bin NOT NULL,          -- UNREADABLE DELAYED UNDELIVERED DELIVERED
  gateway_id VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,
  message_id VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,
  code VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
  said_at DATETIME(6) NULL,
  sealed BLOB NULL,                                          -- notify key, "report:<hex of same>": number and what came; gone once matched
  came_at DATETIME(6) NOT NULL,
  state VARCHAR(12) COLLATE utf8mb4_bin NOT NULL DEFAULT 'NEW', -- NEW MATCHED UNMATCHED
  look_at DATETIME(6) NOT NULL,
  why VARCHAR(40) COLLATE utf8mb4_bin NULL,                  -- of an unmatched one
  outbox_id BIGINT NULL,
  settled_at DATETIME(6) NULL,
  KEY waiting (state, look_at), KEY by_outbox (outbox_id),
  CONSTRAINT delivery_report_outbox FOREIGN KEY (outbox_id) REFERENCES outbox(id)
);
