-- SPDX-License-Identifier: EUPL-1.2
-- Row-level security on daily life in the house. Whoever works in the shelter reads and writes it of every household of the
-- house; who is cleared for whereabouts on the team reads it. No consent and no broken glass opens any of it.

-- Whoever decides, decides in her own name: the trigger is told which column holds the name.
CREATE FUNCTION shelter_in_own_name() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  named text := to_jsonb(NEW) ->> TG_ARGV[0];
BEGIN
  IF current_user = 'baken_closed_runtime'
    AND named IS DISTINCT FROM to_jsonb(OLD) ->> TG_ARGV[0]
    AND named IS DISTINCT FROM access_user()::text
  THEN
    RAISE EXCEPTION 'nobody signs for somebody else' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;

-- Whether a shift is of the agency whose file it is, and has not ended.
CREATE FUNCTION shelter_hands_over(asked uuid, wanted uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT
    FROM shelter_shift s JOIN access_dossier d ON d.agency_id = s.agency_id
    WHERE d.id = asked
      AND s.id = wanted
      AND s.ended_at IS NULL)
$$;

ALTER TABLE shelter_agreement ENABLE ROW LEVEL SECURITY;
CREATE POLICY agreement_read ON shelter_agreement FOR SELECT USING (
  dossier_id = ANY ((SELECT access_by_team('whereabouts'))::uuid[])
  OR dossier_id = ANY ((SELECT shelter_housed())::uuid[]));
CREATE POLICY agreement_write ON shelter_agreement FOR INSERT WITH CHECK (
  written_by_id = access_user()
  AND dossier_id = ANY ((SELECT shelter_housed())::uuid[])
  AND ended_at IS NULL);
CREATE POLICY agreement_end ON shelter_agreement FOR UPDATE
  USING (ended_at IS NULL AND dossier_id = ANY ((SELECT shelter_housed())::uuid[]))
  WITH CHECK (ended_by_id = access_user());

ALTER TABLE shelter_visit ENABLE ROW LEVEL SECURITY;
CREATE POLICY visit_read ON shelter_visit FOR SELECT USING (
  dossier_id = ANY ((SELECT access_by_team('whereabouts'))::uuid[])
  OR dossier_id = ANY ((SELECT shelter_housed())::uuid[]));
CREATE POLICY visit_write ON shelter_visit FOR INSERT WITH CHECK (
  written_by_id = access_user()
  AND dossier_id = ANY ((SELECT shelter_housed())::uuid[])
  AND decided_at IS NULL);
CREATE POLICY visit_change ON shelter_visit FOR UPDATE
  USING (out_at IS NULL
    AND allowed IS DISTINCT FROM false
    AND dossier_id = ANY ((SELECT shelter_housed())::uuid[]))
  WITH CHECK (true);
CREATE TRIGGER visit_decided BEFORE UPDATE ON shelter_visit FOR EACH ROW EXECUTE FUNCTION shelter_in_own_name('decided_by_id');

ALTER TABLE shelter_incident ENABLE ROW LEVEL SECURITY;
CREATE POLICY incident_read ON shelter_incident FOR SELECT USING (
  dossier_id = ANY ((SELECT access_by_team('whereabouts'))::uuid[])
  OR dossier_id = ANY ((SELECT shelter_housed())::uuid[]));
CREATE POLICY incident_write ON shelter_incident FOR INSERT WITH CHECK (
  written_by_id = access_user()
  AND dossier_id = ANY ((SELECT shelter_housed())::uuid[])
  AND ended_at IS NULL);
CREATE POLICY incident_close ON shelter_incident FOR UPDATE
  USING (ended_at IS NULL AND dossier_id = ANY ((SELECT shelter_housed())::uuid[]))
  WITH CHECK (ended_by_id = access_user());

-- A shift tells of nobody; its lines do, each in the file that it is about.
ALTER TABLE shelter_shift ENABLE ROW LEVEL SECURITY;
CREATE POLICY shift_read ON shelter_shift FOR SELECT USING (agency_id = ANY (ARRAY(SELECT access_agencies('shelter'))));
CREATE POLICY shift_begin ON shelter_shift FOR INSERT WITH CHECK (
  begun_by_id = access_user()
  AND agency_id = ANY (ARRAY(SELECT access_agencies('shelter')))
  AND ended_at IS NULL);
CREATE POLICY shift_end ON shelter_shift FOR UPDATE
  USING (ended_at IS NULL AND agency_id = ANY (ARRAY(SELECT access_agencies('shelter'))))
  WITH CHECK (ended_by_id = access_user());

