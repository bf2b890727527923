-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The first schema. Conventions: money in minor units beside an ISO 4217 code; instants in Unix seconds UTC; dates as
-- ISO text; uid is a UUID version 7 in 16 bytes; deleted_at marks a row that lies in the recycle bin. name_key is the sort
-- key of the name, which the program computes. Columns under "maintained" are kept by the triggers below and by nothing else.

-- What was done: one row for each step, then one for each record it changed. Append only.
CREATE TABLE step (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  hlc INTEGER NOT NULL,
  device BLOB NOT NULL,
  member_id INTEGER,
  at INTEGER NOT NULL,
  action TEXT NOT NULL,
  args TEXT NOT NULL,
  undoes INTEGER REFERENCES step (id) DEFERRABLE INITIALLY DEFERRED,
  first_change INTEGER NOT NULL,
  last_change INTEGER NOT NULL,
  hash BLOB NOT NULL
) STRICT;

CREATE INDEX step_undoes ON step (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX step_at ON step (at);

-- op: 1 insert, 2 update, 3 delete (to the bin), 4 undelete. before and after are JSON objects by column. step_id is no
-- reference: a step is written after its changes, and SQLite would look through all changes for those that wait for it.
CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  step_id INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  record_id INTEGER NOT NULL,
  op INTEGER NOT NULL,
  before TEXT,
  after TEXT
) STRICT;

CREATE INDEX change_record ON change (kind, record_id);

CREATE TRIGGER step_append_only_update BEFORE UPDATE ON step
BEGIN SELECT RAISE (ABORT, 'the change log is append only'); END;
CREATE TRIGGER step_append_only_delete BEFORE DELETE ON step
BEGIN SELECT RAISE (ABORT, 'the change log is append only'); END;
CREATE TRIGGER change_append_only_update BEFORE UPDATE ON change
BEGIN SELECT RAISE (ABORT, 'the change log is append only'); END;
CREATE TRIGGER change_append_only_delete BEFORE DELETE ON change
BEGIN SELECT RAISE (ABORT, 'the change log is append only'); END;

-- What belongs to this copy on this device and is never shared: who "me" is, the device's identity.
CREATE TABLE local (
  key TEXT PRIMARY KEY,
  value TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER,
  name TEXT NOT NULL,
  value TEXT
) STRICT;

CREATE UNIQUE INDEX setting_name ON setting (name) WHERE deleted_at IS NULL;

CREATE TABLE team (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER,
  name_key TEXT NOT NULL,
  name TEXT NOT NULL,
  parent_id INTEGER REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
  manager_id INTEGER REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED,
  region TEXT
) STRICT;

CREATE INDEX team_name ON team (name_key, id) WHERE deleted_at IS NULL;
CREATE INDEX team_parent ON team (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE member (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER,
  name_key TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('admin', 'manager', 'owner', 'collaborator', 'reader')),
  team_id INTEGER REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
  manager_id INTEGER REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED,
  region TEXT,
  email TEXT,
  phone TEXT,
  note TEXT
) STRICT;

CREATE INDEX member_name ON member (name_key, id) WHERE deleted_at IS NULL;
CREATE INDEX member_team ON member (team_id) WHERE team_id IS NOT NULL;

CREATE TABLE customer (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER,
  name_key TEXT NOT NULL,
  company_key TEXT NOT NULL,
  name TEXT NOT NULL,
  short_name TEXT,
  owner_id INTEGER NOT NULL REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED,
  grade TEXT,
  parent_id INTEGER REFERENCES customer (id) DEFERRABLE INITIALLY DEFERRED,
  industry TEXT,
  region TEXT,
  address TEXT,
  phone TEXT,
  website TEXT,
  founded INTEGER,
  employees INTEGER,
  revenue INTEGER,
  currency TEXT NOT NULL,
  source TEXT,
  note TEXT,
  -- maintained
  opportunity_count INTEGER NOT NULL DEFAULT 0,
  open_count INTEGER NOT NULL DEFAULT 0,
  open_value INTEGER NOT NULL DEFAULT 0,
  won_value INTEGER NOT NULL DEFAULT 0,
  contact_count INTEGER NOT NULL DEFAULT 0,
  last_follow_up_at INTEGER
) STRICT;

