-- SPDX-License-Identifier: EUPL-1.2
-- What somebody tries to write in plain SQL: a statement for each line of rows.csv that is no reading, under the line's name.
-- `first:` is what the superuser does before, so that nothing else than the policy stands in the way.

-- casework_identity | identity | insert
INSERT INTO casework_identity (id, dossier_id, name, gender, nationality, languages, interpreter, other_nationalities,
  marital_status, children, education, document_number) VALUES (%(new)s, %(file)s, '', '', '', '', '', '', '', '', '', '')

-- casework_identity | identity | update
UPDATE casework_identity SET name = '' WHERE dossier_id = %(file)s

-- casework_arrival | the file | insert
-- first: DELETE FROM casework_arrival WHERE dossier_id = %(file)s
INSERT INTO casework_arrival (id, dossier_id, batch, number, reference, kept, brought_by_id, brought_at) VALUES (%(new)s, %(file)s, %(new)s, 2, decode(replace(%(new)s::text, '-', ''), 'hex'), '', %(me)s, now())

-- casework_arrival | in another's name | insert
-- first: DELETE FROM casework_arrival WHERE dossier_id = %(file)s
INSERT INTO casework_arrival (id, dossier_id, batch, number, reference, kept, brought_by_id, brought_at) VALUES (%(new)s, %(file)s, %(new)s, 2, decode(replace(%(new)s::text, '-', ''), 'hex'), '', %(colleague)s, now())

-- casework_arrival | the file | update
UPDATE casework_arrival SET batch = %(new)s WHERE dossier_id = %(file)s

-- casework_contact | contact | insert
INSERT INTO casework_contact (id, dossier_id, phone, safe_ways, email, post_street, post_code, post_city, post_state,
  post_country) VALUES (%(new)s, %(file)s, '', '', '', '', '', '', '', '')

-- casework_contact | contact | update
UPDATE casework_contact SET phone = '' WHERE dossier_id = %(file)s

-- casework_note | notes | insert
INSERT INTO casework_note (id, dossier_id, part, kind, happened_on, text, written_by_id, written_at) VALUES (%(new)s, %(file)s,
  'notes', '', now(), '', %(me)s, now())

-- casework_note | legal | insert
INSERT INTO casework_note (id, dossier_id, part, kind, happened_on, text, written_by_id, written_at) VALUES (%(new)s, %(file)s,
  'legal', '', now(), '', %(me)s, now())

-- casework_note | health | insert
INSERT INTO casework_note (id, dossier_id, part, kind, happened_on, text, written_by_id, written_at) VALUES (%(new)s, %(file)s,
  'health', '', now(), '', %(me)s, now())

-- casework_note | in another's name | insert
INSERT INTO casework_note (id, dossier_id, part, kind, happened_on, text, written_by_id, written_at) VALUES (%(new)s, %(file)s,
  'notes', '', now(), '', %(colleague)s, now())

-- casework_note | notes | update
UPDATE casework_note SET text = '' WHERE dossier_id = %(file)s

-- casework_hiding | whereabouts | insert
INSERT INTO casework_hiding (id, dossier_id, body, written_by_id, written_at) VALUES (%(new)s, %(file)s, '', %(me)s, now())

-- casework_hiding | in another's name | insert
INSERT INTO casework_hiding (id, dossier_id, body, written_by_id, written_at) VALUES (%(new)s, %(file)s, '', (SELECT id FROM
  accounts_user WHERE email = 'intake.other@example.org'), now())

-- casework_hiding | whereabouts | update
UPDATE casework_hiding SET body = '' WHERE dossier_id = %(file)s

-- casework_envelope | hers | insert
-- first: UPDATE casework_hiding SET written_by_id = %(founder)s
INSERT INTO casework_envelope (id, hiding_id, holder_id, sealed) VALUES (%(new)s, %(hiding)s, (SELECT id FROM accounts_user
  WHERE email = 'intake.other@example.org'), '')

-- casework_envelope | hers | update
UPDATE casework_envelope SET sealed = '' WHERE holder_id = %(me)s

-- access_agency | any | insert
INSERT INTO access_agency (id, name, kind) VALUES (%(new)s, 'x', 'partner')

-- access_agency | the centre | update
UPDATE access_agency SET suspended_at = now() WHERE id = %(agency)s

-- access_agency | a partner | update
UPDATE access_agency SET suspended_at = now() WHERE id = %(partner)s

-- access_agency | its name | update
UPDATE access_agency SET name = 'x' WHERE id = %(agency)s

-- access_appointment | at the centre | insert
-- first: UPDATE access_invitation SET email = (SELECT email FROM accounts_user WHERE id = %(colleague)s), role = 'analyst', decided_by_id = %(me)s, decided_at = now(), approved = true WHERE id = %(invitation)s
INSERT INTO access_appointment (id, user_id, agency_id, role, since) VALUES (%(new)s, (SELECT id FROM accounts_user WHERE
  email = 'intake.other@example.org'), %(agency)s, 'analyst', now())

-- access_appointment | whom nobody asked in | insert
INSERT INTO access_appointment (id, user_id, agency_id, role, since) VALUES (%(new)s, (SELECT id FROM accounts_user WHERE
  email = 'intake.other@example.org'), %(agency)s, 'analyst', now())

-- access_appointment | for herself | insert
-- first: UPDATE access_invitation SET email = (SELECT email FROM accounts_user WHERE id = %(me)s), role = 'case_manager', decided_by_id = %(me)s, decided_at = now(), approved = true WHERE id = %(invitation)s
INSERT INTO access_appointment (id, user_id, agency_id, role, since) VALUES (%(new)s, %(me)s, %(agency)s, 'case_manager',
  now() - interval '1 day')

-- access_appointment | at the centre | update
UPDATE access_appointment SET until = now() WHERE id = %(post)s

-- access_appointment | its role | update
UPDATE access_appointment SET role = 'case_manager' WHERE user_id = %(me)s

-- access_invitation | of the centre | insert
INSERT INTO access_invitation (id, agency_id, made_by_id, made_at, email, role) VALUES (%(new)s, %(agency)s, %(me)s, now(),
  'x@example.org', 'intake')

-- access_invitation | in another's name | insert
INSERT INTO access_invitation (id, agency_id, made_by_id, made_at, email, role) VALUES (%(new)s, %(agency)s, (SELECT id FROM
  accounts_user WHERE email = 'intake.other@example.org'), now(), 'x@example.org', 'intake')

-- access_invitation | of the centre | update
UPDATE access_invitation SET decided_by_id = %(me)s, decided_at = now(), approved = true WHERE id = %(invitation)s

-- access_invitation | all at once | update
UPDATE access_invitation SET decided_by_id = %(me)s, decided_at = now(), approved = true

-- access_invitation | whom it is for | update
UPDATE access_invitation SET email = 'x@example.org'

-- access_reset | of the centre | insert
INSERT INTO access_reset (id, agency_id, made_by_id, made_at, user_id) VALUES (%(new)s, %(agency)s, %(me)s, now(), (SELECT id
  FROM accounts_user WHERE email = 'intake.other@example.org'))

-- access_reset | in another's name | insert
INSERT INTO access_reset (id, agency_id, made_by_id, made_at, user_id) VALUES (%(new)s, %(agency)s, (SELECT id FROM
  accounts_user WHERE email = 'intake.other@example.org'), now(), (SELECT id FROM accounts_user WHERE email =
  'intake.other@example.org'))

-- access_reset | of the centre | update
UPDATE access_reset SET decided_by_id = %(me)s, decided_at = now(), approved = true WHERE id = %(reset)s

-- access_reset | all at once | update
UPDATE access_reset SET decided_by_id = %(me)s, decided_at = now(), approved = true

-- access_reset | whose it is | update
UPDATE access_reset SET user_id = %(me)s

-- access_dossier | at the centre | insert
INSERT INTO access_dossier (id, agency_id, number, kind, bucket, opened_at) VALUES (%(new)s, %(agency)s, '2026-9999', 'case',
  '2026', now())

-- access_dossier | the file | update
UPDATE access_dossier SET closed_at = now() WHERE id = %(file)s

-- access_dossier | its agency | update
UPDATE access_dossier SET agency_id = %(partner)s WHERE id = %(file)s

-- access_dossier | whom it is about | update
UPDATE access_dossier SET subject_id = NULL WHERE id = %(file)s

-- access_teamplace | the file | insert
INSERT INTO access_teamplace (id, dossier_id, user_id, since, given_by_id) VALUES (%(new)s, %(file)s, (SELECT id FROM
  accounts_user WHERE email = 'intake.other@example.org'), now(), %(me)s)

-- access_teamplace | a file without a team | insert
INSERT INTO access_teamplace (id, dossier_id, user_id, since, given_by_id) VALUES (%(new)s, %(empty)s, %(me)s, now(), %(me)s)

-- access_teamplace | the file | update
UPDATE access_teamplace SET until = now() WHERE id = %(place)s

-- access_teamplace | whose it is | update
UPDATE access_teamplace SET user_id = %(me)s WHERE id = %(place)s

-- access_consent | the file | insert
INSERT INTO access_consent (id, dossier_id, agency_id, parts, purpose, since, until, recorded_by_id) VALUES (%(new)s,
  %(file)s, %(partner)s, '{cover}', 'treatment', now(), now() + interval '1 day', %(me)s)

-- access_consent | the file | update
UPDATE access_consent SET withdrawn_at = now(), withdrawn_by_id = %(me)s WHERE id = %(consent)s

-- access_consent | what it opens | update
UPDATE access_consent SET parts = '{cover,health,whereabouts}'

-- access_glass | the file | insert
INSERT INTO access_glass (id, dossier_id, user_id, reason, since, until, alarmed, verdict) VALUES (%(new)s, %(file)s, %(me)s,
  'verzonnen', now(), now(), '{}', '')

-- access_glass | in another's name | insert
INSERT INTO access_glass (id, dossier_id, user_id, reason, since, until, alarmed, verdict) VALUES (%(new)s, %(file)s, (SELECT
  id FROM accounts_user WHERE email = 'intake.other@example.org'), 'x', now(), now(), '{}', '')

-- access_glass | the file | update
UPDATE access_glass SET reviewed_by_id = %(me)s, reviewed_at = now(), verdict = 'justified' WHERE id = %(anothers)s

-- access_glass | her own | update
UPDATE access_glass SET reviewed_by_id = %(me)s, reviewed_at = now(), verdict = 'justified' WHERE user_id = %(me)s

-- access_glass | all at once | update
UPDATE access_glass SET reviewed_by_id = %(me)s, reviewed_at = now(), verdict = 'justified'

-- access_glass | how long | update
UPDATE access_glass SET until = now() + interval '1 year'

-- audit_entry | in her own name | insert
INSERT INTO audit_entry (id, at, trace, activity, action, kind, outcome, user_id, roles, requestor, purpose, session,
  address, objects_touched, part, sensitivity, facts, ground, site, component) VALUES (%(new)s, now(), '', 'read', 'R', '',
  'done', %(me)s, '{}', true, '', '', '', '{}', '', '', '{}', '', 'x', 'x')

-- audit_entry | in another's name | insert
INSERT INTO audit_entry (id, at, trace, activity, action, kind, outcome, user_id, roles, requestor, purpose, session,
  address, objects_touched, part, sensitivity, facts, ground, site, component) VALUES (%(new)s, now(), '', 'read', 'R', '',
  'done', %(colleague)s, '{}', true, '', '', '', '{}', '', '',
  '{}', '', 'x', 'x')

-- audit_entry | any | update
UPDATE audit_entry SET outcome = 'refused'

-- retention_clock | the file | insert
INSERT INTO retention_clock (dossier_id, changed_on) VALUES (%(file)s, now())

-- retention_clock | the file | update
UPDATE retention_clock SET changed_on = '1990-01-01'

-- retention_hold | the file | insert
INSERT INTO retention_hold (id, dossier_id, reason, note, placed_by_id, since) VALUES (%(new)s, %(file)s, 'care', '', %(me)s,
  now())

-- retention_hold | in another's name | insert
INSERT INTO retention_hold (id, dossier_id, reason, note, placed_by_id, since) VALUES (%(new)s, %(file)s, 'care', '', (SELECT
  id FROM accounts_user WHERE email = 'intake.other@example.org'), now())

-- retention_hold | the file | update
UPDATE retention_hold SET lifted_by_id = %(me)s, lifted_at = now() WHERE dossier_id = %(file)s

-- retention_hold | its reason | update
UPDATE retention_hold SET reason = 'care'

-- retention_erasure | the file | insert
-- first: DELETE FROM retention_hold WHERE dossier_id = %(file)s
-- first: DELETE FROM retention_erasure WHERE dossier_id = %(file)s
INSERT INTO retention_erasure (id, dossier_id, agency_id, reason, rule, requested_on, made_by_id, made_at) VALUES (%(new)s,
  %(file)s, %(agency)s, 'request', 'x', now(), %(me)s, now())

-- retention_erasure | in another's name | insert
-- first: DELETE FROM retention_hold WHERE dossier_id = %(file)s
-- first: DELETE FROM retention_erasure WHERE dossier_id = %(file)s
INSERT INTO retention_erasure (id, dossier_id, agency_id, reason, rule, requested_on, made_by_id, made_at) VALUES (%(new)s,
  %(file)s, %(agency)s, 'request', 'x', now(), %(colleague)s,
  now())

-- retention_erasure | the file, held | insert
-- first: DELETE FROM retention_erasure WHERE dossier_id = %(file)s
INSERT INTO retention_erasure (id, dossier_id, agency_id, reason, rule, requested_on, made_by_id, made_at) VALUES (%(new)s,
  %(file)s, %(agency)s, 'request', 'x', now(), %(me)s, now())

-- retention_erasure | the file | update
-- first: DELETE FROM retention_hold WHERE dossier_id = %(file)s
UPDATE retention_erasure SET decided_by_id = %(me)s, decided_at = now(), approved = true WHERE dossier_id = %(file)s

-- retention_erasure | the file, held | update
UPDATE retention_erasure SET decided_by_id = %(me)s, decided_at = now(), approved = true WHERE dossier_id = %(file)s

-- retention_erasure | its reason | update
UPDATE retention_erasure SET reason = 'term', requested_on = NULL

-- retention_tombstone | of the centre | insert
INSERT INTO retention_tombstone (id, agency_id, erased_on, reason, rule) VALUES (%(new)s, %(agency)s, now(), 'term', 'x')

-- retention_tombstone | of the centre | update
UPDATE retention_tombstone SET rule = 'x'

-- access_appointment | asked in elsewhere | insert
-- first: UPDATE access_invitation SET email = (SELECT email FROM accounts_user WHERE id = %(colleague)s), agency_id = %(partner)s, role = 'analyst', decided_by_id = %(me)s, decided_at = now(), approved = true WHERE id = %(invitation)s
INSERT INTO access_appointment (id, user_id, agency_id, role, since) VALUES (%(new)s, (SELECT id FROM accounts_user WHERE
  email = 'intake.other@example.org'), %(agency)s, 'analyst', now())

-- access_appointment | asked in for another role | insert
-- first: UPDATE access_invitation SET email = (SELECT email FROM accounts_user WHERE id = %(colleague)s), agency_id = %(agency)s, role = 'shelter', decided_by_id = %(me)s, decided_at = now(), approved = true WHERE id = %(invitation)s
INSERT INTO access_appointment (id, user_id, agency_id, role, since) VALUES (%(new)s, (SELECT id FROM accounts_user WHERE
  email = 'intake.other@example.org'), %(agency)s, 'analyst', now())

-- access_appointment | turned away | insert
-- first: UPDATE access_invitation SET email = (SELECT email FROM accounts_user WHERE id = %(colleague)s), agency_id = %(agency)s, role = 'analyst', decided_by_id = %(me)s, decided_at = now(), approved = false WHERE id = %(invitation)s
INSERT INTO access_appointment (id, user_id, agency_id, role, since) VALUES (%(new)s, (SELECT id FROM accounts_user WHERE
  email = 'intake.other@example.org'), %(agency)s, 'analyst', now())

-- access_appointment | let in by another | insert
-- first: UPDATE access_invitation SET email = (SELECT email FROM accounts_user WHERE id = %(colleague)s), agency_id = %(agency)s, role = 'analyst', decided_by_id = %(other_officer)s, decided_at = now(), approved = true WHERE id = %(invitation)s
INSERT INTO access_appointment (id, user_id, agency_id, role, since) VALUES (%(new)s, (SELECT id FROM accounts_user WHERE
  email = 'intake.other@example.org'), %(agency)s, 'analyst', now())

-- access_appointment | another was asked in | insert
-- first: UPDATE access_invitation SET email = (SELECT email FROM accounts_user WHERE id = %(founder)s), agency_id = %(agency)s, role = 'analyst', decided_by_id = %(me)s, decided_at = now(), approved = true WHERE id = %(invitation)s
INSERT INTO access_appointment (id, user_id, agency_id, role, since) VALUES (%(new)s, (SELECT id FROM accounts_user WHERE
  email = 'intake.other@example.org'), %(agency)s, 'analyst', now())

