-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- When the people at a customer have their birthday: 1980-03-05, or --03-05 where nobody knows the year.
ALTER TABLE contact ADD COLUMN birthday TEXT;
