-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- When a customer's figures were worked out, so that a check can do it again as of then.
ALTER TABLE customer ADD COLUMN worked_out_at INTEGER;
