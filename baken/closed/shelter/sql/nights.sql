-- SPDX-License-Identifier: EUPL-1.2
-- Row-level security on who is on at night. It tells of who works in the house and of nobody who lives there. One condition a line: a
-- test takes each line away and sees that it is missed.

-- Whether somebody works in the shelter of an agency: nobody else is on there.
CREATE FUNCTION shelter_employs(asked uuid, wanted uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT
    FROM access_appointment p
    WHERE p.agency_id = asked
      AND p.user_id = wanted
      AND p.role = 'shelter'
      AND p.until IS NULL)
$$;

ALTER TABLE shelter_duty ENABLE ROW LEVEL SECURITY;
CREATE POLICY duty_read ON shelter_duty FOR SELECT USING (
  agency_id = ANY (ARRAY(SELECT access_agencies('shelter', 'manager'))));
-- Until the morning the night of the day before still goes on.
CREATE POLICY duty_put ON shelter_duty FOR INSERT WITH CHECK (
  put_by_id = access_user()
  AND agency_id = ANY (ARRAY(SELECT access_agencies('shelter', 'manager')))
  AND shelter_employs(agency_id, worker_id)
  AND night >= (statement_timestamp() AT TIME ZONE 'Europe/Amsterdam')::date - 1
  AND ended_at IS NULL);
CREATE POLICY duty_end ON shelter_duty FOR UPDATE
  USING (ended_at IS NULL
    AND night >= (statement_timestamp() AT TIME ZONE 'Europe/Amsterdam')::date
    AND agency_id = ANY (ARRAY(SELECT access_agencies('shelter', 'manager'))))
  WITH CHECK (ended_by_id = access_user());

-- Who was on is kept for a year. Nothing that serves may delete a row, so what is older goes when the next is written.
CREATE FUNCTION shelter_forget_nights() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM shelter_duty WHERE night < (statement_timestamp() AT TIME ZONE 'Europe/Amsterdam')::date - interval '1 year';
  RETURN NULL;
END
$$;
CREATE TRIGGER duty_forget AFTER INSERT ON shelter_duty FOR EACH STATEMENT EXECUTE FUNCTION shelter_forget_nights();

-- Who is on in which night stays as it was; that she was taken off alone is added.
REVOKE UPDATE, DELETE ON shelter_duty FROM baken_closed_runtime;
GRANT UPDATE (ended_by_id, ended_at) ON shelter_duty TO baken_closed_runtime;
