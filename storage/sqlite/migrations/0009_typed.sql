-- What is being typed of a session whose sums do not hold yet: kept so that a count of
-- ballots half entered outlives the page and the program. It is no fact before it is
-- saved, so the log keeps nothing of it.

CREATE TABLE session_typed (
	session INTEGER PRIMARY KEY REFERENCES session (id) ON DELETE CASCADE,
	officer TEXT NOT NULL, day TEXT NOT NULL, entered TEXT NOT NULL
);
