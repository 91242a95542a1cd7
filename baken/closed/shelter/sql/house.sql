-- SPDX-License-Identifier: EUPL-1.2
-- Whose the house is, and who is in it. One condition a line: a test takes each line away and sees that it is missed.

-- Files of households that ask for a place, have one or had one until lately, at agencies where the asker works in the
-- shelter: whoever is on duty must know who sleeps here. Of those files she sees what is in this room, and nothing else.
CREATE FUNCTION shelter_housed() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT ARRAY(
    SELECT r.dossier_id
    FROM shelter_request r JOIN access_dossier d ON d.id = r.dossier_id
    WHERE d.agency_id IN (SELECT access_agencies('shelter'))
      AND d.subject_id IS DISTINCT FROM access_user()
      AND (r.ended_at IS NULL OR r.ended_at > statement_timestamp() - interval '30 days')
  )
$$;

-- Whether the asker sets up the house that a unit is in: she works there, or manages it.
CREATE FUNCTION shelter_sets_up(asked uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT
    FROM shelter_unit u JOIN shelter_location l ON l.id = u.location_id
    WHERE u.id = asked
      AND l.agency_id IN (SELECT access_agencies('shelter', 'manager')))
$$;

-- Whether a unit is of the agency whose file it is.
CREATE FUNCTION shelter_has(asked uuid, wanted uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT
    FROM shelter_unit u JOIN shelter_location l ON l.id = u.location_id JOIN access_dossier d ON d.agency_id = l.agency_id
    WHERE d.id = asked
      AND u.id = wanted)
$$;

-- Whether a file is of an agency.
CREATE FUNCTION shelter_is_of(asked uuid, agency uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM access_dossier d WHERE d.id = asked AND d.agency_id = agency)
$$;

-- A word that changes whenever the board of a house does, for whoever works in it: nothing about anybody is read for it.
CREATE FUNCTION shelter_stamp(asked uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT md5(string_agg(part, ' ' ORDER BY part))
  FROM (
    SELECT concat_ws(' ', s.id, s.xmin, s.hold_until < statement_timestamp()) AS part
    FROM shelter_stay s JOIN shelter_request r ON r.id = s.request_id WHERE r.agency_id = asked
    UNION ALL
    SELECT concat_ws(' ', a.id, a.xmin)
    FROM shelter_absence a JOIN shelter_stay s ON s.id = a.stay_id JOIN shelter_request r ON r.id = s.request_id
    WHERE r.agency_id = asked
    UNION ALL
    SELECT concat_ws(' ', q.id, q.xmin) FROM shelter_request q WHERE q.agency_id = asked
    UNION ALL
    SELECT concat_ws(' ', g.id, g.xmin)
    FROM shelter_guest g JOIN shelter_request r ON r.id = g.request_id
    WHERE r.agency_id = asked
    UNION ALL
    SELECT concat_ws(' ', n.id, n.xmin)
    FROM shelter_screening n JOIN access_dossier d ON d.id = n.dossier_id
    WHERE d.agency_id = asked
    UNION ALL
    SELECT concat_ws(' ', c.id, c.xmin)
    FROM shelter_closing c JOIN shelter_unit u ON u.id = c.unit_id JOIN shelter_location l ON l.id = u.location_id
    WHERE l.agency_id = asked
    UNION ALL
    SELECT concat_ws(' ', y.id, y.xmin) FROM shelter_duty y WHERE y.agency_id = asked
  ) parts
  WHERE asked = ANY (ARRAY(SELECT access_agencies('shelter')))
$$;
