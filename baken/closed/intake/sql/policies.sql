-- SPDX-License-Identifier: EUPL-1.2
-- Row-level security on reports. The queue is seen by all who do intake at the agency and by who oversees it, for a
-- report must not wait unseen; what was said is read on a ground, as everything in a dossier is.
-- Arrays, not subqueries: an array is asked once a query and can drive an index.

ALTER TABLE intake_report ENABLE ROW LEVEL SECURITY;
CREATE POLICY report_read ON intake_report FOR SELECT USING (
  (agency_id = ANY (ARRAY(SELECT access_agencies('intake', 'case_manager', 'manager')))
    AND (dossier_id = ANY (ARRAY(SELECT access_own()))) IS NOT TRUE)
  OR dossier_id = ANY ((SELECT access_readable('notes'))::uuid[]));
CREATE POLICY report_take ON intake_report FOR INSERT WITH CHECK (
  owner_id = access_user()
  AND decision = ''
  AND dossier_id = ANY ((SELECT access_by_team('notes'))::uuid[])
  AND agency_id = ANY (ARRAY(SELECT access_agencies('intake', 'case_manager')))
  AND EXISTS (SELECT FROM access_dossier d WHERE d.id = dossier_id AND d.agency_id = intake_report.agency_id));
-- Whose report it is cannot change, so what may be written is not asked a second time.
CREATE POLICY report_decide ON intake_report FOR UPDATE
  USING (decision = ''
    AND dossier_id = ANY ((SELECT access_by_team('notes'))::uuid[])
    AND agency_id = ANY (ARRAY(SELECT access_agencies('intake', 'case_manager'))))
  WITH CHECK (true);

ALTER TABLE intake_letter ENABLE ROW LEVEL SECURITY;
CREATE POLICY letter_read ON intake_letter FOR SELECT USING (dossier_id = ANY ((SELECT access_readable('notes'))::uuid[]));
CREATE POLICY letter_write ON intake_letter FOR INSERT WITH CHECK (
  (written_by_id IS NULL OR written_by_id = access_user()) AND dossier_id = ANY ((SELECT access_by_team('notes'))::uuid[])
  AND EXISTS (SELECT FROM intake_report r WHERE r.dossier_id = intake_letter.dossier_id
    AND r.agency_id = ANY (ARRAY(SELECT access_agencies('intake', 'case_manager')))));

ALTER TABLE intake_attachment ENABLE ROW LEVEL SECURITY;
CREATE POLICY attachment_read ON intake_attachment FOR SELECT USING (dossier_id = ANY ((SELECT access_readable('notes'))::uuid[]));
CREATE POLICY attachment_write ON intake_attachment FOR INSERT WITH CHECK (dossier_id = ANY ((SELECT access_by_team('notes'))::uuid[])
  AND EXISTS (SELECT FROM intake_report r WHERE r.dossier_id = intake_attachment.dossier_id
    AND r.agency_id = ANY (ARRAY(SELECT access_agencies('intake', 'case_manager')))));

ALTER TABLE intake_decision ENABLE ROW LEVEL SECURITY;
CREATE POLICY decision_read ON intake_decision FOR SELECT USING (dossier_id = ANY ((SELECT access_readable('notes'))::uuid[]));
CREATE POLICY decision_write ON intake_decision FOR INSERT WITH CHECK (
  decided_by_id = access_user() AND dossier_id = ANY ((SELECT access_by_team('notes'))::uuid[])
  AND EXISTS (SELECT FROM intake_report r WHERE r.dossier_id = intake_decision.dossier_id
    AND r.agency_id = ANY (ARRAY(SELECT access_agencies('intake', 'case_manager')))));

-- A link is seen from either end, and made by who is on both teams.
ALTER TABLE intake_link ENABLE ROW LEVEL SECURITY;
CREATE POLICY link_read ON intake_link FOR SELECT USING (
  dossier_id = ANY ((SELECT access_readable('notes'))::uuid[]) OR case_id = ANY ((SELECT access_readable('notes'))::uuid[]));
CREATE POLICY link_make ON intake_link FOR INSERT WITH CHECK (
  linked_by_id = access_user() AND dossier_id = ANY ((SELECT access_by_team('notes'))::uuid[])
  AND case_id = ANY ((SELECT access_by_team('notes'))::uuid[]));

-- What is recognised in a report is written down by its owner, while it waits for a decision.
ALTER TABLE intake_scoring ENABLE ROW LEVEL SECURITY;
CREATE POLICY scoring_read ON intake_scoring FOR SELECT USING (dossier_id = ANY ((SELECT access_readable('notes'))::uuid[]));
CREATE POLICY scoring_write ON intake_scoring FOR INSERT WITH CHECK (
  scored_by_id = access_user()
  AND dossier_id = ANY ((SELECT access_by_team('notes'))::uuid[])
  AND EXISTS (SELECT FROM intake_report r WHERE r.dossier_id = intake_scoring.dossier_id
    AND r.owner_id = access_user()
    AND r.decision = ''
    AND r.agency_id = ANY (ARRAY(SELECT access_agencies('intake', 'case_manager')))));

-- What numbers stand in a report, as blind indexes.
ALTER TABLE intake_mark ENABLE ROW LEVEL SECURITY;
CREATE POLICY mark_read ON intake_mark FOR SELECT USING (dossier_id = ANY ((SELECT access_readable('notes'))::uuid[]));
CREATE POLICY mark_write ON intake_mark FOR INSERT WITH CHECK (dossier_id = ANY ((SELECT access_by_team('notes'))::uuid[])
  AND EXISTS (SELECT FROM intake_report r WHERE r.dossier_id = intake_mark.dossier_id
    AND r.agency_id = ANY (ARRAY(SELECT access_agencies('intake', 'case_manager')))));

-- What was said of two dossiers is seen by whoever may read the report, and from the other end by its team alone: whom she
-- lets read her file is not told that a report is about her. It is said by who decides on the report, of a dossier of its
-- agency.
ALTER TABLE intake_verdict ENABLE ROW LEVEL SECURITY;
CREATE POLICY verdict_read ON intake_verdict FOR SELECT USING (
  dossier_id = ANY ((SELECT access_readable('notes'))::uuid[]) OR other_id = ANY ((SELECT access_by_team('notes'))::uuid[]));
CREATE POLICY verdict_write ON intake_verdict FOR INSERT WITH CHECK (
  judged_by_id = access_user()
  AND dossier_id = ANY ((SELECT access_by_team('notes'))::uuid[])
  AND EXISTS (SELECT FROM intake_report r JOIN intake_covers(ARRAY[other_id]) c ON c.agency = r.agency_id
    WHERE r.dossier_id = intake_verdict.dossier_id));

REVOKE UPDATE, DELETE ON intake_mark, intake_verdict FROM baken_closed_runtime;
REVOKE UPDATE, DELETE ON intake_report, intake_letter, intake_attachment, intake_decision, intake_link, intake_scoring FROM baken_closed_runtime;
GRANT UPDATE (step, due, decision, decided_at) ON intake_report TO baken_closed_runtime;
