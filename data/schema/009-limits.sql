-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- How many have stood in a stage for longer than its limit, and what they come to, is asked each time the board is shown. So the
-- totals of an open stage are kept by the day of entry, of which whole days are over the limit but for the last: only that one's
-- records are looked at, in the index below. Nobody asks how long a stage that ended has been entered: its day is 0.
CREATE VIEW stage_total_counted AS
SELECT o.stage_id AS stage_id, o.currency AS currency, iif (s.type = 'open', o.stage_entered_at / 86400, 0) AS day,
  count (*) AS n, ifnull (sum (o.amount), 0) AS amount, ifnull (sum (iif (o.probability IS NULL, o.amount, 0)), 0) AS amount_default,
  ifnull (sum (o.amount * o.probability), 0) AS weighted
FROM opportunity AS o JOIN stage AS s ON s.id = o.stage_id
WHERE o.deleted_at IS NULL GROUP BY 1, 2, 3;

DROP TRIGGER opportunity_total_new_insert;
DROP TRIGGER opportunity_total_new_update;
DROP TRIGGER opportunity_total_insert;
DROP TRIGGER opportunity_total_update;
DROP TABLE stage_total;

CREATE TABLE stage_total (
  stage_id INTEGER NOT NULL,
  currency TEXT NOT NULL,
  day INTEGER NOT NULL,
  n INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  amount_default INTEGER NOT NULL,
  weighted INTEGER NOT NULL,
  PRIMARY KEY (stage_id, currency, day)
) STRICT, WITHOUT ROWID;

INSERT INTO stage_total SELECT * FROM stage_total_counted;

CREATE TRIGGER opportunity_total_new_insert BEFORE INSERT ON opportunity
WHEN new.deleted_at IS NULL AND NOT EXISTS (
  SELECT 1 FROM stage_total WHERE stage_id = new.stage_id AND currency = new.currency
    AND day = (SELECT iif (type = 'open', new.stage_entered_at / 86400, 0) FROM stage WHERE id = new.stage_id))
BEGIN
  INSERT INTO stage_total
  SELECT new.stage_id, new.currency, iif (type = 'open', new.stage_entered_at / 86400, 0), 0, 0, 0, 0
  FROM stage WHERE id = new.stage_id;
END;

CREATE TRIGGER opportunity_total_new_update BEFORE UPDATE OF stage_id, currency, stage_entered_at, deleted_at ON opportunity
WHEN new.deleted_at IS NULL AND NOT EXISTS (
  SELECT 1 FROM stage_total WHERE stage_id = new.stage_id AND currency = new.currency
    AND day = (SELECT iif (type = 'open', new.stage_entered_at / 86400, 0) FROM stage WHERE id = new.stage_id))
BEGIN
  INSERT INTO stage_total
  SELECT new.stage_id, new.currency, iif (type = 'open', new.stage_entered_at / 86400, 0), 0, 0, 0, 0
  FROM stage WHERE id = new.stage_id;
END;

CREATE TRIGGER opportunity_total_insert AFTER INSERT ON opportunity WHEN new.deleted_at IS NULL
BEGIN
  UPDATE stage_total SET
    n = n + 1,
    amount = amount + ifnull (new.amount, 0),
    amount_default = amount_default + iif (new.probability IS NULL, ifnull (new.amount, 0), 0),
    weighted = weighted + ifnull (new.amount * new.probability, 0)
  WHERE stage_id = new.stage_id AND currency = new.currency
    AND day = (SELECT iif (type = 'open', new.stage_entered_at / 86400, 0) FROM stage WHERE id = new.stage_id);
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
AFTER UPDATE OF stage_id, currency, amount, probability, deleted_at, customer_id, stage_entered_at ON opportunity
BEGIN
  UPDATE stage_total SET
    n = n - 1,
    amount = amount - ifnull (old.amount, 0),
    amount_default = amount_default - iif (old.probability IS NULL, ifnull (old.amount, 0), 0),
    weighted = weighted - ifnull (old.amount * old.probability, 0)
  WHERE stage_id = old.stage_id AND currency = old.currency AND old.deleted_at IS NULL
    AND day = (SELECT iif (type = 'open', old.stage_entered_at / 86400, 0) FROM stage WHERE id = old.stage_id);
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
  WHERE stage_id = new.stage_id AND currency = new.currency AND new.deleted_at IS NULL
    AND day = (SELECT iif (type = 'open', new.stage_entered_at / 86400, 0) FROM stage WHERE id = new.stage_id);
  UPDATE customer SET
    opportunity_count = opportunity_count + 1,
    (open_count, open_value, won_value) = (
      SELECT open_count + (type = 'open'),
        open_value + iif (type = 'open' AND new.currency = customer.currency, ifnull (new.amount, 0), 0),
        won_value + iif (type = 'won' AND new.currency = customer.currency, ifnull (new.amount, 0), 0)
      FROM stage WHERE id = new.stage_id)
  WHERE id = new.customer_id AND new.deleted_at IS NULL;
  DELETE FROM stage_total
  WHERE stage_id = old.stage_id AND currency = old.currency AND n = 0
    AND day = (SELECT iif (type = 'open', old.stage_entered_at / 86400, 0) FROM stage WHERE id = old.stage_id);
END;

CREATE TRIGGER stage_total_recount AFTER UPDATE OF type ON stage WHEN old.type IS NOT new.type
BEGIN
  DELETE FROM stage_total WHERE stage_id = new.id;
  INSERT INTO stage_total SELECT * FROM stage_total_counted WHERE stage_id = new.id;
END;

DROP INDEX opportunity_entered;
CREATE INDEX opportunity_entered ON opportunity (stage_id, stage_entered_at, currency, amount) WHERE deleted_at IS NULL;

-- Whose records are wanted is asked most often, by amount or by when they are expected: the first of each owner are found without
-- a look at the others. In the order of the owners themselves they stand by their key, which each index ends with.
DROP INDEX opportunity_owner;
CREATE INDEX opportunity_owner ON opportunity (owner_id) WHERE deleted_at IS NULL;
CREATE INDEX opportunity_owner_amount ON opportunity (owner_id, amount, id) WHERE deleted_at IS NULL;
CREATE INDEX opportunity_owner_expected ON opportunity (owner_id, expected_date, id) WHERE deleted_at IS NULL;
