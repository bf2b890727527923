-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The owner stands in the indexes that lists are walked along: whose records are wanted is asked most often, and is then seen on
-- the walk without a look at each record met. A free text that lists are sorted by is walked value by value.
DROP INDEX opportunity_name;
CREATE INDEX opportunity_name ON opportunity (name_key, id, owner_id) WHERE deleted_at IS NULL;
DROP INDEX opportunity_amount;
CREATE INDEX opportunity_amount ON opportunity (amount, id, owner_id) WHERE deleted_at IS NULL;
DROP INDEX opportunity_expected;
CREATE INDEX opportunity_expected ON opportunity (expected_date, id, owner_id) WHERE deleted_at IS NULL;
DROP INDEX opportunity_next;
CREATE INDEX opportunity_next ON opportunity (next_date, id, owner_id) WHERE deleted_at IS NULL;
DROP INDEX opportunity_since;
CREATE INDEX opportunity_since ON opportunity (stage_entered_at, id, owner_id) WHERE deleted_at IS NULL;
CREATE INDEX opportunity_product ON opportunity (product, id, owner_id) WHERE deleted_at IS NULL;

DROP INDEX customer_open_value;
CREATE INDEX customer_open_value ON customer (open_value, id, owner_id) WHERE deleted_at IS NULL;
DROP INDEX customer_last_follow_up;
CREATE INDEX customer_last_follow_up ON customer (last_follow_up_at, id, owner_id) WHERE deleted_at IS NULL;
DROP INDEX customer_priority;
CREATE INDEX customer_priority ON customer (priority, id, owner_id) WHERE deleted_at IS NULL;
DROP INDEX customer_score;
CREATE INDEX customer_score ON customer (score, id, owner_id) WHERE deleted_at IS NULL;
