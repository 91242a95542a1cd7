-- SPDX-License-Identifier: EUPL-1.2
-- Row-level security on what happened before the law: the legal part. Reading: any ground. Writing: a place on the team.

ALTER TABLE legal_happened ENABLE ROW LEVEL SECURITY;
CREATE POLICY happened_read ON legal_happened FOR SELECT USING (dossier_id = ANY ((SELECT access_readable('legal'))::uuid[]));
CREATE POLICY happened_write ON legal_happened FOR INSERT WITH CHECK (
  recorded_by_id = access_user()
  AND dossier_id = ANY ((SELECT access_by_team('legal'))::uuid[])
  AND struck_at IS NULL);
CREATE POLICY happened_strike ON legal_happened FOR UPDATE
  USING (dossier_id = ANY ((SELECT access_by_team('legal'))::uuid[]) AND struck_at IS NULL)
  WITH CHECK (struck_by_id = access_user());

ALTER TABLE legal_conditions ENABLE ROW LEVEL SECURITY;
CREATE POLICY conditions_read ON legal_conditions FOR SELECT USING (dossier_id = ANY ((SELECT access_readable('legal'))::uuid[]));
CREATE POLICY conditions_write ON legal_conditions FOR INSERT WITH CHECK (dossier_id = ANY ((SELECT access_by_team('legal'))::uuid[]));
CREATE POLICY conditions_change ON legal_conditions FOR UPDATE USING (dossier_id = ANY ((SELECT access_by_team('legal'))::uuid[]));

-- The day alone, without what must happen: the whole team sees that a term passed, and so does who manages the agency.
ALTER TABLE legal_watch ENABLE ROW LEVEL SECURITY;
CREATE POLICY watch_read ON legal_watch FOR SELECT USING (
  dossier_id IN (SELECT unnest(access_by_team('cover')))
  OR dossier_id IN (SELECT unnest(access_readable('legal')))
  OR EXISTS (SELECT FROM access_dossier d WHERE d.id = dossier_id
    AND d.agency_id = ANY (ARRAY(SELECT access_agencies('manager')))));
CREATE POLICY watch_begin ON legal_watch FOR INSERT WITH CHECK (dossier_id = ANY ((SELECT access_by_team('legal'))::uuid[]));
CREATE POLICY watch_change ON legal_watch FOR UPDATE USING (dossier_id = ANY ((SELECT access_by_team('legal'))::uuid[]));
REVOKE UPDATE, DELETE ON legal_watch FROM baken_closed_runtime;
GRANT UPDATE (until) ON legal_watch TO baken_closed_runtime;

-- What was recorded stays as it was written; striking it out is all that changes.
REVOKE UPDATE, DELETE ON legal_happened FROM baken_closed_runtime;
REVOKE DELETE ON legal_conditions FROM baken_closed_runtime;
GRANT UPDATE (struck_by_id, struck_at) ON legal_happened TO baken_closed_runtime;
