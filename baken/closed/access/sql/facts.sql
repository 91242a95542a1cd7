-- SPDX-License-Identifier: EUPL-1.2
-- Who asks, in which roles, and how somebody stands to a dossier.
-- SECURITY DEFINER: these look across tables that the asking role may not read; each answers about the asker alone.
-- The moment is that of the statement, not of the transaction: who is given a place works with it at once.
-- One condition a line: a test takes each line away and sees that it is missed.

-- Its body is read when it is made, and not in the search_path of whoever asks; so it needs none of its own, and PostgreSQL
-- puts it into the question instead of calling it for every row.
CREATE OR REPLACE FUNCTION access_user() RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE
RETURN nullif(current_setting('baken.user_id', true), '')::uuid;

CREATE OR REPLACE FUNCTION access_posts() RETURNS TABLE (agency uuid, role text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.agency_id, p.role
  FROM access_appointment p JOIN access_agency a ON a.id = p.agency_id JOIN accounts_user u ON u.id = p.user_id
  WHERE p.user_id = access_user()
    AND u.is_active
    AND a.suspended_at IS NULL
    AND p.since <= statement_timestamp()
    AND (p.until IS NULL OR statement_timestamp() < p.until)
$$;

-- Dossiers that are about the asker herself.
CREATE OR REPLACE FUNCTION access_own() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.id FROM access_dossier d WHERE d.subject_id = access_user()
$$;

-- Whose file it is, beside each place on its team: PostgreSQL fills it in, and Django does not know of it. A file stays where
-- it was opened; nobody who serves may write either.
ALTER TABLE access_teamplace ADD COLUMN agency_id uuid NOT NULL;
CREATE INDEX places_of_a_worker ON access_teamplace (user_id) INCLUDE (dossier_id, agency_id, since, until);

CREATE FUNCTION access_place() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  NEW.agency_id := (SELECT d.agency_id FROM access_dossier d WHERE d.id = NEW.dossier_id);
  RETURN NEW;
END
$$;
CREATE TRIGGER access_place BEFORE INSERT OR UPDATE OF dossier_id, agency_id ON access_teamplace
  FOR EACH ROW EXECUTE FUNCTION access_place();

-- The raw facts for baken.closed.access.rules, which judges them on its own. NULL for an unknown dossier.
CREATE OR REPLACE FUNCTION access_standing(asked uuid) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT jsonb_build_object(
    'agency', d.agency_id, 'subject', d.subject_id,
    'active', (SELECT u.is_active FROM accounts_user u WHERE u.id = access_user()),
    'posts', (SELECT coalesce(jsonb_agg(jsonb_build_array(p.agency_id, p.role, p.since, p.until, a.suspended_at IS NOT NULL)), '[]')
              FROM access_appointment p JOIN access_agency a ON a.id = p.agency_id WHERE p.user_id = access_user()),
    'places', (SELECT coalesce(jsonb_agg(jsonb_build_array(t.id, t.since, t.until)), '[]')
               FROM access_teamplace t WHERE t.dossier_id = d.id AND t.user_id = access_user()),
    'grants', (SELECT coalesce(jsonb_agg(jsonb_build_array(c.id, c.agency_id, c.parts, c.purpose, c.since, c.until,
                                                           c.withdrawn_at IS NOT NULL)), '[]')
               FROM access_consent c WHERE c.dossier_id = d.id),
    'breakages', (SELECT coalesce(jsonb_agg(jsonb_build_array(g.id, g.since, g.until)), '[]')
                  FROM access_glass g WHERE g.dossier_id = d.id AND g.user_id = access_user()))
  FROM access_dossier d WHERE d.id = asked
$$;

-- The dossier of a number at an agency where the asker works with files: for breaking the glass, and for nothing else.
CREATE OR REPLACE FUNCTION access_numbered(asked text) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  -- Two agencies may have the same number: who works with files at both gets neither.
  SELECT CASE WHEN count(DISTINCT d.id) = 1 THEN (array_agg(d.id))[1] END
  FROM access_dossier d JOIN access_posts() p ON p.agency = d.agency_id
    JOIN access_clearance c ON c.role = p.role AND c.part = 'identity'
  WHERE d.number = asked
$$;

-- The next number of a year at an agency, which is given once: the asker may not count files that she may not see.
-- Two who open a file at once take turns. A count that is not there yet begins at the files that are, which are looked
-- through that once. After 9999 a number grows longer: cut to four digits it would be one that was given.
CREATE OR REPLACE FUNCTION access_next_number(asked uuid, year integer) RETURNS text
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO access_numbering AS n (agency, year, last)
  SELECT asked, access_next_number.year, 1 + coalesce(
    (SELECT c.last FROM access_numbering c WHERE (c.agency, c.year) = (asked, access_next_number.year)),
    (SELECT max(split_part(d.number, '-', 2)::integer)
       FROM access_dossier d WHERE d.agency_id = asked AND d.number LIKE access_next_number.year || '-%'),
    0)
  ON CONFLICT (agency, year) DO UPDATE SET last = n.last + 1
  RETURNING n.year || '-' || lpad(n.last::text, greatest(4, length(n.last::text)), '0')
$$;

-- Who is told when the glass is broken over a dossier: overseers of its agency, but not the breaker.
CREATE OR REPLACE FUNCTION access_alarmed(asked uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT p.user_id FROM access_appointment p JOIN access_dossier d ON d.agency_id = p.agency_id
    JOIN accounts_user u ON u.id = p.user_id
  WHERE d.id = asked
    AND p.role IN ('manager', 'privacy_officer')
    AND u.is_active
    AND p.user_id IS DISTINCT FROM access_user()
    AND p.since <= statement_timestamp()
    AND (p.until IS NULL OR statement_timestamp() < p.until)
$$;
