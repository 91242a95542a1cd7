-- SPDX-License-Identifier: EUPL-1.2
-- How many nights were slept in a house and how many there were: numbers alone, also of stays that nobody sees any more. For
-- whoever works in it, and for its manager.
CREATE FUNCTION shelter_nights(asked uuid, span daterange) RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT ARRAY[
    (SELECT coalesce(sum(upper(b.nights * span) - lower(b.nights * span)), 0)
     FROM shelter_bed b JOIN shelter_place p ON p.number = b.place_id JOIN shelter_unit u ON u.id = p.unit_id
       JOIN shelter_location l ON l.id = u.location_id
     WHERE l.agency_id = asked),
    (SELECT coalesce(sum(upper(span) - lower(span) - closed.days), 0)
     FROM shelter_place p JOIN shelter_unit u ON u.id = p.unit_id JOIN shelter_location l ON l.id = u.location_id
       CROSS JOIN LATERAL (
         SELECT coalesce(sum(upper(days) - lower(days)), 0) AS days
         FROM (SELECT unnest(range_agg(daterange(c.from_on, c.until_on) * span)) AS days
               FROM shelter_closing c
               WHERE c.unit_id = u.id) shut) closed
     WHERE l.agency_id = asked)]
  WHERE asked = ANY (ARRAY(SELECT access_agencies('shelter', 'manager')))
$$;
