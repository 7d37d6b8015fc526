-- Bodies that commend by themselves (giấy khen): whose head decides, whose council met.

ALTER TABLE decision ADD COLUMN body INTEGER REFERENCES unit (id);
ALTER TABLE council ADD COLUMN unit INTEGER REFERENCES unit (id);
CREATE INDEX decision_body ON decision (body);
CREATE INDEX council_unit ON council (unit);