CREATE INDEX customer_name ON customer (name_key, id) WHERE deleted_at IS NULL;
CREATE INDEX customer_company ON customer (company_key);
CREATE INDEX customer_owner ON customer (owner_id, name_key, id) WHERE deleted_at IS NULL;
CREATE INDEX customer_parent ON customer (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX customer_open_value ON customer (open_value, id) WHERE deleted_at IS NULL;
CREATE INDEX customer_last_follow_up ON customer (last_follow_up_at, id) WHERE deleted_at IS NULL;

CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER,
  name_key TEXT NOT NULL,
  name TEXT NOT NULL,
  customer_id INTEGER NOT NULL REFERENCES customer (id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT,
  department TEXT,
  mobile TEXT,
  phone TEXT,
  email TEXT,
  wechat TEXT,
  note TEXT,
  -- maintained
  last_follow_up_at INTEGER
) STRICT;

CREATE INDEX contact_name ON contact (name_key, id) WHERE deleted_at IS NULL;
CREATE INDEX contact_customer ON contact (customer_id);

CREATE TABLE pipeline (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER,
  name_key TEXT NOT NULL,
  name TEXT NOT NULL,
  code TEXT,
  definition TEXT,
  position INTEGER
) STRICT;

CREATE TABLE stage (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER,
  name_key TEXT NOT NULL,
  name TEXT NOT NULL,
  pipeline_id INTEGER NOT NULL REFERENCES pipeline (id) DEFERRABLE INITIALLY DEFERRED,
  code TEXT,
  type TEXT NOT NULL CHECK (type IN ('open', 'won', 'lost')),
  definition TEXT,
  done_phrase TEXT,
  probability INTEGER,
  limit_days INTEGER,
  accountable_role TEXT,
  position INTEGER,
  synonyms TEXT
) STRICT;

CREATE INDEX stage_pipeline ON stage (pipeline_id);

CREATE TABLE opportunity (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER,
  name_key TEXT NOT NULL,
  name TEXT NOT NULL,
  number TEXT,
  customer_id INTEGER NOT NULL REFERENCES customer (id) DEFERRABLE INITIALLY DEFERRED,
  owner_id INTEGER NOT NULL REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED,
  pipeline_id INTEGER NOT NULL REFERENCES pipeline (id) DEFERRABLE INITIALLY DEFERRED,
  stage_id INTEGER NOT NULL REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED,
  amount INTEGER,
  currency TEXT NOT NULL,
  probability INTEGER CHECK (probability BETWEEN 0 AND 100),
  expected_date TEXT,
  started_date TEXT,
  closed_date TEXT,
  product TEXT,
  contact_id INTEGER REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
  next_step TEXT,
  next_date TEXT,
  competitor TEXT,
  lost_reason TEXT,
  source TEXT,
  note TEXT,
  stage_entered_at INTEGER NOT NULL,
  position INTEGER NOT NULL,
  -- maintained
  follow_up_count INTEGER NOT NULL DEFAULT 0,
  last_follow_up_at INTEGER
) STRICT;

CREATE INDEX opportunity_board ON opportunity (stage_id, position, id) WHERE deleted_at IS NULL;
CREATE INDEX opportunity_entered ON opportunity (stage_id, stage_entered_at) WHERE deleted_at IS NULL;
CREATE INDEX opportunity_customer ON opportunity (customer_id);
CREATE INDEX opportunity_owner ON opportunity (owner_id, stage_id) WHERE deleted_at IS NULL;
CREATE INDEX opportunity_name ON opportunity (name_key, id) WHERE deleted_at IS NULL;
CREATE INDEX opportunity_amount ON opportunity (amount, id) WHERE deleted_at IS NULL;
CREATE INDEX opportunity_expected ON opportunity (expected_date, id) WHERE deleted_at IS NULL;
CREATE INDEX opportunity_number ON opportunity (number) WHERE number IS NOT NULL;
CREATE INDEX opportunity_contact ON opportunity (contact_id) WHERE contact_id IS NOT NULL;

CREATE TABLE follow_up (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER,
  text TEXT NOT NULL,
  type TEXT NOT NULL,
  happened_at INTEGER NOT NULL,
  customer_id INTEGER NOT NULL REFERENCES customer (id) DEFERRABLE INITIALLY DEFERRED,
  opportunity_id INTEGER REFERENCES opportunity (id) DEFERRABLE INITIALLY DEFERRED,
  contact_id INTEGER REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
  author_id INTEGER NOT NULL REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED,
  next_step TEXT,
  next_date TEXT
) STRICT;

CREATE INDEX follow_up_happened ON follow_up (happened_at, id) WHERE deleted_at IS NULL;
CREATE INDEX follow_up_customer ON follow_up (customer_id, deleted_at, happened_at);
CREATE INDEX follow_up_opportunity ON follow_up (opportunity_id, deleted_at, happened_at) WHERE opportunity_id IS NOT NULL;
CREATE INDEX follow_up_contact ON follow_up (contact_id, deleted_at, happened_at) WHERE contact_id IS NOT NULL;

CREATE TABLE stage_move (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER,
  opportunity_id INTEGER NOT NULL REFERENCES opportunity (id) DEFERRABLE INITIALLY DEFERRED,
  from_stage_id INTEGER REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED,
  to_stage_id INTEGER NOT NULL REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED,
  moved_at INTEGER NOT NULL,
  member_id INTEGER REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT
) STRICT;

CREATE INDEX stage_move_opportunity ON stage_move (opportunity_id, moved_at);

CREATE TABLE saved_view (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER,
  name_key TEXT NOT NULL,
  name TEXT NOT NULL,
  page TEXT NOT NULL,
  query TEXT NOT NULL,
  member_id INTEGER REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- Full text. rowid is kind * 2^48 + id, so that each kind has a range of its own. Text stands in the form of the index:
-- folded, CJK characters apart.
CREATE VIRTUAL TABLE search_name USING fts5 (name, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2');
CREATE VIRTUAL TABLE search_text USING fts5 (body, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');

-- How much waits in memory before a segment is written: few big segments cost a mass of new records a fraction of the merging
-- that many small ones do.
INSERT INTO search_name (search_name, rank) VALUES ('hashsize', 16777216);
INSERT INTO search_text (search_text, rank) VALUES ('hashsize', 16777216);

-- The totals of the board. amount_default sums the amounts that take the stage's default probability; weighted sums
-- amount times percent of those with a probability of their own.
CREATE TABLE stage_total (
  stage_id INTEGER NOT NULL,
  currency TEXT NOT NULL,
  n INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  amount_default INTEGER NOT NULL,
  weighted INTEGER NOT NULL,
  PRIMARY KEY (stage_id, currency)
) STRICT, WITHOUT ROWID;

-- The triggers that follow run for each row of an import. They are written without upserts and UPDATE FROM, and references are
-- checked when the step is committed, because SQLite then needs no journal for each single statement: half of the time.

CREATE TRIGGER opportunity_total_new_insert BEFORE INSERT ON opportunity
WHEN NOT EXISTS (SELECT 1 FROM stage_total WHERE stage_id = new.stage_id AND currency = new.currency)
BEGIN
  INSERT INTO stage_total VALUES (new.stage_id, new.currency, 0, 0, 0, 0);
END;

CREATE TRIGGER opportunity_total_new_update BEFORE UPDATE OF stage_id, currency ON opportunity
WHEN NOT EXISTS (SELECT 1 FROM stage_total WHERE stage_id = new.stage_id AND currency = new.currency)
BEGIN
  INSERT INTO stage_total VALUES (new.stage_id, new.currency, 0, 0, 0, 0);
END;

CREATE TRIGGER opportunity_total_insert AFTER INSERT ON opportunity WHEN new.deleted_at IS NULL
BEGIN
  UPDATE stage_total SET
    n = n + 1,
    amount = amount + ifnull (new.amount, 0),
    amount_default = amount_default + iif (new.probability IS NULL, ifnull (new.amount, 0), 0),
    weighted = weighted + ifnull (new.amount * new.probability, 0)
  WHERE stage_id = new.stage_id AND currency = new.currency;
  UPDATE customer SET
    opportunity_count = opportunity_count + 1,
    (open_count, open_value, won_value) = (
      SELECT open_count + (type = 'open'),
        open_value + iif (type = 'open' AND new.currency = customer.currency, ifnull (new.amount, 0), 0),
        won_value + iif (type = 'won' AND new.currency = customer.currency, ifnull (new.amount, 0), 0)
      FROM stage WHERE id = new.stage_id)
  WHERE id = new.customer_id;
END;

CREATE TRIGGER opportunity_total_update
AFTER UPDATE OF stage_id, currency, amount, probability, deleted_at, customer_id ON opportunity
BEGIN
  UPDATE stage_total SET
    n = n - 1,
    amount = amount - ifnull (old.amount, 0),
    amount_default = amount_default - iif (old.probability IS NULL, ifnull (old.amount, 0), 0),
    weighted = weighted - ifnull (old.amount * old.probability, 0)
  WHERE stage_id = old.stage_id AND currency = old.currency AND old.deleted_at IS NULL;
  UPDATE customer SET
    opportunity_count = opportunity_count - 1,
    (open_count, open_value, won_value) = (
      SELECT open_count - (type = 'open'),
        open_value - iif (type = 'open' AND old.currency = customer.currency, ifnull (old.amount, 0), 0),
        won_value - iif (type = 'won' AND old.currency = customer.currency, ifnull (old.amount, 0), 0)
      FROM stage WHERE id = old.stage_id)
  WHERE id = old.customer_id AND old.deleted_at IS NULL;
  UPDATE stage_total SET
    n = n + 1,
    amount = amount + ifnull (new.amount, 0),
    amount_default = amount_default + iif (new.probability IS NULL, ifnull (new.amount, 0), 0),
    weighted = weighted + ifnull (new.amount * new.probability, 0)
  WHERE stage_id = new.stage_id AND currency = new.currency AND new.deleted_at IS NULL;
  UPDATE customer SET
    opportunity_count = opportunity_count + 1,
    (open_count, open_value, won_value) = (
      SELECT open_count + (type = 'open'),
        open_value + iif (type = 'open' AND new.currency = customer.currency, ifnull (new.amount, 0), 0),
        won_value + iif (type = 'won' AND new.currency = customer.currency, ifnull (new.amount, 0), 0)
      FROM stage WHERE id = new.stage_id)
  WHERE id = new.customer_id AND new.deleted_at IS NULL;
END;

-- A customer's own currency or a stage's type changes rarely: then its figures are counted anew.
CREATE TRIGGER customer_recount AFTER UPDATE OF currency ON customer WHEN old.currency IS NOT new.currency
BEGIN
  UPDATE customer SET (open_value, won_value) = (
    SELECT ifnull (sum (iif (s.type = 'open', o.amount, 0)), 0), ifnull (sum (iif (s.type = 'won', o.amount, 0)), 0)
    FROM opportunity AS o JOIN stage AS s ON s.id = o.stage_id
    WHERE o.customer_id = new.id AND o.deleted_at IS NULL AND o.currency = new.currency)
  WHERE id = new.id;
END;

CREATE TRIGGER stage_recount AFTER UPDATE OF type ON stage WHEN old.type IS NOT new.type
BEGIN
  UPDATE customer SET (open_count, open_value, won_value) = (
    SELECT ifnull (sum (s.type = 'open'), 0),
      ifnull (sum (iif (s.type = 'open' AND o.currency = customer.currency, o.amount, 0)), 0),
      ifnull (sum (iif (s.type = 'won' AND o.currency = customer.currency, o.amount, 0)), 0)
    FROM opportunity AS o JOIN stage AS s ON s.id = o.stage_id
    WHERE o.customer_id = customer.id AND o.deleted_at IS NULL)
  WHERE id IN (SELECT customer_id FROM opportunity WHERE stage_id = new.id);
END;

CREATE TRIGGER contact_count_insert AFTER INSERT ON contact WHEN new.deleted_at IS NULL
BEGIN
  UPDATE customer SET contact_count = contact_count + 1 WHERE id = new.customer_id;
END;

CREATE TRIGGER contact_count_update AFTER UPDATE OF customer_id, deleted_at ON contact
BEGIN
  UPDATE customer SET contact_count = contact_count - 1 WHERE id = old.customer_id AND old.deleted_at IS NULL;
  UPDATE customer SET contact_count = contact_count + 1 WHERE id = new.customer_id AND new.deleted_at IS NULL;
END;

CREATE TRIGGER follow_up_insert AFTER INSERT ON follow_up WHEN new.deleted_at IS NULL
BEGIN
  UPDATE customer SET last_follow_up_at = new.happened_at
  WHERE id = new.customer_id AND ifnull (last_follow_up_at < new.happened_at, 1);
  UPDATE contact SET last_follow_up_at = new.happened_at
  WHERE id = new.contact_id AND ifnull (last_follow_up_at < new.happened_at, 1);
  UPDATE opportunity SET
    follow_up_count = follow_up_count + 1,
    last_follow_up_at = max (ifnull (last_follow_up_at, new.happened_at), new.happened_at)
  WHERE id = new.opportunity_id;
END;

CREATE TRIGGER follow_up_update
AFTER UPDATE OF customer_id, contact_id, opportunity_id, happened_at, deleted_at ON follow_up
BEGIN
  UPDATE customer SET last_follow_up_at = (
    SELECT max (happened_at) FROM follow_up WHERE customer_id = customer.id AND deleted_at IS NULL)
  WHERE id IN (old.customer_id, new.customer_id);
  UPDATE contact SET last_follow_up_at = (
    SELECT max (happened_at) FROM follow_up WHERE contact_id = contact.id AND deleted_at IS NULL)
  WHERE id IN (old.contact_id, new.contact_id);
  UPDATE opportunity SET follow_up_count = follow_up_count - 1
  WHERE id = old.opportunity_id AND old.deleted_at IS NULL;
  UPDATE opportunity SET follow_up_count = follow_up_count + 1
  WHERE id = new.opportunity_id AND new.deleted_at IS NULL;
  UPDATE opportunity SET last_follow_up_at = (
    SELECT max (happened_at) FROM follow_up WHERE opportunity_id = opportunity.id AND deleted_at IS NULL)
  WHERE id IN (old.opportunity_id, new.opportunity_id);
END;
