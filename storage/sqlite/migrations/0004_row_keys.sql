-- By which key a corrected row finds its dossier again, what a row changed in a
-- dossier that existed, and the act that wrote the note: one that was taken back
-- takes its notes with it.
ALTER TABLE batch_dossier ADD COLUMN entry INTEGER NOT NULL DEFAULT 0;
ALTER TABLE batch_dossier ADD COLUMN row_key TEXT NOT NULL DEFAULT '';
ALTER TABLE batch_dossier ADD COLUMN updates TEXT NOT NULL DEFAULT 'null';
CREATE INDEX batch_dossier_key ON batch_dossier (row_key);
