-- SPDX-License-Identifier: EUPL-1.2
-- Row-level security on what goes to CoMensha: as notes. Writing: on the team, in a role that talks with the person,
-- as for any consent. Who oversees the agency decides about an override, and sees no more than that.

-- Dossiers over which the asker keeps order, her own excepted.
CREATE FUNCTION registration_overseen(asked uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM access_dossier d
    WHERE d.id = asked
      AND d.subject_id IS DISTINCT FROM access_user()
      AND d.agency_id IN (SELECT access_overseen()))
$$;

ALTER TABLE registration_word ENABLE ROW LEVEL SECURITY;
CREATE POLICY word_read ON registration_word FOR SELECT USING (dossier_id = ANY ((SELECT access_readable('notes'))::uuid[]));
CREATE POLICY word_write ON registration_word FOR INSERT WITH CHECK (
  recorded_by_id = access_user()
  AND access_consentable(dossier_id)
  AND struck_at IS NULL);
CREATE POLICY word_strike ON registration_word FOR UPDATE
  USING (access_consentable(dossier_id) AND struck_at IS NULL)
  WITH CHECK (struck_by_id = access_user());

ALTER TABLE registration_override ENABLE ROW LEVEL SECURITY;
CREATE POLICY override_read ON registration_override FOR SELECT USING (
  dossier_id = ANY ((SELECT access_readable('notes'))::uuid[]) OR registration_overseen(dossier_id));
CREATE POLICY override_ask ON registration_override FOR INSERT WITH CHECK (
  access_consentable(dossier_id)
  AND made_by_id = access_user()
  AND decided_by_id IS NULL
  AND agency_id = (SELECT d.agency_id FROM access_dossier d WHERE d.id = dossier_id));
CREATE POLICY override_decide ON registration_override FOR UPDATE
  USING (registration_overseen(dossier_id) AND made_by_id <> access_user() AND decided_at IS NULL)
  WITH CHECK (decided_by_id = access_user());

ALTER TABLE registration_draft ENABLE ROW LEVEL SECURITY;
CREATE POLICY draft_read ON registration_draft FOR SELECT USING (dossier_id = ANY ((SELECT access_readable('notes'))::uuid[]));
CREATE POLICY draft_write ON registration_draft FOR INSERT WITH CHECK (
  access_consentable(dossier_id) AND changed_by_id = access_user());
CREATE POLICY draft_change ON registration_draft FOR UPDATE
  USING (access_consentable(dossier_id)) WITH CHECK (changed_by_id = access_user());

ALTER TABLE registration_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY version_read ON registration_version FOR SELECT USING (dossier_id = ANY ((SELECT access_readable('notes'))::uuid[]));
CREATE POLICY version_fix ON registration_version FOR INSERT WITH CHECK (
  access_consentable(dossier_id) AND fixed_by_id = access_user());

ALTER TABLE registration_exchange ENABLE ROW LEVEL SECURITY;
CREATE POLICY exchange_read ON registration_exchange FOR SELECT USING (dossier_id = ANY ((SELECT access_readable('notes'))::uuid[]));
CREATE POLICY exchange_write ON registration_exchange FOR INSERT WITH CHECK (
  recorded_by_id = access_user()
  AND access_consentable(dossier_id)
  AND struck_at IS NULL
  AND EXISTS (SELECT FROM registration_version v WHERE v.id = version_id AND v.dossier_id = registration_exchange.dossier_id));
CREATE POLICY exchange_strike ON registration_exchange FOR UPDATE
  USING (access_consentable(dossier_id) AND struck_at IS NULL)
  WITH CHECK (struck_by_id = access_user());

-- What was said, fixed, sent and decided stays as it was written.
REVOKE UPDATE, DELETE ON registration_word, registration_override, registration_version, registration_exchange FROM baken_closed_runtime;
REVOKE UPDATE, DELETE ON registration_draft FROM baken_closed_runtime;
GRANT UPDATE (struck_by_id, struck_at) ON registration_word, registration_exchange TO baken_closed_runtime;
GRANT UPDATE (decided_by_id, decided_at, approved) ON registration_override TO baken_closed_runtime;
GRANT UPDATE (kind, answers, changed_by_id, changed_at) ON registration_draft TO baken_closed_runtime;