-- access_invitation | what she asked herself | update
-- first: UPDATE access_invitation SET made_by_id = %(me)s
UPDATE access_invitation SET decided_by_id = %(me)s, decided_at = now(), approved = true WHERE id = %(invitation)s

-- access_reset | what she asked herself | update
-- first: UPDATE access_reset SET made_by_id = %(me)s
UPDATE access_reset SET decided_by_id = %(me)s, decided_at = now(), approved = true WHERE id = %(reset)s

-- access_glass | the file, after a review | insert
-- first: UPDATE access_glass SET reviewed_by_id = %(other)s, reviewed_at = now(), verdict = 'justified' WHERE user_id = %(me)s
INSERT INTO access_glass (id, dossier_id, user_id, reason, since, until, alarmed, verdict) VALUES (%(new)s, %(file)s, %(me)s,
  'verzonnen', now(), now(), '{}', '')

-- access_glass | reviewed from the beginning | insert
INSERT INTO access_glass (id, dossier_id, user_id, reason, since, until, alarmed, verdict, reviewed_at, reviewed_by_id)
  VALUES (%(new)s, %(file)s, %(me)s, 'verzonnen', now(), now(), '{}', 'justified', now(), %(other)s)

-- casework_envelope | of other files | insert
INSERT INTO casework_envelope (id, hiding_id, holder_id, sealed) VALUES (%(new)s, %(hiding_elsewhere)s, %(me)s, '')

-- retention_hold | lifted from the beginning | insert
INSERT INTO retention_hold (id, dossier_id, reason, note, placed_by_id, since, lifted_by_id, lifted_at)
  VALUES (%(new)s, %(file)s, 'care', '', %(me)s, now(), %(me)s, now())

-- retention_hold | the file, condemned | insert
-- first: UPDATE retention_erasure SET decided_by_id = %(colleague)s, decided_at = now(), approved = true WHERE dossier_id = %(file)s
INSERT INTO retention_hold (id, dossier_id, reason, note, placed_by_id, since) VALUES (%(new)s, %(file)s, 'care', '', %(me)s,
  now())

-- retention_hold | the file, another condemned | insert
-- first: UPDATE retention_erasure SET decided_by_id = %(colleague)s, decided_at = now(), approved = true WHERE dossier_id <> %(file)s
-- first: UPDATE retention_erasure SET decided_by_id = %(colleague)s, decided_at = now(), approved = false WHERE dossier_id = %(file)s
INSERT INTO retention_hold (id, dossier_id, reason, note, placed_by_id, since) VALUES (%(new)s, %(file)s, 'care', '', %(me)s,
  now())

-- retention_hold | lifted before | update
-- first: UPDATE retention_hold SET lifted_by_id = %(colleague)s, lifted_at = now() WHERE dossier_id = %(file)s
UPDATE retention_hold SET lifted_by_id = %(me)s, lifted_at = now() WHERE dossier_id = %(file)s

-- retention_hold | in another's name | update
UPDATE retention_hold SET lifted_by_id = %(colleague)s, lifted_at = now() WHERE dossier_id = %(file)s

-- retention_erasure | the file, no more held | insert
-- first: UPDATE retention_hold SET lifted_by_id = %(colleague)s, lifted_at = now() WHERE dossier_id = %(file)s
-- first: DELETE FROM retention_erasure WHERE dossier_id = %(file)s
INSERT INTO retention_erasure (id, dossier_id, agency_id, reason, rule, requested_on, made_by_id, made_at) VALUES (%(new)s,
  %(file)s, %(agency)s, 'request', 'x', now(), %(me)s, now())

-- retention_erasure | decided from the beginning | insert
-- first: DELETE FROM retention_hold WHERE dossier_id = %(file)s
-- first: DELETE FROM retention_erasure WHERE dossier_id = %(file)s
INSERT INTO retention_erasure (id, dossier_id, agency_id, reason, rule, requested_on, made_by_id, made_at,
  decided_by_id, decided_at, approved) VALUES (%(new)s, %(file)s, %(agency)s, 'request', 'x', now(), %(me)s, now(),
  %(colleague)s, now(), true)

-- retention_erasure | for another agency | insert
-- first: DELETE FROM retention_hold WHERE dossier_id = %(file)s
-- first: DELETE FROM retention_erasure WHERE dossier_id = %(file)s
INSERT INTO retention_erasure (id, dossier_id, agency_id, reason, rule, requested_on, made_by_id, made_at) VALUES (%(new)s,
  %(file)s, %(partner)s, 'request', 'x', now(), %(me)s, now())

-- retention_erasure | decided before | update
-- first: DELETE FROM retention_hold WHERE dossier_id = %(file)s
-- first: UPDATE retention_erasure SET decided_by_id = %(colleague)s, decided_at = now(), approved = false WHERE dossier_id = %(file)s
UPDATE retention_erasure SET decided_by_id = %(me)s, decided_at = now(), approved = true WHERE dossier_id = %(file)s

-- retention_erasure | in another's name | update
-- first: DELETE FROM retention_hold WHERE dossier_id = %(file)s
UPDATE retention_erasure SET decided_by_id = %(colleague)s, decided_at = now(), approved = true WHERE dossier_id = %(file)s

-- retention_erasure | what she asked herself | update
-- first: DELETE FROM retention_hold WHERE dossier_id = %(file)s
-- first: UPDATE retention_erasure SET made_by_id = %(me)s WHERE dossier_id = %(file)s
UPDATE retention_erasure SET decided_by_id = %(me)s, decided_at = now(), approved = true WHERE dossier_id = %(file)s

-- access_invitation | in another's name | update
UPDATE access_invitation SET decided_by_id = %(colleague)s, decided_at = now(), approved = true WHERE id = %(invitation)s

-- access_reset | in another's name | update
UPDATE access_reset SET decided_by_id = %(colleague)s, decided_at = now(), approved = true WHERE id = %(reset)s

-- access_consent | in another's name | update
UPDATE access_consent SET withdrawn_at = now(), withdrawn_by_id = %(colleague)s WHERE id = %(consent)s

-- access_consent | another file | insert
INSERT INTO access_consent (id, dossier_id, agency_id, parts, purpose, since, until, recorded_by_id) VALUES (%(new)s,
  %(another_file)s, %(partner)s, '{cover}', 'treatment', now(), now() + interval '1 day', %(me)s)

-- access_teamplace | another file | insert
INSERT INTO access_teamplace (id, dossier_id, user_id, since, given_by_id) VALUES (%(new)s, %(another_file)s, (SELECT id FROM
  accounts_user WHERE email = 'intake.other@example.org'), now(), %(me)s)

-- access_glass | in another's name | update
UPDATE access_glass SET reviewed_by_id = %(other)s, reviewed_at = now(), verdict = 'justified' WHERE id = %(anothers)s

-- access_numbering | any | insert
INSERT INTO access_numbering (agency, year, last) VALUES (%(agency)s, 2021, 1)

-- access_numbering | any | update
UPDATE access_numbering SET last = 0 WHERE agency = %(agency)s

-- access_invitation | decided already | update
-- first: UPDATE access_invitation SET decided_by_id = %(founder)s, decided_at = now(), approved = false WHERE id = %(invitation)s
UPDATE access_invitation SET decided_by_id = %(me)s, decided_at = now(), approved = true WHERE id = %(invitation)s

-- access_reset | decided already | update
-- first: UPDATE access_reset SET decided_by_id = %(founder)s, decided_at = now(), approved = false WHERE id = %(reset)s
UPDATE access_reset SET decided_by_id = %(me)s, decided_at = now(), approved = true WHERE id = %(reset)s

-- access_glass | reviewed already | update
-- first: UPDATE access_glass SET reviewed_by_id = %(founder)s, reviewed_at = now(), verdict = 'unjustified' WHERE id = %(anothers)s
UPDATE access_glass SET reviewed_by_id = %(me)s, reviewed_at = now(), verdict = 'justified' WHERE id = %(anothers)s

-- legal_happened | the file | insert
INSERT INTO legal_happened (id, dossier_id, event, "on", recorded_by_id, recorded_at, struck_by_id, struck_at) VALUES (%(new)s, %(file)s, '', '', %(me)s, now(), NULL, NULL)

-- legal_happened | in another's name | insert
INSERT INTO legal_happened (id, dossier_id, event, "on", recorded_by_id, recorded_at, struck_by_id, struck_at) VALUES (%(new)s, %(file)s, '', '', %(colleague)s, now(), NULL, NULL)

-- legal_happened | struck out from the beginning | insert
INSERT INTO legal_happened (id, dossier_id, event, "on", recorded_by_id, recorded_at, struck_by_id, struck_at) VALUES (%(new)s, %(file)s, '', '', %(me)s, now(), %(me)s, now())

-- legal_happened | the file | update
UPDATE legal_happened SET struck_by_id = %(me)s, struck_at = now() WHERE dossier_id = %(file)s

-- legal_happened | all at once | update
UPDATE legal_happened SET struck_by_id = %(me)s, struck_at = now()

-- legal_happened | in another's name | update
UPDATE legal_happened SET struck_by_id = %(colleague)s, struck_at = now() WHERE dossier_id = %(file)s

-- legal_happened | struck out already | update
-- first: UPDATE legal_happened SET struck_by_id = %(colleague)s, struck_at = now()
UPDATE legal_happened SET struck_by_id = %(me)s, struck_at = now() WHERE dossier_id = %(file)s

-- legal_happened | what happened | update
UPDATE legal_happened SET event = '' WHERE dossier_id = %(file)s

-- legal_conditions | the file | insert
INSERT INTO legal_conditions (id, dossier_id, known) VALUES (%(new)s, %(file)s, '')

-- legal_conditions | the file | update
UPDATE legal_conditions SET known = '' WHERE dossier_id = %(file)s

-- legal_conditions | all at once | update
UPDATE legal_conditions SET known = ''

-- intake_report | the file | insert
INSERT INTO intake_report (id, dossier_id, agency_id, number, channel, hour, owner_id, step, due, decision, decided_at) VALUES
  (%(new)s, %(file)s, %(agency)s, 'x', 'web', now(), %(me)s, 'decide', now(), '', NULL)

-- intake_report | in another's name | insert
INSERT INTO intake_report (id, dossier_id, agency_id, number, channel, hour, owner_id, step, due, decision, decided_at) VALUES
  (%(new)s, %(file)s, %(agency)s, 'x', 'web', now(), (SELECT id FROM accounts_user WHERE email = 'intake.other@example.org'), 'decide', now(), '', NULL)

-- intake_report | of another agency | insert
-- first: INSERT INTO access_appointment (id, user_id, agency_id, role, since) VALUES (gen_random_uuid(), %(me)s, %(partner)s, 'case_manager', now() - interval '1 day') ON CONFLICT DO NOTHING
INSERT INTO intake_report (id, dossier_id, agency_id, number, channel, hour, owner_id, step, due, decision, decided_at) VALUES
  (%(new)s, %(file)s, %(partner)s, 'x', 'web', now(), %(me)s, 'decide', now(), '', NULL)

-- intake_report | decided from the beginning | insert
INSERT INTO intake_report (id, dossier_id, agency_id, number, channel, hour, owner_id, step, due, decision, decided_at) VALUES
  (%(new)s, %(file)s, %(agency)s, 'x', 'web', now(), %(me)s, 'decide', now(), 'advise', now())

-- intake_report | the file | update
UPDATE intake_report SET step = 'ask' WHERE dossier_id = %(file)s

-- intake_report | all at once | update
UPDATE intake_report SET step = 'ask'

-- intake_report | decided already | update
-- first: UPDATE intake_report SET decision = 'close', decided_at = now()
UPDATE intake_report SET step = 'ask' WHERE dossier_id = %(file)s

-- intake_report | its owner | update
UPDATE intake_report SET owner_id = %(me)s WHERE dossier_id = %(file)s

-- intake_letter | the file | insert
INSERT INTO intake_letter (id, dossier_id, content, hour, written_by_id) VALUES (%(new)s, %(file)s, '', now(), %(me)s)

-- intake_letter | in another's name | insert
INSERT INTO intake_letter (id, dossier_id, content, hour, written_by_id) VALUES (%(new)s, %(file)s, '', now(), (SELECT id FROM accounts_user WHERE email = 'intake.other@example.org'))

-- intake_letter | what was said | update
UPDATE intake_letter SET content = '' WHERE dossier_id = %(file)s

-- intake_attachment | the file | insert
INSERT INTO intake_attachment (id, dossier_id, name, kind, original, stripped, hour) VALUES (%(new)s, %(file)s, '', '', '', '',
  now())

-- intake_attachment | its contents | update
UPDATE intake_attachment SET original = '' WHERE dossier_id = %(file)s

-- intake_decision | the file | insert
INSERT INTO intake_decision (id, dossier_id, decision, reason, words, decided_by_id, decided_at) VALUES
  (%(new)s, %(file)s, 'advise', '', '', %(me)s, now())

-- intake_decision | in another's name | insert
INSERT INTO intake_decision (id, dossier_id, decision, reason, words, decided_by_id, decided_at) VALUES
  (%(new)s, %(file)s, 'advise', '', '', (SELECT id FROM accounts_user WHERE email = 'intake.other@example.org'), now())

-- intake_decision | why | update
UPDATE intake_decision SET words = '' WHERE dossier_id = %(file)s

-- intake_link | the file | insert
INSERT INTO intake_link (id, dossier_id, case_id, linked_by_id, linked_at) VALUES (%(new)s, %(file)s, %(file)s,
  %(me)s, now())

-- intake_link | in another's name | insert
INSERT INTO intake_link (id, dossier_id, case_id, linked_by_id, linked_at) VALUES (%(new)s, %(file)s, %(file)s,
  (SELECT id FROM accounts_user WHERE email = 'intake.other@example.org'), now())

-- intake_link | to a file of others | insert
INSERT INTO intake_link (id, dossier_id, case_id, linked_by_id, linked_at) VALUES (%(new)s, %(file)s, %(new)s,
  %(me)s, now())

-- intake_link | from a file of others | insert
INSERT INTO intake_link (id, dossier_id, case_id, linked_by_id, linked_at) VALUES (%(new)s, %(new)s, %(file)s,
  %(me)s, now())

-- intake_link | the file | update
UPDATE intake_link SET linked_at = now() WHERE dossier_id = %(file)s

-- intake_scoring | the file | insert
INSERT INTO intake_scoring (id, dossier_id, content, scored_by_id, scored_at) VALUES (%(new)s, %(file)s, '', %(me)s, now())

-- intake_scoring | a report of hers | insert
-- first: UPDATE intake_report SET owner_id = %(me)s WHERE dossier_id = %(file)s
INSERT INTO intake_scoring (id, dossier_id, content, scored_by_id, scored_at) VALUES (%(new)s, %(file)s, '', %(me)s, now())

-- intake_scoring | in another's name | insert
INSERT INTO intake_scoring (id, dossier_id, content, scored_by_id, scored_at) VALUES (%(new)s, %(file)s, '', (SELECT id FROM accounts_user WHERE email = 'intake.other@example.org'), now())

-- intake_scoring | of a decided report | insert
-- first: UPDATE intake_report SET decision = 'close', decided_at = now() WHERE dossier_id = %(file)s
INSERT INTO intake_scoring (id, dossier_id, content, scored_by_id, scored_at) VALUES (%(new)s, %(file)s, '', %(me)s, now())

-- intake_scoring | what was ticked | update
UPDATE intake_scoring SET content = '' WHERE dossier_id = %(file)s

-- intake_mark | the file | insert
INSERT INTO intake_mark (id, dossier_id, index) VALUES (%(new)s, %(file)s, '')

-- intake_mark | other files | insert
INSERT INTO intake_mark (id, dossier_id, index) VALUES (%(new)s, %(another_file)s, '')

-- intake_mark | the file | update
UPDATE intake_mark SET index = '' WHERE dossier_id = %(file)s

-- intake_verdict | the file | insert
INSERT INTO intake_verdict (id, dossier_id, other_id, verdict, words, judged_by_id, judged_at) VALUES
  (%(new)s, %(file)s, %(empty)s, 'same', '', %(me)s, now())

-- intake_verdict | in another's name | insert
INSERT INTO intake_verdict (id, dossier_id, other_id, verdict, words, judged_by_id, judged_at) VALUES
  (%(new)s, %(file)s, %(empty)s, 'same', '', (SELECT id FROM accounts_user WHERE email = 'intake.other@example.org'), now())

-- intake_verdict | on a file of another agency | insert
INSERT INTO intake_verdict (id, dossier_id, other_id, verdict, words, judged_by_id, judged_at) VALUES
  (%(new)s, %(file)s, %(partner_file)s, 'same', '', %(me)s, now())

