-- The year a dossier's achievements are of, where it is not told by the day of receipt:
-- what is done in 2025 is often proposed and decided in January 2026.

ALTER TABLE dossier ADD COLUMN year INTEGER NOT NULL DEFAULT 0;
