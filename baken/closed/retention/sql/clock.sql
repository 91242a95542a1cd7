-- SPDX-License-Identifier: EUPL-1.2
-- The day of a dossier's last change, kept by triggers: whoever writes need not think of it, and cannot forge it.
-- A table that is to move the clock gets a trigger as those below. Written once a day: two people who write in one
-- dossier do not wait for each other.

CREATE FUNCTION retention_touch() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  day date := (now() AT TIME ZONE 'Europe/Amsterdam')::date;
  touched uuid;
BEGIN
  IF TG_TABLE_NAME = 'access_dossier' THEN touched := NEW.id; ELSE touched := NEW.dossier_id; END IF;
  IF NOT EXISTS (SELECT FROM retention_clock c WHERE c.dossier_id = touched AND c.changed_on >= day) THEN
    INSERT INTO retention_clock (dossier_id, changed_on) VALUES (touched, day)
    ON CONFLICT (dossier_id) DO UPDATE SET changed_on = greatest(retention_clock.changed_on, excluded.changed_on);
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON access_dossier FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON casework_identity FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON casework_guardian FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON casework_relative FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON casework_assertion FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON casework_contact FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON casework_note FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON casework_hiding FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON intake_report FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON intake_letter FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON intake_attachment FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON intake_decision FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON intake_verdict FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON intake_scoring FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON intake_link FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON documents_document FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON documents_version FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON legal_happened FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON legal_conditions FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON minors_round FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON minors_step FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON minors_route FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON plan_goal FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON plan_task FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON plan_lead FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON plan_handover FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON plan_closure FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON trafficking_account FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON trafficking_event FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON trafficking_assessment FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON trafficking_safetylevel FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON registration_word FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON registration_override FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON registration_draft FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON registration_version FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON registration_exchange FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON shelter_request FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON shelter_guest FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON shelter_screening FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON shelter_stay FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON shelter_bed FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON shelter_absence FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON shelter_onward FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON shelter_agreement FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON shelter_visit FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON shelter_incident FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON shelter_line FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON shelter_loan FOR EACH ROW EXECUTE FUNCTION retention_touch();
CREATE TRIGGER retention_touch AFTER INSERT OR UPDATE ON shelter_school FOR EACH ROW EXECUTE FUNCTION retention_touch();

-- What was there before the clock was: when it changed last is not known, so its term begins anew.
INSERT INTO retention_clock (dossier_id, changed_on) SELECT id, (now() AT TIME ZONE 'Europe/Amsterdam')::date FROM access_dossier;