-- intake_verdict | the file | update
UPDATE intake_verdict SET verdict = 'undone' WHERE dossier_id = %(file)s

-- casework_guardian | the file | insert
INSERT INTO casework_guardian (id, dossier_id, kind, name, phone, recorded_by_id, recorded_at) VALUES (%(new)s, %(file)s, '', '', '', %(me)s, now())

-- casework_guardian | in another's name | insert
INSERT INTO casework_guardian (id, dossier_id, kind, name, phone, recorded_by_id, recorded_at) VALUES (%(new)s, %(file)s, '', '', '', %(colleague)s, now())

-- casework_guardian | struck out from the beginning | insert
INSERT INTO casework_guardian (id, dossier_id, kind, name, phone, recorded_by_id, recorded_at, struck_by_id, struck_at) VALUES (%(new)s, %(file)s, '', '', '', %(me)s, now(), %(me)s, now())

-- casework_guardian | the file | update
UPDATE casework_guardian SET struck_by_id = %(me)s, struck_at = now() WHERE dossier_id = %(file)s

-- casework_guardian | all at once | update
UPDATE casework_guardian SET struck_by_id = %(me)s, struck_at = now()

-- casework_guardian | in another's name | update
UPDATE casework_guardian SET struck_by_id = %(colleague)s, struck_at = now() WHERE dossier_id = %(file)s

-- casework_guardian | struck out already | update
-- first: UPDATE casework_guardian SET struck_by_id = %(colleague)s, struck_at = now()
UPDATE casework_guardian SET struck_by_id = %(me)s, struck_at = now() WHERE dossier_id = %(file)s

-- casework_guardian | what was written | update
UPDATE casework_guardian SET name = '' WHERE dossier_id = %(file)s

-- casework_relative | the file | insert
INSERT INTO casework_relative (id, dossier_id, name, relation, with_her, file, recorded_by_id, recorded_at) VALUES (%(new)s, %(file)s, '', '', '', '', %(me)s, now())

-- casework_relative | in another's name | insert
INSERT INTO casework_relative (id, dossier_id, name, relation, with_her, file, recorded_by_id, recorded_at) VALUES (%(new)s, %(file)s, '', '', '', '', %(colleague)s, now())

-- casework_relative | struck out from the beginning | insert
INSERT INTO casework_relative (id, dossier_id, name, relation, with_her, file, recorded_by_id, recorded_at, struck_by_id, struck_at) VALUES (%(new)s, %(file)s, '', '', '', '', %(me)s, now(), %(me)s, now())

-- casework_relative | the file | update
UPDATE casework_relative SET struck_by_id = %(me)s, struck_at = now() WHERE dossier_id = %(file)s

-- casework_relative | all at once | update
UPDATE casework_relative SET struck_by_id = %(me)s, struck_at = now()

-- casework_relative | in another's name | update
UPDATE casework_relative SET struck_by_id = %(colleague)s, struck_at = now() WHERE dossier_id = %(file)s

-- casework_relative | struck out already | update
-- first: UPDATE casework_relative SET struck_by_id = %(colleague)s, struck_at = now()
UPDATE casework_relative SET struck_by_id = %(me)s, struck_at = now() WHERE dossier_id = %(file)s

-- casework_relative | what was written | update
UPDATE casework_relative SET name = '' WHERE dossier_id = %(file)s

-- casework_assertion | the file | insert
INSERT INTO casework_assertion (id, dossier_id, what, by, "on", source, recorded_by_id, recorded_at) VALUES (%(new)s, %(file)s, '', '', '', '', %(me)s, now())

-- casework_assertion | in another's name | insert
INSERT INTO casework_assertion (id, dossier_id, what, by, "on", source, recorded_by_id, recorded_at) VALUES (%(new)s, %(file)s, '', '', '', '', %(colleague)s, now())

-- casework_assertion | struck out from the beginning | insert
INSERT INTO casework_assertion (id, dossier_id, what, by, "on", source, recorded_by_id, recorded_at, struck_by_id, struck_at) VALUES (%(new)s, %(file)s, '', '', '', '', %(me)s, now(), %(me)s, now())

-- casework_assertion | the file | update
UPDATE casework_assertion SET struck_by_id = %(me)s, struck_at = now() WHERE dossier_id = %(file)s

-- casework_assertion | all at once | update
UPDATE casework_assertion SET struck_by_id = %(me)s, struck_at = now()

-- casework_assertion | in another's name | update
UPDATE casework_assertion SET struck_by_id = %(colleague)s, struck_at = now() WHERE dossier_id = %(file)s

-- casework_assertion | struck out already | update
-- first: UPDATE casework_assertion SET struck_by_id = %(colleague)s, struck_at = now()
UPDATE casework_assertion SET struck_by_id = %(me)s, struck_at = now() WHERE dossier_id = %(file)s

-- casework_assertion | what was written | update
UPDATE casework_assertion SET source = '' WHERE dossier_id = %(file)s

-- documents_document | notes | insert
INSERT INTO documents_document (id, dossier_id, part, title, recorded_by_id, recorded_at) VALUES (%(new)s, %(file)s, 'notes', '', %(me)s,
  now())

-- documents_version | notes | insert
INSERT INTO documents_version (id, dossier_id, document_id, name, media_type, size, body, added_by_id, added_at) VALUES (%(new)s,
  %(file)s, (SELECT id FROM documents_document WHERE dossier_id = %(file)s AND part = 'notes'), '', '', 1, '', %(me)s, now())

-- documents_document | notes | update
UPDATE documents_document SET struck_by_id = %(me)s, struck_at = now() WHERE dossier_id = %(file)s AND part = 'notes'

-- documents_document | legal | insert
INSERT INTO documents_document (id, dossier_id, part, title, recorded_by_id, recorded_at) VALUES (%(new)s, %(file)s, 'legal', '', %(me)s,
  now())

-- documents_version | legal | insert
INSERT INTO documents_version (id, dossier_id, document_id, name, media_type, size, body, added_by_id, added_at) VALUES (%(new)s,
  %(file)s, (SELECT id FROM documents_document WHERE dossier_id = %(file)s AND part = 'legal'), '', '', 1, '', %(me)s, now())

-- documents_document | legal | update
UPDATE documents_document SET struck_by_id = %(me)s, struck_at = now() WHERE dossier_id = %(file)s AND part = 'legal'

-- documents_document | health | insert
INSERT INTO documents_document (id, dossier_id, part, title, recorded_by_id, recorded_at) VALUES (%(new)s, %(file)s, 'health', '', %(me)s,
  now())

-- documents_version | health | insert
INSERT INTO documents_version (id, dossier_id, document_id, name, media_type, size, body, added_by_id, added_at) VALUES (%(new)s,
  %(file)s, (SELECT id FROM documents_document WHERE dossier_id = %(file)s AND part = 'health'), '', '', 1, '', %(me)s, now())

-- documents_document | health | update
UPDATE documents_document SET struck_by_id = %(me)s, struck_at = now() WHERE dossier_id = %(file)s AND part = 'health'

-- documents_document | in another's name | insert
INSERT INTO documents_document (id, dossier_id, part, title, recorded_by_id, recorded_at) VALUES (%(new)s, %(file)s, 'notes', '', %(colleague)s,
  now())

-- documents_version | in another's name | insert
INSERT INTO documents_version (id, dossier_id, document_id, name, media_type, size, body, added_by_id, added_at) VALUES (%(new)s,
  %(file)s, (SELECT id FROM documents_document WHERE dossier_id = %(file)s AND part = 'notes'), '', '', 1, '', %(colleague)s, now())

-- documents_document | struck out from the beginning | insert
INSERT INTO documents_document (id, dossier_id, part, title, recorded_by_id, recorded_at, struck_by_id, struck_at) VALUES (%(new)s, %(file)s, 'notes', '', %(me)s,
  now(), %(me)s, now())

-- documents_document | all at once | update
UPDATE documents_document SET struck_by_id = %(me)s, struck_at = now()

-- documents_document | in another's name | update
UPDATE documents_document SET struck_by_id = %(colleague)s, struck_at = now() WHERE dossier_id = %(file)s

-- documents_document | struck out already | update
-- first: UPDATE documents_document SET struck_by_id = %(colleague)s, struck_at = now()
UPDATE documents_document SET struck_by_id = %(me)s, struck_at = now() WHERE dossier_id = %(file)s

-- documents_document | what was written | update
UPDATE documents_document SET title = '' WHERE dossier_id = %(file)s

-- documents_version | of what is struck out | insert
-- first: UPDATE documents_document SET struck_by_id = %(colleague)s, struck_at = now()
INSERT INTO documents_version (id, dossier_id, document_id, name, media_type, size, body, added_by_id, added_at) VALUES (%(new)s,
  %(file)s, (SELECT id FROM documents_document WHERE dossier_id = %(file)s AND part = 'notes'), '', '', 1, '', %(me)s, now())

-- documents_version | under another file's document | insert
INSERT INTO documents_version (id, dossier_id, document_id, name, media_type, size, body, added_by_id, added_at) VALUES (%(new)s,
  %(another_file)s, (SELECT id FROM documents_document WHERE dossier_id = %(file)s AND part = 'notes'), '', '', 1, '', %(me)s, now())

-- documents_version | what was written | update
UPDATE documents_version SET name = '' WHERE dossier_id = %(file)s

-- plan_goal | the file | insert
INSERT INTO plan_goal (id, dossier_id, area, text, set_by_id, set_at, ended_by_id, ended_at, how, words) VALUES (%(new)s, %(file)s, '', '', %(me)s, now(), NULL, NULL, '', '')

-- plan_goal | in another's name | insert
INSERT INTO plan_goal (id, dossier_id, area, text, set_by_id, set_at, ended_by_id, ended_at, how, words) VALUES (%(new)s, %(file)s, '', '', %(colleague)s, now(), NULL, NULL, '', '')

-- plan_goal | ended from the beginning | insert
INSERT INTO plan_goal (id, dossier_id, area, text, set_by_id, set_at, ended_by_id, ended_at, how, words) VALUES (%(new)s, %(file)s, '', '', %(me)s, now(), %(me)s, now(), '', '')

-- plan_goal | a closed file | insert
-- first: UPDATE access_dossier SET closed_at = now() WHERE id = %(file)s
INSERT INTO plan_goal (id, dossier_id, area, text, set_by_id, set_at, ended_by_id, ended_at, how, words) VALUES (%(new)s, %(file)s, '', '', %(me)s, now(), NULL, NULL, '', '')

-- plan_goal | the file | update
UPDATE plan_goal SET ended_by_id = %(me)s, ended_at = now() WHERE dossier_id = %(file)s

-- plan_goal | all at once | update
UPDATE plan_goal SET ended_by_id = %(me)s, ended_at = now()

-- plan_goal | in another's name | update
UPDATE plan_goal SET ended_by_id = %(colleague)s, ended_at = now() WHERE dossier_id = %(file)s

-- plan_goal | ended already | update
-- first: UPDATE plan_goal SET ended_by_id = %(colleague)s, ended_at = now()
UPDATE plan_goal SET ended_by_id = %(me)s, ended_at = now() WHERE dossier_id = %(file)s

-- plan_goal | a closed file | update
-- first: UPDATE access_dossier SET closed_at = now() WHERE id = %(file)s
UPDATE plan_goal SET ended_by_id = %(me)s, ended_at = now() WHERE dossier_id = %(file)s

-- plan_goal | what she wants | update
UPDATE plan_goal SET text = '' WHERE dossier_id = %(file)s

-- plan_task | the file | insert
INSERT INTO plan_task (id, dossier_id, goal_id, text, owner_id, due_on, made_by_id, made_at, ended_by_id, ended_at, how, reason) VALUES (%(new)s,
  %(file)s, NULL, '', %(founder)s, current_date, %(me)s, now(), NULL, NULL, '', '')

-- plan_task | in another's name | insert
INSERT INTO plan_task (id, dossier_id, goal_id, text, owner_id, due_on, made_by_id, made_at, ended_by_id, ended_at, how, reason) VALUES (%(new)s,
  %(file)s, NULL, '', %(founder)s, current_date, %(colleague)s, now(), NULL, NULL, '', '')

-- plan_task | for somebody off the team | insert
INSERT INTO plan_task (id, dossier_id, goal_id, text, owner_id, due_on, made_by_id, made_at, ended_by_id, ended_at, how, reason) VALUES (%(new)s,
  %(file)s, NULL, '', %(colleague)s, current_date, %(me)s, now(), NULL, NULL, '', '')

-- plan_task | for whom the file is about | insert
-- first: UPDATE access_dossier SET subject_id = %(founder)s WHERE id = %(file)s
INSERT INTO plan_task (id, dossier_id, goal_id, text, owner_id, due_on, made_by_id, made_at, ended_by_id, ended_at, how, reason) VALUES (%(new)s,
  %(file)s, NULL, '', %(founder)s, current_date, %(me)s, now(), NULL, NULL, '', '')

-- plan_task | for a goal of another file | insert
-- first: INSERT INTO access_teamplace (id, dossier_id, user_id, since, given_by_id) VALUES (gen_random_uuid(), %(empty)s, %(me)s, now(), %(me)s)
INSERT INTO plan_task (id, dossier_id, goal_id, text, owner_id, due_on, made_by_id, made_at, ended_by_id, ended_at, how, reason) VALUES (%(new)s,
  %(file)s, %(goal_elsewhere)s, '', %(founder)s, current_date, %(me)s, now(), NULL, NULL, '', '')

-- plan_task | ended from the beginning | insert
INSERT INTO plan_task (id, dossier_id, goal_id, text, owner_id, due_on, made_by_id, made_at, ended_by_id, ended_at, how, reason) VALUES (%(new)s,
  %(file)s, NULL, '', %(founder)s, current_date, %(me)s, now(), %(me)s, now(), 'done', '')

-- plan_task | a closed file | insert
-- first: UPDATE access_dossier SET closed_at = now() WHERE id = %(file)s
INSERT INTO plan_task (id, dossier_id, goal_id, text, owner_id, due_on, made_by_id, made_at, ended_by_id, ended_at, how, reason) VALUES (%(new)s,
  %(file)s, NULL, '', %(founder)s, current_date, %(me)s, now(), NULL, NULL, '', '')

-- plan_task | the file | update
UPDATE plan_task SET ended_by_id = %(me)s, ended_at = now(), how = 'done' WHERE dossier_id = %(file)s AND ended_at IS NULL

-- plan_task | all at once | update
UPDATE plan_task SET ended_by_id = %(me)s, ended_at = now(), how = 'done'

-- plan_task | in another's name | update
UPDATE plan_task SET ended_by_id = %(colleague)s, ended_at = now(), how = 'done' WHERE dossier_id = %(file)s AND ended_at IS NULL

-- plan_task | whose it is | update
UPDATE plan_task SET owner_id = %(founder)s WHERE dossier_id = %(file)s AND ended_at IS NULL

-- plan_task | to somebody off the team | update
UPDATE plan_task SET owner_id = %(colleague)s WHERE dossier_id = %(file)s AND ended_at IS NULL

-- plan_task | what she ended just now | update
-- first: UPDATE plan_task SET ended_by_id = %(me)s, ended_at = now() - interval '59 minutes', how = 'done'
UPDATE plan_task SET ended_by_id = NULL, ended_at = NULL, how = '' WHERE dossier_id = %(file)s

-- plan_task | what she ended before | update
-- first: UPDATE plan_task SET ended_by_id = %(me)s, ended_at = now() - interval '61 minutes', how = 'done'
UPDATE plan_task SET ended_by_id = NULL, ended_at = NULL, how = '' WHERE dossier_id = %(file)s

-- plan_task | what another ended just now | update
-- first: UPDATE plan_task SET ended_by_id = %(colleague)s, ended_at = now() - interval '5 minutes', how = 'done'
UPDATE plan_task SET ended_by_id = NULL, ended_at = NULL, how = '' WHERE dossier_id = %(file)s

-- plan_task | a closed file | update
-- first: UPDATE access_dossier SET closed_at = now() WHERE id = %(file)s
UPDATE plan_task SET ended_by_id = %(me)s, ended_at = now(), how = 'done' WHERE dossier_id = %(file)s AND ended_at IS NULL

-- plan_task | its day | update
UPDATE plan_task SET due_on = current_date WHERE dossier_id = %(file)s

-- plan_lead | the file | insert
INSERT INTO plan_lead (id, dossier_id, user_id, since, until) VALUES (%(new)s, %(file)s, %(me)s, now(), NULL)

-- plan_lead | offered to her | insert
-- first: UPDATE plan_handover SET to_id = %(me)s, offered_by_id = %(lead)s WHERE dossier_id = %(file)s AND ended_at IS NULL
INSERT INTO plan_lead (id, dossier_id, user_id, since, until) VALUES (%(new)s, %(file)s, %(me)s, now(), NULL)

