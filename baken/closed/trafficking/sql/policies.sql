-- SPDX-License-Identifier: EUPL-1.2
-- Row-level security on what was done to her and how safe she is. Reading: any ground. Writing: a place on the team.
-- What was told, its events and the risks: as notes, where intake, treatment and legal help work, and nobody else. How
-- safe she is: as who she is, for everybody who works with her must know it, who shelters her first of all.

ALTER TABLE trafficking_account ENABLE ROW LEVEL SECURITY;
CREATE POLICY account_read ON trafficking_account FOR SELECT USING (dossier_id = ANY ((SELECT access_readable('notes'))::uuid[]));
CREATE POLICY account_write ON trafficking_account FOR INSERT WITH CHECK (
  recorded_by_id = access_user()
  AND dossier_id = ANY ((SELECT access_by_team('notes'))::uuid[])
  AND struck_at IS NULL);
CREATE POLICY account_strike ON trafficking_account FOR UPDATE
  USING (dossier_id = ANY ((SELECT access_by_team('notes'))::uuid[]) AND struck_at IS NULL)
  WITH CHECK (struck_by_id = access_user());

ALTER TABLE trafficking_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY event_read ON trafficking_event FOR SELECT USING (dossier_id = ANY ((SELECT access_readable('notes'))::uuid[]));
CREATE POLICY event_write ON trafficking_event FOR INSERT WITH CHECK (
  recorded_by_id = access_user()
  AND dossier_id = ANY ((SELECT access_by_team('notes'))::uuid[])
  AND struck_at IS NULL);
CREATE POLICY event_strike ON trafficking_event FOR UPDATE
  USING (dossier_id = ANY ((SELECT access_by_team('notes'))::uuid[]) AND struck_at IS NULL)
  WITH CHECK (struck_by_id = access_user());

ALTER TABLE trafficking_assessment ENABLE ROW LEVEL SECURITY;
CREATE POLICY assessment_read ON trafficking_assessment FOR SELECT USING (dossier_id = ANY ((SELECT access_readable('notes'))::uuid[]));
CREATE POLICY assessment_write ON trafficking_assessment FOR INSERT WITH CHECK (
  recorded_by_id = access_user()
  AND dossier_id = ANY ((SELECT access_by_team('notes'))::uuid[])
  AND struck_at IS NULL);
CREATE POLICY assessment_strike ON trafficking_assessment FOR UPDATE
  USING (dossier_id = ANY ((SELECT access_by_team('notes'))::uuid[]) AND struck_at IS NULL)
  WITH CHECK (struck_by_id = access_user());

ALTER TABLE trafficking_safetylevel ENABLE ROW LEVEL SECURITY;
CREATE POLICY safetylevel_read ON trafficking_safetylevel FOR SELECT USING (dossier_id = ANY ((SELECT access_readable('identity'))::uuid[]));
CREATE POLICY safetylevel_write ON trafficking_safetylevel FOR INSERT WITH CHECK (
  recorded_by_id = access_user()
  AND dossier_id = ANY ((SELECT access_by_team('identity'))::uuid[])
  AND struck_at IS NULL);
CREATE POLICY safetylevel_strike ON trafficking_safetylevel FOR UPDATE
  USING (dossier_id = ANY ((SELECT access_by_team('identity'))::uuid[]) AND struck_at IS NULL)
  WITH CHECK (struck_by_id = access_user());

-- What was recorded stays as it was written; striking it out is all that changes.
REVOKE UPDATE, DELETE ON trafficking_account, trafficking_event, trafficking_assessment, trafficking_safetylevel FROM baken_closed_runtime;
GRANT UPDATE (struck_by_id, struck_at)
  ON trafficking_account, trafficking_event, trafficking_assessment, trafficking_safetylevel TO baken_closed_runtime;
