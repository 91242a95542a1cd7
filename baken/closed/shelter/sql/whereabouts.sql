-- SPDX-License-Identifier: EUPL-1.2
-- Row-level security on where a location is: it is sealed, and who sets up the house sees that it is, and to whom. One condition
-- a line: a test takes each line away and sees that it is missed.

-- Whether the asker sets up the house that a location is of: she works there, or manages it.
CREATE FUNCTION shelter_runs(asked uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT
    FROM shelter_location l
    WHERE l.id = asked
      AND l.agency_id IN (SELECT access_agencies('shelter', 'manager')))
$$;

ALTER TABLE shelter_address ENABLE ROW LEVEL SECURITY;
CREATE POLICY address_read ON shelter_address FOR SELECT USING (shelter_runs(location_id));
CREATE POLICY address_keep ON shelter_address FOR INSERT WITH CHECK (
  written_by_id = access_user()
  AND shelter_runs(location_id)
  AND ended_at IS NULL);
CREATE POLICY address_end ON shelter_address FOR UPDATE
  USING (ended_at IS NULL AND shelter_runs(location_id))
  WITH CHECK (ended_by_id = access_user());

-- Whose an envelope is tells who can be asked. What is in it opens to her private key alone.
ALTER TABLE shelter_envelope ENABLE ROW LEVEL SECURITY;
CREATE POLICY envelope_read ON shelter_envelope FOR SELECT USING (
  EXISTS (SELECT FROM shelter_address a WHERE a.id = address_id));
CREATE POLICY envelope_seal ON shelter_envelope FOR INSERT WITH CHECK (
  EXISTS (
    SELECT FROM shelter_address a
    WHERE a.id = address_id
      AND a.written_by_id = access_user()
      AND a.ended_at IS NULL)
  AND ended_at IS NULL);
CREATE POLICY envelope_end ON shelter_envelope FOR UPDATE
  USING (ended_at IS NULL AND EXISTS (SELECT FROM shelter_address a WHERE a.id = address_id))
  WITH CHECK (ended_by_id = access_user());

-- What was sealed stays as it was until it ends, and ends empty: the tables hold that.
REVOKE UPDATE, DELETE ON shelter_address, shelter_envelope FROM baken_closed_runtime;
GRANT UPDATE (body, ended_by_id, ended_at) ON shelter_address TO baken_closed_runtime;
GRANT UPDATE (sealed, ended_by_id, ended_at) ON shelter_envelope TO baken_closed_runtime;