-- plan_lead | offered to her, in another's name | insert
-- first: UPDATE plan_handover SET to_id = %(me)s, offered_by_id = %(lead)s WHERE dossier_id = %(file)s AND ended_at IS NULL
INSERT INTO plan_lead (id, dossier_id, user_id, since, until) VALUES (%(new)s, %(file)s, %(colleague)s, now(), NULL)

-- plan_lead | offered to her, ended from the beginning | insert
-- first: UPDATE plan_handover SET to_id = %(me)s, offered_by_id = %(lead)s WHERE dossier_id = %(file)s AND ended_at IS NULL
INSERT INTO plan_lead (id, dossier_id, user_id, since, until) VALUES (%(new)s, %(file)s, %(me)s, now(), now())

-- plan_lead | nobody leads | insert
-- first: UPDATE plan_lead SET until = now() WHERE until IS NULL
INSERT INTO plan_lead (id, dossier_id, user_id, since, until) VALUES (%(new)s, %(file)s, %(me)s, now(), NULL)

-- plan_lead | the file | update
UPDATE plan_lead SET until = now() WHERE dossier_id = %(file)s

-- plan_lead | offered to her | update
-- first: UPDATE plan_handover SET to_id = %(me)s, offered_by_id = %(lead)s WHERE dossier_id = %(file)s AND ended_at IS NULL
UPDATE plan_lead SET until = now() WHERE dossier_id = %(file)s

-- plan_lead | all at once, offered to her | update
-- first: UPDATE plan_handover SET to_id = %(me)s, offered_by_id = %(lead)s WHERE dossier_id = %(file)s AND ended_at IS NULL
UPDATE plan_lead SET until = now()

-- plan_lead | nobody leads | update
-- first: UPDATE plan_lead SET user_id = %(colleague)s WHERE dossier_id = %(file)s AND until IS NULL
UPDATE plan_lead SET until = now() WHERE dossier_id = %(file)s

-- plan_lead | ended before | update
-- first: UPDATE plan_lead SET until = now() WHERE until IS NULL
UPDATE plan_lead SET until = now() WHERE dossier_id = %(file)s

-- plan_lead | left without an end | update
-- first: UPDATE plan_handover SET to_id = %(me)s, offered_by_id = %(lead)s WHERE dossier_id = %(file)s AND ended_at IS NULL
UPDATE plan_lead SET until = NULL

-- plan_lead | whose it is | update
UPDATE plan_lead SET user_id = %(me)s WHERE dossier_id = %(file)s

-- plan_handover | the file | insert
INSERT INTO plan_handover (id, dossier_id, offered_by_id, offered_at, to_id, words, ended_by_id, ended_at, how, answer) VALUES (%(new)s,
  %(file)s, %(me)s, now(), %(colleague)s, '', NULL, NULL, '', '')

-- plan_handover | as lead | insert
-- first: UPDATE plan_lead SET user_id = %(me)s WHERE dossier_id = %(file)s AND until IS NULL
INSERT INTO plan_handover (id, dossier_id, offered_by_id, offered_at, to_id, words, ended_by_id, ended_at, how, answer) VALUES (%(new)s,
  %(file)s, %(me)s, now(), %(colleague)s, '', NULL, NULL, '', '')

-- plan_handover | as lead, in another's name | insert
-- first: UPDATE plan_lead SET user_id = %(me)s WHERE dossier_id = %(file)s AND until IS NULL
INSERT INTO plan_handover (id, dossier_id, offered_by_id, offered_at, to_id, words, ended_by_id, ended_at, how, answer) VALUES (%(new)s,
  %(file)s, %(colleague)s, now(), %(founder)s, '', NULL, NULL, '', '')

-- plan_handover | as lead, to herself | insert
-- first: UPDATE plan_lead SET user_id = %(me)s WHERE dossier_id = %(file)s AND until IS NULL
INSERT INTO plan_handover (id, dossier_id, offered_by_id, offered_at, to_id, words, ended_by_id, ended_at, how, answer) VALUES (%(new)s,
  %(file)s, %(me)s, now(), %(me)s, '', NULL, NULL, '', '')

-- plan_handover | as lead, to another role | insert
-- first: UPDATE plan_lead SET user_id = %(me)s WHERE dossier_id = %(file)s AND until IS NULL
INSERT INTO plan_handover (id, dossier_id, offered_by_id, offered_at, to_id, words, ended_by_id, ended_at, how, answer) VALUES (%(new)s,
  %(file)s, %(me)s, now(), %(therapist)s, '', NULL, NULL, '', '')

-- plan_handover | as lead, to another agency | insert
-- first: UPDATE plan_lead SET user_id = %(me)s WHERE dossier_id = %(file)s AND until IS NULL
INSERT INTO plan_handover (id, dossier_id, offered_by_id, offered_at, to_id, words, ended_by_id, ended_at, how, answer) VALUES (%(new)s,
  %(file)s, %(me)s, now(), %(elsewhere)s, '', NULL, NULL, '', '')

-- plan_handover | as lead, ended from the beginning | insert
-- first: UPDATE plan_lead SET user_id = %(me)s WHERE dossier_id = %(file)s AND until IS NULL
INSERT INTO plan_handover (id, dossier_id, offered_by_id, offered_at, to_id, words, ended_by_id, ended_at, how, answer) VALUES (%(new)s,
  %(file)s, %(me)s, now(), %(colleague)s, '', %(me)s, now(), 'withdrawn', '')

-- plan_handover | as lead, a closed file | insert
-- first: UPDATE plan_lead SET user_id = %(me)s WHERE dossier_id = %(file)s AND until IS NULL
-- first: UPDATE access_dossier SET closed_at = now() WHERE id = %(file)s
INSERT INTO plan_handover (id, dossier_id, offered_by_id, offered_at, to_id, words, ended_by_id, ended_at, how, answer) VALUES (%(new)s,
  %(file)s, %(me)s, now(), %(colleague)s, '', NULL, NULL, '', '')

-- plan_handover | as lead, its agency shut out | insert
-- first: UPDATE plan_lead SET user_id = %(me)s WHERE dossier_id = %(file)s AND until IS NULL
-- first: UPDATE access_agency SET suspended_at = now() WHERE id = %(agency)s
INSERT INTO plan_handover (id, dossier_id, offered_by_id, offered_at, to_id, words, ended_by_id, ended_at, how, answer) VALUES (%(new)s,
  %(file)s, %(me)s, now(), %(colleague)s, '', NULL, NULL, '', '')

-- plan_handover | who sat down first | insert
-- first: DELETE FROM plan_lead WHERE dossier_id = %(file)s
-- first: UPDATE access_teamplace SET since = '2020-01-01' WHERE dossier_id = %(file)s AND user_id = %(me)s AND since <= now()
-- first: UPDATE access_teamplace SET since = '2019-01-01' WHERE dossier_id <> %(file)s
INSERT INTO plan_handover (id, dossier_id, offered_by_id, offered_at, to_id, words, ended_by_id, ended_at, how, answer) VALUES (%(new)s,
  %(file)s, %(me)s, now(), %(colleague)s, '', NULL, NULL, '', '')

-- plan_handover | who sat down first, after others led | insert
-- first: UPDATE plan_lead SET until = now() WHERE until IS NULL
-- first: UPDATE access_teamplace SET since = '2020-01-01' WHERE dossier_id = %(file)s AND user_id = %(me)s AND since <= now()
INSERT INTO plan_handover (id, dossier_id, offered_by_id, offered_at, to_id, words, ended_by_id, ended_at, how, answer) VALUES (%(new)s,
  %(file)s, %(me)s, now(), %(colleague)s, '', NULL, NULL, '', '')

-- plan_handover | the file | update
UPDATE plan_handover SET ended_by_id = %(me)s, ended_at = now(), how = 'withdrawn' WHERE dossier_id = %(file)s AND ended_at IS NULL

-- plan_handover | offered to her | update
-- first: UPDATE plan_handover SET to_id = %(me)s, offered_by_id = %(lead)s WHERE dossier_id = %(file)s AND ended_at IS NULL
UPDATE plan_handover SET ended_by_id = %(me)s, ended_at = now(), how = 'refused' WHERE dossier_id = %(file)s AND ended_at IS NULL

-- plan_handover | offered to her, as if withdrawn | update
-- first: UPDATE plan_handover SET to_id = %(me)s, offered_by_id = %(lead)s WHERE dossier_id = %(file)s AND ended_at IS NULL
UPDATE plan_handover SET ended_by_id = %(me)s, ended_at = now(), how = 'withdrawn' WHERE dossier_id = %(file)s AND ended_at IS NULL

-- plan_handover | offered to her, in another's name | update
-- first: UPDATE plan_handover SET to_id = %(me)s, offered_by_id = %(lead)s WHERE dossier_id = %(file)s AND ended_at IS NULL
UPDATE plan_handover SET ended_by_id = %(colleague)s, ended_at = now(), how = 'refused' WHERE dossier_id = %(file)s AND ended_at IS NULL

-- plan_handover | as lead | update
-- first: UPDATE plan_lead SET user_id = %(me)s WHERE dossier_id = %(file)s AND until IS NULL
UPDATE plan_handover SET ended_by_id = %(me)s, ended_at = now(), how = 'withdrawn' WHERE dossier_id = %(file)s AND ended_at IS NULL

-- plan_handover | as lead, as if accepted | update
-- first: UPDATE plan_lead SET user_id = %(me)s WHERE dossier_id = %(file)s AND until IS NULL
UPDATE plan_handover SET ended_by_id = %(me)s, ended_at = now(), how = 'accepted' WHERE dossier_id = %(file)s AND ended_at IS NULL

-- plan_handover | as lead, ended before | update
-- first: UPDATE plan_lead SET user_id = %(me)s WHERE dossier_id = %(file)s AND until IS NULL
-- first: UPDATE plan_handover SET ended_by_id = %(colleague)s, ended_at = now(), how = 'withdrawn' WHERE dossier_id = %(file)s AND ended_at IS NULL
UPDATE plan_handover SET ended_by_id = %(me)s, ended_at = now(), how = 'withdrawn' WHERE dossier_id = %(file)s

-- plan_handover | what was said | update
UPDATE plan_handover SET words = '' WHERE dossier_id = %(file)s

-- access_teamplace | the file, offered to her | insert
-- first: UPDATE plan_handover SET to_id = %(me)s, offered_by_id = %(lead)s WHERE dossier_id = %(file)s AND ended_at IS NULL
INSERT INTO access_teamplace (id, dossier_id, user_id, since, given_by_id) VALUES (%(new)s, %(file)s, %(me)s, now(), %(me)s)

-- access_teamplace | the file, offered to her, for another | insert
-- first: UPDATE plan_handover SET to_id = %(me)s, offered_by_id = %(lead)s WHERE dossier_id = %(file)s AND ended_at IS NULL
INSERT INTO access_teamplace (id, dossier_id, user_id, since, given_by_id) VALUES (%(new)s, %(file)s, %(colleague)s, now(), %(me)s)

-- access_teamplace | the file, offered by who leads it no more | insert
-- first: UPDATE plan_handover SET to_id = %(me)s, offered_by_id = %(lead)s WHERE dossier_id = %(file)s AND ended_at IS NULL
-- first: UPDATE plan_lead SET user_id = %(founder)s WHERE until IS NULL AND dossier_id = %(file)s
INSERT INTO access_teamplace (id, dossier_id, user_id, since, given_by_id) VALUES (%(new)s, %(file)s, %(me)s, now(), %(me)s)

-- access_teamplace | another file, where this one is offered | insert
-- first: UPDATE plan_handover SET to_id = %(me)s, offered_by_id = %(lead)s WHERE dossier_id = %(file)s AND ended_at IS NULL
INSERT INTO access_teamplace (id, dossier_id, user_id, since, given_by_id) VALUES (%(new)s, %(another_file)s, %(me)s, now(), %(me)s)

-- plan_closure | the file | insert
INSERT INTO plan_closure (id, dossier_id, kind, outcome, words, by_id, at) VALUES (%(new)s, %(file)s, 'closed', '', '', %(me)s, now())

-- plan_closure | in another's name | insert
INSERT INTO plan_closure (id, dossier_id, kind, outcome, words, by_id, at) VALUES (%(new)s, %(file)s, 'closed', '', '', %(colleague)s, now())

-- plan_closure | closed twice | insert
-- first: UPDATE access_dossier SET closed_at = now() WHERE id = %(file)s
INSERT INTO plan_closure (id, dossier_id, kind, outcome, words, by_id, at) VALUES (%(new)s, %(file)s, 'closed', '', '', %(me)s, now())

-- plan_closure | opened again | insert
-- first: UPDATE access_dossier SET closed_at = now() WHERE id = %(file)s
INSERT INTO plan_closure (id, dossier_id, kind, outcome, words, by_id, at) VALUES (%(new)s, %(file)s, 'reopened', '', '', %(me)s, now())

-- plan_closure | opened twice | insert
INSERT INTO plan_closure (id, dossier_id, kind, outcome, words, by_id, at) VALUES (%(new)s, %(file)s, 'reopened', '', '', %(me)s, now())

-- plan_closure | the file | update
UPDATE plan_closure SET words = '' WHERE dossier_id = %(file)s

-- legal_watch | the file | insert
INSERT INTO legal_watch (id, dossier_id, until) VALUES (%(new)s, %(file)s, now())

-- legal_watch | the file | update
UPDATE legal_watch SET until = now() WHERE dossier_id = %(file)s

-- legal_watch | all at once | update
UPDATE legal_watch SET until = now()

-- legal_watch | whose it is | update
UPDATE legal_watch SET dossier_id = %(new)s WHERE dossier_id = %(file)s

-- minors_round | the file | insert
INSERT INTO minors_round (id, dossier_id, about, begun_by_id, begun_at, ended_by_id, ended_at) VALUES (%(new)s, %(file)s, '', %(me)s, now(), NULL, NULL)

-- minors_round | in another's name | insert
INSERT INTO minors_round (id, dossier_id, about, begun_by_id, begun_at, ended_by_id, ended_at) VALUES (%(new)s, %(file)s, '', %(colleague)s, now(), NULL, NULL)

-- minors_round | ended from the beginning | insert
INSERT INTO minors_round (id, dossier_id, about, begun_by_id, begun_at, ended_by_id, ended_at) VALUES (%(new)s, %(file)s, '', %(me)s, now(), %(me)s, now())

-- minors_round | the file | update
UPDATE minors_round SET ended_by_id = %(me)s, ended_at = now() WHERE dossier_id = %(file)s

-- minors_round | all at once | update
UPDATE minors_round SET ended_by_id = %(me)s, ended_at = now()

-- minors_round | in another's name | update
UPDATE minors_round SET ended_by_id = %(colleague)s, ended_at = now() WHERE dossier_id = %(file)s

-- minors_round | ended already | update
-- first: UPDATE minors_round SET ended_by_id = %(colleague)s, ended_at = now()
UPDATE minors_round SET ended_by_id = %(me)s, ended_at = now() WHERE dossier_id = %(file)s

-- minors_round | what was written | update
UPDATE minors_round SET about = '' WHERE dossier_id = %(file)s

-- minors_step | the file | insert
INSERT INTO minors_step (id, dossier_id, round_id, key, "on", words, told, recorded_by_id, recorded_at, struck_by_id, struck_at) VALUES (%(new)s, %(file)s, (SELECT id FROM minors_round WHERE dossier_id = %(file)s), '', '', '', '', %(me)s, now(), NULL, NULL)

-- minors_step | in another's name | insert
INSERT INTO minors_step (id, dossier_id, round_id, key, "on", words, told, recorded_by_id, recorded_at, struck_by_id, struck_at) VALUES (%(new)s, %(file)s, NULL, '', '', '', '', %(colleague)s, now(), NULL, NULL)

-- minors_step | struck out from the beginning | insert
INSERT INTO minors_step (id, dossier_id, round_id, key, "on", words, told, recorded_by_id, recorded_at, struck_by_id, struck_at) VALUES (%(new)s, %(file)s, NULL, '', '', '', '', %(me)s, now(), %(me)s, now())

-- minors_step | in a round of another file | insert
-- first: INSERT INTO access_teamplace (id, dossier_id, user_id, since, given_by_id) VALUES (gen_random_uuid(), %(empty)s, %(me)s, now(), %(me)s)
INSERT INTO minors_step (id, dossier_id, round_id, key, "on", words, told, recorded_by_id, recorded_at, struck_by_id, struck_at) VALUES (%(new)s, %(file)s, %(round_elsewhere)s, '', '', '', '', %(me)s, now(), NULL, NULL)

-- minors_step | the file | update
UPDATE minors_step SET struck_by_id = %(me)s, struck_at = now() WHERE dossier_id = %(file)s

