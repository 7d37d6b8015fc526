-- The first schema. Dates are ISO text, as exact as they are known; '' is none.
-- Lists and small structures are JSON text. fold and title feed the search index;
-- the triggers that keep it and the log are made by the program after migrating.

CREATE TABLE entry (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	at TEXT NOT NULL, officer TEXT NOT NULL, act TEXT NOT NULL, detail TEXT NOT NULL,
	undoes INTEGER NOT NULL, undone_by INTEGER NOT NULL, prev TEXT NOT NULL, hash TEXT NOT NULL
);
CREATE TABLE change (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	entry INTEGER NOT NULL REFERENCES entry (id),
	tbl TEXT NOT NULL, row_id INTEGER NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL
);
CREATE INDEX change_entry ON change (entry);
CREATE INDEX change_row ON change (tbl, row_id);
-- Holds the one entry that is being written, within its transaction.
CREATE TABLE now_writing (entry INTEGER NOT NULL);

CREATE VIRTUAL TABLE search USING fts5 (text, title UNINDEXED, tokenize = "unicode61 remove_diacritics 0", prefix = '2 3');

CREATE TABLE unit (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	ukey TEXT NOT NULL, versions TEXT NOT NULL, fold TEXT NOT NULL, title TEXT NOT NULL
);
CREATE TABLE event (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	day TEXT NOT NULL, kind TEXT NOT NULL, from_unit INTEGER REFERENCES unit (id), to_unit INTEGER REFERENCES unit (id),
	part INTEGER NOT NULL, legal TEXT NOT NULL, note TEXT NOT NULL
);
CREATE INDEX event_from ON event (from_unit);
CREATE INDEX event_to ON event (to_unit);
CREATE TABLE nominee (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	kind TEXT NOT NULL, name TEXT NOT NULL, gender TEXT NOT NULL, birth TEXT NOT NULL, ethnicity TEXT NOT NULL, id_number TEXT NOT NULL,
	position TEXT NOT NULL, unit INTEGER REFERENCES unit (id), unit_text TEXT NOT NULL, address TEXT NOT NULL, class TEXT NOT NULL,
	managed INTEGER NOT NULL, note TEXT NOT NULL,
	name_key TEXT NOT NULL, sort_key TEXT NOT NULL, fold TEXT NOT NULL, title TEXT NOT NULL
);
CREATE INDEX nominee_number ON nominee (id_number);
CREATE INDEX nominee_name ON nominee (name_key);
CREATE INDEX nominee_unit ON nominee (unit);
CREATE TABLE not_same (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	a INTEGER NOT NULL REFERENCES nominee (id), b INTEGER NOT NULL REFERENCES nominee (id)
);
CREATE INDEX not_same_a ON not_same (a);
CREATE INDEX not_same_b ON not_same (b);
CREATE TABLE award (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, short TEXT NOT NULL, class TEXT NOT NULL, level TEXT NOT NULL, kinds TEXT NOT NULL,
	decider TEXT NOT NULL, basis TEXT NOT NULL, aliases TEXT NOT NULL, place INTEGER NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT NOT NULL
);
CREATE TABLE standard (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	award TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, ground TEXT NOT NULL, text TEXT NOT NULL, way TEXT NOT NULL,
	min_years INTEGER NOT NULL, launchers TEXT NOT NULL, needs TEXT NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT NOT NULL, source TEXT NOT NULL
);
CREATE TABLE rule_set (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	code TEXT NOT NULL, name TEXT NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT NOT NULL, source TEXT NOT NULL, confirmed INTEGER NOT NULL
);
CREATE TABLE coefficient (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	award TEXT NOT NULL, kind TEXT NOT NULL, hundredths INTEGER NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT NOT NULL, source TEXT NOT NULL
);
CREATE TABLE salary (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	amount INTEGER NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT NOT NULL, source TEXT NOT NULL
);
CREATE TABLE movement (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, full_title TEXT NOT NULL, manner TEXT NOT NULL, scope TEXT NOT NULL, status TEXT NOT NULL,
	launcher TEXT NOT NULL, host TEXT NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT NOT NULL, parent INTEGER REFERENCES movement (id),
	achievement TEXT NOT NULL, basis TEXT NOT NULL, purpose TEXT NOT NULL, contents TEXT NOT NULL, criteria TEXT NOT NULL, awards TEXT NOT NULL,
	phases TEXT NOT NULL, duty TEXT NOT NULL, tasks TEXT NOT NULL, note TEXT NOT NULL, fold TEXT NOT NULL, title TEXT NOT NULL
);
CREATE TABLE road (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	code TEXT NOT NULL, name TEXT NOT NULL, award TEXT NOT NULL, source TEXT NOT NULL, remark TEXT NOT NULL, via TEXT NOT NULL, steps TEXT NOT NULL,
	valid_from TEXT NOT NULL, valid_to TEXT NOT NULL
);
CREATE TABLE batch (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	file TEXT NOT NULL, hash TEXT NOT NULL, format TEXT NOT NULL, encoding TEXT NOT NULL, movement INTEGER REFERENCES movement (id),
	from_unit INTEGER REFERENCES unit (id), from_text TEXT NOT NULL, state TEXT NOT NULL, at TEXT NOT NULL, officer TEXT NOT NULL, day TEXT NOT NULL,
	submission INTEGER REFERENCES submission (id), answers TEXT NOT NULL, tables TEXT NOT NULL,
	row_count INTEGER NOT NULL, error_count INTEGER NOT NULL, warning_count INTEGER NOT NULL
);
CREATE INDEX batch_hash ON batch (hash);
CREATE TABLE submission (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	movement INTEGER NOT NULL REFERENCES movement (id), unit INTEGER REFERENCES unit (id), unit_text TEXT NOT NULL, number TEXT NOT NULL,
	day TEXT NOT NULL, received TEXT NOT NULL, batch INTEGER REFERENCES batch (id), file TEXT NOT NULL, note TEXT NOT NULL
);
CREATE INDEX submission_movement ON submission (movement);
CREATE INDEX submission_batch ON submission (batch);
CREATE TABLE dossier (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	submission INTEGER REFERENCES submission (id), movement INTEGER NOT NULL REFERENCES movement (id), award TEXT NOT NULL, stage TEXT NOT NULL,
	nominee INTEGER NOT NULL REFERENCES nominee (id), kind TEXT NOT NULL, name TEXT NOT NULL, honorific TEXT NOT NULL, gender TEXT NOT NULL,
	birth TEXT NOT NULL, ethnicity TEXT NOT NULL, id_number TEXT NOT NULL, position TEXT NOT NULL, unit INTEGER REFERENCES unit (id),
	unit_text TEXT NOT NULL, address TEXT NOT NULL, achievement TEXT NOT NULL, class TEXT NOT NULL, ground TEXT NOT NULL, way TEXT NOT NULL,
	received TEXT NOT NULL, stage_since TEXT NOT NULL, appraisal_from TEXT NOT NULL, place INTEGER NOT NULL, reason TEXT NOT NULL, batch INTEGER REFERENCES batch (id),
	row_no INTEGER NOT NULL, note TEXT NOT NULL, sort_key TEXT NOT NULL, fold TEXT NOT NULL, title TEXT NOT NULL
);
CREATE INDEX dossier_movement ON dossier (movement, award, stage);
CREATE INDEX dossier_nominee ON dossier (nominee);
CREATE INDEX dossier_unit ON dossier (unit);
CREATE INDEX dossier_batch ON dossier (batch);
CREATE INDEX dossier_submission ON dossier (submission);
-- The rows of a staged file, some hundreds to a chunk: compressed JSON.
CREATE TABLE batch_chunk (
	id INTEGER PRIMARY KEY,
	batch INTEGER NOT NULL REFERENCES batch (id) ON DELETE CASCADE, no INTEGER NOT NULL, rows BLOB NOT NULL,
	UNIQUE (batch, no)
);
-- Which dossier a row became.
CREATE TABLE batch_dossier (
	batch INTEGER NOT NULL REFERENCES batch (id) ON DELETE CASCADE, part INTEGER NOT NULL, row_no INTEGER NOT NULL,
	dossier INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
	PRIMARY KEY (batch, part, row_no)
) WITHOUT ROWID;
CREATE INDEX batch_dossier_dossier ON batch_dossier (dossier);
CREATE TABLE decision (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	movement INTEGER REFERENCES movement (id), award TEXT NOT NULL, number TEXT NOT NULL, day TEXT NOT NULL, decider TEXT NOT NULL,
	signer TEXT NOT NULL, issued INTEGER NOT NULL, items TEXT NOT NULL, revoked TEXT NOT NULL, note TEXT NOT NULL, fold TEXT NOT NULL, title TEXT NOT NULL
);
CREATE TABLE record (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	nominee INTEGER NOT NULL REFERENCES nominee (id), unit INTEGER REFERENCES unit (id), award TEXT NOT NULL, way TEXT NOT NULL, year INTEGER NOT NULL,
	decision INTEGER REFERENCES decision (id), number TEXT NOT NULL, day TEXT NOT NULL, decider TEXT NOT NULL, movement TEXT NOT NULL,
	reason TEXT NOT NULL, name TEXT NOT NULL, post TEXT NOT NULL, unit_text TEXT NOT NULL, golden_book TEXT NOT NULL,
	revoked TEXT NOT NULL, revoked_by TEXT NOT NULL, note TEXT NOT NULL
);
CREATE INDEX record_nominee ON record (nominee);
CREATE INDEX record_decision ON record (decision);
CREATE TABLE mapping (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	sender TEXT NOT NULL, heading TEXT NOT NULL, field TEXT NOT NULL, UNIQUE (sender, heading)
);
CREATE TABLE setting (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	skey TEXT NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT NOT NULL, value TEXT NOT NULL, source TEXT NOT NULL
);
CREATE INDEX setting_key ON setting (skey, valid_from);
CREATE TABLE printing (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	form TEXT NOT NULL, movement INTEGER REFERENCES movement (id), dossier INTEGER REFERENCES dossier (id), decision INTEGER REFERENCES decision (id),
	file TEXT NOT NULL, hash TEXT NOT NULL, at TEXT NOT NULL, officer TEXT NOT NULL
);
CREATE INDEX printing_dossier ON printing (dossier);
CREATE TABLE confirmation (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	dossier INTEGER NOT NULL REFERENCES dossier (id), body TEXT NOT NULL, asked TEXT NOT NULL, number TEXT NOT NULL, answered TEXT NOT NULL,
	answer TEXT NOT NULL, result TEXT NOT NULL, valid_until TEXT NOT NULL, file TEXT NOT NULL, note TEXT NOT NULL
);
CREATE INDEX confirmation_dossier ON confirmation (dossier);
CREATE TABLE matter (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	nominee INTEGER NOT NULL REFERENCES nominee (id), kind TEXT NOT NULL, opened TEXT NOT NULL, closed TEXT NOT NULL, cleared INTEGER NOT NULL,
	until TEXT NOT NULL, source TEXT NOT NULL, note TEXT NOT NULL
);
CREATE INDEX matter_nominee ON matter (nominee);
CREATE TABLE initiative (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	name TEXT NOT NULL, authors TEXT NOT NULL, level TEXT NOT NULL, number TEXT NOT NULL, day TEXT NOT NULL, body TEXT NOT NULL,
	dossiers TEXT NOT NULL, records TEXT NOT NULL, fold TEXT NOT NULL, title TEXT NOT NULL
);
CREATE TABLE overrule (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	dossier INTEGER NOT NULL REFERENCES dossier (id), rule TEXT NOT NULL, seen TEXT NOT NULL, reason TEXT NOT NULL, officer TEXT NOT NULL, day TEXT NOT NULL
);
CREATE INDEX overrule_dossier ON overrule (dossier);
