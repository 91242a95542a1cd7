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

-- What was written stays as it was; these alone change.
REVOKE UPDATE, DELETE ON shelter_agreement, shelter_visit FROM baken_closed_runtime;
GRANT UPDATE (ended_by_id, ended_at, ending) ON shelter_agreement TO baken_closed_runtime;
GRANT UPDATE (allowed, decided_by_id, decided_at, why, in_at, out_at) ON shelter_visit TO baken_closed_runtime;
