-- What papers' texts come to when they are compared, and which reports of a movement
-- were found copied: made when a text is saved or first looked at, and made again
-- whenever it is not there. These are no facts of their own, so the log keeps nothing
-- of them.

CREATE TABLE paper_digest (
	paper INTEGER PRIMARY KEY REFERENCES paper (id) ON DELETE CASCADE,
	compared INTEGER NOT NULL, differences TEXT NOT NULL, marks BLOB NOT NULL
);
CREATE TRIGGER paper_digest_stale AFTER UPDATE OF says, code ON paper WHEN NEW.says IS NOT OLD.says OR NEW.code IS NOT OLD.code
BEGIN DELETE FROM paper_digest WHERE paper = NEW.id; END;
CREATE TABLE copied_report (
	movement INTEGER PRIMARY KEY REFERENCES movement (id) ON DELETE CASCADE,
	compared INTEGER NOT NULL, pairs TEXT NOT NULL
);
-- Papers are read by the thousand without their texts.
CREATE INDEX paper_brief ON paper (dossier, submission, rev, code, state, originals, copies, note, says <> '');
