-- What is typed into a form and not sent yet: for going back, a reload, another language. The secret that makes tag and key is in a cookie
-- of the browser and nowhere else.
CREATE TABLE IF NOT EXISTS unsent_form (
  tag BINARY(32) NOT NULL PRIMARY KEY,
  boxed BLOB NOT NULL,
  ends_at DATETIME(6) NOT NULL,
  KEY (ends_at)
);
