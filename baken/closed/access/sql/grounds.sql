-- SPDX-License-Identifier: EUPL-1.2
-- On what ground the asker may read which dossiers: the rules of baken.closed.access.rules, told a second time.
-- One condition a line: a test takes each line away and sees that it is missed.
-- Whoever worked here for years is on the team of thousands of files, and a policy asks this at every statement: so what it
-- must know stands in one index, and no file is looked up. Each answers with one array: handing thousands of rows from one
-- function to the next took five times as long as finding them.

CREATE OR REPLACE FUNCTION access_by_team(asked text) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT ARRAY(
    SELECT t.dossier_id
    FROM access_teamplace t CROSS JOIN access_posts() p
    WHERE t.user_id = access_user()
      AND t.since <= statement_timestamp()
      AND (t.until IS NULL OR statement_timestamp() < t.until)
      AND p.agency = t.agency_id
      AND EXISTS (SELECT FROM access_clearance c WHERE c.role = p.role AND c.part = asked)
      AND t.dossier_id <> ALL (ARRAY(SELECT access_own()))
  )
$$;

CREATE OR REPLACE FUNCTION access_by_consent(asked text) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT ARRAY(
    SELECT g.dossier_id
    FROM access_consent g CROSS JOIN access_posts() p
    WHERE g.agency_id = p.agency
      AND asked = ANY (g.parts)
      AND asked <> 'whereabouts'
      AND EXISTS (SELECT FROM access_clearance c WHERE c.role = p.role AND c.part = asked AND c.purpose = g.purpose)
      AND g.withdrawn_at IS NULL
      AND g.since <= statement_timestamp()
      AND statement_timestamp() < g.until
      AND g.dossier_id <> ALL (ARRAY(SELECT access_own()))
  )
$$;

CREATE OR REPLACE FUNCTION access_by_glass(asked text) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT ARRAY(
    SELECT d.id
    FROM access_glass g JOIN access_dossier d ON d.id = g.dossier_id JOIN access_posts() p ON true
    WHERE g.user_id = access_user()
      AND g.since <= statement_timestamp()
      AND statement_timestamp() < g.until
      AND asked <> 'whereabouts'
      AND p.agency = d.agency_id
      AND EXISTS (SELECT FROM access_clearance c WHERE c.role = p.role AND c.part = asked)
      AND d.subject_id IS DISTINCT FROM access_user()
  )
$$;

-- Agencies over whose files the asker keeps order: their covers, not their contents.
CREATE OR REPLACE FUNCTION access_overseen() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.agency FROM access_posts() p WHERE p.role IN ('manager', 'privacy_officer')
$$;

CREATE OR REPLACE FUNCTION access_readable(asked text) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT access_by_team(asked) || access_by_consent(asked) || access_by_glass(asked)
$$;

-- Agencies of which the asker has one of these roles.
CREATE OR REPLACE FUNCTION access_agencies(VARIADIC roles text[]) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.agency FROM access_posts() p WHERE p.role = ANY (roles)
$$;

-- Whether the asker may pull an agency's kill switch: its own overseers may, and those of the centre any.
CREATE OR REPLACE FUNCTION access_switchable(asked uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM access_posts() p JOIN access_agency a ON a.id = p.agency
    WHERE p.role IN ('manager', 'privacy_officer')
      AND (p.agency = asked OR a.kind = 'centre'))
$$;

-- Whether the asker has approved that another asked this person in, for this role: a post takes two people.
CREATE OR REPLACE FUNCTION access_appointable(asked uuid, place uuid, wanted text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM access_invitation i JOIN accounts_user u ON u.email = i.email
    WHERE u.id = asked
      AND i.agency_id = place
      AND i.role = wanted
      AND i.approved
      AND i.decided_by_id = access_user()
      AND place IN (SELECT access_agencies('manager', 'privacy_officer')))
$$;

-- Everybody of an agency that the asker may switch: to end their sessions, whoever they are.
CREATE OR REPLACE FUNCTION access_everybody(asked uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT p.user_id FROM access_appointment p
  WHERE p.agency_id = asked
    AND access_switchable(asked)
$$;

-- Dossiers whose care team the asker may change: on the team as case manager, or manager of the agency.
CREATE OR REPLACE FUNCTION access_seatable(asked uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM access_dossier d JOIN access_posts() p ON p.agency = d.agency_id
    WHERE d.id = asked
      AND d.subject_id IS DISTINCT FROM access_user()
      AND (p.role = 'manager'
           OR (p.role = 'case_manager' AND d.id = ANY (access_by_team('cover')))
           -- Whoever opens a dossier sits down in it first.
           OR (p.role IN ('intake', 'case_manager', 'shelter')
               AND NOT EXISTS (SELECT FROM access_teamplace t WHERE t.dossier_id = d.id))))
$$;

-- Dossiers in which the asker writes down consent: on the team, in a role that talks with the person.
CREATE OR REPLACE FUNCTION access_consentable(asked uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM access_dossier d JOIN access_posts() p ON p.agency = d.agency_id
    WHERE d.id = asked
      AND p.role IN ('intake', 'case_manager')
      AND d.id = ANY (access_by_team('contact')))
$$;

-- What the person concerned is told of her dossier's log, lists included: not who it was, and nothing of another dossier.
-- For who tells her: on the team, in a role that talks with her; or the privacy officer, but not of her own file.
CREATE OR REPLACE FUNCTION access_told(asked uuid)
RETURNS TABLE (at timestamptz, agency uuid, roles varchar[], activity varchar, part varchar, ground varchar)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT e.at, e.agency_id, e.roles, e.activity, e.part, e.ground
  FROM audit_entry e
  WHERE e.id IN (SELECT audit_entries_about(asked))
    AND e.outcome = 'done'
    AND EXISTS (
      SELECT FROM access_dossier d JOIN access_posts() p ON p.agency = d.agency_id
      WHERE d.id = asked
        AND (p.role = 'privacy_officer' OR d.id = ANY (access_by_team('contact')))
        AND p.role IN ('intake', 'case_manager', 'privacy_officer')
        AND d.subject_id IS DISTINCT FROM access_user())
  ORDER BY e.at
$$;

-- Whether the asker may break the glass over a dossier.
CREATE OR REPLACE FUNCTION access_breakable(asked uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM access_dossier d JOIN access_posts() p ON p.agency = d.agency_id
      JOIN access_clearance c ON c.role = p.role AND c.part = 'identity'
    WHERE d.id = asked
      AND d.subject_id IS DISTINCT FROM access_user())
    AND NOT EXISTS (SELECT FROM access_glass g WHERE g.user_id = access_user() AND g.reviewed_at IS NULL)
$$;

-- Whether somebody works at another agency too: then her account is not for this one to start anew. For its overseers.
CREATE OR REPLACE FUNCTION access_works_elsewhere(person uuid, here uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM access_appointment p
    WHERE p.user_id = person
      AND p.agency_id <> here
      AND (p.until IS NULL OR statement_timestamp() < p.until)
      AND here = ANY (ARRAY(SELECT access_agencies('manager', 'privacy_officer'))))
$$;
