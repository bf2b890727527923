-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Whether anybody is known at the customer, and whether it is known who decides on an opportunity. What is judged for the
-- opportunity comes before what is judged for all of the customer's, and the newest before the older.
ALTER TABLE opportunity ADD COLUMN chain TEXT NOT NULL DEFAULT 'empty';

CREATE VIEW opportunity_chain AS
SELECT o.id AS id, o.customer_id AS customer_id, CASE
  WHEN NOT EXISTS (SELECT 1 FROM contact AS c WHERE c.customer_id = o.customer_id AND c.deleted_at IS NULL AND c.known IS NOT 'no')
  THEN 'empty'
  WHEN EXISTS (SELECT 1 FROM contact AS c WHERE c.customer_id = o.customer_id AND c.deleted_at IS NULL AND c.known IS NOT 'no'
    AND 'decision-maker' = (
      SELECT a.role FROM assessment AS a
      WHERE a.contact_id = c.id AND a.customer_id = o.customer_id AND a.deleted_at IS NULL AND a.role IS NOT NULL
        AND (a.opportunity_id IS NULL OR a.opportunity_id = o.id)
      ORDER BY a.opportunity_id IS NULL, a.id DESC LIMIT 1))
  THEN 'decision-maker'
  ELSE 'no-decision-maker' END AS chain
FROM opportunity AS o;

-- Nobody has judged a new contact yet.
CREATE TRIGGER contact_chain_insert AFTER INSERT ON contact WHEN new.deleted_at IS NULL AND new.known IS NOT 'no'
BEGIN
  UPDATE opportunity SET chain = 'no-decision-maker' WHERE customer_id = new.customer_id AND chain = 'empty';
END;

CREATE TRIGGER contact_chain_update AFTER UPDATE OF customer_id, known, deleted_at ON contact
BEGIN
  UPDATE opportunity SET chain = (SELECT v.chain FROM opportunity_chain AS v WHERE v.id = opportunity.id)
  WHERE customer_id IN (old.customer_id, new.customer_id);
END;

CREATE TRIGGER assessment_chain_insert AFTER INSERT ON assessment WHEN new.role IS NOT NULL
BEGIN
  UPDATE opportunity SET chain = (SELECT v.chain FROM opportunity_chain AS v WHERE v.id = opportunity.id)
  WHERE customer_id = new.customer_id;
END;

CREATE TRIGGER assessment_chain_update AFTER UPDATE OF contact_id, customer_id, opportunity_id, role, deleted_at ON assessment
BEGIN
  UPDATE opportunity SET chain = (SELECT v.chain FROM opportunity_chain AS v WHERE v.id = opportunity.id)
  WHERE customer_id IN (old.customer_id, new.customer_id);
END;

CREATE TRIGGER opportunity_chain_insert AFTER INSERT ON opportunity
WHEN EXISTS (SELECT 1 FROM contact WHERE customer_id = new.customer_id)
BEGIN
  UPDATE opportunity SET chain = (SELECT v.chain FROM opportunity_chain AS v WHERE v.id = new.id) WHERE id = new.id;
END;

CREATE TRIGGER opportunity_chain_update AFTER UPDATE OF customer_id ON opportunity WHEN old.customer_id IS NOT new.customer_id
BEGIN
  UPDATE opportunity SET chain = (SELECT v.chain FROM opportunity_chain AS v WHERE v.id = new.id) WHERE id = new.id;
END;

UPDATE opportunity SET chain = (SELECT v.chain FROM opportunity_chain AS v WHERE v.id = opportunity.id);
