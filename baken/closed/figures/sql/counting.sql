-- SPDX-License-Identifier: EUPL-1.2
-- What is counted of the files of an agency, for its analysts alone: the analyst is shown numbers, and these rows are opened
-- in memory to make them. Each function gives the few columns that a dimension is made of, sealed as they lie, and no name,
-- number, note or address of anybody.
-- SECURITY DEFINER: an analyst has a place on no care team. One condition a line: a test takes each line away.

CREATE FUNCTION figures_may_count(asked uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT asked IN (SELECT access_agencies('analyst'))
$$;

-- Of these dossiers those of an agency that the asker counts for.
CREATE FUNCTION figures_of(asked uuid, among uuid[]) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.id FROM access_dossier d
  WHERE d.id = ANY (among)
    AND d.agency_id = asked
    AND figures_may_count(asked)
$$;

CREATE FUNCTION figures_cases(asked uuid, since timestamptz, before timestamptz)
RETURNS TABLE (id uuid, opened_at timestamptz, closed_at timestamptz, reported_at timestamptz, first_report uuid, led bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.id, d.opened_at, d.closed_at, first.hour, first.dossier_id,
    (SELECT count(*) FROM plan_lead l WHERE l.dossier_id = d.id)
  FROM access_dossier d LEFT JOIN LATERAL (
    SELECT r.hour, r.dossier_id FROM intake_link k JOIN intake_report r ON r.dossier_id = k.dossier_id
    WHERE k.case_id = d.id ORDER BY r.hour, r.dossier_id LIMIT 1) first ON true
  WHERE d.agency_id = asked
    AND d.kind = 'case'
    AND d.opened_at >= since
    AND d.opened_at < before
    AND figures_may_count(asked)
$$;

CREATE FUNCTION figures_assertions(asked uuid, among uuid[])
RETURNS TABLE (id uuid, dossier_id uuid, what bytea, "by" bytea, "on" bytea, recorded_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.id, a.dossier_id, a.what, a.by, a.on, a.recorded_at
  FROM casework_assertion a
  WHERE a.dossier_id IN (SELECT figures_of(asked, among))
    AND a.struck_at IS NULL
$$;

-- The latest closing first.
CREATE FUNCTION figures_closures(asked uuid, among uuid[]) RETURNS TABLE (id uuid, dossier_id uuid, outcome bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.id, c.dossier_id, c.outcome
  FROM plan_closure c
  WHERE c.dossier_id IN (SELECT figures_of(asked, among))
    AND c.kind = 'closed'
  ORDER BY c.at DESC, c.id
$$;

CREATE FUNCTION figures_reports(asked uuid, since timestamptz, before timestamptz)
RETURNS TABLE (id uuid, dossier_id uuid, hour timestamptz, channel text, decision text, reason text, decided_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT r.id, r.dossier_id, r.hour, r.channel::text, r.decision::text, coalesce(latest.reason, '')::text, r.decided_at
  FROM intake_report r LEFT JOIN LATERAL (
    SELECT d.reason FROM intake_decision d WHERE d.dossier_id = r.dossier_id ORDER BY d.decided_at DESC LIMIT 1) latest ON true
  WHERE r.agency_id = asked
    AND r.hour >= since
    AND r.hour < before
    AND figures_may_count(asked)
$$;

-- Each person who came to live in the shelter, once for a request however often she moved within it.
CREATE FUNCTION figures_guests(asked uuid, since timestamptz, before timestamptz)
RETURNS TABLE (id uuid, dossier_id uuid, sex bytea, born bytea, age bytea, arrived timestamptz, "left" timestamptz, stay uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT g.id, g.dossier_id, g.sex, g.born, g.age, min(s.arrived_at),
    (array_agg(s.ended_at ORDER BY s.arrived_at DESC NULLS LAST, s.id))[1],
    (array_agg(s.id ORDER BY s.arrived_at DESC NULLS LAST, s.id))[1]
  FROM shelter_guest g JOIN shelter_bed b ON b.guest_id = g.number JOIN shelter_stay s ON s.id = b.stay_id
    JOIN access_dossier d ON d.id = g.dossier_id
  WHERE d.agency_id = asked
    AND figures_may_count(asked)
  GROUP BY g.id
  HAVING min(s.arrived_at) >= since AND min(s.arrived_at) < before
$$;

CREATE FUNCTION figures_stays(asked uuid, among uuid[]) RETURNS TABLE (id uuid, dossier_id uuid, outcome bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id, s.dossier_id, s.outcome
  FROM shelter_stay s WHERE s.dossier_id IN (SELECT figures_of(asked, among))
$$;

CREATE FUNCTION figures_requests(asked uuid, since timestamptz, before timestamptz)
RETURNS TABLE (id uuid, dossier_id uuid, source bytea, why bytea, length text, asked_at timestamptz, how text, arrived timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT r.id, r.dossier_id, r.source, r.why, r.length::text, r.asked_at, r.how::text,
    (SELECT min(s.arrived_at) FROM shelter_stay s WHERE s.request_id = r.id)
  FROM shelter_request r
  WHERE r.agency_id = asked
    AND r.asked_at >= since
    AND r.asked_at < before
    AND figures_may_count(asked)
$$;

-- Files in which something happened before the law: on which day its terms end stands in no column.
CREATE FUNCTION figures_before_the_law(asked uuid) RETURNS TABLE (id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.id FROM access_dossier d
  WHERE d.agency_id = asked
    AND EXISTS (SELECT FROM legal_happened h WHERE h.dossier_id = d.id)
    AND figures_may_count(asked)
$$;

CREATE FUNCTION figures_happened(asked uuid, among uuid[])
RETURNS TABLE (id uuid, dossier_id uuid, event bytea, "on" bytea, recorded_at timestamptz, struck_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT h.id, h.dossier_id, h.event, h.on, h.recorded_at, h.struck_at
  FROM legal_happened h WHERE h.dossier_id IN (SELECT figures_of(asked, among))
$$;

CREATE FUNCTION figures_conditions(asked uuid, among uuid[]) RETURNS TABLE (id uuid, dossier_id uuid, known bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.id, c.dossier_id, c.known
  FROM legal_conditions c WHERE c.dossier_id IN (SELECT figures_of(asked, among))
$$;
