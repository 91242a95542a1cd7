-- SPDX-License-Identifier: EUPL-1.2
-- Row-level security on what was done about a child. The reporting code is of the part of notes, authority of identity.
-- Reading: any ground. Writing: a place on the team.

ALTER TABLE minors_round ENABLE ROW LEVEL SECURITY;
CREATE POLICY round_read ON minors_round FOR SELECT USING (dossier_id = ANY ((SELECT access_readable('notes'))::uuid[]));
CREATE POLICY round_begin ON minors_round FOR INSERT WITH CHECK (
  begun_by_id = access_user()
  AND dossier_id = ANY ((SELECT access_by_team('notes'))::uuid[])
  AND ended_at IS NULL);
CREATE POLICY round_end ON minors_round FOR UPDATE
  USING (dossier_id = ANY ((SELECT access_by_team('notes'))::uuid[]) AND ended_at IS NULL)
  WITH CHECK (ended_by_id = access_user());

ALTER TABLE minors_step ENABLE ROW LEVEL SECURITY;
CREATE POLICY step_read ON minors_step FOR SELECT USING (dossier_id = ANY ((SELECT access_readable('notes'))::uuid[]));
CREATE POLICY step_write ON minors_step FOR INSERT WITH CHECK (
  recorded_by_id = access_user()
  AND dossier_id = ANY ((SELECT access_by_team('notes'))::uuid[])
  AND struck_at IS NULL
  AND (round_id IS NULL OR EXISTS (SELECT FROM minors_round r WHERE r.id = round_id AND r.dossier_id = minors_step.dossier_id)));
CREATE POLICY step_strike ON minors_step FOR UPDATE
  USING (dossier_id = ANY ((SELECT access_by_team('notes'))::uuid[]) AND struck_at IS NULL)
  WITH CHECK (struck_by_id = access_user());

ALTER TABLE minors_route ENABLE ROW LEVEL SECURITY;
CREATE POLICY route_read ON minors_route FOR SELECT USING (dossier_id = ANY ((SELECT access_readable('identity'))::uuid[]));
CREATE POLICY route_ask ON minors_route FOR INSERT WITH CHECK (
  asked_by_id = access_user()
  AND dossier_id = ANY ((SELECT access_by_team('identity'))::uuid[])
  AND ended_at IS NULL);
CREATE POLICY route_end ON minors_route FOR UPDATE
  USING (dossier_id = ANY ((SELECT access_by_team('identity'))::uuid[]) AND ended_at IS NULL)
  WITH CHECK (ended_by_id = access_user());

-- What was written stays as it was; that it ended, or was struck out, is all that changes.
REVOKE UPDATE, DELETE ON minors_round, minors_step, minors_route FROM baken_closed_runtime;
GRANT UPDATE (ended_by_id, ended_at) ON minors_round TO baken_closed_runtime;
GRANT UPDATE (struck_by_id, struck_at) ON minors_step TO baken_closed_runtime;
GRANT UPDATE (ended_by_id, ended_at, how, ended_on, answer) ON minors_route TO baken_closed_runtime;
