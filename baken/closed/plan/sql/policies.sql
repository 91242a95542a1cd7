-- SPDX-License-Identifier: EUPL-1.2
-- Row-level security on the plan: the part of notes. Reading: any ground. Writing: a place on the team, in an open file.

ALTER TABLE plan_goal ENABLE ROW LEVEL SECURITY;
CREATE POLICY goal_read ON plan_goal FOR SELECT USING (dossier_id = ANY ((SELECT access_readable('notes'))::uuid[]));
CREATE POLICY goal_set ON plan_goal FOR INSERT WITH CHECK (
  set_by_id = access_user()
  AND dossier_id = ANY ((SELECT access_by_team('notes'))::uuid[])
  AND plan_is_open(dossier_id)
  AND ended_at IS NULL);
CREATE POLICY goal_end ON plan_goal FOR UPDATE
  USING (dossier_id = ANY ((SELECT access_by_team('notes'))::uuid[]) AND plan_is_open(dossier_id) AND ended_at IS NULL)
  WITH CHECK (ended_by_id = access_user());

-- An open task has an owner who can do it. What somebody ended herself she may take back for an hour.
ALTER TABLE plan_task ENABLE ROW LEVEL SECURITY;
CREATE POLICY task_read ON plan_task FOR SELECT USING (dossier_id = ANY ((SELECT access_readable('notes'))::uuid[]));
CREATE POLICY task_add ON plan_task FOR INSERT WITH CHECK (
  made_by_id = access_user()
  AND dossier_id = ANY ((SELECT access_by_team('notes'))::uuid[])
  AND owner_id IN (SELECT plan_owners(dossier_id))
  AND plan_is_open(dossier_id)
  AND ended_at IS NULL
  AND (goal_id IS NULL OR EXISTS (SELECT FROM plan_goal g WHERE g.id = goal_id AND g.dossier_id = plan_task.dossier_id)));
CREATE POLICY task_change ON plan_task FOR UPDATE
  USING (dossier_id = ANY ((SELECT access_by_team('notes'))::uuid[])
    AND plan_is_open(dossier_id)
    AND (ended_at IS NULL OR (ended_by_id = access_user() AND ended_at > statement_timestamp() - interval '1 hour')))
  WITH CHECK (ended_by_id = access_user() OR (ended_by_id IS NULL AND owner_id IN (SELECT plan_owners(dossier_id))));

-- What was set stays as it was written; how it ended and whose it is are all that changes.
REVOKE UPDATE, DELETE ON plan_goal, plan_task FROM baken_closed_runtime;
GRANT UPDATE (ended_by_id, ended_at, how, ended_on, words) ON plan_goal TO baken_closed_runtime;
GRANT UPDATE (owner_id, ended_by_id, ended_at, how, reason) ON plan_task TO baken_closed_runtime;

-- Who leads is part of the cover. One becomes lead in her own name: where it was offered to her, or where nobody is.
ALTER TABLE plan_lead ENABLE ROW LEVEL SECURITY;
CREATE POLICY lead_read ON plan_lead FOR SELECT USING (EXISTS (SELECT FROM access_dossier d WHERE d.id = dossier_id));
CREATE POLICY lead_take ON plan_lead FOR INSERT WITH CHECK (
  user_id = access_user()
  AND until IS NULL
  AND (plan_offered(dossier_id) OR plan_unled(dossier_id)));
CREATE POLICY lead_end ON plan_lead FOR UPDATE
  USING (until IS NULL AND (plan_offered(dossier_id) OR plan_unled(dossier_id)))
  WITH CHECK (until IS NOT NULL);

-- A handover is read by the team. Its receiver, who may have no place there, reads what is offered to her, and no
-- other row of the file; what she answered stays hers to see, without which she could not answer.
ALTER TABLE plan_handover ENABLE ROW LEVEL SECURITY;
CREATE POLICY handover_read ON plan_handover FOR SELECT USING (
  dossier_id = ANY ((SELECT access_readable('notes'))::uuid[])
  OR (to_id = access_user() AND (plan_offered(dossier_id) OR ended_by_id = access_user())));
CREATE POLICY handover_offer ON plan_handover FOR INSERT WITH CHECK (
  offered_by_id = access_user()
  AND to_id IN (SELECT plan_receivers(dossier_id))
  AND plan_is_open(dossier_id)
  AND ended_at IS NULL);
CREATE POLICY handover_end ON plan_handover FOR UPDATE
  USING (ended_at IS NULL AND (plan_offered(dossier_id) OR plan_leads(dossier_id)))
  WITH CHECK (ended_by_id = access_user() AND (
    (how = 'withdrawn' AND plan_leads(dossier_id)) OR (how <> 'withdrawn' AND to_id = access_user())));

-- Who accepts sits down, herself and nobody else.
CREATE POLICY place_accept ON access_teamplace FOR INSERT WITH CHECK (user_id = access_user() AND plan_offered(dossier_id));

-- Closing and reopening are rows that stay: by who leads or may, on the team.
ALTER TABLE plan_closure ENABLE ROW LEVEL SECURITY;
CREATE POLICY closure_read ON plan_closure FOR SELECT USING (dossier_id = ANY ((SELECT access_readable('notes'))::uuid[]));
CREATE POLICY closure_write ON plan_closure FOR INSERT WITH CHECK (
  by_id = access_user()
  AND access_consentable(dossier_id)
  AND plan_is_open(dossier_id) = (kind = 'closed'));

REVOKE UPDATE, DELETE ON plan_lead, plan_handover, plan_closure FROM baken_closed_runtime;
GRANT UPDATE (until) ON plan_lead TO baken_closed_runtime;
GRANT UPDATE (ended_by_id, ended_at, how, answer) ON plan_handover TO baken_closed_runtime;
