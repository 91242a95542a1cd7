-- SPDX-License-Identifier: EUPL-1.2
-- Row-level security on the tables of retention: the rules of `rights.py`, told a second time.

-- Dossiers whose erasure the asker may ask for: overseers of the agency, and a case manager on the team.
CREATE FUNCTION retention_askable(asked uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM access_dossier d JOIN access_posts() p ON p.agency = d.agency_id
    WHERE d.id = asked
      AND d.subject_id IS DISTINCT FROM access_user()
      AND (p.role IN ('manager', 'privacy_officer')
           OR (p.role = 'case_manager' AND d.id = ANY (access_by_team('cover')))))
$$;

-- Dossiers that the asker has in a role of the agency that keeps them, her own excepted.
CREATE FUNCTION retention_kept_by(asked uuid, VARIADIC roles text[]) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM access_dossier d
    WHERE d.id = asked
      AND d.subject_id IS DISTINCT FROM access_user()
      AND d.agency_id IN (SELECT access_agencies(VARIADIC roles)))
$$;

ALTER TABLE retention_clock ENABLE ROW LEVEL SECURITY;
CREATE POLICY clock_read ON retention_clock FOR SELECT USING (EXISTS (SELECT FROM access_dossier d WHERE d.id = dossier_id));

-- A hold may be about somebody on the team, so the team does not see it, only that there is one.
ALTER TABLE retention_hold ENABLE ROW LEVEL SECURITY;
CREATE POLICY hold_read ON retention_hold FOR SELECT USING (retention_kept_by(dossier_id, 'manager', 'privacy_officer'));
CREATE POLICY hold_place ON retention_hold FOR INSERT WITH CHECK (
  retention_kept_by(dossier_id, 'privacy_officer')
  AND placed_by_id = access_user()
  AND lifted_at IS NULL
  AND NOT retention_condemned(dossier_id));
CREATE POLICY hold_lift ON retention_hold FOR UPDATE
  USING (retention_kept_by(dossier_id, 'privacy_officer') AND lifted_at IS NULL)
  WITH CHECK (lifted_by_id = access_user());

ALTER TABLE retention_erasure ENABLE ROW LEVEL SECURITY;
CREATE POLICY erasure_read ON retention_erasure FOR SELECT USING (retention_askable(dossier_id));
CREATE POLICY erasure_ask ON retention_erasure FOR INSERT WITH CHECK (
  retention_askable(dossier_id)
  AND made_by_id = access_user()
  AND decided_by_id IS NULL
  AND agency_id = (SELECT d.agency_id FROM access_dossier d WHERE d.id = dossier_id)
  AND NOT retention_held(dossier_id));
CREATE POLICY erasure_decide ON retention_erasure FOR UPDATE
  USING (retention_kept_by(dossier_id, 'manager', 'privacy_officer') AND made_by_id <> access_user() AND decided_at IS NULL)
  WITH CHECK (decided_by_id = access_user() AND NOT (approved AND retention_held(dossier_id)));

ALTER TABLE retention_tombstone ENABLE ROW LEVEL SECURITY;
CREATE POLICY tombstone_read ON retention_tombstone FOR SELECT USING (agency_id = ANY (ARRAY(SELECT access_overseen())));

-- What was asked and by whom stays as it was written; the clock and the tombstones are the database's own.
REVOKE UPDATE, DELETE ON retention_hold, retention_erasure FROM baken_closed_runtime;
GRANT UPDATE (lifted_by_id, lifted_at) ON retention_hold TO baken_closed_runtime;
GRANT UPDATE (decided_by_id, decided_at, approved) ON retention_erasure TO baken_closed_runtime;
REVOKE INSERT, UPDATE, DELETE ON retention_clock, retention_tombstone FROM baken_closed_runtime;
