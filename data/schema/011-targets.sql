-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What is to be won in a period, by a member, a team or the whole company, and what was expected of a member's period while it
-- was still to come.
CREATE TABLE target (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER,
  member_id INTEGER REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED,
  team_id INTEGER REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
  period TEXT NOT NULL,
  start TEXT NOT NULL,
  metric TEXT NOT NULL,
  amount INTEGER NOT NULL,
  currency TEXT NOT NULL
) STRICT;

CREATE INDEX target_member ON target (member_id) WHERE member_id IS NOT NULL;
CREATE INDEX target_team ON target (team_id) WHERE team_id IS NOT NULL;
CREATE INDEX target_period ON target (period, start, metric);

CREATE TABLE forecast (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER,
  member_id INTEGER NOT NULL REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED,
  period TEXT NOT NULL,
  start TEXT NOT NULL,
  expected INTEGER NOT NULL,
  called INTEGER,
  currency TEXT NOT NULL,
  kept_on TEXT NOT NULL
) STRICT;

CREATE INDEX forecast_member ON forecast (member_id);
CREATE INDEX forecast_period ON forecast (period, start);
