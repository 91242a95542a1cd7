-- SPDX-License-Identifier: EUPL-1.2
-- Which reports led to which files of an agency within a period, for its analysts alone: from these it is counted by whom
-- persons were seen. Who reported is sealed in the report; no word, name or number is given here.
-- SECURITY DEFINER: an analyst has a place on no care team. One condition a line: a test takes each line away.

CREATE FUNCTION figures_captures(asked uuid, since timestamptz, before timestamptz)
RETURNS TABLE (id uuid, dossier_id uuid, file uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT r.id, r.dossier_id, k.case_id
  FROM intake_link k JOIN intake_report r ON r.dossier_id = k.dossier_id
  WHERE k.case_id IN (SELECT d.id FROM access_dossier d
      WHERE d.agency_id = asked)
    AND r.hour >= since
    AND r.hour < before
    AND figures_may_count(asked)
  ORDER BY r.dossier_id
$$;
