-- SPDX-License-Identifier: EUPL-1.2
-- What is counted of who somebody is, of what was told and of what a report said; see counting.sql, of which this is a part.

CREATE FUNCTION figures_identities(asked uuid, among uuid[])
RETURNS TABLE (
  id uuid, dossier_id uuid, born bytea, age_range bytea, gender bytea, nationality bytea, other_nationalities bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT i.id, i.dossier_id, i.born, i.age_range, i.gender, i.nationality, i.other_nationalities
  FROM casework_identity i WHERE i.dossier_id IN (SELECT figures_of(asked, among))
$$;

CREATE FUNCTION figures_accounts(asked uuid, among uuid[])
RETURNS TABLE (
  id uuid, dossier_id uuid, forms bytea, crossing bytea, exploited_country bytea, exploited_provinces bytea,
  sectors bytea, industry bytea, control bytea, relationship bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.id, a.dossier_id, a.forms, a.crossing, a.exploited_country, a.exploited_provinces,
    a.sectors, a.industry, a.control, a.relationship
  FROM trafficking_account a
  WHERE a.dossier_id IN (SELECT figures_of(asked, among))
    AND a.struck_at IS NULL
  ORDER BY a.recorded_at DESC, a.id
$$;

-- What a report said, the first letter first. The words are in it too: they are opened with the rest, for nobody to read.
-- A call was written down by a worker, who never answers it; of a report by the form what a worker wrote is an answer.
CREATE FUNCTION figures_letters(asked uuid, among uuid[]) RETURNS TABLE (id uuid, dossier_id uuid, content bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.id, l.dossier_id, l.content
  FROM intake_letter l JOIN intake_report r ON r.dossier_id = l.dossier_id
  WHERE l.dossier_id IN (SELECT figures_of(asked, among))
    AND (l.written_by_id IS NULL
      OR r.channel = 'telephone')
  ORDER BY l.hour, l.id
$$;