-- minors_step | all at once | update
UPDATE minors_step SET struck_by_id = %(me)s, struck_at = now()

-- minors_step | in another's name | update
UPDATE minors_step SET struck_by_id = %(colleague)s, struck_at = now() WHERE dossier_id = %(file)s

-- minors_step | struck out already | update
-- first: UPDATE minors_step SET struck_by_id = %(colleague)s, struck_at = now()
UPDATE minors_step SET struck_by_id = %(me)s, struck_at = now() WHERE dossier_id = %(file)s

-- minors_step | what was written | update
UPDATE minors_step SET words = '' WHERE dossier_id = %(file)s

-- minors_route | the file | insert
INSERT INTO minors_route (id, dossier_id, route, asked_on, words, how, answer, asked_by_id, asked_at, ended_by_id, ended_at) VALUES (%(new)s, %(file)s, '', '', '', '', '', %(me)s, now(), NULL, NULL)

-- minors_route | in another's name | insert
INSERT INTO minors_route (id, dossier_id, route, asked_on, words, how, answer, asked_by_id, asked_at, ended_by_id, ended_at) VALUES (%(new)s, %(file)s, '', '', '', '', '', %(colleague)s, now(), NULL, NULL)

-- minors_route | ended from the beginning | insert
INSERT INTO minors_route (id, dossier_id, route, asked_on, words, how, answer, asked_by_id, asked_at, ended_by_id, ended_at) VALUES (%(new)s, %(file)s, '', '', '', '', '', %(me)s, now(), %(me)s, now())

-- minors_route | the file | update
UPDATE minors_route SET ended_by_id = %(me)s, ended_at = now() WHERE dossier_id = %(file)s

-- minors_route | all at once | update
UPDATE minors_route SET ended_by_id = %(me)s, ended_at = now()

-- minors_route | in another's name | update
UPDATE minors_route SET ended_by_id = %(colleague)s, ended_at = now() WHERE dossier_id = %(file)s

-- minors_route | ended already | update
-- first: UPDATE minors_route SET ended_by_id = %(colleague)s, ended_at = now()
UPDATE minors_route SET ended_by_id = %(me)s, ended_at = now() WHERE dossier_id = %(file)s

-- minors_route | what was written | update
UPDATE minors_route SET words = '' WHERE dossier_id = %(file)s

-- trafficking_account | the file | insert
INSERT INTO trafficking_account (id, dossier_id, teller, told_on, forms, crossing, sectors, industry, sexual, recruitment, recruitment_platforms, recruited_country, recruited_place, relationship, first_month, last_month, age, exploited_country, exploited_places, control, exploitation_platforms, words, recorded_by_id, recorded_at) VALUES (%(new)s, %(file)s, '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', %(me)s, now())

-- trafficking_account | in another's name | insert
INSERT INTO trafficking_account (id, dossier_id, teller, told_on, forms, crossing, sectors, industry, sexual, recruitment, recruitment_platforms, recruited_country, recruited_place, relationship, first_month, last_month, age, exploited_country, exploited_places, control, exploitation_platforms, words, recorded_by_id, recorded_at) VALUES (%(new)s, %(file)s, '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', %(colleague)s, now())

-- trafficking_account | struck out from the beginning | insert
INSERT INTO trafficking_account (id, dossier_id, teller, told_on, forms, crossing, sectors, industry, sexual, recruitment, recruitment_platforms, recruited_country, recruited_place, relationship, first_month, last_month, age, exploited_country, exploited_places, control, exploitation_platforms, words, recorded_by_id, recorded_at, struck_by_id, struck_at) VALUES (%(new)s, %(file)s, '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', %(me)s, now(), %(me)s, now())

-- trafficking_account | the file | update
UPDATE trafficking_account SET struck_by_id = %(me)s, struck_at = now() WHERE dossier_id = %(file)s

-- trafficking_account | all at once | update
UPDATE trafficking_account SET struck_by_id = %(me)s, struck_at = now()

-- trafficking_account | in another's name | update
UPDATE trafficking_account SET struck_by_id = %(colleague)s, struck_at = now() WHERE dossier_id = %(file)s

-- trafficking_account | struck out already | update
-- first: UPDATE trafficking_account SET struck_by_id = %(colleague)s, struck_at = now()
UPDATE trafficking_account SET struck_by_id = %(me)s, struck_at = now() WHERE dossier_id = %(file)s

-- trafficking_account | what was written | update
UPDATE trafficking_account SET words = '' WHERE dossier_id = %(file)s

-- trafficking_event | the file | insert
INSERT INTO trafficking_event (id, dossier_id, kind, "on", country, place, words, recorded_by_id, recorded_at) VALUES (%(new)s, %(file)s, '', '', '', '', '', %(me)s, now())

-- trafficking_event | in another's name | insert
INSERT INTO trafficking_event (id, dossier_id, kind, "on", country, place, words, recorded_by_id, recorded_at) VALUES (%(new)s, %(file)s, '', '', '', '', '', %(colleague)s, now())

-- trafficking_event | struck out from the beginning | insert
INSERT INTO trafficking_event (id, dossier_id, kind, "on", country, place, words, recorded_by_id, recorded_at, struck_by_id, struck_at) VALUES (%(new)s, %(file)s, '', '', '', '', '', %(me)s, now(), %(me)s, now())

-- trafficking_event | the file | update
UPDATE trafficking_event SET struck_by_id = %(me)s, struck_at = now() WHERE dossier_id = %(file)s

-- trafficking_event | all at once | update
UPDATE trafficking_event SET struck_by_id = %(me)s, struck_at = now()

-- trafficking_event | in another's name | update
UPDATE trafficking_event SET struck_by_id = %(colleague)s, struck_at = now() WHERE dossier_id = %(file)s

-- trafficking_event | struck out already | update
-- first: UPDATE trafficking_event SET struck_by_id = %(colleague)s, struck_at = now()
UPDATE trafficking_event SET struck_by_id = %(me)s, struck_at = now() WHERE dossier_id = %(file)s

-- trafficking_event | what was written | update
UPDATE trafficking_event SET words = '' WHERE dossier_id = %(file)s

-- trafficking_assessment | the file | insert
INSERT INTO trafficking_assessment (id, dossier_id, "on", factors, words, recorded_by_id, recorded_at) VALUES (%(new)s, %(file)s, '', '', '', %(me)s, now())

-- trafficking_assessment | in another's name | insert
INSERT INTO trafficking_assessment (id, dossier_id, "on", factors, words, recorded_by_id, recorded_at) VALUES (%(new)s, %(file)s, '', '', '', %(colleague)s, now())

-- trafficking_assessment | struck out from the beginning | insert
INSERT INTO trafficking_assessment (id, dossier_id, "on", factors, words, recorded_by_id, recorded_at, struck_by_id, struck_at) VALUES (%(new)s, %(file)s, '', '', '', %(me)s, now(), %(me)s, now())

-- trafficking_assessment | the file | update
UPDATE trafficking_assessment SET struck_by_id = %(me)s, struck_at = now() WHERE dossier_id = %(file)s

-- trafficking_assessment | all at once | update
UPDATE trafficking_assessment SET struck_by_id = %(me)s, struck_at = now()

-- trafficking_assessment | in another's name | update
UPDATE trafficking_assessment SET struck_by_id = %(colleague)s, struck_at = now() WHERE dossier_id = %(file)s

-- trafficking_assessment | struck out already | update
-- first: UPDATE trafficking_assessment SET struck_by_id = %(colleague)s, struck_at = now()
UPDATE trafficking_assessment SET struck_by_id = %(me)s, struck_at = now() WHERE dossier_id = %(file)s

-- trafficking_assessment | what was written | update
UPDATE trafficking_assessment SET words = '' WHERE dossier_id = %(file)s

-- trafficking_safetylevel | the file | insert
INSERT INTO trafficking_safetylevel (id, dossier_id, "on", level, measures, words, review_on, recorded_by_id, recorded_at) VALUES (%(new)s, %(file)s, '', '', '', '', now(), %(me)s, now())

-- trafficking_safetylevel | in another's name | insert
INSERT INTO trafficking_safetylevel (id, dossier_id, "on", level, measures, words, review_on, recorded_by_id, recorded_at) VALUES (%(new)s, %(file)s, '', '', '', '', now(), %(colleague)s, now())

-- trafficking_safetylevel | struck out from the beginning | insert
INSERT INTO trafficking_safetylevel (id, dossier_id, "on", level, measures, words, review_on, recorded_by_id, recorded_at, struck_by_id, struck_at) VALUES (%(new)s, %(file)s, '', '', '', '', now(), %(me)s, now(), %(me)s, now())

-- trafficking_safetylevel | the file | update
UPDATE trafficking_safetylevel SET struck_by_id = %(me)s, struck_at = now() WHERE dossier_id = %(file)s

-- trafficking_safetylevel | all at once | update
UPDATE trafficking_safetylevel SET struck_by_id = %(me)s, struck_at = now()

-- trafficking_safetylevel | in another's name | update
UPDATE trafficking_safetylevel SET struck_by_id = %(colleague)s, struck_at = now() WHERE dossier_id = %(file)s

-- trafficking_safetylevel | struck out already | update
-- first: UPDATE trafficking_safetylevel SET struck_by_id = %(colleague)s, struck_at = now()
UPDATE trafficking_safetylevel SET struck_by_id = %(me)s, struck_at = now() WHERE dossier_id = %(file)s

-- trafficking_safetylevel | what was written | update
UPDATE trafficking_safetylevel SET words = '' WHERE dossier_id = %(file)s

-- registration_word | the file | insert
INSERT INTO registration_word (id, dossier_id, purpose, what, "on", by, how, witness, words, recorded_by_id, recorded_at,
  struck_by_id, struck_at) VALUES (%(new)s, %(file)s, '', '', '', '', '', '', '', %(me)s, now(), NULL, NULL)

-- registration_word | in another's name | insert
INSERT INTO registration_word (id, dossier_id, purpose, what, "on", by, how, witness, words, recorded_by_id, recorded_at,
  struck_by_id, struck_at) VALUES (%(new)s, %(file)s, '', '', '', '', '', '', '', %(colleague)s, now(), NULL, NULL)

-- registration_word | struck out from the beginning | insert
INSERT INTO registration_word (id, dossier_id, purpose, what, "on", by, how, witness, words, recorded_by_id, recorded_at,
  struck_by_id, struck_at) VALUES (%(new)s, %(file)s, '', '', '', '', '', '', '', %(me)s, now(), %(me)s, now())

-- registration_word | the file | update
UPDATE registration_word SET struck_by_id = %(me)s, struck_at = now() WHERE dossier_id = %(file)s

-- registration_word | all at once | update
UPDATE registration_word SET struck_by_id = %(me)s, struck_at = now()

-- registration_word | in another's name | update
UPDATE registration_word SET struck_by_id = %(colleague)s, struck_at = now() WHERE dossier_id = %(file)s

-- registration_word | struck out already | update
-- first: UPDATE registration_word SET struck_by_id = %(colleague)s, struck_at = now()
UPDATE registration_word SET struck_by_id = %(me)s, struck_at = now() WHERE dossier_id = %(file)s

-- registration_word | what was said | update
UPDATE registration_word SET what = '' WHERE dossier_id = %(file)s

-- registration_override | the file | insert
-- first: DELETE FROM registration_override WHERE dossier_id = %(file)s
INSERT INTO registration_override (id, dossier_id, agency_id, adviser, name, advised_on, reason, made_by_id, made_at, decided_by_id,
  decided_at, approved) VALUES (%(new)s, %(file)s, %(agency)s, '', '', '', '', %(me)s, now(), NULL, NULL, NULL)

-- registration_override | in another's name | insert
-- first: DELETE FROM registration_override WHERE dossier_id = %(file)s
INSERT INTO registration_override (id, dossier_id, agency_id, adviser, name, advised_on, reason, made_by_id, made_at, decided_by_id,
  decided_at, approved) VALUES (%(new)s, %(file)s, %(agency)s, '', '', '', '', %(colleague)s, now(), NULL, NULL, NULL)

-- registration_override | decided from the beginning | insert
-- first: DELETE FROM registration_override WHERE dossier_id = %(file)s
INSERT INTO registration_override (id, dossier_id, agency_id, adviser, name, advised_on, reason, made_by_id, made_at, decided_by_id,
  decided_at, approved) VALUES (%(new)s, %(file)s, %(agency)s, '', '', '', '', %(me)s, now(), %(colleague)s, now(), true)

-- registration_override | for another agency | insert
-- first: DELETE FROM registration_override WHERE dossier_id = %(file)s
INSERT INTO registration_override (id, dossier_id, agency_id, adviser, name, advised_on, reason, made_by_id, made_at, decided_by_id,
  decided_at, approved) VALUES (%(new)s, %(file)s, %(partner)s, '', '', '', '', %(me)s, now(), NULL, NULL, NULL)

-- registration_override | the file | update
UPDATE registration_override SET decided_by_id = %(me)s, decided_at = now(), approved = true WHERE dossier_id = %(file)s

-- registration_override | in another's name | update
UPDATE registration_override SET decided_by_id = %(colleague)s, decided_at = now(), approved = true WHERE dossier_id = %(file)s

-- registration_override | decided before | update
-- first: UPDATE registration_override SET decided_by_id = %(colleague)s, decided_at = now(), approved = false WHERE dossier_id = %(file)s
UPDATE registration_override SET decided_by_id = %(me)s, decided_at = now(), approved = true WHERE dossier_id = %(file)s

-- registration_override | what she asked herself | update
-- first: UPDATE registration_override SET made_by_id = %(me)s WHERE dossier_id = %(file)s
UPDATE registration_override SET decided_by_id = %(me)s, decided_at = now(), approved = true WHERE dossier_id = %(file)s

-- registration_override | its reason | update
UPDATE registration_override SET reason = '' WHERE dossier_id = %(file)s

-- registration_draft | the file | insert
-- first: DELETE FROM registration_draft WHERE dossier_id = %(file)s
INSERT INTO registration_draft (id, dossier_id, pseudonym, kind, answers, changed_by_id, changed_at) VALUES (%(new)s, %(file)s, '', '', '',
  %(me)s, now())

-- registration_draft | in another's name | insert
-- first: DELETE FROM registration_draft WHERE dossier_id = %(file)s
INSERT INTO registration_draft (id, dossier_id, pseudonym, kind, answers, changed_by_id, changed_at) VALUES (%(new)s, %(file)s, '', '', '',
  %(colleague)s, now())

-- registration_draft | the file | update
UPDATE registration_draft SET answers = '', changed_by_id = %(me)s WHERE dossier_id = %(file)s

-- registration_draft | in another's name | update
UPDATE registration_draft SET answers = '', changed_by_id = %(colleague)s WHERE dossier_id = %(file)s

-- registration_draft | all at once | update
UPDATE registration_draft SET changed_by_id = %(me)s

-- registration_draft | its pseudonym | update
UPDATE registration_draft SET pseudonym = '' WHERE dossier_id = %(file)s

-- registration_version | the file | insert
INSERT INTO registration_version (id, dossier_id, number, content, fixed_by_id, fixed_at) VALUES (%(new)s, %(file)s, 2, '', %(me)s, now())

-- registration_version | in another's name | insert
INSERT INTO registration_version (id, dossier_id, number, content, fixed_by_id, fixed_at) VALUES (%(new)s, %(file)s, 2, '', %(colleague)s, now())

-- registration_version | the file | update
UPDATE registration_version SET content = '' WHERE dossier_id = %(file)s

-- registration_exchange | the file | insert
INSERT INTO registration_exchange (id, dossier_id, version_id, kind, "on", what, "to", number, words, recorded_by_id, recorded_at,
  struck_by_id, struck_at) VALUES (%(new)s, %(file)s, (SELECT id FROM registration_version WHERE dossier_id = %(file)s), 'sent', '', '', '', '', '', %(me)s, now(), NULL, NULL)

-- registration_exchange | in another's name | insert
INSERT INTO registration_exchange (id, dossier_id, version_id, kind, "on", what, "to", number, words, recorded_by_id, recorded_at,
  struck_by_id, struck_at) VALUES (%(new)s, %(file)s, (SELECT id FROM registration_version WHERE dossier_id = %(file)s), 'sent', '', '', '', '', '', %(colleague)s, now(), NULL, NULL)

-- registration_exchange | struck out from the beginning | insert
INSERT INTO registration_exchange (id, dossier_id, version_id, kind, "on", what, "to", number, words, recorded_by_id, recorded_at,
  struck_by_id, struck_at) VALUES (%(new)s, %(file)s, (SELECT id FROM registration_version WHERE dossier_id = %(file)s), 'sent', '', '', '', '', '', %(me)s, now(), %(me)s, now())

