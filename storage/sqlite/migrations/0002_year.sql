-- The year: units' own plans, clusters, the council's watch, criteria and scores,
-- reports, exemplars, petitions, reminders, summaries, statistics filed.

CREATE TABLE unit_plan (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	movement INTEGER NOT NULL REFERENCES movement (id), unit INTEGER NOT NULL REFERENCES unit (id),
	asked TEXT NOT NULL, asked_by TEXT NOT NULL, due TEXT NOT NULL, received TEXT NOT NULL, number TEXT NOT NULL, day TEXT NOT NULL,
	file TEXT NOT NULL, file_name TEXT NOT NULL, criteria TEXT NOT NULL, handover TEXT NOT NULL, note TEXT NOT NULL,
	UNIQUE (movement, unit)
);
CREATE INDEX unit_plan_unit ON unit_plan (unit);
CREATE TABLE cluster (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	code TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, year INTEGER NOT NULL,
	head INTEGER REFERENCES unit (id), deputy INTEGER REFERENCES unit (id), members TEXT NOT NULL, source TEXT NOT NULL, note TEXT NOT NULL,
	UNIQUE (year, code)
);
CREATE INDEX cluster_head ON cluster (head);
CREATE INDEX cluster_deputy ON cluster (deputy);
CREATE TABLE watch (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	movement INTEGER NOT NULL REFERENCES movement (id), member TEXT NOT NULL, post TEXT NOT NULL, sector TEXT NOT NULL,
	unit_groups TEXT NOT NULL, clusters TEXT NOT NULL, units TEXT NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT NOT NULL, source TEXT NOT NULL
);
CREATE INDEX watch_movement ON watch (movement);
CREATE TABLE visit (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	movement INTEGER NOT NULL REFERENCES movement (id), watch INTEGER REFERENCES watch (id), member TEXT NOT NULL,
	unit INTEGER NOT NULL REFERENCES unit (id), day TEXT NOT NULL, mark TEXT NOT NULL, findings TEXT NOT NULL,
	file TEXT NOT NULL, file_name TEXT NOT NULL, note TEXT NOT NULL
);
CREATE INDEX visit_movement ON visit (movement);
CREATE INDEX visit_watch ON visit (watch);
CREATE INDEX visit_unit ON visit (unit);
CREATE TABLE criteria_set (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	movement INTEGER NOT NULL REFERENCES movement (id), year INTEGER NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL,
	unit_groups TEXT NOT NULL, unit INTEGER REFERENCES unit (id), items TEXT NOT NULL, breaks TEXT NOT NULL, by_share INTEGER NOT NULL,
	source TEXT NOT NULL, UNIQUE (movement, year, code)
);
CREATE INDEX criteria_set_unit ON criteria_set (unit);
CREATE TABLE score_sheet (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	movement INTEGER NOT NULL REFERENCES movement (id), year INTEGER NOT NULL, unit INTEGER NOT NULL REFERENCES unit (id),
	items TEXT NOT NULL, by_share INTEGER NOT NULL, lines TEXT NOT NULL, state TEXT NOT NULL, total INTEGER NOT NULL, top INTEGER NOT NULL,
	closed TEXT NOT NULL, note TEXT NOT NULL, UNIQUE (movement, year, unit)
);
CREATE INDEX score_sheet_unit ON score_sheet (unit);
CREATE TABLE ranking (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	movement INTEGER NOT NULL REFERENCES movement (id), year INTEGER NOT NULL, cluster TEXT NOT NULL, votes TEXT NOT NULL, places TEXT NOT NULL,
	closed TEXT NOT NULL, source TEXT NOT NULL, note TEXT NOT NULL, UNIQUE (movement, year, cluster)
);
CREATE TABLE report (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	movement INTEGER NOT NULL REFERENCES movement (id), kind TEXT NOT NULL, year INTEGER NOT NULL, unit INTEGER NOT NULL REFERENCES unit (id),
	asked TEXT NOT NULL, due TEXT NOT NULL, extended TEXT NOT NULL, extended_reason TEXT NOT NULL, first_received TEXT NOT NULL, received TEXT NOT NULL,
	number TEXT NOT NULL, day TEXT NOT NULL, state TEXT NOT NULL, returns TEXT NOT NULL, content TEXT NOT NULL, frozen TEXT NOT NULL,
	accepted TEXT NOT NULL, handover TEXT NOT NULL, by_unit INTEGER REFERENCES unit (id), file TEXT NOT NULL, file_name TEXT NOT NULL, note TEXT NOT NULL,
	UNIQUE (movement, kind, year, unit)
);
CREATE INDEX report_unit ON report (unit);
CREATE INDEX report_by ON report (by_unit);
CREATE TABLE exemplar (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	movement INTEGER NOT NULL REFERENCES movement (id), year INTEGER NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
	unit INTEGER REFERENCES unit (id), unit_text TEXT NOT NULL, what TEXT NOT NULL, scope TEXT NOT NULL, number TEXT NOT NULL, day TEXT NOT NULL,
	photo TEXT NOT NULL, photo_name TEXT NOT NULL, publish INTEGER NOT NULL, nominee INTEGER REFERENCES nominee (id),
	report INTEGER REFERENCES report (id), used TEXT NOT NULL, record INTEGER REFERENCES record (id), dossier INTEGER REFERENCES dossier (id),
	note TEXT NOT NULL, fold TEXT NOT NULL, title TEXT NOT NULL
);
CREATE INDEX exemplar_movement ON exemplar (movement, year);
CREATE INDEX exemplar_unit ON exemplar (unit);
CREATE INDEX exemplar_nominee ON exemplar (nominee);
CREATE INDEX exemplar_report ON exemplar (report);
CREATE INDEX exemplar_record ON exemplar (record);
CREATE INDEX exemplar_dossier ON exemplar (dossier);
CREATE TABLE petition (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	movement INTEGER NOT NULL REFERENCES movement (id), unit INTEGER NOT NULL REFERENCES unit (id), text TEXT NOT NULL, number TEXT NOT NULL,
	day TEXT NOT NULL, received TEXT NOT NULL, report INTEGER REFERENCES report (id), passed_to TEXT NOT NULL, passed TEXT NOT NULL,
	passed_number TEXT NOT NULL, answered TEXT NOT NULL, answer_number TEXT NOT NULL, answer TEXT NOT NULL, told TEXT NOT NULL,
	file TEXT NOT NULL, answer_file TEXT NOT NULL, note TEXT NOT NULL
);
CREATE INDEX petition_movement ON petition (movement);
CREATE INDEX petition_unit ON petition (unit);
CREATE INDEX petition_report ON petition (report);
CREATE TABLE reminder (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	movement INTEGER NOT NULL REFERENCES movement (id), what TEXT NOT NULL, kind TEXT NOT NULL, year INTEGER NOT NULL, day TEXT NOT NULL,
	number TEXT NOT NULL, due TEXT NOT NULL, deadline TEXT NOT NULL, round INTEGER NOT NULL, single INTEGER NOT NULL, units TEXT NOT NULL,
	officer TEXT NOT NULL
);
CREATE INDEX reminder_movement ON reminder (movement);
CREATE TABLE summary (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	movement INTEGER NOT NULL REFERENCES movement (id), kind TEXT NOT NULL, year INTEGER NOT NULL, narrative TEXT NOT NULL,
	number TEXT NOT NULL, day TEXT NOT NULL, filed TEXT NOT NULL, paper TEXT NOT NULL, note TEXT NOT NULL, UNIQUE (movement, kind, year)
);
CREATE TABLE filing (
	id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
	form TEXT NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT NOT NULL, name TEXT NOT NULL, typed TEXT NOT NULL, cells TEXT NOT NULL,
	number TEXT NOT NULL, filed TEXT NOT NULL, note TEXT NOT NULL, UNIQUE (form, valid_from, valid_to)
);
