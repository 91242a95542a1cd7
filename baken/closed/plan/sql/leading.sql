-- SPDX-License-Identifier: EUPL-1.2
-- Who has the next step in a dossier, and who may take it over.
-- One condition a line: a test takes each line away and sees that it is missed.

-- Whom the open row names; before there was a row, who sat down first, which is who opened the file. She counts as long
-- as she is on the team in a role that leads, else nobody does: NULL. For the functions and policies below alone.
CREATE FUNCTION plan_lead_of(asked uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.person
  FROM plan_seated() s
  WHERE s.dossier = asked
    AND s.role IN ('intake', 'case_manager')
    AND s.person = coalesce(
      (SELECT l.user_id FROM plan_lead l WHERE l.dossier_id = asked AND l.until IS NULL),
      (SELECT t.user_id FROM access_teamplace t
       WHERE t.dossier_id = asked
         AND NOT EXISTS (SELECT FROM plan_lead l WHERE l.dossier_id = asked)
       ORDER BY t.since, t.id LIMIT 1))
  LIMIT 1
$$;
REVOKE EXECUTE ON FUNCTION plan_lead_of(uuid) FROM PUBLIC;

-- The same for whoever reads the cover.
CREATE FUNCTION plan_led_by(asked uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT plan_lead_of(asked) WHERE asked = ANY (access_readable('cover'))
$$;

-- Whether the asker leads it.
CREATE FUNCTION plan_leads(asked uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT
    WHERE plan_lead_of(asked) = access_user()
      AND asked = ANY (access_by_team('cover')))
$$;

-- Whether nobody leads it and the asker, on its team, may.
CREATE FUNCTION plan_unled(asked uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT
    WHERE plan_lead_of(asked) IS NULL
      AND access_consentable(asked))
$$;

-- The asker's own open files in which she may lead, and who does. Found among the open ones: whoever worked here for years
-- is on the team of thousands that are closed, and nobody asks who leads those.
CREATE FUNCTION plan_mine() RETURNS TABLE (file uuid, lead uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.id, plan_lead_of(d.id)
  FROM access_dossier d
  WHERE d.closed_at IS NULL
    AND d.agency_id = ANY (ARRAY(SELECT access_agencies('intake', 'case_manager')))
    AND d.id IN (SELECT unnest(access_by_team('contact')))
$$;

-- To whom the asker, who leads it, may offer it: colleagues of the agency in a role that leads.
CREATE FUNCTION plan_receivers(asked uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT p.person
  FROM plan_posted() p
  WHERE p.dossier = asked
    AND p.role IN ('intake', 'case_manager')
    AND p.person <> access_user()
    AND plan_leads(asked)
$$;

-- What is offered to the asker now, with the number by which she knows the file: as long as who offered it leads it.
CREATE FUNCTION plan_offers() RETURNS TABLE (handover uuid, dossier uuid, agency uuid, number text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT h.id, d.id, d.agency_id, d.number::text
  FROM plan_handover h JOIN access_dossier d ON d.id = h.dossier_id JOIN access_posts() p ON p.agency = d.agency_id
  WHERE h.to_id = access_user()
    AND h.ended_at IS NULL
    AND p.role IN ('intake', 'case_manager')
    AND d.subject_id IS DISTINCT FROM access_user()
    AND h.offered_by_id = plan_lead_of(d.id)
$$;

CREATE FUNCTION plan_offered(asked uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT asked IN (SELECT dossier FROM plan_offers())
$$;

-- Open files that nobody leads, for the managers of their agency.
CREATE FUNCTION plan_leaderless() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.id
  FROM access_dossier d
  WHERE d.agency_id IN (SELECT access_agencies('manager'))
    AND d.closed_at IS NULL
    AND d.subject_id IS DISTINCT FROM access_user()
    AND plan_lead_of(d.id) IS NULL
$$;