-- registration_exchange | of a version of another file | insert
-- first: INSERT INTO access_teamplace (id, dossier_id, user_id, since, given_by_id) VALUES (gen_random_uuid(), %(empty)s, %(me)s, now(), %(me)s)
INSERT INTO registration_exchange (id, dossier_id, version_id, kind, "on", what, "to", number, words, recorded_by_id, recorded_at,
  struck_by_id, struck_at) VALUES (%(new)s, %(file)s, %(version_elsewhere)s, 'sent', '', '', '', '', '', %(me)s, now(), NULL, NULL)

-- registration_exchange | the file | update
UPDATE registration_exchange SET struck_by_id = %(me)s, struck_at = now() WHERE dossier_id = %(file)s

-- registration_exchange | all at once | update
UPDATE registration_exchange SET struck_by_id = %(me)s, struck_at = now()

-- registration_exchange | in another's name | update
UPDATE registration_exchange SET struck_by_id = %(colleague)s, struck_at = now() WHERE dossier_id = %(file)s

-- registration_exchange | struck out already | update
-- first: UPDATE registration_exchange SET struck_by_id = %(colleague)s, struck_at = now()
UPDATE registration_exchange SET struck_by_id = %(me)s, struck_at = now() WHERE dossier_id = %(file)s

-- registration_exchange | what was sent | update
UPDATE registration_exchange SET what = '' WHERE dossier_id = %(file)s

-- shelter_location | of the centre | insert
INSERT INTO shelter_location (id, agency_id, name, region) VALUES (%(new)s, %(agency)s, 'verzonnen', '')

-- shelter_location | of a partner | insert
INSERT INTO shelter_location (id, agency_id, name, region) VALUES (%(new)s, %(partner)s, 'verzonnen', '')

-- shelter_location | of the centre | update
UPDATE shelter_location SET name = 'x' WHERE id = %(location)s

-- shelter_unit | of the centre | insert
INSERT INTO shelter_unit (id, location_id, name, building, wing, secured, step_free, crisis, family) VALUES (%(new)s, %(location)s, 'x', '', '', false, false, false, false)

-- shelter_unit | of a partner | insert
INSERT INTO shelter_unit (id, location_id, name, building, wing, secured, step_free, crisis, family) VALUES (%(new)s, %(partner_location)s, 'x', '', '', false, false, false, false)

-- shelter_unit | of the centre | update
UPDATE shelter_unit SET secured = true WHERE id = %(free)s

-- shelter_place | of the centre | insert
INSERT INTO shelter_place (unit_id, financing, comensha) VALUES (%(free)s, '', false)

-- shelter_place | of a partner | insert
INSERT INTO shelter_place (unit_id, financing, comensha) VALUES (%(partner_unit)s, '', false)

-- shelter_place | of the centre | update
UPDATE shelter_place SET financing = 'wmo' WHERE unit_id = %(free)s

-- shelter_closing | of the centre | insert
INSERT INTO shelter_closing (id, unit_id, why, from_on, until_on, made_by_id, made_at) VALUES (%(new)s, %(free)s, 'repair', current_date, current_date, %(me)s, now())

-- shelter_closing | of a partner | insert
INSERT INTO shelter_closing (id, unit_id, why, from_on, until_on, made_by_id, made_at) VALUES (%(new)s, %(partner_unit)s, 'repair', current_date, current_date, %(me)s, now())

-- shelter_closing | in another's name | insert
INSERT INTO shelter_closing (id, unit_id, why, from_on, until_on, made_by_id, made_at) VALUES (%(new)s, %(free)s, 'repair', current_date, current_date, %(colleague)s, now())

-- shelter_closing | of the centre | update
UPDATE shelter_closing SET until_on = from_on WHERE id = %(closing)s

-- shelter_closing | of a partner | update
UPDATE shelter_closing SET until_on = from_on WHERE id = %(partner_closing)s

-- shelter_closing | all at once | update
UPDATE shelter_closing SET until_on = '2040-01-01'

-- shelter_closing | why | update
UPDATE shelter_closing SET why = 'cleaning' WHERE id = %(closing)s

-- shelter_request | the file | insert
INSERT INTO shelter_request (id, dossier_id, agency_id, source, words, length, arrive_on, leave_on, latest_on, sure, needs, asked_by_id, asked_at, how, why, answer)
  VALUES (%(new)s, %(file)s, %(agency)s, '', '', 'short', '2040-01-01', '2040-02-01', '2040-02-01', 'sure', '', %(me)s, now(), '', '', '')

-- shelter_request | in another's name | insert
INSERT INTO shelter_request (id, dossier_id, agency_id, source, words, length, arrive_on, leave_on, latest_on, sure, needs, asked_by_id, asked_at, how, why, answer)
  VALUES (%(new)s, %(file)s, %(agency)s, '', '', 'short', '2040-01-01', '2040-02-01', '2040-02-01', 'sure', '', %(colleague)s, now(), '', '', '')

-- shelter_request | of another agency | insert
INSERT INTO shelter_request (id, dossier_id, agency_id, source, words, length, arrive_on, leave_on, latest_on, sure, needs, asked_by_id, asked_at, how, why, answer)
  VALUES (%(new)s, %(file)s, %(partner)s, '', '', 'short', '2040-01-01', '2040-02-01', '2040-02-01', 'sure', '', %(me)s, now(), '', '', '')

-- shelter_request | ended from the beginning | insert
INSERT INTO shelter_request (id, dossier_id, agency_id, source, words, length, arrive_on, leave_on, latest_on, sure, needs, asked_by_id, asked_at, how, why, answer, ended_by_id, ended_at)
  VALUES (%(new)s, %(file)s, %(agency)s, '', '', 'short', '2040-01-01', '2040-02-01', '2040-02-01', 'sure', '', %(me)s, now(), 'refused', '', '', %(me)s, now())

-- shelter_request | the file | update
UPDATE shelter_request SET ended_by_id = %(me)s, ended_at = now(), how = 'refused' WHERE dossier_id = %(file)s

-- shelter_request | what changes | update
UPDATE shelter_request SET leave_on = latest_on, needs = '', consent = '' WHERE dossier_id = %(file)s

-- shelter_request | all at once | update
UPDATE shelter_request SET ended_by_id = %(me)s, ended_at = now()

-- shelter_request | in another's name | update
UPDATE shelter_request SET ended_by_id = %(colleague)s, ended_at = now(), how = 'refused' WHERE dossier_id = %(file)s

-- shelter_request | ended already | update
-- first: UPDATE shelter_request SET ended_by_id = %(colleague)s, ended_at = now() WHERE ended_at IS NULL
UPDATE shelter_request SET ended_by_id = %(me)s, ended_at = now(), how = 'refused' WHERE dossier_id = %(file)s

-- shelter_request | who asked | update
UPDATE shelter_request SET source = '' WHERE dossier_id = %(file)s

-- shelter_guest | the file | insert
INSERT INTO shelter_guest (id, request_id, dossier_id, number, initials, sex, age) VALUES (%(new)s, %(request)s, %(file)s, 7, '', '', '')

-- shelter_guest | of another file's request | insert
INSERT INTO shelter_guest (id, request_id, dossier_id, number, initials, sex, age) VALUES (%(new)s, %(request_elsewhere)s, %(file)s, 7, '', '', '')

-- shelter_guest | of an ended request | insert
-- first: UPDATE shelter_request SET ended_by_id = %(colleague)s, ended_at = now() WHERE ended_at IS NULL
INSERT INTO shelter_guest (id, request_id, dossier_id, number, initials, sex, age) VALUES (%(new)s, %(request)s, %(file)s, 7, '', '', '')

-- shelter_guest | the file | update
UPDATE shelter_guest SET initials = '' WHERE dossier_id = %(file)s

-- shelter_guest | other files | update
UPDATE shelter_guest SET initials = '' WHERE dossier_id = %(another_file)s

-- shelter_guest | all at once | update
UPDATE shelter_guest SET initials = ''

-- shelter_guest | whose request ended lately | update
-- first: UPDATE shelter_request SET ended_by_id = %(colleague)s, ended_at = now() - interval '29 days' WHERE dossier_id = %(file)s
UPDATE shelter_guest SET initials = '' WHERE dossier_id = %(file)s

-- shelter_guest | whose request ended long ago | update
-- first: UPDATE shelter_request SET ended_by_id = %(colleague)s, ended_at = now() - interval '31 days' WHERE dossier_id = %(file)s
UPDATE shelter_guest SET initials = '' WHERE dossier_id = %(file)s

-- shelter_guest | who it is | update
UPDATE shelter_guest SET number = 7 WHERE dossier_id = %(file)s

-- shelter_screening | the file | insert
INSERT INTO shelter_screening (id, dossier_id, colour, found, words, recorded_by_id, recorded_at) VALUES (%(new)s, %(file)s, '', '', '', %(me)s, now())

-- shelter_screening | in another's name | insert
INSERT INTO shelter_screening (id, dossier_id, colour, found, words, recorded_by_id, recorded_at) VALUES (%(new)s, %(file)s, '', '', '', %(colleague)s, now())

-- shelter_screening | struck out from the beginning | insert
INSERT INTO shelter_screening (id, dossier_id, colour, found, words, recorded_by_id, recorded_at, struck_by_id, struck_at) VALUES (%(new)s, %(file)s, '', '', '', %(me)s, now(), %(me)s, now())

-- shelter_screening | the file | update
UPDATE shelter_screening SET struck_by_id = %(me)s, struck_at = now() WHERE dossier_id = %(file)s

-- shelter_screening | all at once | update
UPDATE shelter_screening SET struck_by_id = %(me)s, struck_at = now()

-- shelter_screening | in another's name | update
UPDATE shelter_screening SET struck_by_id = %(colleague)s, struck_at = now() WHERE dossier_id = %(file)s

-- shelter_screening | struck out already | update
-- first: UPDATE shelter_screening SET struck_by_id = %(colleague)s, struck_at = now()
UPDATE shelter_screening SET struck_by_id = %(me)s, struck_at = now() WHERE dossier_id = %(file)s

-- shelter_screening | what was written | update
UPDATE shelter_screening SET colour = '' WHERE dossier_id = %(file)s

-- shelter_stay | the file | insert
INSERT INTO shelter_stay (id, dossier_id, request_id, unit_id, from_on, until_on, given_by_id, given_at, lifted, lifted_why, outcome, words)
  VALUES (%(new)s, %(file)s, %(request)s, %(free)s, '2040-01-01', '2040-02-01', %(me)s, now(), '{}', '', '', '')

-- shelter_stay | in another's name | insert
INSERT INTO shelter_stay (id, dossier_id, request_id, unit_id, from_on, until_on, given_by_id, given_at, lifted, lifted_why, outcome, words)
  VALUES (%(new)s, %(file)s, %(request)s, %(free)s, '2040-01-01', '2040-02-01', %(colleague)s, now(), '{}', '', '', '')

-- shelter_stay | for another file's request | insert
INSERT INTO shelter_stay (id, dossier_id, request_id, unit_id, from_on, until_on, given_by_id, given_at, lifted, lifted_why, outcome, words)
  VALUES (%(new)s, %(file)s, %(request_elsewhere)s, %(free)s, '2040-01-01', '2040-02-01', %(me)s, now(), '{}', '', '', '')

-- shelter_stay | for an ended request | insert
-- first: UPDATE shelter_request SET ended_by_id = %(colleague)s, ended_at = now() WHERE ended_at IS NULL
INSERT INTO shelter_stay (id, dossier_id, request_id, unit_id, from_on, until_on, given_by_id, given_at, lifted, lifted_why, outcome, words)
  VALUES (%(new)s, %(file)s, %(request)s, %(free)s, '2040-01-01', '2040-02-01', %(me)s, now(), '{}', '', '', '')

-- shelter_stay | in another agency's unit | insert
INSERT INTO shelter_stay (id, dossier_id, request_id, unit_id, from_on, until_on, given_by_id, given_at, lifted, lifted_why, outcome, words)
  VALUES (%(new)s, %(file)s, %(request)s, %(partner_unit)s, '2040-01-01', '2040-02-01', %(me)s, now(), '{}', '', '', '')

-- shelter_stay | seconded from the beginning | insert
INSERT INTO shelter_stay (id, dossier_id, request_id, unit_id, from_on, until_on, given_by_id, given_at, lifted, lifted_why, outcome, words, seconded_by_id, seconded_at)
  VALUES (%(new)s, %(file)s, %(request)s, %(free)s, '2040-01-01', '2040-02-01', %(me)s, now(), '{}', '', '', '', %(colleague)s, now())

-- shelter_stay | looked at again from the beginning | insert
INSERT INTO shelter_stay (id, dossier_id, request_id, unit_id, from_on, until_on, given_by_id, given_at, lifted, lifted_why, outcome, words, reviewed_by_id, reviewed_at)
  VALUES (%(new)s, %(file)s, %(request)s, %(free)s, '2040-01-01', '2040-02-01', %(me)s, now(), '{}', '', '', '', %(colleague)s, now())

-- shelter_stay | ended from the beginning | insert
INSERT INTO shelter_stay (id, dossier_id, request_id, unit_id, from_on, until_on, given_by_id, given_at, lifted, lifted_why, outcome, words, ended_by_id, ended_at)
  VALUES (%(new)s, %(file)s, %(request)s, %(free)s, '2040-01-01', '2040-02-01', %(me)s, now(), '{}', '', '', '', %(me)s, now())

-- shelter_stay | the file | update
UPDATE shelter_stay SET ended_by_id = %(me)s, ended_at = now(), outcome = '' WHERE dossier_id = %(file)s

-- shelter_stay | all at once | update
UPDATE shelter_stay SET ended_by_id = %(me)s, ended_at = now()

-- shelter_stay | in another's name | update
UPDATE shelter_stay SET ended_by_id = %(colleague)s, ended_at = now() WHERE dossier_id = %(file)s

-- shelter_stay | ended already | update
-- first: UPDATE shelter_stay SET ended_by_id = %(colleague)s, ended_at = now()
UPDATE shelter_stay SET ended_by_id = %(me)s, ended_at = now() WHERE dossier_id = %(file)s

-- shelter_stay | that a rule is set aside | update
UPDATE shelter_stay SET seconded_by_id = %(me)s, seconded_at = now() WHERE dossier_id = %(file)s

-- shelter_stay | that a rule is set aside, in another's name | update
UPDATE shelter_stay SET seconded_by_id = %(colleague)s, seconded_at = now() WHERE dossier_id = %(file)s

-- shelter_stay | looked at again | update
UPDATE shelter_stay SET reviewed_by_id = %(me)s, reviewed_at = now() WHERE dossier_id = %(file)s

-- shelter_stay | looked at again, in another's name | update
UPDATE shelter_stay SET reviewed_by_id = %(colleague)s, reviewed_at = now() WHERE dossier_id = %(file)s

-- shelter_stay | its unit | update
UPDATE shelter_stay SET unit_id = %(free)s WHERE dossier_id = %(file)s

-- shelter_bed | the file | insert
INSERT INTO shelter_bed (id, dossier_id, stay_id, guest_id, place_id, nights) SELECT %(new)s, %(file)s, %(stay)s, %(guest)s, %(bed)s, daterange(current_date, current_date + 1)

-- shelter_bed | in another unit | insert
INSERT INTO shelter_bed (id, dossier_id, stay_id, guest_id, place_id, nights) SELECT %(new)s, %(file)s, %(stay)s, %(guest)s, %(bed_free)s, daterange(current_date, current_date + 1)

-- shelter_bed | for another file's guest | insert
INSERT INTO shelter_bed (id, dossier_id, stay_id, guest_id, place_id, nights) SELECT %(new)s, %(file)s, %(stay)s, %(guest_elsewhere)s, %(bed)s, daterange(current_date, current_date + 1)

-- shelter_bed | in another file's stay | insert
INSERT INTO shelter_bed (id, dossier_id, stay_id, guest_id, place_id, nights) SELECT %(new)s, %(file)s, %(stay_elsewhere)s, %(guest)s, %(bed)s, daterange(current_date, current_date + 1)

-- shelter_bed | in another file's stay, for its guest | insert
INSERT INTO shelter_bed (id, dossier_id, stay_id, guest_id, place_id, nights) SELECT %(new)s, %(file)s, %(stay_elsewhere)s, %(guest_elsewhere)s, %(bed_elsewhere)s, daterange(current_date, current_date + 1)

-- shelter_bed | in an ended stay | insert
-- first: UPDATE shelter_stay SET ended_by_id = %(colleague)s, ended_at = now()
INSERT INTO shelter_bed (id, dossier_id, stay_id, guest_id, place_id, nights) SELECT %(new)s, %(file)s, %(stay)s, %(guest)s, %(bed)s, daterange(current_date, current_date + 1)

-- shelter_bed | beyond the stay | insert
INSERT INTO shelter_bed (id, dossier_id, stay_id, guest_id, place_id, nights) SELECT %(new)s, %(file)s, %(stay)s, %(guest)s, %(bed)s, daterange(current_date, current_date + 300)

