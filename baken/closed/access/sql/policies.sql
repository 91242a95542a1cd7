-- SPDX-License-Identifier: EUPL-1.2
-- Row-level security on the tables of access itself. ENABLE, not FORCE: the owner migrates and backs up.
-- Arrays, not subqueries: an array is asked once a query and can drive an index; (SELECT …)::uuid[] asks a function for its
-- array once, and not for each row. Not so for dossiers: beside an OR none drives an index, and an array of thousands is
-- gone through for each row of a list where IN looks into a hash.

ALTER TABLE access_agency ENABLE ROW LEVEL SECURITY;
CREATE POLICY agency_read ON access_agency FOR SELECT USING (EXISTS (SELECT FROM access_posts()));
CREATE POLICY agency_switch ON access_agency FOR UPDATE USING (access_switchable(id));

ALTER TABLE access_appointment ENABLE ROW LEVEL SECURITY;
CREATE POLICY appointment_read ON access_appointment FOR SELECT USING (
  user_id = access_user() OR agency_id = ANY (ARRAY(SELECT agency FROM access_posts())));
CREATE POLICY appointment_make ON access_appointment FOR INSERT WITH CHECK (
  user_id <> access_user() AND access_appointable(user_id, agency_id, role));
CREATE POLICY appointment_end ON access_appointment FOR UPDATE USING (
  agency_id = ANY (ARRAY(SELECT access_agencies('manager', 'privacy_officer'))));

ALTER TABLE access_invitation ENABLE ROW LEVEL SECURITY;
CREATE POLICY invitation_read ON access_invitation FOR SELECT USING (
  agency_id = ANY (ARRAY(SELECT access_agencies('manager', 'privacy_officer'))));
CREATE POLICY invitation_make ON access_invitation FOR INSERT WITH CHECK (
  agency_id = ANY (ARRAY(SELECT access_agencies('manager'))) AND made_by_id = access_user());
CREATE POLICY invitation_decide ON access_invitation FOR UPDATE
  USING (agency_id = ANY (ARRAY(SELECT access_agencies('manager', 'privacy_officer'))) AND made_by_id <> access_user()
    AND decided_at IS NULL)
  WITH CHECK (decided_by_id = access_user());

ALTER TABLE access_reset ENABLE ROW LEVEL SECURITY;
CREATE POLICY reset_read ON access_reset FOR SELECT USING (
  agency_id = ANY (ARRAY(SELECT access_agencies('manager', 'privacy_officer'))));
CREATE POLICY reset_make ON access_reset FOR INSERT WITH CHECK (
  agency_id = ANY (ARRAY(SELECT access_agencies('manager', 'privacy_officer'))) AND made_by_id = access_user());
CREATE POLICY reset_decide ON access_reset FOR UPDATE
  USING (agency_id = ANY (ARRAY(SELECT access_agencies('manager', 'privacy_officer'))) AND made_by_id <> access_user()
    AND decided_at IS NULL)
  WITH CHECK (decided_by_id = access_user());

ALTER TABLE access_dossier ENABLE ROW LEVEL SECURITY;
CREATE POLICY dossier_read ON access_dossier FOR SELECT USING (
  id IN (SELECT unnest(access_readable('cover')))
  OR (agency_id = ANY (ARRAY(SELECT access_overseen())) AND subject_id IS DISTINCT FROM (SELECT access_user())));
-- The shelter opens a file for who stands at its door at night.
CREATE POLICY dossier_open ON access_dossier FOR INSERT WITH CHECK (
  agency_id = ANY (ARRAY(SELECT access_agencies('intake', 'case_manager', 'shelter'))));
CREATE POLICY dossier_change ON access_dossier FOR UPDATE USING (id = ANY ((SELECT access_by_team('cover'))::uuid[]));

-- Only the function that gives the numbers comes here.
ALTER TABLE access_numbering ENABLE ROW LEVEL SECURITY;
REVOKE INSERT, UPDATE, DELETE ON access_numbering FROM baken_closed_runtime;

