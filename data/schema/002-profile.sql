-- SPDX-License-Identifier: GPL-3.0-or-later
-- Customer profiles and decision chains: dimensions with their tags, grades, how people stand and what they say to each other.

ALTER TABLE customer ADD COLUMN grade_reason TEXT;
ALTER TABLE customer ADD COLUMN auto_grade TEXT;
-- maintained by the derive function
ALTER TABLE customer ADD COLUMN score INTEGER NOT NULL DEFAULT 0;
ALTER TABLE customer ADD COLUMN completeness INTEGER NOT NULL DEFAULT 0;
ALTER TABLE customer ADD COLUMN filled INTEGER NOT NULL DEFAULT 0;
ALTER TABLE customer ADD COLUMN priority INTEGER NOT NULL DEFAULT 0;
ALTER TABLE customer ADD COLUMN last_contact_at INTEGER;
ALTER TABLE customer ADD COLUMN score_was INTEGER NOT NULL DEFAULT 0;
ALTER TABLE customer ADD COLUMN score_was_on TEXT;

CREATE INDEX customer_priority ON customer (priority, id) WHERE deleted_at IS NULL;
CREATE INDEX customer_score ON customer (score, id) WHERE deleted_at IS NULL;

ALTER TABLE contact ADD COLUMN level TEXT;
ALTER TABLE contact ADD COLUMN reports_to_id INTEGER REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE contact ADD COLUMN known TEXT;

CREATE INDEX contact_reports_to ON contact (reports_to_id) WHERE reports_to_id IS NOT NULL;

ALTER TABLE follow_up ADD COLUMN duration INTEGER;

CREATE TABLE dimension (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER,
  name_key TEXT NOT NULL,
  name TEXT NOT NULL,
  code TEXT,
  definition TEXT,
  weight INTEGER NOT NULL,
  half_life_days INTEGER,
  known_by TEXT NOT NULL,
  measure TEXT,
  several TEXT,
  retired TEXT,
  position INTEGER
) STRICT;

CREATE TABLE tag (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER,
  name_key TEXT NOT NULL,
  name TEXT NOT NULL,
  dimension_id INTEGER NOT NULL REFERENCES dimension (id) DEFERRABLE INITIALLY DEFERRED,
  code TEXT,
  score INTEGER NOT NULL,
  least INTEGER,
  definition TEXT,
  retired TEXT,
  position INTEGER
) STRICT;

CREATE INDEX tag_dimension ON tag (dimension_id);

CREATE TABLE customer_tag (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER,
  customer_id INTEGER NOT NULL REFERENCES customer (id) DEFERRABLE INITIALLY DEFERRED,
  tag_id INTEGER NOT NULL REFERENCES tag (id) DEFERRABLE INITIALLY DEFERRED,
  since TEXT NOT NULL,
  source TEXT,
  confidence TEXT,
  member_id INTEGER REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED,
  note TEXT
) STRICT;

CREATE INDEX customer_tag_customer ON customer_tag (customer_id);
CREATE INDEX customer_tag_tag ON customer_tag (tag_id);

CREATE TABLE grade_rule (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER,
  grade TEXT NOT NULL,
  least_score INTEGER NOT NULL,
  least_completeness INTEGER,
  cadence_days INTEGER,
  channel TEXT,
  silent_days INTEGER
) STRICT;

CREATE TABLE assessment (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER,
  contact_id INTEGER NOT NULL REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
  customer_id INTEGER NOT NULL REFERENCES customer (id) DEFERRABLE INITIALLY DEFERRED,
  opportunity_id INTEGER REFERENCES opportunity (id) DEFERRABLE INITIALLY DEFERRED,
  role TEXT,
  power TEXT,
  support TEXT,
  coverage TEXT,
  orientation TEXT,
  source TEXT,
  confidence TEXT,
  note TEXT
) STRICT;

