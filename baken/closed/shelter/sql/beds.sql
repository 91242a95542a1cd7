-- SPDX-License-Identifier: EUPL-1.2
-- No place is given twice, and nobody has two: held here, whoever writes and however. A number as a range of one needs no
-- extension.

ALTER TABLE shelter_bed ADD CONSTRAINT no_place_twice
  EXCLUDE USING gist (int8range(place_id, place_id, '[]') WITH &&, nights WITH &&);
ALTER TABLE shelter_bed ADD CONSTRAINT nobody_in_two_places
  EXCLUDE USING gist (int8range(guest_id, guest_id, '[]') WITH &&, nights WITH &&);

-- Two who insert what excludes each other would each wait for the other, and PostgreSQL would end one as a deadlock. So
-- giving goes one at a time in a house; the same lock is taken before the rules are asked (`giving.alone`).
CREATE FUNCTION shelter_alone() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('shelter ' || l.agency_id, 0))
  FROM shelter_place p JOIN shelter_unit u ON u.id = p.unit_id JOIN shelter_location l ON l.id = u.location_id
  WHERE p.number = NEW.place_id;
  RETURN NEW;
END
$$;
CREATE TRIGGER shelter_alone BEFORE INSERT ON shelter_bed FOR EACH ROW EXECUTE FUNCTION shelter_alone();

-- Nights are given by a new row; a row only loses them, so that nothing but an insert must be kept apart.
CREATE FUNCTION shelter_shorten() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT NEW.nights <@ OLD.nights THEN
    RAISE EXCEPTION 'a bed only loses nights' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER shelter_shorten BEFORE UPDATE ON shelter_bed FOR EACH ROW EXECUTE FUNCTION shelter_shorten();

-- Who sets a rule aside is seconded by another, who signs in her own name; so does who looks at a night's stay again.
CREATE FUNCTION shelter_sign() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF current_user = 'baken_closed_runtime' AND (
    (NEW.seconded_by_id IS DISTINCT FROM OLD.seconded_by_id AND NEW.seconded_by_id IS DISTINCT FROM access_user())
    OR (NEW.reviewed_by_id IS DISTINCT FROM OLD.reviewed_by_id AND NEW.reviewed_by_id IS DISTINCT FROM access_user()))
  THEN
    RAISE EXCEPTION 'nobody signs for somebody else' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER shelter_sign BEFORE UPDATE ON shelter_stay FOR EACH ROW EXECUTE FUNCTION shelter_sign();
