-- SPDX-License-Identifier: EUPL-1.2
-- Row-level security on the house and who is in it. Whoever works in the shelter sees what is in this room of every
-- household of the house; of the others who asks, on the care team: a request as contact, a stay as whereabouts. No
-- consent and no broken glass opens any of it.

-- Units tell of nobody. Who sets up the house: its workers and their manager.
ALTER TABLE shelter_location ENABLE ROW LEVEL SECURITY;
CREATE POLICY location_read ON shelter_location FOR SELECT USING (
  agency_id = ANY (ARRAY(SELECT access_agencies('shelter', 'case_manager', 'manager'))));
CREATE POLICY location_make ON shelter_location FOR INSERT WITH CHECK (
  agency_id = ANY (ARRAY(SELECT access_agencies('shelter', 'manager'))));

ALTER TABLE shelter_unit ENABLE ROW LEVEL SECURITY;
CREATE POLICY unit_read ON shelter_unit FOR SELECT USING (EXISTS (SELECT FROM shelter_location l WHERE l.id = location_id));
CREATE POLICY unit_make ON shelter_unit FOR INSERT WITH CHECK (EXISTS (
  SELECT FROM shelter_location l
  WHERE l.id = location_id
    AND l.agency_id = ANY (ARRAY(SELECT access_agencies('shelter', 'manager')))));

ALTER TABLE shelter_place ENABLE ROW LEVEL SECURITY;
CREATE POLICY place_read ON shelter_place FOR SELECT USING (EXISTS (SELECT FROM shelter_unit u WHERE u.id = unit_id));
CREATE POLICY place_make ON shelter_place FOR INSERT WITH CHECK (shelter_sets_up(unit_id));

ALTER TABLE shelter_closing ENABLE ROW LEVEL SECURITY;
CREATE POLICY closing_read ON shelter_closing FOR SELECT USING (EXISTS (SELECT FROM shelter_unit u WHERE u.id = unit_id));
CREATE POLICY closing_make ON shelter_closing FOR INSERT WITH CHECK (
  made_by_id = access_user()
  AND shelter_sets_up(unit_id));
CREATE POLICY closing_change ON shelter_closing FOR UPDATE USING (shelter_sets_up(unit_id));

-- Who asks is on the team. Who changes and answers is on it too, or works in the shelter.
ALTER TABLE shelter_request ENABLE ROW LEVEL SECURITY;
CREATE POLICY request_read ON shelter_request FOR SELECT USING (
  dossier_id = ANY ((SELECT access_by_team('contact'))::uuid[])
  OR dossier_id = ANY ((SELECT shelter_housed())::uuid[]));
CREATE POLICY request_ask ON shelter_request FOR INSERT WITH CHECK (
  asked_by_id = access_user()
  AND shelter_is_of(dossier_id, agency_id)
  AND dossier_id = ANY ((SELECT access_by_team('contact'))::uuid[])
  AND ended_at IS NULL);
CREATE POLICY request_change ON shelter_request FOR UPDATE
  USING (ended_at IS NULL
    AND (dossier_id = ANY ((SELECT access_by_team('contact'))::uuid[])
      OR dossier_id = ANY ((SELECT shelter_housed())::uuid[])))
  WITH CHECK (ended_by_id IS NULL OR ended_by_id = access_user());

ALTER TABLE shelter_guest ENABLE ROW LEVEL SECURITY;
CREATE POLICY guest_read ON shelter_guest FOR SELECT USING (
  dossier_id = ANY ((SELECT access_by_team('contact'))::uuid[])
  OR dossier_id = ANY ((SELECT shelter_housed())::uuid[]));
CREATE POLICY guest_add ON shelter_guest FOR INSERT WITH CHECK (
  EXISTS (
    SELECT FROM shelter_request r
    WHERE r.id = request_id
      AND r.dossier_id = shelter_guest.dossier_id
      AND r.ended_at IS NULL)
  AND (dossier_id = ANY ((SELECT access_by_team('contact'))::uuid[])
    OR dossier_id = ANY ((SELECT shelter_housed())::uuid[])));
CREATE POLICY guest_change ON shelter_guest FOR UPDATE USING (
  dossier_id = ANY ((SELECT access_by_team('contact'))::uuid[])
  OR dossier_id = ANY ((SELECT shelter_housed())::uuid[]));

ALTER TABLE shelter_screening ENABLE ROW LEVEL SECURITY;
CREATE POLICY screening_read ON shelter_screening FOR SELECT USING (
  dossier_id = ANY ((SELECT access_by_team('contact'))::uuid[])
  OR dossier_id = ANY ((SELECT shelter_housed())::uuid[]));
CREATE POLICY screening_write ON shelter_screening FOR INSERT WITH CHECK (
  recorded_by_id = access_user()
  AND struck_at IS NULL
  AND (dossier_id = ANY ((SELECT access_by_team('contact'))::uuid[])
    OR dossier_id = ANY ((SELECT shelter_housed())::uuid[])));
CREATE POLICY screening_strike ON shelter_screening FOR UPDATE
  USING (struck_at IS NULL
    AND (dossier_id = ANY ((SELECT access_by_team('contact'))::uuid[])
      OR dossier_id = ANY ((SELECT shelter_housed())::uuid[])))
  WITH CHECK (struck_by_id = access_user());

-- A place is given by who works in the shelter, and by nobody else.
ALTER TABLE shelter_stay ENABLE ROW LEVEL SECURITY;
CREATE POLICY stay_read ON shelter_stay FOR SELECT USING (
  dossier_id = ANY ((SELECT access_by_team('whereabouts'))::uuid[])
  OR dossier_id = ANY ((SELECT shelter_housed())::uuid[]));
