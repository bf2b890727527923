-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What a step reads of a customer's follow-ups to work out how warm its people are stands in the index, so that no follow-up
-- itself is read.
DROP INDEX follow_up_customer;
CREATE INDEX follow_up_customer ON follow_up (customer_id, deleted_at, happened_at, contact_id, type, author_id);
