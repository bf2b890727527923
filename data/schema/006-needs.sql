-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What must be known of a customer, what to talk about with one of a grade, how likely its owner thought a deal before it ended,
-- what it waits for on the customer's side, what the customer requires, and what we have to show.
ALTER TABLE dimension ADD COLUMN required TEXT;
UPDATE dimension SET required = 'yes' WHERE code IN ('budget', 'cycle', 'history', 'chain');

ALTER TABLE grade_rule ADD COLUMN topics TEXT;

ALTER TABLE opportunity ADD COLUMN predicted INTEGER CHECK (predicted BETWEEN 0 AND 100);
ALTER TABLE opportunity ADD COLUMN waiting_contact_id INTEGER REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE opportunity ADD COLUMN waiting_department TEXT;
ALTER TABLE opportunity ADD COLUMN waiting_since TEXT;

CREATE INDEX opportunity_waiting ON opportunity (waiting_contact_id) WHERE waiting_contact_id IS NOT NULL;

CREATE TABLE requirement (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER,
  name_key TEXT NOT NULL,
  name TEXT NOT NULL,
  opportunity_id INTEGER NOT NULL REFERENCES opportunity (id) DEFERRABLE INITIALLY DEFERRED,
  importance TEXT NOT NULL,
  contact_id INTEGER REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
  proposal_part TEXT,
  note TEXT
) STRICT;

CREATE INDEX requirement_opportunity ON requirement (opportunity_id);
CREATE INDEX requirement_contact ON requirement (contact_id) WHERE contact_id IS NOT NULL;

CREATE TABLE material (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER,
  name_key TEXT NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  industry TEXT,
  product TEXT,
  link TEXT,
  since TEXT,
  note TEXT
) STRICT;
