-- Initiatives are made known like exemplars: what they do, and whether they stand on
-- the list for publishing.

ALTER TABLE initiative ADD COLUMN what TEXT NOT NULL DEFAULT '';
ALTER TABLE initiative ADD COLUMN publish INTEGER NOT NULL DEFAULT 0;
