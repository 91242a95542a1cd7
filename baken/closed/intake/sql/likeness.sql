-- SPDX-License-Identifier: EUPL-1.2
-- What whoever does intake may know of all dossiers of her agency, so that one person is not met as many: that there is
-- one, and its number. One condition a line: a test takes each line away and sees that it is missed.

-- Dossiers at which one of these numbers stands, by its blind index.
CREATE FUNCTION intake_same_number(wanted bytea[]) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT d.id
  FROM access_dossier d, (SELECT c.dossier_id, c.phone_index AS mark FROM casework_contact c
    UNION ALL SELECT i.dossier_id, i.document_index FROM casework_identity i
    UNION ALL SELECT m.dossier_id, m.index FROM intake_mark m) t
  WHERE t.dossier_id = d.id
    AND t.mark = ANY (wanted)
    AND d.agency_id IN (SELECT access_agencies('intake', 'case_manager'))
    AND d.subject_id IS DISTINCT FROM access_user()
$$;

CREATE FUNCTION intake_covers(asked uuid[]) RETURNS TABLE (
  dossier uuid, agency uuid, number text, kind text, closed timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.id, d.agency_id, d.number::text, d.kind::text, d.closed_at
  FROM access_dossier d
  WHERE d.id = ANY (asked)
    AND d.agency_id IN (SELECT access_agencies('intake', 'case_manager'))
    AND d.subject_id IS DISTINCT FROM access_user()
$$;
