-- A household stands in decisions and in the register with where it lives, as on the day it was honoured.

ALTER TABLE record ADD COLUMN address TEXT NOT NULL DEFAULT '';
