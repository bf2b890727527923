-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What a step reads of a customer's follow-ups to work out how warm its people are stands in the index, so that no follow-up
-- itself is read.
DROP INDEX follow_up_customer;
CREATE INDEX follow_up_customer ON follow_up (customer_id, deleted_at, happened_at, contact_id, type, author_id);

-- Who decides on an opportunity that nothing is said for yet. Whoever inserts one may say it right away: then the row is written
-- once. To whoever does not, the trigger does.
CREATE VIEW customer_chain AS
SELECT o.id AS id, CASE
  WHEN NOT EXISTS (SELECT 1 FROM contact AS c WHERE c.customer_id = o.id AND c.deleted_at IS NULL AND c.known IS NOT 'no')
  THEN 'empty'
  WHEN EXISTS (SELECT 1 FROM contact AS c WHERE c.customer_id = o.id AND c.deleted_at IS NULL AND c.known IS NOT 'no'
    AND 'decision-maker' = (
      SELECT a.role FROM assessment AS a
      WHERE a.contact_id = c.id AND a.customer_id = o.id AND a.deleted_at IS NULL AND a.role IS NOT NULL AND a.opportunity_id IS NULL
      ORDER BY a.id DESC LIMIT 1))
  THEN 'decision-maker'
  ELSE 'no-decision-maker' END AS chain
FROM customer AS o;

DROP TRIGGER opportunity_chain_insert;
CREATE TRIGGER opportunity_chain_insert AFTER INSERT ON opportunity
WHEN new.chain = 'empty' AND EXISTS (SELECT 1 FROM contact WHERE customer_id = new.customer_id)
BEGIN
  UPDATE opportunity SET chain = (SELECT v.chain FROM opportunity_chain AS v WHERE v.id = new.id) WHERE id = new.id;
END;
