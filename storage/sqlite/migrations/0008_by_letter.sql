-- A council may be asked in writing instead of meeting, where its rules of work say so.

ALTER TABLE vote_rule ADD COLUMN by_letter INTEGER NOT NULL DEFAULT 0;
ALTER TABLE session ADD COLUMN by_letter INTEGER NOT NULL DEFAULT 0;