ALTER TABLE shelter_line ENABLE ROW LEVEL SECURITY;
CREATE POLICY line_read ON shelter_line FOR SELECT USING (
  dossier_id = ANY ((SELECT access_by_team('whereabouts'))::uuid[])
  OR dossier_id = ANY ((SELECT shelter_housed())::uuid[]));
CREATE POLICY line_write ON shelter_line FOR INSERT WITH CHECK (
  written_by_id = access_user()
  AND dossier_id = ANY ((SELECT shelter_housed())::uuid[])
  AND shelter_hands_over(dossier_id, shift_id));

ALTER TABLE shelter_signature ENABLE ROW LEVEL SECURITY;
CREATE POLICY signature_read ON shelter_signature FOR SELECT USING (
  EXISTS (SELECT FROM shelter_shift s WHERE s.id = shift_id));
CREATE POLICY signature_sign ON shelter_signature FOR INSERT WITH CHECK (
  signed_by_id = access_user()
  AND EXISTS (
    SELECT FROM shelter_shift s
    WHERE s.id = shift_id
      AND s.ended_at IS NOT NULL));

-- Whether somebody works in the house that a unit is in.
CREATE FUNCTION shelter_works_in(asked uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT
    FROM shelter_unit u JOIN shelter_location l ON l.id = u.location_id
    WHERE u.id = asked
      AND l.agency_id IN (SELECT access_agencies('shelter')))
$$;

-- A check is about a unit, and tells of nobody.
ALTER TABLE shelter_check ENABLE ROW LEVEL SECURITY;
CREATE POLICY check_read ON shelter_check FOR SELECT USING (shelter_works_in(unit_id));
CREATE POLICY check_write ON shelter_check FOR INSERT WITH CHECK (
  checked_by_id = access_user()
  AND shelter_works_in(unit_id));

ALTER TABLE shelter_loan ENABLE ROW LEVEL SECURITY;
CREATE POLICY loan_read ON shelter_loan FOR SELECT USING (
  dossier_id = ANY ((SELECT access_by_team('whereabouts'))::uuid[])
  OR dossier_id = ANY ((SELECT shelter_housed())::uuid[]));
CREATE POLICY loan_write ON shelter_loan FOR INSERT WITH CHECK (
  written_by_id = access_user()
  AND dossier_id = ANY ((SELECT shelter_housed())::uuid[])
  AND ended_at IS NULL);
CREATE POLICY loan_end ON shelter_loan FOR UPDATE
  USING (ended_at IS NULL AND dossier_id = ANY ((SELECT shelter_housed())::uuid[]))
  WITH CHECK (ended_by_id = access_user());

ALTER TABLE shelter_school ENABLE ROW LEVEL SECURITY;
CREATE POLICY school_read ON shelter_school FOR SELECT USING (
  dossier_id = ANY ((SELECT access_by_team('whereabouts'))::uuid[])
  OR dossier_id = ANY ((SELECT shelter_housed())::uuid[]));
CREATE POLICY school_write ON shelter_school FOR INSERT WITH CHECK (
  written_by_id = access_user()
  AND dossier_id = ANY ((SELECT shelter_housed())::uuid[])
  AND EXISTS (
    SELECT FROM shelter_guest g
    WHERE g.id = guest_id
      AND g.dossier_id = shelter_school.dossier_id)
  AND ended_at IS NULL);
CREATE POLICY school_change ON shelter_school FOR UPDATE
  USING (ended_at IS NULL AND dossier_id = ANY ((SELECT shelter_housed())::uuid[]))
  WITH CHECK (ended_by_id IS NULL OR ended_by_id = access_user());

-- What was written stays as it was; these alone change.
REVOKE UPDATE, DELETE ON shelter_agreement, shelter_visit, shelter_incident, shelter_shift, shelter_line, shelter_signature,
  shelter_check, shelter_loan, shelter_school FROM baken_closed_runtime;
GRANT UPDATE (ended_by_id, ended_at, ending) ON shelter_agreement TO baken_closed_runtime;
GRANT UPDATE (allowed, decided_by_id, decided_at, why, in_at, out_at) ON shelter_visit TO baken_closed_runtime;
GRANT UPDATE (ended_by_id, ended_at, ending) ON shelter_incident TO baken_closed_runtime;
GRANT UPDATE (ended_by_id, ended_at) ON shelter_shift TO baken_closed_runtime;
GRANT UPDATE (ended_by_id, ended_at, ended_on, how) ON shelter_loan TO baken_closed_runtime;
GRANT UPDATE (ended_by_id, ended_at, missed) ON shelter_school TO baken_closed_runtime;