ALTER TABLE access_teamplace ENABLE ROW LEVEL SECURITY;
CREATE POLICY place_read ON access_teamplace FOR SELECT USING (
  user_id = access_user() OR EXISTS (SELECT FROM access_dossier d WHERE d.id = dossier_id));
CREATE POLICY place_give ON access_teamplace FOR INSERT WITH CHECK (access_seatable(dossier_id));
CREATE POLICY place_end ON access_teamplace FOR UPDATE USING (access_seatable(dossier_id));

ALTER TABLE access_consent ENABLE ROW LEVEL SECURITY;
CREATE POLICY consent_read ON access_consent FOR SELECT USING (
  dossier_id = ANY ((SELECT access_by_team('cover'))::uuid[])
  OR (agency_id = ANY (ARRAY(SELECT agency FROM access_posts())) AND dossier_id = ANY ((SELECT access_readable('cover'))::uuid[])));
CREATE POLICY consent_give ON access_consent FOR INSERT WITH CHECK (access_consentable(dossier_id));
CREATE POLICY consent_withdraw ON access_consent FOR UPDATE
  USING (access_consentable(dossier_id)) WITH CHECK (withdrawn_by_id = access_user());

ALTER TABLE access_glass ENABLE ROW LEVEL SECURITY;
CREATE POLICY glass_read ON access_glass FOR SELECT USING (
  user_id = access_user()
  OR EXISTS (SELECT FROM access_dossier d WHERE d.id = dossier_id AND d.agency_id = ANY (ARRAY(SELECT access_overseen()))));
CREATE POLICY glass_break ON access_glass FOR INSERT WITH CHECK (
  user_id = access_user() AND reviewed_at IS NULL AND access_breakable(dossier_id));
CREATE POLICY glass_review ON access_glass FOR UPDATE
  USING (user_id <> access_user() AND reviewed_at IS NULL
    AND EXISTS (SELECT FROM access_dossier d WHERE d.id = dossier_id AND d.agency_id = ANY (ARRAY(SELECT access_overseen()))))
  WITH CHECK (reviewed_by_id = access_user());

-- Who reads the log: the privacy officer of the agency whose file or whose worker it is about, but not of her own
-- file. Who tells the person concerned is given that much of it by access_told. All reading is itself an entry.
CREATE POLICY entry_oversee ON audit_entry FOR SELECT USING (
  (dossier_agency_id = ANY (ARRAY(SELECT access_agencies('privacy_officer')))
    OR agency_id = ANY (ARRAY(SELECT access_agencies('privacy_officer'))))
  AND (dossier_id = ANY (ARRAY(SELECT access_own()))) IS NOT TRUE);

-- Nothing here is ever deleted by what serves: erasure goes through a function of its own.
REVOKE DELETE ON access_agency, access_appointment, access_invitation, access_reset, access_dossier, access_teamplace, access_consent,
  access_glass, access_clearance FROM baken_closed_runtime;
REVOKE INSERT, UPDATE ON access_clearance FROM baken_closed_runtime;

-- A row that gives a right is ended or decided, and never made to give another: who may end a consent cannot widen it.
REVOKE UPDATE ON access_agency, access_appointment, access_invitation, access_reset, access_dossier, access_teamplace, access_consent,
  access_glass FROM baken_closed_runtime;
GRANT UPDATE (suspended_at) ON access_agency TO baken_closed_runtime;
GRANT UPDATE (until) ON access_appointment, access_teamplace TO baken_closed_runtime;
GRANT UPDATE (decided_by_id, decided_at, approved) ON access_invitation, access_reset TO baken_closed_runtime;
GRANT UPDATE (closed_at) ON access_dossier TO baken_closed_runtime;
GRANT UPDATE (withdrawn_at, withdrawn_by_id) ON access_consent TO baken_closed_runtime;
GRANT UPDATE (reviewed_by_id, reviewed_at, verdict) ON access_glass TO baken_closed_runtime;
