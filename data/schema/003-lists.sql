-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Indexes that lists are walked along. Sorted by a reference, the table it points at is walked in its order, with those in the
-- recycle bin, whom a living record may still name; deleted_at stands in the index so that the living alone are found in it too.
DROP INDEX customer_name;
CREATE INDEX customer_name ON customer (name_key, id, deleted_at);
DROP INDEX member_name;
CREATE INDEX member_name ON member (name_key, id, deleted_at);
CREATE INDEX stage_position ON stage (position, id);

CREATE INDEX opportunity_next ON opportunity (next_date, id) WHERE deleted_at IS NULL;
CREATE INDEX opportunity_since ON opportunity (stage_entered_at, id) WHERE deleted_at IS NULL;