CREATE INDEX assessment_contact ON assessment (contact_id);
CREATE INDEX assessment_customer ON assessment (customer_id);
CREATE INDEX assessment_opportunity ON assessment (opportunity_id) WHERE opportunity_id IS NOT NULL;

CREATE TABLE influence (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER,
  customer_id INTEGER NOT NULL REFERENCES customer (id) DEFERRABLE INITIALLY DEFERRED,
  from_contact_id INTEGER NOT NULL REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
  to_contact_id INTEGER NOT NULL REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
  type TEXT NOT NULL,
  note TEXT
) STRICT;

CREATE INDEX influence_customer ON influence (customer_id);
CREATE INDEX influence_from_contact ON influence (from_contact_id);
CREATE INDEX influence_to_contact ON influence (to_contact_id);

CREATE TABLE fact (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER,
  text TEXT NOT NULL,
  contact_id INTEGER NOT NULL REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
  source TEXT,
  confidence TEXT,
  since TEXT,
  member_id INTEGER REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX fact_contact ON fact (contact_id);

CREATE TABLE help_request (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER,
  brief TEXT NOT NULL,
  customer_id INTEGER NOT NULL REFERENCES customer (id) DEFERRABLE INITIALLY DEFERRED,
  opportunity_id INTEGER REFERENCES opportunity (id) DEFERRABLE INITIALLY DEFERRED,
  contact_id INTEGER REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
  asked_id INTEGER NOT NULL REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED,
  asker_id INTEGER REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED,
  state TEXT NOT NULL,
  due TEXT,
  outcome TEXT
) STRICT;

CREATE INDEX help_request_customer ON help_request (customer_id);
CREATE INDEX help_request_opportunity ON help_request (opportunity_id) WHERE opportunity_id IS NOT NULL;
CREATE INDEX help_request_contact ON help_request (contact_id) WHERE contact_id IS NOT NULL;

CREATE TABLE objective (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER,
  name_key TEXT NOT NULL,
  name TEXT NOT NULL,
  customer_id INTEGER NOT NULL REFERENCES customer (id) DEFERRABLE INITIALLY DEFERRED,
  due TEXT,
  state TEXT NOT NULL,
  owner_id INTEGER REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED,
  note TEXT
) STRICT;

CREATE INDEX objective_customer ON objective (customer_id);
CREATE INDEX objective_owner ON objective (owner_id) WHERE owner_id IS NOT NULL;

CREATE TABLE whitespace (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER,
  customer_id INTEGER NOT NULL REFERENCES customer (id) DEFERRABLE INITIALLY DEFERRED,
  unit TEXT NOT NULL,
  offering TEXT NOT NULL,
  state TEXT NOT NULL,
  spend INTEGER,
  reach INTEGER,
  currency TEXT NOT NULL,
  opportunity_id INTEGER REFERENCES opportunity (id) DEFERRABLE INITIALLY DEFERRED,
  blocked_reason TEXT,
  recheck TEXT
) STRICT;

CREATE INDEX whitespace_customer ON whitespace (customer_id);
CREATE INDEX whitespace_opportunity ON whitespace (opportunity_id) WHERE opportunity_id IS NOT NULL;

-- What the derive function makes of the tags and records of a customer: one row for each known dimension.
CREATE TABLE profile_value (
  customer_id INTEGER NOT NULL,
  dimension_id INTEGER NOT NULL,
  value INTEGER NOT NULL,
  known_on TEXT NOT NULL,
  PRIMARY KEY (customer_id, dimension_id)
) STRICT, WITHOUT ROWID;

-- The open value (measure open) or the value won in three years (won) that so many percent of the customers of a currency that
-- have any do not exceed.
CREATE TABLE value_quantile (
  measure TEXT NOT NULL,
  currency TEXT NOT NULL,
  percent INTEGER NOT NULL,
  value INTEGER NOT NULL,
  PRIMARY KEY (measure, currency, percent)
) STRICT, WITHOUT ROWID;