-- shelter_bed | the file | update
UPDATE shelter_bed SET nights = 'empty' WHERE dossier_id = %(file)s

-- shelter_bed | all at once | update
UPDATE shelter_bed SET nights = 'empty'

-- shelter_bed | more nights | update
UPDATE shelter_bed SET nights = daterange(lower(nights), upper(nights) + 1) WHERE dossier_id = %(file)s

-- shelter_bed | whose it is | update
UPDATE shelter_bed SET dossier_id = %(new)s WHERE dossier_id = %(file)s

-- shelter_absence | the file | insert
INSERT INTO shelter_absence (id, dossier_id, stay_id, kind, since, keep_until, words, steps, written_by_id) VALUES (%(new)s, %(file)s, %(stay)s, 'leave', now(), now(), '', '', %(me)s)

-- shelter_absence | in another's name | insert
INSERT INTO shelter_absence (id, dossier_id, stay_id, kind, since, keep_until, words, steps, written_by_id) VALUES (%(new)s, %(file)s, %(stay)s, 'leave', now(), now(), '', '', %(colleague)s)

-- shelter_absence | in another file's stay | insert
INSERT INTO shelter_absence (id, dossier_id, stay_id, kind, since, keep_until, words, steps, written_by_id) VALUES (%(new)s, %(file)s, %(stay_elsewhere)s, 'leave', now(), now(), '', '', %(me)s)

-- shelter_absence | in an ended stay | insert
-- first: UPDATE shelter_stay SET ended_by_id = %(colleague)s, ended_at = now()
INSERT INTO shelter_absence (id, dossier_id, stay_id, kind, since, keep_until, words, steps, written_by_id) VALUES (%(new)s, %(file)s, %(stay)s, 'leave', now(), now(), '', '', %(me)s)

-- shelter_absence | ended from the beginning | insert
INSERT INTO shelter_absence (id, dossier_id, stay_id, kind, since, keep_until, words, steps, written_by_id, ended_by_id, ended_at) VALUES (%(new)s, %(file)s, %(stay)s, 'leave', now(), now(), '', '', %(me)s, %(me)s, now())

-- shelter_absence | the file | update
UPDATE shelter_absence SET ended_by_id = %(me)s, ended_at = now() WHERE dossier_id = %(file)s

-- shelter_absence | all at once | update
UPDATE shelter_absence SET ended_by_id = %(me)s, ended_at = now()

-- shelter_absence | in another's name | update
UPDATE shelter_absence SET ended_by_id = %(colleague)s, ended_at = now() WHERE dossier_id = %(file)s

-- shelter_absence | ended already | update
-- first: UPDATE shelter_absence SET ended_by_id = %(colleague)s, ended_at = now()
UPDATE shelter_absence SET ended_by_id = %(me)s, ended_at = now() WHERE dossier_id = %(file)s

-- shelter_absence | what was written | update
UPDATE shelter_absence SET kind = 'leave' WHERE dossier_id = %(file)s

-- shelter_onward | the file | insert
INSERT INTO shelter_onward (id, dossier_id, request_id, "to", words, offered_by_id, offered_at, how, answer) VALUES (%(new)s, %(file)s, %(request)s, '', '', %(me)s, now(), '', '')

-- shelter_onward | in another's name | insert
INSERT INTO shelter_onward (id, dossier_id, request_id, "to", words, offered_by_id, offered_at, how, answer) VALUES (%(new)s, %(file)s, %(request)s, '', '', %(colleague)s, now(), '', '')

-- shelter_onward | of another file's request | insert
INSERT INTO shelter_onward (id, dossier_id, request_id, "to", words, offered_by_id, offered_at, how, answer) VALUES (%(new)s, %(file)s, %(request_elsewhere)s, '', '', %(me)s, now(), '', '')

-- shelter_onward | ended from the beginning | insert
INSERT INTO shelter_onward (id, dossier_id, request_id, "to", words, offered_by_id, offered_at, how, answer, ended_by_id, ended_at) VALUES (%(new)s, %(file)s, %(request)s, '', '', %(me)s, now(), 'accepted', '', %(me)s, now())

-- shelter_onward | the file | update
UPDATE shelter_onward SET ended_by_id = %(me)s, ended_at = now(), how = 'accepted' WHERE dossier_id = %(file)s

-- shelter_onward | all at once | update
UPDATE shelter_onward SET ended_by_id = %(me)s, ended_at = now()

-- shelter_onward | in another's name | update
UPDATE shelter_onward SET ended_by_id = %(colleague)s, ended_at = now(), how = 'accepted' WHERE dossier_id = %(file)s

-- shelter_onward | ended already | update
-- first: UPDATE shelter_onward SET ended_by_id = %(colleague)s, ended_at = now()
UPDATE shelter_onward SET ended_by_id = %(me)s, ended_at = now(), how = 'accepted' WHERE dossier_id = %(file)s

-- shelter_onward | what was offered | update
UPDATE shelter_onward SET words = '' WHERE dossier_id = %(file)s

-- shelter_agreement | the file | insert
INSERT INTO shelter_agreement (id, dossier_id, kind, words, agreed, from_on, ending, written_by_id, written_at) VALUES (%(new)s, %(file)s, '', '', '', now(), '', %(me)s, now())

-- shelter_agreement | in another's name | insert
INSERT INTO shelter_agreement (id, dossier_id, kind, words, agreed, from_on, ending, written_by_id, written_at) VALUES (%(new)s, %(file)s, '', '', '', now(), '', %(colleague)s, now())

-- shelter_agreement | ended from the beginning | insert
INSERT INTO shelter_agreement (id, dossier_id, kind, words, agreed, from_on, ending, written_by_id, written_at, ended_by_id, ended_at) VALUES (%(new)s, %(file)s, '', '', '', now(), '', %(me)s, now(), %(me)s, now())

-- shelter_agreement | the file | update
UPDATE shelter_agreement SET ended_by_id = %(me)s, ended_at = now() WHERE dossier_id = %(file)s

-- shelter_agreement | all at once | update
UPDATE shelter_agreement SET ended_by_id = %(me)s, ended_at = now()

-- shelter_agreement | in another's name | update
UPDATE shelter_agreement SET ended_by_id = %(colleague)s, ended_at = now() WHERE dossier_id = %(file)s

-- shelter_agreement | ended already | update
-- first: UPDATE shelter_agreement SET ended_by_id = %(colleague)s, ended_at = now()
UPDATE shelter_agreement SET ended_by_id = %(me)s, ended_at = now() WHERE dossier_id = %(file)s

-- shelter_agreement | what was written | update
UPDATE shelter_agreement SET words = '' WHERE dossier_id = %(file)s

-- shelter_visit | the file | insert
INSERT INTO shelter_visit (id, dossier_id, expected_at, who, relation, why, written_by_id, written_at) VALUES (%(new)s, %(file)s, now(), '', '', '', %(me)s, now())

-- shelter_visit | in another's name | insert
INSERT INTO shelter_visit (id, dossier_id, expected_at, who, relation, why, written_by_id, written_at) VALUES (%(new)s, %(file)s, now(), '', '', '', %(colleague)s, now())

-- shelter_visit | decided from the beginning | insert
INSERT INTO shelter_visit (id, dossier_id, expected_at, who, relation, why, written_by_id, written_at, allowed, decided_by_id, decided_at) VALUES (%(new)s, %(file)s, now(), '', '', '', %(me)s, now(), true, %(me)s, now())

-- shelter_visit | the file | update
UPDATE shelter_visit SET allowed = true, decided_by_id = %(me)s, decided_at = now() WHERE dossier_id = %(file)s

-- shelter_visit | all at once | update
UPDATE shelter_visit SET allowed = true, decided_by_id = %(me)s, decided_at = now()

-- shelter_visit | in another's name | update
UPDATE shelter_visit SET allowed = true, decided_by_id = %(colleague)s, decided_at = now() WHERE dossier_id = %(file)s

-- shelter_visit | in, allowed by another | update
-- first: UPDATE shelter_visit SET allowed = true, decided_by_id = %(colleague)s, decided_at = now()
UPDATE shelter_visit SET in_at = now() WHERE dossier_id = %(file)s

-- shelter_visit | refused already | update
-- first: UPDATE shelter_visit SET allowed = false, decided_by_id = %(colleague)s, decided_at = now()
UPDATE shelter_visit SET allowed = true, decided_by_id = %(me)s, decided_at = now() WHERE dossier_id = %(file)s

-- shelter_visit | out already | update
-- first: UPDATE shelter_visit SET allowed = true, decided_by_id = %(colleague)s, decided_at = now(), in_at = now(), out_at = now()
UPDATE shelter_visit SET out_at = now() WHERE dossier_id = %(file)s

-- shelter_visit | who came | update
UPDATE shelter_visit SET who = '' WHERE dossier_id = %(file)s

-- shelter_incident | the file | insert
INSERT INTO shelter_incident (id, dossier_id, happening, happened_at, kind, severity, words, done, police, follow_by_id, follow_on, ending, written_by_id, written_at) VALUES (%(new)s, %(file)s, %(new)s, now(), '', '', '', '', '', %(colleague)s, now(), '', %(me)s, now())

-- shelter_incident | in another's name | insert
INSERT INTO shelter_incident (id, dossier_id, happening, happened_at, kind, severity, words, done, police, follow_by_id, follow_on, ending, written_by_id, written_at) VALUES (%(new)s, %(file)s, %(new)s, now(), '', '', '', '', '', %(colleague)s, now(), '', %(colleague)s, now())

-- shelter_incident | ended from the beginning | insert
INSERT INTO shelter_incident (id, dossier_id, happening, happened_at, kind, severity, words, done, police, follow_by_id, follow_on, ending, written_by_id, written_at, ended_by_id, ended_at) VALUES (%(new)s, %(file)s, %(new)s, now(), '', '', '', '', '', %(colleague)s, now(), '', %(me)s, now(), %(me)s, now())

-- shelter_incident | the file | update
UPDATE shelter_incident SET ended_by_id = %(me)s, ended_at = now() WHERE dossier_id = %(file)s

-- shelter_incident | all at once | update
UPDATE shelter_incident SET ended_by_id = %(me)s, ended_at = now()

-- shelter_incident | in another's name | update
UPDATE shelter_incident SET ended_by_id = %(colleague)s, ended_at = now() WHERE dossier_id = %(file)s

-- shelter_incident | ended already | update
-- first: UPDATE shelter_incident SET ended_by_id = %(colleague)s, ended_at = now()
UPDATE shelter_incident SET ended_by_id = %(me)s, ended_at = now() WHERE dossier_id = %(file)s

-- shelter_incident | what was written | update
UPDATE shelter_incident SET words = '' WHERE dossier_id = %(file)s

-- shelter_line | the file | insert
INSERT INTO shelter_line (id, dossier_id, shift_id, words, written_by_id, written_at) VALUES (%(new)s, %(file)s, %(shift)s, '', %(me)s, now())

-- shelter_line | in another's name | insert
INSERT INTO shelter_line (id, dossier_id, shift_id, words, written_by_id, written_at) VALUES (%(new)s, %(file)s, %(shift)s, '', %(colleague)s, now())

-- shelter_line | in a shift that ended | insert
INSERT INTO shelter_line (id, dossier_id, shift_id, words, written_by_id, written_at) VALUES (%(new)s, %(file)s, %(shift_before)s, '', %(me)s, now())

-- shelter_line | in a partner's shift | insert
INSERT INTO shelter_line (id, dossier_id, shift_id, words, written_by_id, written_at) VALUES (%(new)s, %(file)s, %(partner_shift)s, '', %(me)s, now())

-- shelter_line | the file | update
UPDATE shelter_line SET words = '' WHERE dossier_id = %(file)s

-- shelter_shift | of the centre | insert
-- first: UPDATE shelter_shift SET ended_by_id = %(colleague)s, ended_at = now() WHERE ended_at IS NULL
INSERT INTO shelter_shift (id, agency_id, begun_by_id, begun_at) VALUES (%(new)s, %(agency)s, %(me)s, now())

-- shelter_shift | of a partner | insert
-- first: UPDATE shelter_shift SET ended_by_id = %(colleague)s, ended_at = now() WHERE ended_at IS NULL
INSERT INTO shelter_shift (id, agency_id, begun_by_id, begun_at) VALUES (%(new)s, %(partner)s, %(me)s, now())

-- shelter_shift | in another's name | insert
-- first: UPDATE shelter_shift SET ended_by_id = %(colleague)s, ended_at = now() WHERE ended_at IS NULL
INSERT INTO shelter_shift (id, agency_id, begun_by_id, begun_at) VALUES (%(new)s, %(agency)s, %(colleague)s, now())

-- shelter_shift | ended from the beginning | insert
-- first: UPDATE shelter_shift SET ended_by_id = %(colleague)s, ended_at = now() WHERE ended_at IS NULL
INSERT INTO shelter_shift (id, agency_id, begun_by_id, begun_at, ended_by_id, ended_at) VALUES (%(new)s, %(agency)s, %(me)s, now(), %(me)s, now())

-- shelter_shift | of the centre | update
UPDATE shelter_shift SET ended_by_id = %(me)s, ended_at = now() WHERE id = %(shift)s

-- shelter_shift | of a partner | update
UPDATE shelter_shift SET ended_by_id = %(me)s, ended_at = now() WHERE id = %(partner_shift)s

-- shelter_shift | all at once | update
UPDATE shelter_shift SET ended_by_id = %(me)s, ended_at = now()

-- shelter_shift | in another's name | update
UPDATE shelter_shift SET ended_by_id = %(colleague)s, ended_at = now() WHERE id = %(shift)s

-- shelter_shift | ended already | update
UPDATE shelter_shift SET ended_by_id = %(me)s, ended_at = now() WHERE id = %(shift_before)s

-- shelter_shift | who began it | update
UPDATE shelter_shift SET begun_by_id = %(me)s WHERE id = %(shift)s

-- shelter_signature | of the centre | insert
INSERT INTO shelter_signature (id, shift_id, signed_by_id, signed_at) VALUES (%(new)s, %(shift_before)s, %(me)s, now())

-- shelter_signature | of a partner | insert
INSERT INTO shelter_signature (id, shift_id, signed_by_id, signed_at) VALUES (%(new)s, %(partner_shift_before)s, %(me)s, now())

-- shelter_signature | in another's name | insert
INSERT INTO shelter_signature (id, shift_id, signed_by_id, signed_at) VALUES (%(new)s, %(shift_before)s, %(colleague)s, now())

-- shelter_signature | of a shift that goes on | insert
INSERT INTO shelter_signature (id, shift_id, signed_by_id, signed_at) VALUES (%(new)s, %(shift)s, %(me)s, now())

-- shelter_signature | of the centre | update
UPDATE shelter_signature SET signed_at = now() WHERE shift_id = %(shift_before)s

-- shelter_check | of the centre | insert
INSERT INTO shelter_check (id, unit_id, checked_by_id, checked_at, faults, repair) VALUES (%(new)s, %(free)s, %(me)s, now(), '{}', false)

-- shelter_check | of a partner | insert
INSERT INTO shelter_check (id, unit_id, checked_by_id, checked_at, faults, repair) VALUES (%(new)s, %(partner_unit)s, %(me)s, now(), '{}', false)

-- shelter_check | in another's name | insert
INSERT INTO shelter_check (id, unit_id, checked_by_id, checked_at, faults, repair) VALUES (%(new)s, %(free)s, %(colleague)s, now(), '{}', false)

-- shelter_check | of the centre | update
UPDATE shelter_check SET repair = false WHERE unit_id = %(free)s

-- shelter_loan | the file | insert
INSERT INTO shelter_loan (id, dossier_id, what, label, given_on, how, written_by_id, written_at) VALUES (%(new)s, %(file)s, '', '', now(), '', %(me)s, now())

-- shelter_loan | in another's name | insert
INSERT INTO shelter_loan (id, dossier_id, what, label, given_on, how, written_by_id, written_at) VALUES (%(new)s, %(file)s, '', '', now(), '', %(colleague)s, now())

-- shelter_loan | ended from the beginning | insert
INSERT INTO shelter_loan (id, dossier_id, what, label, given_on, how, written_by_id, written_at, ended_by_id, ended_at) VALUES (%(new)s, %(file)s, '', '', now(), '', %(me)s, now(), %(me)s, now())

-- shelter_loan | the file | update
UPDATE shelter_loan SET ended_by_id = %(me)s, ended_at = now() WHERE dossier_id = %(file)s

-- shelter_loan | all at once | update
UPDATE shelter_loan SET ended_by_id = %(me)s, ended_at = now()

-- shelter_loan | in another's name | update
UPDATE shelter_loan SET ended_by_id = %(colleague)s, ended_at = now() WHERE dossier_id = %(file)s