CREATE POLICY stay_give ON shelter_stay FOR INSERT WITH CHECK (
  given_by_id = access_user()
  AND dossier_id = ANY ((SELECT shelter_housed())::uuid[])
  AND EXISTS (
    SELECT FROM shelter_request r
    WHERE r.id = request_id
      AND r.dossier_id = shelter_stay.dossier_id
      AND r.ended_at IS NULL)
  AND shelter_has(dossier_id, unit_id)
  AND seconded_by_id IS NULL
  AND reviewed_by_id IS NULL
  AND ended_at IS NULL);
CREATE POLICY stay_change ON shelter_stay FOR UPDATE
  USING (ended_at IS NULL AND dossier_id = ANY ((SELECT shelter_housed())::uuid[]))
  WITH CHECK (ended_by_id IS NULL OR ended_by_id = access_user());

ALTER TABLE shelter_bed ENABLE ROW LEVEL SECURITY;
CREATE POLICY bed_read ON shelter_bed FOR SELECT USING (
  dossier_id = ANY ((SELECT access_by_team('whereabouts'))::uuid[])
  OR dossier_id = ANY ((SELECT shelter_housed())::uuid[]));
CREATE POLICY bed_give ON shelter_bed FOR INSERT WITH CHECK (
  dossier_id = ANY ((SELECT shelter_housed())::uuid[])
  AND EXISTS (
    SELECT
    FROM shelter_stay s
      JOIN shelter_place p ON p.unit_id = s.unit_id
      JOIN shelter_guest g ON g.request_id = s.request_id
    WHERE s.id = stay_id
      AND s.dossier_id = shelter_bed.dossier_id
      AND s.ended_at IS NULL
      AND nights <@ daterange(s.from_on, s.until_on)
      AND p.number = place_id
      AND g.number = guest_id));
CREATE POLICY bed_shorten ON shelter_bed FOR UPDATE USING (dossier_id = ANY ((SELECT shelter_housed())::uuid[]));

ALTER TABLE shelter_absence ENABLE ROW LEVEL SECURITY;
CREATE POLICY absence_read ON shelter_absence FOR SELECT USING (
  dossier_id = ANY ((SELECT access_by_team('whereabouts'))::uuid[])
  OR dossier_id = ANY ((SELECT shelter_housed())::uuid[]));
CREATE POLICY absence_write ON shelter_absence FOR INSERT WITH CHECK (
  written_by_id = access_user()
  AND dossier_id = ANY ((SELECT shelter_housed())::uuid[])
  AND EXISTS (
    SELECT FROM shelter_stay s
    WHERE s.id = stay_id
      AND s.dossier_id = shelter_absence.dossier_id
      AND s.ended_at IS NULL)
  AND ended_at IS NULL);
CREATE POLICY absence_change ON shelter_absence FOR UPDATE
  USING (ended_at IS NULL AND dossier_id = ANY ((SELECT shelter_housed())::uuid[]))
  WITH CHECK (ended_by_id IS NULL OR ended_by_id = access_user());

ALTER TABLE shelter_onward ENABLE ROW LEVEL SECURITY;
CREATE POLICY onward_read ON shelter_onward FOR SELECT USING (
  dossier_id = ANY ((SELECT access_by_team('contact'))::uuid[])
  OR dossier_id = ANY ((SELECT shelter_housed())::uuid[]));
CREATE POLICY onward_offer ON shelter_onward FOR INSERT WITH CHECK (
  offered_by_id = access_user()
  AND EXISTS (
    SELECT FROM shelter_request r
    WHERE r.id = request_id
      AND r.dossier_id = shelter_onward.dossier_id)
  AND (dossier_id = ANY ((SELECT access_by_team('contact'))::uuid[])
    OR dossier_id = ANY ((SELECT shelter_housed())::uuid[]))
  AND ended_at IS NULL);
CREATE POLICY onward_answer ON shelter_onward FOR UPDATE
  USING (ended_at IS NULL
    AND (dossier_id = ANY ((SELECT access_by_team('contact'))::uuid[])
      OR dossier_id = ANY ((SELECT shelter_housed())::uuid[])))
  WITH CHECK (ended_by_id = access_user());

-- What was written stays as it was; these alone change.
REVOKE UPDATE, DELETE ON shelter_location, shelter_unit, shelter_place, shelter_closing, shelter_request, shelter_guest,
  shelter_screening, shelter_stay, shelter_bed, shelter_absence, shelter_onward FROM baken_closed_runtime;
GRANT UPDATE (until_on) ON shelter_closing TO baken_closed_runtime;
GRANT UPDATE (arrive_on, leave_on, latest_on, sure, needs, consent, words, ended_by_id, ended_at, how, why, answer)
  ON shelter_request TO baken_closed_runtime;
GRANT UPDATE (initials, sex, born, age) ON shelter_guest TO baken_closed_runtime;
GRANT UPDATE (struck_by_id, struck_at) ON shelter_screening TO baken_closed_runtime;
GRANT UPDATE (until_on, hold_until, arrived_at, seconded_by_id, seconded_at, reviewed_by_id, reviewed_at, ended_by_id, ended_at,
  outcome, words) ON shelter_stay TO baken_closed_runtime;
GRANT UPDATE (nights) ON shelter_bed TO baken_closed_runtime;
GRANT UPDATE (keep_until, steps, words, ended_by_id, ended_at) ON shelter_absence TO baken_closed_runtime;
GRANT UPDATE (ended_by_id, ended_at, how, answer) ON shelter_onward TO baken_closed_runtime;
