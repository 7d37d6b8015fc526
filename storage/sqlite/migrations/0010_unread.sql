-- What of an attachment could not be read for comparison, so that a scan is not taken
-- for a paper that agrees with the list.

ALTER TABLE paper ADD COLUMN unread TEXT NOT NULL DEFAULT '';
