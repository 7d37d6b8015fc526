-- The award road: council, papers received, corrections and revocations, the
-- fund's book, what became of certificates.

CREATE TABLE council (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	name TEXT NOT NULL, founded TEXT NOT NULL, day TEXT NOT NULL, founder TEXT NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT NOT NULL,
	members TEXT NOT NULL
);
CREATE TABLE vote_rule (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	award TEXT NOT NULL, whole INTEGER NOT NULL, attend TEXT NOT NULL, ballot INTEGER NOT NULL, secret INTEGER NOT NULL, pass TEXT NOT NULL,
	counted_of TEXT NOT NULL, written INTEGER NOT NULL, rounds INTEGER NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT NOT NULL, source TEXT NOT NULL
);
CREATE TABLE session (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	council INTEGER NOT NULL REFERENCES council (id), movement INTEGER NOT NULL REFERENCES movement (id), day TEXT NOT NULL,
	begun TEXT NOT NULL, ended TEXT NOT NULL, place TEXT NOT NULL, standing INTEGER NOT NULL, presider INTEGER NOT NULL, clerk INTEGER NOT NULL,
	attendance TEXT NOT NULL, agenda TEXT NOT NULL, rounds TEXT NOT NULL, opinions TEXT NOT NULL, dissent TEXT NOT NULL, chosen TEXT NOT NULL,
	places TEXT NOT NULL, number TEXT NOT NULL, note TEXT NOT NULL, closed TEXT NOT NULL
);
CREATE INDEX session_movement ON session (movement);
CREATE INDEX session_council ON session (council);
CREATE TABLE requirement (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	code TEXT NOT NULL, award TEXT NOT NULL, kind TEXT NOT NULL, way TEXT NOT NULL, name TEXT NOT NULL, whole INTEGER NOT NULL, optional INTEGER NOT NULL,
	originals INTEGER NOT NULL, copies INTEGER NOT NULL, place INTEGER NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT NOT NULL, source TEXT NOT NULL
);
CREATE TABLE paper (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	dossier INTEGER REFERENCES dossier (id), submission INTEGER REFERENCES submission (id), code TEXT NOT NULL, state TEXT NOT NULL,
	originals INTEGER NOT NULL, copies INTEGER NOT NULL, file TEXT NOT NULL, file_name TEXT NOT NULL, says TEXT NOT NULL, note TEXT NOT NULL,
	officer TEXT NOT NULL, day TEXT NOT NULL
);
CREATE INDEX paper_dossier ON paper (dossier);
CREATE INDEX paper_submission ON paper (submission);
CREATE TABLE handing (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	record INTEGER NOT NULL REFERENCES record (id), what TEXT NOT NULL, day TEXT NOT NULL, number TEXT NOT NULL, taker TEXT NOT NULL,
	reason TEXT NOT NULL, note TEXT NOT NULL
);
CREATE INDEX handing_record ON handing (record);
CREATE TABLE booking (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	fund TEXT NOT NULL, day TEXT NOT NULL, voucher TEXT NOT NULL, source TEXT NOT NULL, about TEXT NOT NULL, money_in INTEGER NOT NULL, money_out INTEGER NOT NULL,
	decision INTEGER REFERENCES decision (id), record INTEGER REFERENCES record (id), note TEXT NOT NULL
);
CREATE INDEX booking_decision ON booking (decision);
CREATE INDEX booking_record ON booking (record);

ALTER TABLE decision ADD COLUMN act TEXT NOT NULL DEFAULT '';
ALTER TABLE decision ADD COLUMN of_decision INTEGER REFERENCES decision (id);
ALTER TABLE decision ADD COLUMN reason TEXT NOT NULL DEFAULT '';
ALTER TABLE decision ADD COLUMN ground TEXT NOT NULL DEFAULT '';
ALTER TABLE decision ADD COLUMN origin TEXT NOT NULL DEFAULT '';
ALTER TABLE decision ADD COLUMN scan TEXT NOT NULL DEFAULT '';
ALTER TABLE decision ADD COLUMN notified TEXT NOT NULL DEFAULT '';
CREATE INDEX decision_of ON decision (of_decision);
CREATE INDEX record_unit ON record (unit);

-- An office that was set up before has no vote rules and no checklists of its own;
-- the program takes those it ships with until the office writes one.
