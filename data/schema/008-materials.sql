-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What was shown to whom and when: a follow-up names the material that was shared, and the material knows when that was last.
ALTER TABLE follow_up ADD COLUMN material_id INTEGER REFERENCES material (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE material ADD COLUMN last_used_at INTEGER;

CREATE INDEX follow_up_material ON follow_up (material_id, customer_id, deleted_at, happened_at) WHERE material_id IS NOT NULL;
CREATE INDEX material_name ON material (name_key, id) WHERE deleted_at IS NULL;
CREATE INDEX material_industry ON material (industry) WHERE deleted_at IS NULL;
CREATE INDEX material_product ON material (product) WHERE deleted_at IS NULL;

CREATE TRIGGER material_used_insert AFTER INSERT ON follow_up WHEN new.material_id IS NOT NULL AND new.deleted_at IS NULL
BEGIN
  UPDATE material SET last_used_at = new.happened_at
  WHERE id = new.material_id AND ifnull (last_used_at < new.happened_at, 1);
END;

CREATE TRIGGER material_used_update AFTER UPDATE OF material_id, happened_at, deleted_at ON follow_up
WHEN old.material_id IS NOT NULL OR new.material_id IS NOT NULL
BEGIN
  UPDATE material SET last_used_at = (
    SELECT max (happened_at) FROM follow_up WHERE material_id = material.id AND deleted_at IS NULL)
  WHERE id IN (old.material_id, new.material_id);
END;
