-- SPDX-License-Identifier: EUPL-1.2
-- Row-level security on what a dossier holds. Reading: any ground for the part. Writing: a place on the team.
-- Arrays, not subqueries: an array is asked once a query and can drive an index.

ALTER TABLE casework_identity ENABLE ROW LEVEL SECURITY;
CREATE POLICY identity_read ON casework_identity FOR SELECT USING (dossier_id = ANY ((SELECT access_readable('identity'))::uuid[]));
CREATE POLICY identity_write ON casework_identity FOR INSERT WITH CHECK (dossier_id = ANY ((SELECT access_by_team('identity'))::uuid[]));
CREATE POLICY identity_change ON casework_identity FOR UPDATE USING (dossier_id = ANY ((SELECT access_by_team('identity'))::uuid[]));

ALTER TABLE casework_identity ADD CONSTRAINT born_or_about CHECK (born IS NULL OR age_range IS NULL);

-- Who decides with her and who is hers: as identity. Written once and struck out; what is changed is written anew.
ALTER TABLE casework_guardian ENABLE ROW LEVEL SECURITY;
CREATE POLICY guardian_read ON casework_guardian FOR SELECT USING (dossier_id = ANY ((SELECT access_readable('identity'))::uuid[]));
CREATE POLICY guardian_write ON casework_guardian FOR INSERT WITH CHECK (
  recorded_by_id = access_user()
  AND dossier_id = ANY ((SELECT access_by_team('identity'))::uuid[])
  AND struck_at IS NULL);
CREATE POLICY guardian_strike ON casework_guardian FOR UPDATE
  USING (dossier_id = ANY ((SELECT access_by_team('identity'))::uuid[]) AND struck_at IS NULL)
  WITH CHECK (struck_by_id = access_user());

ALTER TABLE casework_relative ENABLE ROW LEVEL SECURITY;
CREATE POLICY relative_read ON casework_relative FOR SELECT USING (dossier_id = ANY ((SELECT access_readable('identity'))::uuid[]));
CREATE POLICY relative_write ON casework_relative FOR INSERT WITH CHECK (
  recorded_by_id = access_user()
  AND dossier_id = ANY ((SELECT access_by_team('identity'))::uuid[])
  AND struck_at IS NULL);
CREATE POLICY relative_strike ON casework_relative FOR UPDATE
  USING (dossier_id = ANY ((SELECT access_by_team('identity'))::uuid[]) AND struck_at IS NULL)
  WITH CHECK (struck_by_id = access_user());

-- What was said of her being a victim: as notes.
ALTER TABLE casework_assertion ENABLE ROW LEVEL SECURITY;
CREATE POLICY assertion_read ON casework_assertion FOR SELECT USING (dossier_id = ANY ((SELECT access_readable('notes'))::uuid[]));
CREATE POLICY assertion_write ON casework_assertion FOR INSERT WITH CHECK (
  recorded_by_id = access_user()
  AND dossier_id = ANY ((SELECT access_by_team('notes'))::uuid[])
  AND struck_at IS NULL);
CREATE POLICY assertion_strike ON casework_assertion FOR UPDATE
  USING (dossier_id = ANY ((SELECT access_by_team('notes'))::uuid[]) AND struck_at IS NULL)
  WITH CHECK (struck_by_id = access_user());

-- From which record of another system it was opened: as notes, written once.
ALTER TABLE casework_arrival ENABLE ROW LEVEL SECURITY;
CREATE POLICY arrival_read ON casework_arrival FOR SELECT USING (dossier_id = ANY ((SELECT access_readable('notes'))::uuid[]));
CREATE POLICY arrival_write ON casework_arrival FOR INSERT WITH CHECK (
  brought_by_id = access_user()
  AND dossier_id = ANY ((SELECT access_by_team('notes'))::uuid[]));

-- Which of these records are files already where the asker opens them, whoever's files those are: that they are, no more.
CREATE FUNCTION casework_arrived(wanted bytea[]) RETURNS SETOF bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.reference FROM casework_arrival a JOIN access_dossier d ON d.id = a.dossier_id
  WHERE a.reference = ANY (wanted)
    AND d.agency_id IN (SELECT access_agencies('intake', 'case_manager'))
    AND d.subject_id IS DISTINCT FROM access_user()
$$;

ALTER TABLE casework_contact ENABLE ROW LEVEL SECURITY;
CREATE POLICY contact_read ON casework_contact FOR SELECT USING (dossier_id = ANY ((SELECT access_readable('contact'))::uuid[]));
CREATE POLICY contact_write ON casework_contact FOR INSERT WITH CHECK (dossier_id = ANY ((SELECT access_by_team('contact'))::uuid[]));
CREATE POLICY contact_change ON casework_contact FOR UPDATE USING (dossier_id = ANY ((SELECT access_by_team('contact'))::uuid[]));

ALTER TABLE casework_note ENABLE ROW LEVEL SECURITY;
CREATE POLICY note_read ON casework_note FOR SELECT USING (
  (part = 'notes' AND dossier_id = ANY ((SELECT access_readable('notes'))::uuid[]))
  OR (part = 'legal' AND dossier_id = ANY ((SELECT access_readable('legal'))::uuid[]))
  OR (part = 'health' AND dossier_id = ANY ((SELECT access_readable('health'))::uuid[])));
CREATE POLICY note_write ON casework_note FOR INSERT WITH CHECK (
  written_by_id = access_user() AND (
    (part = 'notes' AND dossier_id = ANY ((SELECT access_by_team('notes'))::uuid[]))
    OR (part = 'legal' AND dossier_id = ANY ((SELECT access_by_team('legal'))::uuid[]))
    OR (part = 'health' AND dossier_id = ANY ((SELECT access_by_team('health'))::uuid[]))));

-- Where somebody hides: the team alone, by no consent and no broken glass; and each holder her own envelope.
ALTER TABLE casework_hiding ENABLE ROW LEVEL SECURITY;
CREATE POLICY hiding_read ON casework_hiding FOR SELECT USING (dossier_id = ANY ((SELECT access_by_team('whereabouts'))::uuid[]));
CREATE POLICY hiding_write ON casework_hiding FOR INSERT WITH CHECK (
  written_by_id = access_user() AND dossier_id = ANY ((SELECT access_by_team('whereabouts'))::uuid[]));

ALTER TABLE casework_envelope ENABLE ROW LEVEL SECURITY;
CREATE POLICY envelope_read ON casework_envelope FOR SELECT USING (
  holder_id = access_user() AND EXISTS (SELECT FROM casework_hiding h WHERE h.id = hiding_id));
CREATE POLICY envelope_write ON casework_envelope FOR INSERT WITH CHECK (
  EXISTS (SELECT FROM casework_hiding h WHERE h.id = hiding_id AND h.written_by_id = access_user()));

REVOKE DELETE ON casework_identity, casework_contact, casework_note, casework_hiding, casework_envelope FROM baken_closed_runtime;
REVOKE UPDATE ON casework_note, casework_hiding, casework_envelope FROM baken_closed_runtime;

REVOKE UPDATE, DELETE ON casework_arrival FROM baken_closed_runtime;

-- What was recorded stays as it was written; striking it out is all that changes.
REVOKE UPDATE, DELETE ON casework_guardian, casework_relative, casework_assertion FROM baken_closed_runtime;
GRANT UPDATE (struck_by_id, struck_at) ON casework_guardian, casework_relative, casework_assertion TO baken_closed_runtime;
