-- SPDX-License-Identifier: EUPL-1.2
-- Erasure of rows. What serves may delete nothing, so it asks these, which the owner wrote.
-- Every table that hangs from a dossier stands in `retention_remove`; a test compares it with the database.

CREATE FUNCTION retention_held(asked uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM retention_hold h WHERE h.dossier_id = asked AND h.lifted_at IS NULL)
$$;

-- Whether two people agreed that a dossier goes: from then on it cannot be held any more.
CREATE FUNCTION retention_condemned(asked uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM retention_erasure e WHERE e.dossier_id = asked AND e.approved)
$$;

CREATE FUNCTION retention_remove(asked uuid) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM intake_link WHERE dossier_id = asked OR case_id = asked;
  DELETE FROM intake_decision WHERE dossier_id = asked;
  DELETE FROM intake_mark WHERE dossier_id = asked;
  DELETE FROM intake_verdict WHERE dossier_id = asked OR other_id = asked;
  DELETE FROM intake_scoring WHERE dossier_id = asked;
  DELETE FROM intake_attachment WHERE dossier_id = asked;
  DELETE FROM intake_letter WHERE dossier_id = asked;
  DELETE FROM intake_report WHERE dossier_id = asked;
  DELETE FROM documents_version WHERE dossier_id = asked;
  DELETE FROM documents_document WHERE dossier_id = asked;
  DELETE FROM shelter_agreement WHERE dossier_id = asked;
  DELETE FROM shelter_visit WHERE dossier_id = asked;
  DELETE FROM shelter_incident WHERE dossier_id = asked;
  DELETE FROM shelter_line WHERE dossier_id = asked;
  DELETE FROM shelter_loan WHERE dossier_id = asked;
  DELETE FROM shelter_school WHERE dossier_id = asked;
  DELETE FROM shelter_bed WHERE dossier_id = asked;
  DELETE FROM shelter_absence WHERE dossier_id = asked;
  DELETE FROM shelter_onward WHERE dossier_id = asked;
  DELETE FROM shelter_stay WHERE dossier_id = asked;
  DELETE FROM shelter_screening WHERE dossier_id = asked;
  DELETE FROM shelter_guest WHERE dossier_id = asked;
  DELETE FROM shelter_request WHERE dossier_id = asked;
  DELETE FROM registration_exchange WHERE dossier_id = asked;
  DELETE FROM registration_version WHERE dossier_id = asked;
  DELETE FROM registration_draft WHERE dossier_id = asked;
  DELETE FROM registration_override WHERE dossier_id = asked;
  DELETE FROM registration_word WHERE dossier_id = asked;
  DELETE FROM plan_closure WHERE dossier_id = asked;
  DELETE FROM plan_handover WHERE dossier_id = asked;
  DELETE FROM plan_lead WHERE dossier_id = asked;
  DELETE FROM plan_task WHERE dossier_id = asked;
  DELETE FROM plan_goal WHERE dossier_id = asked;
  DELETE FROM minors_route WHERE dossier_id = asked;
  DELETE FROM minors_step WHERE dossier_id = asked;
  DELETE FROM minors_round WHERE dossier_id = asked;
  DELETE FROM trafficking_safetylevel WHERE dossier_id = asked;
  DELETE FROM trafficking_assessment WHERE dossier_id = asked;
  DELETE FROM trafficking_event WHERE dossier_id = asked;
  DELETE FROM trafficking_account WHERE dossier_id = asked;
  DELETE FROM legal_happened WHERE dossier_id = asked;
  DELETE FROM legal_conditions WHERE dossier_id = asked;
  DELETE FROM legal_watch WHERE dossier_id = asked;
  DELETE FROM casework_envelope WHERE hiding_id IN (SELECT id FROM casework_hiding WHERE dossier_id = asked);
  DELETE FROM casework_hiding WHERE dossier_id = asked;
  DELETE FROM casework_note WHERE dossier_id = asked;
  DELETE FROM casework_contact WHERE dossier_id = asked;
  DELETE FROM casework_assertion WHERE dossier_id = asked;
  DELETE FROM casework_arrival WHERE dossier_id = asked;
  DELETE FROM casework_relative WHERE dossier_id = asked;
  DELETE FROM casework_guardian WHERE dossier_id = asked;
  DELETE FROM casework_identity WHERE dossier_id = asked;
  DELETE FROM access_glass WHERE dossier_id = asked;
  DELETE FROM access_consent WHERE dossier_id = asked;
  DELETE FROM access_teamplace WHERE dossier_id = asked;
  DELETE FROM retention_hold WHERE dossier_id = asked;
  DELETE FROM retention_erasure WHERE dossier_id = asked;
  DELETE FROM retention_clock WHERE dossier_id = asked;
  DELETE FROM access_dossier WHERE id = asked;
END
$$;

-- Removes a dossier and leaves a tombstone; returns whose it was, NULL where it was not there.
CREATE FUNCTION retention_bury(asked uuid, why text, by_rule text, on_day date) RETURNS uuid
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  keeper uuid;
BEGIN
  SELECT d.agency_id INTO keeper FROM access_dossier d WHERE d.id = asked FOR UPDATE;
  IF keeper IS NULL THEN RETURN NULL; END IF;
  PERFORM retention_remove(asked);
  INSERT INTO retention_tombstone (id, agency_id, erased_on, reason, rule)
  VALUES (gen_random_uuid(), keeper, on_day, why, by_rule);
  RETURN keeper;
END
$$;
REVOKE EXECUTE ON FUNCTION retention_remove(uuid), retention_bury(uuid, text, text, date) FROM PUBLIC;

-- The one way for what serves: an erasure that two people agreed on, of a dossier that nothing holds.
CREATE FUNCTION retention_erase(asked uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  found_one retention_erasure%ROWTYPE;
BEGIN
  SELECT * INTO found_one FROM retention_erasure e WHERE e.id = asked AND e.approved AND e.decided_by_id <> e.made_by_id;
  IF found_one.id IS NULL THEN RETURN false; END IF;
  IF retention_held(found_one.dossier_id) THEN
    RAISE EXCEPTION 'a legal hold keeps this dossier' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN retention_bury(found_one.dossier_id, found_one.reason, found_one.rule,
    (found_one.decided_at AT TIME ZONE 'Europe/Amsterdam')::date) IS NOT NULL;
END
$$;
