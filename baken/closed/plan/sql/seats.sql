-- SPDX-License-Identifier: EUPL-1.2
-- Who works in a dossier now, whoever asks. The functions below that answer the asker look through these two, which
-- are written so that PostgreSQL can put them into the question: asked by what serves, they are under its policies.
-- One condition a line: a test takes each line away and sees that it is missed.

-- Everybody who has a role now at the agency whose dossier it is, but not whom it is about.
CREATE FUNCTION plan_posted() RETURNS TABLE (dossier uuid, person uuid, role text)
LANGUAGE sql STABLE AS $$
  SELECT d.id, p.user_id, p.role
  FROM access_dossier d JOIN access_appointment p ON p.agency_id = d.agency_id
    JOIN accounts_user u ON u.id = p.user_id
  WHERE u.is_active
    AND p.since <= statement_timestamp()
    AND (p.until IS NULL OR statement_timestamp() < p.until)
    AND d.subject_id IS DISTINCT FROM p.user_id
$$;

-- Those of them who have a place on its care team now.
CREATE FUNCTION plan_seated() RETURNS TABLE (dossier uuid, person uuid, role text)
LANGUAGE sql STABLE AS $$
  SELECT p.dossier, p.person, p.role
  FROM plan_posted() p JOIN access_teamplace t ON t.dossier_id = p.dossier AND t.user_id = p.person
  WHERE t.since <= statement_timestamp()
    AND (t.until IS NULL OR statement_timestamp() < t.until)
$$;

-- Who may own a task of a dossier: on its team, in a role that works with notes. For whoever writes there.
CREATE FUNCTION plan_owners(asked uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT s.person
  FROM plan_seated() s JOIN access_clearance c ON c.role = s.role
  WHERE s.dossier = asked
    AND c.part = 'notes'
    AND asked = ANY (access_readable('notes'))
$$;

CREATE FUNCTION plan_is_open(asked uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM access_dossier d WHERE d.id = asked AND d.closed_at IS NULL)
$$;