-- shelter_loan | ended already | update
-- first: UPDATE shelter_loan SET ended_by_id = %(colleague)s, ended_at = now()
UPDATE shelter_loan SET ended_by_id = %(me)s, ended_at = now() WHERE dossier_id = %(file)s

-- shelter_loan | what was given | update
UPDATE shelter_loan SET what = '' WHERE dossier_id = %(file)s

-- shelter_school | the file | insert
INSERT INTO shelter_school (id, dossier_id, guest_id, kind, name, weekdays, brought_by, missed, written_by_id, written_at) VALUES (%(new)s, %(file)s, %(child)s, '', '', '', '', '', %(me)s, now())

-- shelter_school | in another's name | insert
INSERT INTO shelter_school (id, dossier_id, guest_id, kind, name, weekdays, brought_by, missed, written_by_id, written_at) VALUES (%(new)s, %(file)s, %(child)s, '', '', '', '', '', %(colleague)s, now())

-- shelter_school | ended from the beginning | insert
INSERT INTO shelter_school (id, dossier_id, guest_id, kind, name, weekdays, brought_by, missed, written_by_id, written_at, ended_by_id, ended_at) VALUES (%(new)s, %(file)s, %(child)s, '', '', '', '', '', %(me)s, now(), %(me)s, now())

-- shelter_school | of another file's child | insert
INSERT INTO shelter_school (id, dossier_id, guest_id, kind, name, weekdays, brought_by, missed, written_by_id, written_at) VALUES (%(new)s, %(file)s, %(child_elsewhere)s, '', '', '', '', '', %(me)s, now())

-- shelter_school | the file | update
UPDATE shelter_school SET ended_by_id = %(me)s, ended_at = now() WHERE dossier_id = %(file)s

-- shelter_school | all at once | update
UPDATE shelter_school SET ended_by_id = %(me)s, ended_at = now()

-- shelter_school | in another's name | update
UPDATE shelter_school SET ended_by_id = %(colleague)s, ended_at = now() WHERE dossier_id = %(file)s

-- shelter_school | ended already | update
-- first: UPDATE shelter_school SET ended_by_id = %(colleague)s, ended_at = now()
UPDATE shelter_school SET ended_by_id = %(me)s, ended_at = now() WHERE dossier_id = %(file)s

-- shelter_school | a day that was missed | update
UPDATE shelter_school SET missed = '' WHERE dossier_id = %(file)s

-- shelter_school | where a child goes | update
UPDATE shelter_school SET name = '' WHERE dossier_id = %(file)s

-- shelter_address | of the centre | insert
INSERT INTO shelter_address (id, location_id, body, written_by_id, written_at) VALUES (%(new)s, %(location)s, '', %(me)s, now())

-- shelter_address | of a partner | insert
INSERT INTO shelter_address (id, location_id, body, written_by_id, written_at) VALUES (%(new)s, %(partner_location)s, '', %(me)s, now())

-- shelter_address | in another's name | insert
INSERT INTO shelter_address (id, location_id, body, written_by_id, written_at) VALUES (%(new)s, %(location)s, '', %(colleague)s, now())

-- shelter_address | ended from the beginning | insert
INSERT INTO shelter_address (id, location_id, body, written_by_id, written_at, ended_by_id, ended_at) VALUES (%(new)s, %(location)s, '', %(me)s, now(), %(me)s, now())

-- shelter_address | of the centre | update
UPDATE shelter_address SET body = '', ended_by_id = %(me)s, ended_at = now() WHERE id = %(address)s

-- shelter_address | of a partner | update
UPDATE shelter_address SET body = '', ended_by_id = %(me)s, ended_at = now() WHERE id = %(partner_address)s

-- shelter_address | all at once | update
UPDATE shelter_address SET body = '', ended_by_id = %(me)s, ended_at = now()

-- shelter_address | in another's name | update
UPDATE shelter_address SET body = '', ended_by_id = %(colleague)s, ended_at = now() WHERE id = %(address)s

-- shelter_address | ended already | update
-- first: UPDATE shelter_address SET body = '', ended_by_id = %(colleague)s, ended_at = now()
UPDATE shelter_address SET body = '', ended_by_id = %(me)s, ended_at = now() WHERE id = %(address)s

-- shelter_address | what was sealed | update
UPDATE shelter_address SET body = 'x' WHERE id = %(address)s

-- shelter_address | who wrote it | update
UPDATE shelter_address SET written_by_id = %(me)s WHERE id = %(address)s

-- shelter_envelope | of the centre | insert
-- first: UPDATE shelter_address SET written_by_id = %(me)s
INSERT INTO shelter_envelope (id, address_id, holder_id, sealed) VALUES (%(new)s, %(address)s, %(colleague)s, '')

-- shelter_envelope | of a partner | insert
-- first: UPDATE shelter_address SET written_by_id = %(me)s
INSERT INTO shelter_envelope (id, address_id, holder_id, sealed) VALUES (%(new)s, %(partner_address)s, %(colleague)s, '')

-- shelter_envelope | of another's address | insert
-- first: INSERT INTO shelter_location (id, agency_id, name, region) VALUES (%(new)s, %(agency)s, 'x', '')
-- first: INSERT INTO shelter_address (id, location_id, body, written_by_id, written_at) VALUES (%(new)s, %(new)s, '', %(me)s, now())
INSERT INTO shelter_envelope (id, address_id, holder_id, sealed) VALUES (%(new)s, %(address)s, %(colleague)s, '')

-- shelter_envelope | of an address that ended | insert
-- first: UPDATE shelter_address SET written_by_id = %(me)s, body = '', ended_by_id = %(me)s, ended_at = now()
INSERT INTO shelter_envelope (id, address_id, holder_id, sealed) VALUES (%(new)s, %(address)s, %(colleague)s, '')

-- shelter_envelope | ended from the beginning | insert
-- first: UPDATE shelter_address SET written_by_id = %(me)s
INSERT INTO shelter_envelope (id, address_id, holder_id, sealed, ended_by_id, ended_at) VALUES (%(new)s, %(address)s, %(colleague)s, '', %(me)s, now())

-- shelter_envelope | of the centre | update
UPDATE shelter_envelope SET sealed = '', ended_by_id = %(me)s, ended_at = now() WHERE address_id = %(address)s

-- shelter_envelope | of a partner | update
UPDATE shelter_envelope SET sealed = '', ended_by_id = %(me)s, ended_at = now() WHERE address_id = %(partner_address)s

-- shelter_envelope | all at once | update
UPDATE shelter_envelope SET sealed = '', ended_by_id = %(me)s, ended_at = now()

-- shelter_envelope | all at once, those of the centre ended | update
-- first: UPDATE shelter_envelope SET sealed = '', ended_by_id = %(colleague)s, ended_at = now() WHERE address_id = %(address)s
UPDATE shelter_envelope SET sealed = '', ended_by_id = %(me)s, ended_at = now()

-- shelter_envelope | in another's name | update
UPDATE shelter_envelope SET sealed = '', ended_by_id = %(colleague)s, ended_at = now() WHERE address_id = %(address)s

-- shelter_envelope | ended already | update
-- first: UPDATE shelter_envelope SET sealed = '', ended_by_id = %(colleague)s, ended_at = now()
UPDATE shelter_envelope SET sealed = '', ended_by_id = %(me)s, ended_at = now() WHERE address_id = %(address)s

-- shelter_envelope | what was sealed | update
UPDATE shelter_envelope SET sealed = 'x' WHERE address_id = %(address)s

-- shelter_envelope | who holds it | update
UPDATE shelter_envelope SET holder_id = %(me)s WHERE address_id = %(address)s

-- shelter_duty | of the centre | insert
INSERT INTO shelter_duty (id, agency_id, night, worker_id, how, put_by_id, put_at) VALUES (%(new)s, %(agency)s, (now() AT TIME ZONE 'Europe/Amsterdam')::date + 9, %(worker)s, 'awake', %(me)s, now())

-- shelter_duty | of a partner | insert
INSERT INTO shelter_duty (id, agency_id, night, worker_id, how, put_by_id, put_at) VALUES (%(new)s, %(partner)s, (now() AT TIME ZONE 'Europe/Amsterdam')::date + 9, %(partner_worker)s, 'awake', %(me)s, now())

-- shelter_duty | in another's name | insert
INSERT INTO shelter_duty (id, agency_id, night, worker_id, how, put_by_id, put_at) VALUES (%(new)s, %(agency)s, (now() AT TIME ZONE 'Europe/Amsterdam')::date + 9, %(worker)s, 'awake', %(colleague)s, now())

-- shelter_duty | ended from the beginning | insert
INSERT INTO shelter_duty (id, agency_id, night, worker_id, how, put_by_id, put_at, ended_by_id, ended_at) VALUES (%(new)s, %(agency)s, (now() AT TIME ZONE 'Europe/Amsterdam')::date + 9, %(worker)s, 'awake', %(me)s, now(), %(me)s, now())

-- shelter_duty | of a night that has been | insert
INSERT INTO shelter_duty (id, agency_id, night, worker_id, how, put_by_id, put_at) VALUES (%(new)s, %(agency)s, (now() AT TIME ZONE 'Europe/Amsterdam')::date - 2, %(worker)s, 'awake', %(me)s, now())

-- shelter_duty | of the night that goes on until the morning | insert
INSERT INTO shelter_duty (id, agency_id, night, worker_id, how, put_by_id, put_at) VALUES (%(new)s, %(agency)s, (now() AT TIME ZONE 'Europe/Amsterdam')::date - 1, %(worker)s, 'awake', %(me)s, now())

-- shelter_duty | of somebody who works elsewhere | insert
INSERT INTO shelter_duty (id, agency_id, night, worker_id, how, put_by_id, put_at) VALUES (%(new)s, %(agency)s, (now() AT TIME ZONE 'Europe/Amsterdam')::date + 9, %(partner_worker)s, 'awake', %(me)s, now())

-- shelter_duty | of somebody who does other work here | insert
INSERT INTO shelter_duty (id, agency_id, night, worker_id, how, put_by_id, put_at) VALUES (%(new)s, %(agency)s, (now() AT TIME ZONE 'Europe/Amsterdam')::date + 9, %(colleague)s, 'awake', %(me)s, now())

-- shelter_duty | of somebody who left | insert
INSERT INTO shelter_duty (id, agency_id, night, worker_id, how, put_by_id, put_at) VALUES (%(new)s, %(agency)s, (now() AT TIME ZONE 'Europe/Amsterdam')::date + 9, %(left)s, 'awake', %(me)s, now())

-- shelter_duty | of the centre | update
UPDATE shelter_duty SET ended_by_id = %(me)s, ended_at = now() WHERE id = %(duty)s

-- shelter_duty | of a partner | update
UPDATE shelter_duty SET ended_by_id = %(me)s, ended_at = now() WHERE id = %(partner_duty)s

-- shelter_duty | all at once | update
UPDATE shelter_duty SET ended_by_id = %(me)s, ended_at = now()

-- shelter_duty | in another's name | update
UPDATE shelter_duty SET ended_by_id = %(colleague)s, ended_at = now() WHERE id = %(duty)s

-- shelter_duty | ended already | update
-- first: UPDATE shelter_duty SET ended_by_id = %(colleague)s, ended_at = now()
UPDATE shelter_duty SET ended_by_id = %(me)s, ended_at = now() WHERE id = %(duty)s

-- shelter_duty | of a night that has been | update
UPDATE shelter_duty SET ended_by_id = %(me)s, ended_at = now() WHERE id = %(duty_before)s

-- shelter_duty | how | update
UPDATE shelter_duty SET how = 'phone' WHERE id = %(duty)s

-- shelter_duty | who is on | update
UPDATE shelter_duty SET worker_id = %(me)s WHERE id = %(duty)s

-- figures_question | of the centre | insert
INSERT INTO figures_question (id, agency_id, title_nl, title_en, unit, dimensions, "where", first, last, made_by_id, made_at) VALUES (%(new)s, %(agency)s, 'x', 'x', 'cases', '{sex}', '{}', now(), now(), %(me)s, now())

-- figures_question | of a partner | insert
INSERT INTO figures_question (id, agency_id, title_nl, title_en, unit, dimensions, "where", first, last, made_by_id, made_at) VALUES (%(new)s, %(partner)s, 'x', 'x', 'cases', '{sex}', '{}', now(), now(), %(me)s, now())

-- figures_question | in another's name | insert
INSERT INTO figures_question (id, agency_id, title_nl, title_en, unit, dimensions, "where", first, last, made_by_id, made_at) VALUES (%(new)s, %(agency)s, 'x', 'x', 'cases', '{sex}', '{}', now(), now(), %(colleague)s, now())

-- figures_question | shared from the beginning | insert
INSERT INTO figures_question (id, agency_id, title_nl, title_en, unit, dimensions, "where", first, last, made_by_id, made_at, shown, shown_at) VALUES (%(new)s, %(agency)s, 'x', 'x', 'cases', '{sex}', '{}', now(), now(), %(me)s, now(), '{}', now())

-- figures_question | ended from the beginning | insert
INSERT INTO figures_question (id, agency_id, title_nl, title_en, unit, dimensions, "where", first, last, made_by_id, made_at, ended_at) VALUES (%(new)s, %(agency)s, 'x', 'x', 'cases', '{sex}', '{}', now(), now(), %(me)s, now(), now())

-- figures_question | of the centre | update
UPDATE figures_question SET ended_at = now() WHERE id = %(question_kept)s

-- figures_question | all at once | update
UPDATE figures_question SET ended_at = now()

-- figures_question | what is asked | update
UPDATE figures_question SET unit = 'reports' WHERE id = %(question_kept)s

-- figures_release | of the centre | insert
INSERT INTO figures_release (id, agency_id, question_id, slug, figure, method_nl, method_en, made_by_id, made_at) VALUES (%(new)s, %(agency)s, %(question_kept)s, 'x', '{}', '', '', %(me)s, now())

-- figures_release | of a partner | insert
INSERT INTO figures_release (id, agency_id, question_id, slug, figure, method_nl, method_en, made_by_id, made_at) VALUES (%(new)s, %(partner)s, %(partner_question)s, 'x', '{}', '', '', %(me)s, now())

-- figures_release | in another's name | insert
INSERT INTO figures_release (id, agency_id, question_id, slug, figure, method_nl, method_en, made_by_id, made_at) VALUES (%(new)s, %(agency)s, %(question_kept)s, 'x', '{}', '', '', %(colleague)s, now())

-- figures_release | decided from the beginning | insert
INSERT INTO figures_release (id, agency_id, question_id, slug, figure, method_nl, method_en, made_by_id, made_at, decided_by_id, decided_at, approved) VALUES (%(new)s, %(agency)s, %(question_kept)s, 'x', '{}', '', '', %(me)s, now(), %(colleague)s, now(), true)

-- figures_release | of the centre | update
UPDATE figures_release SET decided_by_id = %(me)s, decided_at = now(), approved = true WHERE id = %(release)s

-- figures_release | of a partner | update
UPDATE figures_release SET decided_by_id = %(me)s, decided_at = now(), approved = true WHERE id = %(partner_release)s

-- figures_release | all at once | update
UPDATE figures_release SET decided_by_id = %(me)s, decided_at = now(), approved = true

-- figures_release | what she asked herself | update
-- first: UPDATE figures_release SET made_by_id = %(me)s WHERE decided_at IS NULL
UPDATE figures_release SET decided_by_id = %(me)s, decided_at = now(), approved = true WHERE id = %(release)s

-- figures_release | in another's name | update
UPDATE figures_release SET decided_by_id = %(colleague)s, decided_at = now(), approved = true WHERE id = %(release)s

-- figures_release | decided already | update
-- first: UPDATE figures_release SET decided_by_id = %(founder)s, decided_at = now(), approved = false WHERE id = %(release)s
UPDATE figures_release SET decided_by_id = %(me)s, decided_at = now(), approved = true WHERE id = %(release)s

-- figures_release | its numbers | update
UPDATE figures_release SET figure = '{}' WHERE id = %(release)s

-- figures_withdrawal | of the centre | insert
INSERT INTO figures_withdrawal (id, release_id, by_id, at, why) VALUES (%(new)s, %(release_out)s, %(me)s, now(), 'x')

-- figures_withdrawal | of a partner | insert
INSERT INTO figures_withdrawal (id, release_id, by_id, at, why) VALUES (%(new)s, %(partner_release_out)s, %(me)s, now(), 'x')

-- figures_withdrawal | in another's name | insert
INSERT INTO figures_withdrawal (id, release_id, by_id, at, why) VALUES (%(new)s, %(release_out)s, %(colleague)s, now(), 'x')

-- figures_withdrawal | of what waits | insert
INSERT INTO figures_withdrawal (id, release_id, by_id, at, why) VALUES (%(new)s, %(release)s, %(me)s, now(), 'x')

-- figures_withdrawal | why | update
UPDATE figures_withdrawal SET why = 'x'
