-- SPDX-License-Identifier: EUPL-1.2
-- Row-level security on questions and released figures. An analyst asks and counts; whoever has a post at the agency sees
-- what is shared; an overseer who did not ask herself releases, and sees what it is that she releases. One condition a line:
-- a test takes each line away.

ALTER TABLE figures_question ENABLE ROW LEVEL SECURITY;
CREATE POLICY question_read ON figures_question FOR SELECT USING (
  agency_id = ANY (ARRAY(SELECT access_agencies('analyst')))
  OR (shown IS NOT NULL AND ended_at IS NULL AND agency_id = ANY (ARRAY(SELECT agency FROM access_posts())))
  OR id IN (SELECT r.question_id FROM figures_release r));
CREATE POLICY question_make ON figures_question FOR INSERT WITH CHECK (
  made_by_id = access_user()
  AND agency_id = ANY (ARRAY(SELECT access_agencies('analyst')))
  AND shown IS NULL
  AND ended_at IS NULL);
CREATE POLICY question_change ON figures_question FOR UPDATE USING (
  agency_id = ANY (ARRAY(SELECT access_agencies('analyst'))));

ALTER TABLE figures_release ENABLE ROW LEVEL SECURITY;
CREATE POLICY release_read ON figures_release FOR SELECT USING (
  agency_id = ANY (ARRAY(SELECT access_agencies('analyst', 'manager', 'privacy_officer'))));
CREATE POLICY release_make ON figures_release FOR INSERT WITH CHECK (
  made_by_id = access_user()
  AND agency_id = ANY (ARRAY(SELECT access_agencies('analyst')))
  AND decided_at IS NULL);
CREATE POLICY release_decide ON figures_release FOR UPDATE
  USING (agency_id = ANY (ARRAY(SELECT access_agencies('manager', 'privacy_officer')))
    AND made_by_id <> access_user()
    AND decided_at IS NULL)
  WITH CHECK (decided_by_id = access_user());

-- Whoever may ask for a release or decide on one may take it back: that needs no second person.
ALTER TABLE figures_withdrawal ENABLE ROW LEVEL SECURITY;
CREATE POLICY withdrawal_read ON figures_withdrawal FOR SELECT USING (
  EXISTS (SELECT FROM figures_release r WHERE r.id = release_id));
CREATE POLICY withdrawal_make ON figures_withdrawal FOR INSERT WITH CHECK (
  by_id = access_user()
  AND EXISTS (SELECT FROM figures_release r WHERE r.id = release_id AND r.approved));

-- What was shared once is known: another table is held against it, and takes its place nowhere.
CREATE FUNCTION figures_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE insufficient_privilege USING MESSAGE = 'what was shared stays as it was shared';
END
$$;
CREATE TRIGGER figures_shared_stays BEFORE UPDATE ON figures_question FOR EACH ROW
  WHEN (OLD.shown IS NOT NULL AND (NEW.shown IS DISTINCT FROM OLD.shown OR NEW.shown_at IS DISTINCT FROM OLD.shown_at))
  EXECUTE FUNCTION figures_refuse_change();

-- What was asked and what was released stays as it was.
REVOKE UPDATE, DELETE ON figures_question, figures_release, figures_withdrawal FROM baken_closed_runtime;
GRANT UPDATE (shown, shown_at, ended_at) ON figures_question TO baken_closed_runtime;
GRANT UPDATE (decided_by_id, decided_at, approved) ON figures_release TO baken_closed_runtime;
