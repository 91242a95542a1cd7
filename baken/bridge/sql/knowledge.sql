-- SPDX-License-Identifier: EUPL-1.2
-- Who may do what with the cards of what is published: the open door lays and takes them, the closed door's role reads.

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'baken_open_backup') THEN
    GRANT SELECT ON bridge.knowledge TO baken_open_backup;
  END IF;
END
$$;

GRANT SELECT, INSERT, UPDATE, DELETE ON bridge.knowledge TO baken_open_runtime;

GRANT SELECT (key, same, kind, language, title, summary, address, concepts, citations, updated)
  ON bridge.knowledge TO baken_open_bridge;
