-- SPDX-License-Identifier: EUPL-1.2
-- Row-level security on the plan: the part of notes. Reading: any ground. Writing: a place on the team, in an open file.

ALTER TABLE plan_goal ENABLE ROW LEVEL SECURITY;
CREATE POLICY goal_read ON plan_goal FOR SELECT USING (dossier_id = ANY (ARRAY(SELECT access_readable('notes'))));
CREATE POLICY goal_set ON plan_goal FOR INSERT WITH CHECK (
  set_by_id = access_user()
  AND dossier_id = ANY (ARRAY(SELECT access_by_team('notes')))
  AND plan_is_open(dossier_id)
  AND ended_at IS NULL);
CREATE POLICY goal_end ON plan_goal FOR UPDATE
  USING (dossier_id = ANY (ARRAY(SELECT access_by_team('notes'))) AND plan_is_open(dossier_id) AND ended_at IS NULL)
  WITH CHECK (ended_by_id = access_user());

-- An open task has an owner who can do it. What somebody ended herself she may take back for an hour.
ALTER TABLE plan_task ENABLE ROW LEVEL SECURITY;
CREATE POLICY task_read ON plan_task FOR SELECT USING (dossier_id = ANY (ARRAY(SELECT access_readable('notes'))));
CREATE POLICY task_add ON plan_task FOR INSERT WITH CHECK (
  made_by_id = access_user()
  AND dossier_id = ANY (ARRAY(SELECT access_by_team('notes')))
  AND owner_id IN (SELECT plan_owners(dossier_id))
  AND plan_is_open(dossier_id)
  AND ended_at IS NULL
  AND (goal_id IS NULL OR EXISTS (SELECT FROM plan_goal g WHERE g.id = goal_id AND g.dossier_id = plan_task.dossier_id)));
CREATE POLICY task_change ON plan_task FOR UPDATE
  USING (dossier_id = ANY (ARRAY(SELECT access_by_team('notes')))
    AND plan_is_open(dossier_id)
    AND (ended_at IS NULL OR (ended_by_id = access_user() AND ended_at > statement_timestamp() - interval '1 hour')))
  WITH CHECK (ended_by_id = access_user() OR (ended_by_id IS NULL AND owner_id IN (SELECT plan_owners(dossier_id))));

-- What was set stays as it was written; how it ended and whose it is are all that changes.
REVOKE UPDATE, DELETE ON plan_goal, plan_task FROM baken_closed_runtime;
GRANT UPDATE (ended_by_id, ended_at, how, ended_on, words) ON plan_goal TO baken_closed_runtime;
GRANT UPDATE (owner_id, ended_by_id, ended_at, how, reason) ON plan_task TO baken_closed_runtime;
