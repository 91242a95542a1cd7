-- SPDX-License-Identifier: EUPL-1.2
-- Row-level security on documents: each as the notes of its part. A version goes with its document.

ALTER TABLE documents_document ENABLE ROW LEVEL SECURITY;
CREATE POLICY document_read ON documents_document FOR SELECT USING (
  (part = 'notes' AND dossier_id = ANY ((SELECT access_readable('notes'))::uuid[]))
  OR (part = 'legal' AND dossier_id = ANY ((SELECT access_readable('legal'))::uuid[]))
  OR (part = 'health' AND dossier_id = ANY ((SELECT access_readable('health'))::uuid[])));
CREATE POLICY document_write ON documents_document FOR INSERT WITH CHECK (
  recorded_by_id = access_user() AND struck_at IS NULL AND (
    (part = 'notes' AND dossier_id = ANY ((SELECT access_by_team('notes'))::uuid[]))
    OR (part = 'legal' AND dossier_id = ANY ((SELECT access_by_team('legal'))::uuid[]))
    OR (part = 'health' AND dossier_id = ANY ((SELECT access_by_team('health'))::uuid[]))));
CREATE POLICY document_strike ON documents_document FOR UPDATE
  USING (struck_at IS NULL AND (
    (part = 'notes' AND dossier_id = ANY ((SELECT access_by_team('notes'))::uuid[]))
    OR (part = 'legal' AND dossier_id = ANY ((SELECT access_by_team('legal'))::uuid[]))
    OR (part = 'health' AND dossier_id = ANY ((SELECT access_by_team('health'))::uuid[]))))
  WITH CHECK (struck_by_id = access_user());

ALTER TABLE documents_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY version_read ON documents_version FOR SELECT USING (
  EXISTS (SELECT FROM documents_document d WHERE d.id = document_id));
CREATE POLICY version_write ON documents_version FOR INSERT WITH CHECK (
  added_by_id = access_user() AND EXISTS (
    SELECT FROM documents_document d
    WHERE d.id = document_id
      AND d.dossier_id = documents_version.dossier_id
      AND d.struck_at IS NULL
      AND ((d.part = 'notes' AND d.dossier_id = ANY ((SELECT access_by_team('notes'))::uuid[]))
        OR (d.part = 'legal' AND d.dossier_id = ANY ((SELECT access_by_team('legal'))::uuid[]))
        OR (d.part = 'health' AND d.dossier_id = ANY ((SELECT access_by_team('health'))::uuid[])))));

REVOKE UPDATE, DELETE ON documents_document, documents_version FROM baken_closed_runtime;
GRANT UPDATE (struck_by_id, struck_at) ON documents_document TO baken_closed_runtime;
